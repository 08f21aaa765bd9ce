"""What the room sees of the plan: actions with names and dates, a few at a time; the follow-ups ahead."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, TITLE, Canvas
from ui.audience.listing import Listing, page_in, pages_in, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import badge_width
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import ActionStatus
from workshop_app.domain.places import places_of
from workshop_app.steps.plan.view import plan_view

ROW, BADGE, SIGNING_ROW = 150.0, 58.0, 130.0


@frozen
class ActionContent:
    """An action as the room sees it."""

    id: str
    title: str
    owner: str
    badge: tuple[str, int] | None
    due: str
    done: bool
    open: bool


@frozen
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
    order = places_of(given.engagement.departments)
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
    title = canvas.paragraph_height(action.title, _title_width(canvas, action), LIST, strong=True)
    return max(ROW, title + canvas.paragraph_height(action.owner, _owner_width(canvas, action), SMALLEST) + 30)


def _owner_width(canvas: Canvas, action: ActionContent) -> float:
    """The room between the badge and the tick."""
    badge = 0.0
    if action.badge:
        badge = badge_width(action.badge[0], BADGE, canvas.font(SMALLEST, strong=True)) + 18
    return canvas.right - canvas.left - badge - (80 if action.done else 0)


def _listing(canvas: Canvas, content: PlanContent) -> Listing:
    heights = [_height(canvas, action) for action in content.actions]
    return Listing(canvas, heights, canvas.title_height(content.title, content.note))


def _focus(content: PlanContent) -> int | None:
    return place_of([action.id for action in content.actions], content.focus_id)


def _paint(canvas: Canvas, content: PlanContent, page: int) -> None:
    canvas.title(content.title, content.note)
    listing = _listing(canvas, content)
    for place, box in listing.rows(page, _focus(content)):
        _paint_action(canvas, content.actions[place], box)
    canvas.footer("", listing.where(page, content.page_word))


def _paint_action(canvas: Canvas, action: ActionContent, row: QRectF) -> None:
    width = _title_width(canvas, action)
    y = canvas.paragraph(canvas.left, row.top() + 14, width, action.title, LIST, strong=True) + 4
    x = canvas.badge(canvas.left, y + 30, *action.badge, BADGE) + 18 if action.badge else canvas.left
    canvas.paragraph(x, y, _owner_width(canvas, action), action.owner, SMALLEST, "err" if action.open else "text2")
    right = Qt.AlignmentFlag.AlignRight
    due = QRectF(canvas.left + width, row.top() + 10, canvas.right - canvas.left - width, 66)
    canvas.text(
        due, action.due, STATUS, "ok" if action.done else "err" if action.open else "text", strong=True, align=right
    )
    if action.done:
        canvas.text(QRectF(canvas.right - 70, y, 70, 60), "✓", SMALLEST, "ok", align=right)


@frozen
class SigningContent:
    """Dates of the follow-ups."""

    title: str
    dates: tuple[tuple[str, str], ...]


def _signing_content(given: SceneInput) -> SigningContent:
    _ = words = given.words
    view = plan_view(given.engagement, given.context)
    dates = tuple((_("Day {n}", n=followup.day), words.date(followup.date)) for followup in view.followups)
    return SigningContent(_("When do we meet again to look at the plan?"), dates)


def _signing_listing(canvas: Canvas, content: SigningContent) -> Listing:
    return Listing(canvas, [SIGNING_ROW] * len(content.dates), canvas.title_height(content.title) + 10)


def _paint_signing(canvas: Canvas, content: SigningContent, page: int) -> None:
    canvas.title(content.title)
    listing = _signing_listing(canvas, content)
    for place, box in listing.rows(page):
        day, when = content.dates[place]
        canvas.text(QRectF(box.left(), box.top(), 360, box.height()), day, SUMMARY, "text2")
        canvas.text(box.adjusted(360, 0, 0, 0), when, TITLE, strong=True)
    pages = listing.pages
    canvas.footer("", f"{page + 1} / {pages}" if pages > 1 else "")


SCENES = (
    Scene(
        "plan.actions",
        "plan",
        N_("Action plan"),
        _plan_content,
        _paint,
        pages_in(_listing),
        page_in(_listing, _focus),
        waiting=Waiting("actions", N_("A verb, a result, one name, one date.")),
    ),
    Scene(
        "plan.signing",
        "plan",
        N_("Follow-ups"),
        _signing_content,
        _paint_signing,
        pages_in(_signing_listing),
        first_page,
        waiting=Waiting("dates", N_("In 30, 60 and 90 days: put the dates into your calendars now.")),
    ),
)
