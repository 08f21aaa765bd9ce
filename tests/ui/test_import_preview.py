"""The import page in the real window: what a file would change, answers that change it, one step that undoes it."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.import_preview.left_out import write_list
from ui.pages.import_preview.opening import begin_import
from ui.pages.import_preview.page import ImportPage
from ui.pages.import_preview.preview import Verdict
from ui.steps.prepare.people import PeoplePage
from ui.widgets import roles
from ui.widgets.controls import ChoiceBox
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import Action, Department
from workshop_app.exchange.sheets import all_sheets
from workshop_app.exchange.workbook import write_workbook
from workshop_app.i18n import Words

LEDGER = Path(__file__).resolve().parents[2] / "resources" / "demo" / "ledger_ru.csv"

STAFF = (
    ("ООО «Аргонт»",),
    ("№", "Подразделение", "ФИО", "Должность", "Ставка"),
    (1, "Отдел продаж № 1", "Корнеева Ирина Львовна", "Директор по продажам", 1),
    (2, "Отдел продаж № 2", "Новиков Пётр Ильич", "Менеджер", 0.5),
    (3, "Отдел продаж № 2", "Новиков Пётр Ильич", "Менеджер", 0.5),
    (4, "Служба сервиса", "Орлова Дарья Игоревна", "Инженер", 1),
    ("Итого", "", "", "", 3),
)


@pytest.fixture
def staff(tmp_path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in STAFF:
        sheet.append(row)
    path = tmp_path / "staff.xlsx"
    book.save(path)
    return path


def begin(window: FacilitatorWindow, qtbot: QtBot, path: Path, kind: str | None) -> ImportPage:
    page = begin_import(window.context, window, kind, Place("prepare", "people"), path)
    assert page is not None
    settled(page, qtbot)
    return page


def settled(page: ImportPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._task is None and not page.confirm.busy())


def verdicts(page: ImportPage) -> list[tuple[int, Verdict, str]]:
    assert page.preview is not None
    return [(row.number, row.verdict, row.said) for row in page.preview.rows]


def answer(page: ImportPage, part: str, value: str) -> None:
    widget = next(row.answer for row in page.questions.rows if part in row.question.key)
    assert isinstance(widget, SegmentedControl | ChoiceBox)
    widget.set_current(value)
    page.questions.answered.emit(next(r.question.key for r in page.questions.rows if part in r.question.key), value)


def test_a_staff_list_is_looked_at_and_then_loaded_in_one_step(
    window: FacilitatorWindow, qtbot: QtBot, staff: Path
) -> None:
    before = window.bridge.engagement
    page = begin(window, qtbot, staff, None)
    assert window.host.currentWidget() is page
    assert verdicts(page) == [
        (3, Verdict.MERGE, "изменится"),
        (5, Verdict.LEAVE, "повтор строки 4"),
        (7, Verdict.LEAVE, "строка итога"),
        (4, Verdict.TAKE, "принять"),
        (6, Verdict.TAKE, "принять"),
    ]
    assert window.bridge.engagement is before
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: isinstance(window.host.page and window.host.page.current_place(), Place))
    engagement = window.bridge.engagement
    novikov = next(person for person in engagement.people if person.name == "Новиков Пётр Ильич")
    assert novikov.employment == Decimal("0.5")
    assert next(p for p in engagement.people if p.name.startswith("Орлова")).department_text == "Служба сервиса"
    window.actions_list.run("undo")
    assert window.bridge.engagement.people == before.people


def test_an_answer_is_tried_out_at_once(window: FacilitatorWindow, qtbot: QtBot, staff: Path) -> None:
    page = begin(window, qtbot, staff, "people")
    answer(page, "служба сервиса", "new")
    settled(page, qtbot)
    assert page.preview is not None and len(page.questions.rows) == 1
    page.load()
    qtbot.waitUntil(lambda: window.host.currentWidget() is not page)
    assert [d.name for d in window.bridge.engagement.rows(Department)][-1] == "Служба сервиса"


def test_a_column_that_is_not_recognised_is_chosen_in_the_head(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Кто;Работа\nЗимин Артём Викторович;Сверка остатков\n", encoding="utf-8")
    page = begin(window, qtbot, path, "functions")
    assert page.preview is not None and "Функция" in page.preview.problem
    assert not page.confirm.isEnabled()
    for column, field in ((0, "person"), (1, "function")):
        box = page.table.head.boxes[column]
        box.set_current(field)
        box.picked.emit(field)
        settled(page, qtbot)
    assert page.preview is not None and page.preview.ready == 0
    answer(page, "department", "A")
    settled(page, qtbot)
    assert page.confirm.isEnabled()
    page.load()
    qtbot.waitUntil(lambda: window.host.currentWidget() is not page)
    line = window.bridge.engagement.functions[-1]
    assert (line.text, line.person_id, line.department_id) == ("Сверка остатков", "P02", "A")


def test_what_is_no_table_says_so_and_imports_nothing(window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("", encoding="utf-8")
    page = begin(window, qtbot, path, "people")
    assert page.preview is None and not page.confirm.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert isinstance(window.host.page, object) and window.host.currentWidget() is window.host.page


def test_a_ledger_is_read_whole_asked_about_and_loaded(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(demo="ru")
    with LEDGER.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))[:300]
    rows[50][1] = "31.02.2021"
    rows.insert(60, ["", "", "", "", "Итого за месяц", "", "9 214 300,00"])
    path = tmp_path / "ledger.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, delimiter=";").writerows(rows)
    page = begin(window, qtbot, path, None)
    assert verdicts(page)[:2] == [
        (51, Verdict.FAULT, "нет такой даты: 31.02.2021"),
        (61, Verdict.LEAVE, "строка итога"),
    ]
    assert page.preview is not None and page.preview.ready == 298
    assert page.preview.rows[0].troubles.keys() == {1} and page.preview.rows[0].troubles[1].grave
    page.table.corrected.emit(51, 1, "28.02.2021")
    settled(page, qtbot)
    assert page.preview.ready == 299 and not page.preview.rows[0].troubles
    page.load()
    qtbot.waitUntil(lambda: window.host.currentWidget() is not page)
    assert window.bridge.document.ledger_rows.count() == 299
    window.actions_list.run("undo")
    assert window.bridge.document.ledger_rows.count() == 0


def test_a_reading_that_ends_unheard_leaves_the_button_at_rest(window: FacilitatorWindow, staff: Path) -> None:
    page = begin_import(window.context, window, "people", Place("prepare", "people"), staff)
    assert page is not None and page._task is not None
    page.confirm.follow(window.tasks.start(lambda _task: staff))  # the end of this one is not the reading's
    page._stopped(page._task)
    assert not page.confirm.busy()


def ledger_of(rows: int, path: Path) -> Path:
    with LEDGER.open(encoding="utf-8-sig", newline="") as file:
        path.write_text("".join(file.readlines()[: rows + 1]), encoding="utf-8-sig")
    return path


def test_a_ledger_comes_in_place_of_the_one_before(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window(demo="ru")
    for rows, other in ((40, True), (60, False)):
        page = begin(window, qtbot, ledger_of(rows, tmp_path / "ledger.csv"), "ledger")
        assert page.instead.isHidden() is other  # the same file again is offered in place of itself
        assert page.instead.isChecked() is not other
        page.load()
        qtbot.waitUntil(lambda page=page: window.host.currentWidget() is not page)
        assert window.bridge.document.ledger_rows.count() == rows
    window.actions_list.run("undo")
    assert window.bridge.document.ledger_rows.count() == 40


def test_escape_stops_a_loading_and_nothing_of_it_counts(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.pages.import_preview.ledger.PARTS", 1)
    monkeypatch.setattr("workshop_app.exchange.kept_rows.PART_ROWS", 1)
    monkeypatch.setattr("workshop_app.exchange.grid.csv_file._BLOCK", 256)
    window = open_window(demo="ru")
    page = begin(window, qtbot, ledger_of(200, tmp_path / "ledger.csv"), "ledger")
    step = window.bridge.document.undo_step
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "%" in page.confirm.shown())
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.confirm.busy())
    assert window.host.currentWidget() is page and page.confirm.shown() == "Загрузить 200\u00a0строк"
    assert window.bridge.document.ledger_rows.count() == 0 and window.bridge.document.undo_step is step
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.host.currentWidget() is not page)
    assert window.bridge.document.ledger_rows.count() == 200


def test_the_rows_that_stay_out_can_be_kept_as_a_list(
    window: FacilitatorWindow, qtbot: QtBot, staff: Path, tmp_path: Path
) -> None:
    page = begin(window, qtbot, staff, "people")
    path = tmp_path / "left.csv"
    write_list(path, page.left_out.model.lines, Words("ru"))
    assert path.read_text(encoding="utf-8-sig").splitlines() == [
        "Строка;Почему",
        "5;повтор строки 4",
        "7;строка итога",
    ]


def test_going_elsewhere_gives_the_import_up(window: FacilitatorWindow, qtbot: QtBot, staff: Path) -> None:
    page = begin_import(window.context, window, "people", None, staff)
    assert page is not None
    people = window.bridge.engagement.people
    window.go(Place("prepare", "agenda"))
    qtbot.waitUntil(lambda: not window.tasks._running)
    QApplication.processEvents()
    assert window.bridge.engagement.people == people


def test_the_page_asks_for_a_file(
    window: FacilitatorWindow, qtbot: QtBot, staff: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.go(Place("prepare", "people"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(staff), ""))
    front = window.host.page.front
    assert isinstance(front, PeoplePage)
    front.load()
    page = window.host.currentWidget()
    assert isinstance(page, ImportPage)
    settled(page, qtbot)
    assert page.preview is not None and page.preview.ready == 3


MESSY = (
    ("Функции: Отдел продаж № 1",),
    ("Сотрудник", "Что делает", "Часы в неделю"),
    ("Корнеева И. Л.", "Договоры с новыми клиентами", "6"),
    ("Корнеева И. Л.", "", "2"),
    ("Корнеева И. Л.", "Отчёт по остаткам", "сорок"),
    ("Корнеева И. Л.", "Претензии", "5-6"),
)


def test_a_cell_in_trouble_is_coloured_alone_and_mended_by_keyboard(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "functions.csv"
    path.write_text("\n".join(";".join(row) for row in MESSY), encoding="utf-8")
    before = {function.id for function in window.bridge.engagement.functions}
    page = begin(window, qtbot, path, "functions")
    table = page.table

    def shown(role: int) -> set[tuple[str, str]]:
        index = table.lines.index
        return {
            (line.cells[1], table.lines.columns[column].title)
            for row, line in enumerate(table.lines.lines)
            for column in range(len(table.lines.columns))
            if index(row, column).data(role)
        }

    def corrected() -> set[str]:
        return {line.cells[at] for line in table.lines.lines for at in line.corrected}

    assert shown(roles.FAULT) == {("", "Что делает")}
    assert shown(roles.DOUBT) == {("Отчёт по остаткам", "Часы в неделю"), ("Претензии", "Часы в неделю")}
    table.setFocus()
    for why, typed in (("нет функции", "Учёт заявок"), ("«сорок»", "4"), ("«5-6»", "5")):
        if not table.lines.line(table.currentIndex()) or why not in page.said.text():
            qtbot.keyClick(table, Qt.Key.Key_F4)
        assert why in page.said.text()
        assert why in table.currentIndex().data(Qt.ItemDataRole.ToolTipRole)
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_F2)
        editor = window.focusWidget()
        assert isinstance(editor, QLineEdit)
        type_text(editor, typed)
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda typed=typed: typed in corrected())
    assert not shown(roles.FAULT) and not shown(roles.DOUBT)
    assert "сорок" in next(r for r in table.lines.lines if "Отчёт" in r.cells[1]).corrected[2]
    page.load()
    qtbot.waitUntil(lambda: len(window.bridge.engagement.functions) > len(before))
    added = {f.text: f.hours_per_week for f in window.bridge.engagement.functions if f.id not in before}
    hours = {"Договоры с новыми клиентами": 6, "Учёт заявок": 2, "Отчёт по остаткам": 4, "Претензии": 5}
    assert added == hours
    assert "сорок" in path.read_text(encoding="utf-8")


def test_a_cell_of_a_long_ledger_is_judged_at_once_and_the_file_read_when_it_is_loaded(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every row that is not understood is shown, first; Enter in the list of rows left out leads there."""
    monkeypatch.setattr("ui.pages.import_preview.ledger.QUICK_ROWS", 10)
    lines = LEDGER.read_text(encoding="utf-8-sig").splitlines()[:101]
    wrong = range(10, 70)
    for place in wrong:
        cells = lines[place].split(";")
        lines[place] = ";".join([cells[0], "31.02.2021", *cells[2:]])
    path = tmp_path / "ledger.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    window = open_window(demo="ru")
    page = begin(window, qtbot, path, "ledger")
    assert [row.number for row in page.preview.rows[:60]] == [place + 1 for place in wrong]
    assert page.preview.ready == 40 and len(page.left_out.model.lines) == 60
    page.left_out.table.setFocus()
    page.left_out.table.select("31")
    qtbot.keyClick(page.left_out.table, Qt.Key.Key_Return)
    assert page.table.lines.line(page.table.currentIndex()).number == 31 and page.table.hasFocus()
    for number, typed in ((31, "28.02.2021"), (32, "нет"), (32, "01.03.2021")):
        page.table.corrected.emit(number, 1, typed)
        assert page._task is None  # nothing is read
    rows = {row.number: row for row in page.preview.rows}
    assert rows[31].verdict is Verdict.TAKE and not rows[31].troubles and rows[31].corrected == {1: "31.02.2021"}
    assert page.preview.ready == 42 and len(page.left_out.model.lines) == page.preview.left_out_count == 58
    assert page.table.lines.line(page.table.currentIndex()).number == 33
    page.load()
    qtbot.waitUntil(lambda: window.host.currentWidget() is not page)
    assert window.bridge.document.ledger_rows.count() == 42


def test_a_workbook_of_the_program_comes_back_sheet_by_sheet(
    window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    path, words = tmp_path / "Всё.xlsx", window.words
    kept = [sheet for sheet in all_sheets(window.bridge.engagement, words) if sheet.key in ("people", "functions")]
    path.write_bytes(write_workbook(kept, words))
    book = openpyxl.load_workbook(path)
    line = ("Отдел продаж № 1", "Зимин Артём Викторович", None, "Сверка лимитов с казначейством", "2,5")
    book["Функции"].append(line)
    book.save(path)
    page = begin(window, qtbot, path, None)
    assert page.table.model().rowCount() > 10, "the sheet that is read is the sheet that is shown"
    qtbot.waitUntil(page.strip.sheets.isVisible)
    qtbot.keyClick(page.strip.sheets, Qt.Key.Key_Down)
    shown = window.host.currentWidget()
    assert isinstance(shown, ImportPage) and shown.strip.sheets.currentText() == "Функции"
    assert shown.strip.sheets.hasFocus()
    settled(shown, qtbot)
    assert shown.preview is not None and shown.preview.ready == 1
    shown.load()
    qtbot.waitUntil(lambda: window.host.page is not None)
    assert window.bridge.engagement.functions[-1].text == "Сверка лимитов с казначейством"


def test_an_edited_workbook_shows_first_what_changes(window: FacilitatorWindow, qtbot: QtBot, tmp_path: Path) -> None:
    """Its many columns leave what happens to a row beside its number, where it is seen without scrolling."""
    words, engagement = window.words, window.bridge.engagement
    path = tmp_path / "all.xlsx"
    sheets = [sheet for sheet in all_sheets(engagement, words) if sheet.key in ("raci", "actions")]
    path.write_bytes(write_workbook(sheets, words))
    book = openpyxl.load_workbook(path)
    plan = book["Действия"]
    plan["E3"].value = date(2026, 5, 4)
    plan.append([None, "Общий журнал передач", engagement.people[0].name, None, date(2026, 5, 12)])
    book.save(path)
    page = begin(window, qtbot, path, "actions")
    assert verdicts(page)[:3] == [
        (3, Verdict.MERGE, "изменится"),
        (27, Verdict.TAKE, "принять"),
        (2, Verdict.LEAVE, "без изменений"),
    ]
    assert page.preview is not None and page.preview.left_out == ()
    table = page.table
    assert table.head.visualIndex(table.head.count() - 1) == 1
    page.load()
    qtbot.waitUntil(lambda: window.bridge.engagement is not engagement)
    assert "новых 1, изменено 1" in window.messages.toast_frame.text.text()
    moved = window.bridge.engagement.named(Action, engagement.actions[1].id)
    assert (moved.due, moved.original_due, moved.moves) == (date(2026, 5, 4), engagement.actions[1].due, 1)
    window.actions_list.run("undo")
    assert window.bridge.engagement.actions == engagement.actions

    matrix = begin(window, qtbot, path, "raci")
    assert matrix.preview is not None and not matrix.confirm.isEnabled()
    assert {said for _number, _verdict, said in verdicts(matrix)} == {"без изменений"}
    assert {column.fixed for column in matrix.preview.columns[2:]} == {"по названию"}
