"""S1 in the real window: from an empty file to company, departments, heads, people and agenda, by keys alone."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.room_texts import scene_texts
from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus, SceneInput
from ui.audience.scenes.prepare import AGENDA
from ui.main_window import FacilitatorWindow
from ui.steps.prepare.agenda import AgendaPage
from ui.steps.prepare.company import CompanyPage
from ui.steps.prepare.materials import MaterialsPage
from ui.steps.prepare.page import PreparePage
from ui.steps.prepare.people import PeoplePage
from ui.widgets.segmented import HeaderTabs
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import AgendaItem, Person, Position, SessionFormat
from workshop_app.i18n import Words
from workshop_app.services.document import Document

PASTED = (
    "ФИО\tПодразделение\tДолжность\tСтавка\n"
    "Мельник Вера Петровна\tОП-2\tВедущий менеджер\t1\n"
    "Авдеев Павел Константинович\tОтдел продаж № 2\tМенеджер\t0,5\n"
    "Старцева Ольга Дмитриевна\tДирекция\tСобственник\t1\n"
)


def back_to(window: FacilitatorWindow) -> None:
    """Without a window manager the list of an editor that completed stays the active window."""
    QApplication.processEvents()
    window.activateWindow()
    QApplication.processEvents()


def people_page(window: FacilitatorWindow) -> PeoplePage:
    back_to(window)
    return front_of(window, "prepare", "people", PeoplePage)


def agenda_page(window: FacilitatorWindow) -> AgendaPage:
    back_to(window)
    front = front_of(window, "prepare", "agenda", AgendaPage)
    front.table.setFocus()
    return front


def company_page(window: FacilitatorWindow) -> CompanyPage:
    back_to(window)
    return front_of(window, "prepare", "company", CompanyPage)


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)
        QApplication.processEvents()


def add_departments(window: FacilitatorWindow, qtbot: QtBot) -> PeoplePage:
    """Two departments by Ins and Enter: after the first one the focus is on what adds the second."""
    page = people_page(window)
    page.add_new()
    type_text(focused(), "Отдел продаж № 1")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_text(focused(), "Отдел продаж № 2")
    press(qtbot, Qt.Key.Key_Return)
    return page


def add_people(page: PeoplePage, qtbot: QtBot) -> None:
    """Two people by the entry row, three pasted from a spreadsheet."""
    page.add_new()
    for name in ("Корнеева Ирина Львовна", "Зимин Артём Викторович"):
        type_text(focused(), name)
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Escape)
    QGuiApplication.clipboard().setText(PASTED)
    press(qtbot, Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)


def lines(engagement: Engagement) -> list[tuple[str, str, str]]:
    found = []
    for person in engagement.people:
        department = engagement.department(person.department_id)
        position = engagement.get(Position, person.position_id)
        found.append(
            (
                person.name,
                department.short if department else person.department_text or "",
                position.title if position else "",
            )
        )
    return found


def reopened(window: FacilitatorWindow) -> Engagement:
    path = window.bridge.document.file.path
    window.close()
    document = Document.open(path)
    document.close()
    return document.engagement


def test_the_company_and_the_session_are_typed_field_by_field(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = company_page(window)
    page.company.setFocus()
    type_text(focused(), "ООО «Аргонт»")
    press(qtbot, Qt.Key.Key_Tab)
    type_text(focused(), "20144")
    press(qtbot, Qt.Key.Key_Tab)
    assert window.bridge.engagement.company.founded is None
    assert page.founded.text() == "20144"
    page.founded.setFocus()
    page.founded.selectAll()
    type_text(page.founded, "2014")
    press(qtbot, Qt.Key.Key_Tab)
    page.question.setFocus()
    type_text(page.question, "Продать один раз или быть нужными каждый год?")
    page.start.setFocus()
    type_text(page.start, "10.00")
    page.dates.field(0).setFocus()
    type_text(page.dates.field(0), "10.02.2026")
    page.rules.setFocus()
    type_text(page.rules, "Одно решение — одно имя")
    page.norm.setFocus()
    page.norm.selectAll()
    type_text(page.norm, "37,5")
    press(qtbot, Qt.Key.Key_Return)
    engagement = reopened(window)
    company, session = engagement.company, engagement.session
    assert (company.name, company.founded) == ("ООО «Аргонт»", 2014)
    assert company.owner_question == "Продать один раз или быть нужными каждый год?"
    assert (session.starts_at, session.date, session.rules) == (
        "10:00",
        date(2026, 2, 10),
        ("Одно решение — одно имя",),
    )
    assert engagement.settings.hours_norm == Decimal("37.5")


def test_the_first_date_of_a_series_sets_the_others_a_week_apart(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    agenda_page(window).cards.card(SessionFormat.SERIES).setFocus()
    press(qtbot, Qt.Key.Key_Space)
    page = company_page(window)
    page.dates.field(0).setFocus()
    type_text(focused(), "02.03.2026")
    press(qtbot, Qt.Key.Key_Return)
    session = window.bridge.engagement.session
    assert session.dates == ("2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23")
    assert session.date == date(2026, 3, 23)
    page.dates.field(1).setFocus()
    page.dates.field(1).selectAll()
    type_text(page.dates.field(1), "11.03.2026")
    press(qtbot, Qt.Key.Key_Return)
    assert window.bridge.engagement.session.dates[1] == "2026-03-11"


def test_departments_and_people_come_from_keys_and_the_clipboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = add_departments(window, qtbot)
    assert [(d.name, d.short) for d in window.bridge.engagement.departments] == [
        ("Отдел продаж № 1", "ОП-1"),
        ("Отдел продаж № 2", "ОП-2"),
    ]
    add_people(page, qtbot)
    assert page.count.text() == "5 участников"
    window.actions_list.run("undo")
    assert len(window.bridge.engagement.people) == 2
    window.actions_list.run("redo")
    engagement = reopened(window)
    assert lines(engagement) == [
        ("Корнеева Ирина Львовна", "ОП-1", ""),
        ("Зимин Артём Викторович", "ОП-1", ""),
        ("Мельник Вера Петровна", "ОП-2", "Ведущий менеджер"),
        ("Авдеев Павел Константинович", "ОП-2", "Менеджер"),
        ("Старцева Ольга Дмитриевна", "Дирекция", "Собственник"),
    ]
    assert engagement.people[3].employment == Decimal("0.5")
    assert len(engagement.session.participants) == 5


def test_a_card_filters_the_people_and_its_editor_names_the_head(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = add_departments(window, qtbot)
    add_people(page, qtbot)
    second = window.bridge.engagement.departments[1]
    page.departments.cards.focus_card(second.id)
    press(qtbot, Qt.Key.Key_Space)
    assert [line.person.name.split()[0] for line in page.model.lines] == ["Мельник", "Авдеев"]
    press(qtbot, Qt.Key.Key_Return)
    editor = page.departments.editor
    editor.head.setFocus()
    type_text(editor.head, "мельник")
    press(qtbot, Qt.Key.Key_Return)
    editor.code.setFocus()
    editor.code.selectAll()
    type_text(editor.code, "ОП-1")
    press(qtbot, Qt.Key.Key_Tab)
    engagement = window.bridge.engagement
    melnik = next(person for person in engagement.people if person.name.startswith("Мельник"))
    assert engagement.departments[1].head_person_id == melnik.id
    assert engagement.departments[1].short == "ОП-2"
    press(qtbot, Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_cells_are_typed_ticked_moved_and_removed(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = add_departments(window, qtbot)
    add_people(page, qtbot)
    table = page.table
    first, second = window.bridge.engagement.people[:2]
    table.select(first.id, 3)
    press(qtbot, Qt.Key.Key_F2)
    editor = focused()
    assert isinstance(editor, QLineEdit)
    type_text(editor, "Начальник отдела")
    press(qtbot, Qt.Key.Key_Return)
    assert lines(window.bridge.engagement)[0][2] == "Начальник отдела"
    back_to(window)
    table.select(first.id, 4)
    press(qtbot, Qt.Key.Key_F2)
    share = focused()
    assert isinstance(share, QLineEdit)
    type_text(share, "полторы")
    press(qtbot, Qt.Key.Key_Return)
    assert table.editing() and share.text() == "полторы" and "долю ставки" in QToolTip.text()
    share.selectAll()
    type_text(share, "50 %")
    press(qtbot, Qt.Key.Key_Return)
    assert window.bridge.engagement.people[0].employment == Decimal("0.5")
    back_to(window)
    press(qtbot, Qt.Key.Key_Space)
    assert window.bridge.engagement.session.absent == (first.id,)
    press(qtbot, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert [person.id for person in window.bridge.engagement.people[:2]] == [second.id, first.id]
    press(qtbot, Qt.Key.Key_Delete)
    assert len(window.bridge.engagement.people) == 4
    window.actions_list.run("undo")
    assert len(window.bridge.engagement.people) == 5


def test_somebody_is_replaced_after_a_look_at_what_goes_over(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = people_page(window)
    page.table.select("P02")
    page.begin_replace()
    assert "Зимин" in page.replace._title.text()
    type_text(focused(), "Новикова Дарья")
    press(qtbot, Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    engagement = window.bridge.engagement
    hired = next(person for person in engagement.people if person.name == "Новикова Дарья")
    zimin = engagement.named(Person, "P02")
    assert not zimin.active and hired.position_id == zimin.position_id
    assert not any(cell.person_id == "P02" for cell in engagement.raci_cells)
    window.actions_list.run("undo")
    assert window.bridge.engagement.named(Person, "P02").active


def test_minutes_by_arrows_and_digits_and_the_sum_that_does_not_fit(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = agenda_page(window)
    assert window.bridge.engagement.agenda == ()
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert "Пока не в повестке" in window.messages.toast_frame.text.text()
    page.cards.card(SessionFormat.THREE_HOURS).setFocus()
    press(qtbot, Qt.Key.Key_Return)
    page.cards.card(SessionFormat.ONE_DAY).setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert page.sum.text() == "Сумма шагов 390 = формату 390"
    page.table.setFocus()
    page.table.select(window.bridge.engagement.agenda[1].id)
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left)
    assert window.bridge.engagement.agenda[1].minutes == 85
    press(qtbot, Qt.Key.Key_7)
    type_text(focused(), "0")
    press(qtbot, Qt.Key.Key_Return)
    assert window.bridge.engagement.agenda[1].minutes == 70
    assert "не\N{NO-BREAK SPACE}хватает 10" in page.sum.text()
    press(qtbot, Qt.Key.Key_Delete)
    assert window.bridge.engagement.settings.steps_off == ("audit",)
    press(qtbot, Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    assert [item.step for item in window.bridge.engagement.agenda[:3]] == ["diagnosis", "goals", "audit"]
    page.back.click()
    engagement = reopened(window)
    assert [item.minutes for item in engagement.agenda] == [60, 80, 50, 45, 30, 20, 20, 35, 15, 35]
    assert engagement.settings.steps_off == ()


def test_breaks_become_lines_that_can_be_lengthened(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = agenda_page(window)
    page.breaks.click()
    lunch = next(item for item in window.bridge.engagement.agenda if item.step == "lunch")
    page.table.select(lunch.id)
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left)
    assert window.bridge.engagement.named(AgendaItem, lunch.id).minutes == 45
    assert page.sum.text() == "Сумма шагов 390 = формату 390"
    press(qtbot, Qt.Key.Key_Delete)
    assert all(item.step != "lunch" for item in window.bridge.engagement.agenda)


def test_tabs_lead_through_the_step_and_the_room_follows(window: FacilitatorWindow) -> None:
    page = company_page(window).page
    assert window.room.live.scene == "prepare.question"
    tabs = page.front.findChild(HeaderTabs)
    assert tabs is not None
    tabs.chosen.emit("people")
    assert isinstance(page.front, PeoplePage)
    assert window.room.live.scene == "blank"
    agenda_page(window)
    assert window.room.live.scene == "prepare.agenda"


def test_materials_say_what_is_missing_and_forms_go_out_to_departments(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    add_departments(window, qtbot)
    page = front_of(window, "prepare", "materials", MaterialsPage)
    assert page.count.text() == "Готово: 0 из\N{NO-BREAK SPACE}6"
    lists = [line for line in page.model.lines if line.department_id]
    assert [line.of for line in lists] == ["Отдел продаж № 1", "Отдел продаж № 2"]
    page.table.select(lists[1].id)
    path = tmp_path / "form.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page.form.click()
    assert "ОП-2" in page.form.shown() and load_workbook(path).active is not None
    page.table.select("question")
    page.table.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert isinstance(window.host.page, PreparePage) and isinstance(window.host.page.front, CompanyPage)


def test_arrows_in_the_tabs_turn_the_sub_steps(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = company_page(window).page
    tabs = page.front.findChild(HeaderTabs)
    assert tabs is not None
    tabs.setFocus()
    press(qtbot, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert isinstance(page.front, AgendaPage)
    press(qtbot, Qt.Key.Key_Left)
    assert isinstance(page.front, PeoplePage)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_room_sees_six_steps_around_now_and_no_name(open_window: OpenWindow, tmp_path: Path, language: str) -> None:
    window = open_window(demo=language, language=language)
    bridge = window.bridge
    focus = Focus(options=(("step", "roles"), ("left", "31")))
    content = AGENDA.content(SceneInput(bridge.engagement, bridge.view_context, Words(language), focus))
    drawn = scene_texts(AGENDA, content)
    assert [text for text in drawn if text[0].isdigit() and ":" in text] == [
        "9:30",
        "10:45",
        "12:05",
        "13:55",
        "14:40",
        "15:10",
    ]
    assert any("31" in text for text in drawn) and any("15:30" in text for text in drawn)
    assert not any(person.name.split()[0] in text for person in bridge.engagement.people for text in drawn)
