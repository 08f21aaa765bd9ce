"""Role cards in the real window: typed, talked through, shown on purpose; the file is read back."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.room_texts import room_texts
from tests.steps.role_pages import cards_of
from tests.steps.shared_window import take_everything_back
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.widgets.labels import FieldMessage
from workshop_app.domain.message import Message
from workshop_app.domain.model import RoleCard
from workshop_app.services.document import Document
from workshop_app.services.operations import remove_rows

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    desk.activateWindow()
    yield desk
    take_everything_back(desk)


def test_a_role_card_is_typed_confirmed_and_the_next_one_follows(window: FacilitatorWindow, qtbot: QtBot) -> None:
    cards = cards_of(window)
    cards.select("P13")
    qtbot.keyClick(cards.table, Key.Key_F2)
    assert cards.card.stops.hasFocus()
    type_text(cards.card.stops, "Второй отчёт")
    qtbot.keyClick(cards.card.stops, Key.Key_Return)
    cards.card.day.setFocus()
    type_text(cards.card.day, "когда-нибудь")
    qtbot.keyClick(cards.card.day, Key.Key_Return)
    said = [message.text() for message in cards.card.findChildren(FieldMessage) if not message.isHidden()]
    assert len(said) == 1 and "не дата" in said[0] and stored_card(window, "P13").acknowledged_on is None
    qtbot.keyClick(cards.card.day, Key.Key_Escape)
    cards.table.setFocus()
    assert cards.main.shown() == "Подтвердить разговор"
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    card = stored_card(window, "P13")
    assert card.stops_doing == "Второй отчёт" and card.acknowledged_on == date(2026, 4, 20)
    assert cards.main.shown() == "Следующая карточка"
    qtbot.keyClick(window, Key.Key_Return, CONTROL)
    assert cards.focus_id() == "P14"


def stored_card(window: FacilitatorWindow, person_id: str) -> RoleCard:
    document = Document.open(window.bridge.document.file.path, read_only=True)
    card = document.engagement.get(RoleCard, person_id)
    document.close()
    assert card is not None
    return card


def test_a_suggestion_is_taken_by_its_digit_and_undone(window: FacilitatorWindow, qtbot: QtBot) -> None:
    cards = cards_of(window)
    cards.select("P10")
    before = stored_card(window, "P10").stops_doing
    qtbot.keyClick(cards.table, Key.Key_1)
    after = stored_card(window, "P10").stops_doing
    assert before and after == f"{before}; Анализ рынка, сравнение цен конкурентов"
    window.bridge.undo()
    assert stored_card(window, "P10").stops_doing == before
    takes = cards.card.findChildren(QAbstractButton)
    type_text(cards.card.purpose, "Ведёт крупных клиентов")
    qtbot.keyClick(cards.card.purpose, Key.Key_Return)
    assert stored_card(window, "P10").purpose != "" and cards.card.findChildren(QAbstractButton) == takes
    take = next(take for take in takes if take.text() == "+ 1")
    take.setFocus()
    take.click()
    assert cards.card.isAncestorOf(window.focusWidget() or cards.table), "the cursor stays in the card"


def test_cards_for_everybody_are_made_once(window: FacilitatorWindow, qtbot: QtBot) -> None:
    cards = cards_of(window)
    card = window.bridge.engagement.get(RoleCard, "P13")
    assert card is not None
    window.bridge.run(remove_rows(Message("x"), [card]))
    cards.make.click()
    assert stored_card(window, "P13").acknowledged_on is None
    assert not cards.make.isVisible()


def test_a_card_reaches_the_room_only_on_purpose_and_never_the_pay(window: FacilitatorWindow, qtbot: QtBot) -> None:
    cards = cards_of(window)
    cards.select("P10")
    hidden = room_texts(window, "roles.cards")
    assert not any("Мельник" in text for text in hidden)
    window.actions_list.run("room_show")
    shown = room_texts(window, "roles.cards")
    assert "Мельник Вера Петровна" in shown and "Отдельный обзор цен" in shown
    assert not any("50" in text and "%" in text for text in shown)
    window.actions_list.run("room_show")
    assert not any("Мельник" in text for text in room_texts(window, "roles.cards"))
