"""What bounds the payouts of the new scheme, under the weights: cap of a person, limit of the fund, gate."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.rewards.people import view_unit
from ui.steps.rewards.scheme_fields import HUNDRED, SchemeFields
from ui.widgets.layout import plain_label
from workshop_app.domain.model import RewardScheme
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import LEVELS


class TermsPart(QWidget):
    """The same fields as the editor's conditions, in short lines; everybody's pay follows at once."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.fields = SchemeFields(context)
        _, theme = context.words, context.theme
        self.unit = self._caption("")
        cap = self._number("personal_cap", _("Cap of a person's payout, % of the target bonus"), 50, percent=True)
        limit = self._number("fund_limit", _("Fund limit"), 88)
        self.limit = (self._caption(_("fund ≤")), limit, self.unit)
        bounds = self._row(self._caption(_("payout ≤")), cap, self._caption("%"), None, *self.limit)
        self.gate = self.fields.gate(_("Gate indicator"))
        least = self._number("gate_min_achievement", _("Reached from, %"), 52, percent=True)
        pays = self._number("gate_multiplier", _("Else pays, %"), 52, percent=True)
        below = self._row(
            self._caption(_("below")), least, self._caption(_("% it pays")), pays, self._caption("%"), None
        )
        self.whose = plain_label("", theme, "caption", "text2", wrap=True)
        self.gated = QWidget()
        under = QVBoxLayout(self.gated)
        under.setContentsMargins(0, 0, 0, 0)
        under.setSpacing(3)
        under.addLayout(below)
        under.addWidget(self.whose)
        gate_row = self._row(self._caption(_("Gate")), self.gate)
        gate_row.setStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(bounds)
        column.addLayout(gate_row)
        column.addWidget(self.gated)

    def _caption(self, text: str) -> QLabel:
        return plain_label(text, self._context.theme, "caption", "text2")

    def _number(self, name: str, label: str, width: int, *, percent: bool = False) -> QWidget:
        field = self.fields.number(name, label, HUNDRED) if percent else self.fields.number(name, label)
        theme = self._context.theme.theme
        field.setToolTip(label)
        field.setFixedWidth(theme.pixels(width))
        return field

    def _row(self, *parts: QWidget | None) -> QHBoxLayout:
        """Parts in a line; None takes the room that is left."""
        row = QHBoxLayout()
        row.setSpacing(4)
        for part in parts:
            if part is None:
                row.addStretch(1)
            else:
                row.addWidget(part)
        return row

    def show_view(self, view: RewardsView, *, amounts: bool) -> None:
        """The new scheme's bounds; the limit is money, it shows where amounts do."""
        words, scheme = self._context.words, view.after
        self.setVisible(scheme is not None)
        self.fields.show(scheme)
        if scheme is None:
            return
        self.unit.setText(view_unit(view, words))
        for part in self.limit:
            part.setVisible(amounts)
        self.gated.setVisible(scheme.gate_indicator is not None)
        self.whose.setText(self._held_back(scheme))

    def _held_back(self, scheme: RewardScheme) -> str:
        _ = self._context.words
        known = [_(title) for level, title in LEVELS.items() if level.value in scheme.gate_applies_to]
        return _("The gate holds back: {levels}", levels=", ".join(known) or _("nothing yet"))
