"""A line across the top of a page that says what is wrong and what to do; never modal, stays until closed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.announcement import announce
from ui.widgets.buttons import IconButton, button
from ui.widgets.clearing import clear_layout
from ui.widgets.labels import IconLabel, plain_label
from workshop_app.i18n import Words

_BY_KEY = Qt.FocusPolicy.TabFocus
_ICONS = (("err", "octagon-x"), ("warn", "triangle-alert"), ("accent", "info"))


class Banner(QFrame):
    """``err``, ``warn`` or ``accent`` (good news). Its actions are links; the last button closes it.

    A click leaves the focus where somebody types; by Tab its buttons can be reached.
    """

    left = Signal()

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._theme, self._icons = theme, icons
        self._tone = "err"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._sign = IconLabel("octagon-x", theme, icons, "err", 18)
        self.text = plain_label("", theme, "small", "text", wrap=True)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        row.addWidget(self.text, 1)
        row.addLayout(self._actions)
        self._close = IconButton("x", words("Close"), theme, icons, self.put_away)
        self._close.setFocusPolicy(_BY_KEY)
        row.addWidget(self._close)
        self.hide()

    def say(self, text: str, tone: str = "err", actions: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """Show words with what can be done; a screen reader hears them at once."""
        self._tone = tone
        self._sign.set_icon(dict(_ICONS)[tone], tone)
        self.text.setText(text)
        clear_layout(self._actions)
        for words, run in actions:
            link = button(words, "link", run, theme=self._theme)
            link.setFocusPolicy(_BY_KEY)
            self._actions.addWidget(link)
            link.show()  # now: the words beside it have less room
        self.setAccessibleName(text)
        self.show()
        self.update()
        announce(self, text)

    def put_away(self) -> None:
        """Hide it; ``left`` where the keys were here."""
        focus = self.window().focusWidget()
        had = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had:
            self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the tinted ground."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color({"err": "err_soft", "warn": "warn_soft"}.get(self._tone, "selected")))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
