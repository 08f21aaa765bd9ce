"""Composed building blocks of pages: step header, hint line, empty state."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.buttons import Button
from ui.widgets.buttons import button as button
from ui.widgets.card import Card as Card
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ElidedLabel
from ui.widgets.key_cap import KeyCap
from ui.widgets.labels import FieldMessage as FieldMessage
from ui.widgets.labels import PlainLabel
from ui.widgets.labels import plain_label as plain_label
from ui.widgets.labels import tint as tint
from ui.widgets.number_strip import NumberCell as NumberCell
from ui.widgets.number_strip import NumberStrip as NumberStrip
from ui.widgets.pictograms import FINDING_CODES, paint_pictogram

Choice = tuple[str, Callable[[], object]]
HEAD_GAP = 8
_AFTER_SENTENCE = re.compile(r"(?<=\.) (?=[A-ZА-ЯЁ«“])")


class StepHeader(QWidget):
    """The head of a screen, 44 px high: title, tabs, a quiet note, tools at the right.

    Where room is short, quiet tools fold to their icons from the left; then the title goes if tabs say where one is,
    and is shortened without tabs.
    """

    def __init__(
        self,
        title: str,
        theme: ThemeService,
        tools: Iterable[QWidget] = (),
        *,
        tabs: QWidget | None = None,
        note: str = "",
    ) -> None:
        super().__init__()
        self._theme, self._tabs = theme, tabs
        self._tools: list[QWidget] = []
        self.title = ElidedLabel(title)
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.note = plain_label(note, theme, "caption", "text3")
        self.note.setVisible(bool(note))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(HEAD_GAP)
        self._row.addWidget(self.title)
        if tabs is not None:
            self._row.addWidget(tabs)
        self._row.addStretch(1)
        self._row.addWidget(self.note)
        for tool in tools:
            self.add_tool(tool)
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self.title.setFont(self._theme.theme.font("title"))
        self.setFixedHeight(self._theme.theme.pixels(44))
        self._fit()

    def add_tool(self, tool: QWidget) -> None:
        """One more tool at the right end; the primary comes last."""
        self._row.addWidget(tool)
        self._tools.append(tool)

    def set_title(self, title: str) -> None:
        """Other words."""
        self.title.setText(title)

    def set_note(self, note: str) -> None:
        """The quiet fact left of the tools."""
        self.note.setText(note)
        self.note.setVisible(bool(note))

    def _fit(self) -> None:
        """Fold what does not fit, unfold what does."""
        shown = [part for part in (self._tabs, self.note, *self._tools) if part is not None and not part.isHidden()]
        folding = [part for part in shown if isinstance(part, Button) and part.can_fold]
        widths = [part.width_of(False) if part in folding else part.sizeHint().width() for part in shown]
        wanted = sum(widths) + HEAD_GAP * (len(widths) + 1)
        title = self.title.sizeHint().width()
        saved = sum(tool.width_of(False) - tool.width_of(True) for tool in folding)
        named = self._tabs is None or wanted + title - saved <= self.width()
        self.title.setVisible(named)
        wanted += title if named else 0
        for tool in folding:
            fold = wanted > self.width()
            wanted -= tool.width_of(False) - tool.width_of(True) if fold else 0
            tool.set_folded(fold)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Qt: a part has other words, comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)


class HintLine(QWidget):
    """Keys and what they do, in one line at the foot; what does not fit is left out from the end.

    ``hints`` are (keys, words); several keys of one hint are separated by a space: ``("1 2 3", "answer")``.
    """

    def __init__(self, hints: Sequence[tuple[str, str]], theme: ThemeService) -> None:
        super().__init__()
        self._theme = theme
        theme.changed.connect(self._follow)
        self.setFixedHeight(theme.theme.pixels(26))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._groups: list[list[QWidget]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(6)
        self.set_hints(hints)

    def _follow(self) -> None:
        self.setFixedHeight(self._theme.theme.pixels(26))
        for part in (part for group in self._groups for part in group):
            part.updateGeometry()
        self._fit()

    def set_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Other keys."""
        clear_layout(self._row)
        self._groups = []
        for keys, text in hints:
            group: list[QWidget] = [KeyCap(key) for key in keys.split(" ")]
            group.append(plain_label(text, self._theme, "caption", "text2"))
            self._groups.append(group)
            for part in group:
                self._row.addWidget(part)
            self._row.addSpacing(8)
        self._row.addStretch(1)
        self._fit()

    def _fit(self) -> None:
        used = 0
        for group in self._groups:
            used += sum(part.sizeHint().width() + 6 for part in group) + 14
            for part in group:
                part.setVisible(used - 14 <= self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: hide what does not fit."""
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Qt: may shrink to nothing."""
        return QSize(0, 20)


class EmptyState(QWidget):
    """Nothing here yet: a sign, one sentence why, more words below it, one primary and one quiet alternative.

    A second sentence stands with the words below; the first one is a title and ends without a point.

    ``icon`` is the name of an icon or the code of a finding (its pictogram is drawn).
    """

    def __init__(
        self,
        icon: str,
        sentence: str,
        theme: ThemeService,
        icons: Icons,
        primary: Choice | None = None,
        quiet: Choice | None = None,
        *,
        detail: str = "",
    ) -> None:
        super().__init__()
        self._theme = theme
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(_Sign(icon, theme, icons), 0, Qt.AlignmentFlag.AlignHCenter)
        title, *rest = _AFTER_SENTENCE.split(sentence, 1)
        below = " ".join(filter(None, (*rest, detail)))
        column.addWidget(_centred(plain_label(title.removesuffix("."), theme, "title", "text", wrap=True)))
        if below:
            column.addWidget(_centred(plain_label(below, theme, "small", "text2", wrap=True)))
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        self.buttons = [
            button(choice[0], kind, choice[1], theme=theme)
            for choice, kind in ((primary, "pri"), (quiet, "ghost"))
            if choice is not None
        ]
        for made in self.buttons:
            row.addWidget(made)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])


def _centred(label: PlainLabel) -> PlainLabel:
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


class _Sign(QWidget):
    def __init__(self, icon: str, theme: ThemeService, icons: Icons) -> None:
        super().__init__()
        self._icon, self._theme, self._icons = icon, theme, icons
        self.setFixedSize(48, 40)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the icon or the finding's pictogram."""
        painter, theme = QPainter(self), self._theme.theme
        if self._icon in FINDING_CODES:
            paint_pictogram(painter, self._icon, QRectF(6, 8, 36, 24), theme.finding(self._icon).ink)
            return
        painter.drawPixmap(4, 0, self._icons.pixmap(self._icon, 40, theme.color("text3"), self.devicePixelRatioF()))
