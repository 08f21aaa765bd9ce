"""What is agreed in S9: the rule that a case gives, the verdict of the owner, recognition by the other department."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.steps.test_rewards import front, texts
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.audience.scene import Focus
from ui.steps.rewards.lead_test import LeadTestPage
from ui.steps.rewards.recognition import RecognitionPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    CreditMethod,
    CreditRule,
    Person,
    RecognitionForm,
    RewardScheme,
)
from workshop_app.domain.rewards.nominations import nominees
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.offers import waiting_offers
from workshop_app.steps.rewards import STEP
from workshop_app.steps.thanks import nominate


def test_the_case_says_what_the_scheme_pays_for(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "test")
    assert isinstance(page, LeadTestPage)
    assert page.case is not None and page.case.share == Fraction(30, 100)
    page._set(person_id="P13")
    assert page.result.title.text() == "Новая схема пока платит за «оставить»"
    assert page.result.rows["after"][1].amount.text() == "2\u00a0347\u00a0₽"
    qtbot.keyClick(page, Qt.Key.Key_5)
    assert page.case.share == Fraction(1, 2)
    assert page.result.title.text() == "Новой схеме всё равно"
    qtbot.keyClick(page.slider, Qt.Key.Key_Right)
    assert page.result.title.text() == "Новая схема платит за «передать»"
    window.actions_list.find("rewards.rule").run()
    engagement = window.bridge.engagement
    rule, action = engagement.named(CreditRule, "after/CR1"), engagement.actions[-1]
    assert rule.shares == (("lead", Decimal(45)), ("passer", Decimal(55)))
    assert action.title == "Ввести правило зачёта «Переданный повод: ведущий 45, передавший 55»"
    assert (action.owner_id, action.co_owner_id, action.recommendations) == ("P09", "P01", (5,))
    assert action.due is not None and action.result
    qtbot.keyClick(page, Qt.Key.Key_5)
    page.write_rule()
    assert len(window.bridge.engagement.actions) == len(engagement.actions), "the same action for the new shares"
    assert window.bridge.engagement.actions[-1].title.endswith("ведущий 50, передавший 50»")
    window.bridge.undo()
    window.bridge.undo()
    assert window.bridge.engagement.named(CreditRule, "after/CR1").shares[0] == ("lead", Decimal(70))
    assert len(window.bridge.engagement.actions) == len(engagement.actions) - 1
    page.method.segment(CreditMethod.DOUBLE.value).click()
    assert page.case.credit == 1


def test_recognition_is_written_on_cards(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    page = front(window, "recognition")
    assert isinstance(page, RecognitionPage)
    page.add_new()
    type_text(page.entry, "Спасибо недели")
    qtbot.keyClick(page.entry, Qt.Key.Key_Return)
    (item,) = window.bridge.engagement.recognition
    card = page.cards[item.id]
    card.form.picked.emit("development")
    assert page.message.text()
    card.form.picked.emit("public")
    card.criteria.setPlainText("Называет другой отдел")
    card.criteria.commit()
    (item,) = window.bridge.engagement.recognition
    assert (item.form, item.criteria) == (RecognitionForm.PUBLIC, "Называет другой отдел")
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    assert not window.bridge.engagement.recognition
    window.bridge.undo()
    assert len(page.cards) == 1


def test_only_the_other_department_names_people(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front(window, "recognition")
    assert isinstance(page, RecognitionPage)
    window.activateWindow()
    qtbot.waitUntil(page.thanks.isVisible)
    window.actions_list.find("rewards.thank").run()
    assert page.thanks.part.whom.hasFocus()
    offered = {person.department_id for person in nominees(window.bridge.engagement, page.thanks.part.by.current())}
    assert page.thanks.part.by.current() == "A" and offered == {"B", None}
    for text in ("Авдеев", "Передал заявку с полным досье"):
        field = window.focusWidget()
        type_text(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    (named,) = window.bridge.engagement.nominations
    assert (named.department_id, named.person_id, named.reason) == ("A", "P11", "Передал заявку с полным досье")
    assert window.room.following.focus.row_id == named.id, "the room turns to the thanks"
    engagement = window.bridge.engagement
    form, own = engagement.recognition[0], engagement.named(Person, "P01")
    assert window.bridge.run(nominate(form, "A", own, "Свой", None)) is None, "nobody thanks their own"
    assert window.bridge.engagement.nominations == (named,)
    assert "Авдеев Павел Константинович" in texts(window, "rewards.recognition", Focus(), (1920, 1080))
    moved = engagement.named(Person, "P11")
    window.bridge.run(change_row(Message("moved"), moved, department_id="A"))
    assert page.thanks.part.lines[named.id].message.text() == "Называет свой\u00a0же отдел: не\u00a0считается"
    assert "Авдеев Павел Константинович" not in texts(window, "rewards.recognition", Focus(), (1920, 1080))[4:]
    done = {item.text.id: item.done for item in STEP.done_when(window.bridge.engagement, window.bridge.view_context)}
    assert done["Only the other department names people"] is False
    window.bridge.undo()
    qtbot.keyClick(page.thanks.part.lines[named.id], Qt.Key.Key_Delete)
    assert not window.bridge.engagement.nominations
    window.bridge.undo()
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert again.engagement.nominations == (named,)
    again.close()


def test_the_verdict_of_the_owner_is_offered_as_an_action(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    bridge = window.bridge
    rewarded = [action for action in bridge.engagement.actions if 5 in action.recommendations]
    bridge.run(remove_rows(Message("none asked"), rewarded))
    bridge.run(change_row(Message("open"), bridge.engagement.named(RewardScheme, "after"), owner_approved=None))
    done = {item.text.id: item.done for item in STEP.done_when(bridge.engagement, bridge.view_context)}
    assert not done["The owner's verdict is recorded, or an action with a date"]
    (offer,) = (offer for offer in waiting_offers(bridge.engagement) if offer.key == "verdict/rewards")
    bridge.run(offer.operation)
    action = bridge.engagement.actions[-1]
    assert (action.owner_id, action.due, action.recommendations) == ("P90", date(2026, 3, 12), (5,))
    assert all(item.done for item in STEP.done_when(bridge.engagement, bridge.view_context))
    assert not [offer for offer in waiting_offers(bridge.engagement) if offer.key == "verdict/rewards"]
