"""Toast, banner and offers over the workspace: nothing modal, one of each at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.layout import button, plain_label
from workshop_app.i18n import Words

TOAST_MS = 8000


class Toast(QFrame):
    """«Function removed   Undo»: bottom centre, 8 seconds, waits while the pointer is on it."""

    def __init__(self, parent: QWidget, theme: ThemeService, words: Words, undo: Callable[[], object]) -> None:
        super().__init__(parent)
        _ = words
        self._theme = theme
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.link = QPushButton(_("Undo"))
        self.link.setFlat(True)
        self.link.setProperty("cls", "toast-link")
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area, self._undo = parent, undo
        self.link.clicked.connect(self._take_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(16)
        row.addWidget(self.text)
        row.addWidget(self.link)
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def _take_back(self) -> None:
        self.hide()
        self._undo()

    def say(self, text: str, *, undo: bool) -> None:
        """Replace what is said."""
        theme = self._theme.theme
        for widget, token in ((self.text, "on_toast"), (self.link, "toast_link")):
            palette = widget.palette()
            palette.setColor(widget.foregroundRole(), theme.color(token))
            widget.setPalette(palette)
            widget.setFont(theme.font("control_strong"))
        room = self._area.width() - 160
        self.text.setText(self.text.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room))
        self.text.setAccessibleName(text)
        self.link.setVisible(undo)
        self.adjustSize()
        self.show()
        self.raise_()
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the dark plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.theme.color("toast"))
        painter.drawRoundedRect(self.rect(), 8, 8)

    def enterEvent(self, event: QEvent) -> None:
        """Qt: wait while the pointer is here."""
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """Qt: go on."""
        self._timer.start()


class Plate(QFrame):
    """A line over the workspace: a problem that stays until it is closed, or an offer."""

    def __init__(self, parent: QWidget, theme: ThemeService, icons: Icons, icon: str, token: str, soft: str) -> None:
        super().__init__(parent)
        self._theme, self._soft = theme, soft
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, 18, theme.theme.color(token), 2.0))
        self.text = plain_label("", theme, "control_strong", "text", wrap=True)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(14, 8, 10, 8)
        self.row.setSpacing(10)
        self.row.addWidget(sign)
        self.row.addWidget(self.text, 1)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the tinted plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.theme.color("border_strong"))
        painter.setBrush(self._theme.theme.color(self._soft))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 8, 8)


class Messages(QObject):
    """What the window says over ``area``."""

    def __init__(
        self, area: QWidget, theme: ThemeService, icons: Icons, words: Words, undo: Callable[[], object]
    ) -> None:
        super().__init__(area)
        _ = words
        self._area = area
        self._accept: Callable[[], object] | None = None
        self.toast_frame = Toast(area, theme, words, undo)
        self.banner = Plate(area, theme, icons, "octagon-x", "err", "err_soft")
        close = button(_("Close"), "ghost", self.banner.hide, theme=theme)
        self.banner.row.addWidget(close)
        self.offer_plate = Plate(area, theme, icons, "lightbulb", "accent", "selected")
        self._take = button(_("Accept"), "sec", self.accept, theme=theme)
        self.offer_plate.row.addWidget(self._take)
        self.offer_plate.row.addWidget(button(_("Not now"), "ghost", self.decline, theme=theme))
        area.installEventFilter(self)

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what has just been done."""
        self.toast_frame.say(text, undo=undo)
        self.place()

    def problem(self, text: str) -> None:
        """Show a problem until it is closed."""
        self.banner.text.setText(text)
        self.banner.show()
        self.place()

    def offer(self, text: str, accept_text: str, accept: Callable[[], object]) -> None:
        """Offer a next thing; a newer offer replaces it."""
        self._accept = accept
        self.offer_plate.text.setText(text)
        self._take.setText(f"{accept_text}  (Alt+Enter)")
        self.offer_plate.show()
        self.place()

    def has_offer(self) -> bool:
        """Whether an offer waits."""
        return self._accept is not None

    def accept(self) -> None:
        """Take the offer."""
        accept, self._accept = self._accept, None
        self.offer_plate.hide()
        if accept is not None:
            accept()

    def decline(self) -> None:
        """Let the offer go."""
        self._accept = None
        self.offer_plate.hide()

    def place(self) -> None:
        """Put everything where it belongs over the area."""
        width, height = self._area.width(), self._area.height()
        frame = self.toast_frame
        frame.move(QPoint(max(8, (width - frame.width()) // 2), height - frame.height() - 16))
        y = 8
        for plate in (self.banner, self.offer_plate):
            if plate.isVisible():
                wide = min(width - 32, 760)
                plate.setFixedWidth(wide)
                plate.setFixedHeight(max(48, plate.row.heightForWidth(wide)))
                plate.move((width - wide) // 2, y)
                plate.raise_()
                y += plate.height() + 6

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: follow the area's size."""
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False
