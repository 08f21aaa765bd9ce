"""The frame by keyboard: undo and redo, timer, rail, problems, room keys, language and look."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from tests.demo_files import demo_file
from tests.ui.typing import press, type_text
from ui.application import Application
from ui.audience.room import RoomState
from ui.course import Course, course_of
from ui.main_window import FacilitatorWindow
from ui.navigation import Rail
from ui.overlay import OverlayPanel
from ui.pages.base import Place
from ui.session_timer import SessionTimer
from ui.widgets.buttons import Button
from ui.widgets.layout import HintLine
from ui.widgets.table_view import LineTable
from ui.window_menus import timer_menu
from workshop_app.domain.message import Message
from workshop_app.domain.model import Note, NoteKind, PrivateNote
from workshop_app.i18n import Words
from workshop_app.services.opening import open_workshop
from workshop_app.services.operations import put_rows
from workshop_app.storage.errors import DiskFull

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_undo_and_redo_say_what_they_did(window: FacilitatorWindow) -> None:
    before = len(window.bridge.engagement.notes)
    press(window, Key.Key_3, Mod.AltModifier)
    type_text(window.quick_add.line, "Вопрос про склад")
    QTest.keyClick(window.quick_add.line, Key.Key_Return)
    assert window.bridge.engagement.rows(Note)[-1].kind is NoteKind.PARKING
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert len(window.bridge.engagement.notes) == before
    toast = window.messages.toast_frame
    assert "Вопрос про склад" in toast.text.text()
    hints = window.host.currentWidget().findChild(HintLine)
    covered = window.host.rect().bottom() - toast.y()
    assert covered <= hints.height() + 7  # the line of the hints and the margin under it, nothing above
    press(window, Key.Key_Y, Mod.ControlModifier)
    assert len(window.bridge.engagement.notes) == before + 1
    window.notice("Список читали", ())
    assert window.messages.banner.geometry().bottom() < window.host.currentWidget().y()
    for plate in (toast, window.messages.banner):
        press(window, Key.Key_Escape)
        assert not plate.isVisible()
    assert window.host.currentWidget().y() == 0


def test_tab_goes_as_one_reads(window: FacilitatorWindow) -> None:
    parts = (window.top_bar, window.rail, window.host, window.guide, window.quick_add)
    for place in (Place("prepare", "people"), Place("audit", "decide")):
        window.go(place)
        window.guide.fold_button.setFocus()
        met = []
        for _step in range(60):
            press(window, Key.Key_Tab)
            part = next(part for part in parts if part.isAncestorOf(window.focusWidget()))
            met += [part] if not met or met[-1] is not part else []
            if len(met) > len(parts):
                break
        assert met == [window.guide, window.quick_add, window.top_bar, window.rail, window.host, window.guide]
    line = window.quick_add.line
    line.setFocus()
    press(window, Key.Key_F1)
    panel = next(panel for panel in window.frame.findChildren(OverlayPanel) if panel.isVisible())
    for _step in range(6):
        press(window, Key.Key_Tab)
        assert panel.isAncestorOf(window.focusWidget())  # what lies over the page keeps the keys
    press(window, Key.Key_Escape)
    assert not panel.isVisible() and window.focusWidget() is line


def test_the_timer_runs_pauses_and_gets_longer_by_key(window: FacilitatorWindow) -> None:
    window.go(Place("audit"))
    planned = window.timer.planned
    press(window, Key.Key_F8)
    assert window.timer.running
    press(window, Key.Key_F8, Mod.ShiftModifier)
    press(window, Key.Key_F8, Mod.ControlModifier)
    assert window.timer.planned == planned + 6 * 60
    press(window, Key.Key_F8)
    assert not window.timer.running


def test_a_step_that_got_more_time_has_it_when_one_comes_back(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "collect"))
    planned = window.timer.planned
    press(window, Key.Key_F8, Mod.ShiftModifier)
    press(window, Key.Key_F8, Mod.ControlModifier)
    window.go(Place("goals"))
    assert window.timer.planned != planned + 6 * 60
    window.go(Place("audit", "collect"))
    assert window.timer.planned == planned + 6 * 60
    menu = timer_menu(window)
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == [f"{planned // 60 + 6}\u00a0мин"]


def test_the_timer_menu_sets_another_length(window: FacilitatorWindow) -> None:
    window.top_bar.timer_view.setFocus()
    press(window, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    lengths = [action.text() for action in menu.actions() if "мин" in action.text() and action.isCheckable()]
    assert len(lengths) == 11
    next(action for action in menu.actions() if action.text().startswith("15")).trigger()
    menu.close()
    assert window.timer.planned == 15 * 60 and window.timer.running


def test_the_menu_holds_every_action_by_section(window: FacilitatorWindow) -> None:
    press(window, Key.Key_M, Mod.AltModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    held = {action.objectName() for sub in menu.findChildren(QMenu) for action in sub.actions()}
    menu.close()
    assert held >= {action.id for action in window.actions_list.all()}


def test_the_rail_folds_and_the_guide_too(window: FacilitatorWindow, program: Application) -> None:
    wide = window.rail.width()
    press(window, Key.Key_B, Mod.ControlModifier)
    assert window.rail.width() < wide / 2
    program.switch_language()
    assert window.rail.width() < wide / 2 and program.preferences.settings.rail_folded
    program.switch_language()
    press(window, Key.Key_B, Mod.ControlModifier)
    folded = window.guide.folded
    press(window, Key.Key_G, Mod.ControlModifier)
    assert window.guide.folded is not folded


def test_steps_by_key_and_problems_by_key(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "collect"))
    press(window, Key.Key_PageDown, Mod.ControlModifier)
    assert window.place.sub_step == "match"
    press(window, Key.Key_PageUp, Mod.ControlModifier)
    assert window.place.sub_step == "collect"
    press(window, Key.Key_F4)
    assert window.messages.toast_frame.isVisible()


def test_the_room_by_key(window: FacilitatorWindow) -> None:
    press(window, Key.Key_F6)
    assert window.room.state is RoomState.FREEZE
    window.go(Place("plan"))
    assert not window.room.live.scene.startswith("plan")
    press(window, Key.Key_F7)
    assert window.room.state is RoomState.BLANK
    press(window, Key.Key_F5)
    assert window.room.state is RoomState.SHOW
    assert window.room.live.scene.startswith("plan")


def test_the_language_is_switched_live(window: FacilitatorWindow, program: Application) -> None:
    window.go(Place("goals"))
    program.switch_language()
    QApplication.processEvents()
    assert window.place.step == "goals"
    assert window.top_bar.room_caption.text() == "Window closed · F9"
    window.quick_add.line.setText("still works")
    window.quick_add.record()
    assert window.bridge.engagement.rows(Note)[-1].text == "still works"
    window.room.guard("test", "said once")
    assert window.messages.toast_frame.text.text() == "said once"


def test_the_look_is_switched_live(window: FacilitatorWindow, program: Application) -> None:
    def darkness() -> int:
        return window.grab().toImage().pixelColor(window.width() // 2, 5).lightness()

    light = darkness()
    program.theme.choose("dark")
    QApplication.processEvents()
    assert darkness() < 80 < light
    program.theme.choose("light")


def test_private_notes_are_written_when_the_field_is_left_and_stay_with_their_step(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "collect"))
    if window.guide.folded:
        window.toggle_guide()
    window.guide.notes.setFocus()
    type_text(window.guide.notes, "про себя")
    assert window.bridge.engagement.get(PrivateNote, "audit") is None
    press(window, Key.Key_PageDown, Mod.ControlModifier)
    window.go(Place("plan"))
    note = window.bridge.engagement.get(PrivateNote, "audit")
    assert note is not None and note.text == "про себя"
    assert window.guide.notes.toPlainText() == ""


def test_a_change_the_disk_refuses_is_said_until_one_is_saved(
    window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = window.bridge.document.file.path

    def refuse(_operation: object) -> None:
        raise DiskFull(path)

    assert window.top_bar.saved.text() == "Сохранено"
    with monkeypatch.context() as patched:
        patched.setattr(window.bridge.document, "run", refuse)
        window.quick_add.line.setText("не запишется")
        window.quick_add.record()
    assert window.top_bar.saved.text() == "Не сохранено: диск заполнен"
    assert window.top_bar.place_button.isVisible()
    assert window.quick_add.line.text() == "не запишется"
    assert window.messages.banner.isVisible()
    window.quick_add.record()
    assert window.top_bar.saved.text() == "Сохранено"
    assert not window.top_bar.place_button.isVisible() and not window.messages.banner.isVisible()


def test_the_course_tells_the_finish_and_the_delay(window: FacilitatorWindow) -> None:
    now = 0.0
    timer = SessionTimer(clock=lambda: now)
    engagement = window.bridge.engagement
    timer.offer("diagnosis", 60)
    course = course_of(engagement, timer, datetime(2026, 2, 10, 9, 30))
    assert course is not None and course.late is None
    planned = course.finish
    timer.start()
    now = 80 * 60.0
    late = course_of(engagement, timer, datetime(2026, 2, 10, 10, 50))
    assert late is not None and late.late == 20 and late.finish != planned
    assert late.pace_words(window.words) == "на 20\xa0мин позже"
    for language in ("ru", "en"):
        rail = Rail(window.theme, window.icons, Words(language))
        for minutes in (1, 100, 240, -240):
            rail.set_course(Course("17:45", minutes))
            wide = rail.pace.sizeHint().width() + rail.finish.sizeHint().width()
            assert wide + 8 <= rail.width() - 32
    rehearsal = course_of(engagement, timer, datetime(2026, 2, 9, 10, 50))
    assert rehearsal is not None and rehearsal.pace_words(window.words) == ""
    timer.pause()


def test_the_facilitator_is_warned_once_before_the_end_of_a_step(
    window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place("audit"))
    said: list[str] = []
    window.course.warned.connect(said.append)
    now = 0.0
    monkeypatch.setattr(window.timer, "_clock", lambda: now)
    monkeypatch.setattr(window.course, "_clock", lambda: datetime(2026, 2, 10, 3))  # at night: no session runs late
    window.timer.start(20)
    now = 15 * 60.0 + 1
    window.timer.ticked.emit()
    window.timer.ticked.emit()
    now = 20 * 60.0 + 1
    window.timer.ticked.emit()
    window.timer.pause()
    assert said == ["До конца шага осталось 5\xa0минут.", "Время шага вышло."]
    assert all(text not in str(window.desk.painter.current()) for text in said)


def test_stage_mode_hides_what_is_private_and_comes_back(window: FacilitatorWindow, program: Application) -> None:
    press(window, Key.Key_F11)
    assert not any(part.isVisible() for part in window.stage.private_parts())
    assert window.host.isVisible()
    assert program.theme.size == 130 and program.preferences.settings.size == 100
    press(window, Key.Key_F11)
    assert all(part.isVisible() for part in window.stage.private_parts())
    assert program.theme.size == 100


def test_stage_mode_shows_no_amounts(window: FacilitatorWindow) -> None:
    window.go(Place("rewards", "simulation"))
    page = window.host.page
    assert page is not None

    def money() -> bool:
        table = page.front.table
        model = table.findChild(LineTable).model() if not isinstance(table, LineTable) else table.model()
        heads = [str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())]
        return any("₽" in head for head in heads)

    assert money()
    window.stage.toggle()
    assert not money()
    window.stage.toggle()
    assert money()


def test_the_keys_go_to_the_page_after_a_step_by_key(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "overlay"))
    for _ in range(3):
        press(window, Key.Key_PageDown, Mod.ControlModifier)
        focused = window.focusWidget()
        assert focused is not None and window.host.page.isAncestorOf(focused), window.place


def test_a_page_behind_another_does_not_move_the_window(window: FacilitatorWindow, qtbot: QtBot) -> None:
    window.go(Place("audit", "match"))
    matching = window.host.page.front
    window.go(Place("goals", "goals"))
    qtbot.waitUntil(window.tasks.idle)
    QApplication.processEvents()
    matching.queue.changed.emit()
    assert window.place.step == "goals"
    assert [entry.step for entry in window.rail.model.entries if entry.current and not entry.sub_step] == ["goals"]


def test_a_change_by_another_program_is_read_and_the_own_one_is_kept(window: FacilitatorWindow) -> None:
    path, bridge = window.bridge.document.file.path, window.bridge
    person = bridge.engagement.people[0]
    with sqlite3.connect(path) as other:
        other.execute("UPDATE company SET name = 'Другое имя'")
    bridge.run(put_rows(Message("x"), [replace(person, name="Моё")]))
    assert bridge.engagement.company.name == "Другое имя"
    assert bridge.engagement.person(person.id).name == "Моё"
    assert "другая программа" in window.messages.toast_frame.text.text()


def test_a_file_somebody_has_is_followed_and_can_be_taken_over(
    program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    path = demo_file(tmp_path / "Taken.workshop")
    other = open_workshop(path)
    window = program.show_file(path)
    qtbot.waitExposed(window)
    assert window.bridge.document.read_only
    assert "Файл занят" in window.messages.banner.text.text()
    person = other.document.engagement.people[0]
    other.document.run(put_rows(Message("x"), [replace(person, name="Новое")]))
    window.bridge.follow()
    assert window.bridge.engagement.person(person.id).name == "Новое"
    window.messages.banner.put_away()
    window.quick_add.line.setText("Здесь не запишется")
    window.quick_add.record()
    assert window.top_bar.palette_button.isVisible() and window.quick_add.line.text() == "Здесь не запишется"
    take_it = next(link for link in window.messages.banner.findChildren(Button) if link.text() == "Забрать себе")
    take_it.click()
    QApplication.processEvents()
    assert window not in program.windows
    assert not program.windows[-1].bridge.document.read_only
    other.close()


def test_after_the_last_workshop_the_start_window_is_there(window: FacilitatorWindow, program: Application) -> None:
    press(window, Key.Key_W, Mod.ControlModifier)
    assert window not in program.windows
    assert program.start is not None and program.start.isVisible()
    program.start.close()


def test_stage_mode_plays_the_case_without_name_and_bonus(window: FacilitatorWindow) -> None:
    window.go(Place("rewards", "test"))
    front = window.host.page.front
    keep = front.result.rows["after"][0]
    assert "₽" in keep.amount.text() and not front.person.isHidden()
    window.stage.toggle()
    said = " ".join(label.text() for label in front.result.findChildren(QLabel))
    assert "₽" not in said and "%" in keep.amount.text()
    assert front.person.isHidden()
    window.stage.toggle()
    assert "₽" in keep.amount.text()
