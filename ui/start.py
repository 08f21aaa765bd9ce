"""The start window: recovery first, recent workshops with progress, new, templates, demo, language, look.

It paints itself without a style sheet, so that it is there at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget

from ui.start_tile import SearchLine, Tile
from ui.theme.service import ThemeService
from workshop_app.domain.text_key import norm_text
from workshop_app.services.recent import Recent, recent_workshops
from workshop_app.storage.open_marks import OpenMark, not_closed

if TYPE_CHECKING:
    from ui.application import Application
    from ui.widgets.banner import Banner

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
        self._tiles: dict[Path, Tile] = {}
        self._banner: Banner | None = None
        self._first: Tile | None = None
        self._build()
        if self._first is not None:
            self._first.setFocus()
        QTimer.singleShot(0, self, self._add_shortcuts)

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for keys, run in (("Ctrl+O", self.program.ask_open), ("Ctrl+N", lambda: self.program.ask_new("blank"))):
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
        self._right, marks = column, not_closed()[:2]
        for mark in marks:
            column.addLayout(self._recovery(mark))
        head = QHBoxLayout()
        head.addWidget(self._label(_("Recent"), "card_title"))
        head.addStretch(1)
        column.addLayout(head)
        self._recents = recent_workshops(self.program.preferences)
        self._most = (MOST if self.program.theme.theme.size <= 100 else FEW) - len(marks)
        if self._recents:
            head.addWidget(self._search_field())
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        column.addLayout(self._list)
        self._nothing = self._label(_("Workshops that you open will stand here."), "body", "text3")
        column.addWidget(self._nothing)
        self._filter("")
        column.addSpacing(12)
        column.addWidget(self._label(_("New from a template"), "card_title"))
        column.addLayout(self._templates())
        column.addStretch(1)

    def say(self, text: str, ways: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        """A problem, with what can be done about it, over everything else."""
        from ui.widgets.banner import Banner

        if self._banner is None:
            self._banner = Banner(self.program.theme, self.program.icons, self.program.words)
            self._right.insertWidget(0, self._banner)
        self._banner.say(text, "err", ways)

    def _search_field(self) -> SearchLine:
        self.search = search = SearchLine(self.program.theme, self.program.words("Find a workshop"))
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
        return tile

    def _menu(self, recent: Recent, at: QPoint) -> None:
        _ = self.program.words
        menu = QMenu(self)
        menu.addAction(_("Open"), lambda: self.program.try_open(recent.path))
        menu.addAction(_("Rehearse on a copy"), lambda: self.program.try_open(recent.path, rehearsal=True))
        menu.addAction(_("Take off the list"), lambda: self._forget(recent.path))
        menu.popup(at)

    def _forget(self, path: Path) -> None:
        """The next one moves up."""
        self.program.preferences.forget(str(path))
        self._recents = tuple(recent for recent in self._recents if recent.path != path)
        self._filter(self.search.text())

    def _filter(self, text: str) -> None:
        """The latest workshops, or of all those that were opened what has the words; as many as there is room for."""
        _, words = self.program.words, norm_text(text).split()
        keys = {recent: norm_text(f"{recent.title} {recent.path}") for recent in self._recents}
        found = [recent for recent in self._recents if all(word in keys[recent] for word in words)][: self._most]
        for recent in found:
            if recent.path not in self._tiles:
                tile = self._tiles[recent.path] = self._recent(recent)
                self._list.insertWidget(self._place_of(recent), tile)
        shown = {recent.path for recent in found}
        for path, tile in self._tiles.items():
            tile.setVisible(path in shown)
        if words:
            self._nothing.setText(_("Nothing found. Try another word."))
        self._nothing.setVisible(not found)

    def _place_of(self, recent: Recent) -> int:
        later = self._recents[self._recents.index(recent) + 1 :]
        after = [self._list.indexOf(self._tiles[each.path]) for each in later if each.path in self._tiles]
        return min(after, default=self._list.count())

    def _recovery(self, mark: OpenMark) -> QHBoxLayout:
        _ = self.program.words
        text = _("“{name}” was not closed properly. Restore", name=mark.document.stem)
        at = mark.since.astimezone() if mark.since else None
        since = f"{self.program.words.date_year(at.date())}, {at:%H:%M}" if at else ""
        caption = _("opens the file, or its newest whole copy where it is damaged; {date}", date=since)
        row = QHBoxLayout()
        row.setSpacing(8)
        restore = self._tile("life-buoy", text, caption, lambda: self.program.recover(mark))
        self._first = self._first or restore
        row.addWidget(restore, 1)
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
