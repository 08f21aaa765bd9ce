"""A whole workshop by keyboard alone, from an empty file: every key goes to whatever has the focus."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.reports.pdf import words
from tests.ui.conftest import OpenWindow
from tests.workshop.keyboard import Keyboard, prepare
from ui.steps.audit.match import MatchPage
from ui.steps.plan.print_page import PrintPage
from workshop_app.domain.findings import FindingCode, findings
from workshop_app.services.document import Document

SALES = (
    "Продление годовых договоров", "Обработка входящих заявок", "Встречи с клиентами", "Подготовка предложений",
    "Поиск новых клиентов", "Ведение карточек клиентов", "Выставление счетов", "Контроль оплаты",
    "Работа с жалобами", "Отчёт о продажах", "Участие в тендерах", "Обучение новых менеджеров",
)  # fmt: skip
SERVICE = (
    "Продление договоров на следующий год", "Приём заявок по телефону", "Выезд к клиенту", "Ремонт оборудования",
    "Заказ запасных частей", "Заполнение карточек клиентов", "Плановая поверка", "Составление актов",
    "Разбор жалоб клиентов", "Отчёт о выездах", "Учёт гарантий", "Обучение новых инженеров",
)  # fmt: skip


def collect(keyboard: Keyboard) -> None:
    keyboard.jump("S3")
    keyboard.go_to("audit", "collect")
    for place, (functions, name) in enumerate(((SALES, "Иванов Иван"), (SERVICE, "Ким Ольга"))):
        if place:
            keyboard.press("Ctrl+Right")
        for text in functions:
            keyboard.fill(text, name, "3")


def match(keyboard: Keyboard) -> None:
    keyboard.go_to("audit", "match")
    page = keyboard.window.host.page.front
    assert isinstance(page, MatchPage)
    keyboard.qtbot.waitUntil(lambda: bool(page.model.lines) and page.table.hasFocus())
    for _ in range(60):
        if not page.model.lines:
            break
        keyboard.press("1" if page.model.lines[0].confident else "3")
        keyboard.qtbot.waitUntil(keyboard.window.tasks.idle)
    assert not page.model.lines
    keyboard.press("Return")
    assert all(f.activity_id for f in keyboard.window.bridge.engagement.functions)


def answer(keyboard: Keyboard) -> None:
    keyboard.go_to("audit", "overlay")
    activities = keyboard.window.bridge.engagement.activities
    for place in range(len(activities)):
        keyboard.press("1", "1" if place < 3 else "2")
    assert len(keyboard.window.bridge.engagement.claims) == 2 * len(activities), keyboard.focus()


def decide(keyboard: Keyboard) -> None:
    keyboard.go_to("audit", "decide")
    for _ in range(30):
        engagement = keyboard.window.bridge.engagement
        decided = {decision.activity_id for decision in engagement.decisions}
        if not any(found.must_be_decided for key, found in findings(engagement).items() if key not in decided):
            return
        before = len(decided)
        keyboard.press("Return", "2", "Tab")
        keyboard.type("Первый год ведут продажи, дальше сервис")
        keyboard.press("Ctrl+Return")
        assert len(keyboard.window.bridge.engagement.decisions) == before + 1, keyboard.focus()


def set_goals(keyboard: Keyboard) -> None:
    keyboard.go_to("goals", "goals")
    keyboard.press("Return")
    for title in ("Удержать девяносто процентов клиентов", "Ответить на заявку за четыре часа"):
        keyboard.press("Insert")
        keyboard.fill(title)
        keyboard.press("Escape")
    assert len(keyboard.window.bridge.engagement.goals) == 2, keyboard.focus()


def give_roles(keyboard: Keyboard) -> None:
    keyboard.go_to("roles", "matrix")
    keyboard.press("A", "Right", "R", "Right", "C")
    letters = "".join(str(cell.letters) for cell in keyboard.window.bridge.engagement.raci_cells)
    assert {"A", "R", "C"} <= set(letters), keyboard.focus()


def note_actions(keyboard: Keyboard) -> None:
    for text in ("Описать передачу договора @Иванов #15.12", "Собрать общий список клиентов @Ким #20.12"):
        keyboard.press("Alt+2")
        keyboard.type(text)
        keyboard.press("Return", "Return")  # the offered date, then the whole line
    assert len(keyboard.window.bridge.engagement.actions) == 2, keyboard.focus()


def print_plan(keyboard: Keyboard, target: Path) -> str:
    keyboard.press("Ctrl+P")
    page = keyboard.window.host.page.front
    assert isinstance(page, PrintPage)
    keyboard.qtbot.waitUntil(lambda: page.builder.shown is not None and not page.builder.busy)
    page.save_to(target)
    keyboard.qtbot.waitUntil(lambda: not page.builder.busy)
    return " ".join(words(target))


def test_a_workshop_is_led_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window = open_window()
    window.activateWindow()
    keyboard = Keyboard(window, qtbot)
    prepare(keyboard)
    collect(keyboard)
    match(keyboard)
    answer(keyboard)
    decide(keyboard)
    set_goals(keyboard)
    give_roles(keyboard)
    note_actions(keyboard)
    text = print_plan(keyboard, tmp_path / "plan.pdf")
    assert "Первый год ведут продажи" in text and "Описать передачу договора" in text
    path, kept = window.bridge.document.file.path, list(window.bridge.engagement.all_rows())
    window.close()
    again = Document.open(path)
    assert list(again.engagement.all_rows()) == kept
    assert len(again.engagement.functions) == 24
    assert FindingCode.OVERLAP in {code for found in findings(again.engagement).values() for code in found.codes}
    again.close()
