"""One indicator of the new scheme: its weight on a slider, what it was, from where and up to where it pays."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.controls import Slider
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import plain_label
from ui.widgets.number_field import NumberField
from workshop_app.domain.model import RewardKind
from workshop_app.domain.rewards.payout import Curve
from workshop_app.steps.rewards.groups import WeightLine
from workshop_app.steps.rewards.operations import change_indicator
from workshop_app.steps.rewards.wording import KINDS, SHORT_LEVELS

HUNDRED = Decimal(100)
NUMBER, GAP = 48, 5
"""Width of a number and the room between numbers, in logical pixels at 100 %."""


class CurveHead(QWidget):
    """What the three numbers of every line are."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        _, theme = context.words, context.theme
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        for text in (_("weight"), _("from, %"), _("to, %")):
            label = plain_label(text, theme, "caption", "text2")
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setFixedWidth(theme.theme.pixels(NUMBER))
            row.addWidget(label)


class WeightSlider(QWidget):
    """``wanted`` carries the code, the weight in % (a number), and whether a movement ends with it."""

    wanted = Signal(str, object, bool)

    def __init__(self, context: WindowContext, line: WeightLine) -> None:
        super().__init__()
        self._context, self._line, self.code = context, line, line.id
        _, theme, defaults = context.words, context.theme, Curve()
        self.title = ElidedLabel()
        self.title.setFont(theme.theme.font("control_strong"))
        self.level = plain_label("", theme, "caption", "text2")
        self.slider = Slider(theme, line.title)
        self.number = self._field(line.title)
        self.threshold = self._field(_("Threshold, % of the plan"), defaults.threshold)
        self.cap = self._field(_("Cap, % of the plan"), defaults.cap)
        self.contest = plain_label("", theme, "caption", "text2")
        self._lay_out()
        self.slider.valueChanged.connect(lambda value: self.wanted.emit(self.code, Decimal(value), False))
        self.slider.settled.connect(lambda value: self.wanted.emit(self.code, Decimal(value), True))
        self.number.chosen.connect(lambda value: self.wanted.emit(self.code, value or Decimal(0), True))
        self.threshold.chosen.connect(lambda value: self._change(threshold=_share(value)))
        self.cap.chosen.connect(lambda value: self._change(cap=_share(value)))

    def _field(self, name: str, usual: Fraction | None = None) -> NumberField:
        high = HUNDRED if usual is None else None
        field = NumberField(self._context.theme, self._context.words, name, high=high)
        field.setToolTip(name)
        field.setFixedWidth(self._context.theme.theme.pixels(NUMBER))
        if usual is not None:
            field.setPlaceholderText(self._context.words.number(usual * 100, 0))
        return field

    def _lay_out(self) -> None:
        head, row = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.level)
        row.setSpacing(GAP)
        row.addWidget(self.slider, 1)
        for part in (self.number, self.threshold, self.cap, self.contest):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)

    def _change(self, **values: Decimal | None) -> None:
        self._context.bridge.run(change_indicator(self._line.row, **values))

    def show_line(self, line: WeightLine, *, aside: bool = False) -> None:
        """The weight and the curve as they are now, beside what it was, or is in the variant."""
        _ = words = self._context.words
        self._line = line
        self.title.setText(line.title)
        self.slider.set_current(round(line.weight))
        self.number.set_current(_decimal(line.weight))
        level = _(SHORT_LEVELS[line.level])
        self.level.setText(level)
        was, other = _("was {n}", n=words.number(line.before)), words.number(line.aside)
        self.slider.set_caption(_("set aside {n}", n=other) if aside else was)
        measured = line.row.kind is RewardKind.RATIO
        self._show_contest(self.contest, measured)
        for field, share in ((self.threshold, line.row.threshold), (self.cap, line.row.cap)):
            field.setVisible(measured)
            field.set_current(None if share is None else share * HUNDRED)

    def _show_contest(self, label: QLabel, measured: bool) -> None:
        label.setText("" if measured else self._context.words(KINDS[RewardKind.RANK]))
        label.setFixedWidth(0 if measured else self._context.theme.theme.pixels(2 * NUMBER + GAP))
        label.setVisible(not measured)


def _share(value: Decimal | None) -> Decimal | None:
    return None if value is None else value / HUNDRED


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)
