"""What the room sees of the overlay: who says what about each activity, and the finding, a few at a time."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.audience.canvas import LIST, SMALLEST, Canvas
from ui.audience.listing import Listing, page_in, pages_in, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.widgets.paint import badge_width
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import FindingCode
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Answer, Department
from workshop_app.domain.rounding import half_up
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import OverlayRow, audit_view

STEP, LEAST_ROW = 1.2, 142.0
MARK, WORD_GAP, BADGE = 54.0, 12.0, 62.0
STACKED_BADGE = 58.0
LEAST_TITLE = 460.0
"""Narrower than this the answers go under the title."""


@frozen
class Badge:
    """A department as the room knows it: code, name and its place in the order."""

    code: str
    name: str
    index: int


def badges(departments: tuple[Department, ...]) -> tuple[Badge, ...]:
    """All departments in order."""
    return tuple(Badge(d.short, d.name, place) for place, d in enumerate(departments))


@frozen
class AnswerContent:
    """A department's answer: marks of the named departments (all of them hollow or filled), and the word."""

    named: frozenset[int]
    word: str
    marks: bool


@frozen
class RowContent:
    """A row of the overlay."""

    id: str
    title: str
    answers: tuple[AnswerContent, ...]
    code: str
    label: str


@frozen
class OverlayContent:
    """The rows in their order, the focus, and the headline number."""

    title: str
    note: str
    badges: tuple[Badge, ...]
    rows: tuple[RowContent, ...]
    focus_id: str | None
    rest: str
    page_word: str
    heads: tuple[str, str]
    """Over the titles and over the findings."""


def _answer_content(
    row: OverlayRow, department: Department, departments: tuple[Department, ...], words: Words
) -> AnswerContent:
    _ = words
    cell = row.claims.get(department.id)
    if cell is None or cell.claim is None:
        return AnswerContent(frozenset(), "—", False)
    if cell.named is None or cell.claim.answer is Answer.UNKNOWN:
        return AnswerContent(frozenset(), _("don't know"), False)
    named = frozenset(place for place, d in enumerate(departments) if d.id in cell.named)
    if not named:
        return AnswerContent(named, _("nobody"), False)
    two = {Answer.WE: _("we"), Answer.THEY: _("they"), Answer.BOTH: _("together")}
    return AnswerContent(named, two.get(cell.claim.answer, "") if len(departments) == 2 else "", True)


def row_content(row: OverlayRow, departments: tuple[Department, ...], words: Words) -> RowContent:
    """The public facts of a row."""
    code = row.finding.primary
    return RowContent(
        row.id,
        row.activity.title,
        tuple(_answer_content(row, department, departments, words) for department in departments),
        code.value,
        words(LABELS[code]),
    )


def _overlay_content(given: SceneInput) -> OverlayContent:
    _ = words = given.words
    view = audit_view(given.engagement, given.context)
    rows = [row for row in view.rows if row.finding.must_be_decided]
    shown = view.rows if given.focus.option("which") == "all" else tuple(rows)
    agreed = len(view.rows) - len(rows)
    hours = half_up(view.overlap_hours, 0)
    return OverlayContent(
        _("Where do we differ?"),
        _("done twice: up to {hours} h/wk", hours=words.number(hours)) if hours else "",
        badges(view.departments),
        tuple(row_content(row, view.departments, words) for row in shown),
        given.focus.row_id,
        words.plural("{n} more activity needs no decision", "{n} more activities need no decision", agreed)
        if len(shown) < len(view.rows) and agreed
        else "",
        _("{first}–{last} of {total}"),
        (_("Activity"), _("Finding")),
    )


def _answer_width(canvas: Canvas, content: OverlayContent) -> float:
    """Marks of all departments and the longest word beside them."""
    cells = [cell for row in content.rows for cell in row.answers]
    marks = MARK * len(content.badges)
    wide = [(marks if cell.marks else 0) + canvas.text_width(cell.word, LIST) + WORD_GAP for cell in cells]
    font = canvas.font(SMALLEST, strong=True)
    codes = [badge_width(badge.code, BADGE, font) for badge in content.badges]
    return max([*wide, *codes, 160.0]) + 30


def _columns(canvas: Canvas, content: OverlayContent) -> tuple[float, float]:
    """Widths of the title's column and of one answer's."""
    room = canvas.right - canvas.left
    finding = max((canvas.chip_width(row.label) for row in content.rows), default=400)
    answer = _answer_width(canvas, content)
    return room - finding - answer * max(1, len(content.badges)), answer


def _stacked(canvas: Canvas, content: OverlayContent) -> bool:
    """Whether answers stand under the title: too many departments, or too narrow a screen."""
    return _columns(canvas, content)[0] < LEAST_TITLE


def _stacked_title_width(canvas: Canvas, row: RowContent) -> float:
    return canvas.right - canvas.left - canvas.chip_width(row.label) - 30


def _heights(canvas: Canvas, content: OverlayContent) -> list[float]:
    return canvas.once("heights", content, lambda: _measured(canvas, content))


def _measured(canvas: Canvas, content: OverlayContent) -> list[float]:
    stacked, column = _stacked(canvas, content), _columns(canvas, content)[0] - 40
    heights = []
    for row in content.rows:
        width = _stacked_title_width(canvas, row) if stacked else column
        lines = len(canvas.lines(row.title, width, LIST, strong=True))
        below = _answer_lines(canvas, content, row) * 66 + 16 if stacked else 0
        heights.append(max(LEAST_ROW, lines * LIST * STEP + 26 + below))
    return heights


def _answer_lines(canvas: Canvas, content: OverlayContent, row: RowContent) -> int:
    """In how many lines the answers of a stacked row stand."""
    lines, x = 1, canvas.left
    for badge, cell in zip(content.badges, row.answers, strict=True):
        width = _stacked_width(canvas, content, badge, cell)
        if x > canvas.left and x + width > canvas.right:
            lines, x = lines + 1, canvas.left
        x += width
    return lines


def _stacked_width(canvas: Canvas, content: OverlayContent, badge: Badge, cell: AnswerContent) -> float:
    code = badge_width(badge.code, STACKED_BADGE, canvas.font(SMALLEST, strong=True)) + 14
    marks = 44.0 * len(content.badges) if cell.marks else 0.0
    word = canvas.text_width(cell.word, SMALLEST) + WORD_GAP if cell.word else 0.0
    return code + marks + word + 24


def _top(canvas: Canvas, content: OverlayContent) -> float:
    heads = 0 if _stacked(canvas, content) else 74
    return canvas.title_height(content.title, content.note) - 8 + heads


def _listing(canvas: Canvas, content: OverlayContent) -> Listing:
    return Listing(canvas, _heights(canvas, content), _top(canvas, content))


def _focus(content: OverlayContent) -> int | None:
    return place_of([row.id for row in content.rows], content.focus_id)


def _paint_overlay(canvas: Canvas, content: OverlayContent, page: int) -> None:
    canvas.title(content.title, content.note, canvas.theme.finding(FindingCode.DUPLICATION.value).ink)
    stacked = _stacked(canvas, content)
    if not stacked:
        _paint_heads(canvas, content, _top(canvas, content))
    paint = _paint_stacked if stacked else _paint_row
    listing = _listing(canvas, content)
    for place, box in listing.rows(page, _focus(content)):
        paint(canvas, content, content.rows[place], box)
    canvas.footer(content.rest, listing.where(page, content.page_word))


def _paint_heads(canvas: Canvas, content: OverlayContent, y: float) -> None:
    title, answer = _columns(canvas, content)
    for badge in content.badges:
        canvas.badge(canvas.left + title + badge.index * answer, y - 44, badge.code, badge.index, BADGE)
    canvas.text(QRectF(canvas.left, y - 78, title, 68), content.heads[0], SMALLEST, "text2", strong=True)
    end_x = canvas.left + title + answer * len(content.badges)
    canvas.text(QRectF(end_x, y - 78, canvas.right - end_x, 68), content.heads[1], SMALLEST, "text2", strong=True)


def _paint_title(canvas: Canvas, content: OverlayContent, row: RowContent, box: QRectF, width: float) -> None:
    strong = row.id == content.focus_id
    lines = canvas.lines(row.title, width, LIST, strong=strong)
    y = box.top() + (box.height() - len(lines) * LIST * STEP) / 2
    for place, line in enumerate(lines):
        canvas.text(QRectF(box.left(), y + place * LIST * STEP, width + 4, LIST * STEP), line, LIST, strong=strong)


def _paint_row(canvas: Canvas, content: OverlayContent, row: RowContent, box: QRectF) -> None:
    title, answer = _columns(canvas, content)
    _paint_title(canvas, content, row, box, title - 40)
    for place, cell in enumerate(row.answers):
        x, centre = box.left() + title + place * answer, box.center().y()
        if cell.marks:
            for badge in content.badges:
                x = canvas.mark(x, centre, badge.index, filled=badge.index in cell.named)
        width = canvas.text_width(cell.word, LIST) + 4
        canvas.text(QRectF(x + 4, centre - 34, width, 68), cell.word, LIST)
    canvas.chip(box.left() + title + answer * len(row.answers), box.center().y(), row.code, row.label)


def _paint_stacked(canvas: Canvas, content: OverlayContent, row: RowContent, box: QRectF) -> None:
    below = _answer_lines(canvas, content, row) * 66 + 16
    head = QRectF(box.left(), box.top(), box.width(), box.height() - below)
    _paint_title(canvas, content, row, head, _stacked_title_width(canvas, row))
    canvas.chip(canvas.right - canvas.chip_width(row.label), head.center().y(), row.code, row.label, 72)
    x, y = canvas.left, head.bottom() + 28
    for badge, cell in zip(content.badges, row.answers, strict=True):
        width = _stacked_width(canvas, content, badge, cell)
        if x > canvas.left and x + width > canvas.right:
            x, y = canvas.left, y + 66
        at = canvas.badge(x, y, badge.code, badge.index, STACKED_BADGE) + 14
        if cell.marks:
            for other in content.badges:
                at = canvas.mark(at, y, other.index, filled=other.index in cell.named, size=30)
        if cell.word:
            canvas.text(QRectF(at, y - 32, canvas.text_width(cell.word, SMALLEST) + 4, 64), cell.word, SMALLEST)
        x += width


OVERLAY = Scene(
    "audit.overlay",
    "audit",
    N_("Overlay of views"),
    _overlay_content,
    _paint_overlay,
    pages_in(_listing),
    page_in(_listing, _focus),
    waiting=Waiting("rows", N_("Each department will answer for itself: we, they, together, nobody.")),
)
