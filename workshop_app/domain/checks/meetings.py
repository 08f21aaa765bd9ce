"""Checks of regular meetings (METHOD D, MTG-01 … MTG-05)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.meetings import is_dormant, is_joint, loads, missing_of
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Cadence
from workshop_app.domain.rounding import half_up

_OFTEN = frozenset({Cadence.WEEKLY, Cadence.BIWEEKLY, Cadence.MONTHLY})


def _no_joint_meeting(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    often = (meeting for meeting in engagement.meetings if meeting.cadence in _OFTEN)
    return whole_plan(not any(is_joint(engagement, meeting) for meeting in often))


def _incomplete(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for meeting in engagement.meetings:
        if missing := missing_of(engagement, meeting):
            yield Hit(meeting.id, detail=tuple(map(Message, missing)))


def _too_many_minutes(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for load in loads(engagement).values():
        if load.is_too_much:
            yield Hit(load.person_id, int(half_up(load.minutes)))


def _no_minutes(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(meeting.id) for meeting in engagement.meetings if not meeting.minutes_kept)


def _dormant(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(meeting.id) for meeting in engagement.meetings if is_dormant(engagement, meeting, context.as_of))


CHECKS: tuple[Check, ...] = (
    Check(
        id="MTG-01",
        severity=Severity.ERROR,
        object="plan",
        step="meetings",
        recommendation=4,
        message=N_("There is no regular joint meeting"),
        fix=N_("Set the first date and the chair"),
        find=_no_joint_meeting,
    ),
    Check(
        id="MTG-02",
        severity=Severity.WARNING,
        object="meeting",
        step="meetings",
        recommendation=4,
        message=N_("Meeting “{title}” lacks {n}"),
        fix=N_("Complete it"),
        find=_incomplete,
    ),
    Check(
        id="MTG-03",
        severity=Severity.WARNING,
        object="person",
        step="meetings",
        recommendation=4,
        message=N_("{title}: {n} min of joint meetings per 4 weeks"),
        fix=N_("Shorten, merge, or release some people"),
        find=_too_many_minutes,
    ),
    Check(
        id="MTG-04",
        severity=Severity.INFO,
        object="meeting",
        step="meetings",
        recommendation=4,
        message=N_("Meeting “{title}” keeps no decisions log"),
        fix=N_("Three lines: decided, who, when"),
        find=_no_minutes,
    ),
    Check(
        id="MTG-05",
        severity=Severity.WARNING,
        object="meeting",
        step="followup",
        work_of="meetings",
        recommendation=4,
        message=N_("Meeting “{title}” has not been held for long"),
        fix=N_("Hold it, or cancel it openly"),
        find=_dormant,
    ),
)
