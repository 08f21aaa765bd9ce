"""Cells of the voting table: question, sentence, counts while hidden, the track with marks when open."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from ui.context import WindowContext
from ui.steps.goals.ballot_model import TEXT_ROW, BallotModel, HiddenFace, OpenFace, TextFace
from ui.widgets.bars import paint_progress
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.delegates.text import draw_lines
from ui.widgets.opinions import paint_votes
from ui.widgets.text_field import TextArea
from workshop_app.steps.goals.voting import Progress

ROW, LEAST_ROW, TEXT_HEIGHT = 52, 36, 76
CAPTION_FROM = 48
"""Rows from this height on have room for a line under the track."""

_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter)


class BallotDelegate(CellDelegate):
    """Draws both parts of the table and edits the sentences."""

    def __init__(self, context: WindowContext, model: BallotModel, main: QTableView) -> None:
        super().__init__(context.theme, context.icons, main, height=ROW)
        self._context, self._model, self._main = context, model, main

    def ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> QRectF:
        """The chosen candidate's head, the current row, the cursor."""
        rect, theme = QRectF(option.rect), self.theme
        face = self._model.face(index)
        chosen = isinstance(face, TextFace) and face.chosen
        in_row = self._main.currentIndex().row() == index.row() and index.row() != TEXT_ROW
        if chosen or in_row:
            painter.fillRect(rect, theme.color("selected" if chosen else "hover"))
        if chosen:
            painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 3), theme.color("accent"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.color("divider"))
        if index.column() and index == self._main.currentIndex():
            focused = self._main.hasFocus()
            painter.setPen(QPen(theme.color("accent" if focused else "border_strong"), 2 if focused else 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1.5, 1.5, -1.5, -2.5), 5, 5)
        return rect.adjusted(14, 0, -12, -1)

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """One of the five kinds of cells."""
        face = self._model.face(index)
        if face is None:
            self._question(painter, box, index.row())
        elif isinstance(face, TextFace):
            painter.setFont(self.theme.font("control_strong"))
            painter.setPen(self.theme.color("text"))
            draw_lines(painter, box, face.text, most=4)
        elif isinstance(face, HiddenFace):
            self._hidden(painter, box, face)
        else:
            self._open(painter, box, face)

    def _question(self, painter: QPainter, box: QRectF, row: int) -> None:
        theme = self.theme
        question, caption = self._model.question(row)
        criterion = self._model.criterion(row)
        if criterion is None:
            painter.setFont(theme.font("caption_strong"))
            painter.setPen(theme.color("text3"))
            foot = QRectF(box.left() + 32, box.bottom() - 26, box.width(), 20)
            painter.drawText(foot, _MIDDLE, question)
            return
        painter.setFont(theme.font("control_strong"))
        painter.setPen(theme.color("text3"))
        painter.drawText(box, _MIDDLE, criterion)
        words = box.adjusted(32, 0, 0, 0)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text"))
        if caption:
            self._two_lines(painter, words, question, caption, Qt.AlignmentFlag.AlignLeft)
        else:
            draw_lines(painter, words, question)

    def _hidden(self, painter: QPainter, box: QRectF, face: HiddenFace) -> None:
        theme = self.theme
        if face.progress is None:
            painter.setFont(theme.font("control"))
            painter.setPen(theme.color("text3"))
            painter.drawText(box, _MIDDLE, face.word)
            return
        width = 74.0
        done = face.progress.complete and face.progress.expected > 0
        painter.setFont(theme.font("body_strong" if done else "body"))
        painter.setPen(theme.color("text" if done else "text2"))
        painter.drawText(
            box.adjusted(box.width() - width, 0, 0, 0), _MIDDLE | int(Qt.AlignmentFlag.AlignRight), face.word
        )
        paint_progress(painter, box.adjusted(0, 0, -width - 8, 0), _share(face.progress), theme, "border_strong")

    def _open(self, painter: QPainter, box: QRectF, face: OpenFace) -> None:
        theme = self.theme
        track = box.adjusted(0, 0, -78, 0)
        high = box.height() >= CAPTION_FROM
        if face.one_sided and high:
            track.translate(0, -7)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("warn"))
            below = QRectF(track.left(), box.bottom() - 17, box.width(), 16)
            painter.drawText(below, _MIDDLE, self._context.words("one department sees it"))
        paint_votes(painter, track, face.votes, theme)
        painter.setFont(theme.font("body_strong"))
        painter.setPen(theme.color("text3" if face.empty else "text"))
        middle = QRectF(box.right() - 74, track.top(), 44, track.height())
        painter.drawText(middle, _MIDDLE | int(Qt.AlignmentFlag.AlignRight), face.mean)
        sign = "triangle-alert" if face.one_sided and not high else "check" if face.passed else "x"
        if not face.empty:
            token = "warn" if sign == "triangle-alert" else "ok" if face.passed else "text2"
            self.icons.paint(painter, box.right() - 20, track.center().y() - 8, sign, 16, theme.color(token))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: several lines."""
        editor = TextArea(name=self._context.words("Candidate"))
        editor.setParent(parent)
        editor.setTabChangesFocus(False)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: the sentence, all of it chosen."""
        if isinstance(editor, TextArea):
            editor.set_value(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: as one operation."""
        if isinstance(editor, TextArea):
            operation = self._model.edit_of(index, editor.toPlainText())
            if operation is not None:
                self._context.bridge.run(operation)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: the whole cell."""
        editor.setGeometry(option.rect.adjusted(2, 4, -2, -4))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Qt: Enter and Tab take the sentence."""
        takes = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in takes:
            if isinstance(editor, QWidget):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
            return True
        return super().eventFilter(editor, event)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: wide enough for a track."""
        return QSize(160, self.theme.pixels(self.height))


def _share(progress: Progress) -> Fraction:
    return Fraction(min(progress.voted, progress.expected), max(1, progress.expected))
