"""How we thank each other: the forms of recognition, then whom the other department named (METHOD S9)."""

from __future__ import annotations

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, spans_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.widgets.paint import Badge, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Nomination
from workshop_app.steps.rewards.view import rewards_view
from workshop_app.steps.rewards.wording import CADENCES, FORMS

GAP = 50.0


@frozen
class EntryContent:
    """A form of recognition with rhythm and criteria, or a person who is named: by whom, and for what."""

    title: str
    how: str
    detail: str
    badge: Badge | None = None


@frozen
class RecognitionContent:
    """All forms, then everybody who is named in a public one."""

    title: str
    forms: tuple[EntryContent, ...]
    thanks_title: str
    thanks: tuple[EntryContent, ...]
    thanks_now: bool


def _content(given: SceneInput) -> RecognitionContent:
    _ = given.words
    view = rewards_view(given.engagement, given.context)
    people = {person.id: person.name for person in given.engagement.people}
    forms = []
    for item in view.recognition:
        cadence = _(CADENCES.get(item.cadence or "", "")) or item.cadence or ""
        parts = [_(FORMS[item.form]), cadence, people.get(item.owner_id or "", "")]
        forms.append(EntryContent(item.title, " · ".join(part for part in parts if part), item.criteria or ""))
    badges = badges_of(view.departments)
    thanks = tuple(
        EntryContent(
            each.person.name,
            " · ".join((_("named by {department}", department=each.department.short), each.form.title)),
            each.nomination.reason,
            badges[each.department.id],
        )
        for each in reversed(view.thanks)
        if each.shown
    )
    title = _("Thank you, neighbours!") if thanks else ""
    now = bool(thanks) and given.engagement.get(Nomination, given.focus.row_id) is not None
    return RecognitionContent(_("How do we thank each other?"), tuple(forms), title, thanks, now)


def _height(canvas: Canvas, entry: EntryContent) -> float:
    width = canvas.right - canvas.left
    height = canvas.paragraph_height(entry.title, width - _inset(entry), STATUS, strong=True)
    height += canvas.paragraph_height(entry.how, width, SMALLEST)
    return height + (canvas.paragraph_height(entry.detail, width, LIST) if entry.detail else 0) + GAP


def _inset(entry: EntryContent) -> float:
    return 190.0 if entry.badge else 0.0


def _pages(canvas: Canvas, content: RecognitionContent) -> list[tuple[str, tuple[EntryContent, ...]]]:
    """Title and entries of every page; the forms come first."""
    pages = []
    for title, entries in ((content.title, content.forms), (content.thanks_title, content.thanks)):
        room = canvas.bottom - canvas.title_height(title)
        spans = spans_of([_height(canvas, entry) for entry in entries], room) if entries else []
        pages += [(title, entries[start:end]) for start, end in spans]
    return pages or [(content.title, ())]


def _page_count(canvas: Canvas, content: RecognitionContent) -> int:
    return len(_pages(canvas, content))


def _page_of(canvas: Canvas, content: RecognitionContent) -> int:
    """The newest thanks while people are named, else the forms."""
    titles = [title for title, _entries in _pages(canvas, content)]
    return titles.index(content.thanks_title) if content.thanks_now else 0


def _paint(canvas: Canvas, content: RecognitionContent, page: int) -> None:
    pages = _pages(canvas, content)
    title, entries = pages[min(page, len(pages) - 1)]
    y, width = canvas.title(title), canvas.right - canvas.left
    for entry in entries:
        y = _paint_entry(canvas, entry, y, width)
    if len(pages) > 1:
        canvas.footer("", f"{page + 1} / {len(pages)}")


def _paint_entry(canvas: Canvas, entry: EntryContent, y: float, width: float) -> float:
    left = canvas.left
    if entry.badge is not None:
        left = canvas.badge(left, y + STATUS * 0.62, entry.badge[0], entry.badge[1], 58) + 24
    y = canvas.paragraph(left, y, canvas.right - left, entry.title, STATUS, strong=True)
    y = canvas.paragraph(canvas.left, y, width, entry.how, SMALLEST, "accent")
    if entry.detail:
        y = canvas.paragraph(canvas.left, y, width, entry.detail, LIST, "text2")
    canvas.rule(y + 18)
    return y + GAP


RECOGNITION = Scene(
    "rewards.recognition",
    "rewards",
    N_("Recognition"),
    _content,
    _paint,
    _page_count,
    _page_of,
    waiting=Waiting("forms", N_("Whom in the other department would you thank this week, and for what?")),
)
