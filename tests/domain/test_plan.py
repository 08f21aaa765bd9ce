"""The action plan: follow-up dates, moves, dependencies, what it takes (METHOD S11, S12)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sound_plan import action, changed, edited, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import ProblemError
from workshop_app.domain.plan import (
    days_overdue,
    department_of,
    effort,
    follow_up_date,
    follow_ups_due,
    in_review,
    misfits,
    moved,
    next_follow_up,
)


@pytest.mark.parametrize(
    ("day", "expected"), [(30, date(2026, 3, 12)), (60, date(2026, 4, 13)), (90, date(2026, 5, 11))]
)
def test_follow_ups_of_the_demo_session(day: int, expected: date) -> None:
    assert follow_up_date(date(2026, 2, 10), day) == expected


@given(st.dates(date(2020, 1, 1), date(2035, 1, 1)), st.sampled_from([30, 60, 90]))
def test_a_follow_up_is_on_a_working_day_at_most_two_days_later(session: date, day: int) -> None:
    found = follow_up_date(session, day)
    assert found.weekday() < 5
    assert 0 <= (found - session).days - day <= 2


def test_follow_ups_without_a_date_get_one() -> None:
    open_ones = without(edited(sound_plan(), m.FollowUp, "60", date=None, notes="Survey"), m.FollowUp, "90")
    assert [(f.id, f.date, f.notes) for f in follow_ups_due(open_ones)] == [
        ("60", date(2026, 4, 13), "Survey"),
        ("90", date(2026, 5, 11), None),
    ]
    assert follow_ups_due(without(open_ones, m.Session)) == ()


def test_the_next_follow_up_is_the_first_not_held() -> None:
    held = edited(sound_plan(), m.FollowUp, "30", held_on=date(2026, 3, 12))
    found = next_follow_up(held)
    assert found is not None and found.day == 60
    assert next_follow_up(Engagement()) is None


def test_a_plan_whose_follow_ups_were_never_set_is_looked_at_all_the_same() -> None:
    unset = without(sound_plan(), m.FollowUp)
    found = next_follow_up(unset)
    assert found is not None and (found.day, found.date) == (30, date(2026, 3, 12))
    assert in_review(unset, date(2026, 3, 9)) and not in_review(unset, date(2026, 3, 8))
    assert next_follow_up(without(unset, m.Action)) is None, "no plan, nothing to look back at"


def test_a_moved_action_keeps_its_first_date_and_counts_the_moves() -> None:
    first = action("X9", due=date(2026, 3, 3))
    twice = moved(moved(first, date(2026, 3, 10), "Waiting for IT"), date(2026, 3, 20), " The client is away ")
    assert (twice.due, twice.original_due, twice.moves) == (date(2026, 3, 20), date(2026, 3, 3), 2)
    assert twice.moved_reason == "The client is away"


def test_a_date_never_moves_without_a_reason() -> None:
    with pytest.raises(ProblemError, match="Say why"):
        moved(action("X9"), date(2026, 3, 10), "  ")


@pytest.mark.parametrize(
    ("fields", "days"),
    [
        ({"due": date(2026, 3, 1)}, 9),
        ({"due": date(2026, 3, 10)}, 0),
        ({"due": date(2026, 3, 11)}, 0),
        ({"due": None}, 0),
        ({"due": date(2026, 3, 1), "status": m.ActionStatus.DONE}, 0),
    ],
)
def test_days_overdue(fields: dict[str, object], days: int) -> None:
    assert days_overdue(action("X9", **fields), date(2026, 3, 10)) == days


def test_an_action_belongs_to_its_owners_department() -> None:
    assert department_of(sound_plan(), action("X9", owner_id="PB")) == "B"
    assert department_of(sound_plan(), action("X9", owner_id="PM")) is None
    assert department_of(sound_plan(), action("X9", owner_id=None)) is None


def chain(*links: tuple[str, str]) -> Engagement:
    names = sorted({name for link in links for name in link})
    return Engagement.of(
        action(name, due=None, depends_on=tuple(other for one, other in links if one == name)) for name in names
    )


def test_a_circle_is_named_by_its_members_only() -> None:
    found = misfits(chain(("X1", "X2"), ("X2", "X3"), ("X3", "X1"), ("X4", "X1")))
    assert {name: misfit.is_circle for name, misfit in found.items()} == {"X1": True, "X2": True, "X3": True}


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_links_that_only_lead_back_in_order_never_make_a_circle(pairs: list[tuple[int, int]]) -> None:
    links = [(f"X{one:02}", f"X{other:02}") for one, other in pairs if one > other]
    assert misfits(chain(*links)) == {}


def test_what_the_plan_takes() -> None:
    rows = [
        action("X8", cost=Decimal("1000.50"), hours=Decimal(3)),
        action("X9", cost=Decimal(9), hours=Decimal(9), status=m.ActionStatus.CANCELLED),
        m.Training(id="T1", audience=("PA", "PB"), hours=Decimal(4), cost=Decimal(200)),
        m.Training(id="T2", hours=Decimal(1)),
        m.Training(id="T3", hours=Decimal(50), status=m.TrainingStatus.CANCELLED),
        m.Project(id="PR1", cost=Decimal("0.5")),
    ]
    found = effort(changed(sound_plan(), *rows))
    assert (found.cost, found.hours) == (Decimal(1201), Decimal(12))
    assert found.unestimated == 2
