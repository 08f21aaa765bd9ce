"""Meetings, follow-ups and due dates in calendar programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.meetings import occurrences
from workshop_app.domain.model import Cadence, Meeting
from workshop_app.exchange.calendar_file import write_calendar
from workshop_app.i18n import Words

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)


def events(engagement: Engagement, language: str = "ru") -> list[Any]:
    return list(Calendar.from_ical(write_calendar(engagement, Words(language), NOW)).walk("VEVENT"))


def with_meeting(engagement: Engagement, **values: Any) -> Engagement:
    changed = replace(engagement.meetings[0], **values)
    return engagement.with_changes([("meetings", changed.id, changed)])


def test_everything_with_a_date_is_there(demo: Engagement) -> None:
    found = events(demo)
    titles = [str(event["summary"]) for event in found]
    assert [title for title in titles if title in {m.title for m in demo.meetings}] == [m.title for m in demo.meetings]
    assert sum(title.startswith("Контрольная встреча") for title in titles) == 3
    open_actions = [a for a in demo.actions if a.status in ("open", "in_progress") and a.due]
    assert sum(title.startswith("Срок: ") and title.endswith(")") for title in titles) == len(open_actions) > 0
    assert len({str(event["uid"]) for event in found}) == len(found)


def test_a_second_export_has_the_same_ids(demo: Engagement) -> None:
    assert [e["uid"] for e in events(demo)] == [e["uid"] for e in events(demo, "en")]


@pytest.mark.parametrize(
    ("cadence", "first", "rule"),
    [
        (Cadence.WEEKLY, date(2026, 2, 16), {"FREQ": ["WEEKLY"], "INTERVAL": [1], "BYDAY": ["MO"]}),
        (Cadence.BIWEEKLY, date(2026, 2, 17), {"FREQ": ["WEEKLY"], "INTERVAL": [2], "BYDAY": ["TU"]}),
        (Cadence.MONTHLY, date(2026, 2, 11), {"FREQ": ["MONTHLY"], "INTERVAL": [1], "BYDAY": ["2WE"]}),
        (Cadence.QUARTERLY, date(2026, 3, 31), {"FREQ": ["MONTHLY"], "INTERVAL": [3], "BYDAY": ["-1TU"]}),
    ],
)
def test_series_repeat_as_the_program_counts_them(
    demo: Engagement, cadence: Cadence, first: date, rule: dict[str, Any]
) -> None:
    changed = with_meeting(demo, cadence=cadence, first_date=first)
    event = events(changed)[0]
    assert {key: list(value) for key, value in event["rrule"].items()} == rule
    assert next(occurrences(changed.meetings[0])) == first
    assert event.decoded("dtstart") == first


def test_a_meeting_with_a_time_stands_in_its_time_zone(demo: Engagement) -> None:
    changed = with_meeting(demo, time="9:30", timezone="Asia/Yekaterinburg", duration_min=20)
    event = events(changed)[0]
    start = event.decoded("dtstart")
    assert start.replace(tzinfo=ZoneInfo("Asia/Yekaterinburg")) == datetime(
        2026, 2, 16, 9, 30, tzinfo=ZoneInfo("Asia/Yekaterinburg")
    )
    assert (event.decoded("dtend") - start).total_seconds() == 20 * 60
    text = write_calendar(changed, Words("ru"), NOW).decode()
    assert "BEGIN:VTIMEZONE" in text
    assert "DTSTART;TZID=Asia/Yekaterinburg:20260216T093000" in text


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_description_holds_purpose_chair_people_and_agenda(demo: Engagement, language: str) -> None:
    words = Words(language)
    first = events(demo, language)[: len(demo.meetings)]
    for event, meeting in zip(first, demo.meetings, strict=True):
        lines = str(event["description"]).splitlines()
        people = [person.name for name in meeting.participants if (person := demo.person(name))]
        assert lines[0] == meeting.purpose
        chair = demo.person(meeting.owner_id)
        assert chair is not None and lines[1] == words("Chair: {name}", name=chair.name)
        assert lines[2] == words("Participants: {names}", names=", ".join(people))
        assert lines[3:] == [f"• {point}" for point in meeting.agenda]


def test_no_line_is_longer_than_calendar_programs_read(demo: Engagement) -> None:
    """RFC 5545, 3.1: at most 75 octets a line, ended by CR LF; a folded line goes on after a space."""
    raw = write_calendar(demo, Words("ru"), NOW)
    lines = raw.split(b"\r\n")
    assert raw.endswith(b"END:VCALENDAR\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode("utf-8")  # no letter is cut in two


@pytest.mark.parametrize("zone", [None, "Mars/Olympus", "../etc"])
def test_a_time_without_a_known_zone_is_the_readers_own(demo: Engagement, zone: str | None) -> None:
    event = events(with_meeting(demo, time="09:30", timezone=zone))[0]
    assert event.decoded("dtstart") == datetime(2026, 2, 16, 9, 30)


def test_series_without_a_first_date_and_empty_workshops_are_left_out(demo: Engagement) -> None:
    assert events(Engagement()) == []
    assert len(events(Engagement.of([Meeting(id="M1", title="?")]))) == 0


def test_texts_keep_their_marks(demo: Engagement) -> None:
    title = "Планёрка; «итоги», \\ и\nещё"
    assert str(events(with_meeting(demo, title=title))[0]["summary"]) == title
