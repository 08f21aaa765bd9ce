"""What the room sees of training: how many can do what, without anybody's level; the plan without its cost."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from workshop_app.domain.message import N_
from workshop_app.domain.model import TrainingStatus
from workshop_app.domain.training import KINDS
from workshop_app.steps.training.view import SkillRow, TrainingLine, training_view

Badge = tuple[str, int]
ROW = 124.0


@dataclass(frozen=True)
class SkillContent:
    """A skill: how many of each department can do it alone; ``risk``: one person or nobody."""

    id: str
    title: str
    able: tuple[tuple[Badge, int], ...]
    word: str
    risk: bool


@dataclass(frozen=True)
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
    badges = {d.id: (d.short, place) for place, d in enumerate(view.departments)}

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


def _per(canvas: Canvas, row: float) -> int:
    top = 190.0 if canvas.width > 1500 else 340.0
    return max(1, int((canvas.bottom - top) // row))


def _skill_pages(canvas: Canvas, content: SkillsContent) -> int:
    return pages_of(len(content.rows), _per(canvas, ROW))


def _skill_page_of(canvas: Canvas, content: SkillsContent) -> int:
    at = next((place for place, row in enumerate(content.rows) if row.id == content.focus_id), 0)
    return at // _per(canvas, ROW)


def _paint_skills(canvas: Canvas, content: SkillsContent, page: int) -> None:
    top = canvas.title(content.title, content.note, "warn")
    per = _per(canvas, ROW)
    shown = content.rows[page * per : (page + 1) * per]
    for place, row in enumerate(shown):
        _paint_skill(canvas, row, top + place * ROW, focused=row.id == content.focus_id)
    _page_foot(canvas, content.page_word, page * per, len(shown), len(content.rows))


def _page_foot(canvas: Canvas, word: str, first: int, shown: int, total: int) -> None:
    where = word.format(first=first + 1, last=first + shown, total=total) if shown < total else ""
    canvas.footer("", where)


def _paint_skill(canvas: Canvas, row: SkillContent, y: float, *, focused: bool) -> None:
    if focused:
        canvas.focus(QRectF(0, y, canvas.width, ROW))
    right = canvas.right
    for badge, count in reversed(row.able):
        number = str(count)
        width = canvas.text_width(number, LIST, strong=True) + 10
        canvas.text(QRectF(right - width, y, width + 2, ROW), number, LIST, strong=True)
        left = right - width - 16 - canvas.text_width(badge[0], SMALLEST, strong=True) - 62 * 0.75
        left = min(left, right - width - 16 - 62 * 1.65)
        canvas.badge(left, y + ROW / 2, *badge)
        right = left - 34
    if row.word:
        width = canvas.text_width(row.word, SMALLEST, strong=True) + 10
        box = QRectF(right - width, y, width, ROW)
        canvas.text(box, row.word, SMALLEST, "warn" if row.risk else "text2", strong=True)
        right -= width + 24
    _two_lines(canvas, canvas.left, y, right - canvas.left - 20, row.title)
    canvas.rule(y + ROW - 2)


def _two_lines(canvas: Canvas, x: float, y: float, width: float, text: str, row: float = ROW) -> None:
    units = LIST if len(canvas.lines(text, width, LIST)) == 1 else SMALLEST
    lines = canvas.lines(text, width, units)
    if len(lines) > 2:
        lines = [lines[0], lines[1].rstrip(" ,.:;") + "…"]
    start = y + (row - len(lines) * units * 1.16) / 2
    for number, line in enumerate(lines):
        canvas.text(QRectF(x, start + number * units * 1.16, width + 6, units * 1.16), line, units)


@dataclass(frozen=True)
class ItemContent:
    """An item of the plan: title, kind, host, date and whether it is done."""

    id: str
    title: str
    caption: str
    host: Badge | None
    when: str
    done: bool


@dataclass(frozen=True)
class PlanContent:
    """The plan by kind."""

    title: str
    rows: tuple[ItemContent, ...]
    focus_id: str | None
    page_word: str


PLAN_ROW = 150.0


def _plan_content(given: SceneInput) -> PlanContent:
    _ = words = given.words
    view = training_view(given.engagement, given.context)

    def content(line: TrainingLine) -> ItemContent:
        item = line.training
        people = words.plural("{n} person", "{n} people", len(item.audience))
        when = words.date_short(item.date) if item.date else _("no date")
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


def _plan_pages(canvas: Canvas, content: PlanContent) -> int:
    return pages_of(len(content.rows), _per(canvas, PLAN_ROW))


def _plan_page_of(canvas: Canvas, content: PlanContent) -> int:
    at = next((place for place, row in enumerate(content.rows) if row.id == content.focus_id), 0)
    return at // _per(canvas, PLAN_ROW)


def _paint_plan(canvas: Canvas, content: PlanContent, page: int) -> None:
    top = canvas.title(content.title)
    per = _per(canvas, PLAN_ROW)
    shown = content.rows[page * per : (page + 1) * per]
    for place, row in enumerate(shown):
        _paint_item(canvas, row, top + place * PLAN_ROW, focused=row.id == content.focus_id)
    _page_foot(canvas, content.page_word, page * per, len(shown), len(content.rows))


def _paint_item(canvas: Canvas, row: ItemContent, y: float, *, focused: bool) -> None:
    if focused:
        canvas.focus(QRectF(0, y, canvas.width, PLAN_ROW))
    when = f"✓ {row.when}" if row.done else row.when
    width = canvas.text_width(when, SMALLEST, strong=True) + 10
    box = QRectF(canvas.right - width, y, width, 84)
    canvas.text(box, when, SMALLEST, "ok" if row.done else "text", strong=True, align=Qt.AlignmentFlag.AlignRight)
    x, room = canvas.left, canvas.right - canvas.left - width - 40
    units = LIST if len(canvas.lines(row.title, room, LIST, strong=True)) == 1 else SMALLEST
    lines = canvas.lines(row.title, room, units, strong=True)
    if len(lines) == 1:
        canvas.text(QRectF(x, y + 10, room + 6, 66), lines[0], units, strong=True)
        if row.host is not None:
            x = canvas.badge(x, y + 108, *row.host) + 16
        caption = canvas.lines(row.caption, canvas.right - x, SMALLEST)
        canvas.text(QRectF(x, y + 76, canvas.right - x + 6, 64), caption[0], SMALLEST, "text2")
    else:
        _two_lines(canvas, x, y, room, row.title, PLAN_ROW - 8)
    canvas.rule(y + PLAN_ROW - 2)


SCENES = (
    Scene(
        "training.skills",
        "training",
        N_("Skill matrix"),
        _skills_content,
        _paint_skills,
        _skill_pages,
        _skill_page_of,
        waiting=Waiting("rows", N_("Which work stops when one person falls ill?")),
    ),
    Scene(
        "training.plan",
        "training",
        N_("Training plan"),
        _plan_content,
        _paint_plan,
        _plan_pages,
        _plan_page_of,
        waiting=Waiting("rows", N_("Name two things you want to learn from the neighbours.")),
    ),
)
