"""Another language in the middle of the work: nothing that was typed is lost, what was open is open again."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.demo_files import demo_file
from tests.ui.typing import press, type_text
from ui.application import Application
from ui.dialogs.preferences import PreferencesPanel
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.services.opening import open_workshop

Key, Mod = Qt.Key, Qt.KeyboardModifier


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
