"""Indicators: worst first, the chart of the chosen one, the only field where a value is entered."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QStackedWidget

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.import_preview.opening import begin_import
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.feedback.indicator_columns import (
    MARKS,
    indicator_columns,
    is_problem,
)
from ui.steps.feedback.indicator_editor import IndicatorEditor
from ui.steps.feedback.value_card import ValueCard
from ui.widgets.buttons import IconButton
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import EmptyState, button
from ui.widgets.status_sign import StatusCounts
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.indicators import STATUSES, Status
from workshop_app.domain.model import Department, Indicator, NoteKind
from workshop_app.domain.quick_line import QuickLine
from workshop_app.services.document import Change
from workshop_app.steps.feedback.operations import (
    add_indicator,
    indicators_from_goals,
    remove_indicator,
)
from workshop_app.steps.feedback.view import FeedbackView, IndicatorLine
from workshop_app.steps.session import add_note

COUNTED = (Status.RED, Status.AMBER, Status.GREEN)
LEAST_TABLE = 96
LOW = 236
"""The height of chart and entry line (at 100 %)."""
WIDE = 1000
"""From this width on (at 100 %) the counts of the head have their words."""


class IndicatorsPage(SubPage):
    """Who enters the number, on which day, and at which value we meet at once."""

    name = "indicators"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: FeedbackView | None = None
        words, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.model: TableModel[IndicatorLine] = TableModel(
            indicator_columns(words, self._place, lambda: self.page.engagement.session.date), self.context.bridge.run
        )
        self.table = LineTable(self.model, RowDelegate(theme, icons, self, height=44))
        self.table.set_widths((124, 0, 116, 176, 196, 150), optional=(3,))
        self.table.setAccessibleName(words("Indicators"))
        self.card = ValueCard(self.context, self.run_and_tell)
        self.editor = IndicatorEditor(self.context)
        self._build()
        self._connect()

    def _place(self, department: Department | None) -> int:
        departments = self.page.engagement.departments
        return next((at for at, d in enumerate(departments) if department and d.id == department.id), 0)

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.counts = StatusCounts(theme)
        add = button(_("Indicator"), "sec", self.add_new, icons=icons, icon="plus", theme=theme)
        self.edit_button = button(_("Details"), "ghost", self._show_bottom, icons=icons, icon="pencil", theme=theme)
        self.edit_button.setCheckable(True)
        self.goals_button = button("", "ghost", self._from_goals, icons=icons, icon="target", theme=theme)
        load = IconButton("upload", _("Load values from a file"), theme, icons, self.load_values)
        table_card = TableCard()
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(LEAST_TABLE)
        self.stack.addWidget(self.table)
        sentence = _("Five to ten numbers tell whether the plan works. Take one for each goal.")
        self.stack.addWidget(
            EmptyState(
                "activity", sentence, theme, icons, primary=(_("Take them from the goals"), self._from_goals),
                quiet=(_("Add an indicator"), self.add_new),
            )
        )  # fmt: skip
        table_card.body.addWidget(self.stack)
        self.bottom = QStackedWidget()
        self.bottom.addWidget(self.card)
        self.bottom.addWidget(self.editor)
        hints = [
            ("Enter", _("enter a value")),
            ("F2", _("details")),
            ("F4", _("next signal")),
            (_("Space"), _("large in the room")),
            ("T", _("table")),
        ]
        self.lay_out(
            tabbed_header(self, (self.counts, self.goals_button, self.edit_button, load, add)),
            table_card,
            self.bottom,
            grows=table_card,
            hints=hints,
        )

    def _connect(self) -> None:
        self.table.selected.connect(lambda _id: self._row_chosen())
        self.table.opened.connect(lambda _id: self.card.value.setFocus())
        self.table.delete_wanted.connect(self._remove)
        self.table.single_keys = self._key
        self.editor.wanted.connect(self.run)
        self.editor.closed.connect(self.edit)
        self.card.recorded.connect(self.table.setFocus)
        self.card.parked.connect(self._park)

    def show_view(self, view: FeedbackView, change: Change | None) -> None:
        """Lines, counts, chart."""
        self._view = view
        _ = self.context.words
        self.counts.show_counts([(MARKS[status], view.count(status), _(STATUSES[status])) for status in COUNTED])
        unmeasured = sum(goal.indicator_id is None for goal in self.page.engagement.goals)
        self.goals_button.setText(_("From the goals: {n}", n=unmeasured))
        self.goals_button.setVisible(bool(unmeasured and view.indicators))
        self.model.set_lines(view.indicators)
        self.stack.setCurrentIndex(0 if view.indicators else 1)
        self.bottom.setVisible(bool(view.indicators))
        if view.indicators and not self.table.currentIndex().isValid():
            self.table.select(view.indicators[0].id)
        self._show_current()

    def _current(self) -> IndicatorLine | None:
        return self.model.line(self.table.currentIndex())

    def _row_chosen(self) -> None:
        self._show_current()
        self.tell_moved()

    def _show_current(self) -> None:
        line = self._current()
        self.editor.show_item(line.indicator if line else None)
        if line is None:
            return
        self.card.show_line(line, self.page.engagement.session.date)

    def load_values(self) -> None:
        """Indicators with their values from a table, looked at before anything is done."""
        begin_import(self.context, self, "indicators", Place(self.page.step_id, self.name))

    def _park(self, question: str) -> None:
        """A question about the chosen indicator for the parking."""
        self.run_and_tell(add_note(NoteKind.PARKING, QuickLine(question), self.page.step_id, datetime.now()))

    def next_problem(self, way: int) -> bool:
        """F4: the next indicator in red or amber."""
        waiting = [line.id for line in self.model.lines if is_problem(line)]
        return self.table.select_next(waiting, way)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the chart keeps its height; the counts lose their words first."""
        super().resizeEvent(event)
        self.bottom.setFixedHeight(min(self.context.theme.theme.pixels(LOW), self.height() // 2))
        self.counts.set_brief(self.width() < self.context.theme.theme.pixels(WIDE))

    def _show_bottom(self) -> None:
        self.bottom.setCurrentIndex(1 if self.edit_button.isChecked() else 0)

    def edit(self) -> None:
        """F2: the details of the chosen indicator, or its chart again."""
        editing = self._current() is not None and not self.edit_button.isChecked()
        self.edit_button.setChecked(editing)
        self._show_bottom()
        self.editor.begin() if editing else self.table.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            self.context.room.follow("feedback.one", Focus(self.focus_id()))
            return True
        if event.text().casefold() in ("t", "т", "е"):
            self.card.toggle_numbers()
            return True
        return False

    def _from_goals(self) -> None:
        goals = self.page.engagement.goals
        if any(goal.indicator_id is None for goal in goals):
            self.run_and_tell(indicators_from_goals(goals))
        else:
            _ = self.context.words
            every = _("Every goal has its indicator already")
            self.context.shell.toast(every if goals else _("No goals yet: write them in step 4 first"))

    def _remove(self, ids: list[str]) -> None:
        for row_id in ids:
            indicator = self.page.engagement.get(Indicator, row_id)
            if indicator is not None and self.run(remove_indicator(indicator)):
                self.context.shell.toast(self.context.words.message(remove_indicator(indicator).name), undo=True)

    def select(self, row_id: str | None) -> None:
        """An indicator."""
        self.table.select(row_id)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The chosen indicator."""
        return self.table.current_id() or None

    def sub_actions(self) -> tuple[Command, ...]:
        """Indicators from goals."""
        _ = self.context.words
        section = _("Feedback and monitoring")
        return (
            Command("indicator_edit", _("Details of the indicator"), self.edit, section, ("F2",), "pencil"),
            Command("indicators_from_goals", _("Indicators from the goals"), self._from_goals, section, (), "target"),
            Command("indicators_load", _("Load values from a file"), self.load_values, section, (), "upload"),
        )

    def add_new(self) -> None:
        """Ins: a new indicator, its details being typed."""
        if self.run(add_indicator(self.context.words("New indicator"))):
            self.table.select(self.page.engagement.indicators[-1].id)
            self.edit_button.setChecked(False)
            self.edit()
