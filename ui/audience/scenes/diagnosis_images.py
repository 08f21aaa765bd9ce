"""The room's scene of the image exchange: counters while blind, then the lists of a department a page."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, STATUS, Canvas
from ui.audience.scene import SceneInput
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.images import LEAST_CARDS, LIST_TITLES, DepartmentImages
from workshop_app.steps.diagnosis.view import diagnosis_view


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


def _blind_per_page(canvas: Canvas) -> int:
    return max(1, int((canvas.bottom - 200) // 330))


def images_pages(canvas: Canvas, content: ImagesContent) -> int:
    """How many pages."""
    if content.open:
        return max(1, len(_open_pages(canvas, content)))
    return max(1, -(-len(content.departments) // _blind_per_page(canvas)))


def images_page_of(canvas: Canvas, content: ImagesContent) -> int:
    """The first page of the department in front."""
    at = next((place for place, each in enumerate(content.departments) if each.id == content.focus_id), 0)
    if not content.open:
        return at // _blind_per_page(canvas)
    return next((place for place, (which, *_rest) in enumerate(_open_pages(canvas, content)) if which == at), 0)


def _columns(canvas: Canvas) -> int:
    return 3 if canvas.width >= 1500 else 1


def _open_pages(canvas: Canvas, content: ImagesContent) -> list[tuple[int, int, int]]:
    """Pages of the open lists: department, first list, first card."""
    pages = []
    columns = _columns(canvas)
    for at, department in enumerate(content.departments):
        for first in range(0, len(department.lists), columns):
            lists = department.lists[first : first + columns]
            card = 0
            longest = max((len(each.cards) for each in lists), default=0)
            while card == 0 or card < longest:
                pages.append((at, first, card))
                card += min(_fitting(canvas, each.cards, card) for each in lists)
    return pages


def _card_width(canvas: Canvas) -> float:
    columns = _columns(canvas)
    return (canvas.right - canvas.left - 40 * (columns - 1)) / columns


def _card_height(canvas: Canvas, text: str) -> float:
    return canvas.paragraph_height(text, _card_width(canvas) - 48, LIST) + 28


def _fitting(canvas: Canvas, cards: tuple[str, ...], first: int) -> int:
    """How many cards fit from the first one on."""
    room, count = canvas.bottom - 390, 0
    for text in cards[first:]:
        room -= _card_height(canvas, text) + 16
        if room < 0 and count:
            return count
        count += 1
    return max(1, count) if first + count < len(cards) else max(1, len(cards) - first, count)


def paint_images(canvas: Canvas, content: ImagesContent, page: int) -> None:
    """Counters, or a department's lists."""
    if not content.open:
        _paint_blind(canvas, content, page)
        return
    pages = _open_pages(canvas, content)
    if not pages:
        canvas.title(content.title)
        return
    at, first, card = pages[page]
    department = content.departments[at]
    top = canvas.title(content.title)
    x = canvas.badge(canvas.left, top + 30, department.code, at)
    canvas.text(QRectF(x + 20, top - 6, canvas.right - x - 20, 72), department.name, STATUS, strong=True)
    width = _card_width(canvas)
    for place, shown in enumerate(department.lists[first : first + _columns(canvas)]):
        left = canvas.left + place * (width + 40)
        y = canvas.paragraph(left, top + 90, width, shown.title, STATUS, strong=True) + 12
        last = card + _fitting(canvas, shown.cards, card)
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
    y = canvas.title(content.title, content.note)
    per = _blind_per_page(canvas)
    for at, department in list(enumerate(content.departments))[page * per : (page + 1) * per]:
        x = canvas.badge(canvas.left, y + 36, department.code, at)
        canvas.text(QRectF(x + 20, y, canvas.right - x - 20, 72), department.name, STATUS, strong=True)
        y += 92
        for shown in department.lists:
            canvas.text(QRectF(canvas.left + 40, y, canvas.width * 0.6, 68), shown.title, LIST)
            done = QRectF(canvas.right - 260, y, 260, 68)
            token = "ok" if shown.ready else "text2"
            said = f"✓ {shown.count}" if shown.ready else shown.count
            canvas.text(done, said, LIST, token, strong=True, align=Qt.AlignmentFlag.AlignRight)
            y += 70
        y += 28
