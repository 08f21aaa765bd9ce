"""Two people of a department wrote the same line: one answer is for both of them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from ui.steps.audit.match import MatchPage
from ui.widgets.elided import ToneLabel
from workshop_app.domain.findings import findings
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, Function, Person, Row
from workshop_app.services.document import Document, Operation
from workshop_app.services.operations import put_rows
from workshop_app.steps.audit.matching import activities_for_rest, answer_partial, answer_same

LINES = (
    ("F1", "R", "P1", "Записывает пациентов на приём", 10),
    ("F2", "K", "P2", "Принимает звонки и записывает на приём", 28),
    ("F3", "K", "P3", "принимает  звонки и записывает на приём.", 20),
    ("F4", "K", "P2", "Ведёт журнал", 1),
    ("F5", "K", "P3", "Ведёт журнал", 2),
    ("F6", "R", "P1", "Ведёт журнал", 3),
)


def rows() -> list[Row]:
    return [
        Department(id="R", name="Регистратура", short="РГ"),
        Department(id="K", name="Контакт-центр", short="КЦ"),
        *(Person(id=f"P{n}", name=name, department_id="R" if n == 1 else "K") for n, name in
          enumerate(("Петренко Оксана", "Юсупова Диляра", "Ким Алексей"), 1)),
        *(Function(id=key, department_id=home, person_id=who, text=text, hours_per_week=Decimal(hours))
          for key, home, who, text, hours in LINES),
    ]  # fmt: skip


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made = Document.create(tmp_path / "clinic.workshop")
    made.run(put_rows(Message("lists"), rows()))
    return made


def activity_of(document: Document) -> dict[str, str | None]:
    return {function.id: function.activity_id for function in document.engagement.functions}


@pytest.mark.parametrize("answer", [lambda a, b: answer_same(a, b, "Запись на приём"), answer_partial])
def test_an_answer_takes_the_lines_with_the_same_text_along(
    document: Document, answer: Callable[[Function, Function], Operation]
) -> None:
    named = {function.id: function for function in document.engagement.functions}
    document.run(answer(named["F1"], named["F2"]))
    found = activity_of(document)
    assert found["F2"] == found["F3"] is not None
    assert found["F4"] is None
    document.undo()
    assert set(activity_of(document).values()) == {None}


def test_the_hours_of_all_of_them_count_as_done_twice(document: Document) -> None:
    named = {function.id: function for function in document.engagement.functions}
    document.run(answer_same(named["F1"], named["F2"], "Запись на приём"))
    assert findings(document.engagement)[activity_of(document)["F1"] or ""].overlap_hours == 10


def test_lines_left_over_with_one_text_become_one_activity_of_their_department(document: Document) -> None:
    named = {function.id: function for function in document.engagement.functions}
    document.run(answer_same(named["F1"], named["F2"], "Запись на приём"))
    operation = activities_for_rest([named["F4"], named["F5"], named["F6"]])
    document.run(operation)
    found = activity_of(document)
    assert found["F4"] == found["F5"] and found["F6"] not in (None, found["F4"])
    assert operation.name.params == {"n": 2}


def test_a_line_added_later_goes_where_its_text_is(document: Document) -> None:
    named = {function.id: function for function in document.engagement.functions}
    document.run(activities_for_rest([named["F4"]]))
    document.run(activities_for_rest([named["F5"]]))
    assert len(document.engagement.activities) == 1


def test_the_card_shows_everybody_and_their_hours(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "card.workshop"
    made = Document.create(path)
    made.run(put_rows(Message("lists"), rows()[:8]))
    made.close()
    match = front_of(open_window(path=path), "audit", "match", MatchPage)
    qtbot.waitUntil(lambda: bool(match.model.lines))
    assert "10 + 48 = 58" in match.card.effect.text()
    said = {label.text().replace("\N{NO-BREAK SPACE}", " ") for label in match.card.findChildren(ToneLabel)}
    assert {"Юсупова Д., Ким А.", "48 ч/нед"} <= said
