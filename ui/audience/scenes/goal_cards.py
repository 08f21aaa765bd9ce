"""The common goals in the room: from → to, by when, what each department gives; one or two to a page."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import SMALLEST, STATUS, SUMMARY, TITLE, Canvas
from ui.audience.scene import Scene, SceneInput
from workshop_app.domain.frozen import frozen
from workshop_app.domain.goals import unit_kind_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import Goal, UnitKind
from workshop_app.domain.rounding import half_up
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import GoalCard, goals_view

GAP, PADDING, STEP, LARGE = 44.0, 34.0, 1.2, 96


@frozen
class Giving:
    """A department and what it contributes; ``missing`` when nothing is written yet."""

    code: str
    place: int
    text: str
    missing: bool


@frozen
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


@frozen
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


def _amount(value: Decimal | None, goal: Goal, words: Words) -> str:
    if value is None:
        return "?"
    return words.measured(value, goal.unit)


@frozen
class Sheet:
    """What one frame shows: a goal with its head (numbers in ``size``), or the rest of its contributions."""

    goal: GoalContent
    size: int
    gives: tuple[Giving, ...]
    begins: bool = True


Pages = list[tuple[Sheet, ...]]


def _who(goal: GoalContent) -> str:
    return ", ".join(part for part in (goal.owner, goal.by) if part)


def _head_height(canvas: Canvas, goal: GoalContent, inner: float, size: int) -> float:
    """Title, measure, track, numbers, who and by when."""
    height = canvas.paragraph_height(goal.title, inner, _title_size(size), strong=True)
    height += canvas.paragraph_height(goal.measure, inner, SMALLEST) if goal.measure else 0
    return height + 62 + size * 1.5 + canvas.paragraph_height(_who(goal), inner, SMALLEST) + 26


def _title_size(size: int) -> int:
    return SUMMARY if size > SMALLEST else STATUS


def _badge_room(canvas: Canvas, giving: Giving) -> float:
    return max(102.0, canvas.text_width(giving.code, SMALLEST, strong=True) + 46) + 24


def _giving_height(canvas: Canvas, giving: Giving, inner: float) -> float:
    lines = canvas.lines(giving.text, inner - _badge_room(canvas, giving), SMALLEST)
    return max(72.0, len(lines) * SMALLEST * STEP + 14)


def _sheet_height(canvas: Canvas, sheet: Sheet, inner: float) -> float:
    head = (
        _head_height(canvas, sheet.goal, inner, sheet.size)
        if sheet.begins
        else canvas.paragraph_height(sheet.goal.title, inner, SMALLEST, strong=True) + 20
    )
    return head + sum(_giving_height(canvas, giving, inner) for giving in sheet.gives) + 2 * PADDING


def _plan(canvas: Canvas, content: GoalsContent) -> Pages:
    """Two goals side by side where every one fits half a page; else one to a page, the longest on several."""
    goals = content.goals
    half = (canvas.right - canvas.left - GAP) / 2 - 2 * PADDING
    room = _room(canvas, content)
    halves = [Sheet(goal, STATUS, goal.gives) for goal in goals]
    if len(goals) > 1 and canvas.width > 1500 and all(_sheet_height(canvas, s, half) <= room for s in halves):
        return [tuple(halves[at : at + 2]) for at in range(0, len(halves), 2)]
    return [(sheet,) for goal in goals for sheet in _sheets(canvas, goal, room)]


def _sheets(canvas: Canvas, goal: GoalContent, room: float) -> list[Sheet]:
    """A goal alone on its page, with the largest numbers that fit; contributions go on to a next page."""
    inner = canvas.right - canvas.left - 2 * PADDING
    for size in (LARGE, STATUS, SMALLEST):
        whole = Sheet(goal, size, goal.gives)
        if _sheet_height(canvas, whole, inner) <= room:
            return [whole]
    sheets = [Sheet(goal, SMALLEST, ())]
    for giving in goal.gives:
        last = sheets[-1]
        longer = Sheet(goal, last.size, (*last.gives, giving), last.begins)
        if _sheet_height(canvas, longer, inner) <= room:
            sheets[-1] = longer
        else:
            sheets.append(Sheet(goal, SMALLEST, (giving,), begins=False))
    return sheets


def _room(canvas: Canvas, content: GoalsContent) -> float:
    foot = 126 if _is_low(canvas, content) and len(content.goals) > 1 else 56
    return canvas.height - foot - _top(canvas, content)


def _is_low(canvas: Canvas, content: GoalsContent) -> bool:
    """Enlarged type: the question above gives its room to the goal."""
    inner, room = canvas.right - canvas.left - 2 * PADDING, canvas.height - 56 - _under_question(canvas, content)
    heads = (_sheet_height(canvas, Sheet(goal, SMALLEST, ()), inner) for goal in content.goals)
    return canvas.height < 900 or max(heads, default=0.0) > room


def _top(canvas: Canvas, content: GoalsContent) -> float:
    return 24.0 if _is_low(canvas, content) else _under_question(canvas, content)


def _under_question(canvas: Canvas, content: GoalsContent) -> float:
    return canvas.title_height(content.title, "10 / 10" if len(content.goals) > 1 else "") - 6


def _pages(canvas: Canvas, content: GoalsContent) -> int:
    return max(1, len(_plan(canvas, content)))


def _page_of(canvas: Canvas, content: GoalsContent) -> int:
    plan = _plan(canvas, content)
    return next((at for at, page in enumerate(plan) if any(s.goal.id == content.focus_id for s in page)), 0)


def _paint(canvas: Canvas, content: GoalsContent, page: int) -> None:
    plan = _plan(canvas, content)
    if not plan:
        width = canvas.right - canvas.left
        height = canvas.paragraph_height(content.title, width, TITLE, strong=True)
        canvas.paragraph(canvas.left, (canvas.height - height) / 2 - 60, width, content.title, TITLE, strong=True)
        return
    where = f"{page + 1} / {len(plan)}" if len(plan) > 1 else ""
    if _is_low(canvas, content):
        canvas.footer("", where)
    else:
        canvas.title(content.title, where)
    sheets, per = plan[page], max(len(sheets) for sheets in plan)
    width = (canvas.right - canvas.left - GAP * (per - 1)) / per
    top = _top(canvas, content)
    height = min(_room(canvas, content), max(_sheet_height(canvas, sheet, width - 2 * PADDING) for sheet in sheets))
    for at, sheet in enumerate(sheets):
        box = QRectF(canvas.left + at * (width + GAP), top, width, height)
        _card(canvas, sheet, box, current=sheet.goal.id == content.focus_id and per > 1)


def _card(canvas: Canvas, sheet: Sheet, box: QRectF, *, current: bool) -> None:
    painter, goal = canvas.painter, sheet.goal
    painter.setPen(QPen(canvas.color("accent" if current else "border"), 6 if current else 3))
    painter.setBrush(canvas.color("surface"))
    painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), 18, 18)
    x, y, inner = box.left() + PADDING, box.top() + PADDING - 8, box.width() - 2 * PADDING
    if sheet.begins:
        y = _head(canvas, sheet, x, y, inner)
    else:
        y = canvas.paragraph(x, y, inner, goal.title, SMALLEST, "text2", strong=True) + 12
    for giving in sheet.gives:
        canvas.badge(x, y + 33, giving.code, giving.place)
        room = _badge_room(canvas, giving)
        for place, line in enumerate(canvas.lines(giving.text, inner - room, SMALLEST)):
            line_box = QRectF(x + room, y + 4 + place * SMALLEST * STEP, inner - room + 4, SMALLEST * STEP)
            canvas.text(line_box, line, SMALLEST, "err" if giving.missing else "text")
        y += _giving_height(canvas, giving, inner)


def _head(canvas: Canvas, sheet: Sheet, x: float, y: float, inner: float) -> float:
    """Everything above the contributions; returns the y below."""
    goal, size = sheet.goal, sheet.size
    y = canvas.paragraph(x, y, inner, goal.title, _title_size(size), strong=True)
    if goal.measure:
        y = canvas.paragraph(x, y, inner, goal.measure, SMALLEST, "text2")
    _track(canvas, goal, x, y + 36, inner)
    ends = QRectF(x, y + 62, inner, size * 1.3)
    canvas.text(ends, goal.start, size, "text2")
    canvas.text(ends, goal.end, size, strong=True, align=Qt.AlignmentFlag.AlignRight)
    y = canvas.paragraph(x, y + 62 + size * 1.5, inner, _who(goal), SMALLEST) + 12
    canvas.painter.fillRect(QRectF(x, y, inner, 2), canvas.color("divider"))
    return y + 14


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
