"""By keyboard alone: diagnosis, cooperation, feedback from an empty file; the file again on day 30, 60 and 90."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.workshop.keyboard import NEXT, Keyboard
from tests.workshop.test_steps_by_keyboard import begun, is_done, read_back
from ui.application import Application
from ui.pages.base import Place
from workshop_app.domain import model as m
from workshop_app.domain.decisions import DecisionState, states
from workshop_app.domain.findings import SECOND_WAVE
from workshop_app.domain.followup import Outcome, reanswers
from workshop_app.domain.message import Message
from workshop_app.domain.model import ActionStatus, Row
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

SESSION = "10.02.2027"
FIRST, LATER, LAST = date(2027, 3, 15), date(2027, 4, 12), date(2027, 5, 12)
STAFF = (("Иванов Иван", "ОП"), ("Петрова Анна", "ОП"), ("Ким Ольга", "СС"), ("Ли Мария", "СС"))
WE = m.Answer.WE


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> type[date]:
    """``today.now`` is what the program takes for today."""

    class Today(date):
        now = date(2027, 2, 10)

        @classmethod
        def today(cls) -> date:
            return cls.now

    monkeypatch.setattr("ui.bridge.date", Today)
    return Today


def on_the_day(keyboard: Keyboard) -> None:
    """The date of the session, before people in the first step."""
    keyboard.press("Ctrl+PageUp")
    keyboard.reach("Дата")
    keyboard.retype(SESSION)


def exchange_images(keyboard: Keyboard) -> None:
    keyboard.jump("S2")
    keyboard.go_to("diagnosis", "images")
    for number in range(6):
        for card in ("Держим сроки", "Знаем клиента", "Отвечаем быстро"):
            keyboard.type(f"{card} {number}")
            keyboard.press("Return")
        keyboard.press("Ctrl+Right")
    keyboard.press(NEXT)
    keyboard.type("Клиент ждёт, пока мы решаем, чей он")
    keyboard.press("Return", "Space", "Tab", "Space")


def survey(keyboard: Keyboard) -> None:
    """The first wave, six sheets of paper, the second wave."""
    keyboard.go_to("feedback", "pulse")
    keyboard.press("Return", "Return")
    for sheet in range(6):
        if sheet == 3:
            keyboard.press("Right")
        for question in range(11):
            keyboard.press(str(3 + (sheet + question) % 3))
        keyboard.press("Return")
    keyboard.press("Escape", "Insert")


def describe_handoff(keyboard: Keyboard) -> None:
    keyboard.jump("S6")
    keyboard.press("Return")
    for text in ("Заявка из промышленности", "Клиент прислал заявку", "", "ОП", "Петрова", "СС", "Ли"):
        if text:
            keyboard.type(text)
        keyboard.press("Tab")
    for text in ("контакт; что просит; срок", "Клиенту назван срок", "4", "Ким"):
        keyboard.type(text)
        keyboard.press("Tab")
    keyboard.press("Space", "Tab", "Space", "Escape")


def begin_project(keyboard: Keyboard) -> None:
    keyboard.press(NEXT, "Insert")
    keyboard.type("Общая карта клиентов")
    keyboard.press("Return")
    keyboard.type("У каждого клиента один ведущий")
    keyboard.press("Tab")
    keyboard.type("Ким")
    keyboard.press("Tab", "Tab")
    for name in ("Петрова", "Ли"):
        keyboard.type(name)
        keyboard.press("Return")
    keyboard.reach("Показатель цели")
    keyboard.type("Клиентов с ведущим")
    keyboard.press("Tab")
    keyboard.type("55")
    keyboard.reach("Новый этап")
    for stage in ("Список", "Письма"):
        keyboard.fill(stage)
    keyboard.press("Escape")


def measure(keyboard: Keyboard) -> None:
    """An indicator with its first value, one taken back, and a channel with a suggestion that is answered."""
    keyboard.jump("S10")
    keyboard.press("Insert")
    fields = ("Передачи в срок", "%", "", "", "Ким", "50", "90", "60", "журнал", SESSION, "30.06.2027")
    for text in fields:
        if text:
            keyboard.type(text)
        keyboard.press("Tab")
    keyboard.press("Escape", "Return")
    for value in ("57", "58"):
        keyboard.type(value)
        keyboard.press("Return", "Return")
    keyboard.press("Escape")


def suggest(keyboard: Keyboard) -> None:
    keyboard.go_to("feedback", "suggestions")
    keyboard.type("Общий чат, отвечает Ким, 14 дней")
    keyboard.press("Return", "Insert")
    keyboard.type("Шаблон письма слишком длинный")
    keyboard.press("Return", "F4", "Return")
    keyboard.type("Сократим до страницы")
    keyboard.press("Return")


def test_three_steps_are_led_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot, today: type[date]) -> None:
    keyboard = begun(open_window, qtbot, ("Орлов Пётр", "ОП", "Менеджер"), ("Сова Вера", "СС", "Инженер"))
    window = keyboard.window
    on_the_day(keyboard)
    assert not any(is_done(window, step) for step in ("diagnosis", "cooperation", "feedback"))
    exchange_images(keyboard)
    describe_handoff(keyboard)
    begin_project(keyboard)
    assert is_done(window, "cooperation"), keyboard.focus()
    measure(keyboard)
    survey(keyboard)
    suggest(keyboard)
    assert is_done(window, "feedback") and is_done(window, "diagnosis"), keyboard.focus()
    kept = read_back(window)
    (handoff,), (project,), (indicator,), (said,) = kept.handoffs, kept.projects, kept.indicators, kept.suggestions
    assert (handoff.from_person_id, handoff.to_person_id, handoff.escalation) == ("P02", "P04", "Ким")
    assert (len(handoff.package), handoff.accepted_by) == (3, ("DEP01", "DEP02"))
    assert (project.leader_id, project.result_target) == ("P03", Decimal(55))
    assert {"P02", "P04"} <= set(project.team) and len(kept.project_stages) == 2
    assert (indicator.owner_id, indicator.baseline, indicator.alarm_limit) == ("P03", Decimal(50), Decimal(60))
    assert [(point.date, point.value) for point in kept.indicator_points] == [(today.now, Decimal(58))]
    assert len(kept.survey_responses) == 6 and kept.surveys[1].date == LATER
    assert said.reply == "Сократим до страницы" and len(kept.image_cards) == 18


def planned(path: Path) -> Path:
    """The file at the end of the session: both departments claimed two activities, a rule for each, two actions."""
    rows: list[Row] = [
        m.Session(id="session", date=date(2027, 2, 10)),
        *(m.Department(id=key, name=key, short=key) for key in ("ОП", "СС")),
        *(m.Person(id=f"P{n}", name=name, department_id=home) for n, (name, home) in enumerate(STAFF, 1)),
    ]
    for key in ("A1", "A2"):
        rows.append(m.Activity(id=key, title=f"Работа {key}", key=True, audited=True))
        rows += [m.Claim(id=f"{key}/{home}", activity_id=key, department_id=home, answer=WE) for home in ("ОП", "СС")]
        rows += [m.Function(id=f"F{key}{n}", activity_id=key, person_id=f"P{n}", text=key) for n in (1, 3)]
        rows.append(
            m.Decision(
                id=f"D{key}", activity_id=key, type=m.DecisionType.SPLIT, split_rule="Первый год — ОП, дальше — СС",
                confirmed_by=("ОП", "СС"), decided_on=date(2027, 2, 10),
            )
        )  # fmt: skip
    rows += [
        m.Action(id="X1", title="Описать передачу договора", owner_id="P1", due=date(2027, 2, 15)),
        m.Action(id="X2", title="Собрать список клиентов", owner_id="P3", due=date(2027, 5, 20)),
    ]
    document = Document.create(path)
    document.run(put_rows(Message("session"), rows))
    document.close()
    return path


def taken_up(open_window: OpenWindow, qtbot: QtBot, path: Path) -> Keyboard:
    """The file opened on a later day: at the follow-up."""
    window = open_window(path=path)
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    assert window.place == Place("followup", "day")
    return Keyboard(window, qtbot)


def hold(keyboard: Keyboard, overdue: tuple[str, ...], correction: str, thanks: tuple[str, str]) -> None:
    """The meeting point by point: overdue actions, a correction, thanks, the end."""
    keyboard.press("Ctrl+Return", "Ctrl+Return")
    for key in overdue:
        if len(key) == 1:
            keyboard.press(key)
        else:
            keyboard.type(key)
            keyboard.press("Tab")
    if len(overdue) > 1:
        keyboard.press("Shift+Tab", "Return")
    keyboard.press("Ctrl+Return", "Ctrl+Return")
    keyboard.type(correction)
    keyboard.press("Return", "Ctrl+Return")
    for text in thanks:
        keyboard.type(text)
        keyboard.press("Return")
    keyboard.press("Ctrl+Return")


def test_a_file_is_taken_up_again_after_30_60_and_90_days(
    open_window: OpenWindow,
    program: Application,
    qtbot: QtBot,
    tmp_path: Path,
    today: type[date],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = planned(tmp_path / "2027.workshop")
    today.now = FIRST
    keyboard = taken_up(open_window, qtbot, path)
    keyboard.reach("Назначить 30, 60 и 90 дней")
    keyboard.press("Space")
    hold(keyboard, ("2", "20.03.2027", "Ждали шаблон"), "Шаблон хранит сервис", ("Ким", "Подменила на выезде"))
    engagement = keyboard.window.bridge.engagement
    late = engagement.actions[0]
    assert (late.due, late.original_due, late.moves) == (date(2027, 3, 20), date(2027, 2, 15), 1)
    today.now = LATER
    keyboard.window.close()
    keyboard = taken_up(open_window, qtbot, path)
    hold(keyboard, ("1",), "Шаблон меняется раз в квартал", ("Ли", "Показала расчёт"))
    keyboard.jump("S10")
    survey(keyboard)
    today.now = LAST
    keyboard.window.close()
    keyboard = taken_up(open_window, qtbot, path)
    hold(keyboard, (), "Спорное решают начальники", ("Ким", "Общий выезд"))
    keyboard.press(NEXT)
    for _activity in reanswers(keyboard.window.bridge.engagement):
        keyboard.press("1", "2")
    found = reanswers(keyboard.window.bridge.engagement)
    assert found and {line.outcome for line in found} == {Outcome.VERIFIED}, keyboard.focus()
    following = tmp_path / "Год 2028.workshop"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(following), ""))
    keyboard.press("Ctrl+K")
    keyboard.type("следующего года")
    keyboard.press("Return")
    fresh = next(each for each in program.windows if each is not keyboard.window).bridge.engagement
    assert fresh.people and not fresh.actions and fresh.session.date is None
    assert any(activity.existing_rule for activity in fresh.activities)
    kept = read_back(keyboard.window)
    held = {followup.day: followup.held_on for followup in kept.followups}
    assert held == {30: FIRST, 60: LATER, 90: LAST}
    assert (kept.actions[0].status, kept.actions[0].done_on) == (ActionStatus.DONE, LATER)
    assert [named.person_id for named in kept.nominations] == ["P3", "P4", "P3"]
    assert DecisionState.VERIFIED in states(kept, SECOND_WAVE).values()
