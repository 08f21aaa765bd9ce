"""The plain cell: row line, selection, hover, focus; wrapped text of two lines, badge, icon, caption."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from ui.widgets import roles
from ui.widgets.paint import badge_width, paint_badge

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT, TALL_ROW_HEIGHT = 40, 44
PADDING = 10


class CellDelegate(QStyledItemDelegate):
    """Base of all delegates: call ``ground`` first, then draw the content inside the rect it returns."""

    def __init__(self, theme: ThemeService, icons: Icons, parent: QWidget, *, height: int = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self.service, self.icons, self.height = theme, icons, height

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
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.ground(painter, option, index)
        self.content(painter, box, option, index)
        painter.restore()

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """What the cell shows; the plain one: badge, icon, text, caption."""
        box = self._badge(painter, box, index)
        box = self._icon(painter, box, index)
        self._text(painter, box, option, index)

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """Selection, fault tint, accent edge, row line and focus; returns the inner rect."""
        rect, theme = QRectF(option.rect), self.theme
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if index.data(roles.FAULT):
            painter.fillRect(rect, theme.color("err_soft"))
        elif selected:
            painter.fillRect(rect, theme.color("selected"))
        elif hovered:
            painter.fillRect(rect, theme.color("hover"))
        if selected and index.column() == 0:
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.color("accent"))
        painter.setPen(QPen(theme.color("divider"), 1))
        y = rect.bottom() - 0.5
        painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), 4, 4)
        return rect.adjusted(PADDING, 0, -PADDING, 0)

    def _badge(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        badge = index.data(roles.BADGE)
        if not badge:
            return box
        code, place = badge
        font = self.theme.font("caption_strong")
        font.setPixelSize(11)
        width = badge_width(code, 18, font)
        rect = QRectF(box.left(), box.center().y() - 9, width, 18)
        paint_badge(painter, rect, code, place, self.theme.department(place), font)
        return box.adjusted(width + 8, 0, 0, 0)

    def _icon(self, painter: QPainter, box: QRectF, index: Index) -> QRectF:
        icon = index.data(roles.ICON)
        if not icon:
            return box
        name, token = icon
        ratio = painter.device().devicePixelRatioF()
        pixmap = self.icons.pixmap(name, 16, self.theme.color(token), ratio)
        painter.drawPixmap(QPointF(box.left(), box.center().y() - 8), pixmap)
        return box.adjusted(22, 0, 0, 0)

    def _text(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        strong = bool(index.data(roles.STRONG)) or (
            bool(option.state & QStyle.StateFlag.State_Selected) and index.column() == 0
        )
        font = self.theme.font("body_strong" if strong else "body")
        tone = str(index.data(roles.TONE) or "text")
        caption = str(index.data(roles.CAPTION) or "")
        alignment = index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft
        painter.setPen(self.theme.color(tone))
        painter.setFont(font)
        if caption:
            half = box.height() / 2
            upper, lower = box.adjusted(0, 3, 0, -half), box.adjusted(0, half, 0, -4)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, upper.width())
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignBottom), shown)
            painter.setFont(self.theme.font("caption"))
            painter.setPen(self.theme.color("text3"))
            shown = painter.fontMetrics().elidedText(caption, Qt.TextElideMode.ElideRight, int(lower.width()))
            painter.drawText(lower, int(Qt.AlignmentFlag.AlignTop), shown)
            return
        draw_lines(painter, box, text, Qt.AlignmentFlag(alignment))


def draw_lines(
    painter: QPainter, box: QRectF, text: str, alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft, most: int = 2
) -> bool:
    """Wrapped text, at most two lines, the last one with «…» when more is left; True when it was shortened."""
    lines, shortened = lines_of(text, painter, box.width(), most)
    height = painter.fontMetrics().lineSpacing()
    top = box.center().y() - height * len(lines) / 2
    for place, line in enumerate(lines):
        row = QRectF(box.left(), top + place * height, box.width(), height)
        painter.drawText(row, int(alignment | Qt.AlignmentFlag.AlignVCenter), line)
    return shortened


def lines_of(text: str, painter: QPainter, width: float, most: int) -> tuple[list[str], bool]:
    """Break a text into at most ``most`` lines of a width."""
    metrics = QFontMetricsF(painter.font())
    if metrics.horizontalAdvance(text) <= width:
        return [text], False
    layout = QTextLayout(text, painter.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[str] = []
    shortened = False
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = line.textStart()
        if len(lines) == most - 1:
            rest = text[start:]
            shortened = metrics.horizontalAdvance(rest) > width
            lines.append(metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(text[start : start + line.textLength()].rstrip())
    layout.endLayout()
    return lines, shortened
