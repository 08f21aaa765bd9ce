"""What the room sees of meetings: each series with its rhythm, chair and agenda; what was decided last."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, spans_of
from ui.audience.listing import LINE, Listing, page_in, pieces, told
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.widgets.paint import Badge
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.short_names import surname
from workshop_app.steps.meetings.view import SeriesCard, meetings_view
from workshop_app.steps.meetings.wording import rhythm_text

INDENT, AIR = 90.0, 22.0
"""Of the points of an agenda and of decisions: what their numbers take, and the air under each."""


@frozen
class SeriesContent:
    """A series: minutes, what it decides, when, chair; of the one in focus its agenda too."""

    id: str
    title: str
    minutes: str
    rhythm: str
    purpose: str
    badge: Badge | None
    chair: str
    agenda: tuple[str, ...]

    @property
    def under(self) -> str:
        """What it decides, and when."""
        return f"{self.purpose} · {self.rhythm}" if self.purpose else self.rhythm


@frozen
class MeetingsContent:
    """All series, then the one in focus with its agenda."""

    title: str
    rows: tuple[SeriesContent, ...]
    focus: SeriesContent | None
    page_word: str


def _meetings_content(given: SceneInput) -> MeetingsContent:
    _ = words = given.words
    view = meetings_view(given.engagement, given.context)

    def content(card: SeriesCard) -> SeriesContent:
        meeting = card.meeting
        minutes = _("{n} min", n=meeting.duration_min) if meeting.duration_min else ""
        badge = (card.department.short, card.place) if card.department else None
        chair = surname(card.chair.name) if card.chair else ""
        return SeriesContent(
            card.id,
            meeting.title,
            minutes,
            rhythm_text(card, words),
            meeting.purpose or "",
            badge,
            chair,
            meeting.agenda if card.id == given.focus.row_id else (),
        )

    rows = tuple(content(card) for card in view.series)
    focus = next((row for row in rows if row.id == given.focus.row_id), None)
    return MeetingsContent(_("What does this meeting decide?"), rows, focus, _("{first}–{last} of {total}"))


def _room(canvas: Canvas, row: SeriesContent) -> tuple[float, float]:
    """The width of the title beside the minutes, of what stands under it beside the chair."""
    whole = canvas.right - canvas.left
    beside = 0.0 if _chair_below(canvas, row) else _chair_width(canvas, row)
    return whole - canvas.text_width(row.minutes, STATUS, strong=True) - 50, whole - beside


def _chair_width(canvas: Canvas, row: SeriesContent) -> float:
    """Badge and name of who leads."""
    chair = canvas.text_width(row.chair, SMALLEST) + 24 if row.chair else 0.0
    return chair + (_badge_width(canvas, row) + 30 if row.badge else 0.0)


def _chair_below(canvas: Canvas, row: SeriesContent) -> bool:
    """Whether who leads has a line alone: a long name would leave too little beside it."""
    return _chair_width(canvas, row) > (canvas.right - canvas.left) / 2


def _badge_width(canvas: Canvas, row: SeriesContent) -> float:
    code = row.badge[0] if row.badge else ""
    return max(62 * 1.65, canvas.text_width(code, SMALLEST, strong=True) + 62 * 0.75)


def _height(canvas: Canvas, row: SeriesContent) -> float:
    title, under = _room(canvas, row)
    second = max(66.0, canvas.paragraph_height(row.under, under, SMALLEST))
    second += 66 if _chair_below(canvas, row) else 0
    return canvas.paragraph_height(row.title, title, LIST, strong=True) + second + 50


def _listing(canvas: Canvas, content: MeetingsContent) -> Listing:
    return Listing(canvas, [_height(canvas, row) for row in content.rows], canvas.title_height(content.title))


def _focus(content: MeetingsContent) -> int | None:
    return content.rows.index(content.focus) if content.focus is not None else None


def _meeting_pages(canvas: Canvas, content: MeetingsContent) -> int:
    return _listing(canvas, content).pages + (len(_agenda_spans(canvas, content.focus)) if content.focus else 0)


def _paint_meetings(canvas: Canvas, content: MeetingsContent, page: int) -> None:
    listing, pages = _listing(canvas, content), _meeting_pages(canvas, content)
    place = f"{page + 1} / {pages}" if pages > 1 else ""
    if content.focus is not None and page >= listing.pages:
        _paint_agenda(canvas, content, content.focus, page - listing.pages, place)
        return
    canvas.title(content.title)
    for at, box in listing.rows(page, _focus(content)):
        _paint_series(canvas, content.rows[at], box)
    canvas.footer("", listing.where(page, content.page_word) or place)


def _paint_series(canvas: Canvas, row: SeriesContent, box: QRectF) -> None:
    title, under = _room(canvas, row)
    minutes = QRectF(canvas.left + title, box.top() + 12, canvas.right - canvas.left - title, 70)
    canvas.text(minutes, row.minutes, STATUS, strong=True, align=Qt.AlignmentFlag.AlignRight)
    y = canvas.paragraph(canvas.left, box.top() + 16, title, row.title, LIST, strong=True) + 6
    canvas.paragraph(canvas.left, y + 4, under, row.under, SMALLEST, "text2")
    if _chair_below(canvas, row):
        y = box.bottom() - 84
    right = canvas.right
    if row.chair:
        name = canvas.text_width(row.chair, SMALLEST) + 8
        canvas.text(QRectF(right - name, y, name + 4, 66), row.chair, SMALLEST)
        right -= name + 16
    if row.badge is not None:
        canvas.badge(right - _badge_width(canvas, row), y + 33, *row.badge)


def _agenda_lines(canvas: Canvas, row: SeriesContent) -> list[tuple[int, str]]:
    """The purpose, then every point with its number; 0: no point, or the rest of one that no page holds whole."""
    width = canvas.right - canvas.left
    room = canvas.bottom - canvas.title_height(row.title, row.minutes) - AIR
    lines = [(0, piece) for piece in pieces(canvas, row.purpose, width - INDENT, STATUS, room)] if row.purpose else []
    for number, point in enumerate(row.agenda, start=1):
        first, *rest = pieces(canvas, point, width - INDENT, STATUS, room)
        lines += [(number, first), *((0, piece) for piece in rest)]
    return lines


def _agenda_spans(canvas: Canvas, row: SeriesContent) -> list[tuple[int, int]]:
    width = canvas.right - canvas.left - INDENT
    heights = [canvas.paragraph_height(text, width, STATUS) + AIR for _number, text in _agenda_lines(canvas, row)]
    return spans_of(heights, canvas.bottom - canvas.title_height(row.title, row.minutes))


def _paint_agenda(canvas: Canvas, content: MeetingsContent, row: SeriesContent, part: int, place: str) -> None:
    """A part of the purpose and the agenda; ``place``: the page where no point begins on it."""
    y = canvas.title(row.title, row.minutes)
    width = canvas.right - canvas.left
    start, end = _agenda_spans(canvas, row)[part]
    lines = _agenda_lines(canvas, row)
    numbers = [number for number, _text in lines[start:end] if number]
    where = told(content.page_word, numbers[0], numbers[-1], len(row.agenda)) if numbers else place
    canvas.footer("", where)
    begun = any(number for number, _text in lines[:start])
    for number, text in lines[start:end]:
        begun = begun or bool(number)
        left = INDENT if begun else 0
        if number:
            canvas.text(QRectF(canvas.left, y, 80, STATUS * LINE), f"{number}.", STATUS, "accent", strong=True)
        token = "text" if begun else "text2"
        y = canvas.paragraph(canvas.left + left, y, width - left, text, STATUS, token) + AIR


@frozen
class DecisionsContent:
    """The decisions of one meeting of the log."""

    title: str
    when: str
    decisions: tuple[str, ...]


def _decisions_content(given: SceneInput) -> DecisionsContent:
    _ = words = given.words
    view = meetings_view(given.engagement, given.context)
    line = next((line for line in view.log if line.id == given.focus.row_id), view.log[0] if view.log else None)
    if line is None:
        return DecisionsContent(_("What have we decided?"), "", ())
    when = f"{line.meeting.title}, {words.date_short(line.entry.date)}"
    return DecisionsContent(_("What have we decided?"), when, line.entry.decisions)


def _top(canvas: Canvas, content: DecisionsContent) -> float:
    """Under the question and the meeting."""
    width = canvas.right - canvas.left
    return canvas.title_height(content.title) + canvas.paragraph_height(content.when, width, SMALLEST) + 30


def _blocks(canvas: Canvas, content: DecisionsContent) -> list[list[tuple[int, str]]]:
    """Decisions in pages by their height; 0: the rest of one that no page holds whole."""
    width = canvas.right - canvas.left - INDENT
    room = canvas.bottom - _top(canvas, content)
    lines: list[tuple[int, str]] = []
    for number, text in enumerate(content.decisions, start=1):
        first, *rest = pieces(canvas, text, width, STATUS, room - AIR)
        lines += [(number, first), *((0, piece) for piece in rest)]
    spans = spans_of([canvas.paragraph_height(text, width, STATUS) + AIR for _number, text in lines], room)
    return [lines[start:end] for start, end in spans]


def _decision_pages(canvas: Canvas, content: DecisionsContent) -> int:
    return len(_blocks(canvas, content))


def _first(_canvas: Canvas, _content: DecisionsContent) -> int:
    return 0


def _paint_decisions(canvas: Canvas, content: DecisionsContent, page: int) -> None:
    y = canvas.title(content.title)
    y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, content.when, SMALLEST, "text2") + 30
    pages = _blocks(canvas, content)
    canvas.footer("", f"{page + 1} / {len(pages)}" if len(pages) > 1 else "")
    for number, text in pages[page]:
        if number:
            canvas.text(QRectF(canvas.left, y, 80, STATUS * LINE), f"{number}.", STATUS, "accent", strong=True)
        y = canvas.paragraph(canvas.left + INDENT, y, canvas.right - canvas.left - INDENT, text, STATUS) + AIR


SCENES = (
    Scene(
        "meetings.series",
        "meetings",
        N_("Meetings"),
        _meetings_content,
        _paint_meetings,
        _meeting_pages,
        page_in(_listing, _focus),
        waiting=Waiting("rows", N_("Which meetings decide something?")),
    ),
    Scene(
        "meetings.log",
        "meetings",
        N_("Decisions log"),
        _decisions_content,
        _paint_decisions,
        _decision_pages,
        _first,
        waiting=Waiting("decisions", N_("What was decided, who does it, by when.")),
    ),
)
