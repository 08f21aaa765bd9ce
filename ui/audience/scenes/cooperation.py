"""What the room sees of cooperation: the client's way through the departments, and one handoff."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas
from ui.audience.listing import Listing, page_in, pieces, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.projects import PROJECTS
from ui.widgets.paint import Badge, badge_width, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.short_names import surname
from workshop_app.steps.cooperation.view import CooperationView, HandoffLine, cooperation_view


@frozen
class WayStep:
    """Where the client is, and how it goes on: hours to respond, whether this is the longest wait."""

    badge: Badge
    title: str
    handoff_id: str | None
    onward: str
    longest: bool


@frozen
class HandoffContent:
    """The handoff in focus: who to whom, event, package, when it is accepted, hours."""

    title: str
    giver: Badge | None
    taker: Badge | None
    giver_name: str
    taker_name: str
    rows: tuple[tuple[str, str], ...]


@frozen
class WayContent:
    """The way in pages, then the handoff in focus as the last page."""

    title: str
    note: str
    steps: tuple[WayStep, ...]
    handoff: HandoffContent | None
    focus_id: str | None
    page_words: str


def _way_content(given: SceneInput) -> WayContent:
    _ = words = given.words
    view = cooperation_view(given.engagement, given.context)
    badges = badges_of(view.departments)
    steps = []
    for place, stage in enumerate(view.way.stages):
        crossing = view.way.crossings[place] if place < len(view.way.crossings) else None
        onward = "" if crossing is None else words.hours(crossing.hours) if crossing.handoff_id else "?"
        steps.append(
            WayStep(
                badges.get(stage.department_id, ("", 0)),
                stage.title,
                crossing.handoff_id if crossing else None,
                onward,
                bool(crossing and crossing.is_longest),
            )
        )
    longest = view.longest
    hours = words.hours(longest.handoff.response_hours) if longest else ""
    note = _("longest wait {hours}", hours=hours) if longest else ""
    title, words_of_page = _("Where does the client wait?"), _("{first}–{last} of {total}")
    return WayContent(title, note, tuple(steps), _handoff(given, view), given.focus.row_id, words_of_page)


def _handoff(given: SceneInput, view: CooperationView) -> HandoffContent | None:
    _ = words = given.words
    line = next((line for line in view.handoffs if line.id == given.focus.row_id), None)
    if line is None:
        return None
    handoff = line.handoff
    rows = (
        (_("Begins"), handoff.trigger or "—"),
        (_("Package"), ", ".join(handoff.package) or "—"),
        (_("Accepted when"), handoff.acceptance or "—"),
        (_("Within"), words.hours(handoff.response_hours)),
    )
    return HandoffContent(handoff.title, *_sides(line), rows)


def _sides(line: HandoffLine) -> tuple[Badge | None, Badge | None, str, str]:
    badges = [(s.department.short, s.place) if s.department else None for s in (line.giver, line.taker)]
    names = [surname(s.person.name) if s.person else "" for s in (line.giver, line.taker)]
    return badges[0], badges[1], names[0], names[1]


STEP_HEIGHT, PILL, UNDER = 118.0, 70.0, 26.0


def _step_width(canvas: Canvas, step: WayStep) -> float:
    """The room of a stage's title: right of its badge, left of the pill."""
    badge = max(62 * 1.65, canvas.text_width(step.badge[0], SMALLEST, strong=True) + 62 * 0.75)
    return canvas.right - canvas.left - _indent(step) - badge - 46 - (250 if step.onward else 0)


def _indent(step: WayStep) -> float:
    return 90.0 * min(1, step.badge[1])


def _step_height(canvas: Canvas, step: WayStep) -> float:
    title = canvas.paragraph_height(step.title, _step_width(canvas, step), LIST, strong=True)
    return max(STEP_HEIGHT, title + 24)


def _way_listing(canvas: Canvas, content: WayContent) -> Listing:
    heights = [_step_height(canvas, step) for step in content.steps]
    return Listing(canvas, heights, canvas.title_height(content.title, content.note), foot=PILL / 2)


def _way_pages(canvas: Canvas, content: WayContent) -> int:
    return _way_listing(canvas, content).pages + (
        _handoff_listing(canvas, content.handoff).pages if content.handoff else 0
    )


def _way_focus(content: WayContent) -> int | None:
    return place_of([step.handoff_id for step in content.steps], content.focus_id)


def _paint_way(canvas: Canvas, content: WayContent, page: int) -> None:
    """The way goes down: a column for each department would not hold the type; the badge says where the client is."""
    listing, focus, pages = _way_listing(canvas, content), _way_focus(content), _way_pages(canvas, content)
    if content.handoff is not None and page >= listing.pages:
        _paint_handoff(canvas, content.handoff, page - listing.pages)
        canvas.footer("", f"{page + 1} / {pages}")
        return
    canvas.title(content.title, content.note, "warn")
    for place, box in listing.boxes(page):
        if place == focus:
            canvas.focus(box)
    for place, box in listing.boxes(page):
        _paint_step(canvas, content.steps[place], box)
    canvas.footer("", listing.where(page, content.page_words) or (f"{page + 1} / {pages}" if pages > 1 else ""))


def _paint_step(canvas: Canvas, step: WayStep, box: QRectF) -> None:
    middle = box.center().y() - 4
    x = canvas.badge(canvas.left + _indent(step), middle, *step.badge) + 26
    width = _step_width(canvas, step)
    height = canvas.paragraph_height(step.title, width, LIST, strong=True)
    canvas.paragraph(x, middle - height / 2, width, step.title, LIST, strong=True)
    if step.onward:
        _paint_onward(canvas, step, box)


def _paint_onward(canvas: Canvas, step: WayStep, box: QRectF) -> None:
    """The pill on the border to the next stage, with a curve to it."""
    colour = canvas.color("warn" if step.longest else "accent" if step.handoff_id else "border_strong")
    pill = QRectF(canvas.right - 210, box.bottom() - 4 - PILL / 2, 210, PILL)
    pen = QPen(colour, 4)
    if step.longest or not step.handoff_id:
        pen.setDashPattern([4, 3])
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    path = QPainterPath(QPointF(pill.left() - 70, box.center().y() - 4))
    path.cubicTo(
        QPointF(pill.left() - 20, box.center().y() - 4),
        QPointF(pill.left() - 10, pill.center().y()),
        QPointF(pill.left(), pill.center().y()),
    )
    canvas.painter.drawPath(path)
    canvas.painter.setBrush(canvas.color("warn_soft" if step.longest else "surface"))
    canvas.painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
    tone = "warn" if step.longest else "accent" if step.handoff_id else "text2"
    canvas.text(pill, step.onward, SMALLEST, tone, strong=True, align=Qt.AlignmentFlag.AlignHCenter)


def _stacked(canvas: Canvas, content: HandoffContent) -> bool:
    """Whether the taker stands under the giver."""
    names = canvas.text_width(content.giver_name, STATUS) + canvas.text_width(content.taker_name, STATUS)
    return names + 700 > canvas.right - canvas.left


def _name_height(canvas: Canvas, badge: Badge | None, name: str) -> float:
    """Of a side that has a line alone; the name wraps where the type is large."""
    return max(72.0, canvas.paragraph_height(name, _name_width(canvas, badge), STATUS))


def _name_width(canvas: Canvas, badge: Badge | None) -> float:
    """Between the badge and the arrow."""
    code = badge_width(badge[0], 62, canvas.font(SMALLEST, strong=True)) + 18 if badge else 0.0
    return canvas.right - canvas.left - code - 140


def _sides_height(canvas: Canvas, content: HandoffContent) -> float:
    """Of giver and taker, in one line or under each other."""
    if not _stacked(canvas, content):
        return 116.0
    sides = ((content.giver, content.giver_name), (content.taker, content.taker_name))
    return 32 + sum(_name_height(canvas, *side) + 12 for side in sides)


def _label_width(canvas: Canvas, content: HandoffContent) -> float:
    return max(canvas.text_width(name, SMALLEST) for name, _text in content.rows) + 40


def _handoff_rows(canvas: Canvas, content: HandoffContent) -> list[tuple[str, str]]:
    """Every row under giver and taker: what no page holds whole goes on in the next."""
    width = canvas.right - canvas.left - _label_width(canvas, content)
    room = canvas.bottom - canvas.title_height(content.title) - UNDER
    return [(name, piece) for name, text in content.rows for piece in pieces(canvas, text, width, SMALLEST, room)]


def _handoff_listing(canvas: Canvas, content: HandoffContent) -> Listing:
    """Giver and taker as the first row, then event, package and the rest."""
    width = canvas.right - canvas.left - _label_width(canvas, content)
    heights = [canvas.paragraph_height(text, width, SMALLEST) + UNDER for _name, text in _handoff_rows(canvas, content)]
    return Listing(canvas, [_sides_height(canvas, content), *heights], canvas.title_height(content.title))


def _paint_handoff(canvas: Canvas, content: HandoffContent, page: int) -> None:
    y = canvas.title(content.title) + 6
    label, rows = _label_width(canvas, content), _handoff_rows(canvas, content)
    for place, box in _handoff_listing(canvas, content).boxes(page):
        if place == 0:
            _paint_sides(canvas, content, y)
            continue
        name, text = rows[place - 1]
        canvas.text(QRectF(canvas.left, box.top(), label, SMALLEST * 1.24), name, SMALLEST, "text2")
        canvas.paragraph(canvas.left + label, box.top(), canvas.right - canvas.left - label, text, SMALLEST)


def _paint_sides(canvas: Canvas, content: HandoffContent, y: float) -> None:
    x = canvas.left
    for badge, name, arrow in (
        (content.giver, content.giver_name, True),
        (content.taker, content.taker_name, False),
    ):
        x = canvas.badge(x, y + 36, *badge) + 18 if badge else x
        room = _name_width(canvas, badge)
        width = min(canvas.text_width(name, STATUS), room)
        high = canvas.paragraph_height(name, room, STATUS)
        canvas.paragraph(x, y + 36 - min(72.0, high) / 2, min(width + 1, room), name, STATUS)
        x += width + 30
        if arrow:
            _arrow(canvas, x, y + 36)
            x += 110
        if arrow and _stacked(canvas, content):
            x, y = canvas.left, y + _name_height(canvas, badge, name) + 12


def _arrow(canvas: Canvas, x: float, y: float) -> None:
    canvas.painter.setPen(QPen(canvas.color("accent"), 5))
    canvas.painter.drawLine(QPointF(x, y), QPointF(x + 58, y))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("accent"))
    canvas.painter.drawPolygon(QPolygonF([QPointF(x + 80, y), QPointF(x + 54, y - 15), QPointF(x + 54, y + 15)]))


SCENES = (
    Scene(
        "cooperation.handoffs",
        "cooperation",
        N_("The client’s way"),
        _way_content,
        _paint_way,
        _way_pages,
        page_in(_way_listing, _way_focus),
        waiting=Waiting("steps", N_("Where does the client pass from hand to hand?")),
    ),
    PROJECTS,
)
