"""What the preparation shows: company, departments with their counts, people, agenda, materials (METHOD S1)."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import staff_of
from workshop_app.domain.model import Company, Department, Person, Session, Settings
from workshop_app.domain.performers import OVERLOAD, hours_by_person, is_overloaded, lines_by_person
from workshop_app.domain.places import places_of
from workshop_app.steps.prepare.agenda_view import AgendaView, agenda_view
from workshop_app.steps.step import ViewContext

FEWEST_PEOPLE, MOST_PEOPLE, FEWEST_OF_DEPARTMENT = 6, 20, 3
"""How many people belong into the room (METHOD A.3)."""


@frozen
class DepartmentCard:
    """A department with its place in the order, its head and counts; hours per week."""

    id: str
    department: Department
    place: int
    head: str
    people: int
    functions: int
    hours: Decimal


@frozen
class PersonLine:
    """A person in the list. ``hours`` per week described, ``norm`` what the employment means, both in hours.

    ``department`` is its code, or what somebody outside the participating ones belongs to; ``place`` its place in
    the order, None outside.
    """

    id: str
    person: Person
    department: str
    department_name: str
    place: int | None
    position: str
    hours: Decimal
    norm: Decimal
    functions: int
    overloaded: bool
    present: bool
    is_head: bool

    @property
    def limit(self) -> Decimal:
        """The hours above which somebody is overloaded (AUD-03)."""
        return OVERLOAD * self.norm


class Attendance(StrEnum):
    """What is odd about who comes (METHOD A.3)."""

    FINE = "fine"
    FEW = "few"
    MANY = "many"
    THIN = "thin"


@frozen
class PrepareView:
    """The whole step. ``thin`` names the departments that send fewer than three people and not all of theirs."""

    company: Company
    settings: Settings
    session: Session
    departments: tuple[DepartmentCard, ...]
    people: tuple[PersonLine, ...]
    agenda: AgendaView
    attendance: Attendance
    thin: tuple[str, ...]

    @property
    def present(self) -> int:
        """How many are expected in the room."""
        return sum(line.present for line in self.people)

    @property
    def working(self) -> int:
        """How many work here."""
        return sum(line.person.active for line in self.people)


def prepare_view(engagement: Engagement, _context: ViewContext) -> PrepareView:
    """The preparation as it stands."""
    return engagement.derive(_prepare_view)


def _prepare_view(engagement: Engagement) -> PrepareView:
    people = _people(engagement)
    thin = _thin(engagement)
    return PrepareView(
        company=engagement.company,
        settings=engagement.settings,
        session=engagement.session,
        departments=tuple(_card(engagement, place, d) for place, d in enumerate(engagement.departments)),
        people=people,
        agenda=agenda_view(engagement),
        attendance=_attendance(sum(line.present for line in people), bool(thin)),
        thin=thin,
    )


def _card(engagement: Engagement, place: int, department: Department) -> DepartmentCard:
    head = engagement.person(department.head_person_id)
    functions = [function for function in engagement.functions if function.department_id == department.id]
    return DepartmentCard(
        id=department.id,
        department=department,
        place=place,
        head=head.name if head else "",
        people=len(staff_of(engagement, department.id)),
        functions=len(functions),
        hours=sum((f.hours_per_week or Decimal(0) for f in functions), Decimal(0)),
    )


def _people(engagement: Engagement) -> tuple[PersonLine, ...]:
    """Department order, those outside the participating departments last."""
    order = places_of(engagement.departments)
    positions = {position.id: position.title for position in engagement.positions}
    present = frozenset(engagement.session.participants)
    heads = frozenset(department.head_person_id for department in engagement.departments)
    ordered = sorted(engagement.people, key=lambda person: order.get(person.department_id or "", len(order)))
    return tuple(_line(engagement, person, order, positions, present, heads) for person in ordered)


def _line(
    engagement: Engagement,
    person: Person,
    order: dict[str, int],
    positions: dict[str, str],
    present: frozenset[str],
    heads: frozenset[str | None],
) -> PersonLine:
    department = engagement.department(person.department_id)
    return PersonLine(
        id=person.id,
        person=person,
        department=department.short if department else person.department_text or "",
        department_name=department.name if department else person.department_text or "",
        place=order.get(department.id) if department else None,
        position=positions.get(person.position_id or "") or _unknown_position(engagement, person),
        hours=hours_by_person(engagement).get(person.id, Decimal(0)),
        norm=engagement.settings.hours_norm * person.employment,
        functions=len(lines_by_person(engagement).get(person.id, ())),
        overloaded=is_overloaded(engagement, person.id),
        present=person.id in present,
        is_head=person.id in heads,
    )


def _unknown_position(engagement: Engagement, person: Person) -> str:
    """What a file called a position that the document does not have."""
    return "".join(entry.text for entry in engagement.unresolved(person.table, person.id, "position_id"))


def _thin(engagement: Engagement) -> tuple[str, ...]:
    present = frozenset(engagement.session.participants)
    found = []
    for department in engagement.departments:
        own = staff_of(engagement, department.id)
        coming = sum(person.id in present for person in own)
        if coming < min(FEWEST_OF_DEPARTMENT, len(own)):
            found.append(department.name)
    return tuple(found)


def _attendance(present: int, is_thin: bool) -> Attendance:
    if present > MOST_PEOPLE:
        return Attendance.MANY
    if 0 < present < FEWEST_PEOPLE:
        return Attendance.FEW
    return Attendance.THIN if present and is_thin else Attendance.FINE
