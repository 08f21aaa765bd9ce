"""One page for the owner: the question, the answer, four numbers, the goals, what needs a decision."""

from __future__ import annotations

from typing import Any

from reports.documents.kind import DocumentKind, Part
from reports.flow import flattened
from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.fitting import first_side, height_of
from reports.sections.source import Source
from reports.sections.summary.answer import answer, numbers
from reports.sections.summary.attention import MOST_POINTS, attention_and_money, owner_decides
from reports.sections.summary.goals import goals
from workshop_app.domain.followup import day_number
from workshop_app.domain.message import N_


def opening(paper: Paper, source: Source) -> list[Any]:
    """Title, and how many days after the session."""
    _ = paper.words
    session = source.engagement.session.date
    days = day_number(source.engagement, source.as_of)
    said = _("One page.")
    if session is not None and days is not None:
        on = _.date(session)
        after = _.plural("{n} day after the session on {date}.", "{n} days after the session on {date}.", days, date=on)
        said = f"{said} {after if days else _('The session was on {date}.', date=on)}"
    return [TitleBlock(paper, _("Summary for the owner"), badges=source.departments, standfirst=said)]


def _attention(paper: Paper, source: Source) -> list[Any]:
    """As many points as the page has room for: the owner gets one page."""
    before = [*opening(paper, source), *answer(paper, source), *numbers(paper, source), *goals(paper, source)]
    after, points = owner_decides(paper, source), list[Any]()
    for most in range(MOST_POINTS, 0, -1):
        points = attention_and_money(paper, source, most)
        if height_of(list(flattened([*before, *points, *after])), paper.width) <= first_side(paper):
            break
    return points


KIND = DocumentKind(
    name="owner-summary",
    title=N_("Summary for the owner"),
    about=N_("The answer to the owner's question, the numbers, the goals and what needs a decision, on one page"),
    opening=opening,
    sections=(
        Part("answer", N_("The owner's question and the key competence"), answer),
        Part("numbers", N_("Key numbers"), numbers),
        Part("goals", N_("Common goals"), goals),
        Part("attention", N_("What needs your attention"), _attention),
        Part("decision", N_("The owner's decision:"), owner_decides),
    ),
    steps=frozenset({12}),
    privacy=N_("without names and personal sums"),
)
