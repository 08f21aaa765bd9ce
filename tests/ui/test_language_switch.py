"""Another language in the middle of the work: nothing that was typed is lost, what was open is open again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.demo_files import demo_file
from tests.ui.typing import press, type_text
from ui.application import Application
from ui.dialogs.preferences import PreferencesPanel
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.import_preview.opening import begin_import
from ui.pages.import_preview.page import ImportPage
from workshop_app.services.opening import open_workshop

Key, Mod = Qt.Key, Qt.KeyboardModifier
STAFF = """Подразделение;ФИО;Должность;Кем работает
Отдел продаж № 1;Корнеева Ирина Львовна;Директор;Директор по продажам
Отдел продаж № 2;Новиков Пётр Ильич;Менеджер;Менеджер по ключевым
Отдел продаж № 2;Орлова Дария;Менеджер;Инженер
"""


def test_what_is_typed_goes_along_into_the_other_language(window: FacilitatorWindow, program: Application) -> None:
    press(window, Key.Key_4, Mod.AltModifier)
    type_text(window.quick_add.line, "Мысль, не дописанная до")
    window.go(Place("audit", "collect"))
    QApplication.processEvents()
    field = next(f for f in window.host.page.findChildren(QLineEdit) if f.accessibleName() == "Новая функция")
    field.setFocus()
    type_text(field, "Звонить накануне приёма")
    program.switch_language()
    QApplication.processEvents()
    assert (window.quick_add.line.text(), window.quick_add.kinds.current()) == ("Мысль, не дописанная до", "idea")
    again = window.focusWidget()
    assert isinstance(again, QLineEdit) and again is not field and again.text() == "Звонить накануне приёма"
    before = len(window.bridge.engagement.functions)
    QTest.keyClick(again, Key.Key_Return)
    assert len(window.bridge.engagement.functions) == before + 1
    program.switch_language()


def test_an_import_that_is_being_looked_at_stays_with_its_answers_and_corrections(
    window: FacilitatorWindow, program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "staff.csv"
    path.write_text(STAFF, encoding="utf-8")
    page = begin_import(window.context, window, None, Place("prepare", "people"), path)
    assert page is not None
    qtbot.waitUntil(lambda: page._task is None)
    page.table.mapped.emit(3, "position")
    qtbot.waitUntil(lambda: page._task is None)
    page.table.corrected.emit(4, 1, "Орлова Дарья")
    qtbot.waitUntil(lambda: page._task is None)
    page.table.stand_at(1, 1)
    assert page.preview is not None
    before = page.preview
    program.switch_language()
    again = window.host.currentWidget()
    assert isinstance(again, ImportPage) and again is not page
    qtbot.waitUntil(lambda: again.preview is not None)
    shown = again.preview
    assert shown is not None and again.confirm.text().startswith("Import")
    assert [column.field for column in shown.columns] == [column.field for column in before.columns]
    assert [row.cells for row in shown.rows] == [row.cells for row in before.rows]
    assert any("Орлова Дарья" in row.cells for row in shown.rows) and again.table.place() == (1, 1)
    QTest.keyClick(again, Key.Key_Return, Mod.ControlModifier)
    qtbot.waitUntil(lambda: window.host.page is not None)
    assert (window.place.step, window.place.sub_step) == ("prepare", "people")
    assert any(person.name == "Орлова Дарья" for person in window.bridge.engagement.people)
    program.switch_language()


def test_the_preferences_stay_open_in_the_language_that_was_chosen(
    window: FacilitatorWindow, program: Application
) -> None:
    window.actions_list.run("preferences")
    window.files.panel._language("en")  # type: ignore[union-attr]
    QApplication.processEvents()
    (panel,) = [panel for panel in window.frame.findChildren(PreferencesPanel) if panel.isVisible()]
    assert panel.accessibleName() == "Preferences"
    program.switch_language()


def test_who_has_the_file_is_said_in_the_other_language_too(program: Application, tmp_path: Path) -> None:
    path = demo_file(tmp_path / "Taken.workshop")
    other = open_workshop(path)
    window = program.show_file(path)
    assert "Файл занят" in window.messages.banner.text.text()
    program.switch_language()
    assert "Who has the file" in window.messages.banner.text.text()
    window.close()
    other.close()
