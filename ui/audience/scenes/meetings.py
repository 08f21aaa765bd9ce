"""What the room sees of meetings: each series with its rhythm, chair and agenda; what was decided last."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from workshop_app.domain.message import N_
from workshop_app.domain.short_names import surname
from workshop_app.steps.meetings.view import SeriesCard, meetings_view
from workshop_app.steps.meetings.wording import rhythm_text

Badge = tuple[str, int]
ROW = 190.0


@dataclass(frozen=True)
class SeriesContent:
    """A series: minutes, rhythm, purpose, chair."""

    id: str
    title: str
    minutes: str
    rhythm: str
    purpose: str
    badge: Badge | None
    chair: str
    agenda: tuple[str, ...]


@dataclass(frozen=True)
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
            meeting.agenda,
        )

    rows = tuple(content(card) for card in view.series)
    focus = next((row for row in rows if row.id == given.focus.row_id), None)
    return MeetingsContent(_("What does this meeting decide?"), rows, focus, _("{first}–{last} of {total}"))


def _per(canvas: Canvas) -> int:
    top = 190.0 if canvas.width > 1500 else 300.0
    return max(1, int((canvas.bottom - top) // ROW))


def _list_pages(canvas: Canvas, content: MeetingsContent) -> int:
    return pages_of(len(content.rows), _per(canvas))


def _meeting_pages(canvas: Canvas, content: MeetingsContent) -> int:
    return _list_pages(canvas, content) + (1 if content.focus else 0)


def _meeting_page_of(canvas: Canvas, content: MeetingsContent) -> int:
    at = next((place for place, row in enumerate(content.rows) if row == content.focus), 0)
    return at // _per(canvas)


def _paint_meetings(canvas: Canvas, content: MeetingsContent, page: int) -> None:
    if content.focus is not None and page == _list_pages(canvas, content):
        _paint_agenda(canvas, content.focus)
        return
    top, per = canvas.title(content.title), _per(canvas)
    shown = content.rows[page * per : (page + 1) * per]
    for place, row in enumerate(shown):
        _paint_series(canvas, row, top + place * ROW, focused=row == content.focus)
    total = len(content.rows)
    where = content.page_word.format(first=page * per + 1, last=page * per + len(shown), total=total)
    canvas.footer("", where if len(shown) < total else "")


def _paint_series(canvas: Canvas, row: SeriesContent, y: float, *, focused: bool) -> None:
    if focused:
        canvas.focus(QRectF(0, y, canvas.width, ROW))
    width = canvas.text_width(row.minutes, STATUS, strong=True) + 10
    box = QRectF(canvas.right - width, y + 12, width, 70)
    canvas.text(box, row.minutes, STATUS, strong=True, align=Qt.AlignmentFlag.AlignRight)
    room = canvas.right - canvas.left - width - 40
    title = canvas.lines(row.title, room, LIST, strong=True)
    shown = title[0] if len(title) == 1 else title[0].rstrip(" ,.:;") + "…"
    canvas.text(QRectF(canvas.left, y + 12, room + 6, 70), shown, LIST, strong=True)
    x, right = canvas.left, canvas.right
    name = canvas.text_width(row.chair, SMALLEST) + 8
    if row.chair:
        canvas.text(QRectF(right - name, y + 96, name + 4, 66), row.chair, SMALLEST)
        right -= name + 16
    if row.badge is not None:
        wide = max(62 * 1.65, canvas.text_width(row.badge[0], SMALLEST, strong=True) + 62 * 0.75)
        canvas.badge(right - wide, y + 129, *row.badge)
        right -= wide + 30
    rhythm = canvas.lines(row.rhythm, right - x, SMALLEST)
    canvas.text(QRectF(x, y + 96, right - x + 6, 66), rhythm[0].rstrip(","), SMALLEST, "text2")
    canvas.rule(y + ROW - 2)


def _paint_agenda(canvas: Canvas, row: SeriesContent) -> None:
    y = canvas.title(row.title, row.minutes)
    width = canvas.right - canvas.left
    if row.purpose:
        y = canvas.paragraph(canvas.left, y, width, row.purpose, STATUS, "text2") + 24
    for number, point in enumerate(row.agenda, start=1):
        lines = canvas.lines(point, width - 90, STATUS)
        if y + len(lines) * STATUS * 1.24 > canvas.bottom:
            break
        canvas.text(QRectF(canvas.left, y, 80, STATUS * 1.24), f"{number}.", STATUS, "accent", strong=True)
        y = canvas.paragraph(canvas.left + 90, y, width - 90, point, STATUS) + 22


@dataclass(frozen=True)
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


def _blocks(canvas: Canvas, content: DecisionsContent) -> list[list[tuple[int, str]]]:
    """Decisions in pages by their height."""
    width = canvas.right - canvas.left - 90
    room = canvas.bottom - (300.0 if canvas.width > 1500 else 420.0)
    pages: list[list[tuple[int, str]]] = [[]]
    used = 0.0
    for number, text in enumerate(content.decisions, start=1):
        height = canvas.paragraph_height(text, width, STATUS) + 22
        if pages[-1] and used + height > room:
            pages.append([])
            used = 0.0
        pages[-1].append((number, text))
        used += height
    return pages


def _decision_pages(canvas: Canvas, content: DecisionsContent) -> int:
    return len(_blocks(canvas, content))


def _first(_canvas: Canvas, _content: DecisionsContent) -> int:
    return 0


def _paint_decisions(canvas: Canvas, content: DecisionsContent, page: int) -> None:
    y = canvas.title(content.title)
    y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, content.when, SMALLEST, "text2") + 30
    for number, text in _blocks(canvas, content)[page]:
        canvas.text(QRectF(canvas.left, y, 80, STATUS * 1.24), f"{number}.", STATUS, "accent", strong=True)
        y = canvas.paragraph(canvas.left + 90, y, canvas.right - canvas.left - 90, text, STATUS) + 22


SCENES = (
    Scene(
        "meetings.series",
        "meetings",
        N_("Meetings"),
        _meetings_content,
        _paint_meetings,
        _meeting_pages,
        _meeting_page_of,
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
