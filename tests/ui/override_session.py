"""Overrides of real widgets that fail in Python's C code: run by ``test_overrides`` in a process of its own.

``python -m tests.ui.override_session`` prints the names of the errors told, in order, as a JSON list.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Any

from PySide6.QtCore import QEvent, QIdentityProxyModel, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.models.table import Column, TableModel
from ui.theme.service import ThemeService
from ui.widgets.badge import DepartmentBadge
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Note


class Field(TextField):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        [][3]


class Badge(DepartmentBadge):
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setOpacity(int("x"))

    def sizeHint(self) -> QSize:
        return QSize(1 // 0, 10)


class Resizing:
    def resizeEvent(self, event: QResizeEvent) -> None:
        "".index("x")


class Mixed(Resizing, QWidget):
    """The override stands in a class that is none of Qt's."""


class Filter(QObject):
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        try:
            return bool(watched.nothing)  # type: ignore[attr-defined]  # that is the error
        except ValueError:
            return False


class Text(QLabel):
    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return [][width]


class Delegate(CellDelegate):
    def content(self, *parts: Any) -> None:
        picture = QPixmap(10, 10)
        with QPainter(picture) as painter:
            painter.setOpacity({}["x"])


def told_by(attempt: Callable[[], object]) -> list[str]:
    """The errors told while something is done, once each."""
    told: list[str] = []

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if kind.__name__ not in told:
            told.append(kind.__name__)

    former, sys.excepthook = sys.excepthook, tell
    try:
        attempt()
    finally:
        sys.excepthook = former
    return told


def a_table(theme: ThemeService) -> QTableView:
    """A row whose first cell can't be painted."""
    view = QTableView()
    model = TableModel([Column[Note]("text", "", lambda note: note.text)], lambda _operation: None, view)
    model.set_lines([Note(id="1", text="a")])
    view.setModel(model)
    view.setItemDelegate(Delegate(theme, Icons(), view))
    return view


def a_cell_without_words() -> None:
    """Asked for by Qt, not by Python."""
    model = TableModel([Column[Note]("text", "", lambda note: note.text[9])], lambda _operation: None)
    model.set_lines([Note(id="1", text="a")])
    proxy = QIdentityProxyModel()
    proxy.setSourceModel(model)
    assert proxy.index(0, 0).data() is None


def a_laid_out_badge(theme: ThemeService) -> None:
    """Qt asks for its size."""
    parent = QWidget()
    QVBoxLayout(parent).addWidget(Badge("S", "Sales", 0, theme))
    parent.layout().sizeHint()


def a_column_that_fits() -> None:
    """It asks for the height of what stands in it."""
    column = ScrollColumn()
    column.column.addWidget(Text("x"))
    column.fit()


def session() -> list[list[str]]:
    """What each failing override told."""
    theme = ThemeService("light")
    field, watched, seen = Field(theme), QWidget(), Filter()
    watched.installEventFilter(seen)
    badge, table = Badge("S", "Sales", 0, theme), a_table(theme)
    badge.resize(20, 20)
    told = [
        told_by(lambda: QTest.keyClick(field, Qt.Key.Key_A)),
        told_by(badge.grab),
        told_by(lambda: a_laid_out_badge(theme)),
        told_by(lambda: Mixed().grab()),
        told_by(lambda: QApplication.sendEvent(watched, QEvent(QEvent.Type.User))),
        told_by(table.grab),
        told_by(a_cell_without_words),
        told_by(a_column_that_fits),
    ]
    assert field.text() == "a"
    return told


if __name__ == "__main__":
    app = QApplication([])
    print(json.dumps(session()))  # noqa: T201  (the report)
