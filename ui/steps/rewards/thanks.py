"""Who is named: the part that every follow-up has too, in a card of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.thanks import ThanksPart
from ui.widgets.layout import Card, plain_label
from workshop_app.steps.rewards.view import RewardsView


class ThanksCard(Card):
    """Shown once there is a form of recognition."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=14, spacing=8)
        _, theme = context.words, context.theme
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Who is named"), theme, "card_title"))
        head.addStretch(1)
        head.addWidget(plain_label(_("only the other department nominates"), theme, "caption", "text2"))
        self.part = ThanksPart(context)
        self.body.addLayout(head)
        self.body.addWidget(self.part)

    def show_view(self, view: RewardsView) -> None:
        """Everybody who was named."""
        self.setVisible(bool(view.recognition and view.departments))
        self.part.show_thanks(view.thanks)
