"""The room's scene of the image exchange: counters while blind, then the lists of a department a page."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas
from ui.audience.listing import Listing
from ui.audience.scene import SceneInput
from ui.widgets.paint import badge_width
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.images import LEAST_CARDS, LIST_TITLES, DepartmentImages
from workshop_app.steps.diagnosis.view import diagnosis_view

ROW_AIR, COUNT = 10.0, 210.0
"""Units above and under a department; the room of «✓ 3 of 3» at the right of a list's title."""

MANY = 1_000_000


@frozen
class ListContent:
    """A list: its title, how many cards, the cards themselves only when all lists are open."""

    title: str
    count: str
    ready: bool
    cards: tuple[str, ...]


@frozen
class DepartmentContent:
    """A department with its three lists."""

    id: str
    code: str
    name: str
    lists: tuple[ListContent, ...]


@frozen
class ImagesContent:
    """Counters while blind; the lists, a department a page, once open."""

    title: str
    note: str
    open: bool
    departments: tuple[DepartmentContent, ...]
    focus_id: str | None


def images_content(given: SceneInput) -> ImagesContent:
    """No text of a card before all lists are open."""
    _ = words = given.words
    view = diagnosis_view(given.engagement, given.context)
    opened = given.focus.revealed and view.images_ready
    return ImagesContent(
        title=_("How do we see each other?"),
        note="" if opened else _("all lists open together"),
        open=opened,
        departments=tuple(_department(images, opened, words) for images in view.images),
        focus_id=given.focus.row_id,
    )


def _department(images: DepartmentImages, opened: bool, words: Words) -> DepartmentContent:
    return DepartmentContent(
        images.department.id,
        images.department.short,
        images.department.name,
        tuple(
            ListContent(
                words(LIST_TITLES[cards.kind]),
                words("{n} of {whole}", n=len(cards.cards), whole=LEAST_CARDS),
                cards.ready,
                tuple(line.card.text for line in cards.cards) if opened else (),
            )
            for cards in images.lists
        ),
    )


def _blind(canvas: Canvas, content: ImagesContent) -> Listing:
    """The departments while the lists are blind: name, and how many cards each list has."""
    heights = [_blind_height(canvas, department) for department in content.departments]
    return Listing(canvas, heights, canvas.title_height(content.title, content.note))


def _blind_height(canvas: Canvas, department: DepartmentContent) -> float:
    name = canvas.paragraph_height(department.name, _name_width(canvas, department), LIST, strong=True)
    if _columns(canvas) == 1:
        return name + sum(_list_height(canvas, shown) for shown in department.lists) + 2 * ROW_AIR
    return name + max((_list_height(canvas, shown) for shown in department.lists), default=0.0) + 2 * ROW_AIR


def _list_height(canvas: Canvas, shown: ListContent) -> float:
    return canvas.paragraph_height(shown.title, _card_width(canvas) - COUNT, LIST)


def _name_width(canvas: Canvas, department: DepartmentContent) -> float:
    return canvas.right - canvas.left - badge_width(department.code, 62, canvas.font(SMALLEST, strong=True)) - 20


def images_pages(canvas: Canvas, content: ImagesContent) -> int:
    """How many pages."""
    if content.open:
        return max(1, len(_open_pages(canvas, content)))
    return _blind(canvas, content).pages


def images_page_of(canvas: Canvas, content: ImagesContent) -> int:
    """The first page of the department in front."""
    at = next((place for place, each in enumerate(content.departments) if each.id == content.focus_id), 0)
    if not content.open:
        return _blind(canvas, content).page_of(at)
    return next((place for place, (which, *_rest) in enumerate(_open_pages(canvas, content)) if which == at), 0)


def _columns(canvas: Canvas) -> int:
    return 3 if canvas.width >= 1500 else 1


def _open_pages(canvas: Canvas, content: ImagesContent) -> list[tuple[int, int, int, int]]:
    """Pages of the open lists: department, first list, first card and the card after the last one."""
    pages = []
    columns = _columns(canvas)
    for at, department in enumerate(content.departments):
        for first in range(0, len(department.lists), columns):
            lists = department.lists[first : first + columns]
            card = 0
            longest = max((len(each.cards) for each in lists), default=0)
            while card == 0 or card < longest:
                last = card + min(_fitting(canvas, content, department, lists, each, card) for each in lists)
                pages.append((at, first, card, last))
                card = last
    return pages


def _cards_top(canvas: Canvas, content: ImagesContent, department: DepartmentContent) -> float:
    """The y under the question and the department's name."""
    name = canvas.paragraph_height(department.name, _name_width(canvas, department), STATUS, strong=True)
    return canvas.title_height(content.title) + name + 24


def _card_width(canvas: Canvas) -> float:
    columns = _columns(canvas)
    return (canvas.right - canvas.left - 40 * (columns - 1)) / columns


def _card_height(canvas: Canvas, text: str) -> float:
    return canvas.paragraph_height(text, _card_width(canvas) - 48, LIST) + 28


def _heads(canvas: Canvas, lists: Sequence[ListContent]) -> float:
    """The height of the titles of lists side by side: their cards begin at one line."""
    return max(canvas.paragraph_height(each.title, _card_width(canvas), STATUS, strong=True) for each in lists) + 12


def _fitting(
    canvas: Canvas,
    content: ImagesContent,
    department: DepartmentContent,
    beside: Sequence[ListContent],
    of: ListContent,
    first: int,
) -> int:
    """How many cards fit from the first one on, one at least; a list that fits whole holds nobody up."""
    room = canvas.bottom + 16 - _cards_top(canvas, content, department) - _heads(canvas, beside)
    for count, text in enumerate(of.cards[first:]):
        room -= _card_height(canvas, text) + 16
        if room < 0 and count:
            return count
    return MANY


def paint_images(canvas: Canvas, content: ImagesContent, page: int) -> None:
    """Counters, or a department's lists."""
    if not content.open:
        _paint_blind(canvas, content, page)
        return
    pages = _open_pages(canvas, content)
    if not pages:
        canvas.title(content.title)
        return
    at, first, card, last = pages[page]
    department = content.departments[at]
    y = canvas.title(content.title)
    x = canvas.badge(canvas.left, y + 32, department.code, at) + 20
    canvas.paragraph(x, y, _name_width(canvas, department), department.name, STATUS, strong=True)
    top = _cards_top(canvas, content, department)
    width = _card_width(canvas)
    lists = department.lists[first : first + _columns(canvas)]
    begin = top + _heads(canvas, lists)
    for place, shown in enumerate(lists):
        left, y = canvas.left + place * (width + 40), begin
        head = canvas.paragraph_height(shown.title, width, STATUS, strong=True)
        canvas.paragraph(left, begin - 12 - head, width, shown.title, STATUS, strong=True)
        for text in shown.cards[card:last]:
            y = _paint_card(canvas, left, y, width, text)
    if len(pages) > 1:
        canvas.footer("", f"{page + 1} / {len(pages)}")


def _paint_card(canvas: Canvas, x: float, y: float, width: float, text: str) -> float:
    height = _card_height(canvas, text)
    canvas.painter.setPen(Qt.PenStyle.NoPen)
    canvas.painter.setBrush(canvas.color("sunken"))
    canvas.painter.drawRoundedRect(QRectF(x, y, width, height), 12, 12)
    canvas.paragraph(x + 24, y + 14, width - 48, text, LIST)
    return y + height + 16


def _paint_blind(canvas: Canvas, content: ImagesContent, page: int) -> None:
    canvas.title(content.title, content.note)
    listing = _blind(canvas, content)
    for at, box in listing.rows(page) if content.departments else ():
        _paint_counts(canvas, content.departments[at], at, box.top() + ROW_AIR)
    canvas.footer("", f"{page + 1} / {listing.pages}" if listing.pages > 1 else "")


def _paint_counts(canvas: Canvas, department: DepartmentContent, at: int, y: float) -> None:
    """A department's name, and its lists beside each other, or under each other where the page is narrow."""
    x = canvas.badge(canvas.left, y + 31, department.code, at) + 20
    y = canvas.paragraph(x, y, _name_width(canvas, department), department.name, LIST, strong=True)
    width, columns = _card_width(canvas), _columns(canvas)
    for place, shown in enumerate(department.lists):
        left = canvas.left + place % columns * (width + 40)
        canvas.paragraph(left, y, width - COUNT, shown.title, LIST)
        said = f"✓ {shown.count}" if shown.ready else shown.count
        done, token = QRectF(left + width - COUNT, y, COUNT, 60), "ok" if shown.ready else "text2"
        canvas.text(done, said, LIST, token, strong=True, align=Qt.AlignmentFlag.AlignRight)
        y += _list_height(canvas, shown) if columns == 1 else 0
