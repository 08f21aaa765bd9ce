"""Composed building blocks: card, step header, number strip, hints, empty state, field message, buttons."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.key_cap import KeyCap
from ui.widgets.pictograms import paint_pictogram


def plain_label(
    text: str, theme: ThemeService, role: str = "body", token: str = "text", *, wrap: bool = False
) -> QLabel:
    """A label for any text: never rich text, in a type role and colour token."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setFont(theme.theme.font(role))
    tint(label, theme, token)
    if wrap:
        label.setWordWrap(True)
        label.setMinimumWidth(40)
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def tint(widget: QWidget, theme: ThemeService, token: str) -> None:
    """Give a widget's text the colour of a token."""
    palette = widget.palette()
    palette.setColor(widget.foregroundRole(), theme.theme.color(token))
    widget.setPalette(palette)


def button(
    text: str,
    cls: str,
    run: Callable[[], object],
    *,
    icons: Icons | None = None,
    icon: str = "",
    theme: ThemeService | None = None,
    tip: str = "",
) -> QPushButton:
    """A button: ``pri`` (one a screen), ``sec``, ``ghost`` or ``link``. A literal & stays one."""
    made = QPushButton(text.replace("&", "&&"))
    made.setProperty("cls", cls)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if theme is not None:
        made.setFont(theme.theme.font("control_strong" if cls == "pri" else "control"))
    if icon and icons is not None and theme is not None:
        token = {"pri": "on_accent", "link": "accent"}.get(cls, "text2")
        made.setIcon(QIcon(icons.pixmap(icon, 16, theme.theme.color(token), 2.0)))
        made.setIconSize(QSize(16, 16))
    if tip:
        made.setToolTip(tip)
    made.clicked.connect(lambda _checked=False: run())
    return made


class Card(QFrame):
    """A white card with a column layout ``body``."""

    def __init__(self, cls: str = "card", margins: int = 16, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("cls", cls)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margins, margins, margins, margins)
        self.body.setSpacing(spacing)

    def set_selected(self, selected: bool) -> None:
        """An accent border, or the plain one."""
        self.setProperty("cls", "card-selected" if selected else "card")
        self.style().unpolish(self)
        self.style().polish(self)


class StepHeader(QWidget):
    """The head of a screen: title, tools at the right; 44 px high."""

    def __init__(self, title: str, theme: ThemeService, tools: Iterable[QWidget] = ()) -> None:
        super().__init__()
        self.setFixedHeight(44)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.title = plain_label(title, theme, "title")
        row.addWidget(self.title)
        row.addStretch(1)
        for tool in tools:
            row.addWidget(tool)


class HintLine(QWidget):
    """Keys and what they do, in one line at the foot; what does not fit is left out from the end."""

    def __init__(self, hints: Sequence[tuple[str, str]], theme: ThemeService) -> None:
        super().__init__()
        self.setFixedHeight(26)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self._pairs: list[tuple[KeyCap, QLabel]] = []
        for keys, text in hints:
            pair = KeyCap(keys), plain_label(text, theme, "caption", "text2")
            self._pairs.append(pair)
            for part in pair:
                row.addWidget(part)
            row.addSpacing(8)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: object) -> None:
        """Qt: hide the pairs that do not fit."""
        used = 0
        for cap, label in self._pairs:
            used += cap.sizeHint().width() + label.sizeHint().width() + 32
            for part in (cap, label):
                part.setVisible(used <= self.width())

    def minimumSizeHint(self) -> QSize:
        """Qt: may shrink to nothing."""
        return QSize(0, 26)


@dataclass(frozen=True)
class NumberCell:
    """A number of the strip: key, big text, caption, and where wanted a finding's sign."""

    key: str
    number: str
    caption: str
    unit: str = ""
    finding: str = ""
    tip: str = ""


class NumberStrip(QFrame):
    """Big numbers side by side; each is a filter, one may be on. ``chosen`` carries the key, empty = off."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._cells: tuple[NumberCell, ...] = ()
        self._on = ""
        self._focus = 0
        self.setProperty("cls", "card")
        self.setFixedHeight(theme.theme.pixels(68))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def set_cells(self, cells: Sequence[NumberCell], on: str = "") -> None:
        """Replace the numbers."""
        self._cells, self._on = tuple(cells), on
        self.setAccessibleName(", ".join(f"{cell.caption}: {cell.number} {cell.unit}".strip() for cell in cells))
        self.update()

    def _box(self, place: int) -> QRectF:
        width = (self.width() - 16) / max(1, len(self._cells))
        return QRectF(8 + place * width, 6, width, self.height() - 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: numbers over captions."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, cell in enumerate(self._cells):
            self._paint_cell(painter, self._box(place), cell, place)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: NumberCell, place: int) -> None:
        theme = self._theme.theme
        if cell.key == self._on and self._on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("selected"))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus() and place == self._focus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = box.left() + 10
        tone = theme.color("text")
        if cell.finding:
            tone = theme.finding(cell.finding).ink
            paint_pictogram(painter, cell.finding, QRectF(left, box.top() + 9, 19, 13), tone)
            left += 27
        painter.setPen(tone)
        painter.setFont(theme.font("number"))
        painter.drawText(QRectF(left, box.top(), box.width(), 32), int(Qt.AlignmentFlag.AlignVCenter), cell.number)
        left += painter.fontMetrics().horizontalAdvance(cell.number) + 6
        painter.setPen(theme.color("text3"))
        painter.setFont(theme.font("caption"))
        painter.drawText(QRectF(left, box.top() + 3, 90, 32), int(Qt.AlignmentFlag.AlignVCenter), cell.unit)
        caption = QRectF(box.left() + 10, box.top() + 32, box.width() - 14, box.height() - 32)
        shown = painter.fontMetrics().elidedText(cell.caption, Qt.TextElideMode.ElideRight, int(caption.width()))
        painter.drawText(caption, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose what is under the pointer."""
        for place in range(len(self._cells)):
            if self._box(place).contains(event.position()):
                self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: each number's own tooltip."""
        for place, cell in enumerate(self._cells):
            if self._box(place).contains(event.position()):
                self.setToolTip(cell.tip or cell.caption)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move, Enter and Space choose."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = 1 if key == Qt.Key.Key_Right else -1
            self._focus = (self._focus + step) % max(1, len(self._cells))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Space) and self._cells:
            self._choose(self._focus)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        key = self._cells[place].key
        self._on = "" if key == self._on else key
        self._focus = place
        self.update()
        self.chosen.emit(self._on)


class EmptyState(QWidget):
    """Nothing here yet: a sign, one sentence why, one primary and one quiet alternative."""

    def __init__(
        self,
        icon: str,
        sentence: str,
        theme: ThemeService,
        icons: Icons,
        primary: tuple[str, Callable[[], object]] | None = None,
        quiet: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        sign = QLabel()
        sign.setPixmap(icons.pixmap(icon, 40, theme.theme.color("text3"), 2.0))
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(sign)
        text = plain_label(sentence, theme, "card_title", "text2", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(text)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        for choice, cls in ((primary, "pri"), (quiet, "sec")):
            if choice is not None:
                row.addWidget(button(choice[0], cls, choice[1], theme=theme))
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)


class FieldMessage(QLabel):
    """What is wrong with a field and what to do, under it; empty takes no room."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(theme.theme.font("caption"))
        self.hide()

    def say(self, text: str, token: str = "err") -> None:
        """Show a message, or none."""
        tint(self, self._theme, token)
        self.setText(text)
        self.setVisible(bool(text))
