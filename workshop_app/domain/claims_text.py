"""A department's answer as people write it in a spreadsheet, read as an answer code (METHOD C.2)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workshop_app.domain.findings import answer_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Answer, Department
from workshop_app.domain.text_key import norm_text

_UNKNOWN = frozenset({"?", "не знаем", "не знаю", "dont know", "we dont know", "unknown"})
_NOBODY = frozenset({"никто", "нет", "nobody", "none"})
_ALL = frozenset({"все", "all"})
_BOTH = frozenset({"вместе", "оба", "both", "together"})
_WE = frozenset({"мы", "we", "us"})
_THEY = frozenset({"они", "they"})
"""Keys of whole cells and of parts; a key holds no apostrophe."""

_SEPARATOR = re.compile(r"\s*[+,;&]\s*|\s+(?:и|and)\s+")


@frozen(slots=True)
class ReadAnswer:
    """What a cell says. ``answer`` None = no answer; ``question`` is what a person must say when it can't be told."""

    answer: Answer | None
    others: tuple[str, ...] = ()
    question: Message | None = None


def read_answer(text: str, department_id: str, departments: Sequence[Department]) -> ReadAnswer:
    """The answer of a department in the words of a cell; an unclear one comes back as a question, never a guess.

    ``departments``: all participating ones. ``others`` is filled for three or more departments only; an empty
    ``others`` of ``both`` means all.
    """
    key = norm_text(text)
    if not key:
        return ReadAnswer(None)
    if key in _UNKNOWN:
        return ReadAnswer(Answer.UNKNOWN)
    if key in _NOBODY:
        return ReadAnswer(Answer.NOBODY)
    order = [department.id for department in departments]
    if key in _ALL or (key in _BOTH and len(departments) == 2):
        return ReadAnswer(*answer_of(department_id, order, order))
    if key in _BOTH:
        return ReadAnswer(None, question=Message(N_("“{text}”: together with which departments?"), {"text": text}))
    named = _named(key, department_id, departments)
    if named is None:
        return ReadAnswer(None, question=Message(N_("“{text}”: which departments are meant?"), {"text": text}))
    return ReadAnswer(*answer_of(department_id, named, order))


def _named(key: str, own: str, departments: Sequence[Department]) -> frozenset[str] | None:
    """The departments that a cell lists, or None when a part of it names none or several."""
    bounds = [0, *(edge for match in _SEPARATOR.finditer(key) for edge in match.span()), len(key)]
    parts = list(zip(bounds[::2], bounds[1::2], strict=True))
    named: set[str] = set()
    place = 0
    while place < len(parts):
        found = next(_readings(key, parts[place:], own, departments), None)
        if found is None:
            return None
        length, department_id = found
        named.add(department_id)
        place += length
    return frozenset(named)


def _readings(
    key: str, parts: Sequence[tuple[int, int]], own: str, departments: Sequence[Department]
) -> Iterator[tuple[int, str]]:
    """How many parts make one department's name, longest first: a name may hold « и » itself."""
    for length in range(len(parts), 0, -1):
        department_id = _one(key[parts[0][0] : parts[length - 1][1]], own, departments)
        if department_id is not None:
            yield length, department_id


def _one(word: str, own: str, departments: Sequence[Department]) -> str | None:
    if word in _WE:
        return own
    if word in _THEY:
        others = [department.id for department in departments if department.id != own]
        return others[0] if len(others) == 1 else None
    fitting = {department.id for department in departments if word in department_keys(department)}
    return fitting.pop() if len(fitting) == 1 else None


def department_keys(department: Department) -> frozenset[str]:
    """The keys a department goes by: its name, short name and aliases."""
    return frozenset(norm_text(name) for name in (department.name, department.short, *department.aliases)) - {""}


@frozen(slots=True)
class DepartmentAnswer:
    """A department's answer from individual ones; ``split_vote`` = no answer had more than half."""

    answer: Answer
    others: tuple[str, ...]
    split_vote: bool


def department_answer(answers: Sequence[tuple[Answer, tuple[str, ...]]]) -> DepartmentAnswer | None:
    """The answer given by more than half of those who answered, else "don't know"; None when nobody answered."""
    if not answers:
        return None
    counted = Counter((answer, tuple(sorted(others))) for answer, others in answers)
    (answer, others), votes = counted.most_common(1)[0]
    if 2 * votes > len(answers):
        return DepartmentAnswer(answer, others, split_vote=False)
    return DepartmentAnswer(Answer.UNKNOWN, (), split_vote=True)
