"""The sheet of a follow-up on day 30, 60 or 90."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.followup.agreed import corrections, moved, thanked
from reports.sections.followup.progress import alarms, asked_again, besides, counts, hour, late_and_next, what_changed
from reports.sections.goals.tracks import common_goals
from reports.sections.plan.open_points import open_points
from reports.sections.plan.rhythm import rhythm
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.steps.followup.view import followup_view


def opening(paper: Paper, source: Source) -> list[Any]:
    """Which follow-up comes next, and when."""
    _ = paper.words
    view = followup_view(source.engagement, source.context)
    said = _("What was done, what waits, what we change.")
    if view.followup is not None and view.followup.date is not None:
        said = f"{_.date(view.followup.date).rstrip('.')}. {said}"
    title = _("Follow-up on day {day}", day=view.day)
    return [TitleBlock(paper, title, badges=source.departments, standfirst=said)]


KIND = DocumentKind(
    name="followup",
    title=N_("Follow-up meeting"),
    about=N_("For the meeting on day 30, 60 or 90: what changed, what is late, indicators, the next two weeks"),
    opening=opening,
    sections=(
        Part("rhythm", N_("Follow-ups on day 30 / 60 / 90"), rhythm),
        Part("hour", N_("Sixty minutes"), hour),
        Part("counts", N_("Actions"), counts),
        Part("changes", N_("What changed"), what_changed),
        Part("besides", N_("Beside the sixty minutes"), besides),
        Part("late", N_("Overdue: do, move with a reason, cancel"), late_and_next),
        Part("moved", N_("Moved dates"), moved),
        Part("alarms", N_("Indicators in red and amber"), alarms),
        Part("corrections", N_("Corrections to rules"), corrections),
        Part("thanks", N_("Who is named"), thanked),
        Part("goals", N_("Common goals"), common_goals),
        Part("again", N_("Answers asked again"), asked_again),
        Part("open", N_("What is still open"), open_points),
    ),
    steps=frozenset({12}),
)
