"""Findings before and after: how many activities stand under each finding now, and when they were asked again."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, TITLE, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page
from workshop_app.domain.decisions import DecisionState, states
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import SECOND_WAVE, FindingCode, findings, findings_of_wave
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_

ROW, NUMBER = 104.0, 150.0


@frozen
class ChangeRow:
    """A finding: how often before, and after."""

    code: str
    label: str
    before: int
    after: int


@frozen
class ChangesContent:
    """The rows, what the two columns mean, and how a page is named."""

    title: str
    heads: tuple[str, str]
    rows: tuple[ChangeRow, ...]
    note: str
    page_word: str


def _content(given: SceneInput) -> ChangesContent:
    """After the session: what is still undecided. Once asked again on day 90: what was answered then."""
    _ = words = given.words
    engagement = given.engagement
    first = findings(engagement)
    second = findings_of_wave(engagement, SECOND_WAVE)
    asked = [activity for activity in second if activity in first]
    if asked:
        before = Counter(first[activity].primary for activity in asked)
        after = Counter(second[activity].primary for activity in asked)
        heads = (_("at the session"), _("now"))
        note = words.plural("{n} activity was asked again", "{n} activities were asked again", len(asked))
    else:
        closed = {DecisionState.CLOSED, DecisionState.VERIFIED}
        state = states(engagement)
        found = {key: finding for key, finding in first.items() if finding.must_be_decided}
        before = Counter(finding.primary for finding in found.values())
        after = Counter(finding.primary for key, finding in found.items() if state[key] not in closed)
        heads = (_("in the morning"), _("still open"))
        note = ""
    rows = tuple(
        ChangeRow(code.value, _(LABELS[code]), before[code], after[code])
        for code in FindingCode
        if before[code] or after[code]
    )
    return ChangesContent(_("What has changed?"), heads, rows, note, _("{first}–{last} of {total}"))


def _columns(canvas: Canvas, content: ChangesContent) -> tuple[float, float]:
    """Widths of the label's column and of one number's."""
    head = max(canvas.text_width(text, SMALLEST) for text in content.heads) + 30
    number = max(NUMBER, head)
    return canvas.right - canvas.left - 2 * number, number


def _per_page(canvas: Canvas) -> int:
    return max(1, int((canvas.bottom - _top(canvas)) // ROW))


def _top(canvas: Canvas) -> float:
    return 52 + TITLE * 1.24 + 24 + 80


def _pages(canvas: Canvas, content: ChangesContent) -> int:
    return pages_of(len(content.rows), _per_page(canvas))


def _paint(canvas: Canvas, content: ChangesContent, page: int) -> None:
    y = canvas.title(content.title)
    label, number = _columns(canvas, content)
    right = Qt.AlignmentFlag.AlignRight
    for place, head in enumerate(content.heads):
        box = QRectF(canvas.left + label + place * number, y - 10, number, 70)
        canvas.text(box, head, SMALLEST, "text2", align=right)
    y = _top(canvas)
    canvas.rule(y - 2)
    per = _per_page(canvas)
    rows = content.rows[page * per : (page + 1) * per]
    for row in rows:
        _paint_row(canvas, row, y, label, number)
        y += ROW
        canvas.rule(y - 2)
    last = page * per + len(rows)
    where = content.page_word.format(first=page * per + 1, last=last, total=len(content.rows))
    canvas.footer(content.note, where if len(content.rows) > per else "")


def _paint_row(canvas: Canvas, row: ChangeRow, y: float, label: float, number: float) -> None:
    middle, right = y + ROW / 2, Qt.AlignmentFlag.AlignRight
    canvas.chip(canvas.left, middle, row.code, row.label)
    space = label - canvas.chip_width(row.label) - 60
    most = max(row.before, row.after, 1)
    if space > 120:
        x = canvas.left + canvas.chip_width(row.label) + 40
        unit = min(36.0, space / most)
        apart = 20 if row.before and row.after else 0
        _dots(canvas, x, middle - apart, row.before, unit, filled=False)
        _dots(canvas, x, middle + apart, row.after, unit, filled=True)
    for place, value in enumerate((row.before, row.after)):
        box = QRectF(canvas.left + label + place * number, y, number, ROW)
        tone = "text2" if place == 0 else "text"
        canvas.text(box, str(value), STATUS if place else LIST, tone, strong=place == 1, align=right)


def _dots(canvas: Canvas, x: float, y: float, count: int, unit: float, *, filled: bool) -> None:
    """One mark an activity: hollow before, filled after; readable in grey."""
    from PySide6.QtGui import QPen

    painter, size = canvas.painter, unit * 0.7
    for place in range(count):
        painter.setPen(QPen(canvas.color("text2"), 2.5))
        painter.setBrush(canvas.color("text2") if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(x + place * unit, y - size / 2, size, min(size, 26)), 4, 4)


CHANGES = Scene(
    "changes",
    None,
    N_("Findings before and after"),
    _content,
    _paint,
    _pages,
    first_page,
    waiting=Waiting("rows", N_("Each department will answer for itself: we, they, together, nobody.")),
)
