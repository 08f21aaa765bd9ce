"""S7 in the real window: levels by key, risks, pairs, the plan from suggestions; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.steps.fronts import stored
from tests.steps.room_fit import faults_of
from tests.steps.shared_window import take_everything_back
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.training.plan import TrainingPlanPage
from ui.steps.training.skills import SkillsPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Activity,
    Department,
    Person,
    Row,
    Skill,
    SkillLevel,
    Training,
    TrainingKind,
    TrainingStatus,
)
from workshop_app.services.operations import put_rows
from workshop_app.steps.step import DoneItem, ViewContext
from workshop_app.steps.training import STEP
from workshop_app.steps.training.view import training_view

Key = Qt.Key
ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier

SKILLS: tuple[Row, ...] = (
    Skill(id="SK1", title="Торги", critical=True),
    Skill(id="SK2", title="Трудный разговор", rank=1),
    SkillLevel(id="SK1/P07", skill_id="SK1", person_id="P07", level=4, confirmed=True),
    SkillLevel(id="SK1/P10", skill_id="SK1", person_id="P10", level=1, confirmed=True),
    SkillLevel(id="SK2/P01", skill_id="SK2", person_id="P01", level=3),
)


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    desk.bridge.run(put_rows(Message("skills"), SKILLS))
    yield desk
    take_everything_back(desk)


def skills_of(window: FacilitatorWindow) -> SkillsPage:
    window.go(Place("training", "skills"))
    front = window.host.page.front
    assert isinstance(front, SkillsPage)
    front.table.setFocus()
    return front


def plan_of(window: FacilitatorWindow) -> TrainingPlanPage:
    window.go(Place("training", "plan"))
    front = window.host.page.front
    assert isinstance(front, TrainingPlanPage)
    if front.editing:
        front.close_form()
    front.table.setFocus()
    return front


def level_of(window: FacilitatorWindow, skill: str, person: str) -> tuple[int, bool] | None:
    row = stored(window).get(SkillLevel, f"{skill}/{person}")
    return (row.level, row.confirmed) if row else None


def write(qtbot: QtBot, field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def test_a_digit_is_a_level_and_space_confirms_it(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = skills_of(window)
    page.grid.choose(1, 2)
    qtbot.keyClick(page.table, Key.Key_3)
    assert level_of(window, "SK2", "P02") == (3, False)
    qtbot.keyClick(page.table, Key.Key_Space)
    assert level_of(window, "SK2", "P02") == (3, True)
    qtbot.keyClick(page.table, Key.Key_2)
    assert level_of(window, "SK2", "P02") == (2, False)
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert level_of(window, "SK2", "P02") is None
    window.bridge.undo()
    assert level_of(window, "SK2", "P02") == (2, False)
    qtbot.keyClick(page.table, Key.Key_7)
    assert level_of(window, "SK2", "P02") == (2, False)


@pytest.mark.parametrize("letter", ["k", "К"])
def test_k_marks_a_critical_skill_in_either_layout(window: FacilitatorWindow, letter: str) -> None:
    page = skills_of(window)
    page.grid.choose(1, 1)
    type_text(page.table, letter)
    assert stored(window).skills[1].critical


def test_a_risk_is_said_in_words_and_found_by_a_key(window: FacilitatorWindow) -> None:
    page = skills_of(window)
    page.grid.choose(1, 1)
    window.actions_list.run("next_problem")
    assert page.focus_id() == "SK1"
    index = page.model.index(0, page.model.columnCount() - 1)
    assert index.data() == "один человек"
    spoken = page.model.index(0, 7).data(int(Qt.ItemDataRole.AccessibleTextRole))
    assert spoken.startswith("Юдина") and "4" in spoken


def test_an_accepted_pair_is_planned_and_offered_no_more(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = skills_of(window)
    (offered,) = (card for card in page._view.pairs if card.pair is not None)
    tile = page.pairs.tiles[offered.id]
    tile.setFocus()
    qtbot.keyClick(tile, Key.Key_Return)
    made = stored(window).training[-1]
    assert (made.kind, made.host_department_id, made.audience) == (TrainingKind.SKILL, "A", ("P10",))
    assert "Торги" in made.title
    assert not any(card.pair for card in page._view.pairs)


def test_skills_are_typed_renamed_moved_and_removed(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = skills_of(window)
    page.add_new()
    write(qtbot, page.entry, "Поверка")
    write(qtbot, page.entry, "поверка")
    assert [skill.title for skill in stored(window).skills] == ["Торги", "Трудный разговор", "Поверка"]
    qtbot.keyClick(page.entry, Key.Key_Escape)
    assert page.table.hasFocus() and page.line.isHidden()
    page.select("SK2")
    qtbot.keyClick(page.table, Key.Key_Return)
    write(qtbot, page.entry, "Спор")
    qtbot.keyClick(page.table, Key.Key_Up, ALT)
    assert [skill.title for skill in stored(window).skills] == ["Спор", "Торги", "Поверка"]
    qtbot.keyClick(page.table, Key.Key_Delete, CONTROL)
    assert [skill.title for skill in stored(window).skills] == ["Торги", "Поверка"]


def test_a_block_of_a_spreadsheet_fills_the_matrix(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = skills_of(window)
    QGuiApplication.clipboard().setText("Договор\t1\t\t4\nТорги\t2\tх")
    qtbot.keyClick(page.table, Key.Key_V, CONTROL)
    made = stored(window).skills[-1]
    assert (level_of(window, made.id, "P01"), level_of(window, made.id, "P03")) == ((1, False), (4, False))
    assert level_of(window, "SK1", "P01") == (2, False) and level_of(window, "SK1", "P02") is None
    window.bridge.undo()
    assert len(stored(window).skills) == 2


def test_the_form_writes_every_field_of_a_training(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = plan_of(window)
    page.add_new()
    form = page.form
    assert form.title.hasFocus()
    write(qtbot, form.title, "Разбор договора")
    write(qtbot, form.host, "Отдел продаж № 1")
    write(qtbot, form.evaluation, "Договор без правок")
    write(qtbot, form.day, "20.05.2026")
    write(qtbot, form.hours, "1,5")
    write(qtbot, form.cost, "3000")
    write(qtbot, form.audience.line, "Мельник")
    made = stored(window).training[-1]
    assert (made.title, made.host_department_id, made.evaluation) == ("Разбор договора", "A", "Договор без правок")
    assert (made.date, made.hours, made.cost, made.audience) == (
        date(2026, 5, 20), Decimal("1.5"), Decimal(3000), ("P10",),
    )  # fmt: skip
    qtbot.keyClick(form, Key.Key_Escape)
    assert page.table.hasFocus()


def test_space_says_that_it_took_place(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = plan_of(window)
    page.select("T4")
    qtbot.keyClick(page.table, Key.Key_Space)
    assert next(t for t in stored(window).training if t.id == "T4").status is TrainingStatus.DONE
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert "T4" not in {t.id for t in stored(window).training}
    window.bridge.undo()
    assert "T4" in {t.id for t in stored(window).training}


def test_an_item_moves_among_its_kind_only(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = plan_of(window)
    kind = TrainingKind.CROSS_DEPARTMENT
    lines = [line for line in page.model.lines if line.stored and line.line and line.line.training.kind is kind]
    first, *_between, last = (line.id for line in lines)
    page.select(first)
    for _step in lines:
        qtbot.keyClick(page.table, Key.Key_Down, ALT)
    order = [t.id for t in stored(window).training if t.kind is kind]
    assert (order[-1], order[0]) == (first, lines[1].id) and last in order
    assert page.focus_id() == first
    page.select(order[0])
    before = stored(window).training
    qtbot.keyClick(page.table, Key.Key_Up, ALT)
    assert stored(window).training == before


def test_a_past_training_without_a_check_is_an_error(window: FacilitatorWindow) -> None:
    window.bridge.run(put_rows(Message("past"), [Training(id="T9", title="Вчера", date=date(2026, 3, 1), rank=99)]))
    view = training_view(window.bridge.engagement, ViewContext(window.bridge.as_of))
    assert [line.id for line in view.plan if line.unchecked] == ["T9"]


def test_from_an_empty_file_to_done(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.bridge.run(
        put_rows(
            Message("people"),
            [
                Department(id="A", name="Первый", short="П1"),
                Department(id="B", name="Второй", short="П2", rank=1),
                Person(id="P1", name="Орлова Анна", department_id="A"),
                Person(id="P2", name="Лис Олег", department_id="B", rank=1),
                Activity(id="ACT1", title="Расчёт цены", key=True),
            ],
        )
    )
    assert not any(item.done for item in done(window))
    skills = skills_of(window)
    skills.take_key_activities()
    assert [(skill.title, skill.critical) for skill in stored(window).skills] == [("Расчёт цены", True)]
    page = plan_of(window)
    for day in ("20.05.2027", "21.05.2027", "22.05.2027"):
        offered = next(row for row in page.model.lines if row.line is not None and not row.stored)
        page.select(offered.id)
        qtbot.keyClick(page.table, Key.Key_Return)
        write(qtbot, page.form.day, day)
        qtbot.keyClick(page.form, Key.Key_Escape)
    assert all(item.done for item in done(window))
    visits = [t for t in stored(window).training if t.kind is TrainingKind.CROSS_DEPARTMENT]
    assert {(t.host_department_id, t.audience) for t in visits} == {("B", ("P1",)), ("A", ("P2",))}


def done(window: FacilitatorWindow) -> tuple[DoneItem, ...]:
    return STEP.done_when(window.bridge.engagement, ViewContext(window.bridge.as_of))


@pytest.mark.parametrize("scene", ["training.skills", "training.plan"])
def test_the_room_sees_everything_whole_and_nobodys_level(window: FacilitatorWindow, scene: str) -> None:
    for row_id in (None, "SK1", "T4"):
        assert not list(faults_of(window, scene, Focus(row_id)))
