"""Actions by person, date or department with their strip; the editor below, the plan check at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QVBoxLayout

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.table_page import TablePage
from ui.pages.unwritten import Unwritten
from ui.steps.plan.action_editor import ActionEditor
from ui.steps.plan.check_panel import CheckPanel
from ui.steps.plan.lines import PlanLine, months_of, plan_columns, plan_lines
from ui.widgets import roles
from ui.widgets.delegates.cell import ROW_HEIGHT, CellDelegate, Index
from ui.widgets.delegates.special import GanttDelegate
from ui.widgets.layout import EmptyState, StepHeader, button
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_view import LineTable
from ui.widgets.timelines import MonthMark
from workshop_app.domain.model import Action, ActionStatus
from workshop_app.domain.places import places_of
from workshop_app.services.document import Change, Operation
from workshop_app.steps.plan.operations import add_action, change_status, give_to, remove_actions
from workshop_app.steps.plan.view import PlanView

LOWEST = 112
"""Pixels of the table that the editor leaves it."""
LOW_PAGE = 560
NARROW_PAGE = 1040
"""Pixels below which the plan has the whole page, and its check comes with a button of the head (DESIGN 5)."""


class PlanDelegate(CellDelegate):
    """Text cells, and the strip where a cell has one."""

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page.context.theme, page.context.icons, page, height=ROW_HEIGHT)
        self._strip = GanttDelegate(page.context.theme, page.context.icons, page)

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Strip or text."""
        if index.data(roles.GANTT) is not None:
            self._strip.content(painter, box, option, index)
        else:
            super().content(painter, box, option, index)


class ActionsPage(TablePage[PlanLine, Action]):
    """The plan."""

    name = "actions"
    wide = True
    row_type = Action

    def __init__(self, page: SteppedPage) -> None:
        context = page.context
        model: TableModel[PlanLine] = TableModel(plan_columns(context.words, self._months), context.bridge.run)
        table = LineTable(model, PlanDelegate(page), reorder=True)
        table.set_widths((0, 92, 240), optional=(2,))
        table.setAccessibleName(context.words("Actions"))
        super().__init__(page, model, table)
        self._view: PlanView | None = None
        self.editor = ActionEditor(context)
        self.checks = CheckPanel(context)
        self._build()
        self.checks.told.connect(self.check_button.setText)
        self.by.chosen.connect(lambda _key: self._fill())
        table.opened.connect(lambda _id: self.editor.title.setFocus())
        self._unwritten = Unwritten(context.bridge)
        self.editor.left.connect(self._back_to_list)

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
        self.check_button = button("", "sec", self._show_checks, icons=icons, icon="circle-alert", theme=theme)
        self.check_button.setCheckable(True)
        self.fill_stack(
            EmptyState(
                "list-todo",
                _("No actions yet. Each one has a result verb, one name and one date."),
                theme,
                icons,
                primary=(_("First action"), self.add_new),
            ),
            LOWEST,
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.stack, 1)
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
        self.lay_out(
            StepHeader(_("Action plan"), theme, (self.by, add, self.check_button, to_print)),
            row,
            grows=row,
            hints=hints,
        )

    def show_view(self, view: PlanView, change: Change | None) -> None:
        """Lines, editor, checks."""
        self._view = view
        self._fill()
        self.checks.show_results(self.context.bridge.check_results)

    def _fill(self) -> None:
        view = self._view
        if view is None:
            return
        order = places_of(self.page.engagement.departments)
        self.show_lines(plan_lines(view, self.by.current(), self.context.words, order))
        self._widen_headings()
        self.editor.setVisible(bool(self.model.lines))
        self.table.horizontalHeader().viewport().update()

    def _widen_headings(self) -> None:
        """A heading has the room of its date too."""
        self.table.clearSpans()
        for row, line in enumerate(self.model.lines):
            if self.is_heading(line):
                self.table.setSpan(row, 0, 1, 2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: on a low page further fields come when they are wanted, on a narrow one the check."""
        super().resizeEvent(event)
        self.editor.set_roomy(self.height() >= self.context.theme.theme.pixels(LOW_PAGE))
        self._show_checks()

    def _show_checks(self) -> None:
        narrow = self.width() < self.context.theme.theme.pixels(NARROW_PAGE)
        self.check_button.setVisible(narrow)
        self.checks.setVisible(not narrow or self.check_button.isChecked())

    def _toggle_checks(self) -> None:
        self.check_button.toggle()
        self._show_checks()

    def _months(self) -> tuple[MonthMark, ...]:
        return months_of(self._view, self.context.words) if self._view else ()

    def is_heading(self, line: PlanLine) -> bool:
        """People, months or departments head their actions."""
        return line.line is None

    def follow(self) -> None:
        """The editor shows the current action."""
        self.editor.show_action(self.current())

    def single_key(self, event: QKeyEvent) -> bool:
        """Space: done or not."""
        action = self.current()
        if event.key() != Qt.Key.Key_Space or action is None:
            return False
        status = ActionStatus.OPEN if action.status is ActionStatus.DONE else ActionStatus.DONE
        return self.run(change_status(action, status, self.context.bridge.as_of))

    def regrouped(self, record: Action, place: int) -> Operation | None:
        """Let go among another person's actions it is theirs; a month or a department names no one date or owner."""
        if self.by.current() != "person" or place < 1:
            return None
        heading = self._heading_of(place - 1)
        group = [line.action for line in self.model.lines if line.action and self._heading_of_line(line) == heading]
        if not group or group[0].status is ActionStatus.CANCELLED:
            return None
        above, engagement = self.model.lines[place - 1].action, self.page.engagement
        others = [action for action in engagement.actions if action.id != record.id]
        following = others[others.index(above) + 1 :] if above is not None else group
        return give_to(record, engagement.person(group[0].owner_id), next(iter(following), None))

    def _heading_of_line(self, line: PlanLine) -> str:
        return self._heading_of(self.model.row_of(line.id))

    def removal(self, records: Sequence[Action]) -> Operation:
        """Actions."""
        return remove_actions(records)

    def paste(self, rows: list[list[str]]) -> None:
        """Rows of a plan: columns by their heads or their look."""
        from workshop_app.steps.plan.pasting import paste_actions, plan_paste

        _ = self.context.words
        plan = plan_paste(self.page.engagement, rows, self.context.bridge.as_of)
        if not plan.rows:
            self.context.shell.toast(_("Nothing new: these actions are in the plan already"))
        elif self.run(paste_actions(plan)):
            said = [_("Actions: {n} new", n=plan.added)]
            said += [_("{n} changed", n=plan.updated)] if plan.updated else []
            said += [_("{n} cells not understood", n=len(plan.doubts))] if plan.doubts else []
            self.context.shell.toast(", ".join(said), undo=True)
            self.table.select(plan.rows[0].id)
            self.table.setFocus()

    def select(self, row_id: str | None) -> None:
        """Select an action; a person or department selects its first one."""
        if self.table.select(row_id):
            self.table.setFocus()
            return
        line = next((x for x in self.model.lines if x.line and row_id in (x.line.action.owner_id, _dept(x))), None)
        if line is not None:
            self.table.select(line.id)

    def room_focus(self) -> Focus:
        """The current action and the grouping."""
        return Focus(self.focus_id(), options=(("by", self.by.current()),))

    def sub_actions(self) -> tuple[Command, ...]:
        """Adding, and the plan check."""
        _ = self.context.words
        section = _("Action plan")
        return (
            Command("plan_add", _("New action"), self.add_new, section, (), "plus"),
            Command("plan_check", _("Plan check"), self._toggle_checks, section, (), "circle-alert"),
            Command(
                "plan_fix", _("Cure the first problem"), self.checks.fix_first, section, ("Ctrl+Shift+F",), "check"
            ),
        )

    def add_new(self) -> None:
        """Ins: a new action, its title being typed."""
        _ = self.context.words
        if self.run_and_select(add_action(_("New action"))):
            self._unwritten.begin(self.page.engagement.rows(Action)[-1])
            self.editor.title.setFocus()
            self.editor.title.selectAll()

    def _back_to_list(self) -> None:
        """A new action of which nothing was written goes again."""
        self.table.setFocus()
        self._unwritten.drop()


def _dept(line: PlanLine) -> str | None:
    return line.line.department.id if line.line and line.line.department else None
