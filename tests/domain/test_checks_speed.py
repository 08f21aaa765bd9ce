"""A large workshop is checked with work that grows with it, not with its square."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.work_counted import work_of
from workshop_app.domain import model as m
from workshop_app.domain.checks import CheckContext, run_checks
from workshop_app.domain.engagement import Engagement


def workshop(scale: int) -> Engagement:
    """So many times 40 functions, 8 people, 24 activities with answers and letters, and a chain of 20 actions."""
    people = [m.Person(id=f"P{n}", name=f"P{n}", department_id="AB"[n % 2], rank=n) for n in range(8 * scale)]
    names = [f"ACT{n}" for n in range(24 * scale)]
    rows: list[m.Row] = [m.Department(id=name, name=name) for name in "AB"]
    rows += people
    rows += [m.Activity(id=name, title=name, same_object=m.SameObject.YES) for name in names]
    rows += [
        m.Function(
            id=f"F{n}",
            department_id="AB"[n % 2],
            person_id=people[n % len(people)].id,
            activity_id=names[n % len(names)],
            hours_per_week=Decimal(2),
        )
        for n in range(40 * scale)
    ]
    rows += [
        m.Claim(id=f"{name}/{side}/1", activity_id=name, department_id=side, answer=m.Answer.BOTH)
        for name in names
        for side in "AB"
    ]
    rows += [m.RaciRow(id=name, activity_id=name) for name in names]
    rows += [
        m.RaciCell(id=f"{name}/{person.id}", activity_id=name, person_id=person.id, letters="ARCI"[place])
        for n, name in enumerate(names)
        for place, person in enumerate(people[n % len(people) :][:4])
    ]
    rows += [
        m.Action(id=f"X{n}", title=f"Write {n}", due=date(2026, 3, 3), depends_on=(f"X{n - 1}",) if n else ())
        for n in range(20 * scale)
    ]
    return Engagement.of(rows)


def checking(scale: int) -> int:
    engagement = workshop(scale)
    return work_of(lambda: run_checks(engagement, CheckContext(date(2026, 5, 1))))


def test_ten_times_the_rows_take_far_less_than_a_hundred_times_the_work() -> None:
    assert checking(20) < 13 * checking(2)
