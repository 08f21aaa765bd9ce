"""The weights of one group of positions: a slider and a number for each indicator, «was N», the sum kept at 100."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.rewards.number_field import NumberField
from ui.widgets.controls import CheckBox, ChoiceBox, Slider
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.domain.rewards.weights import WHOLE, rebalanced
from workshop_app.steps.rewards.operations import set_weights
from workshop_app.steps.rewards.view import Group, RewardsView, WeightLine
from workshop_app.steps.rewards.wording import LEVELS


class WeightSlider(QWidget):
    """An indicator: title, level, slider, number, what it was. ``wanted`` carries code, weight, and whether it ends."""

    wanted = Signal(str, int, bool)

    def __init__(self, context: WindowContext, line: WeightLine) -> None:
        super().__init__()
        self._words, self.code = context.words, line.id
        _, theme = context.words, context.theme
        self.title = ElidedLabel()
        self.title.setFont(theme.theme.font("control_strong"))
        self.level = plain_label("", theme, "caption", "text2")
        self.slider = Slider(theme, line.title)
        self.number = NumberField(theme, context.words, line.title, high=Decimal(100))
        self.number.setFixedWidth(theme.theme.pixels(52))
        self.was = plain_label("", theme, "caption", "text2")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        head.addWidget(self.level)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.slider, 1)
        row.addWidget(self.number)
        row.addWidget(plain_label("%", theme, "control", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(row)
        column.addWidget(self.was)
        self.slider.valueChanged.connect(lambda value: self.wanted.emit(self.code, value, False))
        self.slider.settled.connect(lambda value: self.wanted.emit(self.code, value, True))
        self.number.chosen.connect(lambda value: self.wanted.emit(self.code, int(value or 0), True))

    def show_line(self, line: WeightLine) -> None:
        """The weight as it is now."""
        _ = words = self._words
        self.title.setText(line.title)
        self.title.setToolTip(line.title)
        self.level.setText(_(LEVELS[line.level]))
        self.slider.blockSignals(True)
        self.slider.setValue(round(line.weight))
        self.slider.blockSignals(False)
        self.number.set_current(Decimal(line.weight.numerator) / Decimal(line.weight.denominator))
        self.was.setText(_("was {n}", n=words.number(line.before)))


class WeightsCard(Card):
    """``chosen`` carries the id of another group."""

    chosen = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=6)
        self._context = context
        self.group: Group | None = None
        _, theme, icons = context.words, context.theme, context.icons
        self.groups = ChoiceBox(theme, icons, _("Group of positions"))
        self.groups.picked.connect(self.chosen)
        self.sliders: dict[str, WeightSlider] = {}
        self.list = ScrollColumn((0, 0, 8, 0), 4)
        self.sign = IconLabel("circle-check", theme, icons, "ok")
        self.sum = plain_label("", theme, "body_strong", wrap=True)
        self.keep = CheckBox(_("keep the sum"), theme)
        self.keep.setChecked(True)
        self.keep.setToolTip(_("Moving one weight moves the others in their proportion"))
        self.removed = plain_label("", theme, "caption", "text2", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.sign)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.keep)
        self.body.addWidget(self.groups)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(foot)
        self.body.addWidget(self.removed)

    def show_view(self, view: RewardsView, group_id: str | None) -> None:
        """The groups to choose from and the weights of one."""
        _ = self._context.words
        self.groups.set_items([(group.id, f"{group.title}, {group.people}") for group in view.groups])
        self.group = view.group(group_id)
        if self.group is None:
            return
        self.groups.set_current(self.group.id)
        if [line.id for line in self.group.lines] != list(self.sliders):
            self._rebuild(self.group)
        for line in self.group.lines:
            self.sliders[line.id].show_line(line)
        self._say(self.group)

    def _rebuild(self, group: Group) -> None:
        self.list.clear()
        self.sliders = {}
        for line in group.lines:
            made = WeightSlider(self._context, line)
            made.wanted.connect(self._move)
            self.sliders[line.id] = made
            self.list.column.addWidget(made)
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _say(self, group: Group) -> None:
        _ = words = self._context.words
        total = group.total
        off = abs(total - WHOLE)
        amount, rest = words.percent(total, 0), words.number(off)
        if total == WHOLE:
            text = _("Sum {total}", total=amount)
        elif total > WHOLE:
            text = _("Sum {total}, take away {n}", total=amount, n=rest)
        else:
            text = _("Sum {total}, add {n}", total=amount, n=rest)
        self.sum.setText(text)
        self.sum.set_token("text" if total == WHOLE else "err")
        self.sign.set_icon("circle-check" if total == WHOLE else "circle-alert", "ok" if total == WHOLE else "err")
        removed = ", ".join(f"{title} {words.number(weight)}" for title, weight in group.removed)
        parts = [_("Gone: {titles}", titles=removed)] if removed else []
        if group.mixed:
            parts.append(_("These positions have different weights; moving one makes them equal."))
        self.removed.setText(" ".join(parts))
        self.removed.setVisible(bool(parts))

    def _move(self, code: str, value: int, ends: bool) -> None:
        group = self.group
        if group is None:
            return
        wanted = Fraction(value)
        if wanted != group.weights[code]:
            keep = self.keep.isChecked()
            weights = rebalanced(group.weights, code, wanted) if keep else {**group.weights, code: wanted}
            positions = [position.id for position in group.positions]
            self._context.bridge.run(set_weights(AFTER, positions, weights, ("weights", group.id, code)))
        if ends:
            self._context.bridge.document.end_merge()
