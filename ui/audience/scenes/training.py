"""What the room sees of training: how many can do what, without anybody's level; the plan without its cost."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, Canvas
from ui.audience.listing import Listing, page_in, pages_in, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.widgets.paint import Badge, badge_width, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import TrainingStatus
from workshop_app.domain.training import KINDS
from workshop_app.steps.training.view import SkillRow, TrainingLine, training_view

ROW, BADGE = 124.0, 58.0


@frozen
class SkillContent:
    """A skill: how many of each department can do it alone; ``risk``: one person or nobody."""

    id: str
    title: str
    able: tuple[tuple[Badge, int], ...]
    word: str
    risk: bool


@frozen
class SkillsContent:
    """Skills, those at risk first."""

    title: str
    note: str
    rows: tuple[SkillContent, ...]
    focus_id: str | None
    page_word: str


def _skills_content(given: SceneInput) -> SkillsContent:
    _ = words = given.words
    view = training_view(given.engagement, given.context)
    badges = badges_of(view.departments)

    def content(row: SkillRow) -> SkillContent:
        homes = [person.department_id for person in row.able]
        able = tuple((badges[name], homes.count(name)) for name in badges if homes.count(name))
        word = _("nobody") if not row.able else "" if not row.single else _("one person")
        return SkillContent(row.id, row.skill.title, able, word, row.at_risk)

    rows = sorted(view.skills, key=lambda row: not row.at_risk)
    note = words.plural("{n} at risk", "{n} at risk", view.risks) if view.risks else ""
    return SkillsContent(
        _("What can only one person do?"),
        note,
        tuple(content(row) for row in rows),
        given.focus.row_id,
        _("{first}–{last} of {total}"),
    )


def _able_width(canvas: Canvas, row: SkillContent) -> float:
    """The badges of a skill with their numbers, and its word."""
    word = canvas.text_width(row.word, SMALLEST, strong=True) + 34 if row.word else 0.0
    return word + sum(_badge_width(canvas, badge) + _count_width(canvas, count) + 50 for badge, count in row.able)


def _badge_width(canvas: Canvas, badge: Badge) -> float:
    return badge_width(badge[0], BADGE, canvas.font(SMALLEST, strong=True))


def _count_width(canvas: Canvas, count: int) -> float:
    return canvas.text_width(str(count), LIST, strong=True) + 10


def _skill_width(canvas: Canvas, row: SkillContent) -> float:
    return canvas.right - canvas.left - _able_width(canvas, row) - 20


def _skill_listing(canvas: Canvas, content: SkillsContent) -> Listing:
    heights = [
        max(ROW, canvas.paragraph_height(row.title, _skill_width(canvas, row), LIST) + 32) for row in content.rows
    ]
    return Listing(canvas, heights, canvas.title_height(content.title, content.note))


def _skill_focus(content: SkillsContent) -> int | None:
    return place_of([row.id for row in content.rows], content.focus_id)


def _paint_skills(canvas: Canvas, content: SkillsContent, page: int) -> None:
    canvas.title(content.title, content.note, "warn")
    listing = _skill_listing(canvas, content)
    for place, box in listing.rows(page, _skill_focus(content)):
        _paint_skill(canvas, content.rows[place], box)
    canvas.footer("", listing.where(page, content.page_word))


def _paint_skill(canvas: Canvas, row: SkillContent, box: QRectF) -> None:
    middle, width = box.center().y(), _skill_width(canvas, row)
    height = canvas.paragraph_height(row.title, width, LIST)
    canvas.paragraph(box.left(), middle - height / 2, width, row.title, LIST)
    x = canvas.right - _able_width(canvas, row)
    if row.word:
        wide = canvas.text_width(row.word, SMALLEST, strong=True) + 4
        token = "warn" if row.risk else "text2"
        canvas.text(QRectF(x, box.top(), wide, box.height()), row.word, SMALLEST, token, strong=True)
        x += wide + 30
    for badge, count in row.able:
        x = canvas.badge(x, middle, *badge, BADGE) + 16
        wide = _count_width(canvas, count)
        canvas.text(QRectF(x, box.top(), wide, box.height()), str(count), LIST, strong=True)
        x += wide + 34


@frozen
class ItemContent:
    """An item of the plan: title, kind, host, date and whether it is done."""

    id: str
    title: str
    caption: str
    host: Badge | None
    when: str
    done: bool


@frozen
class PlanContent:
    """The plan by kind."""

    title: str
    rows: tuple[ItemContent, ...]
    focus_id: str | None
    page_word: str


def _plan_content(given: SceneInput) -> PlanContent:
    _ = words = given.words
    view = training_view(given.engagement, given.context)

    def content(line: TrainingLine) -> ItemContent:
        item = line.training
        people = words.plural("{n} person", "{n} people", len(item.audience))
        when = words.day_or_quarter(item.date) if item.date else _("no date")
        host = (line.host.short, line.host_place) if line.host else None
        done = item.status is TrainingStatus.DONE
        return ItemContent(item.id, item.title, f"{_(KINDS[item.kind])}, {people}", host, when, done)

    live = [line for line in view.plan if line.training.status is not TrainingStatus.CANCELLED]
    return PlanContent(
        _("What can the neighbours teach us?"),
        tuple(content(line) for line in live),
        given.focus.row_id,
        _("{first}–{last} of {total}"),
    )


def _item_widths(canvas: Canvas, row: ItemContent) -> tuple[float, float]:
    """The width of the title beside the date, and of what stands under it beside the badge."""
    whole = canvas.right - canvas.left
    badge = badge_width(row.host[0], BADGE, canvas.font(SMALLEST, strong=True)) + 16 if row.host is not None else 0.0
    return whole - canvas.text_width(_when(row), SMALLEST, strong=True) - 50, whole - badge


def _when(row: ItemContent) -> str:
    return f"✓ {row.when}" if row.done else row.when


def _plan_listing(canvas: Canvas, content: PlanContent) -> Listing:
    heights = []
    for row in content.rows:
        title, under = _item_widths(canvas, row)
        caption = max(BADGE, canvas.paragraph_height(row.caption, under, SMALLEST))
        heights.append(canvas.paragraph_height(row.title, title, LIST, strong=True) + caption + 28)
    return Listing(canvas, heights, canvas.title_height(content.title))


def _plan_focus(content: PlanContent) -> int | None:
    return place_of([row.id for row in content.rows], content.focus_id)


def _paint_plan(canvas: Canvas, content: PlanContent, page: int) -> None:
    canvas.title(content.title)
    listing = _plan_listing(canvas, content)
    for place, box in listing.rows(page, _plan_focus(content)):
        _paint_item(canvas, content.rows[place], box)
    canvas.footer("", listing.where(page, content.page_word))


def _paint_item(canvas: Canvas, row: ItemContent, box: QRectF) -> None:
    title, under = _item_widths(canvas, row)
    when = QRectF(box.left() + title, box.top() + 10, box.width() - title, LIST * 1.24)
    token = "ok" if row.done else "text"
    canvas.text(when, _when(row), SMALLEST, token, strong=True, align=Qt.AlignmentFlag.AlignRight)
    y = canvas.paragraph(box.left(), box.top() + 10, title, row.title, LIST, strong=True) + 2
    if row.host is not None:
        canvas.badge(box.left(), y + BADGE / 2, *row.host, BADGE)
    canvas.paragraph(canvas.right - under, y, under, row.caption, SMALLEST, "text2")


SCENES = (
    Scene(
        "training.skills",
        "training",
        N_("Skill matrix"),
        _skills_content,
        _paint_skills,
        pages_in(_skill_listing),
        page_in(_skill_listing, _skill_focus),
        waiting=Waiting("rows", N_("Which work stops when one person falls ill?")),
    ),
    Scene(
        "training.plan",
        "training",
        N_("Training plan"),
        _plan_content,
        _paint_plan,
        pages_in(_plan_listing),
        page_in(_plan_listing, _plan_focus),
        waiting=Waiting("rows", N_("Name two things you want to learn from the neighbours.")),
    ),
)
