"""The matching as the rest of the program sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from workshop_app.matching.model import Answers, Encoder, Language, Line, Pair

if TYPE_CHECKING:
    from workshop_app.matching.engine import Engine


def load_encoder() -> Encoder | None:
    """The sentence encoder, ready to encode; None where it is not installed.

    Takes seconds: call it in a thread and give what it returns to :meth:`Matcher.with_encoder`.
    """
    try:
        from workshop_app.matching.vectors import MeaningEncoder

        encoder = MeaningEncoder()
        encoder.encode(["ready"])
    except (ImportError, OSError):
        return None
    return encoder


class Matcher:
    """Finds functions of different departments that are the same work.

    Remembers what it learnt of each text, so that ranking after an edit is fast. Not for several threads at once.
    """

    def __init__(self, language: Language | None = None, encoder: Encoder | None = None) -> None:
        """``language`` None takes each line's own; without an encoder unknown words are compared by letters."""
        from workshop_app.matching.engine import Engine

        self._engine: Engine = Engine(language, encoder)

    def with_encoder(self, encoder: Encoder | None) -> Matcher:
        """A matcher that uses this encoder and shares what this one has learnt of texts."""
        matcher = Matcher.__new__(Matcher)
        matcher._engine = self._engine.with_encoder(encoder)
        return matcher

    def rank(self, lines: Sequence[Line], answers: Answers | None = None) -> tuple[Pair, ...]:
        """The open pairs of lines of different departments, best first, the same for the same input.

        Lines of a department with the same text are proposed once, by the first of them. Pairs that are answered, or
        follow from answers, are left out.
        """
        return self._engine.rank(lines, answers or Answers())

    def groups(self, lines: Sequence[Line], answers: Answers | None = None) -> tuple[frozenset[str], ...]:
        """Suggested groups of the same work, as line ids, in the order of their first lines.

        Confirmed lines are together, rejected ones never, and no department has more than two texts in a group that
        was not confirmed.
        """
        return self._engine.groups(lines, answers or Answers())

    def synonyms(self, first: Line, second: Line, answers: Answers | None = None) -> tuple[str, str] | None:
        """Words that a confirmed pair suggests for the organisation's dictionary: one of each line, as typed.

        None when the lines explain each other already or leave more than one word open.
        """
        return self._engine.synonyms(first, second, answers or Answers())
