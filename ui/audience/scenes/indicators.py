"""What the room sees of indicators: shape, word and colour with the run of each, or one of them large."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas
from ui.audience.listing import Listing, page_in, pages_in, place_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.shared import first_page, one_page
from ui.widgets.drawing_paint import Build, paint_chart
from ui.widgets.marks import Status as Mark
from ui.widgets.marks import paint_status
from workshop_app.domain.frozen import frozen
from workshop_app.domain.indicators import STATUSES, Status
from workshop_app.domain.message import N_
from workshop_app.steps.feedback.view import IndicatorLine, feedback_view
from workshop_app.steps.indicator_words import signal_words

if TYPE_CHECKING:
    from reports.charts.runs import RunData

MARKS = {Status.RED: Mark.ALARM, Status.AMBER: Mark.WATCH, Status.GREEN: Mark.GOOD, Status.GREY: Mark.NO_DATA}
TONES = {Status.RED: "err", Status.AMBER: "warn", Status.GREEN: "ok", Status.GREY: "text2"}
ROW, RUN, NARROW = 146.0, 330.0, 1500.0
BIG = 170.0


@frozen
class IndicatorContent:
    """An indicator: title, value, target, status, signal in words, and the numbers of its run."""

    id: str
    title: str
    value: str
    target: str
    status: Status
    word: str
    run: RunData | None = None


@frozen
class IndicatorsContent:
    """Indicators, worst first."""

    title: str
    rows: tuple[IndicatorContent, ...]
    focus_id: str | None
    page_word: str


@frozen
class OneContent:
    """One indicator; ``chart`` draws its run in a size, None without values."""

    row: IndicatorContent | None
    chart: Build | None


def _row(given: SceneInput, line: IndicatorLine) -> IndicatorContent:
    from reports.charts.indicator_run import indicator_run

    _ = words = given.words
    unit, last = line.indicator.unit, line.trend.last
    session = given.engagement.session.date
    return IndicatorContent(
        id=line.id,
        title=line.indicator.title,
        value=words.measured(last.value if last else None, unit),
        target=_("target {value}", value=words.measured(line.indicator.target, unit)),
        status=line.trend.status,
        word=signal_words(line.trend, words) or _(STATUSES[line.trend.status]),
        run=indicator_run(line.indicator, line.trend, session) if line.trend.points else None,
    )


def _content(given: SceneInput) -> IndicatorsContent:
    _ = given.words
    rows = tuple(_row(given, line) for line in feedback_view(given.engagement, given.context).indicators)
    return IndicatorsContent(_("Which numbers need us?"), rows, given.focus.row_id, _("{first}–{last} of {total}"))


def _value_width(canvas: Canvas, content: IndicatorsContent) -> float:
    widths = [
        max(canvas.text_width(row.value, STATUS, strong=True), canvas.text_width(row.target, SMALLEST))
        for row in content.rows
    ]
    return max(widths, default=0.0) + 10


def _run_width(canvas: Canvas, row: IndicatorContent) -> float:
    return RUN + 30 if row.run is not None and canvas.width >= NARROW else 0.0


def _word_width(canvas: Canvas, content: IndicatorsContent, row: IndicatorContent) -> float:
    return canvas.right - canvas.left - 110 - _value_width(canvas, content) - _run_width(canvas, row)


def _height(canvas: Canvas, content: IndicatorsContent, row: IndicatorContent) -> float:
    width = _word_width(canvas, content, row)
    title = canvas.paragraph_height(row.title, width, LIST, strong=True)
    return max(ROW, title + canvas.paragraph_height(row.word, width, SMALLEST) + 26)


def _listing(canvas: Canvas, content: IndicatorsContent) -> Listing:
    heights = [_height(canvas, content, row) for row in content.rows]
    return Listing(canvas, heights, canvas.title_height(content.title))


def _focus(content: IndicatorsContent) -> int | None:
    return place_of([row.id for row in content.rows], content.focus_id)


def _paint(canvas: Canvas, content: IndicatorsContent, page: int) -> None:
    canvas.title(content.title)
    listing = _listing(canvas, content)
    for place, box in listing.rows(page, _focus(content)):
        _paint_row(canvas, content, content.rows[place], box)
    canvas.footer("", listing.where(page, content.page_word))


def _paint_row(canvas: Canvas, content: IndicatorsContent, row: IndicatorContent, box: QRectF) -> None:
    y, value = box.top(), _value_width(canvas, content)
    paint_status(canvas.painter, QPointF(canvas.left + 26, y + 42), 44, MARKS[row.status], canvas.theme)
    width = _word_width(canvas, content, row)
    below = canvas.paragraph(canvas.left + 80, y + 10, width, row.title, LIST, strong=True) + 2
    canvas.paragraph(canvas.left + 80, below, width, row.word, SMALLEST, TONES[row.status])
    run = _run_width(canvas, row)
    if run and row.run is not None:
        _paint_run(canvas, row.run, QRectF(canvas.right - value - run, y + 18, RUN, ROW - 36))
    right = Qt.AlignmentFlag.AlignRight
    canvas.text(QRectF(canvas.right - value, y + 8, value, 66), row.value, STATUS, strong=True, align=right)
    canvas.text(QRectF(canvas.right - value, y + 76, value, 60), row.target, SMALLEST, "text2", align=right)


def _paint_run(canvas: Canvas, run: RunData, box: QRectF) -> None:
    from reports.charts.runs import spark

    paint_chart(canvas.painter, box, partial(spark, data=run, points=True), 30)


def _one_content(given: SceneInput) -> OneContent:
    lines = feedback_view(given.engagement, given.context).indicators
    line = next((line for line in lines if line.id == given.focus.row_id), None)
    if line is None:
        return OneContent(None, None)
    from reports.charts.indicator_run import indicator_chart

    chart = indicator_chart(line.indicator, line.trend, given.engagement.session.date, given.words)
    return OneContent(_row(given, line), chart if line.trend.points else None)


def _paint_one(canvas: Canvas, content: OneContent, page: int) -> None:
    row = content.row
    if row is None:
        return
    y = canvas.title(row.title)
    width = canvas.text_width(row.value, BIG, strong=True) + 60
    canvas.text(QRectF(canvas.left, y, width, BIG * 1.24), row.value, BIG, strong=True)
    beside = canvas.right - canvas.left - width >= canvas.text_width(row.word, STATUS) + 80
    x, below = (canvas.left + width, y + 34) if beside else (canvas.left, y + BIG * 1.24 + 10)
    canvas.text(QRectF(x, below, canvas.right - x, 70), row.target, STATUS, "text2")
    paint_status(canvas.painter, QPointF(x + 26, below + 112), 48, MARKS[row.status], canvas.theme)
    canvas.text(QRectF(x + 70, below + 76, canvas.right - x - 70, 72), row.word, STATUS, TONES[row.status])
    top = max(y + BIG * 1.24, below + 160) + 20
    if content.chart is not None and canvas.bottom - top > 200:
        area = QRectF(canvas.left, top, canvas.right - canvas.left, canvas.bottom - top)
        paint_chart(canvas.painter, area, content.chart, SMALLEST)


INDICATOR_SCENES = (
    Scene(
        "feedback.indicators",
        "feedback",
        N_("Indicators"),
        _content,
        _paint,
        pages_in(_listing),
        page_in(_listing, _focus),
        waiting=Waiting("rows", N_("Which five numbers will tell us in three months that the plan works?")),
    ),
    Scene("feedback.one", "feedback", N_("One indicator"), _one_content, _paint_one, one_page, first_page),
)
