"""A button that becomes its own progress: the bar stands in its place, Esc or a click cancels, the window lives on."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from shiboken6 import isValid

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import Button
from workshop_app.i18n import Words


class LongWork(Protocol):
    """What the button follows: ``ui.tasks.Task``."""

    progress: SignalInstance
    done: SignalInstance
    failed: SignalInstance
    cancelled: SignalInstance

    def cancel(self) -> None:
        """Ask the work to stop."""


class ProgressButton(Button):
    """``wanted`` when it is pressed at rest. ``follow`` a task: until the task ends the button shows how far it is."""

    wanted = Signal()

    def __init__(
        self, text: str, theme: ThemeService, icons: Icons, words: Words, icon: str = "", *, kind: str = "pri"
    ) -> None:
        super().__init__(text, kind, theme, icons, icon)
        self._words, self._rest, self._rest_icon = words, text, icon
        self._task: LongWork | None = None
        self._share = 0.0
        self._rest_width = 0
        self.clicked.connect(lambda _checked=False: self._pressed())

    def busy(self) -> bool:
        """Whether a task is followed."""
        return self._task is not None

    def follow(self, task: LongWork) -> None:
        """Show this task's progress until it ends."""
        self._rest_width = self.sizeHint().width()
        self._task = task
        self.icon_name = ""
        task.progress.connect(self.set_share)
        for end in (task.done, task.failed, task.cancelled):
            end.connect(lambda *_told: self._ended(task))
        self.set_share(0.0)

    def set_share(self, share: float) -> None:
        """0…1 of the work is done."""
        if self._task is None:
            return
        self._share = min(1.0, max(0.0, share))
        _ = self._words
        self.set_text(_("{n}% · Esc stops", n=round(self._share * 100)))
        self.update()

    def _ended(self, task: LongWork) -> None:
        if isValid(self) and task is self._task:  # whoever heard of the end before may have begun the next work
            self.rest()

    def rest(self) -> None:
        """A button again."""
        self._task, self._share = None, 0.0
        self.icon_name = self._rest_icon
        self.set_text(self._rest)
        self.update()

    def set_rest(self, text: str) -> None:
        """Other words for the button at rest."""
        self._rest = text
        if self._task is None:
            self.set_text(text)

    def cancel(self) -> None:
        """Ask the work to stop; the button stays until it has."""
        if self._task is not None:
            _ = self._words
            self.set_text(_("Stopping…"))
            self._task.cancel()

    def _pressed(self) -> None:
        if self._task is None:
            self.wanted.emit()
        else:
            self.cancel()

    def sizeHint(self) -> QSize:
        """Qt: never narrower than at rest."""
        return super().sizeHint().expandedTo(QSize(self._rest_width if self._task is not None else 0, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc stops the work."""
        if event.key() == Qt.Key.Key_Escape and self._task is not None:
            self.cancel()
        else:
            super().keyPressEvent(event)

    def colors(self) -> tuple[QColor | None, QColor | None, QColor]:
        """A track while busy."""
        if self._task is None:
            return super().colors()
        theme = self._theme.theme
        return theme.color("trough"), theme.color("border_strong"), theme.color("text")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the button, or the bar filled from the left."""
        super().paintEvent(event)
        if self._task is None or not self._share:
            return
        painter, theme = QPainter(self), self._theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 5, 5)
        painter.setClipPath(ground)
        done = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(done, theme.color("accent"))
        painter.setClipRect(done, Qt.ClipOperation.IntersectClip)
        self.paint_content(painter, QRectF(self.rect()), theme.color("on_accent"))
