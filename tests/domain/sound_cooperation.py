"""The sound plan with handoffs, project, training, meeting, rewards, indicator and survey: no check of theirs fires."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from tests.domain.sound_plan import SESSION, changed, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Row

D = Decimal


def _cooperation() -> list[Row]:
    return [
        m.Handoff(
            id="H1",
            title="Request",
            from_department_id="A",
            to_department_id="B",
            from_person_id="PA",
            to_person_id="PB",
            trigger="A request from the market of B",
            package=("contact", "what is asked"),
            acceptance="The client was called back",
            response_hours=D(4),
        ),
        m.Project(
            id="PR1",
            title="Map of shared clients",
            leader_id="PA",
            team=("PA", "PB"),
            start=SESSION,
            end=SESSION + timedelta(days=80),
            result_metric="Clients with one lead",
            result_target=D(55),
        ),
        m.Training(id="T1", title="A day at B", audience=("PA",), evaluation="Two things brought home"),
        m.Training(id="T2", title="A day at A", audience=("PB",), evaluation="Two things brought home"),
        m.Training(id="T3", title="Talking", kind=m.TrainingKind.COMMUNICATION, evaluation="Question 6"),
        m.Meeting(
            id="M1",
            title="Stand-up",
            owner_id="PA",
            participants=("PA", "PB"),
            agenda=("News",),
            duration_min=20,
            first_date=SESSION + timedelta(days=6),
            minutes_kept=True,
        ),
    ]


def scheme_row(kind: type[Row], scheme: str, name: str, **fields: Any) -> Any:
    """A row of a reward scheme; its id is ``scheme/name``."""
    return kind(id=f"{scheme}/{name}", scheme_id=scheme, **fields)


def weight(position: str, code: str, percent: str, scheme: str = "after") -> m.RewardWeight:
    row: m.RewardWeight = scheme_row(
        m.RewardWeight, scheme, f"{position}/{code}", position_id=position, indicator=code, weight=D(percent)
    )
    return row


def _scheme(scheme: str) -> list[Row]:
    def fact(code: str, subject: str, plan: str, fact: str) -> Row:
        numbers = {"plan": D(plan), "fact": D(fact)}
        row: Row = scheme_row(m.RewardFact, scheme, f"{code}/{subject}", indicator=code, subject=subject, **numbers)
        return row

    def indicator(code: str, level: m.RewardLevel) -> Row:
        row: Row = scheme_row(m.RewardIndicator, scheme, code, code=code, title=code, level=level, source="Ledger")
        return row

    return [
        m.RewardScheme(
            id=scheme,
            name=scheme,
            valid_from=SESSION + timedelta(days=90),
            notice_date=SESSION + timedelta(days=30),
            round_to=D(1),
        ),
        indicator("I", m.RewardLevel.INDIVIDUAL),
        indicator("J", m.RewardLevel.JOINT),
        *(
            weight(f"POS-{name}", code, percent, scheme)
            for name in "AB"
            for code, percent in (("I", "70"), ("J", "30"))
        ),
        *(scheme_row(m.TargetBonus, scheme, f"P{name}", person_id=f"P{name}", amount=D(1000)) for name in "AB"),
        fact("I", "PA", "100", "100"),
        fact("I", "PB", "100", "90"),
        fact("J", "*", "100", "100"),
    ]


def _feedback() -> list[Row]:
    return [
        m.Company(id="company", name="Firm", feedback_channel="A box in the chat, 14 days"),
        m.Recognition(id="RC1", title="Thanks of the week", form=m.RecognitionForm.PUBLIC),
        m.Indicator(
            id="I1",
            title="Retention",
            owner_id="PA",
            source="Ledger",
            baseline=D(90),
            target=D(93),
            direction=m.Direction.UP,
        ),
        m.IndicatorPoint(id="I1/1", indicator_id="I1", date=SESSION, value=D(91)),
        m.Survey(id="W1", title="Before", date=SESSION - timedelta(days=7)),
        m.SurveyInvitation(id="W1/A", survey_id="W1", department_id="A", invited=5),
        *(m.SurveyResponse(id=f"R{number}", survey_id="W1", department_id="A") for number in range(3)),
        m.Suggestion(id="S1", title="One telephone number", date=date(2026, 2, 12)),
    ]


def sound_cooperation() -> Engagement:
    return changed(sound_plan(), *_cooperation(), *_scheme("before"), *_scheme("after"), *_feedback())
