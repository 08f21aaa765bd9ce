"""The follow-ups on day 30, 60 and 90 as a way from the session (METHOD S12)."""

from __future__ import annotations

from datetime import date
from typing import Any

from reports.flowables.heading import Section
from reports.flowables.timeline import Milestone, Timeline
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from workshop_app.domain.followup import planned
from workshop_app.domain.model import FollowUp


def rhythm(paper: Paper, source: Source) -> list[Any]:
    """The section of the follow-ups."""
    _ = paper.words
    head = Section(paper, _("Follow-ups on day 30 / 60 / 90"), _("60 minutes, all departments"))
    stops = milestones(paper, source)
    if not stops:
        return [head, nothing(paper, _("The days are set when the date of the session is set."))]
    last = max(stop.day for stop in stops)
    today = source.as_of if stops[0].day <= source.as_of else None
    near = today if today is not None and (today - last).days <= 30 else None
    said = _("today, {date}", date=_.date_short(source.as_of))
    return [head, Timeline(paper, stops, near, said)]


def milestones(paper: Paper, source: Source) -> list[Milestone]:
    """The session and the follow-ups that have a day, set or by the method."""
    _, engagement = paper.words, source.engagement
    session = engagement.session.date
    if session is None:
        return []
    notes = {row.day: row for row in engagement.followups}
    begun = session <= source.as_of
    text = _("{date}, session", date=_.date_short(session))
    stops = [Milestone("0", session, begun, text, _("decisions and names"))]
    for point in planned(engagement)[1:]:
        day = point.held_on or point.date
        if day is not None:
            note = _note(notes.get(point.day))
            stops.append(
                Milestone(str(point.day), day, point.held_on is not None, _title(paper, source, day, point), note)
            )
    return stops


def _title(paper: Paper, source: Source, day: date, point: Any) -> str:
    _ = paper.words
    shown = _.date_short(day)
    if point.held_on is not None:
        return _("{date}, held", date=shown)
    return _("{date}, not held", date=shown) if day < source.as_of else _("{date}, ahead", date=shown)


def _note(row: FollowUp | None) -> str:
    return (row.notes or "").strip() if row else ""
