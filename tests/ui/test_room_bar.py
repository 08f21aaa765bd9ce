"""What the top bar tells the facilitator of the room: what it sees, whether anybody sees it, and the key for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from tests.ui.typing import press, type_text
from ui.application import Application
from ui.audience.room import RoomState
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.audit.collect import CollectPage
from ui.widgets.segmented import Segment
from workshop_app.steps.prepare.departments import add_department
from workshop_app.storage.errors import DiskFull


def test_the_bar_says_what_the_room_sees_and_which_key_changes_it(window: FacilitatorWindow) -> None:
    bar, thumbnail = window.top_bar, window.thumbnail
    window.go(Place("diagnosis", "numbers"))

    def told() -> tuple[str, str, str]:
        return bar.room_caption.text(), bar.room_scene.text(), thumbnail.accessibleName()

    assert told() == ("Окно закрыто · F9", "Пять цифр", "Сейчас на экране зала: окно закрыто")
    press(window, Qt.Key.Key_F9)
    assert told() == ("Зал видит", "Пять цифр", "Сейчас на экране зала: эфир")
    press(window, Qt.Key.Key_F6)
    window.go(Place("goals"))
    assert told() == ("Стоп-кадр · F5", "Пять цифр", "Сейчас на экране зала: стоп-кадр")
    press(window, Qt.Key.Key_F7)
    assert told()[:2] == ("Зал видит · F5", "Пустой экран")
    window.actions_list.run("room_decided")
    assert told()[:2] == ("Зал ещё видит · F5", "Что мы решили")
    press(window, Qt.Key.Key_F5)
    assert told()[0] == "Зал видит"
    press(window, Qt.Key.Key_F9)
    assert told()[0] == "Окно закрыто · F9"
    window.actions_list.run("session_begin")
    assert "F9" in window.messages.toast_frame.text.text()


def test_work_in_groups_ends_by_its_own_name(window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    window.actions_list.run("room_groups_5")
    ends = window.desk._steady() + 6 * 60
    monkeypatch.setattr(window.desk, "_steady", lambda: ends)
    window.desk.tick()
    assert window.messages.toast_frame.text.text() == "Время работы в группах вышло. F5 снова покажет страницу."


def test_the_end_of_a_break_is_told_in_a_blank_room_too(
    window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_list.run("room_break_5")
    window.actions_list.run("room_blank")
    window.desk.tick()
    assert window.desk.counting
    ends = window.desk._steady() + 6 * 60
    monkeypatch.setattr(window.desk, "_steady", lambda: ends)
    window.desk.tick()
    assert window.messages.toast_frame.text.text() == "Перерыв закончился. F5 снова покажет страницу."
    assert not window.desk.counting and window.room.state is RoomState.BLANK


def test_a_large_interface_on_a_small_screen_keeps_the_name_and_says_saved_by_its_sign(
    open_window: OpenWindow, program: Application
) -> None:
    window = open_window(demo="ru", size=(1280, 640))
    bar = window.top_bar
    assert bar.saved.isVisible()
    program.theme.choose(size=130)
    QApplication.processEvents()
    assert not bar.saved.isVisible() and bar.saved_sign.toolTip() == "Сохранено"
    assert len(bar.name.shown_text()) >= 8
    window.saved._settled(DiskFull(window.bridge.document.file.path))
    assert bar.saved.isVisible() and bar.place_button.isVisible()
    QApplication.processEvents()
    for part in (bar.room_switch, *bar.room_switch.findChildren(Segment), bar.timer_view):
        assert part.width() >= part.minimumSizeHint().width()


def test_after_unseen_typing_the_room_goes_on_with_the_work_or_is_called_to_mind(open_window: OpenWindow) -> None:
    window = open_window()
    for name in ("Регистратура", "Лечебный отдел"):
        window.bridge.run(add_department(name))
    toast = window.messages.toast_frame.text
    window.desk.audience.show()
    window.go(Place("audit", "collect"))
    QApplication.processEvents()
    type_text(window.focusWidget(), "Звонить накануне")
    assert toast.text() == "Пока списки вводят вслепую, в зале стоп-кадр. F5 покажет счётчики."
    window.go(Place("audit", "match"))
    QApplication.processEvents()
    assert toast.text() == "В зале всё ещё стоп-кадр. F5 покажет залу эту страницу."
    assert window.top_bar.room_caption.text() == "Стоп-кадр · F5"
    press(window, Qt.Key.Key_F5)
    assert (window.top_bar.room_caption.text(), window.top_bar.room_scene.text()) == ("Зал видит", "Сопоставление")

    collect = front_of(window, "audit", "collect", CollectPage)
    for at, department in enumerate(window.bridge.engagement.departments):
        collect.focus_column(at)
        type_text(window.focusWidget(), f"Принимать звонки {at}")
        press(window, Qt.Key.Key_Return)
        assert window.bridge.engagement.functions[-1].department_id == department.id
    seen = window.top_bar.room_caption
    assert seen.text() == "Стоп-кадр · F5"
    window.go(Place("prepare", "people"))
    QApplication.processEvents()
    assert seen.text() == "Стоп-кадр · F5", "he looks something up: the room does not see where"
    window.room.show()
    window.go(Place("audit", "collect"))
    window.focusWidget().setText("")
    type_text(window.focusWidget(), "Ещё")
    window.go(Place("audit", "match"))
    QApplication.processEvents()
    assert toast.text() == "Зал снова следует за вами."
    assert (seen.text(), window.top_bar.room_scene.text()) == ("Зал видит", "Сопоставление")
    window.room.on_command = True
    window.go(Place("audit", "collect"))
    window.room.show()
    type_text(window.focusWidget(), "Ещё")
    window.go(Place("goals"))
    QApplication.processEvents()
    assert seen.text() == "Зал ещё видит · F5" and window.room.live.scene == "audit.collect"
