"""The panels over the window: one at a time, closed by the key that opened them, whole at every interface size."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.ui.conftest import OpenWindow
from tests.ui.typing import press, type_text
from ui.application import Application
from ui.dialogs.preferences import PreferencesPanel
from ui.main_window import FacilitatorWindow
from ui.overlay import OverlayPanel
from ui.pages.base import Place
from ui.palette import CommandPalette
from ui.widgets.buttons import Button
from ui.widgets.controls import CheckBox
from ui.widgets.key_cap import KeyCap
from workshop_app.services.preferences import Preferences

Key, Mod = Qt.Key, Qt.KeyboardModifier


def names(window: FacilitatorWindow) -> list[str]:
    return [panel.accessibleName() for panel in window.frame.findChildren(OverlayPanel) if panel.isVisible()]


def everything_in(panel: OverlayPanel) -> list[Any]:
    return [w for kind in (Button, QLineEdit) for w in panel.findChildren(kind) if w.isVisible()]


def test_one_panel_at_a_time_and_its_key_closes_it(window: FacilitatorWindow) -> None:
    window.go(window.place)
    before = window.focusWidget()
    press(window, Key.Key_F1)
    assert names(window) == ["Все клавиши"]
    press(window, Key.Key_Comma, Mod.ControlModifier)
    assert names(window) == ["Настройки"]
    window.quick_add_list_wanted.emit("parking")
    window.quick_add_list_wanted.emit("idea")
    assert names(window) == ["Записано по ходу сессии"]
    press(window, Key.Key_Comma, Mod.ControlModifier)
    press(window, Key.Key_Comma, Mod.ControlModifier)
    assert names(window) == []
    assert window.focusWidget() is before
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not window.frame.findChildren(PreferencesPanel)


def test_the_palette_asked_for_twice_gives_the_keys_back(window: FacilitatorWindow) -> None:
    window.go(window.place)
    before = window.focusWidget()
    press(window, Key.Key_K, Mod.ControlModifier)
    palette = window.findChild(CommandPalette)
    type_text(palette.line, "повестка")
    press(window, Key.Key_F, Mod.ControlModifier)
    assert palette.isVisible() and palette.line.selectedText() == "повестка"
    QTest.keyClick(palette.line, Key.Key_Escape)
    assert not palette.isVisible() and window.focusWidget() is before


def test_the_preferences_are_whole_at_a_large_interface_on_a_small_screen(
    open_window: OpenWindow, program: Application
) -> None:
    window = open_window(size=(1280, 640))
    window.actions_list.run("preferences")
    for size in (100, 130):
        program.theme.choose(size=size)
        QApplication.processEvents()
        (panel,) = window.frame.findChildren(PreferencesPanel)
        for part in everything_in(panel):
            assert part.height() >= part.minimumSizeHint().height()
            assert panel.rect().contains(part.rect().translated(part.mapTo(panel, part.rect().topLeft())))


def test_a_preference_is_seen_at_once_on_the_page_in_front_and_the_panel_stays(
    window: FacilitatorWindow, program: Application
) -> None:
    def keys() -> list[str]:
        return [cap.text() for cap in window.host.page.findChildren(KeyCap) if cap.isVisible()][:4]

    window.go(Place("roles", "matrix"))
    QApplication.processEvents()
    assert keys() == list("ARCI")
    window.actions_list.run("preferences")
    (panel,) = window.frame.findChildren(PreferencesPanel)
    tick = next(box for box in panel.findChildren(CheckBox) if "О И К У" in box.text())
    tick.setFocus()
    QTest.keyClick(tick, Key.Key_Space)
    QApplication.processEvents()
    assert keys() == list("ОИКУ")
    assert panel.isVisible() and window.focusWidget() is tick
    assert Preferences(program.preferences._path.parent).settings.raci_russian_letters
