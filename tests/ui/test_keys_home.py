"""Single keys work at once on a page that was reached, or whose filters were clicked, with the mouse."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.steps.fronts import front_of
from tests.steps.shared_window import opened_desk, take_everything_back
from tests.ui.typing import press, type_text
from ui.audience.room import Live, RoomState
from ui.dialogs.notes import NotesPanel
from ui.files import FileCommands
from ui.main_window import FacilitatorWindow
from ui.navigation import Rail
from ui.pages.base import Place
from ui.steps.audit.collect import CollectPage
from ui.steps.audit.match import MatchPage
from ui.steps.audit.overlay import DecidePage, OverlayPage
from ui.steps.prepare.company import CompanyPage
from ui.steps.prepare.people import PeoplePage
from ui.steps.roles.matrix import MatrixPage
from ui.widgets.segmented import HeaderTabs
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Decision


@pytest.fixture(scope="module")
def desk(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[FacilitatorWindow]:
    yield from opened_desk(qapp, tmp_path_factory.mktemp("desk"))


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    QApplication.processEvents()
    yield desk
    take_everything_back(desk)


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def click_rail(rail: Rail, step: str, sub_step: str | None = None) -> None:
    row = next(at for at, e in enumerate(rail.model.entries) if (e.step, e.sub_step) == (step, sub_step))
    place = rail.list.visualRect(rail.model.index(row)).center()
    QTest.mouseClick(rail.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def test_pairs_are_answered_by_digits_at_once(window: FacilitatorWindow, qtbot: QtBot) -> None:
    window.go(Place("prepare", "company"))
    click_rail(window.rail, "audit")
    click_rail(window.rail, "audit", "match")
    page = window.host.page.front  # type: ignore[union-attr]  # a stepped page
    assert isinstance(page, MatchPage)
    qtbot.waitUntil(lambda: bool(page.model.lines))
    assert window.focusWidget() is page.table
    click(page.mode.segment("hand"))
    assert page.hand.isVisible()
    click(page.mode.segment("pairs"))
    assert window.focusWidget() is page.table
    before = len(page.model.lines)
    press(window, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: len(page.model.lines) == before - 1)


def test_answers_are_given_by_digits_after_a_filter_was_clicked(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "overlay", OverlayPage)
    page.table.select(page.model.lines[0].id, 3)
    click(page.which.segment("form"))
    assert page.which.current() == "form" and window.focusWidget() is page.table
    press(window, Qt.Key.Key_2)
    assert page.which.current() == "form" and window.bridge.document.undo_step is not None
    click(page.which.segment("all"))
    page.which.segment("all").setFocus(Qt.FocusReason.TabFocusReason)
    press(window, Qt.Key.Key_3)
    assert page.which.current() == "form", "who came there by keys chooses there by keys"
    click(page.which.segment("all"))


def test_a_tab_leads_to_the_list_and_a_filter_back_to_the_matrix(window: FacilitatorWindow) -> None:
    front_of(window, "prepare", "company", CompanyPage)
    tabs = next(tabs for tabs in window.host.findChildren(HeaderTabs) if tabs.isVisible())
    click(next(tab for tab in tabs.children() if getattr(tab, "key", "") == "people"))  # type: ignore[arg-type]  # a tab
    people = window.host.page.front  # type: ignore[union-attr]  # a stepped page
    assert isinstance(people, PeoplePage) and window.focusWidget() is people.table
    matrix = front_of(window, "roles", "matrix", MatrixPage)
    click(matrix.filter.segment("faulty"))
    click(matrix.filter.segment("all"))
    assert window.focusWidget() is matrix.table


def test_a_tool_gives_the_keys_back_to_the_field_that_had_them(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "collect", CollectPage)
    page.focus_column(1)
    field = window.focusWidget()
    click(page.hide_button)
    assert page.hide_button.isChecked() and window.focusWidget() is field
    click(page.hide_button)


def test_one_row_alone_is_shown_to_the_room_until_it_is_taken_back(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "decide", DecidePage)
    page.table.select(page.model.lines[0].id, 0)
    press(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.room.live.scene == "audit.one" and page.alone.isChecked()
    press(window, Qt.Key.Key_Down)
    assert window.room.live == Live("audit.one", page.room_focus()) and page.focus_id() == page.model.lines[1].id
    click(page.alone)
    assert window.room.live.scene == "audit.overlay" and window.focusWidget() is page.table
    click(page.alone)
    assert window.room.live.scene == "audit.one"
    window.go(Place("audit", "overlay"))
    assert window.room.live.scene == "audit.overlay"
    window.go(Place("audit", "decide"))
    assert window.room.live.scene == "audit.overlay" and not page.alone.isChecked()


def test_what_is_left_to_the_owner_has_a_date_and_comes_back(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "decide", DecidePage)
    activity = next(row.id for row in page.model.lines if row.decision is not None)

    def decision() -> Decision:
        return next(d for d in window.bridge.engagement.decisions if d.activity_id == activity)

    page.table.select(activity, 0)
    page.editor.choose_kind(1)
    page.editor.form.awaits.click()
    page.editor.record()
    assert decision().awaits_owner and decision().decided_on is None
    assert "Назначьте дату" in window.messages.toast_frame.text.text()
    page.table.select(activity, 0)
    page.editor.form.until.setFocus()
    type_text(page.editor.form.until, "15.05.2026")
    press(window, Qt.Key.Key_Return)
    assert decision().deferred_until == date(2026, 5, 15)
    page.table.select(activity, 0)
    cell = page.table.currentIndex().siblingAtColumn(len(page.model.columns) - 1)
    assert "Решит собственник позже, до 15\u00a0мая\u00a02026" in cell.data(Qt.ItemDataRole.ToolTipRole)
    page.editor.form.awaits.click()
    page.editor.record()
    assert not decision().awaits_owner and decision().deferred_until is None and decision().decided_on is not None


def test_the_bars_of_the_window_leave_the_keys_in_the_list(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "overlay", OverlayPage)
    QApplication.processEvents()
    room, pause = window.top_bar.room_switch, window.top_bar.pause_button
    for tool in (room.segment("freeze"), room.segment("show"), pause, pause):
        page.table.setFocus()
        click(tool)
        assert window.focusWidget() is page.table
    assert window.room.state is RoomState.SHOW and not window.timer.running
    page.table.setFocus()
    click(window.quick_add.kinds.segment("idea"))
    assert window.focusWidget() is window.quick_add.line


def test_what_was_caught_is_ticked_off_made_an_action_of_and_removed_by_mouse(window: FacilitatorWindow) -> None:
    page = front_of(window, "audit", "overlay", OverlayPage)
    QApplication.processEvents()
    for text in ("Ключи от склада", "Общая почта"):
        window.quick_add.kinds.set_current("parking")
        window.quick_add.line.setText(text)
        window.quick_add.record()
    page.table.setFocus()
    actions = len(window.bridge.engagement.actions)
    click(window.quick_add._counters["parking"])
    assert isinstance(window.files, FileCommands)
    panel = window.files.panel
    assert isinstance(panel, NotesPanel)
    done, to_action, _edit, remove = panel.tools
    click(to_action)
    assert len(window.bridge.engagement.actions) == actions + 1 and window.messages.toast_frame.isVisible()
    panel.table.select(panel.model.lines[0].id)
    click(done)
    assert all(note.resolved for note in window.bridge.engagement.notes)
    click(remove)
    assert len(window.bridge.engagement.notes) == 1 and panel.table.hasFocus()
    panel.leave()
    assert window.focusWidget() is page.table


def test_a_line_is_moved_and_removed_by_the_menu_of_the_right_button(window: FacilitatorWindow) -> None:
    page = front_of(window, "prepare", "people", PeoplePage)
    QApplication.processEvents()
    table, first = page.table, page.table.lines.lines[0].id
    click_row(table, 1)
    second = table.current_id()
    for text in ("Выше", "Убрать"):
        menu = right_click(table)
        next(action for action in menu.actions() if action.text().startswith(text)).trigger()
        menu.close()
        if text == "Выше":
            assert [line.id for line in table.lines.lines[:2]] == [second, first]
    assert second not in [line.id for line in table.lines.lines]
    assert window.messages.toast_frame.isVisible() and table.hasFocus()
    overlay = front_of(window, "audit", "overlay", OverlayPage)
    QApplication.processEvents()
    overlay.table.select(overlay.model.lines[0].id, 0)
    menu = right_click(overlay.table)
    assert any(action.text().startswith("Открыть") for action in menu.actions())
    menu.close()


def click_row(table: LineTable, row: int) -> None:
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def right_click(table: LineTable) -> QMenu:
    """The menu that comes at the current cell."""
    place = table.visualRect(table.currentIndex()).center()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(
        table.viewport(), QContextMenuEvent(reason, place, table.viewport().mapToGlobal(place), Qt.KeyboardModifier(0))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
