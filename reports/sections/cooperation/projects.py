"""Joint projects and standing teams: purpose, people, measure, stages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from reports.flowables.block import Block
from reports.flowables.gantt import stage_line
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkRow
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CAPTION, CELL, CELL_BOLD, CELL_DENSE, CELL_GREY, ERROR
from workshop_app.domain.model import ProjectKind, StageStatus
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import ProjectCard, cooperation_view

_Stage = Literal["done", "current", "to come"]
_STAGES: Mapping[StageStatus, _Stage] = MappingProxyType(
    {StageStatus.DONE: "done", StageStatus.IN_PROGRESS: "current", StageStatus.OPEN: "to come"}
)


def projects(paper: Paper, source: Source) -> list[Any]:
    """The section of projects."""
    _ = paper.words
    view = cooperation_view(source.engagement, source.context)
    head = Section(paper, _("Joint projects and teams"), _fact(_, view.projects))
    if not view.projects:
        return [head, nothing(paper, _("No joint projects yet."))]
    columns = [
        Column(_("Project"), 56, row_head=True),
        Column(_("People"), 54, role=CELL_DENSE),
        Column(_("Result"), 28),
        Column(_("Stages"), 48),
    ]
    return [head, PaperTable(paper, columns, [_row(paper, source, card) for card in view.projects])]


def _fact(words: Words, cards: tuple[ProjectCard, ...]) -> str:
    return words.plural("{n} project", "{n} projects", len(cards)) if cards else ""


def _row(paper: Paper, source: Source, card: ProjectCard) -> Row:
    return Row([_what(paper, card), _people(paper, source, card), _result(paper, card), _stages(paper, card)])


def _what(paper: Paper, card: ProjectCard) -> Stack:
    _ = paper.words
    item = card.project
    blocks: list[Block] = [Text(paper, item.title or _("untitled"), CELL_BOLD)]
    if item.purpose and item.purpose.strip():
        blocks.append(Text(paper, item.purpose.strip(), CELL_DENSE))
    days = [_.date_year(day) for day in (item.start, item.end) if day]
    kind = _("standing team") if item.kind is ProjectKind.TEAM else " — ".join(days)
    if kind:
        blocks.append(Text(paper, kind, CELL_GREY))
    lacks = [_(part) for part in card.missing]
    if lacks:
        blocks.append(Text(paper, _("missing: {parts}", parts=", ".join(lacks)), CELL_DENSE.coloured(ERROR)))
    return Stack(blocks)


def _people(paper: Paper, source: Source, card: ProjectCard) -> list[str | Run]:
    _ = paper.words
    item = card.project
    others = [source.short(person) for person in item.team if person != item.leader_id]
    text: list[str | Run] = [Run(source.short(item.leader_id), CELL_DENSE.bold())]
    if others:
        text.append(", " + ", ".join(others))
    if item.sponsor_id:
        text.append(Run("\n" + _("sponsor {name}", name=source.short(item.sponsor_id)), CELL_GREY))
    return text


def _result(paper: Paper, card: ProjectCard) -> list[str | Run]:
    item = card.project
    text: list[str | Run] = [Run(paper.words.number(item.result_target), CELL_BOLD.sized(11))]
    if item.result_metric and item.result_metric.strip():
        text.append(Run(f"\n{item.result_metric.strip()}", CELL_DENSE))
    return text


def _stages(paper: Paper, card: ProjectCard) -> Block:
    _ = paper.words
    live = [stage for stage in card.stages if stage.status in _STAGES]
    if not live:
        return Text(paper, NOTHING, CELL)
    marks = stage_line([_STAGES[stage.status] for stage in live], paper.accent, 110)
    lines: list[Block] = [MarkRow([marks], after=2)]
    for stage in live:
        role = CAPTION.medium() if stage.status is StageStatus.IN_PROGRESS else CAPTION
        lines.append(Text(paper, f"{stage.title}: {_.date_short(stage.due)}", role))
    return Stack(lines)
