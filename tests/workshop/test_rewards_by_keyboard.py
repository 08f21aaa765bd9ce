"""Rewards by keyboard alone, from an empty file to "done when"; METHOD C.10.3, C.10.5, C.10.6 read off the window."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pytestqt.qtbot import QtBot

from tests.steps.test_rewards import texts
from tests.ui.conftest import OpenWindow
from tests.workshop.keyboard import Keyboard
from ui.audience.scene import Focus
from ui.steps.rewards.lead_test import LeadTestPage
from ui.steps.rewards.recognition import RecognitionPage
from ui.steps.rewards.simulation import SimulationPage
from workshop_app.domain.model import CreditMethod, RecognitionForm
from workshop_app.services.document import Document
from workshop_app.steps.rewards import STEP
from workshop_app.steps.step import ViewContext

DEPARTMENTS = (("Отдел А", "А"), ("Отдел Б", "Б"), ("Отдел В", "В"))
PEOPLE = (("Анна", "А", "Менеджер"), ("Борис", "Б", "Менеджер"), ("Вера", "А", "Координатор"))


class Leader(Keyboard):
    """A keyboard that fills cells of a table."""

    def enter(self, *texts: str) -> None:
        """Into a cell and, by Tab, those that follow; then Enter."""
        self.press("Return")
        for place, text in enumerate(texts):
            if place:
                self.press("Tab")
            self.press("Ctrl+A")
            self.type(text)
        self.press("Return")

    def column(self, *values: str | None) -> None:
        """One value a line from here down; None leaves a line as it is."""
        for value in values:
            if value is not None:
                self.enter(*value.split("|"))
                for _ in range(value.count("|")):
                    self.press("Left")
            self.press("Down")


def people(keyboard: Leader) -> None:
    keyboard.go_to("prepare", "people")
    for place, (name, code) in enumerate(DEPARTMENTS):
        keyboard.press(*(("Right",) if place else ()), "Return")
        keyboard.type(name)
        keyboard.press("Tab", "Ctrl+A")
        keyboard.type(code)
        keyboard.press("Return", "Escape")
    keyboard.press("Insert")
    for person in PEOPLE:
        keyboard.fill(*person)


def scheme(keyboard: Leader) -> SimulationPage:
    """METHOD C.10.3 typed into the sample."""
    keyboard.jump("S9")
    keyboard.go_to("rewards", "simulation")
    keyboard.press("Return")  # take the sample
    keyboard.press("Right", "Right", "Right")
    keyboard.column("80|50|1,5|130", "90|50|1|120", "95|50|2|105")
    keyboard.press("Ctrl+Right")  # weights
    keyboard.column("50|20|30", "50|20|30", "0|60|40")
    keyboard.press("Ctrl+Right")  # bonuses
    keyboard.column("100000", "100000", "50000")
    keyboard.press("Ctrl+Right")  # plan and fact
    keyboard.column("4000000|4400000", "5000000|4500000", "20000000|21000000", "22000000|19360000", None, "92|91,08")
    keyboard.press("Ctrl+Right")  # conditions
    keyboard.reach("Показатель-условие")
    keyboard.press("End")
    keyboard.reach("Выполнено от, %")
    keyboard.retype("97")
    keyboard.reach("Иначе платит, %")
    keyboard.retype("50")
    keyboard.press("Tab", "Space")
    keyboard.press("Ctrl+Left", "Alt+S")  # plan and fact of the old scheme
    keyboard.column("4000000|4400000", "5000000|4500000", None, "20000000|21000000", "22000000|19360000")
    keyboard.press("Escape")
    page = keyboard.front
    assert isinstance(page, SimulationPage)
    return page


def paid(page: SimulationPage) -> Sequence[str]:
    """Anna, Vera, Boris as the table shows them."""
    model = page.table.pay
    shown = {model.index(row, 0).data(): model.index(row, 3).data() for row in range(model.rowCount())}
    return [shown[name].replace("\N{NO-BREAK SPACE}", " ") for name in ("Анна", "Борис", "Вера")]


def retention(keyboard: Leader, fact: str) -> None:
    """Another fact of the joint indicator, in the editor and back."""
    keyboard.press("Ctrl+E")
    while keyboard.front.editor.tabs.current() != "facts":
        keyboard.press("Ctrl+Right")
    if keyboard.front.editor.which.current() == "before":
        keyboard.press("Alt+S")
    keyboard.press(*(("Down",) * 8), "Home", "Right", "Right", "Right")
    keyboard.enter(fact)
    keyboard.press("Escape")


def examples_of_pay(keyboard: Leader, page: SimulationPage) -> None:
    """METHOD C.10.3: as it is, with a limit of the fund, with the gate closed."""
    assert paid(page) == ["105 500", "64 500", "49 500"], keyboard.focus()
    assert "219 500 ₽" in page.strip.cell("fund").accessibleName().replace("\N{NO-BREAK SPACE}", " ")
    keyboard.reach("Предел фонда")
    keyboard.retype("200 000")
    assert paid(page) == ["96 127", "58 769", "45 102"]
    keyboard.retype("")
    retention(keyboard, "88,32")
    assert paid(page) == ["67 750", "36 750", "43 500"]
    retention(keyboard, "91,08")
    assert paid(page) == ["105 500", "64 500", "49 500"]
    keyboard.press("Ctrl+H")
    assert paid(page) == ["105,5", "64,5", "99,0"], "per cent of the target bonus, no sums"
    keyboard.press("Ctrl+H")


def keep_or_pass(keyboard: Leader) -> None:
    """METHOD C.10.6: Boris, 400 000, chances 30 and 60 %."""
    keyboard.go_to("rewards", "test")
    page = keyboard.front
    assert isinstance(page, LeadTestPage)
    keyboard.reach("У кого повод")
    keyboard.retype("Борис")
    for name, value in (
        ("Сумма заказа", "400 000"), ("Шанс, если оставить, %", "30"), ("Шанс, если передать, %", "60"),
    ):  # fmt: skip
        keyboard.reach(name)
        keyboard.retype(value)
    keyboard.reach("Зачёт передавшему")
    assert gains(page) == ["3 000 ₽", "1 800 ₽"]
    assert page.result.title.text() == "Новая схема пока платит за «оставить»"
    keyboard.press("5")
    assert gains(page) == ["3 000 ₽", "3 000 ₽"]
    assert page.result.title.text() == "Новой схеме всё равно"
    company = [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in (page.company.keep, page.company.passed)]
    assert company == ["120 000 ₽", "240 000 ₽"]
    while page.case is not None and page.case.method is not CreditMethod.DOUBLE:
        keyboard.press("Tab")
        if keyboard.focus().startswith("Segment"):
            keyboard.press("Right", "Space")
    assert gains(page) == ["3 000 ₽", "6 000 ₽"]
    while page.case is not None and page.case.method is not CreditMethod.SPLIT:
        keyboard.press("Left", "Space")
    keyboard.press("Ctrl+Return")


def gains(page: LeadTestPage) -> list[str]:
    return [row.amount.text().replace("\N{NO-BREAK SPACE}", " ") for row in page.result.rows["after"]]


def recognise(keyboard: Leader) -> RecognitionPage:
    keyboard.go_to("rewards", "recognition")
    keyboard.press("Insert")
    keyboard.type("Спасибо недели")
    keyboard.press("Return", "Ctrl+Shift+T")
    keyboard.type("Борис")
    keyboard.press("Return")
    keyboard.type("Передал заявку с полным досье")
    keyboard.press("Return")
    page = keyboard.front
    assert isinstance(page, RecognitionPage)
    return page


def examples_of_credit(keyboard: Leader, page: RecognitionPage) -> None:
    """METHOD C.10.5: parts of a deal to the kopeck."""
    keyboard.reach("Сделка на")
    keyboard.retype("1000,01")
    keyboard.reach("Правило для общей сделки")
    keyboard.press("Space")
    for name, share in (("А", "30"), ("Б", "30"), ("В", "40")):
        keyboard.reach(name)
        keyboard.retype(share)
    line = list(page.rules.lines.values())[-1]
    said = line.example.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "А 300,00 · Б 300,00 · В 400,01 · зачтено 100 % сделки"
    for name, share in (("А", "50"), ("Б", "50"), ("В", "0")):
        keyboard.reach(name)
        keyboard.retype(share)
    keyboard.reach("Сделка на")
    keyboard.retype("100,01")
    assert "А 50,00 · Б 50,01 · В 0,00" in line.example.text().replace("\N{NO-BREAK SPACE}", " ")


def test_rewards_are_led_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    window.activateWindow()
    keyboard = Leader(window, qtbot)
    people(keyboard)
    examples_of_pay(keyboard, scheme(keyboard))
    keep_or_pass(keyboard)
    examples_of_credit(keyboard, recognise(keyboard))
    context = ViewContext(window.bridge.as_of)
    assert all(item.done for item in STEP.done_when(window.bridge.engagement, context))
    for scene in ("rewards.simulation", "rewards.test"):
        shown = " ".join(texts(window, scene, Focus(), (1920, 1080))).replace("\N{NO-BREAK SPACE}", "")
        assert "%" in shown and "₽" not in shown
        assert not [sum_ for sum_ in ("105500", "64500", "49500", "100000", "400000", "3000") if sum_ in shown]
    path, kept = window.bridge.document.file.path, list(window.bridge.engagement.all_rows())
    window.close()
    again = Document.open(path)
    assert list(again.engagement.all_rows()) == kept
    (action,), (named,) = again.engagement.actions, again.engagement.nominations
    assert action.recommendations == (5,) and action.due is not None and action.owner_id
    assert (named.department_id, named.person_id) == ("DEP01", "P02")
    assert again.engagement.recognition[0].form is RecognitionForm.PUBLIC
    assert again.engagement.credit_rules[0].shares == (("lead", Decimal(50)), ("passer", Decimal(50)))
    again.close()
