"""Operations that belong to no single step: quick notes, private notes, session and company facts."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from types import MappingProxyType
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus, FollowUp, Note, NoteKind, PrivateNote, Session
from workshop_app.domain.plan import FOLLOW_UP_DAYS, follow_up_date
from workshop_app.domain.quick_line import QuickLine, read_kept_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows

NOTE_NAMES: Mapping[NoteKind, str] = MappingProxyType(
    {
        NoteKind.PARKING: N_("Parking: {text}"),
        NoteKind.DECISION: N_("Decision: {text}"),
        NoteKind.IDEA: N_("Idea: {text}"),
        NoteKind.OPPORTUNITY: N_("Opportunity: {text}"),
        NoteKind.QUESTION: N_("Question: {text}"),
    }
)
"""What the undo step is called that catches a note of the kind."""


@frozen
class Caught:
    """How much has been written down: decisions of the audit and of the quick line, actions that stand, open notes."""

    decisions: int
    actions: int
    parking: int


def caught(engagement: Engagement) -> Caught:
    """Count what the quick line and the end of the session tell."""
    notes = engagement.notes
    return Caught(
        len(engagement.decisions) + sum(note.kind is NoteKind.DECISION for note in notes),
        sum(action.status is not ActionStatus.CANCELLED for action in engagement.actions),
        sum(note.kind is not NoteKind.DECISION and not note.resolved for note in notes),
    )


def add_note(kind: NoteKind, line: QuickLine, step: str | None, now: datetime) -> Operation:
    """Catch a line; the owner and the date of a note stand in its text."""

    def apply(edit: Edit) -> None:
        stamp = now.isoformat(timespec="minutes")
        edit.add(Note(id=edit.new_id(Note), kind=kind, step=step, text=line.text, created_at=stamp))

    return Operation(Message(NOTE_NAMES[kind], {"text": line.text}), apply)


def add_action(line: QuickLine, recommendations: tuple[int, ...] = ()) -> Operation:
    """An action from the quick line, with its owner and date; it serves the step's recommendations."""

    def apply(edit: Edit) -> None:
        edit.add(
            Action(
                id=edit.new_id(Action),
                title=line.text,
                owner_id=line.owner_id,
                due=line.due,
                recommendations=recommendations,
            )
        )

    return Operation(Message(N_("Action added: {text}"), {"text": line.text}), apply)


def resolve_note(note: Note, resolved: bool = True) -> Operation:
    """Tick a note off, or open it again."""
    return change_row(Message(N_("Note: {text}"), {"text": note.text}), note, resolved=resolved)


def note_to_action(note: Note) -> Operation:
    """Make an action of a note, with the owner and the date it names; the note is resolved and knows its action."""

    def apply(edit: Edit) -> None:
        line = read_kept_line(note.text, edit.engagement.people, written_on(note) or date.today())
        made = Action(id=edit.new_id(Action), title=line.text, owner_id=line.owner_id, due=line.due)
        edit.change(note, resolved=True, action_id=edit.add(made).id)

    return Operation(Message(N_("Action added: {text}"), {"text": note.text}), apply)


def written_on(note: Note) -> date | None:
    """The day a note was caught; None where none is written."""
    with suppress(ValueError):
        return date.fromisoformat((note.created_at or "")[:10])
    return None


def remove_note(note: Note) -> Operation:
    """Delete a note."""
    return remove_rows(Message(N_("Note removed: {text}"), {"text": note.text}), [note])


def begin_session(session: Session, today: date, now: datetime) -> Operation | None:
    """Write the day and hour of the beginning where nothing is written yet; None where both are."""
    values: dict[str, object] = {}
    if session.date is None and not session.dates:
        values["date"] = today
    if not session.starts_at:
        values["starts_at"] = f"{now.hour}:{now:%M}"
    return change_row(Message(N_("Beginning of the session")), session, **values) if values else None


def write_private_note(step: str, text: str) -> Operation:
    """The facilitator's own words on a step; typing on is one undo step."""
    name = Message(N_("Private note"))
    return change_row(name, PrivateNote(id=step), merge_key=("private_note", step), text=text)


def propose_follow_ups(session_date: date) -> Operation:
    """The follow-ups 30, 60 and 90 days after the session, on working days; dates already set stay."""

    def apply(edit: Edit) -> None:
        for day in FOLLOW_UP_DAYS:
            stored = next((f for f in edit.engagement.followups if f.day == day), None)
            when = follow_up_date(session_date, day)
            if stored is None:
                edit.add(FollowUp(id=str(day), day=day, date=when))
            elif stored.date is None:
                edit.change(stored, date=when)

    return Operation(Message(N_("Follow-ups after 30, 60 and 90 days")), apply)


def set_follow_up(day: int, **values: Any) -> Operation:
    """Date, day it was held, notes or length of a follow-up; it is made where there is none."""

    def apply(edit: Edit) -> None:
        stored = next((followup for followup in edit.engagement.followups if followup.day == day), None)
        row = stored or edit.add(FollowUp(id=str(day), day=day))
        edit.change(row, **values)

    return Operation(Message(N_("Follow-up on day {n}"), {"n": day}), apply)
