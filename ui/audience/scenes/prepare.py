"""What the room sees of the preparation: where we are in the agenda, and the owner's question (SCREENS 44)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPen, QPolygonF

from ui.audience.canvas import LIST, STATUS, TITLE, Canvas
from ui.audience.listing import Listing
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.schedule import Pause
from workshop_app.domain.timetable import TimedRow, clock, minutes_of, timetable
from workshop_app.i18n import Words
from workshop_app.steps.prepare.company import clock_text

SPOKEN: Mapping[str, str] = MappingProxyType(
    {
        "diagnosis": N_("What we live on"),
        "audit": N_("Who does what"),
        "goals": N_("What we are good at, and common goals"),
        "roles": N_("Who answers for what"),
        "cooperation": N_("How we hand a client over"),
        "training": N_("What we learn"),
        "meetings": N_("When we meet"),
        "rewards": N_("What we are rewarded for"),
        "feedback": N_("How we will know that it works"),
        "plan": N_("Who does what by when"),
    }
)
"""The steps in the words of the room."""

ROW_HEIGHT = 128.0
TIME_WIDTH, MARK_WIDTH, LENGTH_WIDTH = 212.0, 88.0, 400.0


@frozen
class AgendaRow:
    """A step: when it begins, what it is about, how long; ``state`` is done, now or next."""

    starts: str
    title: str
    length: str
    state: str


@frozen
class AgendaContent:
    """The rows of one meeting, the row that runs (−1: none yet), the foot line, and the place in the strip."""

    title: str
    rows: tuple[AgendaRow, ...]
    current: int
    next_pause: str
    finish: str
    steps: tuple[str, ...]
    step: str


def _agenda_content(given: SceneInput) -> AgendaContent:
    """Options: ``step`` that runs, ``left`` minutes of it that remain, ``meeting`` of a series."""
    _ = words = given.words
    timed = timetable(given.engagement)
    running = given.focus.option("step")
    meeting = _meeting(timed, running, given.focus.option("meeting"))
    day = [row for row in timed if row.meeting == meeting]
    work = [row for row in day if row.pause is None]
    current = next((place for place, row in enumerate(work) if row.step == running), -1)
    rows = tuple(
        _row(row, "now" if place == current else "done" if place < current else "next", given)
        for place, row in enumerate(work)
    )
    finish = _("finish at {time}", time=clock_text(day[-1].ends_at)) if day else ""
    return AgendaContent(
        title=_title(current, meeting, timed, words),
        rows=rows,
        current=current,
        next_pause=_next_pause(day, work[current] if current >= 0 else None, words),
        finish=finish,
        steps=tuple(dict.fromkeys(row.step for row in timed if row.pause is None)),
        step=running,
    )


def _meeting(timed: tuple[TimedRow, ...], running: str, wanted: str) -> int:
    if wanted.isdecimal():
        return int(wanted)
    return next((row.meeting for row in timed if row.step == running), 1)


def _title(current: int, meeting: int, timed: tuple[TimedRow, ...], words: Words) -> str:
    _ = words
    if current >= 0:
        return _("Where we are now")
    if timed and timed[-1].meeting > 1:
        return _("Meeting {n}: what we do", n=meeting)
    return _("How the session goes")


def _row(row: TimedRow, state: str, given: SceneInput) -> AgendaRow:
    _ = given.words
    length = _("{n} min", n=row.minutes)
    left = given.focus.option("left")
    if state == "now" and left.lstrip("-").isdecimal():
        over = int(left) < 0
        length = _("{n} min over", n=-int(left)) if over else _("{n} min left", n=int(left))
    return AgendaRow(clock_text(row.starts_at), _(SPOKEN.get(row.step, row.step)), length, state)


def _next_pause(day: list[TimedRow], now: TimedRow | None, words: Words) -> str:
    """The first break after the step that runs."""
    _ = words
    after = minutes_of(now.starts_at) if now else -1
    found = [row for row in day if row.pause in (Pause.BREAK, Pause.LUNCH) and minutes_of(row.starts_at) > after]
    if not found:
        return ""
    pause = found[0]
    if pause.pause is Pause.LUNCH:
        return _("Lunch at {time}, back at {back}", time=clock_text(pause.starts_at), back=_back(pause))
    return _("Next break at {time}, back at {back}", time=clock_text(pause.starts_at), back=_back(pause))


def _back(pause: TimedRow) -> str:
    return clock_text(clock(minutes_of(pause.starts_at) + pause.minutes))


def _heights(canvas: Canvas, content: AgendaContent) -> list[float]:
    width = _title_width(canvas)
    return [max(ROW_HEIGHT, canvas.paragraph_height(row.title, width, STATUS) + 60) for row in content.rows]


def _title_width(canvas: Canvas) -> float:
    return canvas.right - canvas.left - TIME_WIDTH - MARK_WIDTH - LENGTH_WIDTH - 20


def _top(canvas: Canvas, content: AgendaContent) -> float:
    return canvas.title_height(content.title)


def _agenda_pages(canvas: Canvas, content: AgendaContent) -> int:
    """The rows around the one that runs are one page; before the session all pages."""
    return 1 if content.current >= 0 else Listing(canvas, _heights(canvas, content), _top(canvas, content)).pages


def _around(canvas: Canvas, content: AgendaContent) -> tuple[int, int]:
    """The rows shown around the one that runs: as many as fit, in turn one before it and one after it."""
    heights, room = _heights(canvas, content), canvas.bottom - _top(canvas, content)
    start, end = content.current, content.current + 1
    used, grown = heights[start], True
    while grown:
        grown = False
        if start > 0 and used + heights[start - 1] <= room:
            start, used, grown = start - 1, used + heights[start - 1], True
        if end < len(heights) and used + heights[end] <= room:
            end, used, grown = end + 1, used + heights[end], True
    return start, end


def _paint_agenda(canvas: Canvas, content: AgendaContent, page: int) -> None:
    top = canvas.title(content.title)
    heights, first = _heights(canvas, content), 0
    if content.current >= 0:
        first, end = _around(canvas, content)
        heights, page = heights[first:end], 0
    listing = Listing(canvas, heights, top)
    for place, box in listing.boxes(page):
        _paint_row(canvas, box.top(), box.height(), content.rows[first + place])
    of_pages = f"{page + 1} / {listing.pages}" if listing.pages > 1 else ""
    canvas.footer(content.next_pause, " · ".join(filter(None, (content.finish, of_pages))))
    if content.step in content.steps:
        at = content.steps.index(content.step)
        canvas.strip(at, len(content.steps), at)


def _paint_row(canvas: Canvas, y: float, height: float, row: AgendaRow) -> None:
    now = row.state == "now"
    if now:
        canvas.focus(QRectF(0, y, canvas.width, height))
    middle = y + height / 2
    quiet = "text2" if row.state == "done" else "text"
    line = STATUS * 1.3
    box = QRectF(canvas.left, middle - line / 2, TIME_WIDTH, line)
    canvas.text(box, row.starts, STATUS, "text" if now else "text2", strong=now)
    _paint_state(canvas, QPointF(canvas.left + TIME_WIDTH + 22, middle), row.state)
    left = canvas.left + TIME_WIDTH + MARK_WIDTH
    width = _title_width(canvas)
    top = middle - canvas.paragraph_height(row.title, width, STATUS, strong=now) / 2
    canvas.paragraph(left, top, width, row.title, STATUS, quiet, strong=now)
    end = QRectF(canvas.right - LENGTH_WIDTH, middle - line / 2, LENGTH_WIDTH, line)
    tone = "accent" if now else "text2"
    canvas.text(end, row.length, STATUS if now else LIST, tone, strong=now, align=Qt.AlignmentFlag.AlignRight)
    if not now:
        canvas.rule(y + height - 2)


def _paint_state(canvas: Canvas, centre: QPointF, state: str) -> None:
    """A tick for done, a disc for now, a ring for next."""
    painter = canvas.painter
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if state == "done":
        pen = QPen(canvas.color("ok"), 6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = ((-18, -2), (-6, 11), (18, -14))
        painter.drawPolyline(QPolygonF([QPointF(centre.x() + x, centre.y() + y) for x, y in points]))
    elif state == "now":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.color("accent"))
        painter.drawEllipse(centre, 21, 21)
    else:
        painter.setPen(QPen(canvas.color("border_strong"), 5))
        painter.drawEllipse(centre, 18, 18)
    painter.restore()


@frozen
class OwnerContent:
    """The owner's question, and the company's name."""

    company: str
    question: str


def _owner_content(given: SceneInput) -> OwnerContent:
    company = given.engagement.company
    return OwnerContent(company.name, company.owner_question)


def _paint_owner(canvas: Canvas, content: OwnerContent, page: int) -> None:
    width = canvas.right - canvas.left
    height = canvas.paragraph_height(content.question, width, TITLE, strong=True)
    company = canvas.paragraph_height(content.company, width, STATUS)
    y = max(80.0 + company, (canvas.height - height) / 2 - 40)
    canvas.paragraph(canvas.left, y - 40 - company, width, content.company, STATUS, "text2")
    canvas.paragraph(canvas.left, y, width, content.question, TITLE, strong=True)


AGENDA = Scene(
    "prepare.agenda",
    "prepare",
    N_("Agenda"),
    _agenda_content,
    _paint_agenda,
    _agenda_pages,
    first_page,
    waiting=Waiting("rows", N_("What should we have in our hands when the day ends?")),
)
OWNER = Scene("prepare.question", "prepare", N_("Question"), _owner_content, _paint_owner, one_page, first_page)
SCENES = (AGENDA, OWNER)
