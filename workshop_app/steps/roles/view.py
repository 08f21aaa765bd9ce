"""What the roles show: the RACI matrix with people grouped by department and position (METHOD S5, C.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workshop_app.domain.decisions import current_decisions, stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import Finding, findings
from workshop_app.domain.model import Activity, Decision, Department, Person
from workshop_app.domain.raci import Letters, MatrixRow, PersonLoad, loads, matrix
from workshop_app.steps.step import ViewContext


@dataclass(frozen=True)
class PersonColumn:
    """A column of the matrix: an active person with position and load."""

    id: str
    person: Person
    department: Department | None
    position: str
    load: PersonLoad


@dataclass(frozen=True)
class ActivityRow:
    """A row of the matrix: an activity that is not stopped; letters by person id."""

    id: str
    activity: Activity
    letters: Mapping[str, Letters]
    matrix_row: MatrixRow | None
    decision: Decision | None
    finding: Finding

    @property
    def empty(self) -> bool:
        """Whether nobody has a letter yet."""
        return not self.letters and not (self.matrix_row and self.matrix_row.strangers)


@dataclass(frozen=True)
class RolesView:
    """The whole matrix; ``columns`` stand in department order, those outside the departments last."""

    departments: tuple[Department, ...]
    columns: tuple[PersonColumn, ...]
    rows: tuple[ActivityRow, ...]
    stopped: tuple[Activity, ...]


def roles_view(engagement: Engagement, _context: ViewContext) -> RolesView:
    """The roles as they stand."""
    return engagement.derive(_roles_view)


def _roles_view(engagement: Engagement) -> RolesView:
    stopped = stopped_activities(engagement)
    return RolesView(
        departments=engagement.departments,
        columns=_columns(engagement),
        rows=tuple(_row(engagement, activity) for activity in engagement.activities if activity.id not in stopped),
        stopped=tuple(activity for activity in engagement.activities if activity.id in stopped),
    )


def _columns(engagement: Engagement) -> tuple[PersonColumn, ...]:
    order = {department.id: place for place, department in enumerate(engagement.departments)}
    positions = {position.id: position.title for position in engagement.positions}
    level = {position.id: position.level if position.level is not None else 99 for position in engagement.positions}
    named = {cell.person_id for cell in engagement.raci_cells}
    people = [p for p in engagement.people if p.active and (p.department_id in order or p.id in named)]
    people.sort(key=lambda p: (order.get(p.department_id or "", len(order)), level.get(p.position_id or "", 99)))
    load = loads(engagement)
    return tuple(
        PersonColumn(
            id=person.id,
            person=person,
            department=engagement.department(person.department_id),
            position=positions.get(person.position_id or "", ""),
            load=load[person.id],
        )
        for person in people
    )


def _row(engagement: Engagement, activity: Activity) -> ActivityRow:
    row = matrix(engagement).get(activity.id)
    return ActivityRow(
        id=activity.id,
        activity=activity,
        letters=row.cells if row else {},
        matrix_row=row,
        decision=current_decisions(engagement).get(activity.id),
        finding=findings(engagement)[activity.id],
    )
