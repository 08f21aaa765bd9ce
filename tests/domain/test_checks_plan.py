"""Checks of actions and follow-ups: each fires on its condition (METHOD D, ACT, FUP)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.domain.sound_plan import SESSION, action, changed, edited, objects, results, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, Check, message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words


def first(**fields: object) -> Engagement:
    return edited(sound_plan(), m.Action, "X1", **fields)


def plus(*actions: m.Action) -> Engagement:
    return changed(sound_plan(), *actions)


DONE, CANCELLED = m.ActionStatus.DONE, m.ActionStatus.CANCELLED
LATE = date(2026, 2, 19)
UNKNOWN_LINK = m.UnresolvedReference(id="U1", object_table="actions", object_id="X2", field="depends_on", text="X77")
UNKNOWN_OWNER = m.UnresolvedReference(id="U2", object_table="actions", object_id="X9", field="owner_id", text="X77")
NAMELESS = (action("X8", title="Call them", owner_id=None), action("X9", title="Call them", owner_id=None))
CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("ACT-01", "no owner", first(owner_id=None), ["X1"]),
    ("ACT-01", "inactive", edited(sound_plan(), m.Person, "PB", active=False), ["X2"]),
    ("ACT-01", "outside the departments", first(owner_id="PM"), []),
    ("ACT-02", "no date", first(due=None), ["X1"]),
    ("ACT-03", "before the session", first(due=SESSION - timedelta(days=1)), ["X1"]),
    ("ACT-03", "180 days", first(due=SESSION + timedelta(days=180)), []),
    ("ACT-03", "181 days", first(due=SESSION + timedelta(days=181)), ["X1"]),
    ("ACT-03", "no session date", without(first(due=date(2030, 1, 1)), m.Session), []),
    ("ACT-04", "late", first(due=LATE), ["X1"]),
    ("ACT-04", "in progress", first(due=LATE, status=m.ActionStatus.IN_PROGRESS), ["X1"]),
    ("ACT-04", "today", first(due=date(2026, 2, 20)), []),
    ("ACT-04", "done", first(due=LATE, status=DONE), []),
    ("ACT-04", "cancelled", first(due=LATE, status=CANCELLED), []),
    ("ACT-05", "five", plus(*(action(f"Z{n}") for n in range(4))), []),
    ("ACT-05", "six", plus(*(action(f"Z{n}") for n in range(5))), ["PA"]),
    ("ACT-05", "six, one done", plus(*(action(f"Z{n}") for n in range(4)), action("Z9", status=DONE)), []),
    ("ACT-06", "five actions", plus(*(action(f"Z{n}") for n in range(3))), []),
    ("ACT-06", "five of six", plus(*(action(f"Z{n}") for n in range(4))), ["A"]),
    (
        "ACT-06",
        "70 % is still common",
        plus(*(action(f"Z{n}") for n in range(6)), *(action(f"Y{n}", owner_id="PB") for n in range(2))),
        [],
    ),
    ("ACT-06", "owners outside count as plan", plus(*(action(f"Z{n}", owner_id="PM") for n in range(9))), []),
    ("ACT-07", "three not covered", first(recommendations=(1,)), ["2", "3", "4"]),
    ("ACT-07", "a cancelled action", first(status=CANCELLED), ["1", "2", "3", "4"]),
    ("ACT-08", "none within 30 days", first(due=SESSION + timedelta(days=31)), ["plan"]),
    ("ACT-08", "the only one was cancelled", first(status=CANCELLED), []),
    ("ACT-08", "on day 30", first(due=SESSION + timedelta(days=30)), []),
    ("ACT-08", "no session date", without(without(sound_plan(), m.Action), m.Session), []),
    ("ACT-09", "no result", first(result=""), ["X1"]),
    ("ACT-10", "a wish", first(title="Улучшить взаимодействие", result=None), ["X1"]),
    ("ACT-10", "a wish with a result", first(title="Улучшить взаимодействие"), []),
    ("ACT-10", "no result is ACT-09", first(result=None), []),
    ("ACT-11", "unknown", changed(sound_plan(), UNKNOWN_LINK), ["X2"]),
    ("ACT-11", "later than its successor", first(due=date(2026, 4, 1)), ["X2"]),
    ("ACT-11", "the same day", first(due=date(2026, 3, 31)), []),
    ("ACT-11", "a circle", first(depends_on=("X2",)), ["X1", "X2"]),
    ("ACT-11", "itself", first(depends_on=("X1",)), ["X1"]),
    (
        "ACT-11",
        "leads into a circle",
        changed(first(depends_on=("X2",)), action("X3", due=date(2026, 5, 5), depends_on=("X2",))),
        ["X1", "X2"],
    ),
    ("ACT-12", "Saturday", first(due=date(2026, 3, 14)), ["X1"]),
    ("ACT-12", "Friday", first(due=date(2026, 3, 13)), []),
    ("ACT-13", "the same again", plus(action("X9", title="start the  COMMON queue.", owner_id="PB")), ["X9"]),
    ("ACT-13", "of somebody else", plus(action("X9", title="Start the common queue", owner_id="PA")), []),
    ("ACT-13", "of nobody", plus(*NAMELESS), ["X9"]),
    ("ACT-13", "of nobody and of somebody unknown", changed(plus(*NAMELESS), UNKNOWN_OWNER), []),
    ("ACT-13", "two lines just begun", plus(action("X8", title=""), action("X9", title="")), []),
    ("FUP-01", "one missing", without(sound_plan(), m.FollowUp, "60"), ["plan"]),
    ("FUP-01", "one without a date", edited(sound_plan(), m.FollowUp, "90", date=None), ["plan"]),
    ("FUP-02", "not held", edited(sound_plan(), m.FollowUp, "30", date=LATE), ["30"]),
    ("FUP-02", "held", edited(sound_plan(), m.FollowUp, "30", date=LATE, held_on=LATE), []),
    ("FUP-02", "no date yet", edited(sound_plan(), m.FollowUp, "30", date=None), []),
    ("FUP-02", "today", edited(sound_plan(), m.FollowUp, "30", date=date(2026, 2, 20)), []),
]


@pytest.mark.parametrize(("rule", "why", "engagement", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_check(rule: str, why: str, engagement: Engagement, expected: list[str]) -> None:
    assert objects(engagement, rule) == expected


def test_with_four_departments_half_of_the_actions_is_the_limit() -> None:
    more = changed(
        sound_plan(), *(m.Department(id=name, name=name, rank=9) for name in "CD"), *(action(f"Z{n}") for n in range(3))
    )
    even = changed(more, *(action(f"Y{n}", owner_id="PB") for n in range(3)))
    assert objects(even, "ACT-06") == []
    assert objects(changed(even, action("Z9")), "ACT-06") == ["A"]


@pytest.mark.parametrize(
    ("engagement", "rule", "number", "text"),
    [
        (first(due=LATE), "ACT-04", 1, "“Draw up the list of shared clients” is 1 days overdue"),
        (plus(*(action(f"Z{n}") for n in range(4))), "ACT-06", 83, "Department “S1” carries 83 % of the actions"),
        (
            without(sound_plan(), m.FollowUp, "30", "90"),
            "FUP-01",
            None,
            "Follow-ups at 30, 60 and 90 days are not all set (missing 30, 90)",
        ),
        (
            first(due=date(2026, 4, 1)),
            "ACT-11",
            None,
            "“Start the common queue”: dependency does not fit (Draw up the list of shared clients)",
        ),
        (
            edited(sound_plan(), m.FollowUp, "30", date=LATE),
            "FUP-02",
            None,
            "The 30-day follow-up was not held",
        ),
    ],
)
def test_messages_carry_the_number_or_the_list(
    engagement: Engagement, rule: str, number: int | None, text: str
) -> None:
    (result,) = results(engagement, rule)
    assert result.number == number
    assert message_of(result, Words("en")) == text


def test_a_recommendation_without_an_action_says_what_it_is_about() -> None:
    result = results(first(recommendations=(1, 2, 3)), "ACT-07")[0]
    said = message_of(result, Words("ru")).replace("\xa0", " ")
    assert said == "Рекомендация № 4 (регулярные общие встречи) не поддержана ни одним действием"


@pytest.mark.parametrize(
    "check", [check for check in CHECKS if check.id.startswith(("ACT", "FUP"))], ids=lambda check: check.id
)
def test_a_sound_plan_is_silent(check: Check) -> None:
    assert objects(sound_plan(), check.id) == []
