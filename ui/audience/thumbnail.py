"""The live thumbnail of the room in the facilitator's window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.audience.painting import RoomPainter
from ui.audience.room import Room, RoomState
from ui.bridge import DocumentBridge
from ui.icons import Icons
from ui.theme.service import ThemeService
from workshop_app.i18n import Words

CAPTION = 26


class Thumbnail(QWidget):
    """What the room sees now, small; a snowflake when frozen."""

    def __init__(self, room: Room, bridge: DocumentBridge, words: Words, theme: ThemeService, icons: Icons) -> None:
        super().__init__()
        self._room, self._theme, self._icons, self._words = room, theme, icons, words
        self.painter = RoomPainter(room, bridge, words)
        self.setFixedHeight(CAPTION + 134 + 10)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        room.changed.connect(self._refresh)
        bridge.changed.connect(lambda _change: self.update())
        self._refresh()

    def _refresh(self) -> None:
        _ = self._words
        state = {RoomState.SHOW: _("live"), RoomState.FREEZE: _("frozen"), RoomState.BLANK: _("blank")}
        self.setAccessibleName(f"{_('On the room’s screen now')}: {state[self._room.state]}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: caption and picture."""
        _ = self._words
        theme, state = self._theme.theme, self._room.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        head = QRectF(16, 4, self.width() - 32, CAPTION - 4)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), _("On the room’s screen now"))
        words = {RoomState.SHOW: _("live"), RoomState.FREEZE: _("frozen"), RoomState.BLANK: _("blank")}[state]
        tone = {RoomState.SHOW: "err", RoomState.FREEZE: "warn", RoomState.BLANK: "text3"}[state]
        painter.setPen(theme.color(tone))
        painter.setFont(theme.font("caption_strong"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(head, int(right), f"● {words}" if state is RoomState.SHOW else words)
        self._picture(painter)

    def _picture(self, painter: QPainter) -> None:
        theme = self._theme.theme
        width = self.width() - 32
        box = QRectF(16, CAPTION, width, width * 9 / 16)
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        self.painter.paint(painter, QSizeF(box.width(), box.height()))
        painter.restore()
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if self._room.state is RoomState.FREEZE:
            pixmap = self._icons.pixmap("snowflake", 22, theme.color("warn"), self.devicePixelRatioF())
            painter.drawPixmap(int(box.right() - 28), int(box.top() + 6), pixmap)
