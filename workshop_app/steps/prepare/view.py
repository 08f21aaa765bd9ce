"""What the preparation shows: departments with their counts, people, the agenda (METHOD S1)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import AgendaItem, Company, Department, Person, Session
from workshop_app.domain.performers import hours_by_person, is_overloaded, lines_by_person
from workshop_app.steps.step import ViewContext


@dataclass(frozen=True)
class DepartmentCard:
    """A department with its head and counts; hours per week."""

    id: str
    department: Department
    head: str
    people: int
    functions: int
    hours: Decimal


@dataclass(frozen=True)
class PersonLine:
    """A person in the list. ``hours`` per week described, ``norm`` what the employment means, both in hours."""

    id: str
    person: Person
    department: str
    department_id: str | None
    position: str
    hours: Decimal
    norm: Decimal
    functions: int
    overloaded: bool
    invited: bool
    absent: bool
    is_head: bool


@dataclass(frozen=True)
class PrepareView:
    """The whole step."""

    company: Company
    session: Session
    departments: tuple[DepartmentCard, ...]
    people: tuple[PersonLine, ...]
    agenda: tuple[AgendaItem, ...]

    @property
    def present(self) -> int:
        """How many are expected in the room."""
        return sum(line.invited for line in self.people)


def prepare_view(engagement: Engagement, _context: ViewContext) -> PrepareView:
    """The preparation as it stands."""
    return engagement.derive(_prepare_view)


def _prepare_view(engagement: Engagement) -> PrepareView:
    return PrepareView(
        company=engagement.company,
        session=engagement.session,
        departments=tuple(_card(engagement, department) for department in engagement.departments),
        people=_people(engagement),
        agenda=engagement.agenda,
    )


def _card(engagement: Engagement, department: Department) -> DepartmentCard:
    head = engagement.person(department.head_person_id)
    functions = [function for function in engagement.functions if function.department_id == department.id]
    return DepartmentCard(
        id=department.id,
        department=department,
        head=head.name if head else "",
        people=sum(p.active and p.department_id == department.id for p in engagement.people),
        functions=len(functions),
        hours=sum((f.hours_per_week or Decimal(0) for f in functions), Decimal(0)),
    )


def _people(engagement: Engagement) -> tuple[PersonLine, ...]:
    """Department order, those outside the participating departments last."""
    order = {department.id: place for place, department in enumerate(engagement.departments)}
    lines = [_line(engagement, person) for person in engagement.people]
    return tuple(sorted(lines, key=lambda line: order.get(line.department_id or "", len(order))))


def _line(engagement: Engagement, person: Person) -> PersonLine:
    department = engagement.department(person.department_id)
    position = next((p for p in engagement.positions if p.id == person.position_id), None)
    session = engagement.session
    return PersonLine(
        id=person.id,
        person=person,
        department=department.short if department else person.department_text or "",
        department_id=person.department_id,
        position=position.title if position else "",
        hours=hours_by_person(engagement).get(person.id, Decimal(0)),
        norm=engagement.settings.hours_norm * person.employment,
        functions=len(lines_by_person(engagement).get(person.id, ())),
        overloaded=is_overloaded(engagement, person.id),
        invited=person.id in session.participants,
        absent=person.id in session.absent,
        is_head=any(d.head_person_id == person.id for d in engagement.departments),
    )
