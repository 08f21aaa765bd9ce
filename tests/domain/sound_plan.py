"""A small engagement in which every check of the audit, roles, competence, goals, actions and follow-ups is silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, CheckContext, CheckResult, LedgerFigures, run_checks
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Row

SESSION = date(2026, 2, 10)
AS_OF = date(2026, 2, 20)

R = TypeVar("R", bound=Row)


def _people() -> list[Row]:
    return [
        m.Department(id="A", name="Sales One", short="S1", head_person_id="PA", rank=1),
        m.Department(id="B", name="Sales Two", short="S2", head_person_id="PB", rank=2),
        m.Position(id="POS-A", title="Head", department_id="A", level=1),
        m.Position(id="POS-B", title="Head", department_id="B", level=1),
        m.Person(id="PA", name="Anna Ash", department_id="A", position_id="POS-A", rank=1),
        m.Person(id="PB", name="Boris Birch", department_id="B", position_id="POS-B", rank=2),
        m.Person(id="PM", name="Maria Moss", department_id=None, department_text="Management", rank=3),
    ]


def _audit() -> list[Row]:
    return [
        m.Activity(id="ACT1", title="Quotations", rank=1),
        m.Activity(
            id="ACT2",
            title="Client meetings",
            existing_rule="By client list",
            existing_rule_confirmed_by=("A", "B"),
            rank=2,
        ),
        function("F1", "PA", "ACT1", "20"),
        function("F2", "PA", "ACT2", "10"),
        function("F3", "PB", "ACT2", "30"),
        *(claim("ACT1", name, answer) for name, answer in (("A", "we"), ("B", "they"))),
        *(claim("ACT2", name, "both") for name in "AB"),
    ]


def _roles() -> list[Row]:
    return [
        m.RaciRow(id="ACT1", activity_id="ACT1", rank=1),
        m.RaciRow(id="ACT2", activity_id="ACT2", rank=2),
        cell("ACT1", "PA", "AR"),
        cell("ACT2", "PA", "A/R"),
        cell("ACT2", "PB", "R"),
        m.RoleCard(id="PA", person_id="PA", acknowledged_on=AS_OF),
        m.RoleCard(id="PB", person_id="PB"),
    ]


def _direction() -> list[Row]:
    return [
        m.Competence(id="C1", text="We remember every date for the client", chosen=True, k2_score=2),
        *(
            m.CompetenceVotes(id=f"C1/{k}/{name}", competence_id="C1", criterion=k, department_id=name, votes=(2, 2))
            for k in ("K1", "K3", "K4", "K5", "K6")
            for name in "AB"
        ),
        m.Indicator(id="I1", title="Retention", owner_id="PA", source="Ledger"),
        m.Goal(
            id="G1",
            title="Keep 93 % of last year's clients",
            unit="%",
            unit_kind=m.UnitKind.PERCENT,
            baseline=Decimal("90.8"),
            target=Decimal(93),
            deadline=date(2026, 12, 31),
            owner_id="PB",
            source="Sales ledger",
            indicator_id="I1",
            confidence=(4, 3, 5),
        ),
        m.Contribution(id="G1/A", goal_id="G1", department_id="A", text="A call after every job"),
        m.Contribution(id="G1/B", goal_id="G1", department_id="B", text="Renewals begin 60 days ahead"),
    ]


def _plan() -> list[Row]:
    return [
        m.Session(id="session", date=SESSION),
        m.Action(
            id="X1",
            title="Draw up the list of shared clients",
            owner_id="PA",
            due=date(2026, 3, 2),
            result="A table with 55 names",
            goal_id="G1",
            recommendations=(1, 2, 3, 4),
        ),
        m.Action(
            id="X2",
            title="Start the common queue",
            owner_id="PB",
            due=date(2026, 3, 31),
            result="Every request stands in one list",
            recommendations=(5, 6, 7),
            depends_on=("X1",),
        ),
        m.FollowUp(id="30", day=30, date=date(2026, 3, 12)),
        m.FollowUp(id="60", day=60, date=date(2026, 4, 13)),
        m.FollowUp(id="90", day=90, date=date(2026, 5, 11)),
    ]


def function(
    name: str, person: str | None, activity: str | None, hours: str | None, department: str = ""
) -> m.Function:
    return m.Function(
        id=name,
        text=f"Line {name}",
        department_id=department or (person or "PA")[1],
        person_id=person,
        activity_id=activity,
        hours_per_week=None if hours is None else Decimal(hours),
    )


def claim(activity: str, department: str, answer: str, wave: int = 1) -> m.Claim:
    return m.Claim(
        id=f"{activity}/{department}/{wave}",
        activity_id=activity,
        department_id=department,
        answer=m.Answer(answer),
        wave=wave,
    )


def cell(activity: str, person: str, letters: str) -> m.RaciCell:
    return m.RaciCell(id=f"{activity}/{person}", activity_id=activity, person_id=person, letters=letters)


def decision(kind: str, activity: str = "ACT2", name: str = "D1", **fields: Any) -> m.Decision:
    return m.Decision(id=name, activity_id=activity, type=m.DecisionType(kind), **fields)


def action(name: str, **fields: Any) -> m.Action:
    usual = {"title": f"Write the rule {name}", "owner_id": "PA", "due": date(2026, 3, 3), "result": "A page"}
    return m.Action(id=name, **{**usual, **fields})


def sound_plan() -> Engagement:
    return Engagement.of([*_people(), *_audit(), *_roles(), *_direction(), *_plan()])


def changed(engagement: Engagement, *rows: Row) -> Engagement:
    return engagement.with_changes((row.table, row.id, row) for row in rows)


def without(engagement: Engagement, row_type: type[Row], *ids: str) -> Engagement:
    """The engagement without these rows, or without any row of the table."""
    gone = ids or tuple(row.id for row in engagement.rows(row_type))
    return engagement.with_changes((row_type.table, name, None) for name in gone)


def edited(engagement: Engagement, row_type: type[R], name: str, **fields: Any) -> Engagement:
    return changed(engagement, replace(engagement.named(row_type, name), **fields))


def results(
    engagement: Engagement, rule: str, as_of: date = AS_OF, ledger: LedgerFigures | None = None
) -> tuple[CheckResult, ...]:
    checks = tuple(check for check in CHECKS if check.id == rule)
    assert checks, f"{rule} is not registered"
    return run_checks(engagement, CheckContext(as_of, ledger), checks)


def objects(engagement: Engagement, rule: str, as_of: date = AS_OF, ledger: LedgerFigures | None = None) -> list[str]:
    return [result.object_id for result in results(engagement, rule, as_of, ledger)]
