"""What the audit shows: function lists, the overlay of answers and work, decisions (METHOD S3)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from workshop_app.domain.decisions import DecisionState, Effect, current_decisions, effect_of, states
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE, Finding, FindingCode, by_priority, overlap_hours_total, view_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Activity, Claim, Decision, Department, Function, MatchKind, PerformedBy, Position
from workshop_app.steps.audit.collecting import people_meant
from workshop_app.steps.step import ViewContext

HOURS_OF_A_WEEK = 168


class FunctionLine(NamedTuple):
    """A line of a department's list; ``performer`` is a person's or position's name, empty = the whole department.

    ``meant`` are the people among whom a name leaves the choice; ``beyond``: more hours than the week has.
    """

    id: str
    text: str
    performer: str
    hours: Decimal | None
    activity: str | None
    outside_list: bool
    function: Function
    meant: tuple[str, ...] = ()
    beyond: bool = False


@frozen
class DepartmentList:
    """A department's function list with its counts; hours per week."""

    department: Department
    lines: tuple[FunctionLine, ...]
    hours: Decimal
    without_hours: int


@frozen
class ClaimCell:
    """A department's answer on an activity. ``named`` None = no view (don't know, or no answer: ``claim`` None)."""

    claim: Claim | None
    named: frozenset[str] | None


@frozen
class OverlayRow:
    """An activity with all answers, today's hours by department, findings, and its decision."""

    id: str
    activity: Activity
    claims: Mapping[str, ClaimCell]
    hours: Mapping[str, Decimal]
    finding: Finding
    decision: Decision | None
    state: DecisionState
    related: tuple[str, ...]

    @property
    def needs_decision(self) -> bool:
        """Whether the room still has to decide here."""
        return self.finding.must_be_decided and self.decision is None

    @property
    def effect(self) -> Effect | None:
        """What the decision can free, where there is one."""
        return effect_of(self.decision, self.finding) if self.decision else None


@frozen
class AuditView:
    """The whole step for page, room and paper. What rests on findings is worked out when it is first looked at."""

    departments: tuple[Department, ...]
    lists: tuple[DepartmentList, ...]
    _engagement: Engagement = field(repr=False, compare=False)

    @property
    def rows(self) -> tuple[OverlayRow, ...]:
        """Every activity in the order of the agenda (priority)."""
        return self._engagement.derive(overlay_rows)

    @property
    def overlap_hours(self) -> Fraction:
        """Hours per week done twice, an upper bound."""
        return self._engagement.derive(overlap_hours_total)

    @property
    def counts(self) -> Mapping[FindingCode, int]:
        """How many activities have each finding as their first."""
        return self._engagement.derive(_counts)

    def row(self, activity_id: str | None) -> OverlayRow | None:
        """The row of an activity."""
        return next((row for row in self.rows if row.id == activity_id), None)


def audit_view(engagement: Engagement, _context: ViewContext) -> AuditView:
    """The audit as it stands."""
    return engagement.derive(_audit_view)


def _audit_view(engagement: Engagement) -> AuditView:
    lists = tuple(department_list(engagement, department) for department in engagement.departments)
    return AuditView(engagement.departments, lists, engagement)


def _counts(engagement: Engagement) -> dict[FindingCode, int]:
    found = Counter(row.finding.primary for row in engagement.derive(overlay_rows))
    return {code: found[code] for code in FindingCode}


def performer_name(engagement: Engagement, function: Function) -> str:
    """Who does the line, in a word; empty = the whole department."""
    if function.performed_by is PerformedBy.POSITION or (function.person_id is None and function.position_id):
        position = engagement.get(Position, function.position_id)
        return position.title if position else ""
    person = engagement.person(function.person_id)
    if person is not None:
        return person.name
    unknown = engagement.unresolved("functions", function.id, "person_id")
    return f"{unknown[0].text}?" if unknown else ""


def _meant(engagement: Engagement, function: Function) -> tuple[str, ...]:
    unknown = engagement.unresolved(function.table, function.id, "person_id")
    found = (people_meant(engagement, function.department_id, entry.text) for entry in unknown)
    return tuple(person.name for people in found for person in people)


def is_beyond(engagement: Engagement, function: Function) -> bool:
    """Whether a line has more hours than the week of those who do it."""
    hours = function.hours_per_week or 0
    if hours <= HOURS_OF_A_WEEK or function.person_id is not None:
        return hours > HOURS_OF_A_WEEK
    own = sum(person.active and person.department_id == function.department_id for person in engagement.people)
    return hours > HOURS_OF_A_WEEK * max(own, 1)


def department_list(engagement: Engagement, department: Department) -> DepartmentList:
    """The function list of one department in the order it was typed."""
    titles = {activity.id: activity.title for activity in engagement.activities}
    lines = tuple(
        FunctionLine(
            function.id,
            function.text,
            performer_name(engagement, function),
            function.hours_per_week,
            titles.get(function.activity_id or ""),
            function.outside_list,
            function,
            _meant(engagement, function),
            is_beyond(engagement, function),
        )
        for function in _functions_by_department(engagement).get(department.id, ())
    )
    hours = sum((line.hours for line in lines if line.hours is not None), Decimal(0))
    return DepartmentList(department, lines, hours, sum(line.hours is None for line in lines))


def _functions_by_department(engagement: Engagement) -> Mapping[str, tuple[Function, ...]]:
    return engagement.derive(_group_functions)


def _group_functions(engagement: Engagement) -> dict[str, tuple[Function, ...]]:
    grouped: dict[str, list[Function]] = {}
    for function in engagement.functions:
        grouped.setdefault(function.department_id or "", []).append(function)
    return {department: tuple(lines) for department, lines in grouped.items()}


def overlay_rows(engagement: Engagement) -> tuple[OverlayRow, ...]:
    """Every activity in the order of the agenda."""
    decided, state, claims = current_decisions(engagement), states(engagement), _claims(engagement)
    related = _related_activities(engagement)
    rows = []
    for finding in by_priority(engagement):
        activity = engagement.named(Activity, finding.activity_id)
        rows.append(
            OverlayRow(
                id=activity.id,
                activity=activity,
                claims=claims.get(activity.id, {}),
                hours=finding.hours,
                finding=finding,
                decision=decided.get(activity.id),
                state=state[activity.id],
                related=tuple(sorted(related.get(activity.id, ()))),
            )
        )
    return tuple(rows)


def _claims(engagement: Engagement) -> dict[str, dict[str, ClaimCell]]:
    departments = tuple(department.id for department in engagement.departments)
    found: dict[str, dict[str, ClaimCell]] = {}
    for claim in engagement.claims:
        if claim.wave == FIRST_WAVE and claim.department_id in departments:
            cell = ClaimCell(claim, view_of(claim, departments))
            found.setdefault(claim.activity_id, {})[claim.department_id] = cell
    return found


def _related_activities(engagement: Engagement) -> dict[str, set[str]]:
    activity_of = {function.id: function.activity_id for function in engagement.functions}
    related: dict[str, set[str]] = {}
    for answer in engagement.match_answers:
        if answer.kind is MatchKind.RELATED:
            a, b = activity_of.get(answer.a), activity_of.get(answer.b)
            if a and b and a != b:
                related.setdefault(a, set()).add(b)
                related.setdefault(b, set()).add(a)
    return related
