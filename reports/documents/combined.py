"""Documents made of the parts of others: the full report, the owner's summary, the sheet of a follow-up."""

from __future__ import annotations

from typing import Any

from reports.document import new_page
from reports.documents import action_plan, audit, feedback, goals, rewards, steps
from reports.documents.kind import DocumentKind, Make, Part
from reports.paper import Paper
from reports.sections.audit.hours import headline
from reports.sections.goals.competence import question_and_answer
from reports.sections.goals.tracks import common_goals
from reports.sections.plan.actions import actions_by_person
from reports.sections.plan.open_points import open_points
from reports.sections.plan.rhythm import rhythm
from reports.sections.plan.signing import what_it_takes
from reports.sections.source import Source
from workshop_app.domain.message import N_

_CHAPTERS = (
    audit.KIND, goals.KIND, steps.COOPERATION, steps.TRAINING, steps.MEETINGS, rewards.KIND, feedback.KIND,
    action_plan.KIND,
)  # fmt: skip


def _chapter(kind: DocumentKind, *, first: bool) -> Part:
    def made(paper: Paper, source: Source) -> list[Any]:
        blocks: list[Any] = [] if first else [*new_page()]
        blocks += kind.opening(paper, source) if kind.opening else ()
        for part in kind.sections:
            blocks += part.make(paper, source)
        return blocks

    return Part(kind.name, kind.title, made)


def _titled(title: str, standfirst: str) -> Make:
    return steps.titled(title, standfirst)


FULL_REPORT = DocumentKind(
    name="full-report",
    title=N_("Full report"),
    about=N_("Every step on paper: audit, goals, cooperation, training, meetings, rewards, feedback, plan"),
    sections=tuple(_chapter(kind, first=kind is _CHAPTERS[0]) for kind in _CHAPTERS),
    steps=frozenset(range(1, 13)),
)
FOLLOWUP = DocumentKind(
    name="followup",
    title=N_("Follow-up sheet"),
    about=N_("For the meeting on day 30, 60 or 90: goals, what is open, actions and their dates"),
    opening=_titled(N_("Follow-up sheet"), N_("What was done, what waits, what we change.")),
    sections=(
        Part("rhythm", N_("Follow-ups on day 30 / 60 / 90"), rhythm),
        Part("goals", N_("Common goals"), common_goals),
        Part("open", N_("What is still open"), open_points),
        Part("actions", N_("Actions by person"), actions_by_person),
    ),
    steps=frozenset({12}),
)
OWNER_SUMMARY = DocumentKind(
    name="owner-summary",
    title=N_("Summary for the owner"),
    about=N_("The answer to the owner's question, the hours done twice, the goals, what is open"),
    opening=_titled(N_("Summary for the owner"), N_("What we found, what we decided, what you should know.")),
    sections=(
        Part("question", N_("The owner's question and the key competence"), question_and_answer),
        Part("hours", N_("Hours done twice"), headline),
        Part("goals", N_("Common goals"), common_goals),
        Part("takes", N_("What the plan takes"), what_it_takes),
        Part("open", N_("What is still open"), open_points),
    ),
    steps=frozenset({11}),
)
