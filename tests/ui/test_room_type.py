"""The type rule: no scene draws small, outside its image or shortened text, in any shape of screen, at the longest."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.demo_files import example_file
from ui.audience.ballot import Ballot, VoteKind, VoteQuestion
from ui.audience.canvas import SMALLEST, Canvas, TooSmallError
from ui.audience.painting import RoomPainter
from ui.audience.room import Room
from ui.audience.scene import Focus, Scene
from ui.audience.scenes import SCENES
from ui.audience.scenes.overlay import Badge
from ui.bridge import DocumentBridge
from ui.theme.service import load_fonts
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Action,
    Activity,
    Competence,
    Contribution,
    Decision,
    Function,
    Goal,
    Handoff,
    Indicator,
    Meeting,
    MeetingLog,
    Nomination,
    Position,
    Project,
    ProjectStage,
    Recognition,
    RoleCard,
    Row,
    Skill,
    SurveyQuestion,
    Training,
)
from workshop_app.i18n import Words
from workshop_app.services.document import Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.steps import STEPS
from workshop_app.steps.diagnosis.figures import Figure

SIZES = ((1920, 1080), (1280, 800), (1024, 768), (1080, 1920), (3840, 2160))
SLACK, BIG = 3.0, 10_000.0
MANY_PAGES = 24

ACTIVITY = "Подготовка и согласование технико-коммерческих предложений"
RULE = "Услуги продаёт ведущий менеджер клиента; второй отдел передаёт повод карточкой и получает 30 % зачёта"
ACTION = "Пересчитать карту услуг для сорока крупнейших клиентов и согласовать её с руководителями обоих отделов"
GOAL = "Удерживать не меньше девяноста трёх процентов прошлогодних клиентов к концу 2026 года"
COMPANY = "Общество с ограниченной ответственностью «Аргонт-Сервис Северо-Запад»"
POSITION = "Заместитель начальника отдела по работе с ключевыми клиентами"
QUESTION = "Когда мне нужна помощь соседнего отдела, я получаю её в срок и без напоминаний руководителя"
PERSON = "Константинопольская-Вознесенская Александра Валентиновна"


def longest(engagement: Engagement) -> Iterator[Row]:
    """The demo with the longest texts that people really write."""
    several = (RULE, ACTION, ACTIVITY) * 2
    texts: tuple[tuple[type[Row], dict[str, object]], ...] = (
        (Activity, {"title": ACTIVITY}),
        (Function, {"text": ACTIVITY}),
        (Action, {"title": ACTION}),
        (Goal, {"title": GOAL, "metric": ACTIVITY}),
        (Contribution, {"text": ACTIVITY}),
        (Competence, {"text": RULE}),
        (Decision, {"split_rule": RULE}),
        (Handoff, {"title": ACTIVITY, "trigger": RULE, "acceptance": RULE, "package": several[:2]}),
        (Indicator, {"title": GOAL}),
        (Meeting, {"title": ACTIVITY, "purpose": RULE, "agenda": several}),
        (Position, {"title": POSITION}),
        (Project, {"title": ACTIVITY, "purpose": RULE}),
        (ProjectStage, {"title": ACTION}),
        (Recognition, {"title": ACTIVITY, "criteria": RULE}),
        (RoleCard, {"purpose": RULE, "decides_alone": RULE, "stops_doing": RULE}),
        (SurveyQuestion, {"text": QUESTION}),
        (Training, {"title": ACTIVITY}),
    )
    for row_type, values in texts:
        for row in engagement.rows(row_type):
            known = {name: text for name, text in values.items() if getattr(row, name, None)}
            if known:
                yield replace(row, **known)
    for person in engagement.people:
        yield replace(person, name=PERSON)
    company = engagement.company
    yield MeetingLog(id="LOG", meeting_id=engagement.meetings[0].id, date=date(2026, 3, 2), decisions=several)
    form, person = engagement.recognition[0], engagement.people[0]
    for department in engagement.departments:
        if department.id != person.department_id:
            yield Nomination(
                id=f"{form.id}/{department.id}", recognition_id=form.id, department_id=department.id,
                person_id=person.id, reason=RULE,
            )  # fmt: skip
    for place in range(9):
        yield Skill(id=f"SK{place}", title=ACTIVITY, critical=True, rank=place)
    yield replace(
        company,
        owner_question=RULE,
        feedback_channel=RULE,
        name="Общество с ограниченной ответственностью «Аргонт-Сервис Северо-Запад»",
    )


def put(rows: Iterator[Row]) -> Operation:
    kept = tuple(rows)

    def apply(edit: Edit) -> None:
        for row in kept:
            edit.put(row)

    return Operation(Message("longest"), apply)


@pytest.fixture(scope="module")
def bridges(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, DocumentBridge]]:
    load_fonts()
    folder: Path = tmp_path_factory.mktemp("room")
    made = {}
    for language in ("ru", "en"):
        path = example_file(folder / f"{language}.workshop", language)
        made[language] = DocumentBridge(Document.open(path))
    made["ru"].run(put(longest(made["ru"].engagement)))
    yield made
    for bridge in made.values():
        bridge.close()


def ballots() -> Iterator[Focus]:
    options = (ACTIVITY, RULE, "Карта рынка")
    for kind in VoteKind:
        ballot = Ballot(VoteQuestion(GOAL + "?", kind, options if kind is VoteKind.DOTS else (), 18, anonymous=False))
        for place in range(9):
            ballot.cast((place % 3,), PERSON.split()[0])
        yield ballot.focus(revealed=False)
        yield ballot.focus(revealed=True)


def focuses(scene_id: str, engagement: Engagement) -> Iterator[Focus]:
    if scene_id == "vote":
        yield from ballots()
        return
    if scene_id == "countdown":
        yield Focus(options=(("left", "3599"), ("total", "3600"), ("until", "12:45"), ("next", "audit")))
        return
    step = scene_id.partition(".")[0]
    if scene_id == "diagnosis.numbers":
        yield from (Focus(options=(("figure", figure.value),)) for figure in Figure)
    yield Focus(None, False, (("step", "audit"),))
    yield Focus(None, True)
    for found in STEPS:
        if found.id == step:
            for table in found.tables:
                for row in engagement.rows(table)[:1]:
                    yield Focus(row.id, True)


def faults(canvas: Canvas, width: float, height: float) -> Iterator[str]:
    screen = QRectF(-SLACK, -SLACK, width + 2 * SLACK, height + 2 * SLACK)
    for drawn in canvas.texts:
        if drawn.font.pixelSize() < SMALLEST:
            yield f"small: {drawn.text!r}"
        if "…" in drawn.text and not drawn.text.rstrip("»”").endswith("…"):
            yield f"shortened: {drawn.text!r}"
        letters = drawn.place.height() * 0.22
        if not drawn.box.adjusted(-BIG, -SLACK, BIG, SLACK).contains(drawn.place.adjusted(0, letters, 0, -letters)):
            yield f"cut: {drawn.text!r}"
        if not screen.contains(drawn.place):
            yield f"outside: {drawn.text!r} {drawn.place.getRect()}"
    cores = [(drawn.text, core(drawn.place)) for drawn in canvas.texts if drawn.text.strip()]
    for place, (text, box) in enumerate(cores):
        yield from (
            f"over each other: {text!r}, {other!r}" for other, more in cores[place + 1 :] if box.intersects(more)
        )


def core(place: QRectF) -> QRectF:
    """The letters without the air above and below a line."""
    air = min(place.height() * 0.25, 16)
    return place.adjusted(2, air, -2, -air)


UNSEEN = (
    "id", "focus_id", "handoff_id", "focus_row", "code", "page_word", "page_words", "column_words", "scale", "sign",
    "empty", "steps", "step", "state", "run", "chart", "heads",
)  # fmt: skip
"""Fields of contents that are no texts for the room: ids, codes with pictograms of their own, patterns, charts."""
ONE_FORM = {
    "diagnosis.numbers": ("months", "months_title", "months_note", "unit", "how"),
    "diagnosis.images": ("count",),
}
"""Fields that stand in one form of a scene and not in another: of four numbers or one, hidden or open."""
INSTEAD = {("cooperation.projects", text) for text in ("Какое число изменится?", "Which number will change?")}
"""Questions in whose place the thing itself stands."""


def texts_of(content: object, unseen: tuple[str, ...] = UNSEEN) -> Iterator[str]:
    """Every text of a content, in its parts too; of a badge its code alone."""
    if isinstance(content, Enum | Badge):
        return
    if isinstance(content, str):
        yield content
    elif isinstance(content, tuple | list):
        for part in content:
            yield from texts_of(part, unseen)
    elif is_dataclass(content):
        for field in fields(content):
            if field.name not in unseen:
                yield from texts_of(getattr(content, field.name), unseen)


def squeezed(text: str) -> str:
    return "".join(text.split())


PAGE = re.compile(r"\d+–\d+ (из|of) \d+|\d+ (/|из|of) \d+")


def untold(scene_id: str, canvas: Canvas, pages: int) -> list[str]:
    """A page of several that does not say which one it is."""
    return [] if pages == 1 or any(map(PAGE.search, canvas.drawn)) else [f"{scene_id}: which of {pages} pages?"]


CASES = [
    ("ru", (1920, 1080), 1.0), ("ru", (1024, 768), 1.0), ("en", (1920, 1080), 1.3),
    *(pytest.param(language, size, zoom, marks=pytest.mark.slow) for language, size, zoom in (
        ("en", (1920, 1080), 1.0), ("en", (1280, 640), 1.0), ("ru", (1280, 800), 1.0), ("ru", (1080, 1920), 1.0),
        ("ru", (3840, 2160), 1.0),
        ("en", (1024, 768), 1.0), ("ru", (1920, 1080), 1.15), ("ru", (1920, 1080), 1.3), ("ru", (1280, 800), 1.3),
        ("ru", (1080, 1920), 1.3), ("ru", (1024, 768), 1.15), ("ru", (1024, 768), 1.3),
    )),
]  # fmt: skip
UNTITLED = ("goals.competence", "goals.goals", "roles.matrix")
"""Scenes of which enlarged type leaves the question out: the table itself needs the room."""


def there(text: str, drawn: str, zoom: float) -> bool:
    """Whether a text is in the room; enlarged, a long one may go on over the next page."""
    return squeezed(text) in drawn if zoom == 1 else all(word in drawn for word in text.split())


@pytest.mark.parametrize(("language", "size", "zoom"), CASES, ids=str)
def test_every_text_is_there_big_enough_whole_and_on_the_screen(
    bridges: dict[str, DocumentBridge], language: str, size: tuple[int, int], zoom: float
) -> None:
    room, bridge = Room(), bridges[language]
    painter = RoomPainter(room, bridge, Words(language))
    found: list[str] = []
    for make in SCENES.values():
        for scene in make():
            drawn_already: list[object] = []
            for focus in focuses(scene.id, bridge.engagement):
                room.put(scene.id, focus)
                content = painter.current()[1]
                if content not in drawn_already:
                    found += wrong(scene, painter, QSizeF(*size), zoom, again=bool(drawn_already))
                drawn_already.append(content)
    assert not found, f"{len(found)}\n" + "\n".join(list(dict.fromkeys(found))[:40])


def wrong(scene: Scene, painter: RoomPainter, size: QSizeF, zoom: float, *, again: bool) -> Iterator[str]:
    """What is wrong with the scene in the room. ``again``: with another focus, which changes the page it is on."""
    live, content = painter.current()
    count, drawn = painter.page(size, zoom)[1], ""
    whole = not again or count <= MANY_PAGES
    for canvas in pages(painter, size, zoom, range(count) if whole else (None,)):
        yield from (f"{scene.id}: {fault}" for fault in faults(canvas, canvas.width, canvas.height))
        yield from untold(scene.id, canvas, count)
        drawn += squeezed("".join(canvas.drawn))
    if not whole or scene.sentence(content) or (live.focus.option("step") and scene.id == "prepare.agenda"):
        return  # what to think about; the rows around the one that runs
    for text in texts_of(content, UNSEEN + ONE_FORM.get(scene.id, ())):
        untitled = zoom > 1 and scene.id in UNTITLED and text == getattr(content, "title", "")
        if not there(text, drawn, zoom) and (scene.id, text) not in INSTEAD and not untitled:
            yield f"{scene.id} leaves out: {text!r}"


def pages(painter: RoomPainter, size: QSizeF, zoom: float, numbers: Iterable[int | None]) -> Iterator[Canvas]:
    """Pages of what is in the room (None = the one with the focus), painted small in units of a screen of this size."""
    image = QImage(int(size.width()) // 8, int(size.height()) // 8, QImage.Format.Format_RGB32)
    for page in numbers:
        if page is not None:
            painter.room.turn(page)
        brush = QPainter(image)
        yield painter.paint(brush, size, zoom)
        brush.end()


def test_a_scene_that_draws_small_text_is_refused(qapp: QApplication) -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    brush = QPainter(image)
    canvas = Canvas(brush, QSizeF(1920, 1080))
    with pytest.raises(TooSmallError):
        canvas.text(QRectF(0, 0, 500, 60), "слишком мелко", SMALLEST - 1)
    canvas.text(QRectF(1900, 0, 300, 60), "за краем", SMALLEST)
    assert list(faults(canvas, canvas.width, canvas.height))
    brush.end()
