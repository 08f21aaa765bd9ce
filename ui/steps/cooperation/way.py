"""The client's way: a lane per department, boxes are stages, arrows with pills are handoffs (SCREENS 1 and 27)."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.context import WindowContext
from ui.steps.cooperation.words import hours_short
from ui.theme.theme import Theme
from ui.widgets.delegates.text import draw_lines
from ui.widgets.paint import badge_font, badge_width, paint_badge
from ui.widgets.tips import plain_tip
from workshop_app.domain.cooperation import ClientWay, Crossing, Stage
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import CooperationView

MOST_STAGES = 9
BOX = 38
LANES = ((2, 52, 22), (4, 40, 8), (8, 27, 3))
"""Up to so many departments: height of a lane and of the gap between lanes."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


@frozen
class Page:
    """The part of the way that is drawn: its first stage, stages and crossings."""

    first: int
    way: ClientWay


def page_of(way: ClientWay, current: str | None) -> Page:
    """Up to nine stages, those around the current handoff; pages share a stage so that no crossing is lost."""
    step = MOST_STAGES - 1
    at = next((crossing.number for crossing in way.crossings if crossing.handoff_id == current), 0)
    first = at // step * step
    return Page(first, ClientWay(way.stages[first : first + MOST_STAGES], way.crossings[first : first + step]))


def way_text(view: CooperationView, words: Words) -> str:
    """The way in words, for those who do not see it."""
    names = {department.id: department.name for department in view.departments}
    stages = [f"{names.get(stage.department_id, '')}: {stage.title}" for stage in view.way.stages]
    return words("The client’s way: {stages}", stages=" → ".join(stages))


class WayMap(QWidget):
    """``chosen`` carries a handoff's id."""

    chosen = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._view: CooperationView | None = None
        self._lanes: tuple[tuple[int, Department], ...] = ()
        self._page = Page(0, ClientWay((), ()))
        self._pills: list[tuple[QRectF, str]] = []
        self.current: str | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        context.theme.changed.connect(self.updateGeometry)

    def show_way(self, view: CooperationView, current: str | None) -> None:
        """Another way, or another handoff picked out."""
        self._view, self.current = view, current
        self._page = page_of(view.way, current) if view.way.stages else Page(0, self._example(view))
        used = {stage.department_id for stage in self._page.way.stages}
        lanes = [(place, department) for place, department in enumerate(view.departments) if department.id in used]
        self._lanes = tuple(lanes or list(enumerate(view.departments[:2])))
        self.setAccessibleName(way_text(view, self._context.words))
        self.updateGeometry()
        self.update()

    def _example(self, view: CooperationView) -> ClientWay:
        """What a way looks like, while there is none: two boxes and a question between them."""
        _ = self._context.words
        if len(view.departments) < 2:
            return ClientWay((), ())
        first, second = view.departments[:2]
        stages = (Stage(first.id, _("Request")), Stage(second.id, _("Contract")))
        return ClientWay(stages, (Crossing(0, None, None, False),))

    def part(self) -> tuple[int, int] | None:
        """The first and last stage that are drawn, where not all are."""
        shown, total = len(self._page.way.stages), len(self._view.way.stages) if self._view else 0
        return (self._page.first + 1, self._page.first + shown) if shown < total else None

    def crossing_ids(self) -> tuple[str | None, ...]:
        """The handoffs of the crossings that are drawn: 1…9."""
        return tuple(crossing.handoff_id for crossing in self._page.way.crossings)

    def _measures(self) -> tuple[int, int]:
        """Height of a lane and of the gap below it."""
        theme = self._context.theme.theme
        _most, lane, gap = next((row for row in LANES if len(self._lanes) <= row[0]), LANES[-1])
        return theme.pixels(lane), theme.pixels(gap)

    def _lane_height(self) -> int:
        return self._measures()[0]

    def sizeHint(self) -> QSize:
        """Qt: lanes and what lies between."""
        count, (lane, gap) = max(2, len(self._lanes)), self._measures()
        return QSize(400, count * lane + (count - 1) * gap)

    def minimumSizeHint(self) -> QSize:
        """Qt: narrow, but of full height."""
        return QSize(120, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: lanes, arrows, boxes, pills."""
        painter, theme = QPainter(self), self._context.theme.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._pills = []
        left = self._paint_lanes(painter, theme)
        boxes = self._boxes(left, theme)
        for crossing in self._page.way.crossings:
            place = crossing.number - self._page.first
            if place + 1 < len(boxes):
                self._paint_arrow(painter, boxes[place], boxes[place + 1], crossing, theme)
        for place, box in enumerate(boxes):
            self._paint_box(painter, box, self._page.way.stages[place].title, theme)
        for crossing in self._page.way.crossings:
            place = crossing.number - self._page.first
            if place + 1 < len(boxes):
                self._paint_pill(painter, boxes[place], boxes[place + 1], crossing, theme)

    def _lane_top(self, row: int) -> float:
        return float(row * sum(self._measures()))

    def _paint_lanes(self, painter: QPainter, theme: Theme) -> float:
        height, left = float(min(theme.pixels(24), self._lane_height() - 4)), 0.0
        font = badge_font(theme, height)
        for row, (place, department) in enumerate(self._lanes):
            lane = QRectF(0, self._lane_top(row), self.width(), self._lane_height())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("window"))
            painter.drawRoundedRect(lane, 5, 5)
            width = badge_width(department.short, height, font)
            rect = QRectF(12, lane.center().y() - height / 2, width, height)
            paint_badge(painter, rect, department.short, place, theme.department(place), font)
            left = max(left, rect.right() + 12)
        return left

    def _boxes(self, left: float, theme: Theme) -> list[QRectF]:
        stages = self._page.way.stages
        rows = {department.id: row for row, (_place, department) in enumerate(self._lanes)}
        if not stages:
            return []
        high = min(theme.pixels(BOX), self._lane_height() - 4)
        room = self.width() - left - 4
        step = room / (len(stages) + 0.0)
        wide = max(60.0, min(theme.pixels(170), step * (1.42 if len(self._lanes) == 2 else 1.0) - 14))
        first, last = left + wide / 2, self.width() - 6 - wide / 2
        pace = (last - first) / max(1, len(stages) - 1)
        found = []
        for place, stage in enumerate(stages):
            x = first + pace * place if len(stages) > 1 else (first + last) / 2
            y = self._lane_top(rows.get(stage.department_id, 0)) + self._lane_height() / 2
            found.append(QRectF(x - wide / 2, y - high / 2, wide, high))
        return found

    def _paint_box(self, painter: QPainter, box: QRectF, title: str, theme: Theme) -> None:
        painter.setPen(QPen(theme.color("border_strong"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("caption_strong"))
        draw_lines(painter, box.adjusted(5, 0, -5, 0), title, Qt.AlignmentFlag.AlignHCenter)

    def _colour(self, crossing: Crossing, theme: Theme) -> QColor:
        if crossing.handoff_id is None:
            return theme.color("border_strong")
        return theme.color("warn" if crossing.is_longest else "accent")

    def _paint_arrow(self, painter: QPainter, start: QRectF, end: QRectF, crossing: Crossing, theme: Theme) -> None:
        colour = self._colour(crossing, theme)
        pen = QPen(colour, 2.6 if crossing.handoff_id and crossing.handoff_id == self.current else 1.8)
        if crossing.is_longest or crossing.handoff_id is None:
            pen.setDashPattern([4, 3])
        down = end.center().y() > start.center().y()
        begin = QPointF(start.center().x(), start.bottom() if down else start.top())
        tip = QPointF(end.center().x(), end.top() if down else end.bottom())
        middle = (begin.y() + tip.y()) / 2
        path = QPainterPath(begin)
        path.cubicTo(QPointF(begin.x(), middle + (4 if down else -4)), QPointF(tip.x(), middle), tip)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        lift = -7.0 if down else 7.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corners = [tip, QPointF(tip.x() - 5, tip.y() + lift), QPointF(tip.x() + 5, tip.y() + lift)]
        painter.drawPolygon(QPolygonF(corners))

    def _paint_pill(self, painter: QPainter, start: QRectF, end: QRectF, crossing: Crossing, theme: Theme) -> None:
        words, known = self._context.words, crossing.handoff_id is not None
        text = f"{crossing.handoff_id} {hours_short(crossing.hours, words)}" if known else "?"
        font, colour = theme.font("caption_strong"), self._colour(crossing, theme)
        width = QFontMetricsF(font).horizontalAdvance(text) + 20
        centre = QPointF((start.center().x() + end.center().x()) / 2, (start.center().y() + end.center().y()) / 2)
        high = theme.pixels(22)
        pill = QRectF(centre.x() - width / 2, centre.y() - high / 2, width, high)
        current = known and crossing.handoff_id == self.current
        token = "selected" if known else "surface"
        painter.setBrush(theme.color("warn_soft" if crossing.is_longest else token))
        pen = QPen(colour, 2 if current else 1)
        if not known:
            pen.setDashPattern([3, 2])
        if current:
            painter.setBrush(colour)
        painter.setPen(pen)
        painter.drawRoundedRect(pill, high / 2, high / 2)
        painter.setPen(theme.color("on_accent") if current else theme.color("text2") if not known else colour)
        painter.setFont(font)
        painter.drawText(pill, _CENTRE, text)
        if crossing.handoff_id is not None:
            self._pills.append((pill, crossing.handoff_id))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a pill chooses its handoff."""
        for pill, handoff_id in self._pills:
            if pill.adjusted(-3, -4, 3, 4).contains(event.position()):
                self.chosen.emit(handoff_id)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a hand over pills, what the handoff is called."""
        found = next((name for pill, name in self._pills if pill.contains(event.position())), None)
        line = next((x for x in self._view.handoffs if x.id == found), None) if self._view else None
        self.setCursor(Qt.CursorShape.PointingHandCursor if found else Qt.CursorShape.ArrowCursor)
        self.setToolTip(plain_tip(line.handoff.title) if line else "")
