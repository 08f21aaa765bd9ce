"""What is live in the room, in a window: frozen images, blank, pages, breaks, votes, the remote control."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.room_texts import room_texts
from tests.ui.typing import type_text
from ui.audience.room import RoomState
from ui.audience.screens import AudienceScreens
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.remote import RemoteCommand, remote_command
from ui.vote_panel import VotePanel
from ui.window_menus import timer_menu
from workshop_app.domain.message import Message
from workshop_app.domain.model import Activity
from workshop_app.services.operations import change_row

Key, Mod = Qt.Key, Qt.KeyboardModifier


def test_a_frozen_image_keeps_its_words_when_the_document_changes(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "overlay"))
    window.room.freeze()
    before = room_texts(window)
    activity = next(a for a in window.bridge.engagement.rows(Activity) if any(a.title[:8] in text for text in before))
    window.bridge.run(change_row(Message("x"), activity, title="ТАЙНОЕ НАЗВАНИЕ"))
    assert room_texts(window) == before
    window.room.show()
    assert any("ТАЙНОЕ" in text for text in room_texts(window))


def test_an_audience_window_opened_while_frozen_shows_the_frozen_image(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "overlay"))
    before = room_texts(window)
    window.room.freeze()
    window.go(Place("plan"))
    window.audience.show()
    assert window.audience.window is not None
    assert window.audience.window.painter.current()[0].scene == "audit.overlay"
    assert room_texts(window) == before
    window.audience.hide()


def test_blank_shows_the_name_alone_and_freezing_it_keeps_it_blank(window: FacilitatorWindow) -> None:
    window.go(Place("audit", "overlay"))
    window.room.blank()
    assert room_texts(window) == [window.bridge.engagement.company.name]
    window.room.freeze()
    assert room_texts(window) == [window.bridge.engagement.company.name]


def test_the_pages_of_a_long_list_are_told_and_turned_by_key(window: FacilitatorWindow) -> None:
    window.go(Place("plan", "actions"))
    total = len(window.bridge.engagement.actions)
    assert any(text.startswith("1–") and text.endswith(f"из {total}") for text in room_texts(window))
    QTest.keyClick(window, Key.Key_PageDown, Mod.ControlModifier | Mod.ShiftModifier)
    assert not any(text.startswith("1–") for text in room_texts(window))


def test_a_break_counts_down_and_ends_without_a_word_to_the_room(window: FacilitatorWindow) -> None:
    now = datetime(2026, 2, 10, 15, 30)
    desk, said = window.desk, []
    desk.said.connect(said.append)
    desk._clock, desk._steady = lambda: now, lambda: now.timestamp()
    window.go(Place("goals"))
    window.actions_list.run("room_break_15")
    assert {"Перерыв", "15:00", "Продолжим в 15:45"} <= set(room_texts(window))
    now += timedelta(minutes=2, seconds=20)
    desk.tick()
    assert "12:40" in room_texts(window)
    window.actions_list.run("room_clock_more")
    assert {"13:40", "Продолжим в 15:46"} <= set(room_texts(window))
    desk._clock = lambda: now - timedelta(hours=1)  # the wall clock is set to another zone
    desk.tick()
    assert {"13:40", "Продолжим в 14:46"} <= set(room_texts(window))
    desk._clock = lambda: now
    window.go(Place("roles"))
    assert "13:40" in room_texts(window)
    now += timedelta(minutes=14)
    desk.tick()
    assert "0:00" in room_texts(window) and "Продолжаем" in room_texts(window)
    assert not desk.counting
    assert len(said) == 1
    window.actions_list.run("room_show")
    assert window.room.live.scene.startswith("roles")


def test_the_common_scenes_are_a_command_away(window: FacilitatorWindow) -> None:
    for action, words in (
        ("room_decided", "Что мы решили"),
        ("room_changes", "Что изменилось?"),
        ("room_thanks", "Спасибо!"),
        ("room_agenda", "Где мы сейчас"),
    ):
        window.go(Place("audit"))
        window.actions_list.run(action)
        assert words in room_texts(window), action
    window.actions_list.run("room_question")
    assert window.room.live.focus.option("step") == "audit"


def test_what_was_decided_names_every_owner_and_pages(window: FacilitatorWindow) -> None:
    window.actions_list.run("room_decided")
    drawn = room_texts(window)
    assert "22" in drawn and "решения" in " ".join(drawn)
    assert any(text.startswith("1–") and text.endswith("из 22") for text in drawn)
    seen: set[str] = set()
    _page, count = window.desk.painter.page(QSizeF(1920, 1080))
    for page in range(count):
        window.room.turn(page)
        seen |= set(room_texts(window))
    code = window.bridge.engagement.departments[0].short
    assert code in seen
    window.go(Place("roles", "matrix"))
    window.quick_add.choose("decision")
    type_text(window.quick_add.line, "Отпуска согласуем вместе")
    QTest.keyClick(window.quick_add.line, Key.Key_Return)
    window.room.turn(count - 1)
    drawn = room_texts(window)
    assert any(text.endswith("из 23") for text in drawn) and {"Роли", "Отпуска согласуем вместе"} <= set(drawn)


def move_pointer(over: QWidget, at: QPointF) -> None:
    """The event a moving pointer sends, without the pointer: where it stands and what is under it do not matter."""
    place = QPointF(over.mapToGlobal(at))
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(over, QMouseEvent(QEvent.Type.MouseMove, at, place, none, none, Mod.NoModifier))


def picture_of_the_room(window: FacilitatorWindow) -> QImage:
    image = QImage(320, 180, QImage.Format.Format_RGB32)
    brush = QPainter(image)
    window.desk.painter.paint(brush, QSizeF(320, 180))
    brush.end()
    return image


def test_the_spotlight_is_a_key_and_follows_the_pointer(window: FacilitatorWindow) -> None:
    QTest.keyClick(window, Key.Key_F10)
    assert window.room.spotlight == (0.5, 0.5)
    lit = picture_of_the_room(window)
    window.room.point((0.25, 0.5))
    assert picture_of_the_room(window) != lit
    window.room.point((0.5, 0.5))
    assert picture_of_the_room(window) == lit
    thumbnail = window.thumbnail
    box = thumbnail.picture()
    move_pointer(thumbnail, box.topLeft() + QPointF(box.width() * 0.25, box.height() * 0.75))
    assert window.room.spotlight == pytest.approx((0.25, 0.75))
    move_pointer(thumbnail, box.topLeft() - QPointF(0, 2))
    assert window.room.spotlight == pytest.approx((0.25, 0.75)), "beside the picture it stays"
    assert thumbnail.hasMouseTracking()
    QTest.keyClick(window, Key.Key_F10)
    assert window.room.spotlight is None
    move_pointer(thumbnail, box.center())
    assert window.room.spotlight is None


def key_event(key: Qt.Key, text: str = "", code: int = 0, modifiers: Qt.KeyboardModifier = Mod.NoModifier) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers, code, 0, 0, text)


def test_remote_keys_go_by_the_physical_key_not_by_the_letter() -> None:
    russian = int(Qt.Key.Key_unknown)
    assert remote_command(key_event(Key.Key_PageDown)) is RemoteCommand.NEXT
    assert remote_command(key_event(Key.Key_PageUp)) is RemoteCommand.PREVIOUS
    assert remote_command(key_event(Key.Key_B, "b")) is RemoteCommand.BLANK
    assert remote_command(key_event(Key.Key_Period, ".")) is RemoteCommand.BLANK
    assert remote_command(key_event(Qt.Key(russian), "и", 56)) is RemoteCommand.BLANK
    assert remote_command(key_event(Key.Key_A, "a", 38)) is None
    assert remote_command(key_event(Key.Key_B, "b", modifiers=Mod.ControlModifier)) is None


def test_the_remote_control_works_only_where_it_was_switched_on(window: FacilitatorWindow) -> None:
    window.go(Place("plan", "actions"))
    target = window.top_bar.menu_button
    target.setFocus()
    QTest.keyClick(target, Key.Key_B)
    assert window.room.state is RoomState.SHOW
    window.room.set_remote(True)
    QTest.keyClick(target, Key.Key_B)
    assert window.room.state is RoomState.BLANK
    QTest.keyClick(target, Key.Key_Period)
    assert window.room.state is RoomState.SHOW
    QTest.keyClick(target, Key.Key_PageDown)
    assert window.room.live.page == 1
    line = window.quick_add.line
    line.setFocus()
    type_text(line, "b.")
    assert line.text() == "b." and window.room.state is RoomState.SHOW
    window.room.set_remote(False)
    target.setFocus()
    QTest.keyClick(target, Key.Key_B)
    assert window.room.state is RoomState.SHOW


def test_larger_type_in_the_room_takes_more_pages(window: FacilitatorWindow) -> None:
    window.go(Place("plan", "actions"))
    size = QSizeF(1920, 1080)
    usual = window.desk.painter.page(size)[1]
    window.preferences.change(room_zoom=130)
    zoom = window.desk.shape()[1]
    assert zoom == pytest.approx(1.3)
    assert window.desk.painter.page(size, zoom)[1] > usual


def test_several_people_vote_in_turn_unseen_by_the_next_and_by_the_room(window: FacilitatorWindow) -> None:
    window.actions_list.run("room_vote")
    panel = window.frame.findChild(VotePanel)
    assert isinstance(panel, VotePanel)
    type_text(panel.question, "Берём единую очередь?")
    panel.expected.setText("2")
    QTest.keyClick(panel.question, Key.Key_Return)
    entry = panel.entry
    type_text(entry, "4")
    assert entry.sheet.chosen() == (4,)
    QTest.keyClick(entry, Key.Key_Return)
    assert entry.sheet.chosen() == () and entry.covered
    assert {"Берём единую очередь?", "1 из 2"} <= set(room_texts(window))
    assert "хорошо" not in room_texts(window)
    QTest.keyClick(entry, Key.Key_Space)
    type_text(entry, "5")
    QTest.keyClick(entry, Key.Key_Return)
    assert panel.stack.currentIndex() == 2
    window.go(Place("plan"))
    assert "хорошо" not in room_texts(window)
    window.actions_list.run("room_show")
    assert {"хорошо", "очень хорошо, помогу"} <= set(room_texts(window))
    window.actions_list.run("room_show")
    assert window.room.live.scene.startswith("plan")


def test_a_closed_audience_window_is_told_and_opens_again(window: FacilitatorWindow) -> None:
    said: list[str] = []
    screens: AudienceScreens = window.audience
    screens.changed.connect(said.append)
    QTest.keyClick(window, Key.Key_F9)
    assert screens.window is not None and screens.window.isVisible()
    screens.window.close()
    assert not screens.window.isVisible() and not screens.wanted
    QTest.keyClick(window, Key.Key_F9)
    assert screens.window.isVisible()
    assert said[0] == "window" and "hidden" in said


def test_keys_pressed_in_the_room_window_work_as_in_the_facilitators(window: FacilitatorWindow) -> None:
    window.audience.show()
    room = window.audience.window
    assert room is not None
    QTest.keyClick(room, Key.Key_F7)
    assert window.room.state is RoomState.BLANK
    QTest.keyClick(room, Key.Key_F5)
    assert window.room.state is RoomState.SHOW


def test_the_agenda_in_the_room_counts_on(window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    now = 0.0
    monkeypatch.setattr(window.timer, "_clock", lambda: now)
    window.go(Place("audit"))
    window.timer.start(80)
    now = 60.0
    window.actions_list.run("room_agenda")
    assert "79 мин" in " ".join(room_texts(window))
    now = 600.0
    window.timer.ticked.emit()
    assert "70 мин" in " ".join(room_texts(window))
    window.timer.pause()


def test_the_timers_menu_tells_plan_against_clock_by_step_and_leads_there(
    window: FacilitatorWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = 0.0
    monkeypatch.setattr(window.timer, "_clock", lambda: now)
    window.go(Place("diagnosis"))
    QTest.keyClick(window, Key.Key_F8)
    now = 50 * 60.0
    window.go(Place("audit"))
    QTest.keyClick(window, Key.Key_F8)
    now = 65 * 60.0
    menu = timer_menu(window)
    (times,) = (action.menu() for action in menu.actions() if action.text() == "Прошло и по плану")
    assert isinstance(times, QMenu)
    first, second, day = (a.text().replace("\xa0", " ") for a in times.actions() if not a.isSeparator())
    assert " 50 из " in first and " 15 из " in second and day.startswith("Сессия: 65 из ")
    times.actions()[0].trigger()
    assert window.place.step == "diagnosis"
    menu.close()
    window.timer.pause()
