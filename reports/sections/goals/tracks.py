"""The common goals as a table: from, to, now, and what each department gives."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.goal_track import GoalTrack
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.figures import decimals_of
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_GREY
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import GoalCard, goals_view


def common_goals(paper: Paper, source: Source) -> list[Any]:
    """The section of the common goals."""
    _ = paper.words
    cards = goals_view(source.engagement, source.context).goals
    if not cards:
        return [Section(paper, _("Common goals")), nothing(paper, _("No goals yet: they are agreed in step 4."))]
    years = {card.goal.deadline.year for card in cards if card.goal.deadline}
    columns = [
        Column(_("Goal"), 50, row_head=True),
        Column(_("From → to"), 40),
        Column(_("Deadline"), 16),
        Column(_("Contribution of the departments"), 68, grows=True),
    ]
    rows = [_row(paper, source, card, with_year=len(years) > 1) for card in cards]
    return [Section(paper, _("Common goals"), _fact(_, cards)), PaperTable(paper, columns, rows)]


def _fact(words: Words, cards: tuple[GoalCard, ...]) -> str:
    count = words.plural("{n} goal", "{n} goals", len(cards))
    shared = all(sum(bool(text.strip()) for _department, text in card.contributions) > 1 for card in cards)
    return words("{count}; no department reaches one alone", count=count) if shared else count


def _row(paper: Paper, source: Source, card: GoalCard, *, with_year: bool) -> Row:
    goal = card.goal
    words = paper.words
    day = words.date_year(goal.deadline) if with_year else words.date_short(goal.deadline)
    return Row([_name(paper, source, card), track(paper, card), day, _contributions(paper, source, card)])


def _name(paper: Paper, source: Source, card: GoalCard) -> Stack:
    owner = source.short(card.goal.owner_id)
    said = paper.words("Owner: {name}", name=owner) if owner != NOTHING else paper.words("nobody owns it")
    return Stack([Text(paper, card.goal.title, CELL.bold()), Text(paper, said, CELL_GREY)])


def track(paper: Paper, card: GoalCard) -> GoalTrack:
    """A goal's way, with the present where the indicator measures the same."""
    goal, words = card.goal, paper.words
    places = decimals_of(goal.baseline, goal.target)
    now = "" if card.now is None else words("now {value}", value=words.number(card.now, decimals_of(card.now)))
    return GoalTrack(
        paper,
        goal.baseline,
        goal.target,
        card.now,
        baseline_text=words.measured(goal.baseline, goal.unit, places),
        target_text=words.measured(goal.target, goal.unit, places),
        now_text=now,
    )


def _contributions(paper: Paper, source: Source, card: GoalCard) -> Block:
    lines: list[Block] = []
    for department, text in card.contributions:
        shown = source.department(department.id)
        if shown is not None:
            mark = badge(shown, BADGE_DENSE)
            width = max(badge(other, BADGE_DENSE).width for other in source.departments)
            lines.append(
                MarkText(
                    paper, mark, text.strip() or NOTHING, CELL_DENSE, gap=5, mark_width=width, before=1.5, says=True
                )
            )
    return Stack(lines)
