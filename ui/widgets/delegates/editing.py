"""Editors of cells: a line of text, or what the column's ``EDITOR`` makes; a wrong text stays open and is explained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, cast

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets import roles
from ui.widgets.date_field import DateField
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.fields import ValueField
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.text_field import TextField
from ui.widgets.tips import plain_tip
from workshop_app.domain.message import ProblemError
from workshop_app.i18n import Words

EditorMaker = Callable[[], QWidget]
"""Makes a field that has ``set_current`` and ``value`` or ``current_id``."""

EDITOR_HEIGHT = 32


class _Field(Protocol):
    def set_current(self, value: object) -> None: ...


class EditingDelegate(CellDelegate):
    """``problem`` says why a typed value was not taken; the cell then keeps what it had."""

    problem = Signal(str)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: the column's editor, else a line of text."""
        maker: EditorMaker | None = index.data(roles.EDITOR)
        editor = maker() if maker is not None else QLineEdit()
        editor.setParent(parent)
        editor.setAutoFillBackground(True)
        if isinstance(editor, TextField):
            editor.problem.connect(lambda text, at=editor: QToolTip.showText(_below(at), plain_tip(text), at))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: what the cell holds; all of it selected."""
        value = index.data(Qt.ItemDataRole.EditRole)
        if isinstance(editor, ValueField | Picker):
            cast("_Field", editor).set_current(value)
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value or ""))
        if isinstance(editor, QLineEdit):
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: the value the editor means; nothing when it means none."""
        if isinstance(editor, ValueField):
            try:
                value = editor.read(editor.text())
            except ProblemError as error:
                self.problem.emit(editor.explain(error))
                return
            model.setData(index, value)
        elif isinstance(editor, Picker):
            editor.commit()
            model.setData(index, editor.current_id)
        elif isinstance(editor, QLineEdit):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the whole cell's width, one line high, in its middle."""
        rect, height = option.rect, min(option.rect.height(), self.theme.pixels(EDITOR_HEIGHT))
        editor.setGeometry(QRect(rect.left() + 2, rect.center().y() - height // 2, rect.width() - 4, height))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt: Enter and Tab do not close an editor whose text means nothing; Esc and a click elsewhere do."""
        takes = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if isinstance(editor, Picker) and editor.list_is_open():
                return False
            if event.key() in takes and isinstance(editor, ValueField) and not editor.understood():
                return True
            if event.key() == Qt.Key.Key_Escape and isinstance(editor, QLineEdit):
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
                return True
        return super().eventFilter(editor, event)


def _below(editor: QWidget) -> QPoint:
    return editor.mapToGlobal(editor.rect().bottomLeft())


def date_editor(
    theme: ThemeService, icons: Icons, words: Words, today: Callable[[], date], *, quarters: bool = False
) -> EditorMaker:
    """For a column of dates, or of dates and quarters: the model is given a date or None."""
    return lambda: DateField(theme, icons, words, today(), quarters=quarters)


def pick_editor(
    theme: ThemeService, icons: Icons, words: Words, choices: Callable[[], list[PickerChoice]]
) -> EditorMaker:
    """For a column that holds one of many (people): the model is given an id or None; ``choices`` is asked anew."""

    def make() -> QWidget:
        picker = Picker(theme, icons, words)
        picker.set_choices(choices())
        return picker

    return make
