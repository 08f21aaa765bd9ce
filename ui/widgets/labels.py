"""Labels for any text: never rich text, in a type role and a colour token that follow the theme."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.elided import ToneLabel
from ui.widgets.tips import plain_tip
from workshop_app.typesetting import bound


class PlainLabel(QLabel):
    """A label in a type role (``title``, ``body`` …) and colour token (``text``, ``text2``, ``err`` …)."""

    def __init__(self, text: str, theme: ThemeService, role: str = "body", token: str = "text") -> None:
        super().__init__(text)
        self._said = text
        self._theme, self._role, self._token = theme, role, token
        self.setTextFormat(Qt.TextFormat.PlainText)
        theme.changed.connect(self._follow)
        self._follow()

    def set_token(self, token: str) -> None:
        """Another colour."""
        self._token = token
        self._follow()

    def setText(self, text: str) -> None:
        """Qt: the text; where it wraps, no line ends after a short word or between a number and its unit."""
        self._said = text
        super().setText(bound(text) if self.wordWrap() else text)

    def text(self) -> str:
        """Qt: the text as it was given."""
        return self._said

    def _follow(self) -> None:
        self.setFont(self._theme.theme.font(self._role))
        tint(self, self._theme, self._token)


def plain_label(
    text: str, theme: ThemeService, role: str = "body", token: str = "text", *, wrap: bool = False
) -> PlainLabel:
    """A ``PlainLabel``; with ``wrap`` it breaks lines and may become narrow."""
    label = PlainLabel(text, theme, role, token)
    if wrap:
        label.setWordWrap(True)
        label.setText(text)
        label.setMinimumWidth(40)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def tint(widget: QWidget, theme: ThemeService, token: str) -> None:
    """Give a widget's text the colour of a token now; a ``PlainLabel`` keeps it when the theme changes."""
    if isinstance(widget, PlainLabel) and widget._token != token:
        widget.set_token(token)
        return
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), theme.theme.color(token))
    widget.setPalette(palette)


class IconLabel(QWidget):
    """An icon of ``size`` pixels standing alone; with ``name`` it speaks to a screen reader.

    ``line``: the type role of the words beside it: it stands in the middle of their first line.
    """

    def __init__(
        self,
        icon: str,
        theme: ThemeService,
        icons: Icons,
        token: str = "text2",
        size: int = 16,
        name: str = "",
        *,
        line: str = "",
    ) -> None:
        super().__init__()
        self._icon, self._theme, self._icons, self._token, self._size = icon, theme, icons, token, size
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self._line = line
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        height = QFontMetrics(self._theme.theme.font(self._line)).height() if self._line else self._size
        self.setFixedSize(self._size, max(self._size, height))
        self.update()

    def set_icon(self, icon: str, token: str) -> None:
        """Another icon or colour."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the icon."""
        painter = QPainter(self)
        color = self._theme.theme.color(self._token)
        top = round((self.height() - self._size) / 2)
        painter.drawPixmap(0, top, self._icons.pixmap(self._icon, self._size, color, self.devicePixelRatioF()))


def icon_line(
    icon: str,
    text: str,
    theme: ThemeService,
    icons: Icons,
    token: str = "text2",
    role: str = "small",
    *,
    wrap: bool = False,
    shorten: bool = False,
) -> QWidget:
    """A small icon and a line of text beside it, e.g. «clock  14 h/week»; ``shorten``: with «…» where it is long."""
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(IconLabel(icon, theme, icons, token, 16, line=role), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(
        _shortened(text, theme, role, token) if shorten else plain_label(text, theme, role, token, wrap=wrap), 1
    )
    return line


def _shortened(text: str, theme: ThemeService, role: str, token: str) -> ToneLabel:
    label = ToneLabel(theme, role, token)
    label.setText(text)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    return label


def paint_alert(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A ring with «!»: the sign of an error beside its words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    width = max(1.2, box.width() * 0.09)
    painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width, width, -width, -width))
    x, unit = box.center().x(), box.height()
    painter.drawLine(QPointF(x, box.top() + unit * 0.3), QPointF(x, box.top() + unit * 0.53))
    painter.drawPoint(QPointF(x, box.top() + unit * 0.7))
    painter.restore()


class FieldMessage(PlainLabel):
    """What is wrong with a field and what to do, under it; empty takes no room.

    The sign stands before the words, in the left margin of the contents.
    """

    SIGN, GAP = 14, 6

    def __init__(self, theme: ThemeService) -> None:
        super().__init__("", theme, "caption", "err")
        self.setWordWrap(True)
        self.setMinimumWidth(40)
        self.setContentsMargins(self.SIGN + self.GAP, 0, 0, 0)
        self.hide()

    def say(self, text: str, token: str = "err") -> None:
        """Show a message (``err`` or ``warn``), or none."""
        self.set_token(token)
        self.setText(text)
        self.setVisible(bool(text))

    def sizeHint(self) -> QSize:
        """Qt: at least the sign."""
        return super().sizeHint().expandedTo(QSize(0, self.SIGN + 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the sign before the words."""
        super().paintEvent(event)
        spare = max(0, (self.height() - self.heightForWidth(self.width())) / 2)
        top = (self.fontMetrics().height() - self.SIGN) / 2 + spare
        left = max(0, self.contentsMargins().left() - self.SIGN - self.GAP)
        paint_alert(QPainter(self), QRectF(left, top, self.SIGN, self.SIGN), self._theme.theme.color(self._token))
