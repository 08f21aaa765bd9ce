"""The right button on a line of a list: what its keys do, for those who use the mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMetaMethod, Qt, SignalInstance
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QWidget

from ui.widgets.table_view import LineTable
from workshop_app.i18n import Words

Press = tuple[str, Qt.Key, Qt.KeyboardModifier]
"""A key as it is printed, and what is pressed."""
_PLAIN, _CONTROL, _ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def menu_over(widget: QWidget | None, words: Words) -> QMenu | None:
    """The menu of the list that a widget is part of; None where there is no list, or somebody types in it."""
    while widget is not None and not isinstance(widget, LineTable):
        widget = widget.parentWidget()
    return row_menu(widget, words) if widget is not None and not widget.editing() else None


def row_menu(table: LineTable, words: Words) -> QMenu | None:
    """The menu of the current line; each entry presses its key in the list. None without a line."""
    _ = words
    index = table.currentIndex()
    if not index.isValid():
        return None
    menu = QMenu(table)
    moves = table.dragDropMode() is QAbstractItemView.DragDropMode.InternalMove
    entries: tuple[tuple[bool, str, Press], ...] = (
        (_heard(table, table.opened), _("Open"), ("Enter", Qt.Key.Key_Return, _PLAIN)),
        (bool(index.flags() & Qt.ItemFlag.ItemIsEditable), _("Edit"), ("F2", Qt.Key.Key_F2, _PLAIN)),
        (moves, _("Move up"), ("Alt+↑", Qt.Key.Key_Up, _ALT)),
        (moves, _("Move down"), ("Alt+↓", Qt.Key.Key_Down, _ALT)),
        (True, _("Copy"), ("Ctrl+C", Qt.Key.Key_C, _CONTROL)),
        (_heard(table, table.pasted), _("Paste rows"), ("Ctrl+V", Qt.Key.Key_V, _CONTROL)),
        (_heard(table, table.delete_wanted), _("Remove"), ("Del", Qt.Key.Key_Delete, _PLAIN)),
    )
    for offered, text, press in entries:
        if offered:
            _add(menu, table, text, press)
    return menu


def _heard(table: LineTable, signal: SignalInstance) -> bool:
    return table.isSignalConnected(QMetaMethod.fromSignal(signal))


def _add(menu: QMenu, table: LineTable, text: str, press: Press) -> None:
    action = menu.addAction(f"{text}\t{press[0]}")
    action.triggered.connect(lambda _on=False: _press(table, press))


def _press(table: LineTable, press: Press) -> None:
    _shown, key, modifiers = press
    table.setFocus()
    QApplication.sendEvent(table, QKeyEvent(QEvent.Type.KeyPress, key, modifiers))
