"""Operations on the agenda (METHOD A.4; DECISIONS, "Agenda check")."""

from __future__ import annotations

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import AgendaItem, SessionFormat, Settings
from workshop_app.domain.schedule import template
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row


def choose_format(kind: SessionFormat) -> Operation:
    """Take over the minutes of a format as the method gives them."""

    def apply(edit: Edit) -> None:
        for item in edit.engagement.agenda:
            edit.remove(item)
        for step, minutes in template(kind):
            edit.add(AgendaItem(id=edit.new_id(AgendaItem), step=step, minutes=minutes))
        edit.change(edit.engagement.session, format=kind)

    return Operation(Message(N_("Agenda of the format")), apply)


def change_minutes(item: AgendaItem, minutes: int) -> Operation:
    """Another length of a step, never negative."""
    return change_row(Message(N_("Agenda: {n} min"), {"n": max(0, minutes)}), item, minutes=max(0, minutes))


def switch_step(settings: Settings, step: str, on: bool) -> Operation:
    """Leave a step out of this workshop, or take it in again; its checks keep silent meanwhile."""
    off = tuple(other for other in settings.steps_off if other != step)
    return change_row(Message(N_("Step on or off")), settings, steps_off=off if on else (*off, step))
