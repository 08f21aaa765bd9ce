"""What the room sees of the roles: the matrix by five columns, and one person's role once it is shown on purpose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter

from ui.audience.canvas import LIST, SMALLEST, STATUS, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.role_card import CARD
from ui.widgets.paint import paint_tile
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.places import places_of
from workshop_app.domain.raci import WORDS
from workshop_app.domain.short_names import surname, surnames_apart
from workshop_app.steps.roles.columns import MatrixColumn, cell_of, columns_by_person, columns_by_position
from workshop_app.steps.roles.view import ActivityRow, roles_view
from workshop_app.typesetting import in_pieces

COLUMNS, FEWEST_COLUMNS, LEAST_COLUMN = 5, 3, 300.0
"""People on a page at most, and at least where each has so many units: longer names are cut then."""
ROW, TILE, STEP = 124.0, 78.0, 1.16
LEGEND_TILE, LEGEND_ROW, LOW = 62.0, 76.0, 900.0
QUESTIONS = (
    ("RACI-14", N_("Who does it, who answers for it?")),
    ("RACI-01", N_("Who answers for the result?")),
    ("RACI-02", N_("If two, then nobody. Which one?")),
    ("RACI-03", N_("Who does it?")),
)


@frozen
class HeadContent:
    """A column: the department's code and place (−1 = none), the surname or position."""

    code: str
    place: int
    title: str
    begins: bool


@frozen
class MatrixRowContent:
    """A row: title, what to ask about it, letters by column."""

    id: str
    title: str
    question: str
    letters: tuple[str, ...]


@frozen
class MatrixContent:
    """The rows and columns in order, the current row and column."""

    title: str
    heads: tuple[HeadContent, ...]
    rows: tuple[MatrixRowContent, ...]
    focus_row: str | None
    focus_column: int
    legend: tuple[tuple[str, str], ...]
    page_words: str
    column_words: str


def _matrix_content(given: SceneInput) -> MatrixContent:
    _ = given.words
    view = roles_view(given.engagement, given.context)
    folded = given.focus.option("fold") == "position"
    columns = columns_by_position(view.columns) if folded else columns_by_person(view.columns)
    columns = tuple(column for column in columns if any(person.load.letters for person in column.people)) or columns
    places = places_of(view.departments)
    names = surnames_apart(column.people[0].person.name for column in columns if not column.folded)
    person = given.focus.option("person")
    focus = next((at for at, column in enumerate(columns) if any(p.id == person for p in column.people)), 0)
    return MatrixContent(
        title=_("Who answers for what?"),
        heads=tuple(_head(column, places, names, columns[at - 1] if at else None) for at, column in enumerate(columns)),
        rows=tuple(_row(row, columns, given) for row in view.rows if not row.stopped),
        focus_row=given.focus.row_id,
        focus_column=focus,
        legend=tuple((letter, _(word)) for letter, word in WORDS),
        page_words=_("{first}–{last} of {total}"),
        column_words=_("columns {first}–{last} of {total}"),
    )


def _head(
    column: MatrixColumn, places: dict[str, int], names: Mapping[str, str], before: MatrixColumn | None
) -> HeadContent:
    department, name = column.department, column.people[0].person.name
    title = column.position if column.folded and column.position else names.get(name, surname(name))
    return HeadContent(
        code=department.short if department else "",
        place=places.get(column.department_id, -1),
        title=title,
        begins=before is not None and before.department_id != column.department_id,
    )


def _row(row: ActivityRow, columns: tuple[MatrixColumn, ...], given: SceneInput) -> MatrixRowContent:
    question = next((text for rule, text in QUESTIONS if rule in row.rules), "")
    return MatrixRowContent(row.id, row.activity.title, given.words(question) if question else "", _marks(row, columns))


def _marks(row: ActivityRow, columns: tuple[MatrixColumn, ...]) -> tuple[str, ...]:
    """Letters by column; thousands of cells, most of them empty."""
    if any(column.folded for column in columns):
        return tuple(cell_of(row, column).letters.marks for column in columns)
    letters = row.letters
    return tuple(letters[column.id].marks if column.id in letters else "" for column in columns)


class Texts(NamedTuple):
    """All that the layout depends on: letters and focus do not move anything."""

    title: str
    note: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    legend: tuple[str, ...]


@frozen
class RowLayout:
    """A row's place in the list, its lines (and whether each asks), its height."""

    place: int
    lines: tuple[tuple[str, bool], ...]
    height: float


@frozen
class Layout:
    """Widths, the y of heads and rows, how many columns to a page, the rows by page."""

    title_width: float
    column_width: float
    columns: int
    heads_top: float
    top: float
    pages: tuple[tuple[RowLayout, ...], ...]


def _where(content: MatrixContent, rows: range, columns: range) -> str:
    """What part of the matrix is shown, in words; empty when all of it is."""
    parts = ((content.page_words, rows, len(content.rows)), (content.column_words, columns, len(content.heads)))
    return ", ".join(
        words.format(first=shown.start + 1, last=shown.stop, total=total)
        for words, shown, total in parts
        if len(shown) < total
    )


def _layout(canvas: Canvas, content: MatrixContent) -> Layout:
    note = _where(content, range(9, 10), range(9, 10))
    heads = tuple(head.title for head in content.heads)
    rows = tuple((row.title, row.question) for row in content.rows)
    texts = Texts(content.title, note, heads, rows, tuple(word for _letter, word in content.legend))
    return _measured(texts, canvas.width, canvas.height)


@lru_cache(maxsize=8)
def _measured(texts: Texts, width: float, height: float) -> Layout:
    """The layout on a canvas of this size in units; titles get more of a narrow one where a row would be too high."""
    canvas = Canvas(QPainter(), QSizeF(1920, 1080))
    canvas.width, canvas.height = width, height
    shares = (0.32,) if width > 1500 else (0.42, 0.5, 0.58)
    for share in shares:
        layout, fits = _laid_out(canvas, texts, share)
        if fits:
            break
    return layout


def _laid_out(canvas: Canvas, texts: Texts, share: float) -> tuple[Layout, bool]:
    """Titles in this share of the width; whether every row fits a page."""
    room = canvas.right - canvas.left
    title_width = room * share
    columns = _fitting_columns(canvas, texts.heads, room - title_width)
    column_width = (room - title_width) / columns
    heads_top = _heads_top(canvas, texts, room)
    lines = max((len(_head_lines(canvas, head, column_width)) for head in texts.heads), default=1)
    top = heads_top + 76 + lines * SMALLEST * STEP + 14
    room_below = canvas.bottom - 10 - top - LEGEND_ROW * (len(_legend_rows(canvas, texts.legend)) - 1)
    rows = [_row_layout(canvas, place, texts.rows[place], title_width - 30) for place in range(len(texts.rows))]
    layout = Layout(title_width, column_width, columns, heads_top, top, _paged(rows, room_below))
    return layout, all(row.height <= room_below for row in rows)


def _fitting_columns(canvas: Canvas, heads: tuple[str, ...], room: float) -> int:
    """At most five, fewer where a name would not fit its column; no name however long leaves less than three."""
    words = {word for head in heads for word in head.split()}
    widest = max((canvas.text_width(word, SMALLEST) for word in words), default=0.0)
    least = min(FEWEST_COLUMNS, int(room // LEAST_COLUMN))
    return max(1, least, min(COLUMNS, int(room // (widest + 8))))


def _head_lines(canvas: Canvas, head: str, width: float) -> list[str]:
    """A name in the lines of its column; a word that is too long for it in pieces."""

    def width_of(text: str) -> float:
        return canvas.text_width(text, SMALLEST)

    if all(width_of(word) <= width for word in head.split()):
        return canvas.lines(head, width, SMALLEST)
    return [piece for word in head.split() for piece in in_pieces(word, width_of, width - 8)]


def _heads_top(canvas: Canvas, texts: Texts, room: float) -> float:
    """Below the title and, where it stands under it, the count; enlarged type leaves the title out."""
    if canvas.height < LOW:
        return 16.0
    beside = canvas.text_width(texts.title, TITLE, strong=True) + canvas.text_width(texts.note, STATUS, strong=True)
    height = canvas.paragraph_height(texts.title, room, TITLE, strong=True)
    return 52 + height + 10 + (0 if beside + 60 < room else 74)


def _row_layout(canvas: Canvas, place: int, texts: tuple[str, str], width: float) -> RowLayout:
    title, question = texts
    asked = canvas.lines(question, width, LIST, strong=True) if question else []
    shown = tuple((line, False) for line in canvas.lines(title, width, LIST, strong=True))
    shown += tuple((line, True) for line in asked)
    return RowLayout(place, shown, max(ROW, len(shown) * LIST * STEP + 16))


def _paged(rows: list[RowLayout], room: float) -> tuple[tuple[RowLayout, ...], ...]:
    """As many rows to a page as fit, never less than one."""
    pages: list[list[RowLayout]] = [[]]
    left = room
    for row in rows:
        if pages[-1] and row.height > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= row.height
    return tuple(tuple(page) for page in pages)


def _matrix_pages(canvas: Canvas, content: MatrixContent) -> int:
    layout = _layout(canvas, content)
    return pages_of(len(content.heads), layout.columns) * len(layout.pages)


def _matrix_page_of(canvas: Canvas, content: MatrixContent) -> int:
    layout = _layout(canvas, content)
    at = next((at for at, row in enumerate(content.rows) if row.id == content.focus_row), 0)
    down = next((down for down, rows in enumerate(layout.pages) if any(row.place == at for row in rows)), 0)
    return down * pages_of(len(content.heads), layout.columns) + content.focus_column // layout.columns


def _paint_matrix(canvas: Canvas, content: MatrixContent, page: int) -> None:
    layout = _layout(canvas, content)
    down, right = divmod(page, pages_of(len(content.heads), layout.columns))
    rows, first = layout.pages[down], right * layout.columns
    columns = range(first, min(len(content.heads), first + layout.columns))
    start = rows[0].place if rows else 0
    where = _where(content, range(start, start + len(rows)), columns)
    if canvas.height >= LOW:
        canvas.title(content.title, where)
    else:
        canvas.paragraph(canvas.left, layout.heads_top, layout.title_width - 30, where, SMALLEST, "text2")
    _paint_heads(canvas, content, layout, columns)
    y = layout.top
    for row in rows:
        _paint_row(canvas, content, layout, row, columns, y)
        y += row.height
    _paint_rules(canvas, content, layout, columns, y)
    _paint_legend(canvas, content)


def _left(canvas: Canvas, layout: Layout, at: int) -> float:
    return canvas.left + layout.title_width + at * layout.column_width


def _paint_heads(canvas: Canvas, content: MatrixContent, layout: Layout, columns: range) -> None:
    top, width = layout.top, layout.column_width
    for at, column in enumerate(columns):
        head, x = content.heads[column], _left(canvas, layout, at)
        lines = _head_lines(canvas, head.title, width)
        y = top - 14 - len(lines) * SMALLEST * STEP
        for place, line in enumerate(lines):
            box = QRectF(x, y + place * SMALLEST * STEP, width, SMALLEST * STEP)
            canvas.text(box, line, SMALLEST, align=Qt.AlignmentFlag.AlignHCenter)
    _paint_departments(canvas, content, layout, columns)
    canvas.rule(top - 3, "border", 3)


def _paint_departments(canvas: Canvas, content: MatrixContent, layout: Layout, columns: range) -> None:
    """A badge over the columns of each department on the page."""
    groups: list[list[int]] = []
    for at, column in enumerate(columns):
        if groups and not content.heads[column].begins:
            groups[-1].append(at)
        else:
            groups.append([at])
    for group in groups:
        head = content.heads[columns[group[0]]]
        if head.place >= 0:
            half = max(51.0, canvas.text_width(head.code, SMALLEST, strong=True) / 2 + 23)
            middle = _left(canvas, layout, group[0]) + len(group) * layout.column_width / 2
            canvas.badge(middle - half, layout.heads_top + 38, head.code, head.place)


def _paint_rules(canvas: Canvas, content: MatrixContent, layout: Layout, columns: range, bottom: float) -> None:
    """A heavy line where another department begins."""
    for at, column in enumerate(columns):
        if at and content.heads[column].begins:
            line = QRectF(_left(canvas, layout, at), layout.heads_top, 3, bottom - layout.heads_top)
            canvas.painter.fillRect(line, canvas.color("border_strong"))


def _paint_row(
    canvas: Canvas, content: MatrixContent, layout: Layout, shown: RowLayout, columns: range, y: float
) -> None:
    row = content.rows[shown.place]
    strong = row.id == content.focus_row
    if strong:
        canvas.focus(QRectF(0, y, canvas.width, shown.height))
    start = y + (shown.height - len(shown.lines) * LIST * STEP) / 2
    for place, (line, asks) in enumerate(shown.lines):
        box = QRectF(canvas.left, start + place * LIST * STEP, layout.title_width, LIST * STEP)
        canvas.text(box, line, LIST, "err" if asks else "text", strong=strong or asks)
    for at, column in enumerate(columns):
        x = _left(canvas, layout, at) + layout.column_width / 2
        _tile(canvas, x, y + shown.height / 2, row.letters[column])
    canvas.rule(y + shown.height - 2)


def _tile(canvas: Canvas, x: float, y: float, letters: str, size: float = TILE) -> None:
    if not letters:
        return
    width = size * 2.06 if len(letters) > 1 else size
    rect = QRectF(x - width / 2, y - size / 2, width, size)
    font = canvas.font(SMALLEST + 2, strong=True)
    paint_tile(canvas.painter, rect, letters, canvas.theme, font)
    canvas.note_text(letters, rect, int(Qt.AlignmentFlag.AlignCenter), font)


def _legend_rows(canvas: Canvas, words: tuple[str, ...]) -> list[range]:
    """The words of the letters in one row, or two where the room is narrow or the type enlarged."""
    wide = sum(canvas.text_width(word, SMALLEST) + LEGEND_TILE + 18 for word in words) + 20 * (len(words) - 1)
    half = -(-len(words) // 2)
    return [range(len(words))] if wide <= canvas.right - canvas.left else [range(half), range(half, len(words))]


def _paint_legend(canvas: Canvas, content: MatrixContent) -> None:
    rows = _legend_rows(canvas, tuple(word for _letter, word in content.legend))
    for up, row in enumerate(reversed(rows)):
        _paint_legend_row(canvas, [content.legend[place] for place in row], canvas.height - 90 - up * LEGEND_ROW)


def _paint_legend_row(canvas: Canvas, legend: list[tuple[str, str]], y: float) -> None:
    size = LEGEND_TILE
    widths = [canvas.text_width(word, SMALLEST) for _letter, word in legend]
    gap = (canvas.right - canvas.left - sum(widths) - len(widths) * (size + 18)) / max(1, len(widths) - 1)
    x = canvas.left
    for (letter, word), width in zip(legend, widths, strict=True):
        _tile(canvas, x + size / 2, y, letter, size)
        canvas.text(QRectF(x + size + 18, y - 34, width + 4, 68), word, SMALLEST, "text2")
        x += size + 18 + width + max(20.0, min(gap, 90.0))


SCENES = (
    Scene(
        "roles.matrix",
        "roles",
        N_("Roles: matrix"),
        _matrix_content,
        _paint_matrix,
        _matrix_pages,
        _matrix_page_of,
        waiting=Waiting("rows", N_("One accountable person in every row.")),
    ),
    CARD,
)
