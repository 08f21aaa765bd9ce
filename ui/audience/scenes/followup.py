"""What the room sees after the session: what is better, what is late, answers before and after."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, spans_of
from ui.audience.listing import Listing, page_in, pages_in, pieces, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.answers import ANSWERS_AGAIN
from ui.audience.scenes.shared import first_page
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.followup import OUTCOMES
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.i18n import NBSP
from workshop_app.steps.followup.view import followup_view, talked_through

COUNTS_HEIGHT, HEAD, GAP = 220.0, 84.0, 14.0


@frozen
class DayContent:
    """Counts, what improved, what is overdue (titles and owners)."""

    title: str
    counts: tuple[tuple[str, str], ...]
    better: tuple[str, ...]
    late: tuple[tuple[str, str], ...]
    late_head: str
    better_head: str


def _day_content(given: SceneInput) -> DayContent:
    _ = words = given.words
    view = followup_view(given.engagement, given.context, int(given.focus.option("day", "30")))
    counts = view.counts
    improved = view.changes.improved if view.changes else ()
    cards = (talked_through(view.changes, words),) if view.changes and view.changes.confirmed_cards else ()
    return DayContent(
        _("Day {n}: what lives, what doesn't?", n=view.day),
        (
            (str(counts.done), _("done")),
            (str(counts.open + counts.in_progress), _("under way")),
            (str(counts.overdue), _("overdue")),
        ),
        (
            *(
                f"{change.indicator.title}: {words.number(change.before)}{NBSP}→{NBSP}{words.number(change.after)}"
                for change in improved
            ),
            *cards,
        ),
        tuple((late.action.title, late.owner) for late in view.overdue),
        _("Overdue"),
        _("Better"),
    )


def _half(canvas: Canvas) -> float:
    return (canvas.right - canvas.left - 60) / 2


def _line_height(canvas: Canvas, text: str, owner: str) -> float:
    named = canvas.paragraph_height(owner, _half(canvas), SMALLEST) if owner else 0.0
    said = canvas.paragraph_height(text, _half(canvas), LIST) if text else 0.0
    return said + named + GAP


def _fitting(canvas: Canvas, text: str, owner: str, room: float) -> list[tuple[str, str]]:
    """A line whole, or the parts of one that no page holds whole."""
    if _line_height(canvas, text, owner) <= room:
        return [(text, owner)]
    parts = [(piece, "") for piece in pieces(canvas, text, _half(canvas), LIST, room - GAP)]
    return parts + ([("", owner)] if owner else [])


def _counts_alone(canvas: Canvas, content: DayContent) -> bool:
    """Whether the counts take a page of their own: large type leaves too little under them."""
    room = canvas.bottom - canvas.title_height(content.title) - COUNTS_HEIGHT - HEAD
    lines = [(text, "") for text in content.better] + list(content.late)
    return any(_line_height(canvas, *line) > room for line in lines)


def _day_parts(canvas: Canvas, content: DayContent) -> tuple[list[list[tuple[str, str]]], list[list[tuple[str, str]]]]:
    """What is better and what is late, each in as many parts as it takes."""
    room = canvas.bottom - canvas.title_height(content.title) - HEAD
    room -= 0 if _counts_alone(canvas, content) else COUNTS_HEIGHT

    def parts(given: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
        lines = [part for line in given for part in _fitting(canvas, *line, room)]
        spans = spans_of([_line_height(canvas, *line) for line in lines], room)
        return [lines[start:end] for start, end in spans]

    return parts([(text, "") for text in content.better]), parts(list(content.late))


def _day_pages(canvas: Canvas, content: DayContent) -> int:
    return max(len(parts) for parts in _day_parts(canvas, content)) + int(_counts_alone(canvas, content))


def _paint_day(canvas: Canvas, content: DayContent, page: int) -> None:
    y = canvas.title(content.title)
    alone, pages = _counts_alone(canvas, content), _day_pages(canvas, content)
    canvas.footer("", f"{page + 1} / {pages}" if pages > 1 else "")
    if not alone or page == 0:
        _paint_counts(canvas, content, y)
    if alone and page == 0:
        return
    y += 0 if alone else COUNTS_HEIGHT
    parts = _day_parts(canvas, content)
    for place, (head, found) in enumerate(zip((content.better_head, content.late_head), parts, strict=True)):
        shown = found[min(page - int(alone), len(found) - 1)]
        if shown:
            _paint_list(canvas, canvas.left + place * (_half(canvas) + 60), y, head, shown)


def _paint_counts(canvas: Canvas, content: DayContent, y: float) -> None:
    width = (canvas.right - canvas.left) / 3
    for place, (number, word) in enumerate(content.counts):
        x = canvas.left + place * width
        canvas.text(QRectF(x, y, width, 130), number, 120, strong=True)
        canvas.text(QRectF(x, y + 126, width, 60), word, SMALLEST, "text2")


def _paint_list(canvas: Canvas, x: float, y: float, head: str, lines: list[tuple[str, str]]) -> None:
    canvas.text(QRectF(x, y, _half(canvas), 64), head, STATUS, strong=True)
    y += HEAD
    for text, owner in lines:
        if text:
            y = canvas.paragraph(x, y, _half(canvas), text, LIST)
        if owner:
            y = canvas.paragraph(x, y, _half(canvas), owner, SMALLEST, "text2")
        y += GAP


@frozen
class AgainRow:
    """An activity with its finding before and the outcome after."""

    id: str
    title: str
    code: str
    before: str
    after: str


@frozen
class AgainContent:
    """Before and after of the ten activities."""

    title: str
    rows: tuple[AgainRow, ...]
    focus_id: str | None
    page_words: str


def _again_content(given: SceneInput) -> AgainContent:
    _ = given.words
    view = followup_view(given.engagement, given.context)
    rows = tuple(
        AgainRow(
            asked.id,
            asked.activity.title,
            asked.answer.before.primary.value,
            _(LABELS[asked.answer.before.primary]),
            _(OUTCOMES[asked.answer.outcome]),
        )
        for asked in view.asked_again
    )
    return AgainContent(_("What has changed in 90 days?"), rows, given.focus.row_id, _("{first}–{last} of {total}"))


ROW = 150.0


def _again_width(canvas: Canvas, row: AgainRow) -> float:
    return canvas.right - canvas.left - canvas.chip_width(row.before) - 40


def _again_height(canvas: Canvas, row: AgainRow) -> float:
    return max(ROW, canvas.paragraph_height(row.title, _again_width(canvas, row), LIST, strong=True) + 96)


def _again_listing(canvas: Canvas, content: AgainContent) -> Listing:
    return Listing(canvas, [_again_height(canvas, row) for row in content.rows], canvas.title_height(content.title))


def _again_focus(content: AgainContent) -> int | None:
    return place_of([row.id for row in content.rows], content.focus_id)


def _paint_again(canvas: Canvas, content: AgainContent, page: int) -> None:
    canvas.title(content.title)
    listing = _again_listing(canvas, content)
    for place, box in listing.rows(page, _again_focus(content)):
        row = content.rows[place]
        below = canvas.paragraph(box.left(), box.top() + 10, _again_width(canvas, row), row.title, LIST, strong=True)
        canvas.chip(canvas.right - canvas.chip_width(row.before), box.top() + 50, row.code, row.before)
        canvas.text(QRectF(box.left(), below + 8, box.width(), 60), f"→ {row.after}", SMALLEST, "text2")
    canvas.footer("", listing.where(page, content.page_words))


SCENES = (
    Scene("followup.day", None, N_("Follow-up"), _day_content, _paint_day, _day_pages, first_page),
    Scene(
        "followup.again",
        None,
        N_("Asked again"),
        _again_content,
        _paint_again,
        pages_in(_again_listing),
        page_in(_again_listing, _again_focus),
        waiting=Waiting("rows", N_("Each department will answer again, for itself.")),
    ),
    ANSWERS_AGAIN,
)
