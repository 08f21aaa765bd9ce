"""Joint meetings of each person in four weeks: stacked bars by department, the limit of six hours dashed."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.theme.theme import Theme
from ui.widgets.badge import DepartmentBadge
from ui.widgets.bars import LoadPaint, paint_load, series_fill
from ui.widgets.buttons import paint_edge
from ui.widgets.clearing import clear_layout
from ui.widgets.flow import FlowLayout
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.picture import Picture
from ui.widgets.tips import plain_tip
from workshop_app.domain.meetings import MOST_MINUTES
from workshop_app.domain.rounding import half_up
from workshop_app.domain.short_names import surname
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.meetings.view import LoadLine, MeetingsView

LIMIT = Fraction(MOST_MINUTES, 60)
ROW, NAME, SUM = 19, 100, 62


def _bar(box: QRectF, theme: Theme) -> QRectF:
    """Where the bar stands between name and sum."""
    name, total = theme.pixels(NAME), theme.pixels(SUM)
    return QRectF(name, 0, max(10.0, box.width() - name - total - 8), box.height())


class LimitHead(QWidget):
    """The badge of a department, and the words of the limit over its dashed line."""

    def __init__(self, context: WindowContext, badge: QWidget) -> None:
        super().__init__()
        self._theme, self._said = context.theme, context.words("limit 6 h")
        self._top = LIMIT
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 2)
        row.addWidget(badge)
        row.addStretch(1)
        self.setAccessibleName(self._said)

    def set_top(self, top: Fraction) -> None:
        """Hours that fill a bar."""
        self._top = top
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the words, inside the widget at either end."""
        theme, painter = self._theme.theme, QPainter(self)
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text3"))
        bar, width = _bar(QRectF(self.rect()), theme), painter.fontMetrics().horizontalAdvance(self._said) + 2
        at = bar.left() + bar.width() * float(LIMIT / self._top) - width / 2
        left = min(at, self.width() - width)
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(left, 0, width, self.height()), flags, self._said)


class LoadBar(QWidget):
    """Name, bar, sum. ``released`` when the person is to be let go of (Ctrl+Del)."""

    released = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._line: LoadLine | None = None
        self._top = LIMIT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        context.theme.changed.connect(self.updateGeometry)

    def show_line(self, line: LoadLine, titles: tuple[str, ...], top: Fraction) -> None:
        """Another person, or other hours."""
        self._line, self._top = line, top
        words = self._context.words
        parts = [f"{title} {_hours(h, words)}" for title, h in zip(titles, line.hours, strict=True) if h]
        said = f"{line.person.name}: {_hours(line.total, words)}. {', '.join(parts)}"
        self.setAccessibleName(said)
        self.setToolTip(plain_tip(said))
        self.update()

    def sizeHint(self) -> QSize:
        """Qt: one row."""
        return QSize(200, self._context.theme.theme.pixels(ROW))

    def minimumSizeHint(self) -> QSize:
        """Qt: name, a short bar, sum."""
        return QSize(180, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the row."""
        if self._line is None:
            return
        theme, painter, line = self._context.theme.theme, QPainter(self), self._line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        name = float(theme.pixels(NAME))
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("text"))
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(surname(line.person.name), Qt.TextElideMode.ElideRight, int(name - 8))
        painter.drawText(QRectF(2, 0, name, box.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        paint_load(painter, _bar(box, theme), LoadPaint(line.hours, LIMIT, self._top), theme)
        words = _hours(line.total, self._context.words)
        painter.setFont(theme.font("control_strong" if line.too_much else "small"))
        painter.setPen(theme.color("warn" if line.too_much else "text"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box.adjusted(0, 0, -4, 0), flags, f"▲ {words}" if line.too_much else words)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            paint_edge(painter, box, None, theme.color("accent"), 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Del releases, arrows walk."""
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_Delete:
            self.released.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the ring."""
        super().focusInEvent(event)
        self.update()


def _hours(hours: Fraction, words: Words) -> str:
    """«1,0 ч»: all with one decimal, to be compared down the column."""
    return f"{words.number(half_up(hours, 1), 1)}{NBSP}{words('h')}"


class LoadCard(Card):
    """``released`` carries a person's id."""

    released = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=4)
        self._context = context
        self._shape: tuple[object, ...] = ()
        self.bars: dict[str, LoadBar] = {}
        self._heads: list[LimitHead] = []
        _, theme, icons = context.words, context.theme, context.icons
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(plain_label(_("Joint meetings per person in 4 weeks"), theme, "card_title"))
        head.addStretch(1)
        self.verdict = plain_label("", theme, "control_strong")
        self.sign = IconLabel("check", theme, icons, "ok", 16)
        head.addWidget(self.verdict)
        head.addWidget(self.sign)
        self.body.addLayout(head)
        self._legend = QWidget()
        self._legend_row = FlowLayout(self._legend, 12)
        self.body.addWidget(self._legend)
        self._columns = QGridLayout()
        self._columns.setHorizontalSpacing(28)
        self.body.addLayout(self._columns)

    def show_loads(self, view: MeetingsView) -> None:
        """Bars of everybody who takes part."""
        _ = words = self._context.words
        self.setVisible(bool(view.loads))
        titles = tuple(card.meeting.title for card in view.series)
        shape = (titles, tuple((line.id, line.place) for line in view.loads), view.departments)
        if shape != self._shape:
            self._shape = shape
            self._rebuild(view, titles)
        top = max([LIMIT * Fraction(6, 5), *(line.total for line in view.loads)])
        for line in view.loads:
            self.bars[line.id].show_line(line, titles, top)
        for head in self._heads:
            head.set_top(top)
        many = view.overloaded
        self.verdict.setText(
            words.plural("{n} person above 6 h", "{n} people above 6 h", many) if many else _("nobody above the limit")
        )
        self.verdict.set_token("warn" if many else "ok")
        self.sign.set_icon("triangle-alert" if many else "check", "warn" if many else "ok")

    def _rebuild(self, view: MeetingsView, titles: tuple[str, ...]) -> None:
        clear_layout(self._legend_row)
        for place, title in enumerate(titles):
            item = self._legend_item(place, title)
            self._legend_row.addWidget(item)
            item.show()
        clear_layout(self._columns)
        self.bars, self._heads = {}, []
        for column, place in enumerate(sorted({line.place for line in view.loads})):
            group = self._group(view, place)
            self._columns.addWidget(group, column // 2, column % 2, Qt.AlignmentFlag.AlignTop)
            self._columns.setColumnStretch(column % 2, 1)

    def _group(self, view: MeetingsView, place: int) -> QWidget:
        _, theme = self._context.words, self._context.theme
        group = QWidget()
        column = QVBoxLayout(group)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        if place < len(view.departments):
            department = view.departments[place]
            badge: QWidget = DepartmentBadge(department.short, department.name, place, theme, 20)
        else:
            badge = plain_label(_("outside the departments"), theme, "caption", "text3")
        head = LimitHead(self._context, badge)
        self._heads.append(head)
        column.addWidget(head)
        for line in view.loads:
            if line.place == place:
                bar = LoadBar(self._context)
                bar.released.connect(partial(self.released.emit, line.id))
                self.bars[line.id] = bar
                column.addWidget(bar)
        return group

    def _legend_item(self, place: int, title: str) -> QWidget:
        theme = self._context.theme
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)

        def draw(painter: QPainter, box: QRectF, look: Theme) -> None:
            series_fill(painter, QRectF(box.left(), box.center().y() - 5, 10, 10), place, look)

        row.addWidget(Picture(theme, draw, height=16, width=12, name=""))
        row.addWidget(plain_label(title, theme, "caption", "text2"))
        return item
