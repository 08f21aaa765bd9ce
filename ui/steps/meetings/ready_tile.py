"""A ready series of the method in a dashed card: one key switches it on."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout

from ui.context import WindowContext
from ui.widgets.card import SelectableCard
from ui.widgets.layout import button, plain_label
from workshop_app.domain.meetings import ReadySeries
from workshop_app.steps.meetings.wording import CADENCES, agenda_line


class ReadyTile(SelectableCard):
    """``opened`` (Enter, double click, the link) switches it on."""

    def __init__(self, context: WindowContext, ready: ReadySeries) -> None:
        _, theme = context.words, context.theme
        super().__init__(_(ready.title), "dashed", margins=14, spacing=6)
        self.ready = ready
        head = QHBoxLayout()
        head.addWidget(plain_label(_(ready.title), theme, "card_title", "text2", wrap=True), 1)
        head.addWidget(plain_label(_("{n} min", n=ready.duration_min), theme, "body_strong", "text2"))
        self.body.addLayout(head)
        self.body.addWidget(plain_label(_(ready.purpose), theme, "body", "text2", wrap=True))
        self.body.addWidget(plain_label(_(CADENCES[ready.cadence]), theme, "body", "text2"))
        points = agenda_line(_(point) for point in ready.agenda)
        self.body.addWidget(plain_label(points, theme, "caption", "text3", wrap=True))
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Switch on (Enter)"), "link", self.opened.emit, theme=theme))
        self.body.addLayout(foot)
        self.setMinimumHeight(theme.theme.pixels(150))
