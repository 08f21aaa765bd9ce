"""Three departments from pasted lists to the printed plan, with the mouse wherever something is chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.reports.pdf import words
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.steps.audit.collect import CollectPage
from ui.steps.audit.match import MatchPage
from ui.steps.audit.overlay import OverlayPage
from ui.steps.plan.print_page import PrintPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Answer, Department
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

LISTS = (
    "Продление годовых договоров\tИванов Иван\t14\nОбработка входящих заявок\tПетрова Анна\t6\n",
    "Продление договоров на следующий год\tСидоров Олег\t9\nЗакупка расходных материалов\tКим Ольга\t5\n",
    "Рассылка новостей клиентам\tЛи Мария\t4\nПриём и разбор заявок с сайта\tНо Анна\t3\n",
)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
    QApplication.processEvents()


def click_button(parent: QWidget, words: str) -> None:
    """The shown button with these words."""
    found = [made for made in parent.findChildren(QAbstractButton) if made.isVisible() and words in made.text()]
    assert found, words
    click(found[0])


def click_step(window: FacilitatorWindow, step: str, sub_step: str | None = None) -> None:
    """The step in the rail, then its sub-step."""
    for wanted in (None, sub_step):
        entries = window.rail.model.entries
        row = next(at for at, entry in enumerate(entries) if (entry.step, entry.sub_step) == (step, wanted))
        view: QAbstractItemView = window.rail.list
        click(view.viewport(), view.visualRect(view.model().index(row, 0)).center())


def answer_by_menu(page: OverlayPage, row: int, column: int, words: str) -> None:
    """A double click on the cell, then the answer in the menu."""
    view = page.table
    where = view.visualRect(view.model().index(row, column)).center()
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=where)
    QApplication.processEvents()
    menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
    action = next(action for action in menu.actions() if action.text().startswith(words))
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def test_three_departments_go_from_lists_to_paper_by_mouse(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    names = (("A", "Продажи", "ПР"), ("B", "Сервис", "СЕ"), ("C", "Маркетинг", "МА"))
    rows = [Department(id=key, name=name, short=code, rank=at) for at, (key, name, code) in enumerate(names)]
    window.bridge.run(put_rows(Message("departments"), rows))

    click_step(window, "audit", "collect")
    collecting = window.host.page.front
    assert isinstance(collecting, CollectPage)
    for column, text in zip(collecting.columns, LISTS, strict=True):
        click(column.table.viewport())
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(column.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(window.bridge.engagement.functions) == 6

    click_step(window, "audit", "match")
    matching = window.host.page.front
    assert isinstance(matching, MatchPage)
    qtbot.waitUntil(lambda: bool(matching.model.lines))
    while matching.model.lines:
        click_button(matching.card, "Одно и то же" if matching.model.lines[0].confident else "Разное")
        qtbot.waitUntil(window.tasks.idle)
    click_button(matching.right, "Остальные")
    activities = window.bridge.engagement.activities
    assert len(activities) == 4

    click_step(window, "audit", "overlay")
    overlay = window.host.page.front
    assert isinstance(overlay, OverlayPage)
    for row in range(len(activities)):
        for column in range(1, 4):
            answer_by_menu(overlay, row, column, "Продажи" if row < 2 else names[column - 1][1])
    assert len(window.bridge.engagement.claims) == 3 * len(activities)

    click_step(window, "audit", "decide")
    deciding = window.host.page.front
    click_button(deciding.editor, "Разделить")
    type_text(deciding.editor.form.rule, "Первый год ведут продажи, дальше сервис")
    click_button(deciding.editor, "Записать решение")
    assert len(window.bridge.engagement.decisions) == 1

    click_step(window, "plan", "print")
    printing = window.host.page.front
    assert isinstance(printing, PrintPage)
    qtbot.waitUntil(lambda: printing.builder.shown is not None and not printing.builder.busy)
    printing.save_to(tmp_path / "plan.pdf")
    qtbot.waitUntil(lambda: not printing.builder.busy)
    text = " ".join(words(tmp_path / "plan.pdf"))
    assert "Первый год ведут продажи" in text

    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert len(again.engagement.claims) == 12 and len(again.engagement.decisions) == 1
    assert {claim.answer for claim in again.engagement.claims} <= {Answer.WE, Answer.THEY}
    again.close()
