"""Lists as companies keep them, pasted: people with their departments, candidates, goals."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import press
from ui.pages.base import Place
from ui.steps.prepare.people import PeoplePage
from ui.steps.prepare.people_table import DEPARTMENT, HOURS
from ui.widgets.buttons import Button
from workshop_app.steps.prepare.company import change_field

MERGED = (
    "Штатное расписание\t\t\n\t\t\n"
    "ФИО\tПодразделение\tДолжность\n"
    '"Константинопольская\nАлександра Владиславовна"\tОтдел корпоративных продаж\tНачальник отдела\n'
    "Рождественский Максимилиан Всеволодович\t\tМенеджер\n\t\t\n"
    "Абдурахманов Гаджимурад Магомедсаидович\tОтдел розничных продаж\tРуководитель\n"
    "Петрова-Водкина Анна-Мария Сергеевна\t\tСпециалист\n"
    "Вольский Аркадий Аркадьевич\tДирекция\tСобственник\n"
)
"""As it comes from a staff list with merged cells, a title, empty rows and a cell of two lines."""

SERVICE = "Сидоров Пётр Петрович\tСлужба сервиса\tИнженер\nКузнецова Елизавета\tСлужба сервиса\tРуководитель службы\n"


SMALL = (
    "ФИО\tОтдел\tДолжность\nСоколова Анна\tОтдел продаж\tНачальник отдела\n"
    "Белов Олег\tПроизводство\tНачальник\nБелова Ия\tПроизводство\tМастер\nОрлов Ян\tДоставка\tСборщик\n"
)


def test_a_first_list_tells_which_departments_it_brings_and_which_wait(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.go(Place("prepare", "people"))
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    assert "0" not in page.note.text()
    QGuiApplication.clipboard().setText(SMALL)
    press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert [d.name for d in window.bridge.engagement.departments] == ["Производство"]
    assert window.messages.toast_frame.text.text() == "Отделы: новых 1; Сотрудники: новых 4"
    banner = window.messages.banner
    assert "Отдел продаж; Доставка" in banner.text.text()
    assert page.table.columnWidth(DEPARTMENT) > QFontMetrics(page.table.font()).horizontalAdvance("Отдел продаж")
    link = next(link for link in banner.findChildren(Button) if link.text() == "Пусть участвуют")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    heads = {d.name: d.head_person_id for d in window.bridge.engagement.departments}
    assert heads == {"Производство": "P02", "Отдел продаж": "P01", "Доставка": None}
    place = page.model.index(page.model.row_of("P01"), DEPARTMENT)
    assert place.data() == "" and place.data(Qt.ItemDataRole.ToolTipRole) == "Отдел продаж"
    change = change_field(window.bridge.engagement.settings, "hours_norm", Decimal("36.5"))
    assert change is not None and window.bridge.run(change)
    head = page.table.horizontalHeader()
    room = head.sectionSize(HOURS) - 20
    assert QFontMetrics(head.font()).horizontalAdvance(page.model.columns[HOURS].title) <= room


def test_a_staff_list_brings_its_departments(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.go(Place("prepare", "people"))
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    for text in (MERGED, SERVICE):
        QGuiApplication.clipboard().setText(text)
        press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    engagement = window.bridge.engagement
    heads = {d.name: d.head_person_id for d in engagement.departments}
    assert list(heads) == ["Отдел корпоративных продаж", "Отдел розничных продаж"]
    assert heads["Отдел розничных продаж"] == engagement.people[2].id
    assert engagement.people[1].department_id == engagement.departments[0].id
    banner = window.messages.banner
    assert "Служба сервиса" in banner.text.text() and "Дирекция" not in banner.text.text()
    link = next(link for link in banner.findChildren(Button) if link.text() == "Пусть участвуют")
    qtbot.mouseClick(link, Qt.MouseButton.LeftButton)
    engagement = window.bridge.engagement
    assert not banner.isVisible() and window.focusWidget() is page.table
    assert (engagement.departments[2].name, engagement.departments[2].head_person_id) == ("Служба сервиса", "P07")
    window.actions_list.run("undo")
    assert len(window.bridge.engagement.departments) == 2 and len(window.bridge.engagement.people) == 7


def test_sentences_are_pasted_as_candidates_and_goals(open_window: OpenWindow) -> None:
    window = open_window()
    for sub_step, text in (
        ("competence", 'Кандидат\n"Мы отвечаем\nза час"\n\nМы знаем сеть клиента\n'),
        ("goals", "№\tЦель\tБыло\n1\tОтвет за час\t26\n\t\t\n2\tОтвет за час\t\n3\tНи одной жалобы\t6\n"),
    ):
        window.go(Place("goals", sub_step))
        QApplication.processEvents()
        QGuiApplication.clipboard().setText(text)
        press(window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    engagement = window.bridge.engagement
    assert [candidate.text for candidate in engagement.competences] == ["Мы отвечаем за час", "Мы знаем сеть клиента"]
    assert [goal.title for goal in engagement.goals] == ["Ответ за час", "Ни одной жалобы"]
    assert "целей: 2" in window.messages.toast_frame.text.text()
    window.bridge.undo()
    assert not window.bridge.engagement.goals
