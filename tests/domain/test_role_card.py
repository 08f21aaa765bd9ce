"""The role card: what it gathers, and what it suggests to stop (METHOD C.6)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.domain.sound_plan import AS_OF, cell, changed, decision, edited, function, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.role_card import Duty, role_card, stop_suggestions


def written(duties: tuple[Duty, ...]) -> list[tuple[str, str, Decimal | None]]:
    return [(duty.activity.id, duty.letters.marks, duty.hours) for duty in duties]


def test_what_a_person_answers_for_and_does_with_todays_hours() -> None:
    card = role_card(changed(sound_plan(), function("F9", "PA", "ACT1", "2.5"), cell("ACT2", "PA", "RC")), "PA")
    assert written(card.answers_for) == [("ACT1", "AR", Decimal("22.5"))]
    assert written(card.does) == [("ACT1", "AR", Decimal("22.5")), ("ACT2", "RC", Decimal(10))]
    assert written(card.is_asked) == [("ACT2", "RC", Decimal(10))]
    assert card.is_told == ()
    assert (card.department and card.department.id, card.position and card.position.id) == ("A", "POS-A")
    assert card.acknowledged_on == AS_OF


def test_hours_that_nobody_named_are_not_zero() -> None:
    unknown = edited(sound_plan(), m.Function, "F3", hours_per_week=None)
    assert written(role_card(unknown, "PB").does) == [("ACT2", "R", None)]


def test_stopped_work_is_not_on_the_card() -> None:
    card = role_card(changed(sound_plan(), decision("stop", "ACT1")), "PA")
    assert [duty.activity.id for duty in card.answers_for] == ["ACT2"]


def test_somebody_outside_the_matrix() -> None:
    card = role_card(sound_plan(), "PM")
    assert not card.has_letters
    assert not card.exists
    assert (card.purpose, card.decides_alone, card.stops_doing) == ("", "", "")
    with pytest.raises(KeyError):
        role_card(sound_plan(), "P77")


def test_goals_owned_and_goals_of_the_department() -> None:
    other = m.Goal(id="G2", title="Fewer shared clients", owner_id="PM", rank=2)
    engagement = changed(sound_plan(), other)
    (owned,) = role_card(engagement, "PB").goals
    assert (owned.goal.id, owned.is_owned, owned.contribution) == ("G1", True, "Renewals begin 60 days ahead")
    (shared,) = role_card(engagement, "PA").goals
    assert (shared.is_owned, shared.contribution) == (False, "A call after every job")
    (lonely,) = role_card(engagement, "PM").goals
    assert (lonely.goal.id, lonely.contribution) == ("G2", None)


def test_handoffs_given_and_taken() -> None:
    handoff = m.Handoff(id="H1", title="New client", from_person_id="PA", to_person_id="PB")
    engagement = changed(sound_plan(), handoff)
    assert role_card(engagement, "PA").hands_over == role_card(engagement, "PB").takes_over == (handoff,)
    assert role_card(engagement, "PB").hands_over == ()


def test_what_the_position_is_paid_for_in_the_new_scheme() -> None:
    rows = [
        m.RewardScheme(id="before"),
        m.RewardScheme(id="after", valid_from=date(2026, 7, 1)),
        *(m.RewardIndicator(id=f"{scheme}/N1", scheme_id=scheme, code="N1") for scheme in ("before", "after")),
        m.RewardWeight(id="after/POS-A/N1", scheme_id="after", position_id="POS-A", indicator="N1", weight=Decimal(70)),
        m.RewardWeight(id="after/POS-A/N2", scheme_id="after", position_id="POS-A", indicator="N2", weight=Decimal(0)),
        m.RewardWeight(
            id="before/POS-A/N1", scheme_id="before", position_id="POS-A", indicator="N1", weight=Decimal(100)
        ),
    ]
    card = role_card(changed(sound_plan(), *rows), "PA")
    assert [(line.indicator.id, line.weight) for line in card.paid_for] == [("after/N1", 70)]
    assert card.paid_from == date(2026, 7, 1)
    assert role_card(changed(sound_plan(), *rows), "PM").paid_for == ()


UNLETTERED = without(sound_plan(), m.RaciCell, "ACT2/PB")
CASES: list[tuple[str, Engagement, list[tuple[str, str]]]] = [
    ("nothing changes", sound_plan(), []),
    ("stopped", changed(sound_plan(), decision("stop")), [("F3", "it was decided to stop this")]),
    (
        "goes to the other department",
        changed(sound_plan(), decision("assign", owner_department_id="A")),
        [("F3", "it goes to Sales One")],
    ),
    ("stays here", changed(sound_plan(), decision("assign", owner_department_id="B")), []),
    ("put off", changed(sound_plan(), decision("defer")), []),
    ("the owner has not said yet", changed(sound_plan(), decision("stop", awaits_owner=True)), []),
    ("no letter any more", UNLETTERED, [("F3", "no A and no R in the matrix any more")]),
    (
        "only told",
        changed(sound_plan(), cell("ACT2", "PB", "I")),
        [("F3", "no A and no R in the matrix any more")],
    ),
    ("the row is not filled yet", without(UNLETTERED, m.RaciCell, "ACT2/PA"), []),
    ("does not do it anyway", edited(UNLETTERED, m.Function, "F3", hours_per_week=Decimal(0)), []),
]


@pytest.mark.parametrize(("why", "engagement", "expected"), CASES, ids=[case[0] for case in CASES])
def test_suggestions_to_stop(why: str, engagement: Engagement, expected: list[tuple[str, str]]) -> None:
    found = stop_suggestions(engagement, "PB")
    assert [(suggestion.line.id, str(suggestion.reason)) for suggestion in found] == expected


def test_a_line_of_the_whole_department_is_nobodys_own() -> None:
    line = replace(function("F9", "PB", "ACT2", "3"), performed_by=m.PerformedBy.DEPARTMENT)
    found = stop_suggestions(changed(UNLETTERED, line), "PB")
    assert [suggestion.line.id for suggestion in found] == ["F3"]
