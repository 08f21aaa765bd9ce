"""The action plan: the question and the answer, goals, rhythm, open points, decisions, actions, signatures."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.audit.decisions import decisions
from reports.sections.goals.competence import question_and_answer
from reports.sections.goals.tracks import common_goals
from reports.sections.plan.actions import actions_by_person
from reports.sections.plan.noted import decided_besides
from reports.sections.plan.open_points import errors_first, warnings_and_hints
from reports.sections.plan.rhythm import rhythm
from reports.sections.plan.signing import signatures, what_it_takes
from reports.sections.source import Source
from workshop_app.domain.message import N_
from workshop_app.domain.voters import in_the_room


def opening(paper: Paper, source: Source) -> list[Any]:
    """Title, badges, and two lines on what the plan is."""
    _ = paper.words
    session = source.engagement.session
    lines = [_("Who does what by when; by which rules; how we shall see that it worked.")]
    if session.date is not None:
        people = _.plural("{n} participant", "{n} participants", len(in_the_room(source.engagement)))
        lines.append(_("Session on {date}, {people}.", date=_.date(session.date), people=people))
    return [TitleBlock(paper, _("Action plan"), badges=source.departments, standfirst="\n".join(lines))]


KIND = DocumentKind(
    name="action-plan",
    title=N_("Action plan"),
    about=N_("Decisions, actions and dates of the whole plan, to sign and to pin up"),
    opening=opening,
    sections=(
        Part("question", N_("The owner's question and the key competence"), question_and_answer),
        Part("goals", N_("Common goals"), common_goals),
        Part("rhythm", N_("Follow-ups on day 30 / 60 / 90"), rhythm),
        Part("open", N_("What is still open"), errors_first),
        Part("decisions", N_("Decisions on functions"), decisions),
        Part("besides", N_("Also decided"), decided_besides),
        Part("takes", N_("What the plan takes"), what_it_takes),
        Part("actions", N_("Actions by person"), actions_by_person),
        Part("hints", N_("Warnings and hints"), warnings_and_hints),
        Part("signatures", N_("Signatures"), signatures),
    ),
    steps=frozenset({11}),
)
