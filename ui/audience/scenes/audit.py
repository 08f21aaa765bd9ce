"""What the room sees of the audit: lists or counters, the pair in question, the overlay, one activity."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, TITLE, Canvas, span_of, spans_of
from ui.audience.listing import spans_to_end, spread
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.answers import ANSWERS
from ui.audience.scenes.counters import Counter, paint_counters, per_page
from ui.audience.scenes.overlay import OVERLAY, Badge, RowContent, badges, row_content
from ui.audience.scenes.shared import first_page, one_page
from ui.widgets.paint import badge_width
from workshop_app.domain.finding_texts import QUESTIONS
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.voters import voters
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import DepartmentList, audit_view

LIST_GAP, HEAD, COUNTS, UNDER_HEAD, UNDER_LINE = 48.0, 80.0, 70.0, 32.0, 28.0


@frozen
class LineContent:
    """A function and its hours in words."""

    id: str
    text: str
    hours: str


@frozen
class ListContent:
    """A department's counters and its lines where they are open; ``blind``: the card while they are not."""

    badge: Badge
    count: str
    hours: str
    lines: tuple[LineContent, ...]
    blind: Counter | None = None

    @property
    def counts(self) -> str:
        """«36 functions, 288 h/wk»."""
        return f"{self.count}, {self.hours}"


@frozen
class CollectContent:
    """Both lists, or only counters while they are blind."""

    title: str
    lists: tuple[ListContent, ...]
    open: bool
    note: str
    focus_id: str | None


def _collect_content(given: SceneInput) -> CollectContent:
    _ = words = given.words
    view = audit_view(given.engagement, given.context)
    people = voters(given.engagement)
    number = cache(words.number)  # the same hours stand in many lines
    shown = []
    for badge, department in zip(badges(view.departments), view.lists, strict=True):
        if not given.focus.revealed:
            counter = _blind_counter(badge, department, people.get(department.department.id, 0), words)
            shown.append(ListContent(badge, "", "", (), counter))
            continue
        shown.append(
            ListContent(
                badge,
                words.plural("{n} function", "{n} functions", len(department.lines)),
                _("{hours} h/wk", hours=department.hours),
                tuple(LineContent(line.id, line.text, number(line.hours)) for line in department.lines),
            )
        )
    note = "" if given.focus.revealed else _("The lists open together, when all are ready")
    return CollectContent(_("What do we really do?"), tuple(shown), given.focus.revealed, note, given.focus.row_id)


def _blind_counter(badge: Badge, department: DepartmentList, people: int, words: Words) -> Counter:
    """How many functions there are, and from how many of its people."""
    count = len(department.lines)
    written = len({line.function.person_id for line in department.lines} - {None})
    said = ""
    if written and people:
        written = min(written, people)
        said = words.plural("{n} of {total} person", "{n} of {total} people", people, n=written, total=people)
    word = words.plural("function written down", "functions written down", count)
    return Counter(badge, words.number(count), word, written, people, said)


def _per_collect(canvas: Canvas, content: CollectContent) -> int:
    """How many lists stand side by side."""
    if not content.open:
        return per_page(canvas, len(content.lists))
    return max(1, min(3, len(content.lists), int((canvas.right - canvas.left + LIST_GAP) // 620)))


def _list_width(canvas: Canvas, content: CollectContent) -> float:
    per = _per_collect(canvas, content)
    return (canvas.right - canvas.left - LIST_GAP * (per - 1)) / per


def _head_height(canvas: Canvas, content: CollectContent) -> float:
    """Badge and counts in a line, or the counts under the badge where one of them is too long."""
    font = canvas.font(SMALLEST, strong=True)
    room = _list_width(canvas, content) - 24
    beside = all(
        badge_width(shown.badge.code, 62, font) + canvas.text_width(shown.counts, STATUS, strong=True) <= room
        for shown in content.lists
    )
    return HEAD if beside else HEAD + COUNTS


def _line_height(canvas: Canvas, content: CollectContent, line: LineContent) -> float:
    return canvas.paragraph_height(line.text, _list_width(canvas, content) - 110, LIST) + UNDER_LINE


def _list_spans(canvas: Canvas, content: CollectContent, shown: ListContent) -> list[tuple[int, int]]:
    """The pages of a list: while it is written its last one is full, while it is read its first."""

    def spans() -> list[tuple[int, int]]:
        room = canvas.bottom - canvas.title_height(content.title) - _head_height(canvas, content) - UNDER_HEAD
        texts = [line.text for line in shown.lines]
        heights = canvas.heights(texts, _list_width(canvas, content) - 110, LIST)
        cut = spans_to_end if content.focus_id is None else spans_of
        return cut([height + UNDER_LINE for height in heights], room)

    return canvas.once("spans", shown, spans)


def _collect_parts(canvas: Canvas, content: CollectContent) -> list[tuple[int, int]]:
    """Every page: the first of the lists side by side, and which part of each of them."""
    per = _per_collect(canvas, content)
    return [
        (first, part)
        for first in range(0, max(1, len(content.lists)), per)
        for part in range(
            max((len(_list_spans(canvas, content, shown)) for shown in content.lists[first : first + per]), default=1)
        )
    ]


def _collect_pages(canvas: Canvas, content: CollectContent) -> int:
    return len(_collect_parts(canvas, content))


def _collect_page_of(canvas: Canvas, content: CollectContent) -> int:
    """Where the line in question stands, else the newest lines."""
    parts, per = _collect_parts(canvas, content), _per_collect(canvas, content)
    for place, shown in enumerate(content.lists):
        at = next((row for row, line in enumerate(shown.lines) if line.id == content.focus_id), None)
        if at is not None:
            return parts.index((place - place % per, span_of(_list_spans(canvas, content, shown), at)))
    return max(page for page, (first, _part) in enumerate(parts) if first == 0) if content.open else 0


def _paint_collect(canvas: Canvas, content: CollectContent, page: int) -> None:
    top = canvas.title(content.title)
    parts = _collect_parts(canvas, content)
    first, part = parts[page]
    pages = f"{page + 1} / {len(parts)}" if len(parts) > 1 else ""
    if not content.open:
        shown_now = content.lists[first : first + _per_collect(canvas, content)]
        paint_counters(canvas, [shown.blind for shown in shown_now if shown.blind is not None], top, content.note)
        canvas.footer("", pages)
        return
    lists = content.lists[first : first + _per_collect(canvas, content)]
    parts_shown = [_part_of(canvas, content, shown, part) for shown in lists]
    begin = top + _head_height(canvas, content) + UNDER_HEAD
    common = _common_rows(canvas, content, parts_shown, canvas.bottom - begin)
    for place, (shown, lines) in enumerate(zip(lists, parts_shown, strict=True)):
        x = canvas.left + place * (_list_width(canvas, content) + LIST_GAP)
        y = _paint_counts(canvas, content, shown, x, top)
        _paint_lines(canvas, content, lines, x, y, common)
    canvas.footer(content.note, pages)


def _part_of(canvas: Canvas, content: CollectContent, shown: ListContent, part: int) -> Sequence[LineContent]:
    spans = _list_spans(canvas, content, shown)
    start, end = spans[min(part, len(spans) - 1)]
    return shown.lines[start:end]


def _common_rows(
    canvas: Canvas, content: CollectContent, parts: Sequence[Sequence[LineContent]], room: float
) -> list[float]:
    """Heights of rows that lists side by side share, where they fit: one looks across from row to row."""
    heights = [[_line_height(canvas, content, line) for line in lines] for lines in parts]
    shared = [max(row) for row in zip_longest(*heights, fillvalue=0.0)]
    return spread(shared, room) if sum(shared) <= room else []


def _paint_counts(canvas: Canvas, content: CollectContent, shown: ListContent, x: float, top: float) -> float:
    """Badge, counts and a rule; returns the y where the lines begin."""
    width, head = _list_width(canvas, content), _head_height(canvas, content)
    right = canvas.badge(x, top + 40, shown.badge.code, shown.badge.index)
    if head == HEAD:
        canvas.text(QRectF(right + 24, top, width - (right - x) - 20, HEAD), shown.counts, STATUS, strong=True)
    else:
        canvas.text(QRectF(x, top + HEAD, width + 4, COUNTS), shown.counts, STATUS, strong=True)
    outline = canvas.theme.department(shown.badge.index).outline
    canvas.painter.fillRect(QRectF(x, top + head + 12, width, 6), outline)
    return top + head + UNDER_HEAD


def _paint_lines(
    canvas: Canvas,
    content: CollectContent,
    lines: Sequence[LineContent],
    x: float,
    y: float,
    common: Sequence[float],
) -> None:
    width, heights = _list_width(canvas, content), [_line_height(canvas, content, line) for line in lines]
    wholes = common[: len(lines)] or spread(heights, canvas.bottom - y)
    for line, height, whole in zip(lines, heights, wholes, strict=True):
        box = QRectF(x, y, width, whole)
        if line.id == content.focus_id:
            canvas.painter.fillRect(box.adjusted(-20, 0, 20, 0), canvas.color("selected"))
        top = y + (whole - height) / 2 + 14
        canvas.paragraph(x, top, width - 110, line.text, LIST)
        hours = QRectF(x + width - 100, y, 100, whole)
        canvas.text(hours, line.hours, LIST, strong=True, align=Qt.AlignmentFlag.AlignRight)
        canvas.painter.fillRect(QRectF(x, box.bottom() - 2, width, 2), canvas.color("divider"))
        y = box.bottom()


@frozen
class PairContent:
    """Two lines side by side; empty texts while there is no pair."""

    title: str
    sides: tuple[tuple[Badge, str], ...]


def _pair_content(given: SceneInput) -> PairContent:
    _ = given.words
    view = audit_view(given.engagement, given.context)
    by_id = {line.id: line for shown in view.lists for line in shown.lines}
    order = {badge_id.id: badge for badge_id, badge in zip(view.departments, badges(view.departments), strict=True)}
    sides = []
    for line_id in (given.focus.row_id or "").split("+"):
        line = by_id.get(line_id)
        if line is not None and line.function.department_id in order:
            sides.append((order[line.function.department_id], line.text))
    return PairContent(_("Is this one and the same work?"), tuple(sides))


def _paint_pair(canvas: Canvas, content: PairContent, page: int) -> None:
    y = canvas.title(content.title) + 20
    width = canvas.right - canvas.left
    for badge, text in content.sides:
        height = canvas.paragraph_height(text, width - 80, SUMMARY, strong=True) + 150
        canvas.painter.setPen(Qt.PenStyle.NoPen)
        canvas.painter.setBrush(canvas.color("sunken"))
        canvas.painter.drawRoundedRect(QRectF(canvas.left, y, width, height), 20, 20)
        right = canvas.badge(canvas.left + 40, y + 60, badge.code, badge.index)
        canvas.text(QRectF(right + 24, y + 24, width * 0.7, 72), badge.name, SMALLEST, "text2")
        canvas.paragraph(canvas.left + 40, y + 112, width - 80, text, SUMMARY, strong=True)
        y += height + 36


@frozen
class OneContent:
    """One activity, large: finding, question, hours of each department."""

    row: RowContent | None
    badges: tuple[Badge, ...]
    hours: tuple[str, ...]
    question: str


def _one_content(given: SceneInput) -> OneContent:
    _ = words = given.words
    view = audit_view(given.engagement, given.context)
    row = view.row(given.focus.row_id)
    if row is None:
        return OneContent(None, badges(view.departments), (), "")
    question = QUESTIONS.get(row.finding.primary)
    return OneContent(
        row_content(row, view.departments, words),
        badges(view.departments),
        tuple(
            _("{hours} h/wk", hours=words.number(row.hours[d.id])) if d.id in row.hours else "—"
            for d in view.departments
        ),
        words(question) if question else "",
    )


ANSWER_ROW, ABOVE_QUESTION, CHIP = 96.0, 50.0, 130.0


def _one_top(canvas: Canvas, row: RowContent) -> float:
    return 90 + canvas.paragraph_height(row.title, canvas.right - canvas.left, TITLE, strong=True)


def _one_spans(canvas: Canvas, content: OneContent) -> list[tuple[int, int]]:
    """Finding, answers and question as rows of pages under the title."""
    if content.row is None:
        return [(0, 0)]
    heights = [CHIP, *[ANSWER_ROW] * len(content.badges)]
    if content.question:
        width = canvas.right - canvas.left
        heights.append(canvas.paragraph_height(content.question, width, SUMMARY, strong=True) + ABOVE_QUESTION)
    return spans_of(heights, canvas.bottom - _one_top(canvas, content.row))


def _one_pages(canvas: Canvas, content: OneContent) -> int:
    return len(_one_spans(canvas, content))


def _paint_one(canvas: Canvas, content: OneContent, page: int) -> None:
    row = content.row
    if row is None:
        return
    width = canvas.right - canvas.left
    y = canvas.paragraph(canvas.left, 60, width, row.title, TITLE, strong=True) + 30
    spans = _one_spans(canvas, content)
    for place in range(*spans[page]):
        if place == 0:
            canvas.chip(canvas.left, y + 40, row.code, row.label)
            y += CHIP
        elif place <= len(content.badges):
            _paint_answer(canvas, content, place - 1, y)
            y += ANSWER_ROW
        else:
            canvas.paragraph(canvas.left, y + ABOVE_QUESTION, width, content.question, SUMMARY, "accent", strong=True)
    canvas.footer("", f"{page + 1} / {len(spans)}" if len(spans) > 1 else "")


def _paint_answer(canvas: Canvas, content: OneContent, place: int, y: float) -> None:
    """What a department says, and its hours."""
    badge, hours = content.badges[place], content.hours[place]
    cell = content.row.answers[place] if content.row else None
    right = canvas.badge(canvas.left, y + 44, badge.code, badge.index)
    x = canvas.left + 260 if right < canvas.left + 250 else right + 24
    if cell is not None and cell.marks:
        for other in content.badges:
            x = canvas.mark(x, y + 44, other.index, filled=other.index in cell.named)
    canvas.text(QRectF(x + 8, y + 8, 420, 72), cell.word if cell else "", STATUS)
    canvas.text(QRectF(canvas.right - 420, y + 8, 420, 72), hours, STATUS, align=Qt.AlignmentFlag.AlignRight)


SCENES = (
    Scene(
        "audit.collect",
        "audit",
        N_("Collecting"),
        _collect_content,
        _paint_collect,
        _collect_pages,
        _collect_page_of,
        waiting=Waiting("lists", N_("Everything you do every week: write it down, each department for itself.")),
    ),
    Scene(
        "audit.match",
        "audit",
        N_("Matching"),
        _pair_content,
        _paint_pair,
        one_page,
        first_page,
        waiting=Waiting("sides", N_("Soon we look at lines of different departments that sound alike.")),
    ),
    OVERLAY,
    ANSWERS,
    Scene("audit.one", "audit", N_("One activity"), _one_content, _paint_one, _one_pages, first_page),
)
