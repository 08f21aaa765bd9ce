"""A clock that runs down for the room: a break, or work in small groups (SCREENS 45)."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import STATUS, SUMMARY, TITLE, Canvas
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.steps import STEPS

CLOCK = 360.0


@frozen
class CountdownContent:
    """What it is about, the clock, the share that is over, when we go on, what comes then."""

    title: str
    clock: str
    share: float
    until: str
    then: str


def _content(given: SceneInput) -> CountdownContent:
    """Options: ``left`` and ``total`` in seconds, ``until`` as a clock time, ``next`` = a step's id."""
    _ = given.words
    option = given.focus.option
    left, total = max(0, int(option("left", "0"))), max(1, int(option("total", "1")))
    resting = option("kind", "break") == "break"
    step = next((step for step in STEPS if step.id == option("next")), None)
    over = _("We go on") if resting else _("Time is up")
    until = _("We go on at {time}", time=option("until")) if resting else _("Until {time}", time=option("until"))
    return CountdownContent(
        _("Break") if resting else _("Work in groups"),
        f"{left // 60}:{left % 60:02d}",
        1 - left / total,
        until if left else over,
        _("Next: {step}", step=_(step.title)) if resting and step else "",
    )


def _paint(canvas: Canvas, content: CountdownContent, page: int) -> None:
    centre = Qt.AlignmentFlag.AlignHCenter
    left, width = canvas.left, canvas.right - canvas.left
    clock = min(CLOCK, canvas.height * 0.36)
    lines = canvas.lines(content.then, width, STATUS) if content.then else []
    block = TITLE * 1.4 + 40 + clock * 1.1 + 60 + SUMMARY * 1.5 + len(lines) * STATUS * 1.24
    y = max(30.0, (canvas.height - 60 - block) / 2)
    canvas.text(QRectF(left, y, width, TITLE * 1.4), content.title, TITLE, strong=True, align=centre)
    y += TITLE * 1.4 + 40
    canvas.text(QRectF(left, y, width, clock * 1.1), content.clock, clock, strong=True, align=centre)
    y += clock * 1.1 + 20
    _paint_bar(canvas, QRectF(canvas.width / 2 - 500, y, 1000, 20), content.share)
    y += 40
    canvas.text(QRectF(left, y, width, SUMMARY * 1.5), content.until, SUMMARY, strong=True, align=centre)
    y += SUMMARY * 1.5
    for line in lines:
        canvas.text(QRectF(left, y, width, STATUS * 1.24), line, STATUS, "text2", align=centre)
        y += STATUS * 1.24


def _paint_bar(canvas: Canvas, box: QRectF, share: float) -> None:
    painter = canvas.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.color("sunken"))
    painter.drawRoundedRect(box, 10, 10)
    if share > 0:
        painter.setBrush(canvas.color("accent"))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), max(20.0, box.width() * share), box.height()), 10, 10)


COUNTDOWN = Scene("countdown", None, N_("Break"), _content, _paint, one_page, first_page)
