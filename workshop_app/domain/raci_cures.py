"""The verdict on a row of the matrix, and changes that would cure it at one click (METHOD C.5, RACI-01 … RACI-14)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

from workshop_app.domain.decisions import current_decisions
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Person, RaciCell, RaciRow, Row
from workshop_app.domain.performers import performing_lines
from workshop_app.domain.raci import MOST_CONSULTED, Letters, MatrixRow, cell_id, matrix, stranger_cells

Change = tuple[str, str, Row | None]
"""A row to write (table, id, row) or to take out (table, id, None), as ``Engagement.with_changes`` takes it."""

_MOST_OFFERED = 3
_COUNTS_STRANGERS = frozenset({"RACI-02", "RACI-04", "RACI-07", "RACI-11"})
"""Checks that letters of people outside the list keep open: those people come first (RACI-05)."""

VERDICTS: Mapping[str, str] = MappingProxyType(
    {
        "RACI-01": N_("No A: nobody is accountable"),
        "RACI-02": N_("{n} × A: leave one"),
        "RACI-03": N_("No R: nobody does it"),
        "RACI-04": N_("Unknown mark: {n}"),
        "RACI-05": N_("Not in the list or inactive: {n}"),
        "RACI-06": N_("Two departments do it without a rule"),
        "RACI-07": N_("{n} × C: too many are asked"),
        "RACI-08": N_("A is not from the owner department"),
        "RACI-11": N_("Redundant letters: {n}"),
        "RACI-12": N_("{n} does it today, no letter"),
        "RACI-13": N_("To be stopped, roles remain"),
        "RACI-14": N_("Not distributed yet"),
    }
)
"""The short verdict of a row by check, as a message id with ``{n}``."""


@frozen(slots=True)
class Cure:
    """A change offered for one open check: what the button says and which rows it would write or take out."""

    label: Message
    changes: tuple[Change, ...]


def cures(engagement: Engagement, rule: str, activity_id: str) -> tuple[Cure, ...]:
    """What would cure this check on this row, the likeliest first; empty where a person has to think."""
    find = _CURES.get(rule)
    row = matrix(engagement).get(activity_id) or MatrixRow(activity_id, {}, {})
    if find is None or (row.strangers and rule in _COUNTS_STRANGERS):
        return ()
    return tuple(find(engagement, row))[:_MOST_OFFERED]


def _set(engagement: Engagement, activity_id: str, letters: Mapping[str, str]) -> tuple[Change, ...]:
    """Letters by person; no letters takes the cell out."""
    changes: list[Change] = []
    if any(letters.values()) and engagement.get(RaciRow, activity_id) is None:
        activity = engagement.activity(activity_id)
        row = RaciRow(id=activity_id, activity_id=activity_id, rank=activity.rank if activity else 0)
        changes.append((RaciRow.table, row.id, row))
    for person_id, text in letters.items():
        name = cell_id(activity_id, person_id)
        old = engagement.get(RaciCell, name)
        cell = RaciCell(
            id=name, activity_id=activity_id, person_id=person_id, letters=text, rank=old.rank if old else 0
        )
        changes.append((RaciCell.table, name, cell if text else None))
    return tuple(changes)


def _person(engagement: Engagement, person_id: str | None) -> Person | None:
    person = engagement.person(person_id)
    return person if person and person.active else None


def _owner_department(engagement: Engagement, activity_id: str) -> str | None:
    decision = current_decisions(engagement).get(activity_id)
    return decision.owner_department_id if decision else None


def _head(engagement: Engagement, department_id: str | None) -> Person | None:
    department = engagement.department(department_id)
    return _person(engagement, department.head_person_id) if department else None


def _performers(engagement: Engagement, activity_id: str) -> tuple[Person, ...]:
    """Active people whose lines perform the activity today, most hours first."""
    hours: dict[str, Decimal] = {}
    for line in performing_lines(engagement).get(activity_id, ()):
        if line.person_id is not None:
            hours[line.person_id] = hours.get(line.person_id, Decimal(0)) + (line.hours_per_week or Decimal(0))
    people = (_person(engagement, person_id) for person_id in sorted(hours, key=lambda name: -hours[name]))
    return tuple(person for person in people if person is not None)


def _answerers(engagement: Engagement, row: MatrixRow) -> Iterator[Person]:
    """Who may be accountable: the head of the owner department, whoever has R, heads of performing departments."""
    owner = _owner_department(engagement, row.activity_id)
    doing = [_person(engagement, person_id) for person_id in row.holders("R")]
    performing = {person.department_id for person in (*doing, *_performers(engagement, row.activity_id)) if person}
    heads = [_head(engagement, name.id) for name in engagement.departments if name.id in performing]
    seen: set[str] = set()
    for person in (_head(engagement, owner), *doing, *heads):
        fits = person is not None and (owner is None or person.department_id == owner)
        if person is not None and fits and person.id not in seen:
            seen.add(person.id)
            yield person


def _name_accountable(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    for person in _answerers(engagement, row):
        letters = "AR" if person.id in row.holders("R") else "A"
        yield Cure(
            Message(N_("A to {person}"), {"person": person.name}),
            _set(engagement, row.activity_id, {person.id: letters}),
        )


def _keep_one(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    owner = _owner_department(engagement, row.activity_id)
    holders = [person for name in row.holders("A") if (person := engagement.person(name))]
    for person in sorted(holders, key=lambda holder: owner is not None and holder.department_id != owner):
        others = {other.id: _stepped_down(row, other.id) for other in holders if other is not person}
        yield Cure(
            Message(N_("Leave A to {person}"), {"person": person.name}), _set(engagement, row.activity_id, others)
        )


def _stepped_down(row: MatrixRow, person_id: str) -> str:
    """The letters of somebody who gives A away: R stays, A alone becomes C."""
    return "R" if "R" in row.cells[person_id] else "C"


def _name_performer(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    for person in _performers(engagement, row.activity_id):
        letters = "AR" if "A" in row.cells.get(person.id, ()) else "R"
        label = Message(N_("R to {person}"), {"person": person.name})
        yield Cure(label, _set(engagement, row.activity_id, {person.id: letters}))
    for person_id in row.holders("A"):
        if (holder := engagement.person(person_id)) and holder not in _performers(engagement, row.activity_id):
            label = Message(N_("AR to {person}"), {"person": holder.name})
            yield Cure(label, _set(engagement, row.activity_id, {person_id: "AR"}))


def _drop_unknown_marks(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    kept = {person_id: letters.marks for person_id, letters in row.cells.items() if letters.unknown}
    if kept:
        yield Cure(Message(N_("Remove the mark")), _set(engagement, row.activity_id, kept))


def _drop_inactive(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    gone = [person for name in row.cells if (person := engagement.person(name)) and not person.active]
    changes = _set(engagement, row.activity_id, {person.id: "" for person in gone})
    changes += tuple((entry.table, entry.id, None) for entry in stranger_cells(engagement, row.activity_id))
    if changes:
        names = ", ".join((*(person.name for person in gone), *row.strangers))
        yield Cure(Message(N_("Take the letters from {person}"), {"person": names}), changes)


def _inform_instead(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    consulted = [name for name in row.holders("C") if row.cells[name].marks == "C"]
    surplus = row.count("C") - MOST_CONSULTED
    if 0 < surplus <= len(consulted):
        spare = consulted[-surplus:]
        label = Message(N_("Leave three C, the rest to I"))
        yield Cure(label, _set(engagement, row.activity_id, dict.fromkeys(spare, "I")))


def _match_owner(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    decision = current_decisions(engagement).get(row.activity_id)
    holders = row.holders("A")
    holder = engagement.person(holders[0]) if holders else None
    if decision is None or holder is None:
        return
    for person in _answerers(engagement, row):
        letters = {person.id: "AR" if "R" in row.cells.get(person.id, ()) else "A"}
        letters[holder.id] = _stepped_down(row, holder.id)
        yield Cure(Message(N_("A to {person}"), {"person": person.name}), _set(engagement, row.activity_id, letters))
        break
    if department := engagement.department(holder.department_id):
        label = Message(N_("Owner department: {department}"), {"department": department.name})
        yield Cure(label, ((decision.table, decision.id, replace(decision, owner_department_id=department.id)),))


def _keep_strongest(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    kept = {
        person_id: "AR" if letters.marks.startswith("AR") else letters.strongest
        for person_id, letters in row.cells.items()
        if letters.is_redundant
    }
    if kept:
        yield Cure(Message(N_("Leave the strongest letter")), _set(engagement, row.activity_id, kept))


def _inform_performers(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    people = [engagement.person(person_id) for person_id in row.cells]
    named = {person.department_id for person in people if person is not None}
    left_out = [name for name in findings(engagement)[row.activity_id].performing if name not in named]
    told = [person for name in left_out if (person := _to_tell(engagement, row, name))]
    if told and len(told) == len(left_out):
        label = Message(N_("I to {person}"), {"person": ", ".join(person.name for person in told)})
        yield Cure(label, _set(engagement, row.activity_id, {person.id: "I" for person in told}))


def _to_tell(engagement: Engagement, row: MatrixRow, department_id: str) -> Person | None:
    """Who hears of it for a department: its head, else whoever does the work, else anybody active."""
    head = _head(engagement, department_id)
    candidates = (*([head] if head else []), *_performers(engagement, row.activity_id), *engagement.people)
    return next((person for person in candidates if person.active and person.department_id == department_id), None)


def _remove_roles(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    kept = {person_id: _roleless(letters) for person_id, letters in row.cells.items() if _has_role(letters)}
    changes = _set(engagement, row.activity_id, kept)
    for entry in stranger_cells(engagement, row.activity_id):
        letters = row.strangers.get(entry.text, Letters())
        if _has_role(letters):
            left = _roleless(letters)
            changes += ((entry.table, entry.id, replace(entry, value=left) if left else None),)
    if changes:
        yield Cure(Message(N_("Remove A and R")), changes)


def _has_role(letters: Letters) -> bool:
    return "A" in letters or "R" in letters


def _roleless(letters: Letters) -> str:
    return letters.marks.replace("A", "").replace("R", "")


def _distribute(engagement: Engagement, row: MatrixRow) -> Iterator[Cure]:
    """A row from what is known: R for today's performers of the owner department, I for the other performers."""
    owner = _owner_department(engagement, row.activity_id)
    performers = _performers(engagement, row.activity_id)
    doing = [person for person in performers if owner is None or person.department_id == owner] or _heads(
        engagement, owner
    )
    if not doing:
        return
    letters = {person.id: "I" for person in performers}
    letters.update({person.id: "R" for person in doing})
    answering = _head(engagement, owner or doing[0].department_id) or doing[0]
    letters[answering.id] = "AR" if letters.get(answering.id) == "R" else "A"
    yield Cure(Message(N_("Fill from today's work")), _set(engagement, row.activity_id, letters))


def _heads(engagement: Engagement, department_id: str | None) -> list[Person]:
    head = _head(engagement, department_id)
    return [head] if head else []


_CURES: Mapping[str, Callable[[Engagement, MatrixRow], Iterable[Cure]]] = MappingProxyType(
    {
        "RACI-01": _name_accountable,
        "RACI-02": _keep_one,
        "RACI-03": _name_performer,
        "RACI-04": _drop_unknown_marks,
        "RACI-05": _drop_inactive,
        "RACI-07": _inform_instead,
        "RACI-08": _match_owner,
        "RACI-11": _keep_strongest,
        "RACI-12": _inform_performers,
        "RACI-13": _remove_roles,
        "RACI-14": _distribute,
    }
)
