"""Blank forms of every step, and ballots."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.paper import Paper
from reports.sections.forms import blanks
from reports.sections.forms.claims import claims_form
from reports.sections.forms.letters import letters_form
from reports.sections.forms.pulse import pulse_ballot
from reports.sections.forms.votes import competence_ballot, confidence_ballot, decision_ballot
from reports.sections.source import Source
from workshop_app.domain.message import N_

Blank = Callable[[Paper, Source, bool, str], Sequence[Any]]


def _part(part_id: str, title: str, blank: Blank, kind: str, first: str) -> Part:
    """A form as a part; ``first``: the id of the first form of the document, which needs no new page."""

    def make(paper: Paper, source: Source) -> Sequence[Any]:
        wanted = source.options.sections
        leads = part_id == first if wanted is None else part_id == next((i for i in _order(first) if i in wanted), "")
        return blank(paper, source, leads, paper.words(kind))

    return Part(part_id, title, make)


_WORKSHEETS: tuple[tuple[str, str, Blank], ...] = (
    ("case", N_("One case of the last year"), blanks.case),
    ("functions", N_("What we do"), blanks.function_list),
    ("images", N_("How we see each other"), blanks.images),
    ("claims", N_("Whose work is it?"), claims_form),
    ("competence", N_("Why a client comes again"), blanks.competence),
    ("goal", N_("A common goal"), blanks.goal),
    ("letters", N_("Who answers, who does"), letters_form),
    ("role", N_("My role"), blanks.role),
    ("handoff", N_("A handoff"), blanks.handoff),
    ("training", N_("What I can teach, what I want to learn"), blanks.training),
    ("meeting", N_("A regular meeting"), blanks.meeting),
    ("rewards", N_("What we are paid for"), blanks.rewards),
    ("indicator", N_("How we see that it works"), blanks.indicator),
    ("actions", N_("My actions"), blanks.actions),
    ("followup", N_("Follow-up meeting"), blanks.followup),
)
_BALLOTS: tuple[tuple[str, str, Blank], ...] = (
    ("pulse", N_("How well do we work together?"), pulse_ballot),
    ("claims", N_("Whose work is it?"), claims_form),
    ("competence", N_("What do we live on?"), competence_ballot),
    ("confidence", N_("Shall we reach it?"), confidence_ballot),
    ("vote", N_("Vote"), decision_ballot),
)


def _order(first: str) -> list[str]:
    forms = _WORKSHEETS if first == _WORKSHEETS[0][0] else _BALLOTS
    return [form_id for form_id, _title, _blank in forms]


def _parts(forms: Sequence[tuple[str, str, Blank]], kind: str) -> tuple[Part, ...]:
    return tuple(_part(form_id, title, blank, kind, forms[0][0]) for form_id, title, blank in forms)


WORKSHEETS = DocumentKind(
    name="worksheets",
    title=N_("Worksheets"),
    about=N_("Blank forms for every step, to fill in by hand"),
    sections=_parts(_WORKSHEETS, N_("Form")),
    steps=frozenset({3}),
    dated=False,
    booklets=True,
)
BALLOTS = DocumentKind(
    name="ballots",
    title=N_("Ballots"),
    about=N_("Pulse survey, answers on work, votes: on paper and without names"),
    sections=_parts(_BALLOTS, N_("Ballot")),
    steps=frozenset({10}),
    dated=False,
    booklets=True,
)
