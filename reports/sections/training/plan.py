"""The training plan: what, for whom, when, and how its effect is checked."""

from __future__ import annotations

from datetime import date
from typing import Any

from reports.flowables.heading import Section, SubHead
from reports.flowables.numbers import bullets
from reports.flowables.signing import tick_box
from reports.flowables.status import cross, severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_GREY, CELL_NAME
from workshop_app.domain.model import Training, TrainingStatus
from workshop_app.domain.training import KINDS, suggestions
from workshop_app.i18n import Words


def training_plan(paper: Paper, source: Source) -> list[Any]:
    """The section of the plan; below it what facts still ask for."""
    _ = paper.words
    items = sorted(source.engagement.training, key=lambda item: item.date or date.max)
    head = Section(paper, _("Training plan"), _fact(_, items))
    if not items:
        return [head, nothing(paper, _("No training yet: it is planned in step 7.")), *_asked_for(paper, source)]
    columns = [
        Column("", fixed=18),
        Column(_("Date"), 21),
        Column(_("What"), 55, row_head=True),
        Column(_("For whom"), 50, role=CELL_DENSE, grows=True),
        Column(_("Hours"), 14, align="right"),
        Column(_("How we check"), 36, role=CELL_DENSE),
    ]
    table = PaperTable(paper, columns, [_row(paper, source, item) for item in items])
    return [head, table, *_asked_for(paper, source)]


def _fact(words: Words, items: list[Training]) -> str:
    if not items:
        return ""
    held = sum(item.status is TrainingStatus.DONE for item in items)
    count = words.plural("{n} training", "{n} trainings", len(items))
    return f"{count}, " + words("held {n}", n=held) if held else count


def _row(paper: Paper, source: Source, item: Training) -> Row:
    _ = paper.words
    title: list[str | Run] = [Run(item.title or _("untitled"), CELL_NAME), Run(f"\n{_kind(_, item)}", CELL_GREY)]
    box: Cell = tick_box(item.status is TrainingStatus.DONE)
    if item.status is TrainingStatus.CANCELLED:
        box = cross(8, words=_("cancelled"))
    return Row([box, _.day_or_quarter(item.date), title, audience(source, item), _.number(item.hours), _checked(item)])


def _kind(words: Words, item: Training) -> str:
    return words(KINDS[item.kind])


def _checked(item: Training) -> str:
    return (item.evaluation or "").strip() or NOTHING


def audience(source: Source, item: Training) -> str:
    """Surnames of those who take part."""
    return ", ".join(source.surname(person) for person in item.audience) or NOTHING


def _asked_for(paper: Paper, source: Source) -> list[Any]:
    _ = paper.words
    found = suggestions(source.engagement)
    if not found:
        return []
    texts = []
    for item in found:
        home = source.department(item.department_id)
        who = home.name if home else ", ".join(source.short(person) for person in item.audience)
        kind = _(KINDS[item.kind])
        texts.append(f"{who}: {_.message(item.because)}" if who else f"{kind}: {_.message(item.because)}")
    return [SubHead(paper, _("What facts still ask for")), bullets(paper, severity("info", 9), texts, CELL, gap=1)]
