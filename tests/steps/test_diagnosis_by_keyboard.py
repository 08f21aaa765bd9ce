"""S2 by keyboard alone in the real window: a messy ledger against hand-made figures; from an empty file to done."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.steps.test_diagnosis import numbers, sub, with_departments
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.import_preview.page import ImportPage
from ui.steps.diagnosis.images import ImagesPage
from ui.steps.diagnosis.numbers import NumbersPage
from ui.steps.diagnosis.problem import ProblemPage
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import ImageList
from workshop_app.exchange.ledger_loading import LedgerPlan
from workshop_app.services.document import Document
from workshop_app.steps.diagnosis import STEP
from workshop_app.steps.diagnosis.figures import Figure

MESSY = """Реестр реализации за 2024–2025 годы;;;;;
Номер;Дата;Отдел;Клиент;Услуга;Сумма
1;12.03.2024;ОП-1;ООО «Север»;Поверка;100 000,00
2;2024-06-05;ОП-2;ООО Юг;Поверка;200,000.50
3;15/07/24;ОП-1;Юг;Выезд;50000
;;;Итого за 2024 год;;350 000,50
4;12.01.2025;ОП-1;СЕВЕР ООО;поверка;110.000,00
5;2025-02-20;ОП-2;ООО «Север»;Выезд;40,000.25
5;2025-02-20;ОП-2;Север;Выезд;40 000,25
6;31.02.2025;ОП-2;Юг;Поверка;88 000
7;15/12/25;ОП-1;Север;Поверка;(10 000,00)
8;16.12.2025;ОП-2;ООО «Восток»;Поверка;1 500,50
9;17.12.2025;ОП-2;Западный элеватор;Выезд;15 000
10;18.12.2025;ОП-2;Западный элеватор2;Выезд;5 000
11;19.12.2025;ОП-2;Юг;Поверка;сто рублей
;;;Итого за 2025 год;;999 999,99
"""


def press(qtbot: QtBot, widget: QWidget, key: Qt.Key, *, control: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if control else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(widget, key, held)


def read(qtbot: QtBot, page: NumbersPage, file: Path, monkeypatch: pytest.MonkeyPatch) -> ImportPage:
    """Ins on the page, the file chosen in the system's dialog."""
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_given: (str(file), ""))
    page.setFocus()
    press(qtbot, page, Qt.Key.Key_Insert)
    preview = page.window().findChild(ImportPage)
    qtbot.waitUntil(lambda: preview.preview is not None and not preview.confirm.busy())
    assert preview.isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is preview
    return preview


def load(qtbot: QtBot, preview: ImportPage, page: NumbersPage) -> None:
    press(qtbot, preview, Qt.Key.Key_Return, control=True)
    qtbot.waitUntil(lambda: page.isVisible() and page.year is not None)


@pytest.fixture
def messy(open_window: OpenWindow, tmp_path: Path) -> tuple[FacilitatorWindow, Path]:
    window = open_window()
    with_departments(window)
    file = tmp_path / "Реестр.csv"
    file.write_bytes(MESSY.encode("cp1251"))
    return window, file


def test_a_messy_ledger_gives_the_figures_made_by_hand(
    messy: tuple[FacilitatorWindow, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, file = messy
    page = numbers(window)
    preview = read(qtbot, page, file, monkeypatch)
    plan = preview.preview.plan if preview.preview else None
    assert isinstance(plan, LedgerPlan)
    report = plan.report
    assert (report.rows, report.accepted, report.rejected_count, report.repeats_dropped) == (14, 9, 2, 1)
    assert (report.refunds, report.refunds_total) == (1, Decimal(-10_000))
    assert [(total.row, total.agrees) for total in report.totals] == [(6, True), (16, False)]
    assert report.total == Decimal("511501.25")
    load(qtbot, preview, page)
    year = page.year
    assert year is not None and year.year == 2025
    assert year.revenue == Decimal("161500.75")
    # new: Восток 1,500.50 + Западный элеватор 15,000 + Западный элеватор2 5,000
    assert year.classes is not None
    assert sorted(year.classes) == [Decimal(0), Decimal("21500.50"), Decimal("40000.25"), Decimal(100_000)]
    assert {line.figure: line.part for line in year.figures if line.figure is not Figure.ONCE} == {
        Figure.RENEWAL: 1,
        Figure.ADDON: 1,
        Figure.NEW: 3,
        Figure.SHARED: 1,
    }
    page.setFocus()
    press(qtbot, page, Qt.Key.Key_3)
    behind = [line.name for line in page.clients.model.lines]
    assert behind == ["Западный элеватор", "Западный элеватор2", "ООО «Восток»"]
    window.bridge.undo()
    assert page.year is None


def test_near_spellings_are_one_client_only_when_a_person_says_so(
    messy: tuple[FacilitatorWindow, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, file = messy
    page = numbers(window)
    preview = read(qtbot, page, file, monkeypatch)
    (question,) = preview.questions.rows
    assert isinstance(question.answer, SegmentedControl)
    same = question.answer.segment("same")
    same.setFocus()
    press(qtbot, same, Qt.Key.Key_Space)
    load(qtbot, preview, page)
    assert page.year is not None
    new = page.year.figure(Figure.NEW)
    assert new is not None and new.part == 2
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert len(again.engagement.ledger.client_aliases) == 1
    assert [batch.row_count for batch in again.engagement.ledger_batches] == [9]
    again.close()


def test_the_rows_left_out_are_saved_as_a_list(
    messy: tuple[FacilitatorWindow, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    window, file = messy
    preview = read(qtbot, numbers(window), file, monkeypatch)
    kept = tmp_path / "left out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(kept), ""))
    button = preview.left_out.save_button
    button.setFocus()
    press(qtbot, button, Qt.Key.Key_Space)
    with kept.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.reader(opened, delimiter=";"))
    assert [row[0] for row in rows[1:]] == ["10", "15", "6", "9", "16"]
    assert "31.02.2025" in rows[1][1]


def test_from_an_empty_file_to_done(
    messy: tuple[FacilitatorWindow, Path], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, file = messy
    assert not any(done(window))
    page = numbers(window)
    load(qtbot, read(qtbot, page, file, monkeypatch), page)
    images = sub(window, "images")
    assert isinstance(images, ImagesPage)
    for department in images.lists():
        entry = department.entry
        entry.setFocus()
        for number in range(3):
            type_text(entry, f"Образ {number}")
            press(qtbot, entry, Qt.Key.Key_Return)
    cards = window.bridge.engagement.image_cards
    assert len(cards) == 2 * 3 * len(ImageList)
    problem = sub(window, "problem")
    assert isinstance(problem, ProblemPage)
    press(qtbot, problem, Qt.Key.Key_Insert)
    type_text(problem.field, "Клиент не понимает, кто за него отвечает")
    press(qtbot, problem.field, Qt.Key.Key_Return)
    for tick in problem.ticks.values():
        tick.setFocus()
        press(qtbot, tick, Qt.Key.Key_Space)
    assert all(done(window))


def done(window: FacilitatorWindow) -> list[bool]:
    bridge = window.bridge
    return [bool(item.done) for item in STEP.done_when(bridge.engagement, bridge.view_context)]
