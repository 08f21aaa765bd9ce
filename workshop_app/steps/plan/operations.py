"""Operations on actions, follow-ups, signatures and waivers (METHOD S11)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus, Person, Settings, SignOff, Waiver
from workshop_app.domain.plan import is_move, redated
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, move_row, remove_rows, together


def add_action(title: str, **values: Any) -> Operation:
    """A new action; its first due date is remembered as the original one."""

    def apply(edit: Edit) -> None:
        edit.add(Action(id=edit.new_id(Action), title=single_line(title), **values))

    return Operation(Message(N_("Action added: {text}"), {"text": title}), apply)


def change_action(action: Action, **values: Any) -> Operation:
    """Any field of an action but due date and status."""
    return change_row(Message(N_("Action: {text}"), {"text": action.title}), action, **values)


def give_to(action: Action, owner: Person | None, before: Action | None) -> Operation:
    """Another owner, and a place before another action; None: after all."""
    text = Message(N_("Owner of “{text}”: {name}"), {"text": action.title, "name": owner.name if owner else "—"})
    return together(text, [change_action(action, owner_id=owner.id if owner else None), move_row(action, before)])


def change_due(action: Action, due: date | None, session_date: date | None, today: date) -> Operation:
    """Another due date; after the session it counts as a move and the first date is kept."""
    name = Message(N_("Due date: {text}"), {"text": action.title})
    if not is_move(action, due, session_date, today):
        return change_row(name, action, due=due)
    moved = redated(action, due)
    return change_row(name, action, due=due, original_due=moved.original_due, moves=moved.moves)


def change_status(action: Action, status: ActionStatus, today: date) -> Operation:
    """Open, in progress, done (today) or cancelled."""
    name = Message(N_("Status: {text}"), {"text": action.title})
    done_on = (action.done_on or today) if status is ActionStatus.DONE else None
    return change_row(name, action, status=status, done_on=done_on)


def remove_actions(actions: Iterable[Action]) -> Operation:
    """Delete actions; what depended on them no longer does."""
    doomed = tuple(actions)
    if len(doomed) == 1:
        return remove_rows(Message(N_("Action removed: {text}"), {"text": doomed[0].title}), doomed)
    return remove_rows(Message(N_("{n} actions removed"), {"n": len(doomed)}), doomed)


def sign(person_id: str, person_name: str, signed_on: date | None) -> Operation:
    """The person signed the plan; None takes it back."""

    def apply(edit: Edit) -> None:
        stored = edit.get(SignOff, person_id)
        if signed_on is None:
            if stored is not None:
                edit.remove(stored)
            return
        row = stored or edit.add(SignOff(id=person_id, person_id=person_id))
        edit.change(row, signed_on=signed_on)

    return Operation(Message(N_("Signature: {text}"), {"text": person_name}), apply)


def waive(rule: str, object_id: str, reason: str, said: str) -> Operation:
    """Leave a check open on purpose, with the reason; an empty one takes the waiver back. ``said``: what it says."""
    row_id = f"{rule}/{object_id}"
    text = single_line(reason)

    def apply(edit: Edit) -> None:
        stored = edit.get(Waiver, row_id)
        if not text:
            if stored is not None:
                edit.remove(stored)
            return
        row = stored or edit.add(Waiver(id=row_id, rule=rule, object_id=object_id))
        edit.change(row, reason=text)

    name = N_("Left open on purpose: {text}") if text else N_("Checked again: {text}")
    return Operation(Message(name, {"text": said}), apply)


def change_look(settings: Settings, **values: Any) -> Operation:
    """The company's look on paper: ``brand_accent``, ``brand_footer``, ``brand_logo`` (base64)."""
    return change_row(Message(N_("Look of the company on paper")), settings, **values)
