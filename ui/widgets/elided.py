"""A one-line label that shortens with «…» and then tells the whole text in its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from ui.theme.service import ThemeService
from ui.widgets.delegates.text import draw_lines, lines_of
from ui.widgets.tips import plain_tip


class ElidedLabel(QLabel):
    """Plain text only; takes what room it gets, asks for what it needs."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Qt: a few letters."""
        return QSize(24, super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a tooltip only where something is hidden."""
        super().resizeEvent(event)
        self._tell()

    def shown_text(self) -> str:
        """What fits."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())

    def _tell(self) -> None:
        self.setToolTip(plain_tip(self.text()) if self.shown_text() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the shortened text."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown_text())


class FewLines(ElidedLabel):
    """At most ``most`` lines; as high as the lines it has, «…» and the tooltip where more is left."""

    def __init__(self, text: str = "", most: int = 2) -> None:
        self._most = most
        super().__init__(text)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Qt: a narrow one is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: the height of its lines."""
        return len(self._lines(width)) * self.fontMetrics().height()

    def _lines(self, width: int) -> list[str]:
        return lines_of(self.text(), self.font(), width, self._most)[0]

    def shown_text(self) -> str:
        """What fits; a text that only breaks into lines is whole."""
        lines, shortened = lines_of(self.text(), self.font(), self.width(), self._most)
        return "\n".join(lines) if shortened else self.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw the lines."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        draw_lines(painter, QRectF(self.rect()), self.text(), self.alignment(), self._most)


class _Tone(QObject):
    """Gives a label a type role and a colour token that follow the theme."""

    def __init__(self, label: QLabel, theme: ThemeService, role: str, token: str) -> None:
        super().__init__(label)
        self._label, self._theme, self._role = label, theme, role
        theme.changed.connect(self._follow)
        self.set_token(token)

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self._follow()

    def _follow(self) -> None:
        theme, label = self._theme.theme, self._label
        label.setFont(theme.font(self._role))
        palette = label.palette()
        palette.setColor(label.foregroundRole(), theme.color(self._token))
        label.setPalette(palette)


class ToneLabel(ElidedLabel):
    """An elided line in a type role and colour token that follow the theme."""

    def __init__(self, theme: ThemeService, role: str = "body", token: str = "text") -> None:
        super().__init__()
        self._tone = _Tone(self, theme, role, token)
        self.set_token = self._tone.set_token


class ToneLines(FewLines):
    """The same in two lines at most, where one has no room."""

    def __init__(self, theme: ThemeService, role: str = "body", token: str = "text") -> None:
        super().__init__()
        self._tone = _Tone(self, theme, role, token)
        self.set_token = self._tone.set_token
