"""Who moved, for the room: how many clients went from which department to which; no client by name, no amounts."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from ui.audience.canvas import LIST, SMALLEST, SUMMARY, Canvas
from ui.audience.listing import Listing, pages_in
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import Badge, badge_width, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.steps.diagnosis.view import YearView, diagnosis_view

ROW, ARROW, NUMBER = 150.0, 150.0, 150.0


@frozen
class MoveContent:
    """From one department to another: how many clients. ``after`` is None for those who stayed where they were."""

    before: Badge | None
    after: Badge | None
    word: str
    count: int


@frozen
class MovedContent:
    """The ways clients went, the longest first, then those who stayed."""

    title: str
    note: str
    rows: tuple[MoveContent, ...]
    question: str
    year: str
    page_word: str


def _content(given: SceneInput) -> MovedContent:
    _ = given.words
    view = diagnosis_view(given.engagement, given.context)
    chosen = given.focus.option("year")
    year = view.year(int(chosen)) if chosen else view.year(None)
    title, question = _("Who serves the client now?"), _("Did we pass the client on, or did the client go alone?")
    rows = _rows(year, given) if year is not None else ()
    if year is None or not rows:
        return MovedContent(title, "", (), question, "", "")
    moved = sum(row.count for row in rows if row.after is not None)
    note = _("Changed department: {n} of {total} clients who stayed", n=moved, total=year.retained)
    return MovedContent(title, note, rows, question, str(year.year), _("{first}–{last} of {total}"))


def _rows(year: YearView, given: SceneInput) -> tuple[MoveContent, ...]:
    _ = given.words
    badges = badges_of(given.engagement.departments)
    ways = Counter(
        (entry.from_department, entry.to_department)
        for entry in year.moved
        if entry.from_department in badges and entry.to_department in badges
    )
    if not ways:
        return ()
    rows = [MoveContent(badges[before], badges[after], "", count) for (before, after), count in ways.most_common()]
    stayed = MoveContent(None, None, _("stayed with their department"), year.retained - sum(ways.values()))
    return (*rows, stayed)


def _way_width(canvas: Canvas, content: MovedContent) -> float:
    """The width of two badges with the arrow between them, or of the words in their place."""
    font = canvas.font(SMALLEST, strong=True)
    codes = [badge[0] for row in content.rows for badge in (row.before, row.after) if badge is not None]
    badge = max((badge_width(code, 62, font) for code in codes), default=0.0)
    return max(2 * badge + ARROW, min(620.0, (canvas.right - canvas.left) * 0.4)) + 40


def _listing(canvas: Canvas, content: MovedContent) -> Listing:
    width = _way_width(canvas, content) - 40
    heights = [max(ROW, canvas.paragraph_height(row.word, width, LIST) + 30) for row in content.rows]
    foot = 30 + canvas.foot_growth(content.question, content.year)
    return Listing(canvas, heights, canvas.title_height(content.title) + _note_height(canvas, content), foot=foot)


def _note_height(canvas: Canvas, content: MovedContent) -> float:
    return canvas.paragraph_height(content.note, canvas.right - canvas.left, LIST) + 10


def _paint(canvas: Canvas, content: MovedContent, page: int) -> None:
    y = canvas.title(content.title)
    canvas.paragraph(canvas.left, y - 10, canvas.right - canvas.left, content.note, LIST, "accent", strong=True)
    most = max(row.count for row in content.rows if row.after is not None)
    listing = _listing(canvas, content)
    for place, box in listing.rows(page):
        _paint_row(canvas, content, content.rows[place], box, most)
    where = listing.where(page, content.page_word)
    canvas.footer(content.question, " · ".join(filter(None, (content.year, where))))


def _paint_row(canvas: Canvas, content: MovedContent, row: MoveContent, box: QRectF, most: int) -> None:
    way, middle = _way_width(canvas, content), box.center().y()
    if row.before is not None and row.after is not None:
        x = canvas.badge(box.left(), middle, *row.before)
        _arrow(canvas, x + 25, middle, ARROW - 50)
        canvas.badge(x + ARROW, middle, *row.after)
    else:
        height = canvas.paragraph_height(row.word, way - 40, LIST)
        canvas.paragraph(box.left(), middle - height / 2, way - 40, row.word, LIST, "text2")
    number = QRectF(box.left() + way, box.top(), NUMBER, box.height())
    canvas.text(number, str(row.count), SUMMARY, "text" if row.after else "text2", strong=True)
    if row.after is None:
        return
    left = number.right() + 20
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("accent"))
    canvas.painter.drawRoundedRect(QRectF(left, middle - 16, (box.right() - left) * row.count / most, 32), 6, 6)


def _arrow(canvas: Canvas, x: float, y: float, length: float) -> None:
    painter = canvas.painter
    painter.setPen(QPen(canvas.color("text"), 6))
    painter.drawLine(QPointF(x, y), QPointF(x + length - 22, y))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("text"))
    tip = x + length
    painter.drawPolygon(QPolygonF([QPointF(tip, y), QPointF(tip - 28, y - 17), QPointF(tip - 28, y + 17)]))


MOVED = Scene(
    "diagnosis.moved",
    "diagnosis",
    N_("Who moved"),
    _content,
    _paint,
    pages_in(_listing),
    first_page,
    waiting=Waiting("rows", N_("Which of our clients has changed hands, and who noticed?")),
)
