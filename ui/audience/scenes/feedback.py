"""What the room sees of feedback: indicators in shape, word and colour; the pulse of the company only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt

from ui.audience.canvas import LIST, SMALLEST, STATUS, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput
from ui.audience.scenes.shared import first_page, one_page
from ui.widgets.marks import Status as Mark
from ui.widgets.marks import paint_status
from workshop_app.domain.indicators import SIGNALS, STATUSES, Status
from workshop_app.domain.message import N_
from workshop_app.steps.feedback.view import feedback_view

MARKS = {Status.RED: Mark.ALARM, Status.AMBER: Mark.WATCH, Status.GREEN: Mark.GOOD, Status.GREY: Mark.NO_DATA}
TONES = {Status.RED: "err", Status.AMBER: "warn", Status.GREEN: "ok", Status.GREY: "text2"}
ROW, QUESTION_ROW = 158.0, 132.0


@dataclass(frozen=True)
class IndicatorContent:
    """An indicator: title, value, target, status and signal in words."""

    id: str
    title: str
    value: str
    target: str
    status: Status
    word: str


@dataclass(frozen=True)
class IndicatorsContent:
    """Indicators, worst first."""

    title: str
    rows: tuple[IndicatorContent, ...]
    focus_id: str | None
    page_word: str


def _indicators_content(given: SceneInput) -> IndicatorsContent:
    _ = words = given.words
    view = feedback_view(given.engagement, given.context)
    rows = []
    for line in view.indicators:
        unit = line.indicator.unit or ""
        last = line.trend.last
        word = _(SIGNALS[line.trend.signals[0]]) if line.trend.signals else _(STATUSES[line.trend.status])
        rows.append(
            IndicatorContent(
                line.id,
                line.indicator.title,
                f"{words.number(last.value)} {unit}".strip() if last else "—",
                _("target {value}", value=f"{words.number(line.indicator.target)} {unit}".strip()),
                line.trend.status,
                word,
            )
        )
    return IndicatorsContent(
        _("Which numbers need us?"), tuple(rows), given.focus.row_id, _("{first}–{last} of {total}")
    )


def _per_page(canvas: Canvas) -> int:
    return max(1, int((canvas.bottom - 190) // ROW))


def _indicator_pages(canvas: Canvas, content: IndicatorsContent) -> int:
    return pages_of(len(content.rows), _per_page(canvas))


def _indicator_page_of(canvas: Canvas, content: IndicatorsContent) -> int:
    at = next((place for place, row in enumerate(content.rows) if row.id == content.focus_id), 0)
    return at // _per_page(canvas)


def _paint_indicators(canvas: Canvas, content: IndicatorsContent, page: int) -> None:
    top = canvas.title(content.title)
    per = _per_page(canvas)
    shown = content.rows[page * per : (page + 1) * per]
    for place, row in enumerate(shown):
        _paint_indicator(canvas, row, top + place * ROW, focused=row.id == content.focus_id)
    last = page * per + len(shown)
    where = content.page_word.format(first=page * per + 1, last=last, total=len(content.rows)) if shown else ""
    canvas.footer("", where if len(content.rows) > per else "")


def _paint_indicator(canvas: Canvas, row: IndicatorContent, y: float, *, focused: bool) -> None:
    if focused:
        canvas.focus(QRectF(0, y, canvas.width, ROW))
    paint_status(canvas.painter, QPointF(canvas.left + 26, y + 46), 44, MARKS[row.status], canvas.theme)
    value = max(canvas.text_width(row.value, STATUS, strong=True), canvas.text_width(row.target, SMALLEST)) + 10
    width = canvas.right - canvas.left - 80 - value - 30
    units = LIST if len(canvas.lines(row.title, width, LIST, strong=True)) == 1 else SMALLEST
    bottom = canvas.paragraph(canvas.left + 80, y + 12, width, row.title, units, strong=True)
    if bottom - y < 90:
        canvas.text(QRectF(canvas.left + 80, y + 82, width, 60), row.word, SMALLEST, TONES[row.status])
    right = Qt.AlignmentFlag.AlignRight
    canvas.text(QRectF(canvas.right - value, y + 12, value, 66), row.value, STATUS, strong=True, align=right)
    canvas.text(QRectF(canvas.right - value, y + 82, value, 60), row.target, SMALLEST, "text2", align=right)
    canvas.rule(y + ROW - 2)


def _one_content(given: SceneInput) -> IndicatorsContent:
    content = _indicators_content(given)
    rows = tuple(row for row in content.rows if row.id == given.focus.row_id)
    return IndicatorsContent(content.title, rows, None, content.page_word)


def _paint_one(canvas: Canvas, content: IndicatorsContent, page: int) -> None:
    for row in content.rows:
        y = canvas.title(row.title) + 40
        canvas.text(QRectF(canvas.left, y, canvas.right - canvas.left, 260), row.value, 200, strong=True)
        canvas.text(QRectF(canvas.left, y + 280, canvas.right - canvas.left, 80), row.target, STATUS, "text2")
        paint_status(canvas.painter, QPointF(canvas.left + 30, y + 420), 52, MARKS[row.status], canvas.theme)
        canvas.text(
            QRectF(canvas.left + 90, y + 384, canvas.right - canvas.left - 90, 72), row.word, STATUS, TONES[row.status]
        )


@dataclass(frozen=True)
class PulseContent:
    """The company's favourable shares; never a department."""

    title: str
    note: str
    rows: tuple[tuple[str, float, float | None, str], ...]


def _pulse_content(given: SceneInput) -> PulseContent:
    _ = words = given.words
    view = feedback_view(given.engagement, given.context)
    at = next((at for at, wave in enumerate(view.waves) if wave.survey.id == given.focus.row_id), len(view.waves) - 1)
    if at < 0:
        return PulseContent(_("How do we work together?"), "", ())
    wave = view.waves[at]
    before = view.waves[at - 1].results.company if at else {}
    rows = []
    for question in wave.questions:
        figures = wave.results.company.get(question.code)
        if figures is not None:
            old = before.get(question.code)
            rows.append(
                (
                    question.text,
                    float(figures.favourable),
                    float(old.favourable) if old else None,
                    words.percent(figures.favourable, 0),
                )
            )
    index = wave.results.cooperation_index
    note = _("cooperation index {n} %", n=words.number(index, 1)) if index is not None else ""
    return PulseContent(_("How do we work together?"), note, tuple(rows))


def _per_pulse(canvas: Canvas) -> int:
    return max(1, int((canvas.bottom - 190) // QUESTION_ROW))


def _pulse_pages(canvas: Canvas, content: PulseContent) -> int:
    return pages_of(len(content.rows), _per_pulse(canvas))


def _paint_pulse(canvas: Canvas, content: PulseContent, page: int) -> None:
    top = canvas.title(content.title, content.note)
    per = _per_pulse(canvas)
    bar = (canvas.right - canvas.left) * 0.34
    for place, (text, now, before, word) in enumerate(content.rows[page * per : (page + 1) * per]):
        y = top + place * QUESTION_ROW
        width = canvas.right - canvas.left - bar - 170
        lines = canvas.lines(text, width, SMALLEST)
        start = y + (QUESTION_ROW - len(lines) * SMALLEST * 1.2) / 2
        for number, line in enumerate(lines):
            canvas.text(QRectF(canvas.left, start + number * SMALLEST * 1.2, width + 4, SMALLEST * 1.2), line, SMALLEST)
        x = canvas.right - bar - 140
        canvas.painter.fillRect(QRectF(x, y + QUESTION_ROW / 2 - 10, bar, 20), canvas.color("sunken"))
        canvas.painter.fillRect(QRectF(x, y + QUESTION_ROW / 2 - 10, bar * now / 100, 20), canvas.color("accent"))
        if before is not None:
            canvas.painter.fillRect(
                QRectF(x + bar * before / 100 - 3, y + QUESTION_ROW / 2 - 26, 6, 52), canvas.color("text")
            )
        box = QRectF(canvas.right - 130, y, 130, QUESTION_ROW)
        canvas.text(box, word, STATUS, strong=True, align=Qt.AlignmentFlag.AlignRight)
        canvas.rule(y + QUESTION_ROW - 2)


@dataclass(frozen=True)
class ChannelContent:
    """Where suggestions go, and how many were answered."""

    title: str
    channel: str
    counts: str


def _channel_content(given: SceneInput) -> ChannelContent:
    _ = given.words
    view = feedback_view(given.engagement, given.context)
    waiting = sum(line.suggestion.status == "new" for line in view.suggestions)
    return ChannelContent(
        _("Where do suggestions go, and who answers?"),
        view.channel or _("No channel yet"),
        _("{n} suggestions, {m} wait for an answer", n=len(view.suggestions), m=waiting),
    )


def _paint_channel(canvas: Canvas, content: ChannelContent, page: int) -> None:
    y = canvas.title(content.title) + 40
    y = canvas.paragraph(canvas.left, y, canvas.right - canvas.left, content.channel, 60, strong=True) + 50
    canvas.text(QRectF(canvas.left, y, canvas.right - canvas.left, 70), content.counts, STATUS, "text2")


SCENES = (
    Scene(
        "feedback.indicators",
        "feedback",
        N_("Indicators"),
        _indicators_content,
        _paint_indicators,
        _indicator_pages,
        _indicator_page_of,
    ),
    Scene("feedback.one", "feedback", N_("One indicator"), _one_content, _paint_one, one_page, first_page),
    Scene("feedback.pulse", "feedback", N_("Pulse survey"), _pulse_content, _paint_pulse, _pulse_pages, first_page),
    Scene(
        "feedback.suggestions", "feedback", N_("Suggestions"), _channel_content, _paint_channel, one_page, first_page
    ),
)
