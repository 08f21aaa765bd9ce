"""S6 in the real window: handoffs described from decisions, the way, projects with stages; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.steps.fronts import stored
from tests.steps.room_fit import faults_of
from tests.steps.shared_window import take_everything_back
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.cooperation.handoffs import HandoffsPage
from ui.steps.cooperation.project_form import ProjectForm
from ui.steps.cooperation.projects import ProjectsPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, Handoff, Person, ProjectKind, StageStatus
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.cooperation import STEP
from workshop_app.steps.cooperation.operations import change_handoff, items_of, set_department
from workshop_app.steps.step import ViewContext

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    yield desk
    take_everything_back(desk)


def handoffs_of(window: FacilitatorWindow) -> HandoffsPage:
    window.go(Place("cooperation", "handoffs"))
    front = window.host.page.front
    assert isinstance(front, HandoffsPage)
    if front.editing:
        front.close_form()
    front.table.setFocus()
    return front


def projects_of(window: FacilitatorWindow) -> ProjectsPage:
    window.go(Place("cooperation", "projects"))
    front = window.host.page.front
    assert isinstance(front, ProjectsPage)
    return front


def write(qtbot: QtBot, field: object, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_text(field, text)
    qtbot.keyClick(field, Key.Key_Return)


def test_enter_takes_the_handoff_that_a_decision_asks_for(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    waiting = next(line for line in page.model.lines if line.suggested is not None)
    page.select(waiting.id)
    qtbot.keyClick(page.table, Key.Key_Return)
    made = stored(window).handoffs[-1]
    assert waiting.suggested is not None
    assert (made.activity_id, made.title) == (waiting.suggested.activity_id, waiting.suggested.title)
    assert page.editing and page.form.trigger.hasFocus()
    assert waiting.id not in {line.id for line in page.model.lines}
    window.bridge.undo()
    assert waiting.id in {line.id for line in page.model.lines}


def test_the_form_writes_every_field_of_a_handoff(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    page.add_new()
    form = page.form
    assert form.title.hasFocus()
    write(qtbot, form.title, "Новый договор")
    write(qtbot, form.trigger, "Договор подписан")
    write(qtbot, form.from_person, "Гущина")
    write(qtbot, form.to_person, "Мельник")
    write(qtbot, form.package, "договор; контакт")
    write(qtbot, form.acceptance, "Позвонили клиенту")
    write(qtbot, form.hours, "1,5")
    write(qtbot, form.escalation, "Начальник")
    assert len(form.ticks) == 2
    for tick in form.ticks.values():
        tick.click()
    made = stored(window).handoffs[-1]
    assert (made.title, made.trigger, made.acceptance) == ("Новый договор", "Договор подписан", "Позвонили клиенту")
    assert (made.from_department_id, made.to_department_id) == ("A", "B")
    assert (made.package, made.response_hours) == (("договор", "контакт"), Decimal("1.5"))
    assert set(made.accepted_by) == {"A", "B"}
    qtbot.keyClick(form, Key.Key_Escape)
    assert not page.editing and page.table.hasFocus()


def test_words_are_no_hours(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    page.select("H1")
    page.edit()
    write(qtbot, page.form.hours, "скоро")
    assert page.form.hours.accessibleDescription()
    write(qtbot, page.form.hours, "-3")
    assert page.form.hours.accessibleDescription()
    assert stored(window).handoffs == window.bridge.engagement.handoffs
    assert next(h for h in stored(window).handoffs if h.id == "H1").response_hours == 4


def test_a_digit_walks_the_way_and_a_click_on_a_pill_too(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    qtbot.keyClick(page.table, Key.Key_3)
    assert page.focus_id() == page.way.crossing_ids()[2] == page.way.current
    assert window.room.live.focus.row_id == page.focus_id()
    page.way.grab()
    pill, handoff_id = page.way._pills[0]
    qtbot.mouseClick(page.way, Qt.MouseButton.LeftButton, pos=QPoint(*map(int, pill.center().toTuple())))
    assert page.focus_id() == handoff_id


def test_a_cell_is_edited_where_it_stands(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    page.table.select("H3", 4)
    qtbot.keyClick(page.table, Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    type_text(editor, "Расчёт понятен")
    qtbot.keyClick(editor, Key.Key_Return)
    QApplication.processEvents()
    assert next(h for h in stored(window).handoffs if h.id == "H3").acceptance == "Расчёт понятен"


def test_deleted_and_moved_handoffs_come_back(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    before = window.bridge.engagement.handoffs
    page.select("H2")
    qtbot.keyClick(page.table, Key.Key_Up, ALT)
    assert [h.id for h in stored(window).handoffs][:2] == ["H2", "H1"]
    qtbot.keyClick(page.table, Key.Key_Delete)
    assert "H2" not in {h.id for h in stored(window).handoffs}
    window.bridge.undo()
    window.bridge.undo()
    assert stored(window).handoffs == before


def test_rows_of_a_spreadsheet_become_handoffs(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = handoffs_of(window)
    rows = "Акт\tОП-1\tМельник\tАкт подписан\tакт; скан\tОплата видна\t8 ч\nСчёт\tкто-то\t\t\t\t\tскоро"
    QGuiApplication.clipboard().setText(rows)
    qtbot.keyClick(page.table, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    act, bill = stored(window).handoffs[-2:]
    assert (act.from_department_id, act.to_person_id, act.package, act.response_hours) == (
        "A", "P10", ("акт", "скан"), Decimal(8),
    )  # fmt: skip
    assert (bill.title, bill.from_department_id, bill.response_hours) == ("Счёт", None, None)
    window.bridge.undo()
    assert act.id not in {h.id for h in stored(window).handoffs}


def test_new_words_need_to_be_accepted_again() -> None:
    handoff = Handoff(id="H1", title="Акт", package=("акт",), accepted_by=("A", "B"))
    document = _document(handoff)
    document.run(change_handoff(handoff, package=("акт", "скан")))
    assert document.engagement.handoffs[0].accepted_by == ()
    document.close()


def test_a_person_of_another_department_does_not_stay(window: FacilitatorWindow) -> None:
    engagement = window.bridge.engagement
    handoff = next(h for h in engagement.handoffs if h.id == "H1")
    window.bridge.run(set_department(engagement, handoff, "from", "A"))
    changed = next(h for h in stored(window).handoffs if h.id == "H1")
    assert (changed.from_department_id, changed.from_person_id) == ("A", None)


def test_items_are_separated_by_semicolons() -> None:
    assert items_of(" акт;  скан договора ;; ") == ("акт", "скан договора")


def _document(*rows: Handoff) -> Document:
    import tempfile
    from pathlib import Path

    document = Document.create(Path(tempfile.mkdtemp()) / "Test.workshop")
    people = (Department(id="A", name="А", short="А"), Department(id="B", name="Б", short="Б", rank=1))
    document.run(put_rows(Message("test"), (*people, *rows)))
    return document


def test_a_project_is_started_and_gets_people_stages_and_a_number(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = projects_of(window)
    page.add_new()
    write(qtbot, page.entry, "Один звонок")
    made = stored(window).projects[-1]
    assert (made.title, made.kind, made.start) == ("Один звонок", ProjectKind.PROJECT, date(2026, 2, 10))
    assert made.start is not None and made.end is not None and 60 <= (made.end - made.start).days <= 90
    form = page.area.cells[made.id].form
    assert isinstance(form, ProjectForm)
    write(qtbot, form.leader, "Гущина")
    write(qtbot, form.team.line, "Мельник")
    write(qtbot, form.measure, "Дней до ответа")
    write(qtbot, form.target, "2")
    write(qtbot, form.stage, "Список")
    write(qtbot, form.stage, "Звонки")
    first = form.stage_lines[f"{made.id}/1"]
    write(qtbot, first.due, "20.03.2026")
    first.status.setFocus()
    qtbot.keyClick(first.status, Key.Key_Down)
    qtbot.keyClick(first.status, Key.Key_Down)
    made = stored(window).projects[-1]
    assert (made.leader_id, made.team, made.result_target) == ("P03", ("P03", "P10"), Decimal(2))
    stages = [s for s in stored(window).project_stages if s.project_id == made.id]
    assert [(s.title, s.due, s.status) for s in stages] == [
        ("Список", date(2026, 3, 20), StageStatus.DONE),
        ("Звонки", None, StageStatus.OPEN),
    ]
    assert "лидер" not in " ".join(text for text, _token in page.area.cells[made.id].tile.faults.shown)
    qtbot.keyClick(form, Key.Key_Escape)
    assert page.area.cells[made.id].tile.hasFocus()


def test_one_department_alone_is_an_error_in_words(window: FacilitatorWindow) -> None:
    page = projects_of(window)
    project = window.bridge.engagement.projects[0]
    window.bridge.run(_team_of(project.id, window, ("P09", "P10")))
    faults = dict(page.area.cells[project.id].tile.faults.shown)
    assert faults["Не\N{NO-BREAK SPACE}межотдельный: добавьте людей из другого отдела"] == "err"


def _team_of(project_id: str, window: FacilitatorWindow, team: tuple[str, ...]):
    project = next(p for p in window.bridge.engagement.projects if p.id == project_id)
    return put_rows(Message("team"), [replace(project, team=team)])


def test_a_team_without_end_has_no_dates(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = projects_of(window)
    page.add_team()
    write(qtbot, page.entry, "Дежурные")
    made = stored(window).projects[-1]
    assert (made.kind, made.start, made.end) == (ProjectKind.TEAM, None, None)
    form = page.area.cells[made.id].form
    assert isinstance(form, ProjectForm) and form.stages_part.isHidden()
    form.close_form()


def test_people_leave_the_team_by_backspace_and_by_their_cross(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = projects_of(window)
    page.area.edit("PR1")
    form = page.area.cells["PR1"].form
    assert isinstance(form, ProjectForm)
    team = window.bridge.engagement.projects[0].team
    form.team.line.setFocus()
    qtbot.keyClick(form.team.line, Key.Key_Backspace)
    assert stored(window).projects[0].team == team[:-1]
    write(qtbot, form.team.line, "Все: Отдел продаж № 1")
    assert {"P01", "P08"} <= set(stored(window).projects[0].team)
    form.close_form()


def test_cards_are_walked_moved_and_removed_by_keys(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = projects_of(window)
    page.area.select("PR1")
    tile = page.area.cells["PR1"].tile
    qtbot.keyClick(tile, Key.Key_Right)
    assert page.focus_id() == "PR2" and page.area.cells["PR2"].tile.hasFocus()
    qtbot.keyClick(page.area.cells["PR2"].tile, Key.Key_3)
    assert page.focus_id() == "PR3"
    qtbot.keyClick(page.area.cells["PR3"].tile, Key.Key_Up, ALT)
    assert [p.id for p in stored(window).projects] == ["PR1", "PR3", "PR2"]
    qtbot.keyClick(page.area.cells["PR3"].tile, Key.Key_Delete)
    assert [p.id for p in stored(window).projects] == ["PR1", "PR2"]
    window.bridge.undo()
    assert len([s for s in stored(window).project_stages if s.project_id == "PR3"]) == 2


def test_from_an_empty_file_to_done(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    rows = [Department(id="A", name="Первый", short="П1"), Department(id="B", name="Второй", short="П2", rank=1)]
    people = [
        Person(id="P1", name="Орлова Анна", department_id="A"),
        Person(id="P2", name="Лис Олег", department_id="B", rank=1),
    ]
    window.bridge.run(put_rows(Message("people"), [*rows, *people]))
    assert not any(item.done for item in _done(window))
    page = handoffs_of(window)
    page.add_new()
    form = page.form
    for field, text in (
        (form.title, "Заявка"),
        (form.trigger, "Клиент позвонил"),
        (form.from_person, "Орлова"),
        (form.to_person, "Лис"),
        (form.package, "контакт"),
        (form.acceptance, "Перезвонили"),
        (form.hours, "4"),
    ):
        write(qtbot, field, text)
    projects = projects_of(window)
    projects.add_new()
    write(qtbot, projects.entry, "Общий список")
    project = projects.area.cells[window.bridge.engagement.projects[0].id].form
    assert isinstance(project, ProjectForm)
    for field, text in ((project.leader, "Лис"), (project.team.line, "Орлова"), (project.measure, "Клиентов")):
        write(qtbot, field, text)
    write(qtbot, project.target, "20")
    assert all(item.done for item in _done(window))
    assert len(stored(window).handoffs) == len(stored(window).projects) == 1


def _done(window: FacilitatorWindow):
    return STEP.done_when(window.bridge.engagement, ViewContext(window.bridge.as_of))


@pytest.mark.parametrize("scene", ["cooperation.handoffs", "cooperation.projects"])
def test_the_room_sees_everything_whole(window: FacilitatorWindow, scene: str) -> None:
    for row_id in (None, "H4", "PR2"):
        assert not list(faults_of(window, scene, Focus(row_id)))
