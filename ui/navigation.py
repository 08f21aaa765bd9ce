"""The rail: twelve steps with status and minutes, the sub-steps of the current one, the finish time below."""

from __future__ import annotations

from enum import Enum
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui.course import ON_PLAN, Course
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.card import Divider
from ui.widgets.labels import plain_label
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words

ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
STEP_HEIGHT, LOW_STEP_HEIGHT, SUB_STEP_HEIGHT, LOW_SUB_STEP_HEIGHT = 40, 33, 28, 24
SECOND_LINE, TITLE_LEFT = 5, 48
"""What a title of two lines adds to a low step, where titles begin: pixels."""
WIDTH, FOLDED_WIDTH = 214, 56
AFTER = "followup"
"""The step that comes after the session stands alone, at the foot of the rail."""
LATE = 10
"""Minutes of delay from which the pace is said in the warning colour."""


class StepStatus(Enum):
    """How a step stands: nothing yet, everything of "done when", or errors of its checks."""

    OPEN = "open"
    DONE = "done"
    WARN = "warn"


@frozen
class RailEntry:
    """One line of the rail; a sub-step has no number."""

    step: str
    sub_step: str | None
    title: str
    number: str = ""
    minutes: str = ""
    status: StepStatus = StepStatus.OPEN
    current: bool = False
    whole: bool = True
    """Whether a current step stands here alone, without sub-steps under it."""


class RailModel(QAbstractListModel):
    """The entries in order."""

    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[RailEntry, ...] = ()
        self.describe = _plain

    def set_entries(self, entries: tuple[RailEntry, ...]) -> bool:
        """Show these entries; the same lines are only repainted. True when there are others now."""
        if [(e.step, e.sub_step) for e in entries] == [(e.step, e.sub_step) for e in self.entries]:
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return False
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:
        """Qt: lines."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: what a line shows."""
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.describe(entry)
        return None


def _taken(entry: RailEntry) -> int:
    """Pixels right of a title."""
    return 44 if entry.minutes else 12


def _plain(entry: RailEntry) -> str:
    return entry.title


class RailDelegate(QStyledItemDelegate):
    """Paints a step: number, tick or triangle in a disc, title, minutes."""

    def __init__(self, theme: ThemeService, icons: Icons, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icons = icons
        self.low = False
        self.folded = False
        self.hovered = -1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Qt: height of a line."""
        entry: RailEntry = index.data(ENTRY_ROLE)
        return QSize(FOLDED_WIDTH if self.folded else self._theme.theme.pixels(WIDTH), self.height(entry))

    def height(self, entry: RailEntry) -> int:
        """Pixels of a line."""
        pixels = self._theme.theme.pixels
        if entry.sub_step:
            return 0 if self.folded else pixels(LOW_SUB_STEP_HEIGHT if self.low else SUB_STEP_HEIGHT)
        if not self.low:
            return pixels(STEP_HEIGHT)
        room = pixels(WIDTH) - TITLE_LEFT - _taken(entry)
        long = not self.folded and QFontMetrics(self._theme.theme.font("small")).horizontalAdvance(entry.title) > room
        return pixels(LOW_STEP_HEIGHT) + (pixels(SECOND_LINE) if long else 0)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Qt: draw a line."""
        entry: RailEntry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        self._ground(painter, rect, entry, cast("QListView", option.widget), index)
        if entry.sub_step:
            self._sub_step(painter, rect, entry)
        else:
            self._step(painter, rect, entry)
        painter.restore()

    def _ground(
        self,
        painter: QPainter,
        rect: QRectF,
        entry: RailEntry,
        view: QListView,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Asks the view itself: the option's state would set up all of QStyle, a fortieth of the program's start."""
        theme = self._theme.theme
        box = rect.adjusted(8, 1, -8, -1)
        hovered = index.row() == self.hovered and view.viewport().underMouse()
        if entry.current and (entry.sub_step or entry.whole or self.folded):
            self._fill(painter, box, "selected")
        elif hovered:
            self._fill(painter, box, "hover")
        if view.hasFocus() and view.currentIndex() == index:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _fill(self, painter: QPainter, box: QRectF, token: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.theme.color(token))
        painter.drawRoundedRect(box, 6, 6)

    def _step(self, painter: QPainter, rect: QRectF, entry: RailEntry) -> None:
        theme = self._theme.theme
        disc = QRectF(15, rect.center().y() - 11.5, 23, 23)
        self._disc(painter, disc, entry)
        if self.folded:
            return
        painter.setFont(theme.font("body_strong" if entry.current else "body"))
        ahead = entry.status is StepStatus.OPEN and not entry.current
        painter.setPen(theme.color("text2" if ahead else "text"))
        text_box = QRectF(TITLE_LEFT, rect.top(), rect.width() - TITLE_LEFT - _taken(entry), rect.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        if painter.fontMetrics().horizontalAdvance(entry.title) > text_box.width():
            painter.setFont(theme.font("control_strong" if entry.current else "small"))
        painter.drawText(text_box, int(flags), entry.title)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(rect.adjusted(0, 0, -17, 0), int(right), entry.minutes)

    def _disc(self, painter: QPainter, disc: QRectF, entry: RailEntry) -> None:
        theme = self._theme.theme
        painter.setPen(Qt.PenStyle.NoPen)
        if entry.current:
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(disc)
        elif entry.status is StepStatus.DONE:
            painter.setBrush(theme.color("ok_soft"))
            painter.drawEllipse(disc)
        elif entry.status is StepStatus.OPEN:
            painter.setPen(QPen(theme.color("border_strong"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(disc)
        self._mark(painter, disc, entry)

    def _mark(self, painter: QPainter, disc: QRectF, entry: RailEntry) -> None:
        theme = self._theme.theme
        if not entry.current and entry.status is not StepStatus.OPEN:
            name, token = ("check", "ok") if entry.status is StepStatus.DONE else ("triangle-alert", "warn")
            self._sign(painter, disc.center(), name, 14 if entry.status is StepStatus.DONE else 20, token)
            return
        painter.setFont(theme.font("caption_strong"))
        painter.setPen(theme.color("on_accent" if entry.current else "text2"))
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), entry.number)

    def _sign(self, painter: QPainter, centre: QPointF, name: str, size: int, token: str) -> None:
        color = self._theme.theme.color(token)
        self._icons.paint(painter, centre.x() - size / 2, centre.y() - size / 2, name, size, color)

    def _sub_step(self, painter: QPainter, rect: QRectF, entry: RailEntry) -> None:
        theme = self._theme.theme
        centre = QPointF(26, rect.center().y())
        if entry.status is StepStatus.DONE and not entry.current:
            self._sign(painter, centre, "check", 14, "ok")
        else:
            painter.setPen(Qt.PenStyle.NoPen if entry.current else QPen(theme.color("border_strong"), 1.4))
            painter.setBrush(theme.color("accent") if entry.current else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 4, 4)
        painter.setFont(theme.font("control_strong" if entry.current else "small"))
        painter.setPen(theme.color("text" if entry.current else "text2"))
        box = rect.adjusted(48, 0, -12, 0)
        title = painter.fontMetrics().elidedText(entry.title, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), title)


class Rail(QFrame):
    """The rail at the left: click or Enter goes to a step or sub-step."""

    chosen = Signal(str, object)

    def __init__(self, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self.model = RailModel()
        self.delegate = RailDelegate(theme, icons, self)
        self.list = self._list()
        self.after = self._list()
        self.after.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rule = Divider()
        self._theme, self._words = theme, words
        self.pace = plain_label("", theme, "caption", "text2")
        self.finish = plain_label("", theme, "caption", "text2")
        self.footer = QWidget()
        foot = QHBoxLayout(self.footer)
        foot.setContentsMargins(16, 8, 16, 8)
        foot.setSpacing(4)
        foot.addWidget(self.pace, 1)
        foot.addWidget(self.finish)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 6)
        layout.setSpacing(0)
        layout.addWidget(self.list, 1)
        for part in (self._rule, self.after, self.footer):
            layout.addWidget(part)
        self.set_course(None)
        self.set_words(words)
        theme.changed.connect(self._follow)
        self._follow()

    def _list(self) -> QListView:
        made = QListView()
        made.setModel(self.model)
        made.setItemDelegate(self.delegate)
        made.setMouseTracking(True)
        made.entered.connect(self._hover)
        made.setFrameShape(QFrame.Shape.NoFrame)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        made.clicked.connect(self._choose)
        made.activated.connect(self._choose)
        return made

    def _hover(self, index: QModelIndex) -> None:
        self.delegate.hovered = index.row()

    def _follow(self) -> None:
        folded = self.delegate.folded
        self.setFixedWidth(FOLDED_WIDTH if folded else self._theme.theme.pixels(WIDTH))
        self.footer.setVisible(not folded and bool(self.finish.text()))
        self._lay_out_lists()

    def _lay_out_lists(self) -> None:
        """The steps of the session scroll; what comes after it stands at the foot, as high as its lines (SCREENS 0)."""
        after = [row for row, entry in enumerate(self.model.entries) if entry.step == AFTER]
        for row in range(len(self.model.entries)):
            self.list.setRowHidden(row, row in after)
            self.after.setRowHidden(row, row not in after)
        height = sum(self.delegate.height(self.model.entries[row]) for row in after)
        self.after.setFixedHeight(height)
        self._rule.setVisible(bool(after))
        self.after.setVisible(bool(after))
        for view in (self.list, self.after):
            view.doItemsLayout()

    def set_words(self, words: Words) -> None:
        """Change the language of the accessible texts."""
        _ = words
        self.list.setAccessibleName(_("Steps of the workshop"))
        self.after.setAccessibleName(_("After the session"))

        def describe(entry: RailEntry) -> str:
            status = {StepStatus.DONE: _("done"), StepStatus.WARN: _("has errors"), StepStatus.OPEN: ""}[entry.status]
            return ", ".join(part for part in (entry.title, status) if part)

        self.model.describe = describe

    def set_course(self, course: Course | None) -> None:
        """The line below the steps: pace, and when the session ends."""
        _ = self._words
        late = course.late if course else None
        self.pace.setText(course.pace_words(_) if course else "")
        self.pace.set_token("warn" if late is not None and late >= LATE else "text2")
        self.finish.setText(self._finish_words(course) if course else "")
        self.footer.setVisible(course is not None and not self.delegate.folded)

    def _finish_words(self, course: Course) -> str:
        """Short beside a delay: both stand in one line."""
        _ = self._words
        if course.late is not None and abs(course.late) >= ON_PLAN:
            return _("till {time}", time=course.finish)
        return _("finish {time}", time=course.finish)

    def set_entries(self, entries: tuple[RailEntry, ...]) -> None:
        """Show the steps."""
        if self.model.set_entries(entries):
            self._lay_out_lists()
        row = next((i for i, e in enumerate(entries) if e.current and (e.sub_step or not self._has_sub(e))), 0)
        here, there = (self.after, self.list) if entries[row].step == AFTER else (self.list, self.after)
        here.setCurrentIndex(self.model.index(row))
        here.scrollTo(self.model.index(row))
        there.setCurrentIndex(QModelIndex())

    def set_folded(self, folded: bool) -> None:
        """Icons only, or icons and words."""
        self.delegate.folded = folded
        self._follow()

    def set_low(self, low: bool) -> None:
        """Lower lines on a low window."""
        if self.delegate.low != low:
            self.delegate.low = low
            self._lay_out_lists()

    def _has_sub(self, entry: RailEntry) -> bool:
        return any(e.step == entry.step and e.sub_step and e.current for e in self.model.entries)

    def _choose(self, index: QModelIndex) -> None:
        entry: RailEntry = index.data(ENTRY_ROLE)
        self.chosen.emit(entry.step, entry.sub_step)
