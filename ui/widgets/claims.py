"""A department's answer in words and marks: the same in the audit and when it is asked again."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.marks import ClaimPaint
from workshop_app.domain.findings import view_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import Answer, Claim, Department
from workshop_app.domain.typed_answer import MANY
from workshop_app.i18n import Words

FIVE_WORDS = (N_("we"), N_("they"), N_("together"), N_("nobody"), N_("don't know"))


def answer_keys(departments: Sequence[Department], words: Words) -> list[tuple[str, str]]:
    """Key and word of every answer: five between two departments, else who is named."""
    _ = words
    if len(departments) < MANY:
        keys = [(str(number), _(word)) for number, word in enumerate(FIVE_WORDS, start=1)]
    else:
        keys = [(str(number), department.name) for number, department in enumerate(departments, start=1)]
        keys += [("+", _("all")), ("−", _("nobody")), ("*", _("don't know"))]
    return [*keys, ("0", _("clear"))]


def answer_word(answer: Answer, words: Words) -> str:
    """мы / они / вместе / никто / не знаем."""
    _ = words
    return {
        Answer.WE: _("we"),
        Answer.THEY: _("they"),
        Answer.BOTH: _("together"),
        Answer.NOBODY: _("nobody"),
        Answer.UNKNOWN: _("don't know"),
    }[answer]


def claim_paint(
    claim: Claim | None, departments: tuple[Department, ...], words: Words, *, narrow: bool = False
) -> ClaimPaint:
    """How an answer is drawn; None = not answered. ``narrow``: «?» for «don't know»."""
    if claim is None:
        return ClaimPaint("—", answered=False)
    named = view_of(claim, [department.id for department in departments])
    if named is None:
        return ClaimPaint("?" if narrow else answer_word(Answer.UNKNOWN, words))
    places = [place for place, department in enumerate(departments) if department.id in named]
    if len(departments) < MANY:
        return ClaimPaint(answer_word(claim.answer, words), len(departments), frozenset(places))
    if len(places) == len(departments):
        return ClaimPaint(words("all"))
    if not places:
        return ClaimPaint(answer_word(Answer.NOBODY, words))
    return ClaimPaint("", badges=tuple((departments[place].short, place) for place in places))


def answer_hints(count: int, words: Words) -> list[tuple[str, str]]:
    """The keys of an answer for so many departments, as a hint line shows them."""
    _ = words
    if count < MANY:
        said = (_("we"), _("they"), _("together"), _("nobody"), _("don't know"))
        return [*((str(key), word) for key, word in enumerate(said, start=1)), ("0", _("clear"))]
    return [
        (f"1…{count}", _("departments")),
        ("+", _("all")),
        ("−", _("nobody")),
        ("*", _("don't know")),
        ("0", _("clear")),
    ]
