"""One step gives to the next: decision → row, handoff, action; new R and weak answers → training; goal → indicator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.domain.sound_plan import changed, sound_plan, without
from tests.patience import to_front
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.steps.audit.overlay import OverlayPage
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows, remove_rows
from workshop_app.steps import STEPS
from workshop_app.steps.offers import new_offers, waiting_offers


def keys(engagement: Engagement) -> list[str]:
    return [offer.key for offer in waiting_offers(engagement)]


def decided(kind: m.DecisionType) -> tuple[Engagement, Engagement]:
    """A plan in which an activity that two departments do is not decided, and the same one decided."""
    bare = without(without(without(sound_plan(), m.Decision), m.RaciCell), m.RaciRow)
    bare = without(without(bare, m.Handoff), m.Action)
    activity = bare.activities[0]
    decision = m.Decision(
        id="DX", activity_id=activity.id, type=kind, owner_department_id="A", decided_on=date(2026, 2, 10)
    )
    return bare, changed(bare, decision)


def brought(before: Engagement, after: Engagement) -> set[str]:
    return {offer.step for offer in new_offers(before, after)}


@pytest.mark.parametrize(
    ("kind", "steps"),
    [
        (m.DecisionType.JOINT, {"roles", "cooperation", "plan"}),
        (m.DecisionType.SPLIT, {"roles", "plan"}),
        (m.DecisionType.STOP, {"plan"}),
        (m.DecisionType.DEFER, set()),
    ],
)
def test_a_decision_gives_to_the_steps_it_concerns(kind: m.DecisionType, steps: set[str]) -> None:
    assert brought(*decided(kind)) == steps


def test_a_step_that_is_switched_off_is_offered_nothing() -> None:
    before, after = decided(m.DecisionType.JOINT)
    off = changed(after, replace(after.settings, steps_off=("cooperation", "plan")))
    assert brought(before, off) == {"roles"}


def test_a_goal_from_where_to_where_gives_an_indicator() -> None:
    goal = m.Goal(id="G77", title="Renew nine contracts of ten", target=Decimal(90))
    half = changed(sound_plan(), goal)
    assert "indicator/G77" not in keys(half)
    assert "indicator/G77" in keys(changed(half, replace(goal, baseline=Decimal(80))))


def test_new_work_in_the_matrix_gives_a_training() -> None:
    plan = sound_plan()
    row = plan.raci_rows[0]
    learners = [p for p in plan.people if p.active and p.department_id and not any(
        line.person_id == p.id and line.activity_id == row.activity_id for line in plan.functions
    )]  # fmt: skip
    known = {cell.person_id for cell in plan.raci_cells if cell.activity_id == row.activity_id}
    person = next(p for p in learners if p.id not in known)
    cell = m.RaciCell(
        id=f"{row.activity_id}/{person.id}", activity_id=row.activity_id, person_id=person.id, letters="R"
    )
    (offer,) = new_offers(plan, changed(plan, cell))
    assert offer.step == "training" and person.id in offer.key


def answers(share: int) -> list[m.Row]:
    """Ten people of whom ``share`` say that problems find a solution, not somebody to blame."""
    survey = m.Survey(id="WX", title="Wave", date=date(2026, 4, 13))
    question = m.SurveyQuestion(id="WX/Q6", survey_id="WX", code="Q6", text="…", recommendation=3)
    given = [
        m.SurveyResponse(
            id=f"WX{n}", survey_id="WX", department_id="A", answers=(("Q6", 5 if n < share else 1),), rank=n
        )
        for n in range(10)
    ]
    return [survey, question, *given]


def test_a_weak_answer_of_the_survey_gives_a_training() -> None:
    bare = without(without(sound_plan(), m.Training), m.SurveyResponse)
    content, weak = changed(bare, *answers(6)), changed(bare, *answers(4))
    assert brought(bare, content) == set()
    found = [offer for offer in new_offers(content, weak) if offer.key.startswith("communication")]
    assert len(found) == 1 and "40" in Words("en").message(found[0].text)


def test_many_answers_of_dont_know_give_a_day_at_the_neighbours() -> None:
    bare = without(without(sound_plan(), m.Training), m.SurveyResponse)
    knows = {key for key in keys(bare) if key.startswith("cross_department")}
    unsure = [
        replace(claim, answer=m.Answer.UNKNOWN)
        for place, claim in enumerate(c for c in bare.claims if c.department_id == "A" and c.wave == 1)
        if place % 2 == 0
    ]
    found = [offer for offer in new_offers(bare, changed(bare, *unsure)) if offer.step == "training"]
    assert len(found) == 1 and found[0].key not in knows
    assert "does not know the answer for" in Words("en").message(found[0].text)


@pytest.mark.parametrize(
    ("said", "action"),
    [
        ("Ash drafts the contract by 3 April", ("Ash drafts the contract by 3 April", "PA", date(2026, 4, 3))),
        ("Call the client @Ash #05.04", ("Call the client", "PA", date(2026, 4, 5))),
        ("Ответить всем до 7 апр", ("Ответить всем до 7 апр", None, date(2026, 4, 7))),
        ("A discount above 5 % needs the other head", None),
    ],
)
def test_a_decision_of_a_meeting_that_says_who_or_when_gives_an_action(
    said: str, action: tuple[str, str | None, date] | None, tmp_path: Path
) -> None:
    plan = changed(sound_plan(), m.Meeting(id="M1", title="Stand-up"))
    logged = changed(plan, m.MeetingLog(id="M1/1", meeting_id="M1", date=date(2026, 4, 1), decisions=(said,)))
    found = new_offers(plan, logged)
    if action is None:
        assert not found
        return
    (offer,) = found
    document = Document.create(tmp_path / "Plan.workshop")
    document.run(put_rows(Message("plan"), logged.all_rows()))
    document.run(offer.operation)
    made = document.engagement.actions[-1]
    assert (made.title, made.owner_id, made.due) == action
    assert offer.key not in keys(document.engagement)
    document.close()


def test_an_accepted_suggestion_gives_an_action() -> None:
    waiting = m.Suggestion(id="S9", title="One list of clients", text="One list of clients", date=date(2026, 2, 12))
    taken = replace(waiting, status=m.SuggestionStatus.ACCEPTED, reply="Yes, from Monday")
    (offer,) = new_offers(changed(sound_plan(), waiting), changed(sound_plan(), taken))
    assert (offer.step, offer.key) == ("plan", "suggestion/S9")


def test_a_step_that_takes_offers_has_the_module_for_them() -> None:
    packages = {step.id: Path(import_module(f"workshop_app.steps.{step.id}").__file__ or "").parent for step in STEPS}
    for step in STEPS:
        assert (packages[step.id] / "offers.py").exists() == step.takes_offers, step.id


def test_another_decision_takes_along_what_the_first_one_gave(tmp_path: Path) -> None:
    bare, first = decided(m.DecisionType.ASSIGN)
    document = Document.create(tmp_path / "Plan.workshop")
    document.run(put_rows(Message("plan"), first.all_rows()))
    while offers := [o for o in new_offers(bare, document.engagement) if o.step in ("roles", "plan")]:
        document.run(offers[0].operation)
    (action,) = document.engagement.actions
    activity, heads = document.engagement.activities[0], [d.head_person_id for d in document.engagement.departments]
    document.run(
        put_rows(Message("other"), [replace(document.engagement.get(m.Decision, "DX"), owner_department_id="B")])
    )
    own = replace(action, result="Две заявки вместо одной")
    document.run(put_rows(Message("own words"), [own]))
    anew = {o.key.split("/")[0]: o for o in waiting_offers(document.engagement)}
    document.run(anew["letters"].operation)
    document.run(anew["anew"].operation)
    (worded,) = document.engagement.actions
    assert worded.title != action.title and worded.title.endswith(activity.title)
    assert (action.owner_id, worded.owner_id) == (heads[0], heads[1]) and worded.result == own.result
    letters = {c.person_id: c.letters for c in document.engagement.raci_cells if c.activity_id == activity.id}
    assert "A" in letters[heads[1] or ""] and "A" not in letters[heads[0] or ""]
    assert not {"letters", "anew", "gone"} & {key.split("/")[0] for key in keys(document.engagement)}
    document.run(remove_rows(Message("no"), [document.engagement.named(m.Decision, "DX")]))
    (gone,) = [o for o in waiting_offers(document.engagement) if o.key == f"gone/{action.id}"]
    document.run(gone.operation)
    assert document.engagement.actions[0].status is m.ActionStatus.CANCELLED
    document.close()


@pytest.mark.parametrize(
    ("working", "title"),
    [(("A", "B"), "Передать ОП-1:"), (("A",), "Оставить за ОП-1:"), ((), "Начинает ОП-1:")],
)
def test_the_action_says_who_does_the_work_today(working: tuple[str, ...], title: str) -> None:
    bare, after = decided(m.DecisionType.ASSIGN)
    activity = bare.activities[0]
    idle = [replace(f, activity_id=None) for f in after.functions if f.activity_id == activity.id]
    done = [
        m.Function(
            id=f"FX{home}",
            department_id=home,
            person_id=next(person.id for person in after.people if person.department_id == home),
            text="Work",
            activity_id=activity.id,
        )
        for home in working
    ]
    names = [replace(d, short=f"ОП-{n}") for n, d in enumerate(after.departments, 1)]
    russian = replace(after.company, language="ru")
    after = after.with_changes([(row.table, row.id, row) for row in (*idle, *done, *names, russian)])
    (offer,) = [each for each in waiting_offers(after) if each.step == "plan"]
    assert title in Words("ru").message(offer.text)


# In the window


def decide_jointly(window: FacilitatorWindow) -> m.Activity:
    """Put an activity of the demo that waits for its decision into the hands of both departments."""
    engagement = window.bridge.engagement
    taken = {decision.activity_id for decision in engagement.decisions}
    activity = next(a for a in engagement.activities if a.id not in taken)
    decision = m.Decision(id="DX", activity_id=activity.id, type=m.DecisionType.JOINT, decided_on=date(2026, 2, 10))
    window.bridge.run(put_rows(Message("decision"), [decision]))
    return activity


def test_what_a_decision_offers_is_taken_key_by_key(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    activity = decide_jointly(window)
    plate = window.messages.offer_plate
    qtbot.waitUntil(plate.isVisible)
    assert activity.title in plate.text.text()
    given = 0
    while window.offers.waits():
        qtbot.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
        given += 1
        assert given < 9
    path = window.bridge.document.file.path
    window.close()
    document = Document.open(path)
    stored = document.engagement
    assert any(handoff.activity_id == activity.id for handoff in stored.handoffs)
    assert any(activity.title in action.title and action.owner_id and action.due for action in stored.actions)
    document.close()


def test_from_the_decision_to_its_handoff_without_leaving_the_keys(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    activity = window.bridge.engagement.decisions[0].activity_id
    window.bridge.run(remove_rows(Message("again"), [window.bridge.engagement.decisions[0]]))
    window.go(Place("audit", "overlay", "activities", activity))
    to_front(window)
    page = window.host.page
    assert isinstance(page, SteppedPage) and isinstance(page.front, OverlayPage)
    editor, table = page.front.editor, page.front.table
    qtbot.keyClick(table, Qt.Key.Key_Return)
    editor.choose_kind(3)
    type_text(editor.form.rule, "Оба отдела, по карте рынка")
    qtbot.keyClick(editor.form.rule, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.messages.offer_plate.isVisible)
    before = {handoff.id for handoff in window.bridge.engagement.handoffs}
    decisions = window.bridge.engagement.decisions
    for _offer in range(3):
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return, Qt.KeyboardModifier.AltModifier)
    made = [handoff for handoff in window.bridge.engagement.handoffs if handoff.id not in before]
    known = {handoff.activity_id for handoff in window.bridge.engagement.handoffs}
    assert activity in known and len(made) <= 1
    assert window.bridge.engagement.decisions == decisions


def test_what_was_offered_before_waits_behind_what_is_new(open_window: OpenWindow, qtbot: QtBot) -> None:
    """Three goals one after another: each offers its indicator, and none is lost to the next one's."""
    window = open_window(demo="ru")
    plate = window.messages.offer_plate
    numbers = {"baseline": Decimal(1), "target": Decimal(2)}
    for n in range(3):
        window.bridge.run(put_rows(Message("goal"), [m.Goal(id=f"GX{n}", title=f"Цель {n}", **numbers)]))
        qtbot.waitUntil(lambda n=n: plate.isVisible() and f"Цель {n}" in plate.text.text())
    while window.offers.waits():
        window.offers.accept()
    measured = {goal.id for goal in window.bridge.engagement.goals if goal.indicator_id is not None}
    assert {"GX0", "GX1", "GX2"} <= measured


def test_not_now_leaves_everything_as_it_is(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    decide_jointly(window)
    plate = window.messages.offer_plate
    qtbot.waitUntil(plate.isVisible)
    before = window.bridge.engagement
    plate.leave.click()
    assert plate.isHidden() and window.bridge.engagement is before
    window.actions_list.run("accept_offer")
    assert window.bridge.engagement is before


def test_undoing_the_decision_takes_its_offers_away(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    decide_jointly(window)
    plate = window.messages.offer_plate
    qtbot.waitUntil(plate.isVisible)
    window.actions_list.run("undo")
    qtbot.waitUntil(plate.isHidden)


def test_everything_that_waits_is_shown_when_asked(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    window.actions_list.run("show_offers")
    waiting = waiting_offers(window.bridge.engagement)
    assert waiting and window.offers.waits() and window.messages.offer_plate.more.text()
    window.show_over(QWidget())
    assert window.messages.offer_plate.isHidden(), "the page of an import has its buttons where offers stand"
