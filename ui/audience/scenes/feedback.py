"""What the room sees of feedback: the indicators, the pulse of the company only, where suggestions go."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import SMALLEST, STATUS, Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.indicators import INDICATOR_SCENES
from ui.audience.scenes.shared import first_page, one_page
from workshop_app.domain.message import N_
from workshop_app.steps.feedback.view import feedback_view

QUESTION_ROW = 132.0


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
    *INDICATOR_SCENES,
    Scene(
        "feedback.pulse",
        "feedback",
        N_("Pulse survey"),
        _pulse_content,
        _paint_pulse,
        _pulse_pages,
        first_page,
        waiting=Waiting("rows", N_("Eleven statements, five minutes, no names.")),
    ),
    Scene(
        "feedback.suggestions", "feedback", N_("Suggestions"), _channel_content, _paint_channel, one_page, first_page
    ),
)
