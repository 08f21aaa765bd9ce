"""A row of choices in one track: one is chosen, arrows move, digits choose, the chosen one is raised."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import paint_edge
from ui.widgets.paint import fill

Item = tuple[str, str] | tuple[str, str, str]
"""Key, word, and where wanted an icon's name."""


class Segment(QRadioButton):
    """One choice: a radio button for keyboard and screen reader, painted as a raised piece."""

    def __init__(self, item: Item, theme: ThemeService, icons: Icons, *, accent: bool) -> None:
        super().__init__()
        self.key = item[0]
        self._theme, self._icons, self._accent = theme, icons, accent
        self.show_item(item)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_item(self, item: Item) -> None:
        """Another word or icon for the same key."""
        self.word, self.icon_name = item[1], item[2] if len(item) > 2 else ""
        self.setText(self.word.replace("&", "&&"))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Qt: the word in its strong form, so that choosing never moves the neighbours."""
        theme = self._theme.theme
        width = QFontMetricsF(theme.font("control_strong")).horizontalAdvance(self.word)
        icon = 16 + (6 if self.word else 0) if self.icon_name else 0
        return QSize(round(width) + icon + theme.pixels(26), theme.pixels(28))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Qt: the whole piece can be clicked."""
        return self.rect().contains(position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter confirms; digits go to the row, Ctrl+Enter to the form; the rest is the radio button's."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter and plain:
            self.click()
        elif enter or event.text().isdigit():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the raised piece when chosen, icon, word."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect())
        filled = on and self._accent
        tone = theme.color("on_accent" if filled else "text" if on or self.underMouse() else "text2")
        if not self.isEnabled():
            tone = theme.color("disabled")
        edge = theme.color("accent" if filled else "border_strong") if on else None
        ring = theme.color("text" if filled else "accent") if self.hasFocus() else None
        painter.setBrush(theme.color("accent" if filled else "surface") if on else Qt.BrushStyle.NoBrush)
        paint_edge(painter, box, edge, ring, 5)
        font = theme.font("control_strong" if on else "control")
        width = QFontMetricsF(font).horizontalAdvance(self.word)
        left = box.center().x() - (width + (22 if self.icon_name else 0)) / 2
        if self.icon_name:
            self._icons.paint(painter, left, box.center().y() - 8, self.icon_name, 16, tone)
            left += 22
        painter.setFont(font)
        painter.setPen(tone)
        painter.drawText(QRectF(left, 0, width + 4, box.height()), int(Qt.AlignmentFlag.AlignVCenter), self.word)


class SegmentedControl(QWidget):
    """``chosen`` carries the key; only a person's choice emits it, not ``set_current``.

    ``accent`` fills the chosen piece with the accent (what the room sees); else it is raised.
    """

    chosen = Signal(str)

    def __init__(self, theme: ThemeService, icons: Icons, *, accent: bool = False) -> None:
        super().__init__()
        self._theme, self._icons, self._accent = theme, icons, accent
        self._segments: list[Segment] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(3, 3, 3, 3)
        self._row.setSpacing(2)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._follow)

    def _follow(self) -> None:
        for segment in self._segments:
            segment.updateGeometry()
        self.update()

    def set_items(self, items: Sequence[Item]) -> None:
        """Other choices; the first one is chosen where the present key is gone. The same keys stay as they are."""
        if [segment.key for segment in self._segments] == [item[0] for item in items]:
            for segment, item in zip(self._segments, items, strict=True):
                segment.show_item(item)
            return
        key, focused = self.current(), self.hasFocus()
        for segment in self._segments:
            self._row.removeWidget(segment)
            segment.hide()
            segment.deleteLater()
        self._segments = [Segment(item, self._theme, self._icons, accent=self._accent) for item in items]
        for segment in self._segments:
            self._row.addWidget(segment)
            segment.clicked.connect(lambda _on=False, key=segment.key: self._choose(key))
        self.set_current(key if any(segment.key == key for segment in self._segments) else self.first_key())
        if focused:
            self.setFocus()

    def first_key(self) -> str:
        """The key of the first choice."""
        return self._segments[0].key if self._segments else ""

    def current(self) -> str:
        """The chosen key; empty without choices."""
        return next((segment.key for segment in self._segments if segment.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without telling anybody; an unknown key changes nothing. A focus on another piece goes along."""
        focused = any(segment.hasFocus() for segment in self._segments)
        for segment in self._segments:
            if segment.key == key:
                segment.setChecked(True)
                self.setFocusProxy(segment)
                if focused:
                    segment.setFocus()

    def segment(self, key: str) -> Segment:
        """The piece of a key; KeyError for an unknown one."""
        for segment in self._segments:
            if segment.key == key:
                return segment
        raise KeyError(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the choice, digits choose by place."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        key, count = Qt.Key(event.key()), len(self._segments)
        if event.text().isdecimal() and 1 <= int(event.text()) <= count:
            self._segments[int(event.text()) - 1].click()
        elif key in steps and count:
            place = [segment.isChecked() for segment in self._segments].index(True)
            self._segments[max(0, min(count - 1, place + steps[key]))].click()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the track."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("border"))
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)


class HeaderTabs(QWidget):
    """Tabs of a step's head («RACI matrix», «Role cards»): the chosen one is underlined. Same use as the segments."""

    chosen = Signal(str)

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        self._tabs: list[_Tab] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_items(self, items: Sequence[tuple[str, str]]) -> None:
        """Replace the tabs; the first one is chosen where the present key is gone."""
        key = self.current()
        for tab in self._tabs:
            tab.setParent(None)
            tab.deleteLater()
        self._tabs = [_Tab(tab_key, word, self._theme) for tab_key, word in items]
        for tab in self._tabs:
            self._row.addWidget(tab)
            tab.clicked.connect(lambda _on=False, key=tab.key: self._choose(key))
        known = any(tab.key == key for tab in self._tabs)
        self.set_current(key if known else self._tabs[0].key if self._tabs else "")

    def current(self) -> str:
        """The chosen key."""
        return next((tab.key for tab in self._tabs if tab.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Choose without telling anybody."""
        for tab in self._tabs:
            if tab.key == key:
                tab.setChecked(True)
                self.setFocusProxy(tab)

    def _choose(self, key: str) -> None:
        self.set_current(key)
        self.chosen.emit(key)


class _Tab(QRadioButton):
    def __init__(self, key: str, word: str, theme: ThemeService) -> None:
        super().__init__(word.replace("&", "&&"))
        self.key, self.word, self._theme = key, word, theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Qt: the word."""
        theme = self._theme.theme
        width = QFontMetricsF(theme.font("body_strong")).horizontalAdvance(self.word)
        return QSize(round(width) + 16, theme.pixels(36))

    def minimumSizeHint(self) -> QSize:
        """Qt: never cut."""
        return self.sizeHint()

    def hitButton(self, position: QPoint) -> bool:
        """Qt: the whole tab can be clicked."""
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the word, underlined in accent when chosen."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, box = self.isChecked(), QRectF(self.rect())
        painter.setFont(theme.font("body_strong"))
        painter.setPen(theme.color("text" if on or self.underMouse() else "text2"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.word)
        if on:
            fill(painter, QRectF(6, box.bottom() - 2, box.width() - 12, 2), theme.color("accent"))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, box.adjusted(0, 3, 0, -3), None, theme.color("accent"), 4)
