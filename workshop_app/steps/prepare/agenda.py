"""Operations on the agenda (METHOD A.4; DECISIONS, "Agenda check")."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import AgendaItem, SessionFormat
from workshop_app.domain.schedule import template
from workshop_app.domain.timetable import timetable
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


def choose_format(kind: SessionFormat) -> Operation:
    """Take over the minutes of a format as the method gives them; the dates of a series end with it."""

    def apply(edit: Edit) -> None:
        _take_template(edit, kind)
        session = edit.engagement.session
        edit.change(session, format=kind, dates=session.dates if kind is SessionFormat.SERIES else ())

    return Operation(Message(N_("Agenda of the format")), apply)


def restore_agenda(engagement: Engagement) -> Operation:
    """The minutes, order and breaks of the method again, with every step."""

    def apply(edit: Edit) -> None:
        _take_template(edit, engagement.session.format)
        edit.change(edit.engagement.settings, steps_off=())

    return Operation(Message(N_("Agenda by the method")), apply)


def _take_template(edit: Edit, kind: SessionFormat) -> None:
    for item in edit.engagement.agenda:
        edit.remove(item)
    for row in template(kind):
        edit.add(AgendaItem(id=edit.new_id(AgendaItem), step=row.step, minutes=row.minutes))


def change_minutes(item: AgendaItem, minutes: int) -> Operation:
    """Another length of a line, never negative; changes of one line that follow each other are one undo step."""
    wanted = max(0, minutes)
    name = Message(N_("Agenda: {n} min"), {"n": wanted})
    return change_row(name, item, merge_key=("agenda", item.id), minutes=wanted)


def add_step(step: str, minutes: int) -> Operation:
    """A step that the agenda did not have."""

    def apply(edit: Edit) -> None:
        edit.add(AgendaItem(id=edit.new_id(AgendaItem), step=step, minutes=max(0, minutes)))

    return Operation(Message(N_("Agenda: {n} min"), {"n": max(0, minutes)}), apply)


def switch_step(step: str, on: bool) -> Operation:
    """Leave a step out of this workshop, or take it in again; its checks keep silent meanwhile."""

    def apply(edit: Edit) -> None:
        settings = edit.engagement.settings
        off = tuple(other for other in settings.steps_off if other != step)
        edit.change(settings, steps_off=off if on else (*off, step))

    return Operation(Message(N_("Step switched on") if on else N_("Step switched off")), apply)


def own_pauses(engagement: Engagement) -> Operation:
    """Write the breaks of the format into the agenda, where they can be moved, lengthened and removed."""
    rows = timetable(engagement)

    def apply(edit: Edit) -> None:
        off = set(edit.engagement.settings.steps_off)
        items = edit.engagement.agenda
        working = iter([item for item in items if item.step not in off])
        order: list[AgendaItem] = []
        for row in rows:
            if row.pause is None:
                order.append(next(working))
            else:
                made = AgendaItem(id=edit.new_id(AgendaItem), step=row.pause.value, minutes=row.minutes)
                order.append(edit.add(made))
        for item in (*order, *(item for item in items if item.step in off)):
            edit.move(edit.get(AgendaItem, item.id) or item, None)

    return Operation(Message(N_("Own breaks")), apply)


def remove_pause(item: AgendaItem) -> Operation:
    """Take a break of the document's own out of the agenda."""
    return remove_rows(Message(N_("Break removed")), [item])
