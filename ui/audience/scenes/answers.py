"""What the room sees while departments answer in turn: how many answers there are, never what they are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ui.audience.canvas import Canvas, pages_of
from ui.audience.scene import Scene, SceneInput, Waiting
from ui.audience.scenes.counters import Counter, paint_counters, per_page
from ui.audience.scenes.overlay import badges
from ui.audience.scenes.shared import first_page
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE, SECOND_WAVE
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Activity
from workshop_app.steps.turns import asked, asked_again, sealed_counts

Asked = Callable[[Engagement], Sequence[Activity]]


@frozen
class AnswersContent:
    """A counter for each department."""

    title: str
    counters: tuple[Counter, ...]
    note: str


def _content(given: SceneInput, wave: int, asked: Asked) -> AnswersContent:
    _, engagement = given.words, given.engagement
    counts, total = sealed_counts(engagement, wave), len(asked(engagement))
    counters = tuple(
        Counter(
            badge,
            str(counts.get(department.id, 0)),
            _("of {total} answers", total=total),
            0,
            0,
            _("ready") if counts.get(department.id) else "",
        )
        for badge, department in zip(badges(engagement.departments), engagement.departments, strict=True)
    )
    return AnswersContent(_("Who does what?"), counters, _("All answers open together, when every department is ready"))


def _per(canvas: Canvas, content: AnswersContent) -> int:
    return per_page(canvas, len(content.counters))


def _pages(canvas: Canvas, content: AnswersContent) -> int:
    return pages_of(len(content.counters), _per(canvas, content))


def _paint(canvas: Canvas, content: AnswersContent, page: int) -> None:
    top, per = canvas.title(content.title), _per(canvas, content)
    paint_counters(canvas, content.counters[page * per : (page + 1) * per], top, content.note)
    count = _pages(canvas, content)
    canvas.footer("", f"{page + 1} / {count}" if count > 1 else "")


def _scene(scene_id: str, step: str | None, wave: int, what: Asked, sentence: str) -> Scene:
    content, waiting = partial(_content, wave=wave, asked=what), Waiting("counters", sentence)
    return Scene(scene_id, step, N_("Answers in turn"), content, _paint, _pages, first_page, waiting)


FIRST = N_("Each department will answer for itself: we, they, together, nobody.")
AGAIN = N_("Each department will answer again, for itself.")
ANSWERS = _scene("audit.answers", "audit", FIRST_WAVE, asked, FIRST)
ANSWERS_AGAIN = _scene("followup.answers", None, SECOND_WAVE, asked_again, AGAIN)
