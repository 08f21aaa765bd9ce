"""Painters of states: status, skill levels, letters of SMART, answers about departments, a ring of progress."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from ui.theme.theme import Theme
from ui.widgets.paint import badge_font, badge_width, paint_badge, paint_mark
from workshop_app.domain.frozen import frozen


class Status(Enum):
    """How an indicator stands: shape, word and colour always together."""

    ALARM = "alarm"
    WATCH = "watch"
    GOOD = "good"
    NO_DATA = "no_data"

    @property
    def token(self) -> str:
        """Colour token of mark and word."""
        return {"alarm": "err", "watch": "warn", "good": "ok", "no_data": "text3"}[self.value]


def paint_status(painter: QPainter, centre: QPointF, size: float, status: Status, theme: Theme) -> None:
    """■ alarm, ▲ watch, ● good, ○ no data."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    color, half = theme.color(status.token), size / 2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    box = QRectF(centre.x() - half, centre.y() - half, size, size)
    if status is Status.ALARM:
        painter.drawRoundedRect(box, 1.5, 1.5)
    elif status is Status.WATCH:
        top, low = centre.y() - half * 0.95, centre.y() + half * 0.85
        corners = [QPointF(centre.x(), top), QPointF(box.right() + 0.5, low), QPointF(box.left() - 0.5, low)]
        pen = QPen(color, 1.5)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(corners)
    elif status is Status.GOOD:
        painter.drawEllipse(box)
    else:
        painter.setPen(QPen(color, 1.6))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.restore()


@frozen
class SkillPaint:
    """A level of 0…4; ``confirmed`` False is dashed; ``alone`` tints the cell behind (only one person can do it)."""

    level: int
    confirmed: bool = True
    alone: bool = False


def paint_skill(painter: QPainter, box: QRectF, skill: SkillPaint, theme: Theme) -> None:
    """A tile of 26 px filled from below by a quarter a level, with its digit; 0 is a dot."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if skill.alone:
        painter.fillRect(box, theme.color("warn_soft"))
    side = min(26.0, box.width(), box.height())
    tile = QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side)
    if skill.level <= 0:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text3"))
        painter.drawEllipse(tile.center(), 1.4, 1.4)
        painter.restore()
        return
    clip = QPainterPath()
    clip.addRoundedRect(tile, 4, 4)
    fill, digit = _skill_colors(skill.level, theme)
    painter.fillPath(clip, theme.color("trough"))
    painter.setClipPath(clip, Qt.ClipOperation.IntersectClip)
    height = side * min(4, skill.level) / 4
    painter.fillRect(QRectF(tile.left(), tile.bottom() - height, side, height), fill)
    painter.setClipping(False)
    if not skill.confirmed:
        pen = QPen(theme.color("text2"), 1.2)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(clip)
    painter.setPen(digit)
    painter.setFont(theme.font("letter"))
    painter.drawText(tile, int(Qt.AlignmentFlag.AlignCenter), str(skill.level))
    painter.restore()


def _skill_colors(level: int, theme: Theme) -> tuple[QColor, QColor]:
    steps = theme.skills
    return QColor(steps[min(4, level) - 1]), theme.color("surface" if level >= 3 else "text")


def paint_letter(painter: QPainter, box: QRectF, letter: str, theme: Theme, *, fault: bool) -> None:
    """A letter of SMART in a frame; a failing one is dashed in warn (its reason stands beside in words)."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("warn" if fault else "border_strong"), 1.3)
    if fault:
        pen.setDashPattern([3, 2])
    painter.setPen(pen)
    painter.setBrush(theme.color("warn_soft" if fault else "surface"))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
    painter.setPen(theme.color("warn" if fault else "text"))
    painter.setFont(theme.font("caption_strong"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), letter)
    painter.restore()


@frozen
class ClaimPaint:
    """A department's answer: which departments it names (by index), the word beside the marks.

    ``badges`` (code, index) are drawn instead of marks for three and more departments.
    """

    word: str
    count: int = 0
    named: frozenset[int] = frozenset()
    badges: tuple[tuple[str, int], ...] = ()
    answered: bool = True


def paint_claim(painter: QPainter, box: QRectF, claim: ClaimPaint, theme: Theme, caption: str = "") -> None:
    """«● ■ both»: filled marks are the departments that were named; badges from three departments on.

    A ``caption`` stands under the answer.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if caption:
        box = _claim_caption(painter, box, caption, theme)
    x = _claim_badges(painter, box, claim, theme) if claim.badges else _claim_marks(painter, box, claim, theme)
    painter.setPen(theme.color("text" if claim.answered else "text3"))
    font = theme.font("body")
    painter.setFont(font)
    room = box.right() - x
    shown = QFontMetricsF(font).elidedText(claim.word, Qt.TextElideMode.ElideRight, room)
    painter.drawText(QRectF(x, box.top(), room + 4, box.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
    painter.restore()


def _claim_caption(painter: QPainter, box: QRectF, caption: str, theme: Theme) -> QRectF:
    """Draws it; returns the room above it."""
    small = theme.font("caption")
    upper, lower = QFontMetricsF(theme.font("body")).height(), QFontMetricsF(small).height()
    top = box.center().y() - (upper + lower) / 2
    painter.setFont(small)
    painter.setPen(theme.color("text2"))
    flags = int(Qt.AlignmentFlag.AlignVCenter)
    painter.drawText(QRectF(box.left(), top + upper, box.width(), lower), flags, caption)
    return QRectF(box.left(), top, box.width(), upper)


def _claim_marks(painter: QPainter, box: QRectF, claim: ClaimPaint, theme: Theme) -> float:
    if not claim.answered or not claim.count:
        return box.left()
    x = box.left()
    for place in range(claim.count):
        centre = QPointF(x + 6.5, box.center().y())
        paint_mark(painter, centre, 11, place, theme.department(place), filled=place in claim.named)
        x += 17
    return x + 4


def _claim_badges(painter: QPainter, box: QRectF, claim: ClaimPaint, theme: Theme) -> float:
    """Badges while they fit, then marks with the whole answer in the tooltip."""
    font, height, x = badge_font(theme, 18), 18.0, box.left()
    widths = [badge_width(code, height, font) for code, _place in claim.badges]
    if sum(widths) + 4 * len(widths) > box.width():
        for _code, place in claim.badges:
            paint_mark(painter, QPointF(x + 6, box.center().y()), 11, place, theme.department(place), filled=True)
            x += 15
        return x + 2
    for (code, place), width in zip(claim.badges, widths, strict=True):
        rect = QRectF(x, box.center().y() - height / 2, width, height)
        paint_badge(painter, rect, code, place, theme.department(place), font)
        x += width + 4
    return x + 4
