"""Meetings, follow-ups and due dates for any calendar program (RFC 5545)."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.meetings import Rhythm, rhythm
from workshop_app.domain.model import StageStatus
from workshop_app.domain.plan import is_live
from workshop_app.domain.timetable import read_clock
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from icalendar import Event

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FOLLOWUP_MINUTES = 60


def write_calendar(engagement: Engagement, words: Words, now: datetime) -> bytes:
    """The calendar's bytes; ``now`` (with a time zone) stamps the entries.

    Meeting series repeat by their rhythm, at their time where one is set, else for the whole day. Finished and
    cancelled actions and stages are left out.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Joint plan workshop//joint-plan-workshop//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", engagement.company.name or words("Joint plan"))
    entries = _Entries(engagement, words, now)
    for event in (*entries.meetings(), *entries.followups(), *entries.due_dates()):
        made.add_component(event)
    made.add_missing_timezones()
    return bytes(made.to_ical())


class _Entries:
    """Makes the events; their ids stay the same from one export to the next."""

    def __init__(self, engagement: Engagement, words: Words, now: datetime) -> None:
        self._engagement = engagement
        self._words = words
        self._now = now
        whose = f"{engagement.company.name}|{engagement.session.date}"
        self._mark = hashlib.sha256(whose.encode()).hexdigest()[:12]

    def meetings(self) -> Iterator[Event]:
        """The series."""
        _ = self._words
        for meeting in self._engagement.meetings:
            found = rhythm(meeting)
            if found is None or meeting.first_date is None:
                continue
            event = self._event("meeting", meeting.id, meeting.title)
            minutes = meeting.duration_min or _FOLLOWUP_MINUTES
            self._when(event, meeting.first_date, read_clock(meeting.time), meeting.timezone, minutes)
            event.add("rrule", _rule(found))
            people = [self._person(person_id) for person_id in meeting.participants]
            lines = (
                meeting.purpose or "",
                _("Chair: {name}", name=self._person(meeting.owner_id)) if meeting.owner_id else "",
                _("Participants: {names}", names=", ".join(filter(None, people))) if people else "",
                *(f"• {point}" for point in meeting.agenda),
            )
            event.add("description", "\n".join(line for line in lines if line))
            yield event

    def followups(self) -> Iterator[Event]:
        """The follow-ups: a held one on its day, another on the day it is planned for."""
        for followup in self._engagement.followups:
            day = followup.held_on or followup.date
            if day is not None:
                title = self._words("Follow-up, day {day}", day=followup.day)
                yield self._day("followup", followup.id, title, day, followup.notes or "")

    def due_dates(self) -> Iterator[Event]:
        """Actions, stages, goals and deferred decisions."""
        _, engagement = self._words, self._engagement
        for action in engagement.actions:
            if action.due is not None and is_live(action):
                title = _("Due: {title} ({name})", title=action.title, name=self._person(action.owner_id) or "—")
                yield self._day("action", action.id, title, action.due, action.result or "")
        for stage in engagement.project_stages:
            if stage.due is not None and stage.status not in (StageStatus.DONE, StageStatus.CANCELLED):
                project = next((p.title for p in engagement.projects if p.id == stage.project_id), "")
                yield self._day("stage", stage.id, _("Due: {title}", title=stage.title), stage.due, project)
        for goal in engagement.goals:
            if goal.deadline is not None:
                yield self._day("goal", goal.id, _("Goal: {title}", title=goal.title), goal.deadline, goal.metric or "")
        for decision in engagement.decisions:
            if decision.deferred_until is not None:
                activity = engagement.activity(decision.activity_id)
                title = _("Decide: {title}", title=activity.title if activity else "")
                yield self._day("decision", decision.id, title, decision.deferred_until, decision.reason or "")

    def _person(self, person_id: str | None) -> str:
        person = self._engagement.person(person_id)
        return person.name if person else ""

    def _event(self, kind: str, row_id: str, title: str) -> Event:
        from icalendar import Event

        event = Event()
        event.add("uid", f"{kind}-{hashlib.sha256(row_id.encode()).hexdigest()[:12]}-{self._mark}@joint-plan-workshop")
        event.add("dtstamp", self._now)
        event.add("summary", title)
        return event

    def _day(self, kind: str, row_id: str, title: str, day: date, description: str) -> Event:
        event = self._event(kind, row_id, title)
        self._when(event, day, None, None, 0)
        event.add("transp", "TRANSPARENT")
        if description:
            event.add("description", description)
        return event

    @staticmethod
    def _when(event: Event, day: date, at: time | None, zone: str | None, minutes: int) -> None:
        if at is None:
            event.add("dtstart", day)
            event.add("dtend", day + timedelta(days=1))
            return
        start = datetime.combine(day, at, tzinfo=_zone(zone))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=minutes))


def _zone(name: str | None) -> ZoneInfo | None:
    """The time zone; None (the reader's own) for an empty or unknown name."""
    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


def _rule(found: Rhythm) -> dict[str, Any]:
    day = _DAYS[found.weekday]
    if found.months:
        return {"freq": "monthly", "interval": found.months, "byday": f"{found.ordinal}{day}"}
    weeks = (found.days or 7) // 7
    return {"freq": "weekly", "interval": weeks, "byday": day}
