"""The goals on one line each: the run of the indicator, was, now, target, what the signals say."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.heading import Section
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.feedback.indicators import run_legend, says, spark_of, status_mark, values
from reports.sections.figures import decimals_of
from reports.sections.goals.tracks import track
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_BOLD, CELL_NUMBER, TEXT2
from workshop_app.domain.indicators import trend
from workshop_app.steps.goals.view import GoalCard, goals_view


def goals(paper: Paper, source: Source) -> list[Any]:
    """The section of goals; with their deadlines while no indicator measures any of them."""
    _ = paper.words
    cards = goals_view(source.engagement, source.context).goals
    title = _("The goals: where we are")
    if not cards:
        return [Section(paper, title), nothing(paper, _("No goals yet: they are agreed in step 4."))]
    if all(card.indicator is None for card in cards):
        return [Section(paper, _("Common goals"), _("not measured yet: no indicator")), _agreed(paper, cards)]
    head = Section(paper, title, _("was → now → target; signals of the observation"))
    columns = [
        Column(_("Goal"), 54, role=CELL_BOLD, row_head=True),
        Column(_("Run"), 42),
        Column(_("Was"), 16, align="right", role=CELL.coloured(TEXT2)),
        Column(_("Now"), 17, align="right"),
        Column(_("Target"), 18, align="right", role=CELL.coloured(paper.accent)),
        Column("", fixed=16),
        Column("", 32, role=CELL),
    ]
    rows = [_row(paper, source, card) for card in cards]
    return [head, PaperTable(paper, columns, rows, foot=run_legend(paper), padding=2)]


def _agreed(paper: Paper, cards: Sequence[GoalCard]) -> PaperTable:
    """What is to become of what, and until when."""
    _ = paper.words
    columns = [
        Column(_("Goal"), 92, role=CELL_BOLD, row_head=True, grows=True),
        Column(_("From → to"), 54),
        Column(_("Deadline"), 28),
    ]
    rows = [Row([card.goal.title, track(paper, card), _.date_short(card.goal.deadline)]) for card in cards]
    return PaperTable(paper, columns, rows, padding=2)


def _row(paper: Paper, source: Source, card: GoalCard) -> Row:
    _ = paper.words
    indicator = card.indicator
    if indicator is None:
        places = decimals_of(card.goal.baseline, card.goal.target)
        target = _.measured(card.goal.target, card.goal.unit, places)
        name = card.goal.metric or card.goal.title
        return Row([name, NOTHING, _.number(card.goal.baseline), NOTHING, target, None, ""])
    found = trend(source.engagement, indicator.id, source.as_of)
    was, now, target_text = values(_, indicator, found)
    shown = now if isinstance(now, Run) else Run(now, CELL_NUMBER)
    chart = spark_of(paper, source, indicator, found)
    return Row([indicator.title, chart, was, shown, target_text, status_mark(_, found.status), says(_, found)])
