"""S12 in the real window: overdue actions, the meeting held, claims asked again, next year's file."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.patience import to_front
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.application import Application
from ui.audience.scene import Focus
from ui.files import FileCommands
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.followup.again_page import AgainPage
from ui.steps.followup.day_page import DayPage
from ui.steps.followup.late_card import LateCard
from ui.steps.followup.page import FollowUpPage
from ui.widgets.buttons import Button, IconButton
from workshop_app.domain.decisions import DecisionState, states
from workshop_app.domain.findings import SECOND_WAVE, FindingCode
from workshop_app.domain.followup import Outcome
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    Answer,
    Decision,
    DecisionType,
    Department,
    FollowUp,
    Indicator,
    Person,
    RewardScheme,
    RewardWeight,
    Row,
    Session,
    Survey,
)
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, put_rows, remove_rows
from workshop_app.steps import step_of
from workshop_app.steps.followup.next_year import next_year_rows
from workshop_app.steps.followup.operations import move
from workshop_app.steps.followup.view import followup_view
from workshop_app.steps.step import ViewContext


def day_page(window: FacilitatorWindow) -> DayPage:
    window.go(Place("followup", "day"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, DayPage)
    return front


def cards(page: DayPage) -> list[LateCard]:
    return [card for card in page.findChildren(LateCard) if card.isVisibleTo(page)]


def test_overdue_actions_come_first_and_are_answered_by_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    first, second = cards(page)
    assert [card.late.id for card in (first, second)] == ["X08", "X12"]
    qtbot.keyClick(first, Qt.Key.Key_1)
    action = window.bridge.engagement.named(Action, "X08")
    assert (action.status, action.done_on) == (ActionStatus.DONE, date(2026, 4, 20))
    (left,) = cards(page)
    qtbot.keyClick(left, Qt.Key.Key_2)
    type_text(left.due, "30.04.2026")
    left.due.commit()
    type_text(left.reason, "Ждали выгрузку")
    qtbot.keyClick(left.reason, Qt.Key.Key_Return)
    moved = window.bridge.engagement.named(Action, "X12")
    assert (moved.due, moved.original_due, moved.moves) == (date(2026, 4, 30), date(2026, 4, 17), 1)
    assert moved.moved_reason == "Ждали выгрузку"
    assert not cards(page)


def test_what_comes_next_is_ticked_off_and_the_rest_is_counted(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    view = followup_view(window.bridge.engagement, window.bridge.view_context)
    live = [a for a in window.bridge.engagement.actions if a.status in (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)]
    assert len(view.overdue) + len(view.upcoming) + view.later == len(live)
    soon = view.upcoming[0].action
    (tick,) = [b for b in page.late.findChildren(IconButton) if soon.title in b.accessibleName()]
    tick.click()
    assert window.bridge.engagement.named(Action, soon.id).status is ActionStatus.DONE


def test_moving_needs_a_reason(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    card = cards(day_page(window))[0]
    qtbot.keyClick(card, Qt.Key.Key_2)
    type_text(card.due, "30.04.2026")
    card.due.commit()
    qtbot.keyClick(card.reason, Qt.Key.Key_Return)
    assert window.bridge.engagement.named(Action, "X08").moves == 0
    assert card.message.text()


def test_the_meeting_is_held_and_undone(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    page.end_button.click()
    held = {followup.day: followup.held_on for followup in window.bridge.engagement.followups}
    assert held[90] == date(2026, 4, 20)
    window.actions_list.run("undo")
    assert {f.day: f.held_on for f in window.bridge.engagement.followups}[90] is None


def test_a_correction_is_kept_in_the_file(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    type_text(page.corrections.text, "Передача без карточки не считается принятой")
    qtbot.keyClick(page.corrections.text, Qt.Key.Key_Return)
    path = window.bridge.document.file.path
    window.close()
    again = Document.open(path)
    assert again.engagement.notes[-1].text == "Передача без карточки не считается принятой"
    again.close()


def test_a_correction_of_a_chosen_rule_changes_that_rule(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    decision = next(d for d in window.bridge.engagement.decisions if d.split_rule)
    card = page.corrections
    card.rule.set_current(decision.id)
    card._take_rule(decision.id)
    assert card.text.text() == decision.split_rule
    card.text.selectAll()
    assert card.confirmed.ticked() == decision.confirmed_by
    type_text(card.text, "Клиента ведёт тот, кто ответил первым")
    assert card.confirmed.ticked() == ()  # new words are confirmed anew
    first = card.confirmed.boxes[0][1]
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(card.text, Qt.Key.Key_Return)
    after = window.bridge.engagement
    corrected = after.named(Decision, decision.id)
    assert corrected.split_rule == "Клиента ведёт тот, кто ответил первым"
    assert corrected.confirmed_by == (after.departments[0].id,)
    card.rule.set_current(decision.id)
    card._take_rule(decision.id)
    qtbot.keyClick(card.confirmed.boxes[1][1], Qt.Key.Key_Space)  # the second department comes round to it later
    assert window.bridge.engagement.named(Decision, decision.id).confirmed_by == decision.confirmed_by
    assert len(window.bridge.engagement.notes) == len(after.notes)
    window.actions_list.run("undo")
    activity = after.activity(decision.activity_id)
    assert activity is not None and activity.title in after.notes[-1].text
    window.actions_list.run("undo")
    assert window.bridge.engagement.named(Decision, decision.id).split_rule == decision.split_rule


def test_what_was_moved_says_how_often_and_why(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    action = window.bridge.engagement.named(Action, "X08")
    for day, why in ((date(2026, 4, 24), "Отпуск"), (date(2026, 4, 30), "Ждали выгрузку")):
        window.bridge.run(move(window.bridge.engagement.named(Action, action.id), day, why))
    page = day_page(window)
    said = [label.text() for label in page.late.findChildren(QLabel)]
    assert any("перенесено 2\u00a0раза, сначала 10\u00a0апр" in text for text in said)
    assert any(action.title in text and "Ждали выгрузку" in text for text in said)


def test_the_meeting_is_led_point_by_point_with_one_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = day_page(window)
    to_front(window)
    seen, minutes, scenes = [], [], []
    for _point in range(5):
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        seen.append((page.point, QApplication.focusWidget()))
        minutes.append(window.timer.planned // 60)
        scenes.append(window.room.live.scene)
    assert [number for number, _focus in seen] == [1, 2, 3, 4, 5]
    assert minutes == [10, 20, 15, 10, 5] and window.timer.running
    assert scenes == ["followup.day", "followup.day", "feedback.indicators", "followup.day", "thanks"]
    assert (seen[1][1], seen[3][1], seen[4][1]) == (page.late.cards[0], page.corrections.text, page.thanked.part.whom)
    for text in ("Авдеев", "Подмена в отпуске"):
        field = QApplication.focusWidget()
        type_text(field, text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    named = window.bridge.engagement.nominations[-1]
    assert (named.department_id, named.person_id, named.date) == ("A", "P11", date(2026, 4, 20))
    shown = window.room.live
    assert (shown.scene, shown.focus.row_id) == ("rewards.recognition", named.id), "the room sees who is thanked"
    type_text(page.thanked.notes, "Встреча уложилась в час")
    qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (held,) = [f for f in window.bridge.engagement.followups if f.day == 90]
    assert (held.held_on, held.notes) == (date(2026, 4, 20), "Встреча уложилась в час")


def test_without_a_session_date_the_page_says_what_comes_first(open_window: OpenWindow) -> None:
    window = open_window()
    page = day_page(window)
    assert page.stack.currentIndex() == 1 and not page.end_button.isEnabled()
    page.stack.currentWidget().findChildren(Button)[0].click()
    assert window.place.step == "prepare"


def test_indicators_without_values_are_not_said_to_be_in_order(open_window: OpenWindow) -> None:
    window = open_window()
    window.bridge.run(change_row(Message("date"), window.bridge.engagement.session, date=date(2026, 2, 10)))
    said = [label.text() for label in day_page(window).findChildren(QLabel)]
    assert any("Показателей пока нет" in text for text in said) and not any("Все показатели" in text for text in said)
    window.bridge.run(put_rows(Message("new"), [Indicator(id="I1", title="Удержание")]))
    said = [label.text() for label in day_page(window).findChildren(QLabel)]
    assert any("1 показатель пока без значений" in text.replace("\xa0", " ") for text in said)
    assert not any("Все показатели" in text for text in said)


def test_each_day_has_what_belongs_to_it(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    engagement, context = window.bridge.engagement, window.bridge.view_context
    steps = {day: [point.step for point in followup_view(engagement, context, day).besides] for day in (30, 60, 90)}
    assert steps == {
        30: ["audit"],
        60: ["feedback", "roles"],
        90: ["followup", "feedback", "diagnosis"],
    }
    card = engagement.role_cards[0]
    window.bridge.run(change_row(Message("card"), card, acknowledged_on=context.as_of))
    said = " ".join(label.text() for label in day_page(window).findChildren(QLabel)).replace("\xa0", " ")
    assert "15 карточек ролей обсуждено" in said, "nothing else is better since day 60: all since the session"
    window.room.put("followup.day", Focus(options=(("day", "90"),)))
    assert "1 карточка роли обсуждена" in " ".join(window.desk.painter.current()[1].better).replace("\xa0", " ")
    engagement = window.bridge.engagement
    off = change_row(Message("off"), engagement.settings, steps_off=("feedback", "roles"))
    window.bridge.run(off)
    engagement = window.bridge.engagement
    assert [point.step for point in followup_view(engagement, context, 60).besides] == []
    assert len(step_of("followup").done_when(engagement, context)) == 2, "nothing is asked of a step that is off"


def test_a_file_opens_at_the_follow_up_that_is_due(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    assert window.place.step == "prepare"
    window.bridge.run(change_row(Message("day"), window.bridge.engagement.company, as_of=date(2026, 5, 11)))
    path = window.bridge.document.file.path
    window.close()
    again = open_window(path=path)
    assert again.place.step == "followup"


def test_activities_are_asked_again_by_digits(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    window.go(Place("followup", "again"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, AgainPage)
    line = front.model.lines[0]
    front.table.select(line.id, 2)
    front.table.setFocus()
    qtbot.keyClick(front.table, Qt.Key.Key_1)
    qtbot.keyClick(front.table, Qt.Key.Key_2)
    second = [c for c in window.bridge.engagement.claims if c.wave == SECOND_WAVE]
    assert [(c.activity_id, c.department_id, c.answer) for c in second] == [
        (line.id, "A", Answer.WE),
        (line.id, "B", Answer.THEY),
    ]
    window.bridge.run(remove_rows(Message("all"), window.bridge.engagement.departments))
    qtbot.keyClick(front.table, Qt.Key.Key_1)  # nobody is left to answer
    assert not window.bridge.engagement.claims


def test_when_all_agree_again_the_finding_is_verified(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    window.go(Place("followup", "again"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, AgainPage)
    line = next(line for line in front.model.lines if line.answer.before.primary is FindingCode.DUPLICATION)
    front.table.select(line.id, 2)
    qtbot.keyClick(front.table, Qt.Key.Key_1)
    qtbot.keyClick(front.table, Qt.Key.Key_2)
    after = next(other for other in front.model.lines if other.id == line.id)
    assert after.answer.outcome is Outcome.VERIFIED
    assert states(window.bridge.engagement)[line.id] is DecisionState.VERIFIED
    assert front.table.current_id() != line.id


def test_three_departments_are_named_one_by_one(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    window.bridge.run(put_rows(Message("third"), [Department(id="C", name="Сервис", short="СЛ", rank=1 << 30)]))
    window.go(Place("followup", "again"))
    page = window.host.page
    assert isinstance(page, FollowUpPage)
    front = page.front
    assert isinstance(front, AgainPage)
    line = front.model.lines[0]
    front.table.select(line.id, 2)
    for key in ("2", "3"):
        qtbot.keyClick(front.table, key)
    (claim,) = [c for c in window.bridge.engagement.claims if c.wave == SECOND_WAVE]
    assert (claim.department_id, claim.answer, claim.others) == ("A", Answer.THEY, ("B", "C"))
    qtbot.keyClick(front.table, "0")
    assert not [c for c in window.bridge.engagement.claims if c.wave == SECOND_WAVE]


def test_next_year_begins_from_the_reward_scheme_that_was_approved(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    engagement = window.bridge.engagement
    window.bridge.run(change_row(Message("approved"), engagement.named(RewardScheme, "after"), owner_approved=True))
    rows = list(next_year_rows(window.bridge.engagement))
    schemes = [row for row in rows if isinstance(row, RewardScheme)]
    assert [scheme.id for scheme in schemes] == ["before"]
    assert schemes[0].name == engagement.named(RewardScheme, "after").name
    weights = {(row.position_id, row.indicator) for row in rows if isinstance(row, RewardWeight)}
    new = {(row.position_id, row.indicator) for row in engagement.reward_weights if row.scheme_id == "after"}
    assert weights == new
    assert len({row.id for row in rows if isinstance(row, RewardWeight)}) == len(new)


def test_next_year_does_not_overwrite_this_years_file(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    assert isinstance(window.files, FileCommands)
    path = window.bridge.document.file.path
    window.files.begin_next_year_at(path)
    assert window.bridge.engagement.actions and window.messages.banner.isVisible()


def test_next_year_opens_in_a_window_of_its_own(open_window: OpenWindow, program: Application, tmp_path: Path) -> None:
    window = open_window(demo="ru")
    assert isinstance(window.files, FileCommands)
    window.files.begin_next_year_at(tmp_path / "Год 2027.workshop")
    other = next(each for each in program.windows if each is not window)
    fresh = other.bridge.engagement
    assert fresh.people and fresh.session.date is None and not fresh.actions and not fresh.claims
    assert fresh.handoffs and fresh.meetings and not fresh.surveys and not fresh.company.owner_question
    decided = next(d for d in window.bridge.engagement.decisions if d.split_rule)
    activity = fresh.activity(decided.activity_id)
    assert activity is not None and activity.existing_rule == decided.split_rule


def test_next_year_begins_with_people_and_rules_but_without_answers(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    decision = window.bridge.engagement.decisions[0]
    window.bridge.run(change_row(Message("stop"), decision, type=DecisionType.STOP))
    rows = list(next_year_rows(window.bridge.engagement))
    tables = {row.table for row in rows}
    assert {"people", "activities", "functions", "company"} <= tables
    assert not tables & {"claims", "decisions", "actions", "goals", "raci_rows", "notes", "private_notes"}
    kept = {row.id for row in rows if row.table == "activities"}
    assert kept and decision.activity_id not in kept


# From empty to "done when", by keyboard alone


def test_three_follow_ups_are_held_by_keyboard(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window()
    session = date(2026, 2, 10)
    rows: list[Row] = [
        Department(id="A", name="Отдел продаж № 1", short="ОП-1"),
        Person(id="PA", name="Зимин Артём", department_id="A"),
        Session(id="session", date=session),
        Action(id="X1", title="Завести очередь заявок", owner_id="PA", due=date(2026, 3, 2)),
        *(FollowUp(id=str(day), day=day, date=session + timedelta(days=day)) for day in (30, 60, 90)),
    ]
    window.bridge.run(put_rows(Message("start"), rows))
    days = (date(2026, 3, 12), date(2026, 4, 13), date(2026, 5, 12))
    for day in days:
        window.bridge.run(change_row(Message("day"), window.bridge.engagement.company, as_of=day))
        page = day_page(window)
        to_front(window)
        for _point in range(2):
            qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if page.late.cards:
            qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_1)
        for _point in range(4):
            qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    wave = [Survey(id="W1", title="До", date=session), Survey(id="W2", title="60 дней", date=date(2026, 4, 11))]
    window.bridge.run(put_rows(Message("waves"), wave))
    path = window.bridge.document.file.path
    window.close()
    document = Document.open(path)
    done = step_of("followup").done_when(document.engagement, ViewContext(days[-1]))
    held = {followup.day: followup.held_on for followup in document.engagement.followups}
    action = document.engagement.named(Action, "X1")
    document.close()
    assert held == dict(zip((30, 60, 90), days, strict=True))
    assert (action.status, action.done_on) == (ActionStatus.DONE, days[0])
    assert [item.done for item in done] == [True, True, True, True]
