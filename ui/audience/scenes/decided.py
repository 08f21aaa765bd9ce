"""What was decided: counts, and every decision with its owner, a few at a time (SCREENS 46)."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from ui.audience.canvas import LIST, SMALLEST, TITLE, Canvas
from ui.audience.listing import Listing, pages_in, pieces
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import badge_width
from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import ActionStatus, Activity, Decision, DecisionType, Note, NoteKind
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

GAP, BADGE, AIR = 24.0, 62.0, 40.0
LEAST_ROW = 124.0


@frozen
class DecidedRow:
    """An activity, what was decided in words, and the departments that own it (code, place)."""

    title: str
    text: str
    badges: tuple[tuple[str, int], ...]


@frozen
class DecidedContent:
    """Counts (number, word), the decisions, what was put off, and how a page is named."""

    title: str
    counts: tuple[tuple[str, str], ...]
    rows: tuple[DecidedRow, ...]
    deferred: str
    page_word: str
    empty: str


def _content(given: SceneInput) -> DecidedContent:
    _ = words = given.words
    engagement = given.engagement
    held = current_decisions(engagement)
    made = [(a, held[a.id]) for a in engagement.activities if a.id in held and not is_deferred(held[a.id])]
    waiting = sum(is_deferred(decision) for decision in held.values())
    actions = sum(action.status is not ActionStatus.CANCELLED for action in engagement.actions)
    plural = words.plural
    noted = [note for note in engagement.notes if note.kind is NoteKind.DECISION]
    taken = len(made) + len(noted)
    counts = (
        (taken, plural("decision taken", "decisions taken", taken)),
        (len(engagement.goals), plural("common goal", "common goals", len(engagement.goals))),
        (actions, plural("action", "actions", actions)),
        (len(engagement.handoffs), plural("handover", "handovers", len(engagement.handoffs))),
    )
    return DecidedContent(
        _("What we have decided"),
        tuple((words.number(number), word) for number, word in counts),
        (
            *(_row(activity, decision, engagement, words) for activity, decision in made),
            *(_noted(note, words) for note in noted),
        ),
        plural("{n} decision is put off", "{n} decisions are put off", waiting) if waiting else "",
        _("{first}–{last} of {total}"),
        _("The decisions will stand here."),
    )


def _noted(note: Note, words: Words) -> DecidedRow:
    """A decision of the quick line: the step it was taken in, and its words."""
    step = next((step for step in STEPS if step.id == note.step), None)
    return DecidedRow(words(step.title) if step else "", note.text, ())


def _row(activity: Activity, decision: Decision, engagement: Engagement, words: Words) -> DecidedRow:
    _ = words
    plain = {
        DecisionType.ASSIGN: _("one owner"),
        DecisionType.SPLIT: _("shared by a rule"),
        DecisionType.JOINT: _("together, each a part"),
        DecisionType.STOP: _("we stop doing it"),
    }
    shared = decision.type in (DecisionType.SPLIT, DecisionType.JOINT)
    text = (shared and decision.split_rule) or plain.get(decision.type, "")
    owners = set(decision.confirmed_by) if shared else {decision.owner_department_id}
    if decision.type is DecisionType.STOP:
        owners = set()
    badges = tuple((d.short, place) for place, d in enumerate(engagement.departments) if d.id in owners)
    return DecidedRow(activity.title, f"{text[:1].upper()}{text[1:]}", badges)


def _badges_width(canvas: Canvas, row: DecidedRow) -> float:
    font = canvas.font(SMALLEST, strong=True)
    return sum(badge_width(code, BADGE, font) + 12 for code, _place in row.badges)


def _room(canvas: Canvas, content: DecidedContent) -> float:
    """The width left of the badges."""
    badges = max((_badges_width(canvas, row) for row in content.rows), default=0.0)
    return canvas.right - canvas.left - badges - GAP


def _columns(canvas: Canvas, content: DecidedContent) -> tuple[float, float]:
    """Widths of title and text side by side; the text is 0 where it stands under the title: long rules are shorter."""
    room = _room(canvas, content)
    beside = (room * 0.4 - GAP, room * 0.6)
    if room < 1250:
        return room, 0.0
    side = sum(_height(canvas, row, beside) for row in content.rows)
    under = sum(_height(canvas, row, (room, 0.0)) for row in content.rows)
    return (room, 0.0) if under < side else beside


def _height(canvas: Canvas, row: DecidedRow, columns: tuple[float, float]) -> float:
    title, text = columns
    high = _title_height(canvas, row, title)
    under = canvas.paragraph_height(row.text, text or canvas.right - canvas.left, LIST)
    return max(LEAST_ROW, (max(high, under) if text else high + under) + AIR)


def _title_height(canvas: Canvas, row: DecidedRow, width: float) -> float:
    return canvas.paragraph_height(row.title, width, LIST, strong=True) if row.title else 0.0


def _rows(canvas: Canvas, content: DecidedContent) -> list[DecidedRow]:
    """The decisions; a text under its title that no page holds whole goes on in rows without title and badges."""
    title, beside = _columns(canvas, content)
    if beside:
        return list(content.rows)
    rows = []
    for row in content.rows:
        room = canvas.bottom - _top(canvas, content) - _title_height(canvas, row, title) - AIR
        first, *rest = pieces(canvas, row.text, canvas.right - canvas.left, LIST, room)
        rows += [DecidedRow(row.title, first, row.badges), *(DecidedRow("", piece, ()) for piece in rest)]
    return rows


def _top(canvas: Canvas, content: DecidedContent) -> float:
    title = canvas.paragraph_height(content.title, canvas.right - canvas.left, TITLE, strong=True)
    return 52 + title + 24 + 92 * _count_lines(canvas, content)


def _count_lines(canvas: Canvas, content: DecidedContent) -> int:
    widths = [_count_width(canvas, *count) for count in content.counts]
    return 1 if sum(widths) + 40 * (len(widths) - 1) <= canvas.right - canvas.left else 2


def _count_width(canvas: Canvas, number: str, word: str) -> float:
    return canvas.text_width(number, TITLE, strong=True) + 22 + canvas.text_width(word, LIST)


def _listing(canvas: Canvas, content: DecidedContent) -> Listing:
    columns = _columns(canvas, content)
    heights = [_height(canvas, row, columns) for row in _rows(canvas, content)]
    return Listing(canvas, heights, _top(canvas, content))


def _paint(canvas: Canvas, content: DecidedContent, page: int) -> None:
    y = canvas.title(content.title)
    _paint_counts(canvas, content, y)
    y = _top(canvas, content)
    canvas.rule(y - 2)
    if not content.rows:
        canvas.paragraph(canvas.left, y + 40, canvas.right - canvas.left, content.empty, LIST, "text2")
    listing, rows = _listing(canvas, content), _rows(canvas, content)
    for place, box in listing.rows(page):
        _paint_row(canvas, content, rows[place], box.top(), box.height())
    canvas.footer(content.deferred, listing.where(page, content.page_word, len(content.rows)))


def _paint_counts(canvas: Canvas, content: DecidedContent, y: float) -> None:
    per = len(content.counts) // _count_lines(canvas, content)
    column = (canvas.right - canvas.left) / per
    widths = [_count_width(canvas, *count) for count in content.counts]
    spare = (canvas.right - canvas.left - sum(widths)) / max(1, len(widths) - 1)
    x = canvas.left
    for place, (number, word) in enumerate(content.counts):
        if per < len(content.counts):
            x, top = canvas.left + place % per * column, y + place // per * 92
        else:
            top = y
        wide = canvas.text_width(number, TITLE, strong=True)
        canvas.text(QRectF(x, top - 10, wide + 4, 92), number, TITLE, "accent", strong=True)
        canvas.text(QRectF(x + wide + 22, top - 2, widths[place] - wide, 92), word, LIST, "text2")
        x += widths[place] + spare


def _paint_row(canvas: Canvas, content: DecidedContent, row: DecidedRow, y: float, height: float) -> None:
    title, text = _columns(canvas, content)
    high = _title_height(canvas, row, title)
    middle = y + height / 2
    if text:
        under = canvas.paragraph_height(row.text, text, LIST)
        canvas.paragraph(canvas.left, middle - high / 2, title, row.title, LIST, strong=True)
        canvas.paragraph(canvas.left + title + GAP, middle - under / 2, text, row.text, LIST)
    else:
        middle = y + 20 + max(high, BADGE) / 2
        canvas.paragraph(canvas.left, y + 20, title, row.title, LIST, strong=True)
        canvas.paragraph(canvas.left, y + 20 + high, canvas.right - canvas.left, row.text, LIST)
    x = canvas.right - _badges_width(canvas, row) + 12
    for code, place in row.badges:
        x = canvas.badge(x, middle, code, place, BADGE) + 12


DECIDED = Scene("decided", None, N_("What we have decided"), _content, _paint, pages_in(_listing), first_page)
