"""What every section draws from: the engagement, the day, the choices of printing, and names as paper writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from reports.brand import PLAIN, Brand
from reports.flowables.badge import Department
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Person, Position
from workshop_app.domain.places import places_of
from workshop_app.domain.short_names import surname, told_apart
from workshop_app.steps.step import ViewContext

NOTHING = "—"
_SHORTEST_CODE = 2


@frozen
class PrintOptions:
    """Choices of printing. ``amounts``: rewards in money beside per cent; ``economical``: no large solid areas.

    ``sections``: ids of the document's parts to print; None = all. ``two_sided``: every person's sheets begin on a
    fresh sheet of paper. ``house``: the look where the workshop file has none of its own.
    ``invariant``: the same content and day give the same bytes, without the time of making.
    """

    amounts: bool = False
    economical: bool = False
    sections: frozenset[str] | None = None
    two_sided: bool = False
    invariant: bool = False
    house: Brand = PLAIN


AS_USUAL = PrintOptions()
"""Everything, without amounts."""


@frozen
class Source:
    """One document's data. ``person_id``: the person a personal document is made for, None = everybody."""

    engagement: Engagement
    context: ViewContext
    options: PrintOptions = field(default_factory=PrintOptions)
    person_id: str | None = None

    @property
    def as_of(self) -> date:
        """The day the document speaks of."""
        return self.context.as_of

    @property
    def departments(self) -> tuple[Department, ...]:
        """The participating departments in order."""
        return tuple(self.engagement.derive(_departments).values())

    def department(self, department_id: str | None) -> Department | None:
        """A participating department as paper shows it; None for any other."""
        return self.engagement.derive(_departments).get(department_id or "")

    def of_ids(self, ids: frozenset[str] | tuple[str, ...]) -> tuple[Department, ...]:
        """These departments in the order of the departments."""
        return tuple(shown for key, shown in self.engagement.derive(_departments).items() if key in ids)

    def home(self, person: Person | None) -> Department | None:
        """Where a person belongs; outside the departments a readable name of at least two letters, else None."""
        if person is None:
            return None
        text = (person.department_text or "").strip()
        outside = Department(text, text, None) if len(text) >= _SHORTEST_CODE else None
        return self.department(person.department_id) or outside

    def position(self, person: Person | None) -> str:
        """The title of a person's position; empty without one."""
        found = self.engagement.get(Position, person.position_id) if person else None
        return found.title if found else ""

    def short(self, person_id: str | None) -> str:
        """«Корнеева И. Л.», whole where that could be somebody else; a dash where nobody is named."""
        return self.engagement.derive(_short_names).get(person_id or "", NOTHING)

    def surname(self, person_id: str | None) -> str:
        """The surname, with more of the name where there are namesakes; a dash where nobody is named."""
        return self.engagement.derive(_surnames).get(person_id or "", NOTHING)

    def place_of(self, person: Person) -> tuple[int, int]:
        """A key that sorts people by department, then in their own order."""
        return self.engagement.derive(_places)[person.id]


def _departments(engagement: Engagement) -> Mapping[str, Department]:
    return MappingProxyType(
        {
            row.id: Department(row.short or row.name, row.name or row.short, place)
            for place, row in enumerate(engagement.departments)
        }
    )


def _short_names(engagement: Engagement) -> Mapping[str, str]:
    names = told_apart(person.name for person in engagement.people)
    return {person.id: names[person.name] for person in engagement.people}


def _surnames(engagement: Engagement) -> Mapping[str, str]:
    counts, names = Counter(surname(person.name) for person in engagement.people), engagement.derive(_short_names)
    own = {person.id: surname(person.name) for person in engagement.people}
    return {person_id: name if counts[name] == 1 else names[person_id] for person_id, name in own.items()}


def _places(engagement: Engagement) -> Mapping[str, tuple[int, int]]:
    order = places_of(engagement.departments)
    last = len(order)
    return {
        person.id: (order.get(person.department_id or "", last), place)
        for place, person in enumerate(engagement.people)
    }
