"""The common goals as a table: from, to, now, and what each department gives."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.goal_track import GoalTrack
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkRow, MarkText
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
    """A line for each department; of many departments those that give nothing yet stand together."""
    given = {department.id: text.strip() for department, text in card.contributions}
    marks = {
        each.id: badge(shown, BADGE_DENSE)
        for each, _text in card.contributions
        if (shown := source.department(each.id))
    }
    width = max((mark.width for mark in marks.values()), default=0.0)
    silent = [row_id for row_id in marks if not given[row_id]]
    together = len(silent) > 1 and len(marks) > 2
    lines: list[Block] = [
        MarkText(paper, mark, given[row_id] or NOTHING, CELL_DENSE, gap=5, mark_width=width, before=1.5, says=True)
        for row_id, mark in marks.items()
        if given[row_id] or not together
    ]
    if together:
        lines.append(Text(paper, paper.words("no contribution yet:"), CELL_GREY, before=1.5, after=1))
        lines.append(MarkRow([marks[row_id] for row_id in silent]))
    return Stack(lines)
