"""The plain cell: row line, selection, hover, focus; tick, badge, icon, wrapped text of two lines, caption."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QHelpEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from ui.widgets import roles
from ui.widgets.controls import BOX, paint_check
from ui.widgets.delegates.text import draw_lines as draw_lines
from ui.widgets.delegates.text import lines_in
from ui.widgets.delegates.text import lines_of as lines_of
from ui.widgets.marks import paint_status
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, TALL_ROW_HEIGHT = 40, 44
PADDING, LEAD = 10, 5
"""Pixels between a cell's edge and its words; the first column has ``LEAD`` more, as the words of a card."""
BADGE_HEIGHT = 18


class CellDelegate(QStyledItemDelegate):
    """Base of all delegates: draws the ground, then the content inside the rect that ``ground`` returns.

    ``lines``: how many a text may have, where the row is high enough for them.
    ``caption_yields``: a text that needs two lines takes the line of its caption, which then stands elsewhere too.
    ``whole_row``: the focus ring is drawn round the row, where no cell is edited by itself.
    """

    caption_yields = False
    whole_row = False
    lead = LEAD
    """Before the words of the first column; in a card with margins the table's words start where the title does."""

    def __init__(
        self, theme: ThemeService, icons: Icons, parent: QWidget, *, height: int = ROW_HEIGHT, lines: int = 2
    ) -> None:
        super().__init__(parent)
        self.service, self.icons, self.height, self.lines = theme, icons, height, lines

    @property
    def theme(self) -> Theme:
        """The current theme."""
        return self.service.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the row's height."""
        return QSize(60, self.theme.pixels(self.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: ground and content."""
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setClipRect(option.rect, Qt.ClipOperation.IntersectClip)
            box = self.ground(painter, option, index)
            self.content(painter, box, option, index)
        finally:  # the cells that follow are painted by the same painter
            painter.restore()

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """What the cell shows; the plain one: tick, status, badge, icon, text, caption."""
        for part in (self._check, self._status, self._badge, self._icon):
            box = part(painter, box, index)
        self._text(painter, box, option, index)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """Selection, fault tint, accent edge, row line and focus; returns the inner rect."""
        rect, theme = QRectF(option.rect), self.theme
        ring = self._ring(option, index)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) or (self.whole_row and ring is not None)
        token = self._ground_token(option, index, selected)
        if token:
            painter.fillRect(rect, theme.color(token))
        first = self._first_column(option, index)
        if selected and first:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("divider"))
        if self.has_rule(index):
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), theme.color("border_strong"))
        if ring is not None:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ring.adjusted(1, 1, -1, -2), 5, 5)
        return rect.adjusted(PADDING + (self.lead if first else 0), 0, -PADDING, -1)

    def _ring(self, option: QStyleOptionViewItem, index: Index) -> QRectF | None:
        """Where the focus ring goes: round the cell, or round its row."""
        rect, view = QRectF(option.rect), option.widget
        if not self.whole_row or not isinstance(view, QAbstractItemView):
            return rect if option.state & QStyle.StateFlag.State_HasFocus else None
        if not view.hasFocus() or view.currentIndex().row() != index.row():
            return None
        return QRectF(0, rect.top(), view.viewport().width(), rect.height())

    def is_faulty(self, index: Index) -> bool:
        """Whether the cell is tinted."""
        return bool(index.data(roles.FAULT))

    def has_rule(self, index: Index) -> bool:
        """Whether a heavy line stands at its left."""
        return bool(index.data(roles.RULE))

    def _ground_token(self, option: QStyleOptionViewItem, index: Index, selected: bool) -> str:
        if self.is_faulty(index):
            return "err_soft"
        if index.data(roles.DOUBT):
            return "warn_soft"
        if selected:
            return "selected"
        if index.data(roles.GROUP):
            return "window"
        return "hover" if option.state & QStyle.StateFlag.State_MouseOver else ""

    def _first_column(self, option: QStyleOptionViewItem, index: Index) -> bool:
        header = getattr(option.widget, "horizontalHeader", lambda: None)()
        return index.column() == (header.logicalIndex(0) if header is not None else 0)

    def _check(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        checked = index.data(roles.CHECKED)
        if checked is None:
            return box
        tick = QRectF(box.left() + 2, box.center().y() - BOX / 2, BOX, BOX)
        paint_check(painter, tick, bool(checked), self.theme)
        return box.adjusted(BOX + 12, 0, 0, 0)

    def _status(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        status = index.data(roles.STATUS)
        if status is None:
            return box
        paint_status(painter, QPointF(box.left() + 7, box.center().y()), 12, status, self.theme)
        return box.adjusted(22, 0, 0, 0)

    def _badge(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        badge = index.data(roles.BADGE)
        if not badge:
            return box
        code, place = badge
        height = float(self.theme.pixels(BADGE_HEIGHT))
        font = badge_font(self.theme, height)
        width = badge_width(code, height, font)
        rect = QRectF(box.left(), box.center().y() - height / 2, width, height)
        paint_badge(painter, rect, code, place, self.theme.department(place), font)
        return box.adjusted(width + 8, 0, 0, 0)

    def _icon(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        icon = index.data(roles.ICON)
        if not icon:
            return box
        name, token = icon
        self.icons.paint(painter, box.left(), box.center().y() - 8, name, 16, self.theme.color(token))
        return box.adjusted(22, 0, 0, 0)

    def text_font(self, index: Index, *, selected: bool) -> QFont:
        """Semibold where asked, and in the cell that names a selected or heading row."""
        names = bool(index.data(roles.NAME)) or (index.column() == 0 and index.data(roles.STATUS) is None)
        strong = names and (selected or bool(index.data(roles.GROUP)))
        return self.theme.font("body_strong" if strong or index.data(roles.STRONG) else "body")

    def _text(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        font = self.text_font(index, selected=bool(option.state & QStyle.StateFlag.State_Selected))
        status = index.data(roles.STATUS)
        tone = str(index.data(roles.TONE) or (status.token if status is not None else "text"))
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        painter.setPen(self.theme.color(tone))
        painter.setFont(font)
        caption = str(index.data(roles.CAPTION) or "")
        if caption and index.data(roles.GROUP):
            self._group_words(painter, box, text, caption)
        elif caption and not (self.caption_yields and lines_of(text, font, box.width(), 1)[1]):
            self._two_lines(painter, box, text, caption, alignment)
        else:
            draw_lines(painter, box, text, alignment, self.lines)

    def _two_lines(self, painter: QPainter, box: QRectF, text: str, caption: str, align: Qt.AlignmentFlag) -> None:
        upper = QFontMetricsF(painter.font())
        small = self.theme.font("caption")
        lower = QFontMetricsF(small)
        top = box.center().y() - (upper.height() + lower.height()) / 2
        first = QRectF(box.left(), top, box.width(), upper.height())
        second = QRectF(box.left(), top + upper.height(), box.width(), lower.height())
        flags = int(align | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(first, flags, upper.elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
        painter.setFont(small)
        painter.setPen(self.theme.color("text3"))
        painter.drawText(second, flags, lower.elidedText(caption, Qt.TextElideMode.ElideRight, box.width()))

    def _group_words(self, painter: QPainter, box: QRectF, text: str, caption: str) -> None:
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        text = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, flags, text)
        width = painter.fontMetrics().horizontalAdvance(text) + 10
        painter.setFont(self.theme.font("caption"))
        painter.setPen(self.theme.color("text3"))
        rest = box.adjusted(width, 0, 0, 0)
        caption = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, max(0, int(rest.width())))
        painter.drawText(rest, flags, caption)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """Qt: the whole text of a cell that had to shorten it, and the column's tooltip."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        hidden, own = self._hidden_text(option, index), str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        told = own if hidden in own else "\n".join(filter(None, (hidden, own)))
        QToolTip.showText(event.globalPos(), plain_tip(told), view)
        return True

    def _hidden_text(self, option: QStyleOptionViewItem, index: Index) -> str:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        caption = str(index.data(roles.CAPTION) or "")
        room = option.rect.width() - 2.0 * PADDING - (self.lead if self._first_column(option, index) else 0)
        for role, taken in ((roles.BADGE, 50), (roles.ICON, 22), (roles.CHECKED, 30), (roles.STATUS, 22)):
            room -= taken if index.data(role) else 0
        font = self.text_font(index, selected=True)
        most = 1 if caption and not self.caption_yields else lines_in(option.rect.height() - 1, font, self.lines)
        shortened = lines_of(text, font, room, most)[1]
        shortened |= bool(caption) and lines_of(caption, self.theme.font("caption"), room, 1)[1]
        return "\n".join(part for part in (text, caption) if part) if shortened else ""
