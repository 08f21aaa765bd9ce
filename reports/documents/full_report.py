"""The full report: cover, contents made in one pass, a chapter for every step.

Steps not held yet say so; those that are not on the agenda and have nothing are named in the contents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.balance import balanced
from reports.document import new_page
from reports.documents.building import plan_name
from reports.documents.kind import DocumentKind, Make, Part
from reports.flow import ChapterBreak
from reports.flowables.contents import Contents
from reports.flowables.cover import Cover
from reports.paper import Paper
from reports.sections import SECTIONS
from reports.sections.audit.hours import rows_done_twice, whole_hours
from reports.sections.counted.chapter import chapter as how_it_was_counted
from reports.sections.source import NOTHING, Source
from reports.sections.step_names import step_title
from reports.sections.summary.chapter import chapter as summary
from reports.spec import STEP_COUNT
from workshop_app.domain.message import N_
from workshop_app.domain.voters import in_the_room
from workshop_app.steps import step_of
from workshop_app.steps.audit.view import audit_view


def opening(paper: Paper, source: Source) -> list[Any]:
    """Cover and contents."""
    _ = paper.words
    note = _("Blue numbers are the steps of the session; the bar of twelve parts shows to which step a page belongs.")
    left_out = [step_title(_, step) for step in SECTIONS if _is_left_out(source, step)]
    if left_out:
        note = f"{note} {_('Not on the agenda: {steps}.', steps=', '.join(left_out))}"
    return [cover(paper, source), *new_page(), Contents(paper, note), *new_page()]


def _is_left_out(source: Source, step: str) -> bool:
    """Whether a step is switched off and nobody worked on it all the same."""
    engagement = source.engagement
    return step in engagement.settings.steps_off and not any(map(engagement.rows, step_of(step).tables))


def cover(paper: Paper, source: Source) -> Cover:
    """The departments' shapes, the number, the question and four facts."""
    _ = paper.words
    engagement = source.engagement
    session = engagement.session
    people = len(in_the_room(engagement))
    facts = [
        (_("Session"), _.date(session.date) if session.date else NOTHING),
        (_("State"), _.date(source.as_of)),
        (_("Participants"), _.plural("{n} person", "{n} people", people) if people else NOTHING),
        (_("Facilitator"), session.facilitator.strip() or NOTHING),
    ]
    number, text = "", ""
    if rows_done_twice(source):
        hours = whole_hours(_, audit_view(engagement, source.context).overlap_hours)
        number = _("{hours} h", hours=hours)
        text = _("a week the departments did twice: an upper bound of the relief, not a promise.")
    return Cover(
        paper,
        plan_name(_, engagement),
        kind=_("Full report"),
        departments=source.departments,
        number=number,
        number_text=text,
        question=engagement.company.owner_question.strip(),
        facts=facts,
    )


def _step(step: str, make: Make) -> Make:
    whole = _on_new_page(make)

    def made(paper: Paper, source: Source) -> Sequence[Any]:
        return () if _is_left_out(source, step) else whole(paper, source)

    return made


def _on_new_page(make: Make) -> Make:
    def made(paper: Paper, source: Source) -> Sequence[Any]:
        return [ChapterBreak(), *balanced(paper, lambda sheet: make(sheet, source))]

    return made


KIND = DocumentKind(
    name="full-report",
    title=N_("Full report"),
    about=N_("Every step on paper, with cover and contents"),
    opening=opening,
    sections=(
        Part("summary", N_("Summary on one page"), _on_new_page(summary)),
        *(Part(step, step_of(step).title, _step(step, make)) for step, make in SECTIONS.items()),
        Part("counted", N_("How it was counted"), _on_new_page(how_it_was_counted)),
    ),
    steps=frozenset(range(1, STEP_COUNT + 1)),
    cover=True,
)
