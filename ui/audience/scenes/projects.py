"""What the room sees of projects: who leads, whose people, the stages, the number it changes; no cost."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import SMALLEST, STATUS, Canvas
from ui.audience.listing import Listing, pieces, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.widgets.paint import Badge, badge_width
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import ProjectKind, StageStatus
from workshop_app.domain.short_names import surname
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import CooperationView, ProjectCard, cooperation_view


@frozen
class StageContent:
    """A stage of a project for the room."""

    title: str
    due: str
    status: StageStatus


@frozen
class ProjectContent:
    """A project: who leads, badges of the team, stages, the number it changes. No cost."""

    id: str
    title: str
    until: str
    leader: str
    badges: tuple[Badge, ...]
    stages: tuple[StageContent, ...]
    number: str


@frozen
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


def _stage_width(canvas: Canvas, stage: StageContent) -> float:
    return canvas.right - canvas.left - 124 - canvas.text_width(stage.due, SMALLEST) - 10


def _number_height(canvas: Canvas, project: ProjectContent) -> float:
    return canvas.paragraph_height(project.number, canvas.right - canvas.left, STATUS, strong=True) + 30


def _stage_height(canvas: Canvas, stage: StageContent) -> float:
    return max(90.0, canvas.paragraph_height(stage.title, _stage_width(canvas, stage), SMALLEST) + 30)


def _stages(canvas: Canvas, project: ProjectContent) -> tuple[StageContent, ...]:
    """The stages; one that no page holds whole in parts, with its date on the first."""
    room = canvas.bottom - canvas.title_height(project.title, project.until) - 30
    return tuple(
        StageContent(piece, "" if part else stage.due, stage.status)
        for stage in project.stages
        for part, piece in enumerate(pieces(canvas, stage.title, _stage_width(canvas, stage), SMALLEST, room))
    )


def _stage_listing(canvas: Canvas, project: ProjectContent) -> Listing:
    """The team, the number and the stages as rows: each stands on one page."""
    heights = [_project_head(canvas, project), _number_height(canvas, project)]
    heights += [_stage_height(canvas, stage) for stage in _stages(canvas, project)]
    return Listing(canvas, heights, canvas.title_height(project.title, project.until))


def _leader_left(canvas: Canvas, project: ProjectContent) -> float:
    """Right of the team's badges."""
    font = canvas.font(SMALLEST, strong=True)
    return canvas.left + sum(badge_width(code, 62, font) + 16 for code, _place in project.badges) + 10


def _project_head(canvas: Canvas, project: ProjectContent) -> float:
    """The height of badges and leader."""
    width = canvas.right - _leader_left(canvas, project)
    return max(76.0, canvas.paragraph_height(project.leader, width, STATUS)) + 34


def _project_parts(canvas: Canvas, content: ProjectsContent) -> list[tuple[int, int]]:
    """Every page: which project, and which part of its stages."""
    return [
        (place, part)
        for place, project in enumerate(content.projects)
        for part in range(_stage_listing(canvas, project).pages)
    ]


def _project_pages(canvas: Canvas, content: ProjectsContent) -> int:
    return max(1, len(_project_parts(canvas, content)))


def _project_page_of(canvas: Canvas, content: ProjectsContent) -> int:
    at = place_of([project.id for project in content.projects], content.focus_id)
    return _project_parts(canvas, content).index((at or 0, 0)) if content.projects else 0


def _paint_projects(canvas: Canvas, content: ProjectsContent, page: int) -> None:
    if not content.projects:
        canvas.title(content.title)
        return
    parts = _project_parts(canvas, content)
    at, part = parts[page]
    project = content.projects[at]
    y = canvas.title(project.title, project.until) + 4
    stages = _stages(canvas, project)
    for place, box in _stage_listing(canvas, project).boxes(part):
        if place > 1:
            _paint_stage(canvas, stages[place - 2], box)
        elif place:
            width = canvas.right - canvas.left
            canvas.paragraph(canvas.left, box.top(), width, project.number, STATUS, strong=True)
        else:
            _paint_team(canvas, project, y)
    count = len(parts)
    canvas.footer("", content.page_word.format(first=page + 1, total=count) if count > 1 else "")


def _paint_team(canvas: Canvas, project: ProjectContent, y: float) -> None:
    x = canvas.left
    for badge in project.badges:
        x = canvas.badge(x, y + 36, *badge) + 16
    left = _leader_left(canvas, project)
    canvas.paragraph(left, y + 4, canvas.right - left, project.leader, STATUS, "text2")


def _paint_stage(canvas: Canvas, stage: StageContent, box: QRectF) -> None:
    y = box.top()
    done, current = stage.status is StageStatus.DONE, stage.status is StageStatus.IN_PROGRESS
    token = "accent" if done or current else "border_strong"
    bar = QRectF(canvas.left, y + 10, 14, box.height() - 20)
    if current:
        dots = max(3, round(bar.height() / 22))
        for part in range(dots):
            at = bar.top() + part * (bar.height() - 14) / (dots - 1)
            canvas.painter.fillRect(QRectF(bar.left(), at, 14, 14), canvas.color(token))
    else:
        canvas.painter.fillRect(bar, canvas.color(token))
    due = canvas.text_width(stage.due, SMALLEST) + 10
    mark = "✓ " if done and stage.due else ""
    canvas.text(
        QRectF(canvas.right - due - 50, y + 10, due + 50, SMALLEST * 1.24),
        f"{mark}{stage.due}",
        SMALLEST,
        "text2",
        align=Qt.AlignmentFlag.AlignRight,
    )
    canvas.paragraph(canvas.left + 44, y + 10, _stage_width(canvas, stage), stage.title, SMALLEST, strong=current)


PROJECTS = Scene(
    "cooperation.projects",
    "cooperation",
    N_("Projects"),
    _projects_content,
    _paint_projects,
    _project_pages,
    _project_page_of,
    waiting=Waiting("projects", N_("One project, people from different departments, one number.")),
)
