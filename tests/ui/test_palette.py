"""The palette and the quick line by keyboard: what they find, complete and run."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.typing import press, type_text
from ui.audience.room import RoomState
from ui.dialogs.notes import NotesPanel
from ui.main_window import FacilitatorWindow
from ui.navigation import StepStatus
from ui.palette import CommandPalette
from workshop_app.domain.message import Message
from workshop_app.domain.model import Action
from workshop_app.services.operations import change_row

Key, Mod = Qt.Key, Qt.KeyboardModifier


def opened_palette(window: FacilitatorWindow) -> CommandPalette:
    press(window, Key.Key_K, Mod.ControlModifier)
    found = window.frame.findChild(CommandPalette)
    assert isinstance(found, CommandPalette) and found.isVisible()
    return found


def test_the_palette_finds_a_command_by_letters_in_any_order_and_runs_it(window: FacilitatorWindow) -> None:
    palette = opened_palette(window)
    type_text(palette.line, "зал пуст")
    assert palette.list.current() is not None and "пустой" in palette.list.current().title.casefold()
    press(window, Key.Key_Return)
    assert window.room.state is RoomState.BLANK
    assert not palette.isVisible()


def test_the_palette_finds_a_person_and_goes_there(window: FacilitatorWindow) -> None:
    person = window.bridge.engagement.people[0]
    palette = opened_palette(window)
    type_text(palette.line, person.name.split()[0])
    titles = [found.title for found in palette.list.hits.found]
    assert person.name in titles
    while palette.list.current().title != person.name:
        press(window, Key.Key_Down)
    press(window, Key.Key_Return)
    assert window.place.step == "prepare"


def test_the_palette_lists_the_parts_of_steps(window: FacilitatorWindow) -> None:
    palette = opened_palette(window)
    type_text(palette.line, "сопостав")
    press(window, Key.Key_Return)
    assert (window.place.step, window.place.sub_step) == ("audit", "match")
    done = {entry.sub_step for entry in window.rail.model.entries if entry.status is StepStatus.DONE}
    assert {"collect", "match", "overlay"} <= done


def test_a_word_is_found_in_another_form(window: FacilitatorWindow) -> None:
    palette = opened_palette(window)
    type_text(palette.line, "следующий год")
    assert "Начать сессию следующего года…" in [found.title for found in palette.list.hits.found]
    press(window, Key.Key_Escape)


def test_the_shortest_title_that_begins_as_typed_is_first(window: FacilitatorWindow) -> None:
    palette = opened_palette(window)
    type_text(palette.line, "начать сессию")
    titles = [found.title for found in palette.list.hits.found]
    assert titles[0] == "Начать сессию" and len(titles) > 1
    press(window, Key.Key_Escape)


def test_escape_closes_the_palette_and_the_focus_goes_back(window: FacilitatorWindow) -> None:
    press(window, Key.Key_J, Mod.ControlModifier)
    palette = opened_palette(window)
    type_text(palette.line, "qqqqq")
    assert palette.empty.isVisible()
    press(window, Key.Key_Escape)
    assert not palette.isVisible()
    assert window.quick_add.line.hasFocus()


def test_the_quick_line_completes_an_owner_and_a_date(window: FacilitatorWindow) -> None:
    owner = window.bridge.engagement.people[0]
    press(window, Key.Key_2, Mod.AltModifier)
    line = window.quick_add.line
    type_text(line, f"Позвонить клиенту @{owner.name[:3]}")
    assert any(owner.name == offered for offered in line.offered)
    QTest.keyClick(line, Key.Key_Return)
    type_text(line, "#зав")
    assert len(line.offered) == 1 and "завтра" in line.offered[0]
    QTest.keyClick(line, Key.Key_Tab)
    QTest.keyClick(line, Key.Key_Return)
    action = window.bridge.engagement.rows(Action)[-1]
    assert action.title == "Позвонить клиенту"
    assert action.owner_id == owner.id
    assert action.due is not None and (action.due - window.bridge.as_of).days == 1
    assert window.messages.toast_frame.isVisible()


def test_a_day_of_the_week_is_offered_by_its_name(window: FacilitatorWindow) -> None:
    line = window.quick_add.line
    line.setFocus()
    type_text(line, "Собрать список #четв")
    assert len(line.offered) == 1 and line.offered[0].startswith("чт,")
    press(window, Key.Key_Return)
    chosen = datetime.strptime(line.text().split()[-1], "#%d.%m.%Y").date()
    assert chosen.weekday() == 3 and 0 < (chosen - window.bridge.as_of).days <= 7
    line.clear()


def test_a_typed_date_is_offered_as_it_is_understood(window: FacilitatorWindow) -> None:
    line = window.quick_add.line
    line.setFocus()
    type_text(line, "Договор #+30")
    assert len(line.offered) == 1
    QTest.keyClick(line, Key.Key_Return)
    assert "#" in line.text() and "+30" not in line.text()


def test_a_command_is_found_by_another_word_for_it_and_in_the_wrong_layout(window: FacilitatorWindow) -> None:
    press(window, Key.Key_K, Mod.ControlModifier)
    palette = window.findChild(CommandPalette)
    for typed, title in (
        ("yfxfnm ctccb.", "Начать сессию"),
        ("здфт", "Перейти: План действий"),
        ("экспорт", "Выгрузить…"),
        ("масштаб", "Настройки…"),
        ("справка", "Все клавиши"),
        ("undo", "Отменить"),
        ("бэкап", "Прежние версии…"),
    ):
        palette.line.setText(typed)
        assert title in [found.title for found in palette.list.hits.found[:3]], typed
    press(window, Key.Key_Escape)


def test_what_the_quick_line_caught_is_found_and_shown_in_its_list(window: FacilitatorWindow) -> None:
    for text in ("Спросить про стерилизацию", "Закупить перчатки"):
        window.quick_add.line.setText(text)
        window.quick_add.record()
    palette = opened_palette(window)
    type_text(palette.line, "стерилиз")
    QTest.keyClick(palette.line, Key.Key_Return)
    panel = window.files.panel
    assert isinstance(panel, NotesPanel) and panel.table.hasFocus()
    line = panel.model.line(panel.table.currentIndex())
    assert line is not None and line.note.text == "Спросить про стерилизацию"
    window.bridge.run(change_row(Message("x"), line.note, created_at="2026-02-10T09:05"))
    assert panel.table.currentIndex().siblingAtColumn(1).data() == "10\u00a0фев, 9:05"
