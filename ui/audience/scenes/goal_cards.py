"""The common goals in the room: from → to, by when, what each department gives; one or two to a page."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import SMALLEST, STATUS, SUMMARY, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput
from workshop_app.domain.goals import unit_kind_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import Goal, UnitKind
from workshop_app.domain.rounding import half_up
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.goals import goals_view
from workshop_app.steps.goals.view import GoalCard

GAP, PADDING, STEP, LARGE = 44.0, 34.0, 1.2, 96


@dataclass(frozen=True)
class Giving:
    """A department and what it contributes; ``missing`` when nothing is written yet."""

    code: str
    place: int
    text: str
    missing: bool


@dataclass(frozen=True)
class GoalContent:
    """A goal; ``way`` is the measured part of the way 0…1 or None."""

    id: str
    title: str
    measure: str
    start: str
    end: str
    way: Fraction | None
    by: str
    owner: str
    gives: tuple[Giving, ...]


@dataclass(frozen=True)
class GoalsContent:
    """The goals in order and the current one."""

    title: str
    goals: tuple[GoalContent, ...]
    focus_id: str | None


def _goals_content(given: SceneInput) -> GoalsContent:
    _ = given.words
    view = goals_view(given.engagement, given.context)
    title = _("What do we reach only together?")
    return GoalsContent(title, tuple(_goal(card, given.words) for card in view.goals), given.focus.row_id)


def _goal(card: GoalCard, words: Words) -> GoalContent:
    _, goal = words, card.goal
    start, end = _ends(goal, words)
    return GoalContent(
        id=card.id,
        title=goal.title,
        measure=goal.metric or "",
        start=start,
        end=end,
        way=card.way,
        by=_("by {date}", date=words.date(goal.deadline)) if goal.deadline else "",
        owner=card.owner or _("Who owns it?"),
        gives=tuple(
            Giving(department.short, place, text or _("what do we contribute?"), not text)
            for place, (department, text) in enumerate(card.contributions)
        ),
    )


def _ends(goal: Goal, words: Words) -> tuple[str, str]:
    """From and to; money never stands in the room: its change in per cent does."""
    if unit_kind_of(goal) is not UnitKind.MONEY:
        return _amount(goal.baseline, goal, words), _amount(goal.target, goal, words)
    if not goal.baseline or goal.target is None:
        return "", ""
    change = (Fraction(goal.target) - Fraction(goal.baseline)) / abs(Fraction(goal.baseline)) * 100
    sign = "+" if change > 0 else ""
    return words("today"), f"{sign}{words.percent(half_up(change, 0), 0)}"


def _amount(value: object, goal: Goal, words: Words) -> str:
    if value is None:
        return "?"
    number = words.number(value)  # type: ignore[arg-type]  # Decimal of the model
    joint = "" if goal.unit == "%" and words.language == "en" else NBSP
    return f"{number}{joint}{goal.unit}" if goal.unit else number


def _height(canvas: Canvas, goal: GoalContent, width: float) -> float:
    """The height of a card of this width."""
    inner = width - 2 * PADDING
    height = 2 * PADDING + canvas.paragraph_height(goal.title, inner, SUMMARY, strong=True)
    height += canvas.paragraph_height(goal.measure, inner, SMALLEST) if goal.measure else 0
    height += 62 + _end_size(canvas, width) * 1.5
    height += canvas.paragraph_height(_who(goal), inner, SMALLEST) + 26
    return height + sum(_giving_height(canvas, giving, inner) for giving in goal.gives)


def _end_size(canvas: Canvas, width: float) -> int:
    """From and to are large where a goal has the page alone."""
    return LARGE if width > canvas.width * 0.6 else STATUS


def _who(goal: GoalContent) -> str:
    return ", ".join(part for part in (goal.owner, goal.by) if part)


def _badge_room(canvas: Canvas, giving: Giving) -> float:
    return max(102.0, canvas.text_width(giving.code, SMALLEST, strong=True) + 46) + 24


def _giving_height(canvas: Canvas, giving: Giving, inner: float) -> float:
    lines = canvas.lines(giving.text, inner - _badge_room(canvas, giving), SMALLEST)
    return max(72.0, len(lines) * SMALLEST * STEP + 14)


def _per_page(canvas: Canvas, content: GoalsContent) -> int:
    """Two side by side where every goal fits a half page."""
    half = (canvas.right - canvas.left - GAP) / 2
    room = canvas.height - 70 - _top(canvas, content)
    wide = canvas.width > 1500 and all(_height(canvas, goal, half) <= room for goal in content.goals)
    return 2 if wide and len(content.goals) > 1 else 1


def _top(canvas: Canvas, content: GoalsContent) -> float:
    return 52 + canvas.paragraph_height(content.title, canvas.right - canvas.left, TITLE, strong=True) + 18


def _pages(canvas: Canvas, content: GoalsContent) -> int:
    return pages_of(len(content.goals), _per_page(canvas, content))


def _page_of(canvas: Canvas, content: GoalsContent) -> int:
    at = next((at for at, goal in enumerate(content.goals) if goal.id == content.focus_id), 0)
    return at // _per_page(canvas, content)


def _paint(canvas: Canvas, content: GoalsContent, page: int) -> None:
    if not content.goals:
        width = canvas.right - canvas.left
        height = canvas.paragraph_height(content.title, width, TITLE, strong=True)
        canvas.paragraph(canvas.left, (canvas.height - height) / 2 - 60, width, content.title, TITLE, strong=True)
        return
    per = _per_page(canvas, content)
    last = min(len(content.goals), (page + 1) * per)
    where = f"{page * per + 1}–{last} / {len(content.goals)}" if per > 1 else f"{page + 1} / {len(content.goals)}"
    canvas.title(content.title, where if len(content.goals) > per else "")
    width = (canvas.right - canvas.left - GAP * (per - 1)) / per
    top = _top(canvas, content)
    for at, goal in enumerate(content.goals[page * per : last]):
        box = QRectF(canvas.left + at * (width + GAP), top, width, canvas.height - 70 - top)
        _card(canvas, goal, box, current=goal.id == content.focus_id and per > 1)


def _card(canvas: Canvas, goal: GoalContent, box: QRectF, *, current: bool) -> None:
    painter = canvas.painter
    painter.setPen(QPen(canvas.color("accent" if current else "border"), 6 if current else 3))
    painter.setBrush(canvas.color("surface"))
    painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 18, 18)
    x, inner = box.left() + PADDING, box.width() - 2 * PADDING
    y = canvas.paragraph(x, box.top() + PADDING, inner, goal.title, SUMMARY, strong=True)
    if goal.measure:
        y = canvas.paragraph(x, y, inner, goal.measure, SMALLEST, "text2")
    _track(canvas, goal, x, y + 36, inner)
    y += 62
    size = _end_size(canvas, box.width())
    ends = QRectF(x, y, inner, size * 1.3)
    canvas.text(ends, goal.start, size, "text2")
    canvas.text(ends, goal.end, size, strong=True, align=Qt.AlignmentFlag.AlignRight)
    y = canvas.paragraph(x, y + size * 1.5, inner, _who(goal), SMALLEST) + 12
    painter.fillRect(QRectF(x, y, inner, 2), canvas.color("divider"))
    y += 14
    for giving in goal.gives:
        height = _giving_height(canvas, giving, inner)
        canvas.badge(x, y + 33, giving.code, giving.place)
        room = _badge_room(canvas, giving)
        lines = canvas.lines(giving.text, inner - room, SMALLEST)
        for place, line in enumerate(lines):
            line_box = QRectF(x + room, y + 4 + place * SMALLEST * STEP, inner - room + 4, SMALLEST * STEP)
            canvas.text(line_box, line, SMALLEST, "err" if giving.missing else "text")
        y += height


def _track(canvas: Canvas, goal: GoalContent, x: float, y: float, width: float) -> None:
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("track"))
    painter.drawRoundedRect(QRectF(x + 14, y - 5, width - 18, 10), 5, 5)
    if goal.way is not None:
        part = float(min(Fraction(1), max(Fraction(0), goal.way)))
        painter.setBrush(canvas.color("accent"))
        painter.drawRoundedRect(QRectF(x + 14, y - 5, max(10.0, (width - 18) * part), 10), 5, 5)
        painter.drawEllipse(QPointF(x + 14 + (width - 18) * part, y), 15, 15)
    painter.setPen(QPen(canvas.color("accent"), 6))
    painter.setBrush(canvas.color("surface"))
    painter.drawEllipse(QPointF(x + 16, y), 13, 13)
    painter.fillRect(QRectF(x + width - 5, y - 20, 5, 40), canvas.color("text"))


GOALS = Scene("goals.goals", "goals", N_("Common goals"), _goals_content, _paint, _pages, _page_of)
