"""Operations on series of meetings, their log and the ideas that come up (METHOD S8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.meetings import ReadySeries, loads, minutes_in_four_weeks
from workshop_app.domain.membership import staff
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Cadence, Meeting, MeetingLog, Note, NoteKind
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.session import NOTE_NAMES


def _named(title: str) -> Message:
    return Message(N_("Series: {text}"), {"text": title})


def add_series(title: str, **values: Any) -> Operation:
    """A new series at the end."""
    wording = single_line(title)

    def apply(edit: Edit) -> None:
        edit.add(Meeting(id=edit.new_id(Meeting), title=wording, **{"minutes_kept": True, **values}))

    return Operation(_named(wording), apply)


def switch_on(ready: ReadySeries, translate: Callable[[str], str], engagement: Engagement, today: date) -> Operation:
    """A ready series of the method with everybody who takes part in such a meeting and its first date."""
    return add_series(
        translate(ready.title),
        purpose=translate(ready.purpose),
        cadence=ready.cadence,
        duration_min=ready.duration_min,
        agenda=tuple(translate(point) for point in ready.agenda),
        participants=proposed_people(engagement, ready.cadence),
        first_date=proposed_date(engagement, ready.cadence, today),
    )


def proposed_people(engagement: Engagement, cadence: Cadence) -> tuple[str, ...]:
    """Everybody for the joint meeting of the month, the heads for the others."""
    if cadence in (Cadence.WEEKLY, Cadence.MONTHLY):
        return tuple(person.id for person in staff(engagement))
    return tuple(d.head_person_id for d in engagement.departments if d.head_person_id)


def proposed_date(engagement: Engagement, cadence: Cadence, today: date) -> date:
    """A working day after the session (or today): next week, in two weeks, in a month, in a quarter."""
    after = max(today, engagement.session.date or today)
    days = {Cadence.WEEKLY: 7, Cadence.BIWEEKLY: 14, Cadence.MONTHLY: 28, Cadence.QUARTERLY: 91}[cadence]
    day = after + timedelta(days=days)
    return day + timedelta(days=max(0, 7 - day.weekday()) if day.weekday() > 4 else 0)


def change_series(meeting: Meeting, **values: Any) -> Operation:
    """Any field; the weekday follows the first date, the first date a chosen weekday, and the chair takes part."""
    first = values.get("first_date", meeting.first_date)
    if values.get("first_date") is not None:
        values["weekday"] = values["first_date"].weekday()
    elif values.get("weekday") is not None and first is not None:
        values["first_date"] = first + timedelta(days=(values["weekday"] - first.weekday()) % 7)
    chair = values.get("owner_id")
    if chair and chair not in values.get("participants", meeting.participants):
        values["participants"] = (*values.get("participants", meeting.participants), chair)
    return change_row(_named(meeting.title), meeting, **values)


def release(meeting: Meeting, person_id: str, name: str) -> Operation:
    """Take a person out of a series: «Кого можно отпустить?»."""
    kept = tuple(other for other in meeting.participants if other != person_id)
    return change_row(Message(N_("Released: {text}"), {"text": name}), meeting, participants=kept)


def heaviest(engagement: Engagement, person_id: str) -> Meeting | None:
    """The series that takes most of a person's time."""
    load = loads(engagement).get(person_id)
    mine = [meeting for meeting in engagement.meetings if load and meeting.id in load.by_meeting]
    return max(mine, key=minutes_in_four_weeks, default=None)


def remove_series(meeting: Meeting) -> Operation:
    """Delete a series with its log."""
    return remove_rows(Message(N_("Series removed: {text}"), {"text": meeting.title}), [meeting])


def add_entry(meeting: Meeting, day: date) -> Operation:
    """A meeting that was held."""

    def apply(edit: Edit) -> None:
        edit.add(MeetingLog(id=edit.numbered_id(MeetingLog, meeting.id), meeting_id=meeting.id, date=day))

    return Operation(Message(N_("Held: {text}"), {"text": meeting.title}), apply)


def change_entry(entry: MeetingLog, **values: Any) -> Operation:
    """Date, held or not, decisions, rating."""
    return change_row(Message(N_("Decisions log")), entry, **values)


def remove_entries(entries: Sequence[MeetingLog]) -> Operation:
    """Delete entries of the log."""
    return remove_rows(Message(N_("{n} entries of the log removed"), {"n": len(entries)}), entries)


def add_idea(kind: NoteKind, text: str, now: datetime) -> Operation:
    """An idea or an opportunity that came up: a note of this step."""
    wording = single_line(text)
    stamp = now.isoformat(timespec="minutes")

    def apply(edit: Edit) -> None:
        edit.add(Note(id=edit.new_id(Note), kind=kind, step="meetings", text=wording, created_at=stamp))

    return Operation(Message(NOTE_NAMES[kind], {"text": wording}), apply)
