"""What the room sees of the rewards: per cents by position here, the case and the recognition in their own files."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF

from ui.audience.canvas import LIST, SMALLEST, Canvas
from ui.audience.listing import Listing, pages_in
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.rewards_case import CASE, gain_bar
from ui.audience.scenes.rewards_recognition import RECOGNITION
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import Badge, badge_width, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.steps.rewards.view import rewards_view

ROW, BADGE = 128.0, 58.0


@frozen
class ShareContent:
    """A position: badge, title, before and after in % of the target bonus, and as parts of the bar."""

    badge: Badge | None
    title: str
    before: str
    after: str
    length_before: float
    length_after: float


@frozen
class SharesContent:
    """All positions; no names, no money."""

    title: str
    note: str
    rows: tuple[ShareContent, ...]
    facts: tuple[str, ...]
    was: str
    now: str
    page_word: str


def _shares_content(given: SceneInput) -> SharesContent:
    _ = words = given.words
    view = rewards_view(given.engagement, given.context)
    badges = badges_of(view.departments)
    known = [share for line in view.shares for share in (line.before, line.after) if share is not None]
    top = max([*known, Fraction(100)])
    rows = tuple(
        ShareContent(
            badges.get(line.department.id) if line.department else None,
            line.title,
            words.percent(line.before, 0),
            words.percent(line.after, 0),
            float((line.before or 0) / top),
            float((line.after or 0) / top),
        )
        for line in view.shares
    )
    compared = view.comparison
    joint = words.percent(compared.joint_share_after, 0) if compared else ""
    return SharesContent(
        _("What would the new scheme pay?"),
        _("% of the target bonus, the same facts"),
        rows,
        (_("for the joint result: {share}", share=joint),) if joint else (),
        _("before"),
        _("after"),
        _("{first}–{last} of {total}"),
    )


def _share_height(canvas: Canvas, row: ShareContent) -> float:
    return max(ROW, canvas.paragraph_height(row.title, _title_width(canvas, row), LIST) + 12)


def _title_width(canvas: Canvas, row: ShareContent) -> float:
    """Between the badge and the bars."""
    badge = badge_width(row.badge[0], BADGE, canvas.font(SMALLEST, strong=True)) + 20 if row.badge else 0.0
    return _bar_left(canvas) - canvas.left - badge - 30


def _bar_left(canvas: Canvas) -> float:
    return canvas.left + (canvas.right - canvas.left) * (0.5 if canvas.width >= 1400 else 0.62)


def _listing(canvas: Canvas, content: SharesContent) -> Listing:
    heights = [_share_height(canvas, row) for row in content.rows]
    foot = canvas.foot_growth(_foot(content), content.page_word)
    return Listing(canvas, heights, canvas.title_height(content.title, content.note), foot=foot)


def _foot(content: SharesContent) -> str:
    return " · ".join([f"▨ {content.was}   ■ {content.now}", *content.facts])


def _paint_shares(canvas: Canvas, content: SharesContent, page: int) -> None:
    canvas.title(content.title, content.note)
    listing = _listing(canvas, content)
    for place, box in listing.rows(page):
        _paint_share(canvas, content.rows[place], box.center().y() - ROW / 2 - 4, _bar_left(canvas))
    canvas.footer(_foot(content), listing.where(page, content.page_word))


def _paint_share(canvas: Canvas, row: ShareContent, y: float, bar: float) -> None:
    x = canvas.left
    if row.badge is not None:
        x = canvas.badge(x, y + 58, row.badge[0], row.badge[1], BADGE) + 20
    width = _title_width(canvas, row)
    high = canvas.paragraph_height(row.title, width, LIST)
    canvas.paragraph(x, y + 58 - high / 2, width, row.title, LIST)
    room = canvas.right - bar - 170
    for top, length, text, after in (
        (y + 6, row.length_before, row.before, False),
        (y + 62, row.length_after, row.after, True),
    ):
        gain_bar(canvas, QRectF(bar, top + 8, max(2.0, room * length), 34), weaker=not after)
        box = QRectF(bar + room * length + 16, top, 160, 52)
        canvas.text(box, text, SMALLEST, "text" if after else "text2", strong=after)


SHARES = Scene(
    "rewards.simulation",
    "rewards",
    N_("Rewards in per cent"),
    _shares_content,
    _paint_shares,
    pages_in(_listing),
    first_page,
    waiting=Waiting("rows", N_("The same facts of last year, counted by the old scheme and by the new one.")),
)

SCENES = (SHARES, CASE, RECOGNITION)
