"""The matrix in the real window: letters by one key, blocks, fixes; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.room_texts import room_texts
from tests.steps.role_pages import cards_of, matrix_of
from tests.steps.shared_window import take_everything_back
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import SceneInput
from ui.audience.scenes import scene_of
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.roles.matrix import MatrixPage
from ui.steps.roles.words import column_title
from workshop_app.domain.checks import message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import RaciCell
from workshop_app.domain.short_names import two_names
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.roles.operations import set_letters

Key = Qt.Key
NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    yield desk
    take_everything_back(desk)


def at(matrix: MatrixPage, activity: str, person: str) -> None:
    matrix.grid.choose(matrix.model.row_of(activity), matrix.model.column_of(person))


def letters(window: FacilitatorWindow, activity: str, person: str) -> str:
    """What stands in the file itself."""
    document = Document.open(window.bridge.document.file.path, read_only=True)
    cell = document.engagement.get(RaciCell, f"{activity}/{person}")
    document.close()
    return cell.letters if cell else ""


@pytest.mark.parametrize(
    ("typed", "stored"),
    [("r", "R"), ("к", "R"), ("A", "A"), ("ф", "A"), ("а", "A"), ("с", "C"), ("c", "C"), ("ш", "I"), ("I", "I")],
)
def test_one_key_writes_a_letter_in_either_layout(
    window: FacilitatorWindow, qtbot: QtBot, typed: str, stored: str
) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT05", "P03")
    type_text(matrix.table, typed.lower())
    assert letters(window, "ACT05", "P03") == stored


def test_shift_adds_and_del_clears_and_undo_brings_back(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT05", "P03")
    qtbot.keyClick(matrix.table, Key.Key_R)
    qtbot.keyClick(matrix.table, Key.Key_A, SHIFT)
    assert letters(window, "ACT05", "P03") == "AR"
    qtbot.keyClick(matrix.table, Key.Key_A, SHIFT)
    assert letters(window, "ACT05", "P03") == "R"
    qtbot.keyClick(matrix.table, Key.Key_Delete)
    assert letters(window, "ACT05", "P03") == ""
    window.bridge.undo()
    assert letters(window, "ACT05", "P03") == "R"


def test_a_letter_outside_the_set_changes_nothing_and_names_the_keys(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT05", "P03")
    type_text(matrix.table, "и")
    assert letters(window, "ACT05", "P03") == ""
    assert "A, R, C, I" in window.messages.toast_frame.text.text()


def test_the_russian_set_is_a_preference(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    window.preferences.change(raci_russian_letters=True)
    at(matrix, "ACT05", "P03")
    type_text(matrix.table, "к")
    assert letters(window, "ACT05", "P03") == "C"
    type_text(matrix.table, "и")
    assert letters(window, "ACT05", "P03") == "R"


def test_a_block_from_excel_lands_at_the_cursor_as_one_step(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    first, second = (row.id for row in matrix.model.rows[4:6])
    at(matrix, first, "P03")
    QGuiApplication.clipboard().setText("a/r\tc\r\n\ti\r\n")
    qtbot.keyClick(matrix.table, Key.Key_V, CONTROL)
    assert [letters(window, first, person) for person in ("P03", "P04")] == ["AR", "C"]
    assert [letters(window, second, person) for person in ("P03", "P04")] == ["", "I"]
    window.bridge.undo()
    assert letters(window, first, "P03") == ""


def test_a_block_of_russian_letters_is_read_as_such(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    row = matrix.model.rows[4].id
    at(matrix, row, "P03")
    QGuiApplication.clipboard().setText("О\tИ\tК\tУ")
    qtbot.keyClick(matrix.table, Key.Key_V, CONTROL)
    assert [letters(window, row, f"P0{n}") for n in (3, 4, 5, 6)] == ["A", "R", "C", "I"]


def break_rows(window: FacilitatorWindow) -> None:
    """Two A in ACT03, none in ACT01."""

    def put(activity_id: str, person_id: str, text: str) -> None:
        engagement: Engagement = window.bridge.engagement
        activity, person = engagement.activity(activity_id), engagement.person(person_id)
        assert activity is not None and person is not None
        window.bridge.run(set_letters(activity, person, text))

    put("ACT03", "P09", "A")
    put("ACT01", "P01", "")


def test_verdicts_faults_filters_and_one_click_fixes(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    break_rows(window)
    model = matrix.model
    row = model.row_of("ACT03")
    assert model.index(row, model.verdict).data() == "A у\N{NO-BREAK SPACE}2: оставьте одного"
    faulty = model.rows[row].faults
    assert set(faulty) == {"P01", "P09"}
    matrix.filter.segment("no_a").click()
    assert [shown.id for shown in model.rows] == ["ACT01"]
    matrix.filter.segment("all").click()
    problems = matrix.problems
    line = next(line for line in problems.model.lines if line.result.check.id == "RACI-02")
    index = problems.model.index(problems.model.row_of(line.id), 1)
    problems.table.scrollTo(index)
    place = problems.table.visualRect(index).center()
    qtbot.mouseClick(problems.table.viewport(), Qt.MouseButton.LeftButton, NONE, QPoint(place.x(), place.y()))
    assert "RACI-02" not in model.rows[model.row_of("ACT03")].rules
    window.bridge.undo()
    assert "RACI-02" in model.rows[model.row_of("ACT03")].rules


def test_all_empty_rows_are_filled_at_once_and_namesakes_told_apart(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix, bridge = matrix_of(window), window.bridge
    emptied = bridge.engagement.raci_rows[:3]
    cells = [cell for cell in bridge.engagement.raci_cells if cell.activity_id in {row.id for row in emptied}]
    bridge.run(remove_rows(Message("rows"), [*cells, *emptied]))
    assert matrix.problems.fill.isVisible() and "3" in matrix.problems.fill.text()
    matrix.problems.fill.click()
    filled = {cell.activity_id for cell in bridge.engagement.raci_cells}
    assert {row.id for row in emptied} <= filled and matrix.problems.fill.isHidden()
    bridge.undo()
    assert not {row.id for row in emptied} & {cell.activity_id for cell in bridge.engagement.raci_cells}
    one, other = bridge.engagement.people[:2]
    bridge.run(change_row(Message("x"), one, name="Иванов Иван"))
    bridge.run(change_row(Message("x"), other, name="Иванов Илья"))
    cards = cards_of(window)
    names = {line.id: cards.model.index(row, 0).data() for row, line in enumerate(cards.model.lines)}
    assert (names[one.id], names[other.id]) == ("Иванов Иван", "Иванов Илья")
    assert cards.context.words.hours(Decimal("1.8462")) == "1,85\N{NO-BREAK SPACE}ч"
    column = matrix.model.column(matrix.model.column_of(other.id))
    assert column is not None and column_title(column) in matrix.model.namesakes
    assert two_names(column.people[0].person.name) == "Иванов Илья"
    at(matrix_of(window), bridge.engagement.activities[0].id, other.id)
    assert "Илья" in " ".join(room_texts(window, "roles.matrix")), "in the room too"


def test_a_fix_by_keyboard_and_going_to_the_cell(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    break_rows(window)
    problems = matrix.problems
    line = next(line for line in problems.model.lines if line.result.check.id == "RACI-02")
    problems.table.select(line.id)
    problems.table.setFocus()
    qtbot.keyClick(problems.table, Key.Key_Return)
    assert matrix.focus_id() == "ACT03"
    assert matrix.table.currentIndex().column() == matrix.model.column_of("P01")
    problems.table.setFocus()
    qtbot.keyClick(problems.table, Key.Key_2)
    assert letters(window, "ACT03", "P09") == "A"
    assert letters(window, "ACT03", "P01") != "A"


def test_f4_goes_to_the_faulty_cell(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    break_rows(window)
    window.commands.problem_by(1)
    result = matrix.problems.model.lines[0].result
    assert matrix.focus_id() == result.object_id
    assert message_of(result, window.words) in window.messages.toast_frame.text.text()


def test_a_letter_repaints_its_cell_and_never_resets(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT05", "P03")
    model, touched = matrix.model, []
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), first.column(), last.column())))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.rowsInserted):
        qtbot.keyClick(matrix.table, Key.Key_C)
    row, column = model.row_of("ACT05"), model.column_of("P03")
    assert (row, column, column) in touched
    assert all(place == row and first == last for place, first, last in touched)


def test_folded_to_positions_one_letter_is_for_all_but_a_is_for_one(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT05", "P03")
    qtbot.keyClick(window, Key.Key_U, CONTROL)
    assert len(matrix.model.columns) == len({c.id for c in matrix.model.columns}) < 16
    column = matrix.model.column(matrix.table.currentIndex().column())
    assert column is not None and [p.id for p in column.people] == ["P03", "P04", "P05", "P06"]
    qtbot.keyClick(matrix.table, Key.Key_A)
    assert letters(window, "ACT05", "P03") == ""
    qtbot.keyClick(matrix.table, Key.Key_C)
    assert [letters(window, "ACT05", person.id) for person in column.people] == ["C"] * 4
    qtbot.keyClick(window, Key.Key_U, CONTROL)
    assert matrix.table.currentIndex().column() == matrix.model.column_of("P03")


def test_first_and_last_column_stay_while_people_scroll(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    matrix.grid.choose(3, len(matrix.model.columns))
    QApplication.processEvents()
    assert matrix.table.horizontalScrollBar().value() > 0
    assert matrix.grid.head.isVisible() and matrix.grid.tail.isVisible()
    assert matrix.grid.head.columnViewportPosition(0) == 0
    matrix.table.verticalScrollBar().setValue(90)
    assert matrix.grid.head.verticalScrollBar().value() == matrix.grid.tail.verticalScrollBar().value() == 90


def test_the_head_tells_hours_and_letters(window: FacilitatorWindow) -> None:
    matrix = matrix_of(window)
    tip = matrix.model.headerData(matrix.model.column_of("P01"), Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "Корнеева Ирина Львовна" in tip and "35\N{NO-BREAK SPACE}ч" in tip and "A 5" in tip


def test_the_room_sees_at_most_five_columns_and_no_hours(window: FacilitatorWindow) -> None:
    matrix = matrix_of(window)
    at(matrix, "ACT03", "P10")
    scene, focus = matrix.room_scene(), matrix.room_focus()
    found = scene_of(scene)
    assert found is not None
    given = SceneInput(window.bridge.engagement, window.bridge.view_context, window.words, focus)
    image_text = room_texts(window, scene)
    assert "Мельник" in image_text and "Встречи и выявление" in " ".join(image_text)
    titles = [head.title.replace("\N{NO-BREAK SPACE}", " ") for head in found.content(given).heads]
    shown = [title for title in titles if title in image_text]
    assert 1 <= len(shown) <= 5
    assert not any(word.strip()[-1:] == "ч" and word[:1].isdigit() for word in image_text)


def test_without_people_or_work_the_matrix_says_where_to_begin(open_window: OpenWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(open_window())
    state = matrix.stack.currentWidget()
    buttons = state.buttons
    said = [made.shown().replace("\N{NO-BREAK SPACE}", " ") for made in buttons]
    assert said == ["К отделам и людям", "К аудиту функций"]


def test_english_window_speaks_english(open_window: OpenWindow) -> None:
    first = open_window(demo="en", language="en")
    last = first.bridge.engagement.activities[-1]
    first.go(Place("roles", "matrix", "activities", last.id))
    QApplication.processEvents()
    straight = first.host.page.front if first.host.page else None
    assert isinstance(straight, MatrixPage) and straight.focus_id() == last.id
    grid = straight.grid
    bars = [part.verticalScrollBar().value() for part in (grid.head, grid.main, grid.tail)]
    assert bars[0] == bars[1] == bars[2] > 0, "gone to at once, all three parts stand at the row"
    shown = grid.main.visualRect(grid.main.currentIndex())
    assert grid.main.viewport().rect().contains(shown.center())
    matrix = matrix_of(first)
    assert matrix.model.headerData(0, Qt.Orientation.Horizontal) == "Activity"
    assert matrix.model.headerData(1, Qt.Orientation.Horizontal) == "Carrow"


def test_the_cell_menu_offers_fixes_and_letters(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    break_rows(window)
    at(matrix, "ACT03", "P03")
    menu = matrix.table.letters_menu()
    assert menu is not None
    texts = [action.text() for action in menu.actions()]
    assert any("Корнеева" in text for text in texts[:2])
    next(action for action in menu.actions() if action.text().startswith("I ")).trigger()
    assert letters(window, "ACT03", "P03") == "I"


def test_two_departments_without_a_rule_lead_to_the_overlay(window: FacilitatorWindow, qtbot: QtBot) -> None:
    matrix = matrix_of(window)
    decision = next(d for d in window.bridge.engagement.decisions if d.activity_id == "ACT10")
    window.bridge.run(change_row(Message("x"), decision, split_rule=None))
    line = next(line for line in matrix.problems.model.lines if line.result.check.id == "RACI-06")
    matrix.problems.table.select(line.id)
    matrix.problems.table.setFocus()
    qtbot.keyClick(matrix.problems.table, Key.Key_1)
    assert (window.place.step, window.place.sub_step) == ("audit", "overlay")
