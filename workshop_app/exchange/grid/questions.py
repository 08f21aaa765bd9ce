"""What a table leaves open: questions that a person answers in the window or finds listed by the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TypeAlias

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError

Answers: TypeAlias = Mapping[str, str]
"""A person's answers: the question's key → the chosen option's value."""


@frozen
class Option:
    """One possible answer; ``value`` goes into ``Answers``."""

    value: str
    label: Message


@frozen
class Question:
    """A question about a file. Nothing is imported while a ``blocking`` one is open; the others have a default."""

    key: str
    text: Message
    options: tuple[Option, ...] = ()
    default: str | None = None
    blocking: bool = True

    def as_json(self, say: Callable[[Message], str]) -> dict[str, object]:
        """For ``--dry-run``; ``say`` puts a message into words."""
        options = [{"value": option.value, "label": say(option.label)} for option in self.options]
        return {"key": self.key, "text": say(self.text), "options": options, "default": self.default}


def first_blocking(questions: Iterable[Question]) -> Question | None:
    """The first question without which nothing can be imported."""
    return next((question for question in questions if question.blocking), None)


def require_answers(file: str, questions: Iterable[Question]) -> None:
    """``ProblemError`` while a question must be answered before the file is imported."""
    question = first_blocking(questions)
    if question is not None:
        text = N_("{file}: a question must be answered first. {question}")
        raise ProblemError(Message(text, {"file": file, "question": question.text}))


@frozen
class Doubt:
    """A cell that says nothing the program understands: row (from 1) and column (from 0) of the file, and why.

    ``key``: of the question about it, where there is one.
    """

    row: int
    column: int
    why: Message
    key: str = ""


@frozen
class Skipped:
    """A row that is not imported, by its number in the file, and why; ``column``: of the cell that keeps it out."""

    row: int
    why: Message
    column: int | None = None

    def as_json(self, say: Callable[[Message], str]) -> dict[str, object]:
        """For ``--dry-run``."""
        return {"row": self.row, "why": say(self.why)}
