"""The actions by person: what to do, with whom, until when, and a strip of time (PAPER.md 7, mini-Gantt)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any

from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.block import Block
from reports.flowables.gantt import (
    GanttCell,
    GanttHead,
    GanttScale,
    GanttState,
    gantt_sample,
    today_sample,
)
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import Mark, MarkText
from reports.flowables.numbers import Legend
from reports.flowables.signing import tick_box
from reports.flowables.status import cross, severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.shapes import group
from reports.style import CELL, CELL_DENSE, CELL_GREY, CELL_NAME_DENSE, ERROR, MM, Align, Role
from workshop_app.domain.message import N_
from workshop_app.domain.model import Action, ActionStatus, Person
from workshop_app.domain.time_strip import near
from workshop_app.i18n import Words
from workshop_app.steps.plan.view import ActionLine, PlanView, plan_view

_SPARE = timedelta(days=2)


def actions_by_person(paper: Paper, source: Source) -> list[Any]:
    """The section of the actions."""
    _ = paper.words
    view = plan_view(source.engagement, source.context)
    if not view.actions:
        return [
            Section(paper, _("Actions by person")),
            nothing(paper, _("No actions yet: they are agreed in step 11.")),
        ]
    scale = time_scale(view.actions, view)
    table = actions_table(paper, source, view.actions, scale)
    return [Section(paper, _("Actions by person"), _fact(_, view)), table]


def _fact(words: Words, view: PlanView) -> str:
    planned = [line for line in view.actions if line.action.status is not ActionStatus.CANCELLED]
    people = len({line.action.owner_id for line in planned if line.owner})
    counts = [
        words.plural("{n} action", "{n} actions", len(planned)),
        words.plural("{n} person", "{n} people", people),
    ]
    done = sum(line.action.status is ActionStatus.DONE for line in planned)
    late = sum(line.overdue > 0 for line in planned)
    states = [words("done {n}", n=done)] if done else []
    states += [words("overdue {n}", n=late)] if late else []
    return ", ".join(counts) + (f": {', '.join(states)}" if states else "")


def time_scale(lines: Sequence[ActionLine], view: PlanView) -> GanttScale | None:
    """The strip's first and last day; None when nothing has a date. Today's line only where it falls inside."""
    due = [near(line.action.due, view.as_of) for line in lines if line.action.due]
    due += [near(line.action.done_on, view.as_of) for line in lines if line.action.done_on]
    if not due:
        return None
    start = min(near(view.starts or due[0], view.as_of), *due)
    end = max(due)
    late = any(line.overdue > 0 for line in lines)
    if late and view.as_of > end:
        end = view.as_of
    end = min(max(end, start + timedelta(days=28)), date.max - _SPARE) + _SPARE
    inside = start <= view.as_of <= end
    return GanttScale(start, end, view.as_of if inside else None)


def actions_table(paper: Paper, source: Source, lines: Sequence[ActionLine], scale: GanttScale | None) -> PaperTable:
    """Actions grouped by person; without a scale the strip is left out."""
    _ = paper.words
    together = any(line.action.co_owner_id for line in lines)
    columns = [
        Column(_("Who"), 29),
        Column("", fixed=15),
        Column(_("Action and visible result"), 66, role=CELL_DENSE, grows=True),
        *([Column(_("With whom"), 15, role=CELL_GREY)] if together else []),
        Column(_("Due"), 13),
    ]
    if scale is not None:
        columns.append(Column(GanttHead(paper, scale), fixed=42 * MM))
    groups = [
        RowGroup([action_row(paper, source, line, scale, together=together) for line in own], lead)
        for lead, own in ((_lead(paper, source, person), own) for person, own in _by_person(source, lines))
    ]
    return PaperTable(paper, columns, groups, foot=_legend(paper, source, lines, scale), padding=1.5)


def _by_person(source: Source, lines: Sequence[ActionLine]) -> list[tuple[Person | None, list[ActionLine]]]:
    groups: dict[str | None, list[ActionLine]] = {}
    for line in lines:
        owner = source.engagement.person(line.action.owner_id)
        groups.setdefault(owner.id if owner else None, []).append(line)
    people = [(source.engagement.person(person_id), sorted(own, key=_order)) for person_id, own in groups.items()]
    last = (10**6, 0)
    return sorted(people, key=lambda item: source.place_of(item[0]) if item[0] else last)


def _order(line: ActionLine) -> tuple[bool, date]:
    return line.action.status is ActionStatus.CANCELLED, line.action.due or date.max


def _lead(paper: Paper, source: Source, person: Person | None) -> Block:
    """Badge and name; under the name where somebody belongs whose department is none of the plan's."""
    width = max((badge(each, BADGE_CELL).width for each in source.departments), default=0)
    if person is None:
        words = paper.words("nobody owns it")
        return MarkText(paper, severity("error", 9), words, CELL.bold(), gap=5, mark_width=width)
    home = source.department(person.department_id)
    elsewhere = source.home(person)
    name: list[str | Run] = [source.short(person.id)]
    if home is None and (said := source.position(person) or (elsewhere.code if elsewhere else "")):
        name.append(Run(f"\n{said}", CELL_GREY))
    return MarkText(paper, badge(home, BADGE_CELL) if home else BLANK, name, CELL.bold(), gap=5, mark_width=width)


BLANK = Mark(0, 0, group())
"""Stands where somebody has no badge, so that names stay level."""


def action_row(
    paper: Paper, source: Source, line: ActionLine, scale: GanttScale | None, *, together: bool = True
) -> Row:
    """One action of a person; with who helps where the table has such a column."""
    action = line.action
    helper = [source.surname(action.co_owner_id)] if together else []
    cells: list[Any] = [_box(paper, action), action_text(paper, action), *helper, due_cell(paper, line)]
    if scale is not None:
        cells.append(gantt_cell(paper, source, line, scale))
    return Row(cells)


def _box(paper: Paper, action: Action) -> Mark:
    words = paper.words
    if action.status is ActionStatus.CANCELLED:
        return cross(8, words=words("cancelled"))
    box = tick_box(action.status is ActionStatus.DONE)
    said = words("done") if action.status is ActionStatus.DONE else words("open")
    return Mark(box.width, box.height, box.shapes, said)


def action_text(paper: Paper, action: Action) -> list[str | Run]:
    """Title and visible result; why it moved or that it was cancelled."""
    words = paper.words
    cancelled = action.status is ActionStatus.CANCELLED
    parts: list[str | Run] = [Run(action.title, CELL_GREY if cancelled else CELL_NAME_DENSE)]
    if action.result and action.result.strip():
        parts.append(Run(f" → {action.result.strip()}", CELL_GREY))
    if cancelled:
        parts.append(Run(" · " + words("cancelled"), CELL_GREY))
    if action.moves and action.moved_reason:
        parts.append(Run(" · " + words("moved: {reason}", reason=action.moved_reason.strip()), CELL_GREY))
    return parts


def due_cell(paper: Paper, line: ActionLine, base: Role = CELL, align: Align = "left") -> Block:
    """The date: bold while to be done, red when late, with the first date under it when it moved."""
    words, action = paper.words, line.action
    settled = action.status in (ActionStatus.DONE, ActionStatus.CANCELLED)
    role = base if settled else base.bold()
    if action.due is None:
        return Text(
            paper, NOTHING if settled else words("no date"), role if settled else role.coloured(ERROR), align=align
        )
    main = Text(paper, words.date_short(action.due), role.coloured(ERROR) if line.overdue > 0 else role, align=align)
    if action.original_due and action.original_due != action.due:
        before = words("was {date}", date=words.date_short(action.original_due))
        return Stack([main, Text(paper, before, CELL_GREY, align=align)])
    return main


def gantt_cell(paper: Paper, source: Source, line: ActionLine, scale: GanttScale) -> GanttCell | None:
    """The bar of an action: from the session, or from the day what it waits for was done or is due."""
    action = line.action
    end = action.done_on if action.status is ActionStatus.DONE and action.done_on else action.due
    if end is None or action.status is ActionStatus.CANCELLED:
        return None
    start = min(_starts(source, action) or scale.start, end)
    state = _state(line)
    said = paper.words(STATES[state])
    return GanttCell(paper, scale, start, end, state, said)


STATES: Mapping[GanttState, str] = MappingProxyType(
    {
        "done": N_("done"),
        "running": N_("under way, the diamond is the due date"),
        "planned": N_("not begun"),
        "overdue": N_("overdue"),
    }
)
"""What each kind of bar means, as a message id."""


def _state(line: ActionLine) -> GanttState:
    if line.action.status is ActionStatus.DONE:
        return "done"
    if line.overdue > 0:
        return "overdue"
    return "running" if line.action.status is ActionStatus.IN_PROGRESS else "planned"


def _starts(source: Source, action: Action) -> date | None:
    before = [other for other in source.engagement.actions if other.id in action.depends_on]
    days = [day for other in before if (day := other.done_on or other.due)]
    return max(days, default=None)


def _legend(paper: Paper, source: Source, lines: Sequence[ActionLine], scale: GanttScale | None) -> Legend | None:
    if scale is None:
        return None
    _ = paper.words
    shown = {_state(line) for line in lines if line.action.status is not ActionStatus.CANCELLED}
    items = [(gantt_sample(state, paper.accent), _(text)) for state, text in STATES.items() if state in shown]
    if scale.today is not None:
        items.append((today_sample(paper.accent), _("today, {date}", date=_.date_short(source.as_of))))
    return Legend(paper, items, before=2)
