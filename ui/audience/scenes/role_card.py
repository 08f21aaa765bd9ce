"""One person's role in the room, once it is shown on purpose; before that only how many have been talked through."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, SUMMARY, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.role_card import RoleCardContent, role_card
from workshop_app.steps.roles.cards import card_lines
from workshop_app.steps.roles.view import roles_view

STEP, INDENT, GAP, LEAST_ROOM = 1.18, 30.0, 60.0, 420.0


@frozen
class CardContent:
    """A person's role: headed parts with lines; while hidden only how many conversations have been held."""

    title: str
    code: str
    place: int
    position: str
    purpose: str
    parts: tuple[tuple[str, tuple[str, ...]], ...]
    foot: str


def _card_content(given: SceneInput) -> CardContent:
    _ = given.words
    view = roles_view(given.engagement, given.context)
    lines = card_lines(given.engagement, view)
    line = next((line for line in lines if line.id == given.focus.row_id), None)
    if line is None or not given.focus.revealed:
        done = sum(line.acknowledged_on is not None for line in lines)
        said = _("{n} of {total} role cards are talked through", n=done, total=len(lines))
        return CardContent(_("What do I stop doing on Monday?"), "", -1, "", "", (), said)
    card = role_card(given.engagement, line.id)
    department = card.department
    return CardContent(
        title=card.person.name,
        code=department.short if department else "",
        place=line.place,
        position=card.position.title if card.position else "",
        purpose=card.purpose,
        parts=_parts(card, given),
        foot="",
    )


def _parts(card: RoleCardContent, given: SceneInput) -> tuple[tuple[str, tuple[str, ...]], ...]:
    _ = given.words
    parts = (
        (_("Answers for the result"), tuple(duty.activity.title for duty in card.answers_for)),
        (_("Does"), tuple(duty.activity.title for duty in card.does)),
        (_("Stops doing"), tuple(part.strip() for part in card.stops_doing.split(";") if part.strip())),
        (_("Decides without approval"), (card.decides_alone,) if card.decides_alone else ()),
        (_("Goals"), tuple(share.goal.title for share in card.goals if share.is_owned)),
    )
    return tuple((heading, lines) for heading, lines in parts if lines)


Wrapped = tuple[tuple[str, bool], ...]
"""Lines with whether each begins an entry."""

Block = tuple[str, Wrapped, float]
"""A heading, wrapped lines, the height."""


def _is_low(canvas: Canvas, content: CardContent) -> bool:
    """Whether large type leaves too little room under the whole head: position and purpose are a part of their own."""
    return canvas.height - 64 - _top(canvas, content, low=False) < LEAST_ROOM


def _blocks(canvas: Canvas, content: CardContent, width: float) -> list[Block]:
    parts = content.parts
    if _is_low(canvas, content):
        head = tuple(filter(None, (content.position, content.purpose)))
        parts = (("", head), *parts) if head else parts
    blocks = []
    for heading, entries in parts:
        wrapped = tuple(
            (line, place == 0)
            for entry in entries
            for place, line in enumerate(canvas.lines(entry, width - INDENT, LIST))
        )
        blocks.append((heading, wrapped, _block_height(_head_height(canvas, heading, width), len(wrapped))))
    return blocks


def _head_height(canvas: Canvas, heading: str, width: float) -> float:
    """One line; more where large type is wider than its column."""
    return canvas.paragraph_height(heading, width, SMALLEST, strong=True)


def _block_height(head: float, lines: int) -> float:
    return head + lines * LIST * STEP + 34


def _columns_of(canvas: Canvas, content: CardContent) -> list[list[Block]]:
    """The blocks in columns of the page's height; a block breaks only where it is higher than a column."""
    room = left = canvas.height - 64 - _top(canvas, content, low=_is_low(canvas, content))
    columns: list[list[Block]] = [[]]
    for heading, wrapped, _height in _blocks(canvas, content, _card_width(canvas)):
        head = _head_height(canvas, heading, _card_width(canvas))
        while wrapped:
            fits = len(wrapped) if _block_height(head, len(wrapped)) <= room else _fitting(room - head, wrapped)
            height = _block_height(head, fits)
            if columns[-1] and height > left:
                columns.append([])
                left = room
            columns[-1].append((heading, wrapped[:fits], height))
            left -= height
            wrapped = wrapped[fits:]
    return columns


def _fitting(room: float, wrapped: Wrapped) -> int:
    """How many lines of a block too high for a column stand in it: whole entries where one fits."""
    most = max(1, int((room - _block_height(0, 0)) // (LIST * STEP)))
    return next((fits for fits in range(most, 0, -1) if wrapped[fits][1]), most)


def _wide(canvas: Canvas) -> int:
    return 2 if canvas.width > 1300 else 1


def _card_width(canvas: Canvas) -> float:
    return (canvas.right - canvas.left - GAP * (_wide(canvas) - 1)) / _wide(canvas)


def _top(canvas: Canvas, content: CardContent, *, low: bool) -> float:
    """Where the parts begin: under name, position and, where there is room, the purpose."""
    width, size = canvas.right - canvas.left, SUMMARY if low else TITLE
    top = 52 + canvas.paragraph_height(content.title, width, size, strong=True)
    top += 12 if low else _place_height(canvas, content) + 20
    if low or not content.purpose:
        return top
    return top + canvas.paragraph_height(content.purpose, width, STATUS) + 16


def _place_width(canvas: Canvas, content: CardContent) -> float:
    badge = max(62 * 1.65, canvas.text_width(content.code, SMALLEST, strong=True) + 62 * 0.75) + 24
    return canvas.right - canvas.left - 170 - (badge if content.place >= 0 else 0)


def _place_height(canvas: Canvas, content: CardContent) -> float:
    return max(76.0, canvas.paragraph_height(content.position, _place_width(canvas, content), STATUS))


def _card_pages(canvas: Canvas, content: CardContent) -> int:
    return pages_of(len(_columns_of(canvas, content)), _wide(canvas)) if content.parts else 1


def _paint_card(canvas: Canvas, content: CardContent, page: int) -> None:
    width = canvas.right - canvas.left
    if content.foot:
        height = canvas.paragraph_height(content.title, width, TITLE, strong=True)
        y = canvas.paragraph(canvas.left, (canvas.height - height) / 2 - 90, width, content.title, TITLE, strong=True)
        canvas.paragraph(canvas.left, y + 20, width, content.foot, SUMMARY, "text2")
        return
    low, pages = _is_low(canvas, content), _card_pages(canvas, content)
    where = f"{page + 1} / {pages}" if pages > 1 else ""
    y = canvas.paragraph(canvas.left, 52, width, content.title, SUMMARY if low else TITLE, strong=True)
    if low:
        canvas.footer("", where)
    else:
        _paint_place(canvas, content, y, where)
    per = _wide(canvas)
    columns = _columns_of(canvas, content)
    for at, column in enumerate(columns[page * per : (page + 1) * per]):
        left = canvas.left + at * (_card_width(canvas) + GAP)
        _paint_column(canvas, column, left, _top(canvas, content, low=low))


def _paint_place(canvas: Canvas, content: CardContent, y: float, where: str) -> None:
    """Badge, position, the page's number; the purpose below."""
    x = canvas.left
    if content.place >= 0:
        x = canvas.badge(x, y + 38, content.code, content.place) + 24
    high = _place_height(canvas, content)
    canvas.paragraph(x, y + (6 if high <= 76 else 0), _place_width(canvas, content), content.position, STATUS, "text2")
    number = QRectF(canvas.right - 160, y, 164, 76)
    canvas.text(number, where, STATUS, "text2", align=Qt.AlignmentFlag.AlignRight)
    if content.purpose:
        canvas.paragraph(canvas.left, y + high + 16, canvas.right - canvas.left, content.purpose, STATUS)


def _paint_column(canvas: Canvas, column: list[Block], left: float, y: float) -> None:
    width = _card_width(canvas)
    for heading, wrapped, height in column:
        head = _head_height(canvas, heading, width)
        if heading:
            canvas.paragraph(left, y, width, heading, SMALLEST, "text3", strong=True)
        for place, (line, begins) in enumerate(wrapped):
            box = QRectF(left + INDENT, y + head + place * LIST * STEP, width - INDENT + 4, LIST * STEP)
            if begins:
                canvas.painter.setPen(Qt.PenStyle.NoPen)
                canvas.painter.setBrush(canvas.color("text2"))
                canvas.painter.drawEllipse(QPointF(left + 10, box.center().y() + 2), 5, 5)
            canvas.text(box, line, LIST)
        y += height


CARD = Scene("roles.cards", "roles", N_("Role card"), _card_content, _paint_card, _card_pages, first_page)
