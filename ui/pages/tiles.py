"""Records as tiles in a grid: arrows walk, Enter turns a tile into its form, Alt+arrows move it, Del removes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.buttons import IconButton
from ui.widgets.card import SelectableCard
from ui.widgets.card_drag import CardDrag, place_before
from ui.widgets.form_card import FormCard
from ui.widgets.scroll_edges import ScrollEdges

COLUMNS = 2


class Tile(SelectableCard):
    """A record to read. ``opened`` edits, ``moved`` carries ±1, ``walked`` ±1 along a row, ±2 across; ``removed``.

    ``numbered`` carries the place of a tile: a digit 1…9 goes there.
    """

    moved = Signal(int)
    walked = Signal(int)
    removed = Signal()
    numbered = Signal(int)

    def __init__(self, context: WindowContext, margins: int = 16) -> None:
        super().__init__("", margins=margins, spacing=6)
        self.context = context
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        _ = context.words
        self.more = IconButton("ellipsis", _("More about this card"), context.theme, context.icons, self._menu)

    def show_item(self, item: Any) -> None:
        """Another record, or the same brought up to date."""
        raise NotImplementedError  # each tile has its own

    def _menu(self) -> None:
        menu = self.actions_menu()
        menu.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        menu.deleteLater()

    def actions_menu(self) -> QMenu:
        """Edit, move, delete."""
        _ = self.context.words
        menu = QMenu(self)
        menu.addAction(f"{_('Edit')}\tEnter", self.opened.emit)
        menu.addAction(f"{_('Earlier')}\tAlt+↑", partial(self.moved.emit, -1))
        menu.addAction(f"{_('Later')}\tAlt+↓", partial(self.moved.emit, 1))
        menu.addSeparator()
        menu.addAction(f"{_('Delete')}\tDel", self.removed.emit)
        return menu

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the tile with the focus is the current one."""
        super().focusInEvent(event)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows walk, with Alt they move; F2, Del."""
        left, right, up, down = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down
        ways: dict[int, int] = {left: -1, right: 1, up: -COLUMNS, down: COLUMNS}
        key = event.key()
        if key in ways and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(1 if ways[key] > 0 else -1)
        elif key in ways:
            self.walked.emit(ways[key])
        elif key == Qt.Key.Key_F2:
            self.opened.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.numbered.emit(event.key() - int(Qt.Key.Key_1))
        else:
            super().keyPressEvent(event)


class TileCell(QWidget):
    """A record's place in the grid: its tile, or its form while it is edited."""

    def __init__(self, tile: Tile, make_form: Callable[[], FormCard], least: int) -> None:
        super().__init__()
        self.tile, self._make = tile, make_form
        self.form: FormCard | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(tile)
        self.setMinimumHeight(least)

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return self.form is not None and not self.form.isHidden()

    def show_item(self, item: Any) -> None:
        """Bring tile and form up to date."""
        self._item = item
        self.tile.show_item(item)
        if self.form is not None and self.editing:
            self.form.show_item(item)

    def open_form(self) -> FormCard:
        """Edit."""
        if self.form is None:
            self.form = self._make()
            self._column.addWidget(self.form)
            self._column.addStretch(1)
        self.form.show_item(self._item)
        self.form.show()
        self.form.begin()
        self.tile.hide()  # only now: what is hidden with the focus gives it to another tile
        return self.form

    def close_form(self) -> None:
        """Read."""
        self.tile.show()
        self.tile.setFocus()
        if self.form is not None:
            self.form.hide()


class TileArea(QScrollArea):
    """``current_changed`` when another tile is the current one; ``remove_wanted`` (id).

    ``wanted`` carries the operations of forms; ``end_reached`` when the arrows walk past the last tile. ``extra`` tiles
    stand behind the records, ``below`` under the grid. ``wide_forms`` take the whole width.
    """

    current_changed = Signal()
    put_before = Signal(str, str)
    """A tile is moved by key or dragged: its id, and the id it then stands before (empty = last)."""

    remove_wanted = Signal(str)
    wanted = Signal(object)
    end_reached = Signal()

    def __init__(
        self,
        context: WindowContext,
        make_tile: Callable[[], Tile],
        make_form: Callable[[], FormCard],
        *,
        extra: Sequence[QWidget] = (),
        below: QWidget | None = None,
        least: int = 180,
        wide_forms: bool = False,
    ) -> None:
        super().__init__()
        self._wide_forms = wide_forms
        self._context, self._make_tile, self._make_form, self._least = context, make_tile, make_form, least
        self._extra = tuple(extra)
        self.cells: dict[str, TileCell] = {}
        self.current: str | None = None
        self._drag = CardDrag(self)
        self._drag.moved.connect(lambda moved, to: self.put_before.emit(moved, place_before([*self.cells], moved, to)))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.grid = QGridLayout()
        self.grid.setSpacing(12)
        for place in range(COLUMNS):
            self.grid.setColumnStretch(place, 1)
        column.addLayout(self.grid, 0 if below else 1)
        if below is not None:
            column.addWidget(below)
            column.addStretch(1)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        ScrollEdges(self)

    def set_items(self, items: Sequence[Any]) -> None:
        """Tiles for these records (each has an ``id``), in order."""
        ids = [item.id for item in items]
        if ids != list(self.cells) or not self.grid.count():
            self._arrange(ids)
        for item in items:
            self.cells[item.id].show_item(item)
        if self.current not in self.cells:
            self.current = ids[0] if ids else None
        self._mark()

    def set_extra(self, extra: Sequence[QWidget]) -> None:
        """Other tiles behind the records; those that are left out are hidden."""
        if tuple(extra) == self._extra:
            return
        for tile in set(self._extra) - set(extra):
            tile.hide()
        self._extra = tuple(extra)
        self._arrange(list(self.cells))

    def _arrange(self, ids: list[str]) -> None:
        focused = next((key for key, cell in self.cells.items() if cell.isAncestorOf(self.focusWidget() or self)), None)
        old = self.cells
        for gone in old.keys() - set(ids):
            old[gone].hide()
            old[gone].deleteLater()
        self.cells = {item_id: old.get(item_id) or self._made(item_id) for item_id in ids}
        self._place()
        for widget in (*self.cells.values(), *self._extra):
            widget.show()
        self._align()
        if focused in self.cells and not self.cells[focused].editing:
            self.cells[focused].tile.setFocus()

    def _made(self, item_id: str) -> TileCell:
        cell = TileCell(self._make_tile(), partial(self._form, item_id), self._context.theme.theme.pixels(self._least))
        cell.tile.chosen.connect(partial(self.choose, item_id))
        cell.tile.opened.connect(partial(self.edit, item_id))
        cell.tile.moved.connect(partial(self._shift, item_id))
        cell.tile.walked.connect(partial(self._walk, item_id))
        cell.tile.numbered.connect(self.focus_number)
        cell.tile.removed.connect(partial(self.remove_wanted.emit, item_id))
        self._drag.add(cell.tile, item_id)
        return cell

    def _form(self, item_id: str) -> FormCard:
        form = self._make_form()
        form.wanted.connect(self.wanted)
        form.closed.connect(partial(self.close_form, item_id))
        return form

    def _mark(self) -> None:
        for item_id, cell in self.cells.items():
            cell.tile.set_selected(item_id == self.current)

    def choose(self, item_id: str) -> None:
        """Make a tile the current one."""
        if item_id != self.current and item_id in self.cells:
            self.current = item_id
            self._mark()
            self.current_changed.emit()

    def edit(self, item_id: str) -> None:
        """Open the form of a record; another open one closes."""
        for other, cell in self.cells.items():
            if other != item_id and cell.editing and cell.form is not None:
                cell.form.close_form()
        if item_id not in self.cells:
            return
        self.choose(item_id)
        self.cells[item_id].open_form()
        self._align()
        QTimer.singleShot(0, self, partial(self.bring, item_id))

    def close_form(self, item_id: str) -> None:
        """Back to the tile."""
        cell = self.cells.get(item_id)
        if cell is not None:
            cell.close_form()
            self._align()

    def _align(self) -> None:
        """Tiles beside an open form keep their own height; a wide form has a row of its own."""
        if self._wide_forms:
            self._place()
            return
        cells = list(self.cells.values())
        for start in range(0, len(cells), COLUMNS):
            row = cells[start : start + COLUMNS]
            tall = any(cell.editing for cell in row)
            for cell in row:
                self.grid.setAlignment(cell, Qt.AlignmentFlag.AlignTop if tall else Qt.AlignmentFlag(0))

    def _place(self) -> None:
        """Each widget in its place of the grid."""
        while self.grid.count():
            self.grid.takeAt(0)
        at = 0
        for widget in (*self.cells.values(), *self._extra):
            whole = self._wide_forms and isinstance(widget, TileCell) and widget.editing
            at += at % COLUMNS if whole else 0
            self.grid.addWidget(widget, *divmod(at, COLUMNS), 1, COLUMNS if whole else 1)
            at += COLUMNS if whole else 1

    def bring(self, item_id: str) -> None:
        """Scroll a record into view."""
        cell = self.cells.get(item_id)
        if cell is None:
            return
        bar, room = self.verticalScrollBar(), self.viewport().height()
        if cell.y() < bar.value() or cell.height() > room:
            bar.setValue(cell.y())
        elif cell.y() + cell.height() > bar.value() + room:
            bar.setValue(cell.y() + cell.height() - room)

    def _walk(self, item_id: str, way: int) -> None:
        ids = list(self.cells)
        at = ids.index(item_id) + way
        if 0 <= at < len(ids):
            self.focus_tile(ids[at])
        elif at >= len(ids):
            self.end_reached.emit()

    def focus_tile(self, item_id: str) -> None:
        """The focus on a tile, brought into view."""
        self.cells[item_id].tile.setFocus(Qt.FocusReason.TabFocusReason)
        self.bring(item_id)

    def focus_number(self, place: int) -> None:
        """The focus on the tile at a place from 0, where there is one."""
        ids = list(self.cells)
        if place < len(ids):
            self.focus_tile(ids[place])

    def select(self, item_id: str | None) -> bool:
        """Show a record from elsewhere; False when it is not there."""
        if item_id is None or item_id not in self.cells:
            return False
        self.choose(item_id)
        self.cells[item_id].tile.setFocus()
        QTimer.singleShot(0, self, partial(self.bring, item_id))
        return True

    def _shift(self, item_id: str, way: int) -> None:
        ids = list(self.cells)
        before = ids.index(item_id) + (-1 if way < 0 else 2)
        if 0 <= before <= len(ids):
            self.put_before.emit(item_id, ids[before] if before < len(ids) else "")
            self.focus_tile(item_id)

    def after_removal(self, place: int) -> None:
        """The focus goes to the tile that took the place of a removed one."""
        ids = list(self.cells)
        if ids:
            self.cells[ids[min(place, len(ids) - 1)]].tile.setFocus()
