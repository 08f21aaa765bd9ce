"""What the room sees of cooperation: the client's way through the departments, one handoff, projects in stages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen, QPolygonF

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, span_of, spans_of
from ui.audience.scene import Scene, SceneInput, Waiting
from workshop_app.domain.message import N_
from workshop_app.domain.model import ProjectKind, StageStatus
from workshop_app.domain.short_names import surname
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import CooperationView, HandoffLine, ProjectCard, cooperation_view

Badge = tuple[str, int]


@dataclass(frozen=True)
class WayStep:
    """Where the client is, and how it goes on: hours to respond, whether this is the longest wait."""

    badge: Badge
    title: str
    handoff_id: str | None
    onward: str
    longest: bool


@dataclass(frozen=True)
class HandoffContent:
    """The handoff in focus: who to whom, event, package, when it is accepted, hours."""

    title: str
    giver: Badge | None
    taker: Badge | None
    giver_name: str
    taker_name: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
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
    badges = {d.id: (d.short, place) for place, d in enumerate(view.departments)}
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


STEP_HEIGHT, PILL = 118.0, 70.0


def _step_width(canvas: Canvas, step: WayStep) -> float:
    """The room of a stage's title: right of its badge, left of the pill."""
    badge = max(62 * 1.65, canvas.text_width(step.badge[0], SMALLEST, strong=True) + 62 * 0.75)
    return canvas.right - canvas.left - _indent(step) - badge - 46 - (250 if step.onward else 0)


def _indent(step: WayStep) -> float:
    return 90.0 * min(1, step.badge[1])


def _step_height(canvas: Canvas, step: WayStep) -> float:
    title = canvas.paragraph_height(step.title, _step_width(canvas, step), LIST, strong=True)
    return max(STEP_HEIGHT, title + 36)


def _way_spans(canvas: Canvas, content: WayContent) -> list[tuple[int, int]]:
    heights = [_step_height(canvas, step) for step in content.steps]
    return spans_of(heights, canvas.bottom - canvas.title_height(content.title, content.note))


def _way_pages(canvas: Canvas, content: WayContent) -> int:
    return len(_way_spans(canvas, content)) + (1 if content.handoff else 0)


def _way_page_of(canvas: Canvas, content: WayContent) -> int:
    at = next(
        (n for n, step in enumerate(content.steps) if content.focus_id and step.handoff_id == content.focus_id), 0
    )
    return span_of(_way_spans(canvas, content), at)


def _paint_way(canvas: Canvas, content: WayContent, page: int) -> None:
    """The way goes down: a column for each department would not hold the type; the badge says where the client is."""
    if content.handoff is not None and page == _way_pages(canvas, content) - 1:
        _paint_handoff(canvas, content.handoff)
        canvas.footer("", f"{page + 1} / {page + 1}")
        return
    spans = _way_spans(canvas, content)
    start, end = spans[page]
    boxes: list[tuple[WayStep, QRectF]] = []
    y = canvas.title(content.title, content.note, "warn")
    for step in content.steps[start:end]:
        box = QRectF(0, y, canvas.width, _step_height(canvas, step))
        if step.handoff_id and step.handoff_id == content.focus_id:
            canvas.focus(box)
        boxes.append((step, box))
        y = box.bottom()
    for step, box in boxes:
        _paint_step(canvas, step, box)
    where = content.page_words.format(first=start + 1, last=end, total=len(content.steps))
    canvas.footer("", where if _way_pages(canvas, content) > 1 else "")


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


def _paint_handoff(canvas: Canvas, content: HandoffContent) -> None:
    y = canvas.title(content.title) + 6
    x = canvas.left
    names = canvas.text_width(content.giver_name, STATUS) + canvas.text_width(content.taker_name, STATUS)
    stacked = names + 700 > canvas.right - canvas.left
    for badge, name, arrow in (
        (content.giver, content.giver_name, True),
        (content.taker, content.taker_name, False),
    ):
        x = canvas.badge(x, y + 36, *badge) + 18 if badge else x
        width = canvas.text_width(name, STATUS)
        canvas.text(QRectF(x, y, width + 4, 72), name, STATUS)
        x += width + 30
        if arrow:
            _arrow(canvas, x, y + 36)
            x += 110
        if arrow and stacked:
            x, y = canvas.left, y + 84
    y += 110
    label = max(canvas.text_width(name, SMALLEST) for name, _text in content.rows) + 40
    for name, text in content.rows:
        canvas.text(QRectF(canvas.left, y, label, SMALLEST * 1.24), name, SMALLEST, "text2")
        y = canvas.paragraph(canvas.left + label, y, canvas.right - canvas.left - label, text, SMALLEST) + 26


def _arrow(canvas: Canvas, x: float, y: float) -> None:
    canvas.painter.setPen(QPen(canvas.color("accent"), 5))
    canvas.painter.drawLine(QPointF(x, y), QPointF(x + 58, y))
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("accent"))
    canvas.painter.drawPolygon(QPolygonF([QPointF(x + 80, y), QPointF(x + 54, y - 15), QPointF(x + 54, y + 15)]))


@dataclass(frozen=True)
class StageContent:
    """A stage of a project for the room."""

    title: str
    due: str
    status: StageStatus


@dataclass(frozen=True)
class ProjectContent:
    """A project: who leads, badges of the team, stages, the number it changes. No cost."""

    id: str
    title: str
    until: str
    leader: str
    badges: tuple[Badge, ...]
    stages: tuple[StageContent, ...]
    number: str


@dataclass(frozen=True)
class ProjectsContent:
    """One project a page."""

    title: str
    projects: tuple[ProjectContent, ...]
    focus_id: str | None
    page_word: str


def _projects_content(given: SceneInput) -> ProjectsContent:
    _ = given.words
    view = cooperation_view(given.engagement, given.context)
    projects = tuple(_project(card, given, view) for card in view.projects)
    return ProjectsContent(_("Which number will change?"), projects, given.focus.row_id, _("{first} of {total}"))


def _project(card: ProjectCard, given: SceneInput, view: CooperationView) -> ProjectContent:
    _ = words = given.words
    project, team = card.project, set(card.project.team)
    homes = {p.department_id for p in given.engagement.people if p.id in team}
    badges = tuple((d.short, place) for place, d in enumerate(view.departments) if d.id in homes)
    until = _("standing team") if project.kind is ProjectKind.TEAM else ""
    if project.end and project.kind is ProjectKind.PROJECT:
        until = _("until {date}", date=words.date_year(project.end))
    metric = project.result_metric or ""
    number = f"{metric}: {words.number(project.result_target)}" if metric and project.result_target else metric
    stages = tuple(
        StageContent(stage.title, words.date_short(stage.due), stage.status)
        for stage in card.stages
        if stage.status is not StageStatus.CANCELLED
    )
    leader = _leader(card, words)
    return ProjectContent(project.id, project.title, until, leader, badges, stages, number)


def _leader(card: ProjectCard, words: Words) -> str:
    return words("Leader: {name}", name=surname(card.leader.name)) if card.leader else ""


def _project_pages(canvas: Canvas, content: ProjectsContent) -> int:
    return max(1, len(content.projects))


def _project_page_of(canvas: Canvas, content: ProjectsContent) -> int:
    return next((place for place, project in enumerate(content.projects) if project.id == content.focus_id), 0)


def _paint_projects(canvas: Canvas, content: ProjectsContent, page: int) -> None:
    if not content.projects:
        canvas.title(content.title)
        return
    project = content.projects[page]
    y = canvas.title(project.title, project.until) + 4
    x = canvas.left
    for badge in project.badges:
        x = canvas.badge(x, y + 36, *badge) + 16
    canvas.text(QRectF(x + 10, y, canvas.right - x - 10, 72), project.leader, STATUS, "text2")
    y += 106
    y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, project.number, STATUS, strong=True) + 30
    for stage in project.stages:
        if y + 90 > canvas.bottom:
            break
        y = _paint_stage(canvas, stage, y)
    count = len(content.projects)
    canvas.footer("", content.page_word.format(first=page + 1, total=count) if count > 1 else "")


def _paint_stage(canvas: Canvas, stage: StageContent, y: float) -> float:
    done, current = stage.status is StageStatus.DONE, stage.status is StageStatus.IN_PROGRESS
    token = "accent" if done or current else "border_strong"
    bar = QRectF(canvas.left, y + 10, 14, 60)
    if current:
        for part in range(3):
            canvas.painter.fillRect(QRectF(bar.left(), bar.top() + part * 22, 14, 14), canvas.color(token))
    else:
        canvas.painter.fillRect(bar, canvas.color(token))
    due = canvas.text_width(stage.due, SMALLEST) + 10
    mark = "✓ " if done else ""
    canvas.text(
        QRectF(canvas.right - due - 50, y, due + 50, 80),
        f"{mark}{stage.due}",
        SMALLEST,
        "text2",
        align=Qt.AlignmentFlag.AlignRight,
    )
    width = canvas.right - canvas.left - 44 - due - 80
    bottom = canvas.paragraph(canvas.left + 44, y + 10, width, stage.title, SMALLEST, strong=current)
    return max(bottom, y + 70) + 20


SCENES = (
    Scene(
        "cooperation.handoffs",
        "cooperation",
        N_("The client’s way"),
        _way_content,
        _paint_way,
        _way_pages,
        _way_page_of,
        waiting=Waiting("steps", N_("Where does the client pass from hand to hand?")),
    ),
    Scene(
        "cooperation.projects",
        "cooperation",
        N_("Projects"),
        _projects_content,
        _paint_projects,
        _project_pages,
        _project_page_of,
        waiting=Waiting("projects", N_("One project, people from different departments, one number.")),
    ),
)
