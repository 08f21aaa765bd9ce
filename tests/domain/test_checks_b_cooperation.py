"""Checks of handoffs, projects, training and meetings fire on their condition and only then (METHOD D)."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.domain.sound_cooperation import sound_cooperation
from tests.domain.sound_plan import AS_OF, changed, decision, edited, objects, results, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words

SOUND = sound_cooperation()
RULES = tuple(
    f"{section}-{number:02}"
    for section, last in (("HND", 4), ("PRJ", 4), ("TRN", 3), ("MTG", 5))
    for number in range(1, last + 1)
)


def handoff(**fields: Any) -> Engagement:
    return edited(SOUND, m.Handoff, "H1", **fields)


def project(**fields: Any) -> Engagement:
    return edited(SOUND, m.Project, "PR1", **fields)


def meeting(**fields: Any) -> Engagement:
    return edited(SOUND, m.Meeting, "M1", **fields)


LEFT = edited(SOUND, m.Person, "PB", active=False)
JOINT = changed(SOUND, decision("joint", split_rule="Each a part", confirmed_by=("A", "B")))
TEAM = tuple(f"P{number}" for number in range(8))

CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("HND-01", "no giver", handoff(from_department_id=None), ["H1"]),
    ("HND-01", "the same department twice", handoff(to_department_id="A"), ["H1"]),
    ("HND-02", "no trigger", handoff(trigger=" "), ["H1"]),
    ("HND-02", "empty package", handoff(package=()), ["H1"]),
    ("HND-02", "no acceptance", handoff(acceptance=None), ["H1"]),
    ("HND-02", "no time", handoff(response_hours=Decimal(0)), ["H1"]),
    ("HND-03", "nobody gives", handoff(from_person_id=None), ["H1"]),
    ("HND-03", "the receiver has left", LEFT, ["H1"]),
    ("HND-04", "a joint decision without a handoff", JOINT, ["ACT2"]),
    ("HND-04", "with its handoff", edited(JOINT, m.Handoff, "H1", activity_id="ACT2"), []),
    ("HND-04", "the owner decides later", edited(JOINT, m.Decision, "D1", awaits_owner=True), []),
    ("PRJ-01", "no project", without(SOUND, m.Project), ["plan"]),
    ("PRJ-02", "one department", project(team=("PA",)), ["PR1"]),
    ("PRJ-02", "the owner is no department", project(team=("PA", "PM")), ["PR1"]),
    ("PRJ-02", "who has left does not count", LEFT, ["PR1"]),
    ("PRJ-03", "no leader", project(leader_id=None), ["PR1"]),
    ("PRJ-03", "no end", project(end=None), ["PR1"]),
    ("PRJ-03", "a standing team has no end", project(end=None, kind=m.ProjectKind.TEAM), []),
    ("PRJ-03", "no measure", project(result_metric=""), ["PR1"]),
    ("PRJ-03", "no target", project(result_target=None), ["PR1"]),
    (
        "PRJ-03",
        "a leader not known yet",
        changed(
            project(leader_id=None),
            m.UnresolvedReference(id="U1", object_table="projects", object_id="PR1", field="leader_id", text="P77"),
        ),
        [],
    ),
    ("PRJ-04", "alone", project(team=("PA",)), ["PR1"]),
    ("PRJ-04", "eight people", project(team=TEAM), ["PR1"]),
    ("PRJ-04", "seven people", project(team=TEAM[:7]), []),
    ("TRN-01", "nobody of B visits", without(SOUND, m.Training, "T2"), ["B"]),
    ("TRN-01", "a cancelled visit", edited(SOUND, m.Training, "T1", status=m.TrainingStatus.CANCELLED), ["A"]),
    ("TRN-02", "no communication", without(SOUND, m.Training, "T3"), ["plan"]),
    ("TRN-03", "no way to check", edited(SOUND, m.Training, "T1", evaluation=""), ["T1"]),
    ("MTG-01", "no meeting", without(SOUND, m.Meeting), ["plan"]),
    ("MTG-01", "one department", meeting(participants=("PA", "PM")), ["plan"]),
    ("MTG-01", "quarterly only", meeting(cadence=m.Cadence.QUARTERLY), ["plan"]),
    ("MTG-01", "monthly will do", meeting(cadence=m.Cadence.MONTHLY), []),
    ("MTG-02", "no chair", meeting(owner_id=None), ["M1"]),
    ("MTG-02", "no agenda", meeting(agenda=()), ["M1"]),
    ("MTG-02", "no duration", meeting(duration_min=0), ["M1"]),
    ("MTG-02", "no first date", meeting(first_date=None), ["M1"]),
    ("MTG-03", "more than six hours", meeting(duration_min=91), ["PA", "PB"]),
    ("MTG-03", "six hours", meeting(duration_min=90), []),
    ("MTG-04", "no log", meeting(minutes_kept=False), ["M1"]),
    ("MTG-05", "not held", meeting(first_date=AS_OF - timedelta(days=11)), ["M1"]),
    ("MTG-05", "held since", meeting(first_date=AS_OF - timedelta(days=40), last_held=AS_OF), []),
    ("MTG-05", "not begun", meeting(first_date=AS_OF + timedelta(days=1)), []),
]


@pytest.mark.parametrize("rule", RULES)
def test_sound_plan_keeps_the_check_silent(rule: str) -> None:
    assert objects(SOUND, rule) == []


@pytest.mark.parametrize(("rule", "why", "engagement", "found"), CASES, ids=lambda value: str(value)[:40])
def test_check_fires(rule: str, why: str, engagement: Engagement, found: list[str]) -> None:
    assert objects(engagement, rule) == found


def test_every_check_fires_somewhere() -> None:
    assert {rule for rule, _why, _engagement, found in CASES if found} == set(RULES)


@pytest.mark.parametrize(
    ("rule", "engagement", "russian", "english"),
    [
        (
            "HND-02",
            handoff(trigger=None, package=()),
            "Передача «Request» описана не полностью: нет события, с которого она начинается, комплекта",
            "Handoff “Request” is incomplete: no event that starts it, package contents",
        ),
        (
            "MTG-02",
            meeting(owner_id=None, first_date=None),
            "Встреча «Stand-up»: нет ведущего, первой даты",
            "Meeting “Stand-up” lacks a chair, a first date",
        ),
        (
            "PRJ-03",
            project(leader_id=None, end=None),
            "Проект «Map of shared clients»: нет руководителя, срока окончания",
            "Project “Map of shared clients” lacks a leader, an end date",
        ),
        (
            "PRJ-04",
            project(team=TEAM),
            "Проект «Map of shared clients»: в команде 8 чел.",
            "Project “Map of shared clients”: team of 8",
        ),
        (
            "MTG-03",
            meeting(duration_min=91),
            "Anna Ash: совместных встреч 364 мин за 4 недели",
            "Anna Ash: 364 min of joint meetings per 4 weeks",
        ),
    ],
    ids=lambda value: str(value)[:20],
)
def test_message_names_what_is_missing(rule: str, engagement: Engagement, russian: str, english: str) -> None:
    first = results(engagement, rule)[0]
    spaced = message_of(first, Words("ru")).replace("\N{NO-BREAK SPACE}", " ")
    assert (spaced, message_of(first, Words("en"))) == (russian, english)


def test_quarterly_meeting_counts_a_third_in_four_weeks() -> None:
    (first, _second) = results(meeting(cadence=m.Cadence.QUARTERLY, duration_min=1100), "MTG-03")
    assert first.number == 367
