"""What the room sees of feedback: the indicators, the pulse of the company only, where suggestions go."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import SMALLEST, STATUS, Canvas
from ui.audience.listing import Listing, pages_in
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.indicators import INDICATOR_SCENES
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.steps.feedback.view import feedback_view

QUESTION_ROW = 132.0


@frozen
class PulseContent:
    """The company's favourable shares; never a department."""

    title: str
    note: str
    rows: tuple[tuple[str, float, float | None, str], ...]
    page_words: str


def _pulse_content(given: SceneInput) -> PulseContent:
    _ = words = given.words
    view = feedback_view(given.engagement, given.context)
    at = next((at for at, wave in enumerate(view.waves) if wave.survey.id == given.focus.row_id), len(view.waves) - 1)
    if at < 0:
        return PulseContent(_("How do we work together?"), "", (), "")
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
    note = _("cooperation index {n}", n=words.percent(index)) if index is not None else ""
    return PulseContent(_("How do we work together?"), note, tuple(rows), _("{first}–{last} of {total}"))


def _pulse_height(canvas: Canvas, text: str) -> float:
    return max(QUESTION_ROW, len(canvas.lines(text, _question_width(canvas), SMALLEST)) * SMALLEST * 1.2 + 22)


def _bar_width(canvas: Canvas) -> float:
    return (canvas.right - canvas.left) * 0.34


def _question_width(canvas: Canvas) -> float:
    return canvas.right - canvas.left - _bar_width(canvas) - 170


def _pulse_listing(canvas: Canvas, content: PulseContent) -> Listing:
    heights = [_pulse_height(canvas, text) for text, *_figures in content.rows]
    return Listing(canvas, heights, canvas.title_height(content.title, content.note))


def _paint_pulse(canvas: Canvas, content: PulseContent, page: int) -> None:
    canvas.title(content.title, content.note)
    listing = _pulse_listing(canvas, content)
    for place, box in listing.rows(page):
        _paint_question(canvas, content.rows[place], box)
    canvas.footer("", listing.where(page, content.page_words))


def _paint_question(canvas: Canvas, row: tuple[str, float, float | None, str], box: QRectF) -> None:
    """A statement, its bar with an upright line where it was before, its share."""
    text, now, before, word = row
    bar, width = _bar_width(canvas), _question_width(canvas)
    lines = canvas.lines(text, width, SMALLEST)
    y, middle = box.center().y() - len(lines) * SMALLEST * 0.6, box.center().y()
    for line in lines:
        canvas.text(QRectF(canvas.left, y, width + 4, SMALLEST * 1.2), line, SMALLEST)
        y += SMALLEST * 1.2
    x = canvas.right - bar - 140
    canvas.painter.fillRect(QRectF(x, middle - 10, bar, 20), canvas.color("sunken"))
    canvas.painter.fillRect(QRectF(x, middle - 10, bar * now / 100, 20), canvas.color("accent"))
    if before is not None:
        canvas.painter.fillRect(QRectF(x + bar * before / 100 - 3, middle - 26, 6, 52), canvas.color("text"))
    share = QRectF(canvas.right - 130, box.top(), 130, box.height())
    canvas.text(share, word, STATUS, strong=True, align=Qt.AlignmentFlag.AlignRight)


@frozen
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
    *INDICATOR_SCENES,
    Scene(
        "feedback.pulse",
        "feedback",
        N_("Pulse survey"),
        _pulse_content,
        _paint_pulse,
        pages_in(_pulse_listing),
        first_page,
        waiting=Waiting("rows", N_("Eleven statements, five minutes, no names.")),
    ),
    Scene(
        "feedback.suggestions", "feedback", N_("Suggestions"), _channel_content, _paint_channel, one_page, first_page
    ),
)
