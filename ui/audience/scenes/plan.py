"""What the room sees of the plan: actions with names and dates, a few at a time; the follow-ups ahead."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, span_of, spans_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.message import N_
from workshop_app.domain.model import ActionStatus
from workshop_app.steps.plan.view import plan_view

ROW = 150.0


@dataclass(frozen=True)
class ActionContent:
    """An action as the room sees it."""

    id: str
    title: str
    owner: str
    badge: tuple[str, int] | None
    due: str
    done: bool
    open: bool


@dataclass(frozen=True)
class PlanContent:
    """Actions that are not cancelled, in order, and the line of counts."""

    title: str
    note: str
    actions: tuple[ActionContent, ...]
    focus_id: str | None
    page_word: str


def _plan_content(given: SceneInput) -> PlanContent:
    _ = words = given.words
    view = plan_view(given.engagement, given.context)
    order = {department.id: place for place, department in enumerate(given.engagement.departments)}
    actions = tuple(
        ActionContent(
            line.id,
            line.action.title,
            line.owner or _("no owner yet"),
            (line.department.short, order[line.department.id]) if line.department else None,
            words.date_short(line.action.due) if line.action.due else _("no date"),
            line.action.status is ActionStatus.DONE,
            not line.owner or line.action.due is None,
        )
        for line in sorted(view.actions, key=lambda line: (line.action.due is None, line.action.due))
        if line.action.status is not ActionStatus.CANCELLED
    )
    return PlanContent(
        _("Who does what by when?"),
        words.plural("{n} action", "{n} actions", len(actions)),
        actions,
        given.focus.row_id,
        _("{first}–{last} of {total}"),
    )


def _title_width(canvas: Canvas, action: ActionContent) -> float:
    return canvas.right - canvas.left - canvas.text_width(action.due, STATUS, strong=True) - 50


def _height(canvas: Canvas, action: ActionContent) -> float:
    return max(ROW, canvas.paragraph_height(action.title, _title_width(canvas, action), LIST, strong=True) + 88)


def _spans(canvas: Canvas, content: PlanContent) -> list[tuple[int, int]]:
    heights = [_height(canvas, action) for action in content.actions]
    return spans_of(heights, canvas.bottom - canvas.title_height(content.title, content.note))


def _pages(canvas: Canvas, content: PlanContent) -> int:
    return len(_spans(canvas, content))


def _page_of(canvas: Canvas, content: PlanContent) -> int:
    at = next((place for place, action in enumerate(content.actions) if action.id == content.focus_id), 0)
    return span_of(_spans(canvas, content), at)


def _paint(canvas: Canvas, content: PlanContent, page: int) -> None:
    y = canvas.title(content.title, content.note)
    start, end = _spans(canvas, content)[page]
    for action in content.actions[start:end]:
        height = _height(canvas, action)
        _paint_action(canvas, content, action, QRectF(0, y, canvas.width, height))
        y += height
    total = len(content.actions)
    canvas.footer("", content.page_word.format(first=start + 1, last=end, total=total) if end - start < total else "")


def _paint_action(canvas: Canvas, content: PlanContent, action: ActionContent, row: QRectF) -> None:
    if action.id == content.focus_id:
        canvas.focus(row)
    width = _title_width(canvas, action)
    y = canvas.paragraph(canvas.left, row.top() + 14, width, action.title, LIST, strong=True) + 4
    x = canvas.badge(canvas.left, y + 30, *action.badge, 50) + 18 if action.badge else canvas.left
    room = canvas.right - x - (80 if action.done else 0)
    canvas.text(QRectF(x, y, room, 60), action.owner, SMALLEST, "err" if action.open else "text2")
    right = Qt.AlignmentFlag.AlignRight
    due = QRectF(canvas.left + width, row.top() + 10, canvas.right - canvas.left - width, 66)
    canvas.text(
        due, action.due, STATUS, "ok" if action.done else "err" if action.open else "text", strong=True, align=right
    )
    if action.done:
        canvas.text(QRectF(canvas.right - 70, y, 70, 60), "✓", SMALLEST, "ok", align=right)
    canvas.rule(row.bottom() - 2)


@dataclass(frozen=True)
class SigningContent:
    """Dates of the follow-ups."""

    title: str
    dates: tuple[tuple[str, str], ...]


def _signing_content(given: SceneInput) -> SigningContent:
    _ = words = given.words
    view = plan_view(given.engagement, given.context)
    dates = tuple((_("Day {n}", n=followup.day), words.date(followup.date)) for followup in view.followups)
    return SigningContent(_("When do we meet again to look at the plan?"), dates)


def _paint_signing(canvas: Canvas, content: SigningContent, page: int) -> None:
    y = canvas.title(content.title) + 40
    for day, when in content.dates:
        canvas.text(QRectF(canvas.left, y, 420, 90), day, STATUS, "text2")
        canvas.text(QRectF(canvas.left + 420, y, canvas.right - canvas.left - 420, 90), when, STATUS, strong=True)
        canvas.rule(y + 110)
        y += 140


SCENES = (
    Scene(
        "plan.actions",
        "plan",
        N_("Action plan"),
        _plan_content,
        _paint,
        _pages,
        _page_of,
        waiting=Waiting("actions", N_("A verb, a result, one name, one date.")),
    ),
    Scene(
        "plan.signing",
        "plan",
        N_("Follow-ups"),
        _signing_content,
        _paint_signing,
        one_page,
        first_page,
        waiting=Waiting("dates", N_("In 30, 60 and 90 days: put the dates into your calendars now.")),
    ),
)
