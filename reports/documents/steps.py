"""The documents of steps 6, 7 and 8: cooperation, training, meetings."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part, titled
from reports.flow import flattened
from reports.flowables.layout import Together
from reports.paper import Paper
from reports.sections.cooperation.handoffs import handoffs
from reports.sections.cooperation.projects import projects
from reports.sections.cooperation.way import client_way
from reports.sections.fitting import first_side, height_of
from reports.sections.meetings.calendar import calendar
from reports.sections.meetings.series import load, series
from reports.sections.source import Source
from reports.sections.training.plan import training_plan
from reports.sections.training.skills import skills
from workshop_app.domain.message import N_


def skills_under_plan(paper: Paper, source: Source) -> list[Any]:
    """The skills on the page of the plan where they fit, said more briefly if need be; else whole on their own page."""
    above = list(flattened([*_training_opening(paper, source), *training_plan(paper, source)]))
    for dense in (False, True):
        below = skills(paper, source, dense=dense)
        if height_of([*above, *flattened(below)], paper.width) <= first_side(paper):
            return below
    return _whole(skills(paper, source))


def _whole(blocks: list[Any]) -> list[Any]:
    return [Together(list(flattened(blocks)))] if blocks else []


_training_opening = titled(N_("Training"), N_("What people learn from each other so that the new roles work."))

COOPERATION = DocumentKind(
    name="cooperation",
    title=N_("Handoffs and projects"),
    about=N_("The client's way, every handoff with its package and time, joint projects"),
    opening=titled(N_("Handoffs and projects"), N_("How work and clients change hands, and what is done together.")),
    sections=(
        Part("way", N_("The client's way"), client_way),
        Part("handoffs", N_("Handoffs"), handoffs),
        Part("projects", N_("Joint projects and teams"), projects),
    ),
    steps=frozenset({6}),
)
TRAINING = DocumentKind(
    name="training",
    title=N_("Training"),
    about=N_("The training plan, skills by person, who could teach whom"),
    opening=_training_opening,
    sections=(
        Part("plan", N_("Training plan"), training_plan),
        Part("skills", N_("Skills"), skills_under_plan),
    ),
    steps=frozenset({7}),
)
MEETINGS = DocumentKind(
    name="meetings",
    title=N_("Meetings"),
    about=N_("Regular meetings with agenda and dates, the calendar of a quarter, and how much time they take"),
    opening=titled(N_("Meetings"), N_("Few, short, with an agenda and written decisions.")),
    sections=(
        Part("series", N_("Regular meetings"), series),
        Part("calendar", N_("Calendar of meetings"), calendar),
        Part("load", N_("Time for joint meetings"), load),
    ),
    steps=frozenset({8}),
)
