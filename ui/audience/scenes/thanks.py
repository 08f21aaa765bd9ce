"""The last image of the day: thanks, and when we look at the plan again."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import STATUS, SUMMARY, Canvas
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_

BIG = 150.0


@frozen
class ThanksContent:
    """The word, the promise, the dates."""

    title: str
    lines: tuple[str, ...]
    name: str


def _content(given: SceneInput) -> ThanksContent:
    _ = words = given.words
    dates = [
        _("Day {n}: {date}", n=followup.day, date=words.date(followup.date))
        for followup in given.engagement.followups
        if followup.date is not None and followup.held_on is None
    ]
    first = _("We look at the plan together:") if dates else _("The plan goes to everybody.")
    return ThanksContent(_("Thank you!"), (first, *dates), given.engagement.company.name)


def _paint(canvas: Canvas, content: ThanksContent, page: int) -> None:
    centre = Qt.AlignmentFlag.AlignHCenter
    left, width = canvas.left, canvas.right - canvas.left
    big = min(BIG, canvas.height * 0.16)
    name = canvas.lines(content.name, width, STATUS) if content.name else []
    block = big * 1.3 + 40 + len(content.lines) * SUMMARY * 1.35 + 50 + len(name) * STATUS * 1.24
    y = max(30.0, (canvas.height - block) / 2)
    canvas.text(QRectF(left, y, width, big * 1.3), content.title, big, strong=True, align=centre)
    y += big * 1.3 + 40
    for place, line in enumerate(content.lines):
        box = QRectF(left, y, width, SUMMARY * 1.35)
        canvas.text(box, line, SUMMARY, "text" if place else "text2", strong=place > 0, align=centre)
        y += SUMMARY * 1.35
    y += 50
    for line in name:
        canvas.text(QRectF(left, y, width, STATUS * 1.24), line, STATUS, "text2", align=centre)
        y += STATUS * 1.24


THANKS = Scene("thanks", None, N_("Thanks"), _content, _paint, one_page, first_page)
