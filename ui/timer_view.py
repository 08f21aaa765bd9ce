"""The timer in the top bar: what is left, of how much, and a bar; it never flashes and makes no sound."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.icons import Icons
from ui.session_timer import SessionTimer, clock_text
from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from workshop_app.i18n import Words

ICON = 18


class TimerView(QWidget):
    """Remaining time, planned length and a bar; warns by colour and icon below a fifth, counts up in overrun."""

    clicked = Signal()

    def __init__(self, timer: SessionTimer, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._timer, self._theme, self._icons, self._words = timer, theme, icons, words
        self._timed: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(words("F8 – start or pause, Shift+F8 – five minutes more"))
        timer.ticked.connect(self._refresh)
        theme.changed.connect(self._follow)
        self._refresh()

    def _follow(self) -> None:
        self.updateGeometry()
        self.update()

    def _refresh(self) -> None:
        _ = self._words
        self.setAccessibleName(_("Timer: {time} left", time=clock_text(self._timer.remaining)))
        if self._timed is not self._timer.timed:  # only then it is wider or narrower
            self._timed = self._timer.timed
            self.updateGeometry()
        self.update()

    @property
    def low(self) -> bool:
        """A fifth or less is left of a step that has begun."""
        timer = self._timer
        return timer.planned > 0 and timer.elapsed > 0 and timer.remaining <= timer.planned / 5

    def _widths(self) -> tuple[float, float]:
        theme = self._theme.theme
        clock = QFontMetricsF(theme.font("timer")).horizontalAdvance("+00:00" if self._timer.timed else "—") + 8
        return clock, QFontMetricsF(theme.font("caption")).horizontalAdvance(self._words("of {n} min", n=888))

    def sizeHint(self) -> QSize:
        """Qt: icon, clock, planned length."""
        return QSize(round(ICON + 8 + sum(self._widths()) + 6), self._theme.theme.pixels(40))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click opens the timer's menu."""
        self.clicked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: so do Enter and Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.clicked.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the clock."""
        theme, timer, low = self._theme.theme, self._timer, self.low
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme.color("warn" if low else "text")
        middle, (clock, planned) = self.height() / 2, self._widths()
        pixmap = self._icons.pixmap("triangle-alert" if low else "timer", ICON, tone, self.devicePixelRatioF())
        painter.drawPixmap(2, round(middle - ICON / 2), pixmap)
        painter.setPen(tone)
        painter.setFont(theme.font("timer"))
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        time = clock_text(timer.remaining) if timer.timed else "—"
        painter.drawText(QRectF(ICON + 8, 0, clock, self.height()), flags, time)
        x = ICON + 16 + painter.fontMetrics().horizontalAdvance(time)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("caption"))
        _ = self._words
        words = _("of {n} min", n=timer.planned // 60) if timer.timed else _("no limit")
        painter.drawText(QRectF(x, middle - 12, planned + 4, 18), flags, words)
        self._bar(painter, QRectF(x, middle + 8, planned, 4), low)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, QRectF(self.rect()), None, theme.color("accent"))

    def _bar(self, painter: QPainter, box: QRectF, low: bool) -> None:
        theme, timer = self._theme.theme, self._timer
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(box, 2, 2)
        if timer.planned:
            done = QRectF(box.left(), box.top(), box.width() * min(1.0, timer.elapsed / timer.planned), box.height())
            painter.setBrush(theme.color("warn" if low else "accent"))
            painter.drawRoundedRect(done, 2, 2)
