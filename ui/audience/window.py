"""The audience window: read-only, always light, no controls, the pointer hidden after a second."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.audience.painting import RoomPainter
from ui.audience.room import Room
from workshop_app.i18n import Words

POINTER_MS = 1000


class AudienceWindow(QWidget):
    """Shows what the room's model says. ``hidden_by_person`` when somebody closes it."""

    hidden_by_person = Signal()
    key_pressed = Signal(str)
    """Any other key, in portable text: it belongs to the facilitator's window."""

    def __init__(self, room: Room, painter: RoomPainter, words: Words, zoom: Callable[[], float]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("audience_window")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setMinimumSize(320, 180)
        self.setMouseTracking(True)
        self._room, self.zoom, self.painter = room, zoom, painter
        self._pointer = QTimer(self, singleShot=True, interval=POINTER_MS)
        self._pointer.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BlankCursor))
        self.set_words(words)
        painter.changed.connect(self.update)

    def set_words(self, words: Words) -> None:
        """The room's language."""
        self.setWindowTitle(words("Room"))
        self.setAccessibleName(words("Room"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the whole image each time: never a stale part."""
        self.painter.paint(QPainter(self), QSizeF(self.width(), self.height()), self.zoom())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: the pointer comes back, and goes after a second; the spotlight follows it."""
        self._pointer.start()
        if self._room.spotlight is None:
            self.unsetCursor()
            return
        self.setCursor(Qt.CursorShape.BlankCursor)
        at = event.position()
        self._room.point((at.x() / max(1, self.width()), at.y() / max(1, self.height())))

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: nothing to hide elsewhere."""
        self._pointer.stop()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: full screen and back."""
        self.set_full_screen(not self.isFullScreen())

    def set_full_screen(self, full: bool) -> None:
        """Full screen, or a plain window that can be resized for screen sharing."""
        if full:
            self.showFullScreen()
        else:
            self.showNormal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: F11 only; all other keys belong to the facilitator's window."""
        if event.key() == Qt.Key.Key_F11:
            self.set_full_screen(not self.isFullScreen())
            return
        sequence = QKeySequence(event.keyCombination())
        self.key_pressed.emit(sequence.toString(QKeySequence.SequenceFormat.PortableText))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: closing hides it; the facilitator is told."""
        event.ignore()
        self.hide()
        self.hidden_by_person.emit()
