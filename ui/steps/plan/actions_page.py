"""Actions by person, date or department with their strip; the editor below, the plan check at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QStyleOptionViewItem, QVBoxLayout

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.plan.action_editor import ActionEditor
from ui.steps.plan.check_panel import CheckPanel
from ui.steps.plan.lines import PlanLine, months_of, plan_columns, plan_lines
from ui.widgets import roles
from ui.widgets.delegates.cell import ROW_HEIGHT, CellDelegate, Index
from ui.widgets.delegates.special import GanttDelegate
from ui.widgets.layout import Card, EmptyState, HintLine, StepHeader, button
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_view import LineTable
from ui.widgets.timelines import MonthMark
from workshop_app.domain.date_text import parse_date
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus
from workshop_app.domain.quick_line import people_matching
from workshop_app.services.document import Change
from workshop_app.services.operations import move_row, together
from workshop_app.steps.plan.operations import add_action, change_status, remove_actions
from workshop_app.steps.plan.view import PlanView

LOWEST = 112
"""Pixels of the table that the editor leaves it."""


class PlanDelegate(CellDelegate):
    """Text cells, and the strip where a cell has one."""

    def __init__(self, page: ActionsPage) -> None:
        super().__init__(page.context.theme, page.context.icons, page, height=ROW_HEIGHT)
        self._strip = GanttDelegate(page.context.theme, page.context.icons, page)

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Strip or text."""
        if index.data(roles.GANTT) is not None:
            self._strip.content(painter, box, option, index)
        else:
            super().content(painter, box, option, index)


class ActionsPage(SubPage):
    """The plan."""

    name = "actions"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: PlanView | None = None
        self.model: TableModel[PlanLine] = TableModel(
            plan_columns(self.context.words, self._months), self.context.bridge.run
        )
        self.table = LineTable(self.model, PlanDelegate(self), reorder=True)
        self.table.set_widths((0, 92, 240), optional=(2,))
        self.editor = ActionEditor(self.context)
        self.checks = CheckPanel(self.context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.by = SegmentedControl(theme, icons)
        self.by.set_items([("person", _("By person")), ("date", _("By date")), ("department", _("By department"))])
        add = button(_("Action"), "sec", self.add_new, icons=icons, icon="plus", theme=theme, tip=_("New action (Ins)"))
        to_print = button(
            _("Print and PDF …"),
            "pri",
            lambda: self.page.go_to(Place("plan", "print")),
            icons=icons,
            icon="printer",
            theme=theme,
        )
        card = Card(margins=1, spacing=0)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            EmptyState(
                "list-todo",
                _("No actions yet. Each one has a result verb, one name and one date."),
                theme,
                icons,
                primary=(_("First action"), self.add_new),
            )
        )
        card.body.addWidget(self.stack)
        self.stack.setMinimumHeight(LOWEST)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(card, 1)
        left.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.checks)
        hints = [
            ("Ins", _("new action")),
            (_("Space"), _("done")),
            ("Enter", _("edit below")),
            ("Alt+↑/↓", _("move")),
            ("Del", _("remove")),
            ("Ctrl+V", _("paste rows: title, owner, date, result")),
        ]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(StepHeader(_("Action plan"), theme, (self.by, add, to_print)))
        column.addLayout(row, 1)
        column.addWidget(HintLine(hints, theme))

    def _connect(self) -> None:
        self.by.chosen.connect(lambda _key: self._fill())
        self.table.selected.connect(self._chosen)
        self.table.opened.connect(lambda _id: self.editor.title.setFocus())
        self.table.delete_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self._paste)
        self.table.single_keys = self._key

    def show_view(self, view: PlanView, change: Change | None) -> None:
        """Lines, editor, checks."""
        self._view = view
        self._fill()
        self.checks.show_results(self.context.bridge.check_results)

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        departments = self.page.engagement.departments
        order = {department.id: place for place, department in enumerate(departments)}
        self.model.set_lines(plan_lines(view, self.by.current(), self.context.words, order))
        self.table.horizontalHeader().viewport().update()
        self.stack.setCurrentIndex(0 if view.actions else 1)
        if not self.table.currentIndex().isValid() and view.actions:
            self.table.select(next(line.id for line in self.model.lines if line.line))
        self.editor.show_action(self._current())

    def _months(self) -> tuple[MonthMark, ...]:
        return months_of(self._view, self.context.words) if self._view else ()

    def _current(self) -> Action | None:
        line = self.model.line(self.table.currentIndex())
        return line.action if line else None

    def _chosen(self, _row_id: str) -> None:
        self.editor.show_action(self._current())
        self.tell_moved()

    def _key(self, event: QKeyEvent) -> bool:
        action = self._current()
        if event.key() != Qt.Key.Key_Space or action is None:
            return False
        status = ActionStatus.OPEN if action.status is ActionStatus.DONE else ActionStatus.DONE
        return self.run(change_status(action, status, self.context.bridge.as_of))

    def _actions(self, ids: list[str]) -> list[Action]:
        return [action for action in self.page.engagement.actions if action.id in set(ids)]

    def _remove(self, ids: list[str]) -> None:
        actions = self._actions(ids)
        if actions:
            self.run_and_tell(remove_actions(actions))

    def _move(self, moved: str, before: str) -> None:
        engagement = self.page.engagement
        action = engagement.get(Action, moved)
        if action is not None:
            self.run(move_row(action, engagement.get(Action, before or None)))
            self.table.select(moved)

    def _paste(self, rows: list[list[str]]) -> None:
        people, today = self.page.engagement.people, self.context.bridge.as_of
        operations = []
        for title, *rest in rows:
            owner = due = None
            words = []
            for cell in filter(None, rest):
                found = people_matching(cell, people)
                if due is None and parse_date(cell, today):
                    due = parse_date(cell, today)
                elif owner is None and len(found) == 1:
                    owner = found[0].id
                else:
                    words.append(cell)
            operations.append(add_action(title, owner_id=owner, due=due, result=" ".join(words) or None))
        if operations:
            name = operations[0].name if len(operations) == 1 else self._pasted(len(operations))
            self.run(together(name, operations))

    def _pasted(self, n: int) -> Message:
        from workshop_app.domain.message import Message

        return Message(N_("{n} actions pasted"), {"n": n})

    def select(self, row_id: str | None) -> None:
        """Select an action; a person or department selects its first one."""
        if self.table.select(row_id):
            self.table.setFocus()
            return
        line = next((x for x in self.model.lines if x.line and row_id in (x.line.action.owner_id, _dept(x))), None)
        if line is not None:
            self.table.select(line.id)

    def focus_id(self) -> str | None:
        """The current action."""
        action = self._current()
        return action.id if action else None

    def room_focus(self) -> Focus:
        """The current action and the grouping."""
        return Focus(self.focus_id(), options=(("by", self.by.current()),))

    def sub_actions(self) -> tuple[Command, ...]:
        """Adding, and the plan check."""
        _ = self.context.words
        section = _("Action plan")
        return (
            Command("plan_add", _("New action"), self.add_new, section, (), "plus"),
            Command(
                "plan_fix", _("Cure the first problem"), self.checks.fix_first, section, ("Ctrl+Shift+F",), "check"
            ),
        )

    def add_new(self) -> None:
        """Ins: a new action, its title being typed."""
        _ = self.context.words
        if self.run(add_action(_("New action"))):
            made = self.page.engagement.actions[-1]
            self.table.select(made.id)
            self.editor.show_action(made)
            self.editor.title.setFocus()
            self.editor.title.selectAll()


def _dept(line: PlanLine) -> str | None:
    return line.line.department.id if line.line and line.line.department else None
