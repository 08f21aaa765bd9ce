"""The weights of one group of positions on sliders, the sum kept at 100, and what bounds the payouts under them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.steps.rewards.terms import TermsPart
from ui.steps.rewards.variant_part import VariantPart
from ui.steps.rewards.weight_slider import CurveHead, WeightSlider
from ui.widgets.card import Divider
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.domain.rewards.weights import WHOLE, rebalanced
from workshop_app.steps.rewards.groups import Group
from workshop_app.steps.rewards.operations import set_weights
from workshop_app.steps.rewards.view import RewardsView


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
        self.list = ScrollColumn((0, 0, 8, 0), 6)
        self.removed = plain_label("", theme, "caption", "text2", wrap=True)
        self.terms = TermsPart(context)
        for part in (CurveHead(context), Divider(), self.terms, self.removed):
            self.list.column.addWidget(part)
        self.list.column.addStretch(1)
        self.sign = IconLabel("circle-check", theme, icons, "ok")
        self.sum = plain_label("", theme, "body_strong", wrap=True)
        self.keep = CheckBox(_("keep the sum"), theme)
        self.keep.setChecked(True)
        self.keep.setToolTip(_("Moving one weight moves the others in their proportion"))
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addWidget(self.sign)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.keep)
        self.body.addWidget(self.groups)
        self.body.addWidget(self.list, 1)
        self.body.addLayout(foot)
        self.variant = VariantPart(context)
        self.body.addWidget(self.variant)

    def show_view(self, view: RewardsView, group_id: str | None, *, amounts: bool, aside: bool) -> None:
        """The groups to choose from, the weights of one, the bounds of the scheme; ``aside``: beside the variant."""
        self.variant.show_variant(there=view.variant is not None, compared=aside)
        _ = self._context.words
        self.groups.set_items([(group.id, f"{group.title}, {group.people}") for group in view.groups])
        self.group = view.group(group_id)
        self.terms.show_view(view, amounts=amounts)
        if self.group is None:
            return
        self.groups.set_current(self.group.id)
        if [line.id for line in self.group.lines] != list(self.sliders):
            self._rebuild(self.group)
        for line in self.group.lines:
            self.sliders[line.id].show_line(line, aside=aside)
        self._say(self.group)

    def _rebuild(self, group: Group) -> None:
        for gone in self.sliders.values():
            gone.hide()
            gone.deleteLater()
        self.sliders = {}
        for place, line in enumerate(group.lines, start=1):
            made = WeightSlider(self._context, line)
            made.wanted.connect(self._move)
            self.sliders[line.id] = made
            self.list.column.insertWidget(place, made)
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

    def _move(self, code: str, value: Decimal, ends: bool) -> None:
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
