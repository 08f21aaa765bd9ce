"""Operations on handoffs (METHOD S6)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from workshop_app.domain.cooperation import SuggestedHandoff
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Handoff, Person
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


def _named(title: str) -> Message:
    return Message(N_("Handoff: {text}"), {"text": title})


def add_handoff(title: str, **values: Any) -> Operation:
    """A new handoff at the end."""
    wording = single_line(title)
    return Operation(_named(wording), lambda edit: edit.add(Handoff(id=edit.new_id(Handoff), title=wording, **values)))


def add_suggested(suggested: SuggestedHandoff) -> Operation:
    """The handoff that a decision asks for."""
    return add_handoff(
        suggested.title,
        from_department_id=suggested.from_department_id,
        to_department_id=suggested.to_department_id,
        activity_id=suggested.activity_id,
    )


def change_handoff(handoff: Handoff, **values: Any) -> Operation:
    """Any field but the people; what both sides accepted stands only as long as its words do."""
    if handoff.accepted_by and set(values) & {"trigger", "package", "acceptance", "response_hours"}:
        values = {**values, "accepted_by": ()}
    return change_row(_named(handoff.title), handoff, **values)


def set_person(handoff: Handoff, side: str, person: Person | None) -> Operation:
    """Who gives (``from``) or receives (``to``); the department follows a person of a participating one."""
    values: dict[str, Any] = {f"{side}_person_id": person.id if person else None}
    if person is not None and person.department_id is not None:
        values[f"{side}_department_id"] = person.department_id
    return change_row(_named(handoff.title), handoff, **values)


def set_department(engagement: Engagement, handoff: Handoff, side: str, department_id: str | None) -> Operation:
    """The department of a side; a person of another one does not stay there."""
    values: dict[str, Any] = {f"{side}_department_id": department_id}
    person = engagement.person(getattr(handoff, f"{side}_person_id"))
    if person is not None and person.department_id not in (None, department_id):
        values[f"{side}_person_id"] = None
    return change_row(_named(handoff.title), handoff, **values)


def accept(handoff: Handoff, department_id: str, accepted: bool) -> Operation:
    """A department accepts the handoff as described, or takes that back."""
    others = tuple(name for name in handoff.accepted_by if name != department_id)
    agreed = (*others, department_id) if accepted else others
    return change_row(Message(N_("Accepted: {text}"), {"text": handoff.title}), handoff, accepted_by=agreed)


def remove_handoffs(handoffs: Sequence[Handoff]) -> Operation:
    """Delete handoffs."""
    if len(handoffs) == 1:
        return remove_rows(Message(N_("Handoff removed: {text}"), {"text": handoffs[0].title}), handoffs)
    return remove_rows(Message(N_("{n} handoffs removed"), {"n": len(handoffs)}), handoffs)


def paste_handoffs(handoffs: Iterable[Handoff]) -> Operation:
    """Handoffs without ids, from a spreadsheet, in one undo step."""
    made = tuple(handoffs)

    def apply(edit: Edit) -> None:
        for handoff in made:
            values = {name: getattr(handoff, name) for name in _PASTED}
            edit.add(Handoff(id=edit.new_id(Handoff), **values))

    name = _named(made[0].title) if len(made) == 1 else Message(N_("{n} handoffs pasted"), {"n": len(made)})
    return Operation(name, apply)


_PASTED = (
    *("title", "from_department_id", "to_department_id", "from_person_id", "to_person_id"),
    *("trigger", "package", "acceptance", "response_hours"),
)


def items_of(text: str) -> tuple[str, ...]:
    """The items of a typed list: separated by semicolons or new lines."""
    parts = text.replace("\n", ";").split(";")
    return tuple(single_line(part) for part in parts if part.strip())
