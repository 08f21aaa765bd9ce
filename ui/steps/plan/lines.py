"""Lines of the plan's table: a head for each group, then its actions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.timelines import GanttPaint, MonthMark
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Action, ActionStatus
from workshop_app.domain.text_key import single_line
from workshop_app.domain.time_strip import month_starts
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.plan.operations import change_action
from workshop_app.steps.plan.view import ActionLine, PlanView, grouped


@frozen
class PlanLine:
    """A group's head (``line`` None) or an action."""

    id: str
    title: str
    caption: str = ""
    line: ActionLine | None = None
    badge: tuple[str, int] | None = None
    home: str = ""
    strip: GanttPaint | None = None

    @property
    def action(self) -> Action | None:
        """The action of the line."""
        return self.line.action if self.line else None


def plan_lines(view: PlanView, by: str, words: Words, order: dict[str, int]) -> list[PlanLine]:
    """All lines grouped by ``person``, ``date`` or ``department``; ``order`` are the departments' places by id."""
    lines: list[PlanLine] = []
    for key, group in grouped(view, by):
        lines.append(_head(key, group, by, words, order))
        lines += [
            PlanLine(line.id, line.action.title, _caption(line, by, words), line, strip=_strip(view, line))
            for line in group
        ]
    return lines


def _head(key: str, group: tuple[ActionLine, ...], by: str, words: Words, order: dict[str, int]) -> PlanLine:
    _ = words
    due = [line.action.due for line in group if line.action.due]
    caption = words.plural("{n} action", "{n} actions", len(group))
    if due:
        caption += _(", until {date}", date=words.date_short(max(due)))
    department = group[0].department if by != "date" else None
    badge = (department.short, order.get(department.id, 0)) if department else None
    home = department.name if department else ""
    return PlanLine(f"group:{by}:{key}", _group_title(key, by, words), caption, badge=badge, home=home)


def _group_title(key: str, by: str, words: Words) -> str:
    _ = words
    if key == "~cancelled":
        return _("Cancelled")
    if by == "date":
        if not key:
            return _("No date")
        year, month = key.split("-")
        return f"{words.month(date(int(year), int(month), 1), 'wide').capitalize()} {year}"
    return key or (_("No owner") if by == "person" else _("No department"))


def _caption(line: ActionLine, by: str, words: Words) -> str:
    parts = []
    if by != "person" and line.owner:
        parts.append(line.owner)
    if line.action.result:
        parts.append(line.action.result)
    if line.overdue > 0:
        parts.append(words.plural("{n} day overdue", "{n} days overdue", line.overdue))
    return " · ".join(parts)


def _strip(view: PlanView, line: ActionLine) -> GanttPaint | None:
    if view.starts is None or view.ends is None or view.ends <= view.starts:
        return None
    return GanttPaint(
        view.starts,
        view.ends,
        line.action.due,
        line.action.done_on if line.action.status is ActionStatus.DONE else None,
        view.as_of,
        view.starts,
        line.overdue > 0,
        tuple(followup.date for followup in view.followups if followup.date),
        line.faulty,
    )


STATUS_ICONS = {
    ActionStatus.OPEN: ("circle", "text3"),
    ActionStatus.IN_PROGRESS: ("loader-circle", "accent"),
    ActionStatus.DONE: ("circle-check", "ok"),
    ActionStatus.CANCELLED: ("circle-x", "text3"),
}


def is_head(line: PlanLine) -> bool:
    """Whether the line heads a group."""
    return line.line is None


ROOM_FOR_A_MONTH = 0.15
"""Of the strip: what the name of a month takes."""


def months_of(view: PlanView, words: Words) -> tuple[MonthMark, ...]:
    """The months of the strip with their short names, for its head; the one it begins in where it has room."""
    if view.starts is None or view.ends is None:
        return ()
    span = (view.ends - view.starts).days
    marks = tuple(
        MonthMark(words.month(first, "abbreviated"), (first - view.starts).days / span)
        for first in month_starts(view.starts, view.ends)
    )
    roomy = not marks or marks[0].share > ROOM_FOR_A_MONTH
    return (MonthMark(words.month(view.starts, "abbreviated"), 0.0), *marks) if roomy else marks


def plan_columns(words: Words, months: Callable[[], tuple[MonthMark, ...]]) -> list[Column[PlanLine]]:
    """Title, due date, strip; ``months`` stand over the strip."""
    _ = words

    def rename(line: PlanLine, value: str) -> Operation | None:
        title = single_line(value)
        action = line.action
        return change_action(action, title=title) if action and title and title != action.title else None

    return [
        Column(
            "title",
            _("Action"),
            lambda line: line.title,
            rename,
            roles={
                roles.GROUP: is_head,
                roles.BADGE: lambda line: line.badge,
                roles.CAPTION: lambda line: line.caption,
                roles.ICON: lambda line: STATUS_ICONS[line.action.status] if line.action else None,
            },
            editable=lambda line: line.line is not None,
            tooltip=lambda line: "\n".join(dict.fromkeys(filter(None, (line.title, line.home)))),
        ),
        Column(
            "due",
            _("Due"),
            lambda line: (
                "" if line.action is None else words.date_short(line.action.due) if line.action.due else _("no date")
            ),
            roles={roles.GROUP: is_head, roles.TONE: lambda line: _due_tone(line)},
        ),
        Column(
            "strip",
            _("Time strip"),
            lambda line: "",
            roles={roles.GROUP: is_head, roles.GANTT: lambda line: line.strip},
            header={roles.GANTT: months},
        ),
    ]


def _due_tone(line: PlanLine) -> str:
    if line.line is None:
        return "text"
    return "err" if line.line.overdue > 0 or line.line.action.due is None else "text2"
