"""What the roles show: the RACI matrix with people grouped by department and position (METHOD S5, C.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from workshop_app.domain.checks import CheckContext, CheckResult, Severity, run_checks
from workshop_app.domain.checks.raci import CHECKS
from workshop_app.domain.decisions import current_decisions, stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import Finding, findings
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Activity, Decision, Department, Person
from workshop_app.domain.performers import is_overloaded
from workshop_app.domain.places import places_of
from workshop_app.domain.raci import Letters, MatrixRow, PersonLoad, loads, matrix
from workshop_app.steps.roles.faults import faulty_cells
from workshop_app.steps.step import ViewContext


@frozen
class PersonColumn:
    """A column of the matrix: a person with position and load.

    ``overloaded``: today's hours are above the norm (AUD-03); ``bottleneck``: accountable for too many rows (RACI-09).
    People who are not active stand here only while they have letters.
    """

    id: str
    person: Person
    department: Department | None
    position: str
    load: PersonLoad
    overloaded: bool = False
    bottleneck: bool = False


@frozen
class ActivityRow:
    """A row of the matrix; letters by person id.

    ``problems``: its open checks, the worst first. ``faults``: the severity by person id of the cells they speak of.
    ``stopped``: it was decided to stop the activity, but roles remain.
    """

    id: str
    activity: Activity
    letters: Mapping[str, Letters]
    matrix_row: MatrixRow | None
    decision: Decision | None
    finding: Finding
    problems: tuple[CheckResult, ...] = ()
    faults: Mapping[str, Severity] = field(default_factory=dict)
    stopped: bool = False

    @property
    def empty(self) -> bool:
        """Whether nobody has a letter yet."""
        return not self.letters and not (self.matrix_row and self.matrix_row.strangers)

    @property
    def rules(self) -> frozenset[str]:
        """The ids of its open checks."""
        return frozenset(result.check.id for result in self.problems)

    @property
    def lacks_accountable(self) -> bool:
        """Whether nobody answers for the result yet."""
        return bool({"RACI-01", "RACI-14"} & self.rules)


@frozen
class RolesView:
    """The whole matrix; ``columns`` stand in department order, those outside the departments last.

    Everybody of the departments and everybody at the session is there, with letters or without (PAPER.md 6).
    ``problems``: all open checks of the matrix, errors first, then in the order of the rows.
    """

    departments: tuple[Department, ...]
    columns: tuple[PersonColumn, ...]
    rows: tuple[ActivityRow, ...]
    stopped: tuple[Activity, ...]
    problems: tuple[CheckResult, ...] = ()


def roles_view(engagement: Engagement, _context: ViewContext) -> RolesView:
    """The roles as they stand."""
    return engagement.derive(_roles_view)


def _roles_view(engagement: Engagement) -> RolesView:
    stopped = stopped_activities(engagement)
    problems = _problems(engagement)
    by_row: dict[str, list[CheckResult]] = {}
    for result in problems:
        by_row.setdefault(result.object_id, []).append(result)
    shown = [a for a in engagement.activities if a.id not in stopped or a.id in by_row]
    return RolesView(
        departments=engagement.departments,
        columns=_columns(engagement, problems),
        rows=tuple(_row(engagement, activity, tuple(by_row.get(activity.id, ()))) for activity in shown),
        stopped=tuple(activity for activity in engagement.activities if activity.id in stopped),
        problems=problems,
    )


_ANY_DAY = CheckContext(date.max)
"""The checks of the matrix do not look at the day."""


def _problems(engagement: Engagement) -> tuple[CheckResult, ...]:
    order = places_of(engagement.activities)
    last = len(order)
    found = [result for result in run_checks(engagement, _ANY_DAY, CHECKS) if result.waived is None]
    found.sort(key=lambda r: (r.check.severity is not Severity.ERROR, order.get(r.object_id, last)))
    return tuple(found)


def _columns(engagement: Engagement, problems: tuple[CheckResult, ...]) -> tuple[PersonColumn, ...]:
    order = places_of(engagement.departments)
    positions = {position.id: position.title for position in engagement.positions}
    level = {position.id: position.level if position.level is not None else 99 for position in engagement.positions}
    named = {cell.person_id for cell in engagement.raci_cells}
    present = frozenset(engagement.session.participants)
    people = [
        p for p in engagement.people if p.id in named or (p.active and (p.department_id in order or p.id in present))
    ]
    people.sort(key=lambda p: (order.get(p.department_id or "", len(order)), level.get(p.position_id or "", 99)))
    load = loads(engagement)
    narrow = {result.object_id for result in problems if result.check.id == "RACI-09"}
    return tuple(
        PersonColumn(
            id=person.id,
            person=person,
            department=engagement.department(person.department_id),
            position=positions.get(person.position_id or "", ""),
            load=load[person.id],
            overloaded=is_overloaded(engagement, person.id),
            bottleneck=person.id in narrow,
        )
        for person in people
    )


def _row(engagement: Engagement, activity: Activity, problems: tuple[CheckResult, ...]) -> ActivityRow:
    row = matrix(engagement).get(activity.id)
    rules = frozenset(result.check.id for result in problems)
    return ActivityRow(
        id=activity.id,
        activity=activity,
        letters=row.cells if row else {},
        matrix_row=row,
        decision=current_decisions(engagement).get(activity.id),
        finding=findings(engagement)[activity.id],
        problems=problems,
        faults=faulty_cells(engagement, row, rules) if row else {},
        stopped=activity.id in stopped_activities(engagement),
    )
