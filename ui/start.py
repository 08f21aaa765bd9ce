"""The start window: recovery first, recent workshops with progress, new, templates, demo, language, look.

It paints itself without a style sheet, so that it is there at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui.start_tile import SearchLine, Tile
from ui.theme.service import ThemeService
from workshop_app.domain.text_key import norm_text
from workshop_app.services.recent import Recent, recent_workshops
from workshop_app.storage.open_marks import OpenMark, not_closed

if TYPE_CHECKING:
    from ui.application import Application

LEFT, NARROW = 420, 240
MOST, FEW = 5, 3
"""How many recent workshops and recovery notes a low window has room for; the second at a larger interface."""


class StartWindow(QWidget):
    """What the program opens with."""

    def __init__(self, program: Application) -> None:
        super().__init__()
        self.program = program
        self.setObjectName("start_window")
        self.setMinimumSize(1000, 640)
        self.resize(1366, 720)
        self._tiles: list[tuple[Recent, Tile]] = []
        self._build()
        for keys, run in (("Ctrl+O", program.ask_open), ("Ctrl+N", lambda: program.ask_new("blank"))):
            QShortcut(QKeySequence(keys), self).activated.connect(run)

    def _build(self) -> None:
        _ = self.program.words
        self.setWindowTitle(_("Joint planning"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        left, edge = self._ground("surface"), self._ground("border")
        left.setFixedWidth(self.program.theme.theme.pixels(LEFT))
        edge.setFixedWidth(1)
        self._build_left(QVBoxLayout(left))
        right = QWidget()
        self._build_right(QVBoxLayout(right))
        row.addWidget(left)
        row.addWidget(edge)
        row.addWidget(right, 1)

    def _ground(self, token: str) -> QWidget:
        part = QWidget()
        part.setAutoFillBackground(True)
        palette = part.palette()
        palette.setColor(part.backgroundRole(), self.program.theme.theme.color(token))
        part.setPalette(palette)
        return part

    def _tile(self, icon: str, title: str, caption: str, run: Callable[[], object]) -> Tile:
        return Tile(self.program.theme, self.program.icons, icon, title, caption, run)

    def _label(self, text: str, role: str, token: str = "text") -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(self.program.theme.theme.font(role))
        palette = label.palette()
        palette.setColor(label.foregroundRole(), self.program.theme.theme.color(token))
        label.setPalette(palette)
        return label

    def _build_left(self, column: QVBoxLayout) -> None:
        _ = self.program.words
        program = self.program
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(10)
        column.addWidget(Sign(program.theme, _("Joint planning"), _("a workshop for departments of one company")))
        column.addSpacing(16)
        new = self._tile(
            "plus", _("New workshop"), _("empty; departments and people come first"), lambda: program.ask_new("blank")
        )
        new.primary = True
        self.new_tile = new
        self.open_tile = self._tile("folder-open", _("Open a file …"), "Ctrl+O", program.ask_open)
        self.demo_tile = self._tile(
            "play", _("Look at the example"), _("two sales departments, everything filled in"), program.open_demo
        )
        for tile in (new, self.open_tile, self.demo_tile):
            column.addWidget(tile)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        other = _("English") if program.words.language == "ru" else _("По-русски")
        dark = program.theme.theme.dark
        look = _("Light theme") if dark else _("Dark theme")
        for icon, title, run in (
            ("languages", other, program.switch_language),
            ("sun" if dark else "moon", look, program.theme.toggle),
        ):
            tile = self._tile(icon, title, "", run)
            tile.quiet = True
            foot.addWidget(tile)
        foot.addStretch(1)
        column.addLayout(foot)

    def _build_right(self, column: QVBoxLayout) -> None:
        _ = self.program.words
        column.setContentsMargins(32, 32, 32, 24)
        column.setSpacing(8)
        marks = not_closed()[:2]
        for mark in marks:
            column.addLayout(self._recovery(mark))
        head = QHBoxLayout()
        head.addWidget(self._label(_("Recent"), "card_title"))
        head.addStretch(1)
        column.addLayout(head)
        found = recent_workshops(self.program.preferences)
        found = found[: (MOST if self.program.theme.theme.size <= 100 else FEW) - len(marks)]
        if found:
            head.addWidget(self._search_field())
        for recent in found:
            column.addWidget(self._recent(recent))
        if not found:
            column.addWidget(self._label(_("Workshops that you open will stand here."), "body", "text3"))
        column.addSpacing(12)
        column.addWidget(self._label(_("New from a template"), "card_title"))
        column.addLayout(self._templates())
        column.addStretch(1)

    def _search_field(self) -> SearchLine:
        search = SearchLine(self.program.theme, self.program.words("Find a workshop"))
        search.textChanged.connect(self._filter)
        return search

    def _templates(self) -> QGridLayout:
        _ = self.program.words
        grid = QGridLayout()
        grid.setSpacing(12)
        kinds = (
            ("two_sales", "repeat", _("Two sales departments"), _("Duplication and shifting. One day")),
            ("three", "network", _("Three and more departments"), _("Handoffs along the chain. One day")),
            ("short", "timer", _("Short format"), _("Ten activities and the plan. Three hours")),
        )
        for place, (kind, icon, title, caption) in enumerate(kinds):
            tile = self._tile(icon, title, caption, self._maker(kind))
            tile.tall = True
            grid.addWidget(tile, 0, place)
        return grid

    def _maker(self, kind: str) -> Callable[[], object]:
        return lambda: self.program.ask_new(kind)

    def _recent(self, recent: Recent) -> Tile:
        _ = self.program.words
        there = recent.path.exists()
        caption = (
            _("The file is not there any more")
            if not there
            else f"{self.program.words.date_year(recent.opened)}  ·  {recent.path.parent}"
            if recent.opened
            else str(recent.path.parent)
        )
        tile = self._tile("file-text", recent.title, caption, lambda: self.program.try_open(recent.path))
        if recent.steps:
            share = recent.done / recent.steps
            words = (
                _("Plan ready")
                if recent.done >= recent.steps
                else _("{n} of {total} steps", n=recent.done, total=recent.steps)
            )
            tile.progress = (words, share)
        tile.menu = lambda at: self._menu(recent, at)
        tile.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tile.customContextMenuRequested.connect(lambda at: self._menu(recent, tile.mapToGlobal(at)))
        self._tiles.append((recent, tile))
        return tile

    def _menu(self, recent: Recent, at: QPoint) -> None:
        _ = self.program.words
        menu = QMenu(self)
        menu.addAction(_("Open"), lambda: self.program.try_open(recent.path))
        menu.addAction(_("Rehearse on a copy"), lambda: self.program.try_open(recent.path, rehearsal=True))
        menu.addAction(_("Take off the list"), lambda: self._forget(recent.path))
        menu.popup(at)

    def _forget(self, path: Path) -> None:
        self.program.preferences.forget(str(path))
        for recent, tile in self._tiles:
            tile.setVisible(tile.isVisible() and recent.path != path)

    def _filter(self, text: str) -> None:
        words = norm_text(text).split()
        for recent, tile in self._tiles:
            key = norm_text(f"{recent.title} {recent.path}")
            tile.setVisible(all(word in key for word in words))

    def _recovery(self, mark: OpenMark) -> QHBoxLayout:
        _ = self.program.words
        text = _("“{name}” was not closed properly. Restore", name=mark.document.stem)
        since = self.program.words.date_year(mark.since.date()) if mark.since else ""
        caption = _("opens the newest whole copy as a new file; {date}", date=since)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._tile("life-buoy", text, caption, lambda: self.program.recover(mark)), 1)
        leave = self._tile("x", _("Not needed"), _("the file stays as it is"), lambda: self._dismiss(mark))
        leave.setFixedWidth(self.program.theme.theme.pixels(NARROW))
        row.addWidget(leave)
        return row

    def _dismiss(self, mark: OpenMark) -> None:
        """The person does not want the copy: the note goes, the file and its copies stay."""
        mark.clear()
        self.program.show_start()


class Sign(QWidget):
    """Two shapes that overlap: the program's sign, beside its name."""

    def __init__(self, theme: ThemeService, name: str, caption: str) -> None:
        super().__init__()
        self._theme, self._name, self._caption = theme, name, caption
        self.setFixedHeight(theme.theme.pixels(48))
        self.setAccessibleName(name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: draw."""
        theme = self._theme.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.department(1).fill)
        painter.drawRoundedRect(QRectF(16, 12, 24, 24), 4, 4)
        painter.setBrush(theme.department(0).fill)
        painter.drawEllipse(QRectF(2, 10, 28, 28))
        painter.setClipRect(QRectF(16, 12, 24, 24))
        painter.setBrush(theme.color("window" if theme.dark else "text"))
        painter.drawEllipse(QRectF(2, 10, 28, 28))
        painter.setClipping(False)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("title"))
        high = theme.pixels(27)
        painter.drawText(QRectF(56, 0, self.width() - 56, high), int(Qt.AlignmentFlag.AlignVCenter), self._name)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("small"))
        painter.drawText(
            QRectF(56, high, self.width() - 56, theme.pixels(20)), int(Qt.AlignmentFlag.AlignVCenter), self._caption
        )
