"""«Interaction: handoff “…”   Accept Alt+Enter   Not now»: one quiet line between dashed edges, taken with one key."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.announcement import announce
from ui.widgets.buttons import Button
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel, plain_label
from workshop_app.i18n import Words


class OfferPlate(QFrame):
    """``take`` and ``leave`` are its links; they get no focus, whoever is typing types on."""

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme = theme
        self.whose = plain_label("", theme, "control_strong", "accent")
        self.text = ElidedLabel()
        self.more = plain_label("", theme, "caption", "text2")
        self.take = Button(words("Accept"), "link", theme, keys="Alt+Enter")
        self.leave = Button(words("Not now"), "ghost", theme)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 6, 2)
        row.setSpacing(10)
        row.addWidget(IconLabel("plus", theme, icons, "accent", 16))
        row.addWidget(self.whose)
        row.addWidget(self.text, 1)
        row.addWidget(self.more)
        for link in (self.take, self.leave):
            link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            row.addWidget(link)
        theme.changed.connect(self._follow)
        self._follow()
        self.hide()

    def _follow(self) -> None:
        self.text.setFont(self._theme.theme.font("small"))
        self.update()

    def say(self, whose: str, text: str, more: str = "") -> None:
        """Show an offer to a step, and how many follow it; a screen reader hears it at once."""
        self.whose.setText(whose)
        self.text.setText(text)
        self.more.setText(more)
        self.setAccessibleName(f"{whose}. {text}")
        self.show()
        announce(self, f"{whose}. {text}")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground and the dashed edge of everything that is only offered."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("accent"), 1)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
