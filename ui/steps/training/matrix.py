"""The matrix of skills: a row per skill, a column per person, who can do it at the end; digits write levels."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem, QTableView

from ui.clipboard import clipboard_rows
from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.steps.training.words import cell_words, who_can
from ui.widgets import roles
from ui.widgets.delegates.cell import Index
from ui.widgets.delegates.special import PictureDelegate
from ui.widgets.delegates.text import fitting_surname
from ui.widgets.marks import SkillPaint
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.table_header import TableHeader
from workshop_app.domain.short_names import surname
from workshop_app.domain.training import ABLE
from workshop_app.i18n import Words
from workshop_app.steps.training.view import SkillRow, StaffColumn

ROW = 38
_CENTRE = int(Qt.ItemDataRole.TextAlignmentRole)
_CRITICAL = frozenset("kKкК")


def skill_columns(staff: tuple[StaffColumn, ...], words: Words) -> list[Column[SkillRow]]:
    """Skill, people by department, who can."""
    _ = words
    return [
        Column(
            "skill",
            _("Skill, level 0–4"),
            lambda row: row.skill.title,
            roles={
                roles.CAPTION: lambda row: words("critical") if row.skill.critical else "",
                roles.ICON: lambda row: ("star", "accent") if row.skill.critical else None,
            },
        ),
        *(_person(column, words) for column in staff),
        Column(
            "able",
            _("Who can"),
            lambda row: who_can(row, words)[0],
            roles={
                roles.ICON: lambda row: ("triangle-alert", who_can(row, words)[1]) if row.at_risk else None,
                roles.TONE: lambda row: who_can(row, words)[1],
                roles.STRONG: lambda row: row.at_risk,
            },
            tooltip=lambda row: "\n".join(person.name for person in row.able),
        ),
    ]


def _person(column: StaffColumn, words: Words) -> Column[SkillRow]:
    def picture(row: SkillRow) -> SkillPaint:
        level = row.level(column.person.id)
        if level is None:
            return SkillPaint(0)
        return SkillPaint(level.level, level.confirmed, row.single and level.level >= ABLE)

    header: dict[int, Any] = {
        _CENTRE: Qt.AlignmentFlag.AlignHCenter,
        int(Qt.ItemDataRole.ToolTipRole): f"{column.person.name}, {column.department.name}",
        roles.RULE: column.begins and column.place > 0,
    }
    if column.begins:
        header[roles.BADGE] = (column.department.short, column.place)
    return Column(
        column.person.id,
        surname(column.person.name),
        lambda row: str(level.level) if (level := row.level(column.person.id)) else "",
        roles={roles.PICTURE: picture, roles.RULE: lambda _row: column.begins and column.place > 0},
        tooltip=lambda row: cell_words(row, column, words),
        accessible=lambda row: cell_words(row, column, words),
        header=header,
    )


class SkillHeader(TableHeader):
    """Surnames cut to their column; a badge over the first person of each department, as wide as it needs."""

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt: one surname."""
        if not rect.isValid():
            return
        theme, box = self._theme, QRectF(rect).adjusted(0, 0, 0, -1)
        painter.save()
        painter.fillRect(box, theme.color("surface"))
        if self._role(section, roles.RULE):
            painter.fillRect(QRectF(box.left(), box.top() + 6, 1, box.height() - 6), theme.color("border_strong"))
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.color("text"))
        name = fitting_surname(
            str(self._role(section, int(Qt.ItemDataRole.DisplayRole)) or ""), painter.font(), box.width() - 3
        )
        painter.drawText(box.adjusted(0, box.height() - 34, 0, 0), int(Qt.AlignmentFlag.AlignCenter), name)
        painter.restore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the badges above all sections."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for section in range(self.count()):
            badge = None if self.isSectionHidden(section) else self._role(section, roles.BADGE)
            if badge:
                height = float(self._theme.pixels(20))
                font = badge_font(self._theme, height)
                width = badge_width(badge[0], height, font)
                rect = QRectF(self.sectionViewportPosition(section) + 4, 8, width, height)
                paint_badge(painter, rect, badge[0], badge[1], self._theme.department(badge[1]), font)
        painter.end()


class SkillDelegate(PictureDelegate):
    """A tile, and the cursor over it."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """The tile; the ring again where the tile's ground has covered it."""
        super().content(painter, box, option, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(self.theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -2), 5, 5)


class SkillTable(QTableView):
    """``rated`` carries 0…4 or None (Del), ``confirmed`` (Space), ``critical`` (K), ``moved`` ±1.

    ``removed`` (Ctrl+Del), ``opened`` (Enter, F2), ``pasted`` rows of cells, ``walked`` when the cursor has moved.
    """

    rated = Signal(object)
    confirmed = Signal()
    critical = Signal()
    removed = Signal()
    opened = Signal()
    moved = Signal(int)
    pasted = Signal(list)
    walked = Signal()

    def __init__(self, context: WindowContext, model: TableModel[SkillRow]) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(SkillDelegate(context.theme, context.icons, self, height=ROW))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(context.words("Skill matrix"))
        self.selectionModel().currentChanged.connect(self._walked)
        self._by_key: dict[int, Callable[[], object]] = {
            int(Qt.Key.Key_Space): self.confirmed.emit,
            int(Qt.Key.Key_F2): self.opened.emit,
            int(Qt.Key.Key_Return): self.opened.emit,
            int(Qt.Key.Key_Enter): self.opened.emit,
            int(Qt.Key.Key_Delete): partial(self.rated.emit, None),
            int(Qt.Key.Key_Backspace): partial(self.rated.emit, None),
        }

    def _walked(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        self.walked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: levels, confirmation, critical, order, paste."""
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        ways = {int(Qt.Key.Key_Up): -1, int(Qt.Key.Key_Down): 1}
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(clipboard_rows())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() in ways:
            self.moved.emit(ways[event.key()])
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif plain and Qt.Key.Key_0 <= event.key() <= Qt.Key.Key_4:
            self.rated.emit(event.key() - int(Qt.Key.Key_0))
        elif plain and event.key() in self._by_key:
            self._by_key[event.key()]()
        elif plain and event.text() in _CRITICAL and event.text():
            self.critical.emit()
        else:
            super().keyPressEvent(event)
