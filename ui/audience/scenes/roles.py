"""What the room sees of the roles: the matrix by five columns, and one person's role once it is shown on purpose."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.role_card import CARD
from ui.widgets.paint import paint_tile
from workshop_app.domain.message import N_
from workshop_app.domain.raci import WORDS
from workshop_app.steps.roles import roles_view
from workshop_app.steps.roles.columns import MatrixColumn, cell_of, columns_by_person, columns_by_position
from workshop_app.steps.roles.names import surname
from workshop_app.steps.roles.view import ActivityRow

COLUMNS = 5
ROW, TILE, STEP = 124.0, 78.0, 1.16
QUESTIONS = (
    ("RACI-14", N_("Who does it, who answers for it?")),
    ("RACI-01", N_("Who answers for the result?")),
    ("RACI-02", N_("If two, then nobody. Which one?")),
    ("RACI-03", N_("Who does it?")),
)


@dataclass(frozen=True)
class HeadContent:
    """A column: the department's code and place (−1 = none), the surname or position."""

    code: str
    place: int
    title: str
    begins: bool


@dataclass(frozen=True)
class MatrixRowContent:
    """A row: title, what to ask about it, letters by column."""

    id: str
    title: str
    question: str
    letters: tuple[str, ...]


@dataclass(frozen=True)
class MatrixContent:
    """The rows and columns in order, the current row and column."""

    title: str
    heads: tuple[HeadContent, ...]
    rows: tuple[MatrixRowContent, ...]
    focus_row: str | None
    focus_column: int
    legend: tuple[tuple[str, str], ...]
    page_words: str


def _matrix_content(given: SceneInput) -> MatrixContent:
    _ = given.words
    view = roles_view(given.engagement, given.context)
    folded = given.focus.option("fold") == "position"
    columns = columns_by_position(view.columns) if folded else columns_by_person(view.columns)
    columns = tuple(column for column in columns if any(person.load.letters for person in column.people)) or columns
    places = {department.id: place for place, department in enumerate(view.departments)}
    person = given.focus.option("person")
    focus = next((at for at, column in enumerate(columns) if any(p.id == person for p in column.people)), 0)
    return MatrixContent(
        title=_("Who answers for what?"),
        heads=tuple(_head(column, places, columns[at - 1] if at else None) for at, column in enumerate(columns)),
        rows=tuple(_row(row, columns, given) for row in view.rows if not row.stopped),
        focus_row=given.focus.row_id,
        focus_column=focus,
        legend=tuple((letter, _(word)) for letter, word in WORDS),
        page_words=_("{first}–{last} of {total}"),
    )


def _head(column: MatrixColumn, places: dict[str, int], before: MatrixColumn | None) -> HeadContent:
    department = column.department
    title = column.position if column.folded and column.position else surname(column.people[0].person.name)
    return HeadContent(
        code=department.short if department else "",
        place=places.get(column.department_id, -1),
        title=title,
        begins=before is not None and before.department_id != column.department_id,
    )


def _row(row: ActivityRow, columns: tuple[MatrixColumn, ...], given: SceneInput) -> MatrixRowContent:
    question = next((text for rule, text in QUESTIONS if rule in row.rules), "")
    return MatrixRowContent(
        row.id,
        row.activity.title,
        given.words(question) if question else "",
        tuple(cell_of(row, column).letters.marks for column in columns),
    )


Rows = list[list[MatrixRowContent]]


def _title_width(canvas: Canvas) -> float:
    return (canvas.right - canvas.left) * (0.32 if canvas.width > 1500 else 0.42)


def _shown_columns(canvas: Canvas, content: MatrixContent) -> int:
    """At most five, fewer where a name would not fit its column."""
    words = (word for head in content.heads for word in head.title.split())
    widest = max((canvas.text_width(word, SMALLEST) for word in words), default=0.0)
    room = canvas.right - canvas.left - _title_width(canvas)
    return max(1, min(COLUMNS, int(room // (widest + 8))))


def _head_lines(canvas: Canvas, content: MatrixContent) -> int:
    width = _column_width(canvas, content)
    return max((len(canvas.lines(head.title, width, SMALLEST)) for head in content.heads), default=1)


def _column_width(canvas: Canvas, content: MatrixContent) -> float:
    return (canvas.right - canvas.left - _title_width(canvas)) / _shown_columns(canvas, content)


def _heads_top(canvas: Canvas, content: MatrixContent) -> float:
    """Below the title and, where it stands under it, the count."""
    note = content.page_words.format(first=10, last=10, total=len(content.rows))
    room = canvas.right - canvas.left
    beside = canvas.text_width(content.title, TITLE, strong=True) + canvas.text_width(note, STATUS, strong=True) + 60
    height = canvas.paragraph_height(content.title, room, TITLE, strong=True)
    return 52 + height + 10 + (0 if beside < room else 74)


def _top(canvas: Canvas, content: MatrixContent) -> float:
    return _heads_top(canvas, content) + 76 + _head_lines(canvas, content) * SMALLEST * 1.16 + 14


def _title_lines(canvas: Canvas, row: MatrixRowContent) -> list[tuple[str, bool]]:
    """The lines of a row's title and of its question."""
    width = _title_width(canvas) - 30
    lines = [(line, False) for line in canvas.lines(row.title, width, LIST, strong=True)]
    question = canvas.lines(row.question, width, LIST, strong=True) if row.question else []
    return lines + [(line, True) for line in question]


def _height(canvas: Canvas, row: MatrixRowContent) -> float:
    return max(ROW, len(_title_lines(canvas, row)) * LIST * STEP + 16)


def _row_pages(canvas: Canvas, content: MatrixContent) -> Rows:
    """The rows by page: as many as fit, never less than one."""
    pages: Rows = [[]]
    room = left = canvas.bottom - 10 - _top(canvas, content)
    for row in content.rows:
        height = _height(canvas, row)
        if pages[-1] and height > left:
            pages.append([])
            left = room
        pages[-1].append(row)
        left -= height
    return pages


def _across(canvas: Canvas, content: MatrixContent) -> int:
    return pages_of(len(content.heads), _shown_columns(canvas, content))


def _matrix_pages(canvas: Canvas, content: MatrixContent) -> int:
    return _across(canvas, content) * len(_row_pages(canvas, content))


def _matrix_page_of(canvas: Canvas, content: MatrixContent) -> int:
    pages = _row_pages(canvas, content)
    down = next((at for at, rows in enumerate(pages) if any(row.id == content.focus_row for row in rows)), 0)
    return down * _across(canvas, content) + content.focus_column // _shown_columns(canvas, content)


def _paint_matrix(canvas: Canvas, content: MatrixContent, page: int) -> None:
    pages, shown = _row_pages(canvas, content), _shown_columns(canvas, content)
    down, right = divmod(page, _across(canvas, content))
    rows, columns = pages[down], range(right * shown, min(len(content.heads), (right + 1) * shown))
    before = sum(len(other) for other in pages[:down])
    where = content.page_words.format(first=before + 1, last=before + len(rows), total=len(content.rows))
    canvas.title(content.title, where if len(pages) > 1 else "")
    y = _top(canvas, content)
    _paint_heads(canvas, content, columns)
    for row in rows:
        _paint_row(canvas, content, row, columns, y)
        y += _height(canvas, row)
    _paint_rules(canvas, content, columns, y)
    _paint_legend(canvas, content)


def _left(canvas: Canvas, content: MatrixContent, at: int) -> float:
    return canvas.left + _title_width(canvas) + at * _column_width(canvas, content)


def _paint_heads(canvas: Canvas, content: MatrixContent, columns: range) -> None:
    top, width = _top(canvas, content), _column_width(canvas, content)
    for at, column in enumerate(columns):
        head, x = content.heads[column], _left(canvas, content, at)
        lines = canvas.lines(head.title, width, SMALLEST)
        y = top - 14 - len(lines) * SMALLEST * 1.16
        for place, line in enumerate(lines):
            box = QRectF(x, y + place * SMALLEST * 1.16, width, SMALLEST * 1.16)
            canvas.text(box, line, SMALLEST, align=Qt.AlignmentFlag.AlignHCenter)
        if head.place >= 0:
            half = max(51.0, canvas.text_width(head.code, SMALLEST, strong=True) / 2 + 23)
            canvas.badge(x + width / 2 - half, y - 38, head.code, head.place)
    canvas.rule(top - 3, "border", 3)


def _paint_rules(canvas: Canvas, content: MatrixContent, columns: range, bottom: float) -> None:
    """A heavy line where another department begins."""
    top = _heads_top(canvas, content)
    for at, column in enumerate(columns):
        if at and content.heads[column].begins:
            x = _left(canvas, content, at)
            canvas.painter.fillRect(QRectF(x, top, 3, bottom - top), canvas.color("border_strong"))


def _paint_row(canvas: Canvas, content: MatrixContent, row: MatrixRowContent, columns: range, y: float) -> None:
    height, strong = _height(canvas, row), row.id == content.focus_row
    if strong:
        canvas.focus(QRectF(0, y, canvas.width, height))
    lines = _title_lines(canvas, row)
    start, width = y + (height - len(lines) * LIST * STEP) / 2, _title_width(canvas)
    for place, (line, asks) in enumerate(lines):
        box = QRectF(canvas.left, start + place * LIST * STEP, width, LIST * STEP)
        canvas.text(box, line, LIST, "err" if asks else "text", strong=strong or asks)
    for at, column in enumerate(columns):
        x = _left(canvas, content, at) + _column_width(canvas, content) / 2
        _tile(canvas, x, y + height / 2, row.letters[column])
    canvas.rule(y + height - 2)


def _tile(canvas: Canvas, x: float, y: float, letters: str, size: float = TILE) -> None:
    if not letters:
        return
    width = size * 2.06 if len(letters) > 1 else size
    rect = QRectF(x - width / 2, y - size / 2, width, size)
    paint_tile(canvas.painter, rect, letters, canvas.theme, canvas.font(SMALLEST + 2, strong=True))
    canvas.drawn.append(letters)


def _paint_legend(canvas: Canvas, content: MatrixContent) -> None:
    y, size = canvas.height - 84, 62.0
    widths = [canvas.text_width(word, SMALLEST) for _letter, word in content.legend]
    gap = (canvas.right - canvas.left - sum(widths) - len(widths) * (size + 18)) / max(1, len(widths) - 1)
    x = canvas.left
    for (letter, word), width in zip(content.legend, widths, strict=True):
        _tile(canvas, x + size / 2, y, letter, size)
        canvas.text(QRectF(x + size + 18, y - 34, width + 4, 68), word, SMALLEST, "text2")
        x += size + 18 + width + max(20.0, min(gap, 90.0))


SCENES = (
    Scene("roles.matrix", "roles", N_("Roles: matrix"), _matrix_content, _paint_matrix, _matrix_pages, _matrix_page_of),
    CARD,
)
