"""The live thumbnail of the room in the facilitator's window."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.audience.painting import RoomPainter
from ui.audience.room import Room, RoomState
from ui.icons import Icons
from ui.theme.service import ThemeService
from workshop_app.i18n import Words

CAPTION, MARGIN, GAP = 26, 16, 10
WIDEST = 268


class Desk(Protocol):
    """What tells how the room stands."""

    @property
    def seen(self) -> bool:
        """Whether anybody can see the room's image."""

    def shape(self) -> tuple[QSizeF, float]:
        """The room's size and zoom."""


class Thumbnail(QWidget):
    """What the room sees now, small, in the room's proportions; a snowflake when frozen.

    While the spotlight is on, the pointer over the picture moves it.
    """

    def __init__(
        self,
        room: Room,
        painter: RoomPainter,
        words: Words,
        theme: ThemeService,
        icons: Icons,
        desk: Desk,
    ) -> None:
        super().__init__()
        self._room, self._theme, self._icons, self._words, self._desk = room, theme, icons, words, desk
        self.painter = painter
        self._live = False
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        painter.changed.connect(self._refresh)
        theme.changed.connect(self._follow)
        self._follow()
        self._refresh()

    def go_live(self) -> None:
        """From now on the picture is painted; until then its frame stands: a new window is not kept waiting for it."""
        if not self._live:
            self._live = True
            self.update()

    def _follow(self) -> None:
        width = self._theme.theme.pixels(WIDEST) - 2 * MARGIN
        self.setFixedHeight(round(self._caption + width * 9 / 16 + GAP))
        self.update()

    @property
    def _caption(self) -> int:
        return self._theme.theme.pixels(CAPTION)

    def sizeHint(self) -> QSize:
        """Qt: as wide as the guide."""
        return QSize(WIDEST, self.height())

    def _state_words(self) -> str:
        _ = self._words
        if not self._desk.seen:
            return _("window closed")
        return {RoomState.SHOW: _("live"), RoomState.FREEZE: _("frozen"), RoomState.BLANK: _("blank")}[self._room.state]

    def _refresh(self) -> None:
        self.setAccessibleName(f"{self._words('On the room’s screen now')}: {self._state_words()}")
        self.update()

    def picture(self) -> QRectF:
        """Where the picture is, in the room's proportions."""
        size, _zoom = self._desk.shape()
        room = QSizeF(self.width() - 2 * MARGIN, self.height() - self._caption - GAP)
        fitted = size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio)
        return QRectF((self.width() - fitted.width()) / 2, self._caption, fitted.width(), fitted.height())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: lead the spotlight."""
        box = self.picture()
        if self._room.spotlight is not None and box.contains(event.position()):
            at = event.position() - box.topLeft()
            self._room.point((at.x() / box.width(), at.y() / box.height()))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: the spotlight stays where it was."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: caption and picture."""
        theme, state = self._theme.theme, self._room.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        head = QRectF(MARGIN, 4, self.width() - 2 * MARGIN, self._caption - 4)
        painter.drawText(head, int(Qt.AlignmentFlag.AlignVCenter), self._words("On the room’s screen now"))
        seen = self._desk.seen
        tone = {RoomState.SHOW: "err", RoomState.FREEZE: "warn", RoomState.BLANK: "text3"}[state]
        painter.setPen(theme.color(tone if seen else "text3"))
        painter.setFont(theme.font("caption_strong"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        words = self._state_words()
        painter.drawText(head, int(right), f"● {words}" if seen and state is RoomState.SHOW else words)
        self._picture(painter)

    def _picture(self, painter: QPainter) -> None:
        theme, box = self._theme.theme, self.picture()
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        if self._live:
            self.painter.paint(painter, box.size(), self._desk.shape()[1])
        painter.restore()
        tone = {RoomState.FREEZE: "warn"}.get(self._room.state, "border_strong")
        painter.setPen(QPen(theme.color(tone), 2 if tone == "warn" else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(box)
        if self._room.state is RoomState.FREEZE:
            pixmap = self._icons.pixmap("snowflake", 22, theme.color("warn"), self.devicePixelRatioF())
            painter.drawPixmap(int(box.right() - 28), int(box.top() + 6), pixmap)
