"""Scenes that belong to no step: the calm blank page and the step's key question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from ui.audience.canvas import STATUS, SUMMARY, TITLE, Canvas
from ui.audience.scene import Scene, SceneInput
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.steps import STEPS

WAITING_WIDTH = 1500.0


@frozen
class BlankContent:
    """The workshop's name and nothing else."""

    name: str


def _blank_content(given: SceneInput) -> BlankContent:
    return BlankContent(given.engagement.company.name or given.words("Joint planning"))


def _paint_blank(canvas: Canvas, content: BlankContent, page: int) -> None:
    width = canvas.right - canvas.left
    lines = canvas.lines(content.name, width, SUMMARY, strong=True) if content.name else []
    y = (canvas.height - len(lines) * SUMMARY * 1.3) / 2
    for line in lines:
        box = QRectF(canvas.left, y, width, SUMMARY * 1.3)
        canvas.text(box, line, SUMMARY, "text2", strong=True, align=Qt.AlignmentFlag.AlignHCenter)
        y += SUMMARY * 1.3


@frozen
class QuestionContent:
    """A step's name and its key question."""

    step: str
    question: str


def _question_content(given: SceneInput) -> QuestionContent:
    step_id = given.focus.option("step")
    step = next((step for step in STEPS if step.id == step_id), None)
    if step is None:
        return QuestionContent("", given.engagement.company.owner_question)
    return QuestionContent(given.words(step.title), given.words(step.question))


def _paint_question(canvas: Canvas, content: QuestionContent, page: int) -> None:
    width = canvas.right - canvas.left
    height = canvas.paragraph_height(content.question, width, TITLE, strong=True)
    y = (canvas.height - height) / 2 - 40
    canvas.text(QRectF(canvas.left, y - 90, width, 70), content.step, STATUS, "text2")
    canvas.paragraph(canvas.left, y, width, content.question, TITLE, strong=True)


def paint_waiting(canvas: Canvas, title: str, sentence: str) -> None:
    """A scene without content: its question, and one large sentence to think about."""
    top = canvas.title(title)
    width = canvas.even_width(sentence, min(canvas.right - canvas.left, WAITING_WIDTH), SUMMARY)
    height = canvas.paragraph_height(sentence, width, SUMMARY)
    y = max(top, top + (canvas.bottom - top - height) * 0.4)
    canvas.paragraph(canvas.left, y, width, sentence, SUMMARY, "text2")


def one_page(_canvas: Canvas, _content: object) -> int:
    """For scenes of a single page."""
    return 1


def first_page(_canvas: Canvas, _content: object) -> int:
    """For scenes whose focus is on the first page."""
    return 0


BLANK = Scene("blank", None, N_("Blank"), _blank_content, _paint_blank, one_page, first_page)
QUESTION = Scene("question", None, N_("Key question"), _question_content, _paint_question, one_page, first_page)
