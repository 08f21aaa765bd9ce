"""From an empty file to paper by keyboard: lists, matching, answers, a decision, an action, the PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.reports.pdf import words
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.audit.collect import CollectPage
from ui.steps.audit.match import MatchPage
from ui.steps.audit.overlay import OverlayPage
from ui.steps.plan.print_page import PrintPage
from workshop_app.domain.findings import FindingCode, findings
from workshop_app.domain.message import Message
from workshop_app.domain.model import Answer, Department
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

LISTS = (
    "Продление годовых договоров\tИванов Иван\t14\nОбработка входящих заявок\tПетрова Анна\t6\n",
    "Продление договоров на следующий год\tСидоров Олег\t9\nЗакупка расходных материалов\tКим Ольга\t5\n",
    "Рассылка новостей клиентам\tЛи Мария\t4\n",
)


def front(window: FacilitatorWindow, step: str, sub_step: str) -> SubPage:
    window.go(Place(step, sub_step))
    page = window.host.page
    assert isinstance(page, SteppedPage)
    return page.front


def departments(window: FacilitatorWindow, count: int) -> None:
    names = (("A", "Продажи", "ПР"), ("B", "Сервис", "СЕ"), ("C", "Маркетинг", "МА"))[:count]
    rows = [Department(id=key, name=name, short=code, rank=at) for at, (key, name, code) in enumerate(names)]
    window.bridge.run(put_rows(Message("departments"), rows))


def paste_lists(window: FacilitatorWindow, qtbot: QtBot, count: int) -> None:
    page = front(window, "audit", "collect")
    assert isinstance(page, CollectPage)
    for column, text in zip(page.columns, LISTS[:count], strict=True):
        QGuiApplication.clipboard().setText(text)
        qtbot.keyClick(column.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def match(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, "audit", "match")
    assert isinstance(page, MatchPage)
    qtbot.waitUntil(lambda: bool(page.model.lines))
    first = page.model.lines[0]
    assert {first.a.text, first.b.text} == {"Продление годовых договоров", "Продление договоров на следующий год"}
    qtbot.keyClick(page.table, Qt.Key.Key_1)
    page.rest.click()


def answer_all(window: FacilitatorWindow, qtbot: QtBot, keys: tuple[Qt.Key, ...]) -> None:
    page = front(window, "audit", "overlay")
    assert isinstance(page, OverlayPage)
    for row in tuple(page.model.lines):
        for column, key in enumerate(keys, start=1):
            page.table.select(row.id, column)
            qtbot.keyClick(page.table, key)


def decide(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front(window, "audit", "decide")
    assert isinstance(page, OverlayPage)
    shared = next(row for row in page.model.lines if len(row.hours) > 1)
    page.table.select(shared.id)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.editor.choose_kind(2)
    type_text(page.editor.form.rule, "Первый год ведут продажи, дальше сервис")
    for _key, box in page.editor.form.confirmed.boxes:
        box.setChecked(True)
    qtbot.keyClick(page.editor.form.rule, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def note_action(window: FacilitatorWindow, qtbot: QtBot) -> None:
    window.actions_list.run("quick_action")
    line = window.quick_add.line
    type_text(line, "Описать передачу договора")
    qtbot.keyClick(line, Qt.Key.Key_Return)


def print_plan(window: FacilitatorWindow, qtbot: QtBot, target: Path) -> str:
    page = front(window, "plan", "print")
    assert isinstance(page, PrintPage)
    page.choose("action-plan")
    qtbot.waitUntil(lambda: page.builder.shown is not None and not page.builder.busy)
    page.save_to(target)
    qtbot.waitUntil(lambda: not page.builder.busy)
    return " ".join(words(target))


@pytest.mark.parametrize(
    ("count", "second"),
    [pytest.param(2, FindingCode.CONTESTED, marks=pytest.mark.slow), (3, FindingCode.WORK_WITHOUT_CLAIM)],
)
def test_a_workshop_goes_from_lists_to_paper(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path, count: int, second: FindingCode
) -> None:
    window = open_window()
    departments(window, count)
    paste_lists(window, qtbot, count)
    match(window, qtbot)
    answer_all(window, qtbot, (Qt.Key.Key_1,) * count)
    decide(window, qtbot)
    note_action(window, qtbot)
    text = print_plan(window, qtbot, tmp_path / "plan.pdf")
    assert "Первый год ведут продажи" in text and "Описать передачу договора" in text
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    engagement = again.engagement
    codes = {code for found in findings(engagement).values() for code in found.codes}
    assert {FindingCode.OVERLAP, second} <= codes
    assert len(engagement.claims) == count * len(engagement.activities)
    assert {claim.answer for claim in engagement.claims} <= {Answer.WE, Answer.THEY}
    assert len(engagement.decisions) == 1 and engagement.actions[0].title == "Описать передачу договора"
    again.close()
