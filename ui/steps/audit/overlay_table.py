"""The overlay's table: chip, claim and text cells in one delegate, and which department is being answered for."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QWidget

from ui.context import WindowContext
from ui.models.table import TableModel
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate, Index
from ui.widgets.delegates.special import FindingDelegate
from ui.widgets.marks import ClaimPaint, paint_claim
from ui.widgets.table_view import READABLE, LineTable
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.model import Department
from workshop_app.steps.audit.view import OverlayRow

LEAST_FINDING, AROUND_FINDING, AROUND_DECISION = 150, 96, 48
"""Pictogram, padding, and «+1» beside the word."""


class OverlayDelegate(CellDelegate):
    """Chooses how a cell is drawn by the roles it has.

    ``hours_in_claims``: a department's hours stand under its answer, where the table has no column for them.
    """

    def __init__(self, context: WindowContext, parent: QWidget) -> None:
        super().__init__(context.theme, context.icons, parent)
        self.hours_in_claims = False
        self._findings = FindingDelegate(context.theme, context.icons, parent)

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Claim, finding, owner or text."""
        claim: ClaimPaint | None = index.data(roles.CLAIM)
        if claim is not None:
            caption = str(index.data(roles.CAPTION) or "") if self.hours_in_claims else ""
            paint_claim(painter, box, claim, self.theme, caption)
        elif index.data(roles.BADGE) is not None:
            self._badge(painter, self._icon(painter, box, index), index)
        elif index.data(roles.FINDING) is not None:
            self._findings.content(painter, box, option, index)
        else:
            super().content(painter, box, option, index)


class OverlayTable(LineTable):
    """Cells are walked by arrows; the claim column under the cursor is the department that answers.

    ``answer_wanted`` carries the place on the screen where a menu of answers is asked for.
    """

    answer_wanted = Signal(QPoint)

    def __init__(self, model: TableModel[OverlayRow], context: WindowContext, owner: QWidget) -> None:
        self._drawn = OverlayDelegate(context, owner)
        self._claims = 0
        super().__init__(model, self._drawn)
        self.setAccessibleName(context.words("Overlay of views"))
        metrics = QFontMetricsF(context.theme.theme.font("control_strong"))
        widest = max(metrics.horizontalAdvance(context.words(label)) for label in LABELS.values())
        self._finding_width = round(widest) + AROUND_FINDING
        metrics = QFontMetricsF(context.theme.theme.font("body"))
        widest = max(metrics.horizontalAdvance(context.words(label)) for label in DECISION_LABELS.values())
        self._decision_width = max(112, round(widest * 100 / context.theme.theme.size) + AROUND_DECISION)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the answers of the cell as a menu; elsewhere what every list has."""
        if not self._want_answer(event.pos(), event.globalPos()):
            event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: on an answer the menu, elsewhere what Enter does."""
        at = event.position().toPoint()
        if not self._want_answer(at, event.globalPosition().toPoint()):
            super().mouseDoubleClickEvent(event)

    def _want_answer(self, at: QPoint, where: QPoint) -> bool:
        index = self.indexAt(at)
        if not 1 <= index.column() <= self._claims:
            return False
        self.setCurrentIndex(index)
        self.answer_wanted.emit(where)
        return True

    def _enter(self) -> None:
        """Enter decides, wherever the cursor is in the row; F2 writes the title."""
        if self.currentIndex().isValid():
            self.opened.emit(self.current_id())

    def _leave_out(self) -> None:
        super()._leave_out()
        hours, finding = self._claims + 1, self._claims + 2
        self._drawn.hours_in_claims = self.isColumnHidden(hours)
        if finding < len(self._widths):
            pixels = self._drawn.theme.pixels
            wide = [pixels(width) for column, width in enumerate(self._widths) if not self.isColumnHidden(column)]
            missing = max(0, pixels(READABLE) - self.viewport().width() + sum(wide))
            self.setColumnWidth(finding, max(pixels(LEAST_FINDING), pixels(self._widths[finding]) - missing))

    def set_claim_columns(self, count: int) -> None:
        """Widths for ``count`` departments; where the activity could not be read, hours stand under the answers,
        and findings are shortened.
        """
        self._claims = count
        claim = 120 if count < 3 else 132 if count == 3 else 112 if count < 6 else 70
        hours = 80 if count < 3 else 100 if count == 3 else 116
        finding = self._finding_width if count < 4 else 150
        self.set_widths((0, *([claim] * count), hours, finding, self._decision_width), optional=(count + 1,))

    def claim_department(self, departments: tuple[Department, ...]) -> Department | None:
        """The department whose column has the cursor; the first one elsewhere."""
        place = self.currentIndex().column() - 1
        if 0 <= place < len(departments):
            return departments[place]
        return departments[0] if departments else None

    def next_cell(self, departments: int) -> None:
        """To the next department's answer, then to the next row."""
        index = self.currentIndex()
        column = index.column() if 1 <= index.column() <= departments else 1
        row = index.row()
        if column < departments:
            column += 1
        elif row + 1 < self.model().rowCount():
            row, column = row + 1, 1
        self.setCurrentIndex(self.model().index(row, column))
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
