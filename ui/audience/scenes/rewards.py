"""What the room sees of the rewards: per cents by position here, the case and the recognition in their own files."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPen

from ui.audience.canvas import LIST, SMALLEST, Canvas
from ui.audience.listing import Listing, pages_in
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.rewards_case import CASE, gain_bar
from ui.audience.scenes.rewards_recognition import RECOGNITION
from ui.audience.scenes.shared import first_page
from ui.widgets.paint import Badge, badge_width, badges_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.i18n import Words
from workshop_app.steps.rewards.pay import PositionShare
from workshop_app.steps.rewards.view import RewardsView, rewards_view

ROW, BADGE = 128.0, 58.0
ZERO, HUNDRED = Fraction(0), Fraction(100)


@frozen
class PayContent:
    """What a position is paid by one scheme: the words, and parts of the bar that are known and that lack facts."""

    text: str
    length: float
    unknown: float


@frozen
class ShareContent:
    """A position: badge, title, pay before and after in % of the target bonus, and which facts are missing."""

    badge: Badge | None
    title: str
    before: PayContent
    after: PayContent
    missing: tuple[str, ...]


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
    known = [
        (share or ZERO) + unknown
        for line in view.shares
        for share, unknown in ((line.before, line.unknown_before), (line.after, line.unknown_after))
    ]
    top = max([*known, HUNDRED])
    rows = tuple(
        ShareContent(
            badges.get(line.department.id) if line.department else None,
            line.title,
            _pay_content(line.before, line.unknown_before, top, words),
            _pay_content(line.after, line.unknown_after, top, words),
            _missing(line, words),
        )
        for line in view.shares
    )
    unknown = any(line.unknown_before or line.unknown_after for line in view.shares)
    facts = (_("dashed: no facts, counted as nothing"),) if unknown else ()
    return SharesContent(
        _("What would the new scheme pay?"),
        _("% of the target bonus, the same facts"),
        rows,
        facts or _joint_fact(view, words),
        _("before"),
        _("after"),
        _("{first}–{last} of {total}"),
    )


def _joint_fact(view: RewardsView, words: Words) -> tuple[str, ...]:
    compared = view.comparison
    joint = words.percent(compared.joint_share_after, 0) if compared else ""
    return (words("for the joint result: {share}", share=joint),) if joint else ()


def _pay_content(share: Fraction | None, unknown: Fraction, top: Fraction, words: Words) -> PayContent:
    """A scheme of which nothing is known pays no per cent that could be read as a result."""
    nothing = unknown >= HUNDRED and not share
    text = words("no data") if nothing else words.percent(share, 0)
    return PayContent(text, float((share or ZERO) / top), float(unknown / top))


def _missing(line: PositionShare, words: Words) -> tuple[str, ...]:
    """How much of the bonus has no facts, once where both schemes lack the same; "no data" says it of all."""
    _ = words
    parts = (line.unknown_before, line.unknown_after)
    before, after = (words.percent(part, 0) if 0 < part < HUNDRED else "" for part in parts)
    if before == after:
        return (_("No facts for {share} of the bonus", share=before),) if before else ()
    said = (
        _("Before: no facts for {share} of the bonus", share=before) if before else "",
        _("After: no facts for {share} of the bonus", share=after) if after else "",
    )
    return tuple(filter(None, said))


def _share_height(canvas: Canvas, row: ShareContent) -> float:
    return max(ROW, canvas.paragraph_height(row.title, _title_width(canvas, row), LIST) + 12) + _under(canvas, row)


def _under(canvas: Canvas, row: ShareContent) -> float:
    """The height of what is said under the bars."""
    width = canvas.right - canvas.left
    said = sum(canvas.paragraph_height(text, width, SMALLEST) for text in row.missing)
    return said + 8 if said else 0.0


def _title_width(canvas: Canvas, row: ShareContent) -> float:
    """Between the badge and the bars."""
    badge = badge_width(row.badge[0], BADGE, canvas.font(SMALLEST, strong=True)) + 20 if row.badge else 0.0
    return _bar_left(canvas) - canvas.left - badge - 30


def _bar_left(canvas: Canvas) -> float:
    return canvas.left + (canvas.right - canvas.left) * (0.5 if canvas.width >= 1400 else 0.62)


def _words_width(canvas: Canvas, content: SharesContent) -> float:
    """Right of the bars: the longest words of all rows."""
    said = {pay.text for row in content.rows for pay in (row.before, row.after)}
    return max((canvas.text_width(text, SMALLEST, strong=True) for text in said), default=0.0) + 24


def _listing(canvas: Canvas, content: SharesContent) -> Listing:
    heights = [_share_height(canvas, row) for row in content.rows]
    foot = canvas.foot_growth(_foot(content), content.page_word)
    return Listing(canvas, heights, canvas.title_height(content.title, content.note), foot=foot)


def _foot(content: SharesContent) -> str:
    return " · ".join([f"▨ {content.was}   ■ {content.now}", *content.facts])


def _paint_shares(canvas: Canvas, content: SharesContent, page: int) -> None:
    canvas.title(content.title, content.note)
    listing = _listing(canvas, content)
    width = canvas.right - _bar_left(canvas) - max(170.0, _words_width(canvas, content) + 16)
    for place, box in listing.rows(page):
        row = content.rows[place]
        y = box.center().y() - (ROW + _under(canvas, row)) / 2 - 4
        _paint_share(canvas, row, y, width)
    canvas.footer(_foot(content), listing.where(page, content.page_word))


def _paint_share(canvas: Canvas, row: ShareContent, y: float, width: float) -> None:
    x, bar = canvas.left, _bar_left(canvas)
    if row.badge is not None:
        x = canvas.badge(x, y + 58, row.badge[0], row.badge[1], BADGE) + 20
    high = canvas.paragraph_height(row.title, _title_width(canvas, row), LIST)
    canvas.paragraph(x, y + 58 - high / 2, _title_width(canvas, row), row.title, LIST)
    for top, pay, after in ((y + 6, row.before, False), (y + 62, row.after, True)):
        end = _paint_pay(canvas, QRectF(bar, top + 8, width, 34), pay, weaker=not after)
        box = QRectF(end + 16, top, canvas.right - end - 12, 52)
        canvas.text(box, pay.text, SMALLEST, "text" if after else "text2", strong=after)
    y += max(ROW, high + 12)
    for text in row.missing:
        y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, text, SMALLEST, "text2")


def _paint_pay(canvas: Canvas, room: QRectF, pay: PayContent, *, weaker: bool) -> float:
    """The bar, and dashed what nobody knows; returns the x where it ends."""
    known = max(0.0 if pay.unknown else 2.0, room.width() * pay.length)
    if known:
        gain_bar(canvas, QRectF(room.left(), room.top(), known, room.height()), weaker=weaker)
    unknown = room.width() * pay.unknown
    if unknown:
        canvas.painter.setPen(QPen(canvas.color("text2"), 3, Qt.PenStyle.DashLine))
        canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
        canvas.painter.drawRoundedRect(QRectF(room.left() + known + 3, room.top(), unknown - 3, room.height()), 6, 6)
    return room.left() + known + unknown


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
