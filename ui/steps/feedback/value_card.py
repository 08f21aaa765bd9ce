"""The chart of one indicator and the only field where its values are entered, changed and taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.steps.feedback.indicator_columns import (
    measured,
    meeting_at,
    run_builder,
    run_table,
    signal_icon,
    signal_numbers,
    signal_tone,
)
from ui.widgets.chart import ChartWidget
from ui.widgets.date_field import DateField
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, FieldMessage, button, plain_label
from ui.widgets.number_field import NumberField
from workshop_app.domain.indicators import next_entry
from workshop_app.services.document import Operation
from workshop_app.steps.feedback.operations import enter_value, remove_value
from workshop_app.steps.feedback.view import IndicatorLine
from workshop_app.steps.indicator_words import signal_words


class ValueCard(Card):
    """``recorded`` when a value was written down; ``parked`` carries a question about the indicator."""

    recorded = Signal()
    parked = Signal(str)

    def __init__(self, context: WindowContext, run: Callable[[Operation], bool]) -> None:
        super().__init__(margins=12, spacing=6)
        self.context, self._run = context, run
        self._line: IndicatorLine | None = None
        self._opened = False
        """Whether the field holds a value of this indicator that is to be written anew."""
        theme = context.theme
        self.chart = ChartWidget(theme, context.icons, context.words, "", minimum=120)
        self.chart.row_removed.connect(self._remove)
        self.chart.row_opened.connect(self._open)
        self.says = plain_label("", theme, "control_strong", "text2")
        self.sign = IconLabel("circle-alert", theme, context.icons, "text2")
        for part in (self.sign, self.says):
            self.chart.set_aside(part)
        self.body.addWidget(self.chart, 1)
        self.body.addLayout(self._entry())

    def _entry(self) -> QHBoxLayout:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.value = NumberField(theme, self.context.words, _("New value"), "", low=None)
        self.value.setFixedWidth(90)
        self.value.returnPressed.connect(self.record)
        self.date = DateField(theme, icons, self.context.words, self.context.bridge.as_of, _("On"), past=True)
        self.date.setFixedWidth(150)
        self.message = FieldMessage(theme)
        self.meeting = ToneLabel(theme, "caption", "text2")
        self.meeting.setAlignment(Qt.AlignmentFlag.AlignRight)
        park = button(_("To the parking"), "ghost", self._park, icons=icons, icon="circle-parking", theme=theme)
        record = button(_("Write it down"), "pri", self.record, icons=icons, icon="check", theme=theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(plain_label(_("New value"), theme, "small", "text2"))
        row.addWidget(self.value)
        row.addWidget(plain_label(_("on"), theme, "small", "text2"))
        row.addWidget(self.date)
        row.addWidget(self.message)
        row.addWidget(self.meeting, 1)
        row.addWidget(park)
        row.addWidget(record)
        return row

    def show_line(self, line: IndicatorLine, session: date | None) -> None:
        """Another indicator, or the same with other values."""
        words, as_of = self.context.words, self.context.bridge.as_of
        if self._opened and self._line is not None and self._line.id != line.id:
            self._clear()
        self._line = line
        self.chart.set_title(line.indicator.title, measured(line, words))
        said = signal_words(line.trend, words)
        numbers = signal_numbers(line, words)
        self.says.setText(f"{said}: {numbers}" if numbers else said)
        self.says.set_token(signal_tone(line))
        icon = signal_icon(line)
        self.sign.setVisible(icon is not None)
        if icon is not None:
            self.sign.set_icon(*icon)
        self.meeting.setText(meeting_at(line, words))
        self.chart.show_chart(run_builder(line, session, words), run_table(line, words))
        if not self.date.dirty():
            self.date.set_current(min(next_entry(line.indicator, line.trend.points, as_of), as_of))

    def record(self) -> None:
        """Write the typed value down."""
        _ = self.context.words
        self.date.commit()
        self.value.commit()
        value, day = self.value.value, self.date.value
        if self._line is None or not self.value.text().strip():
            return
        if not self.value.understood() or not isinstance(value, Decimal) or not isinstance(day, date):
            self.message.say(_("A number and a date, please."))
            return
        self.message.say("")
        if self.context.bridge.run(enter_value(self._line.indicator, day, value)) is not None:
            self._clear()
            self.recorded.emit()

    def _clear(self) -> None:
        self._opened = False
        self.value.revert()
        self.value.set_current(None)

    def toggle_numbers(self) -> None:
        """T: the values as a table, the last one ready for Enter and Del; the chart again."""
        self.chart.toggle_table()
        if self.chart.table_button.isChecked() and self._line is not None:
            self.chart.table.selectRow(len(self._line.trend.points) - 1)
            self.chart.table.setFocus()

    def _open(self, row: int) -> None:
        """Enter in the table: the day and its value stand ready to be overwritten."""
        if self._line is not None:
            point = self._line.trend.points[row]
            self.date.set_current(point.date)
            self.value.set_current(point.value)
            self._opened = True
            self.value.setFocus()
            self.value.selectAll()

    def _remove(self, row: int) -> None:
        """Del in the table."""
        if self._line is not None and self._run(remove_value(self._line.indicator, self._line.trend.points[row])):
            self.chart.table.selectRow(min(row, len(self._line.trend.points) - 1))

    def _park(self) -> None:
        if self._line is not None:
            said = (self._line.indicator.title, signal_words(self._line.trend, self.context.words))
            self.parked.emit(": ".join(part for part in said if part))
