"""Training and meetings by keyboard alone: from an empty file to "done when", and what they give to the plan."""

from __future__ import annotations

from datetime import date

from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from tests.workshop.keyboard import NEXT, Keyboard, prepare
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import NoteKind, TrainingKind
from workshop_app.services.document import Document
from workshop_app.steps import step_of
from workshop_app.steps.step import ViewContext


def begun(open_window: OpenWindow, qtbot: QtBot, *more: tuple[str, str, str]) -> Keyboard:
    """Two departments of two people each and ``more`` of them, typed into an empty file."""
    window = open_window()
    window.activateWindow()
    keyboard = Keyboard(window, qtbot)
    prepare(keyboard, *more)
    return keyboard


def is_done(window: FacilitatorWindow, step: str) -> bool:
    found = step_of(step).done_when(window.bridge.engagement, ViewContext(window.bridge.as_of))
    return all(item.done for item in found)


def read_back(window: FacilitatorWindow) -> Engagement:
    path = window.bridge.document.file.path
    window.close()
    document = Document.open(path)
    engagement = document.engagement
    document.close()
    return engagement


def test_training_is_led_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    keyboard = begun(open_window, qtbot)
    window = keyboard.window
    keyboard.jump("S7")
    assert window.place == Place("training", "skills")
    assert not is_done(window, "training")
    keyboard.press("Insert")
    for skill in ("Расчёт цены", "Трудный разговор"):
        keyboard.fill(skill)
    keyboard.press("Escape")
    keyboard.press("Up", "K", "4", "Space", "Right", "Right", "1")
    keyboard.press("F4", "Tab", "Return")
    pair = window.bridge.engagement.training[-1]
    assert (pair.kind, "Расчёт цены" in pair.title) == (TrainingKind.SKILL, True), keyboard.focus()
    keyboard.press(NEXT)
    for day in ("20.05.2027", "21.05.2027", "24.05.2027", "25.05.2027"):
        plan(keyboard, day)
    assert is_done(window, "training"), keyboard.focus()
    kept = read_back(window)
    assert [(s.title, s.critical) for s in kept.skills] == [("Расчёт цены", True), ("Трудный разговор", False)]
    assert [(level.level, level.confirmed) for level in kept.skill_levels] == [(4, True), (1, False)]
    assert {t.date for t in kept.training} == {date(2027, 5, day) for day in (20, 21, 24, 25)}
    assert all(t.evaluation == "Назовёт две вещи" for t in kept.training)
    visits = [t for t in kept.training if t.kind is TrainingKind.CROSS_DEPARTMENT]
    assert [len(t.audience) for t in visits] == [2, 2] and len({t.host_department_id for t in visits}) == 2


def plan(keyboard: Keyboard, day: str) -> None:
    """Down to the first item without a date, offered or not; Enter, how it is checked, the day."""
    page = keyboard.window.host.page.front
    keyboard.press("Home")
    for _ in range(len(page.model.lines)):
        row = page.line()
        if row is not None and row.line is not None and row.line.training.date is None:
            break
        keyboard.press("Down")
    keyboard.press("Return")
    keyboard.type("Назовёт две вещи")
    keyboard.press("Tab")
    keyboard.type(day)
    keyboard.press("Return", "Escape")


def test_meetings_are_led_by_keyboard_alone(open_window: OpenWindow, qtbot: QtBot) -> None:
    keyboard = begun(open_window, qtbot)
    window = keyboard.window
    keyboard.jump("S8")
    assert window.place == Place("meetings", "series")
    assert not is_done(window, "meetings")
    keyboard.press("Return")
    keyboard.type("Ким")
    keyboard.press("Return", "Escape")
    assert is_done(window, "meetings"), keyboard.focus()
    keyboard.press(NEXT)
    keyboard.press("Insert")
    keyboard.fill("Ли звонит клиенту до 15.06.2027")
    keyboard.fill("Скидки больше 5 % решает начальник")
    qtbot.waitUntil(window.messages.offer_plate.isVisible)
    keyboard.press("Alt+Return", "Escape", "4")
    keyboard.press("Tab", "Right", "Tab")
    keyboard.type("Общий стенд на выставке")
    keyboard.press("Return", "Tab", "Tab", "Return")
    kept = read_back(window)
    (series,) = kept.meetings
    assert (series.duration_min, len(series.agenda), len(series.participants)) == (20, 3, 4)
    assert kept.person(series.owner_id).name == "Ким Ольга"
    (entry,) = kept.meeting_log
    said = ("Ли звонит клиенту до 15.06.2027", "Скидки больше 5 % решает начальник")
    assert (entry.meeting_id, entry.held, entry.rating, entry.decisions) == (series.id, True, 4, said)
    (note,) = kept.notes
    assert (note.kind, note.resolved) == (NoteKind.OPPORTUNITY, True)
    first, second = kept.actions
    assert (first.title, kept.person(first.owner_id).name, first.due) == (said[0], "Ли Мария", date(2027, 6, 15))
    assert (second.title, note.action_id) == ("Общий стенд на выставке", second.id)
