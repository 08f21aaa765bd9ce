"""Suggestions with their answers and the 14-day clock."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.status import severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_GREY, CELL_NAME
from workshop_app.domain.message import N_
from workshop_app.domain.model import SuggestionStatus
from workshop_app.steps.feedback.view import FeedbackView, SuggestionLine, feedback_view

STATES: Mapping[SuggestionStatus, str] = MappingProxyType(
    {
        SuggestionStatus.NEW: N_("waits for an answer"),
        SuggestionStatus.ACCEPTED: N_("accepted"),
        SuggestionStatus.DECLINED: N_("declined"),
        SuggestionStatus.DONE: N_("carried out"),
    }
)


def suggestions(paper: Paper, source: Source) -> list[Any]:
    """The section of suggestions: open ones first."""
    _ = paper.words
    view = feedback_view(source.engagement, source.context)
    head = Section(paper, _("Suggestions"), _fact(paper, view), caption=_channel(paper, view))
    if not view.suggestions:
        return [head, nothing(paper, _("No suggestions yet."))]
    columns = [
        Column(_("Date"), 18),
        Column(_("From"), 16),
        Column(_("Suggestion"), 62, row_head=True),
        Column(_("State"), 36),
        Column(_("The answer"), 50, role=CELL, grows=True),
    ]
    return [head, PaperTable(paper, columns, [_row(paper, source, line) for line in view.suggestions])]


def _fact(paper: Paper, view: FeedbackView) -> str:
    _ = paper.words
    late = sum(line.late for line in view.suggestions)
    count = _.plural("{n} suggestion", "{n} suggestions", len(view.suggestions))
    return f"{count}, " + _("late {n}", n=late) if late else count


def _channel(paper: Paper, view: FeedbackView) -> str:
    return view.channel.strip()


def _row(paper: Paper, source: Source, line: SuggestionLine) -> Row:
    _ = paper.words
    item = line.suggestion
    home = source.department(item.department_id)
    title: list[str | Run] = [Run(item.title or item.text, CELL_NAME)]
    if item.text.strip() and item.text.strip() != item.title.strip():
        title.append(Run(f"\n{item.text.strip()}", CELL_GREY))
    state: Cell = _(STATES[item.status])
    if item.status is SuggestionStatus.NEW and line.age is not None:
        said = _.plural("waits {n} day", "waits {n} days", line.age)
        state = MarkText(paper, severity("warning", 9, _("late")), said, CELL, says=True) if line.late else said
    reply: list[str | Run] = [(item.reply or "").strip() or NOTHING]
    if item.reply_date:
        reply.append(Run(f", {_.date_short(item.reply_date)}", CELL_GREY))
    return Row([_.date_short(item.date), [badge(home, BADGE_DENSE)] if home else NOTHING, title, state, reply])
