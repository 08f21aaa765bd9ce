"""A person leaves and somebody takes over: one operation, with a preview (DECISIONS, "The document file")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Action,
    Activity,
    Department,
    Function,
    Goal,
    Handoff,
    Indicator,
    Meeting,
    Person,
    Project,
    RaciCell,
    Recognition,
    Row,
    Session,
    Training,
    TrainingStatus,
)
from workshop_app.domain.plan import is_live
from workshop_app.domain.raci import cell_id, combined, normalise
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import REFERRERS, Edit, Referrer

KINDS: Mapping[str, str] = MappingProxyType(
    {
        Department.table: N_("head of the department"),
        RaciCell.table: N_("letters in the RACI matrix"),
        Goal.table: N_("goals"),
        Action.table: N_("actions"),
        Handoff.table: N_("handoffs"),
        Project.table: N_("projects"),
        Training.table: N_("training"),
        Meeting.table: N_("meetings"),
        Indicator.table: N_("indicators"),
        Recognition.table: N_("recognition"),
        Session.table: N_("place in the room"),
        Function.table: N_("functions"),
    }
)
"""What can be handed over, in order. Role cards, signatures, bonuses and skills are the person's own."""


@frozen
class Takeover:
    """What a successor takes over of one kind: a message id of ``KINDS`` and the titles of the rows."""

    table: str
    kind: str
    titles: tuple[str, ...]


def takeovers(engagement: Engagement, person_id: str, *, with_functions: bool = False) -> tuple[Takeover, ...]:
    """Everything a successor would take over, for the preview."""
    found: dict[str, dict[str, str]] = {}
    for _referrer, row in _named(engagement, person_id, with_functions):
        found.setdefault(row.table, {})[row.id] = _title(engagement, row)
    return tuple(Takeover(table, kind, tuple(found[table].values())) for table, kind in KINDS.items() if table in found)


def _named(engagement: Engagement, person_id: str, with_functions: bool) -> Iterator[tuple[Referrer, Row]]:
    """The fields that name the person and are handed over; what is done or over stays as it was."""
    for referrer in REFERRERS[Person.table]:
        table = referrer.row_type.table
        if table not in KINDS or referrer.field == "absent" or (table == Function.table and not with_functions):
            continue
        for row in engagement.rows(referrer.row_type):
            value = getattr(row, referrer.field)
            if (value == person_id or (referrer.how == "LIST" and person_id in value)) and not _is_over(row):
                yield referrer, row


def _is_over(row: Row) -> bool:
    if isinstance(row, Action):
        return not is_live(row)
    return isinstance(row, Training) and row.status in (TrainingStatus.DONE, TrainingStatus.CANCELLED)


def _title(engagement: Engagement, row: Row) -> str:
    if isinstance(row, RaciCell):
        activity = engagement.get(Activity, row.activity_id)
        return activity.title if activity else row.activity_id
    for field in ("title", "text", "name"):
        if value := getattr(row, field, ""):
            return str(value)
    return ""


def replace_person(
    leaving: Person, successor: Person | str, left_on: date | None, *, with_functions: bool = False
) -> Operation:
    """The successor takes over; the other is inactive. A name makes a new person with the same department and post."""
    new_name = successor if isinstance(successor, str) else successor.name

    def apply(edit: Edit) -> None:
        taking = _hired(edit, leaving, successor) if isinstance(successor, str) else successor
        for referrer, row in tuple(_named(edit.engagement, leaving.id, with_functions)):
            if isinstance(row, RaciCell):
                _hand_over_letters(edit, row, taking.id)
            else:
                _hand_over(edit, referrer, row, leaving.id, taking.id)
        session = edit.engagement.session
        edit.change(session, absent=tuple(person for person in session.absent if person != leaving.id))
        edit.change(leaving, active=False, left_on=left_on)

    return Operation(Message(N_("{old} is replaced by {new}"), {"old": leaving.name, "new": new_name}), apply)


def _hired(edit: Edit, leaving: Person, name: str) -> Person:
    made = Person(
        id=edit.new_id(Person),
        name=single_line(name),
        department_id=leaving.department_id,
        department_text=leaving.department_text,
        position_id=leaving.position_id,
        employment=leaving.employment,
    )
    return edit.add(made)


def _hand_over(edit: Edit, referrer: Referrer, row: Row, old: str, new: str) -> None:
    current = edit.get(type(row), row.id) or row
    value = getattr(current, referrer.field)
    if referrer.how == "LIST":
        value = tuple(dict.fromkeys(new if person == old else person for person in value))
    else:
        value = new
    edit.change(row, **{referrer.field: value})


def _hand_over_letters(edit: Edit, cell: RaciCell, new: str) -> None:
    target = cell_id(cell.activity_id, new)
    stored = edit.get(RaciCell, target)
    if stored is None:
        edit.add(replace(cell, id=target, person_id=new))
    else:
        letters = combined(normalise(stored.letters).marks + normalise(cell.letters).marks)
        edit.change(stored, letters=letters or stored.letters)
    edit.remove(cell)
