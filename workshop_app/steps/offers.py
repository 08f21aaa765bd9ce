"""What the steps give to each other: the offers that wait, and those that a change has brought."""

from __future__ import annotations

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    Claim,
    Decision,
    Goal,
    MeetingLog,
    RaciCell,
    RewardFact,
    Row,
    Suggestion,
    SurveyResponse,
)
from workshop_app.steps import STEPS
from workshop_app.steps.step import Offer

BRING_OFFERS: tuple[type[Row], ...] = (
    Claim,
    Decision,
    Goal,
    MeetingLog,
    RaciCell,
    RewardFact,
    Suggestion,
    SurveyResponse,
)
"""A change of these tables may bring offers; another one is not looked at."""


def waiting_offers(engagement: Engagement) -> tuple[Offer, ...]:
    """Everything that is offered now, in the order of the steps; nothing to a step that is switched off."""
    return engagement.derive(_waiting_offers)


def _waiting_offers(engagement: Engagement) -> tuple[Offer, ...]:
    off = set(engagement.settings.steps_off)
    return tuple(offer for step in STEPS if step.id not in off for offer in step.offers(engagement))


def new_offers(before: Engagement, after: Engagement) -> tuple[Offer, ...]:
    """What is offered now and was not before."""
    known = {offer.key for offer in waiting_offers(before)}
    return tuple(offer for offer in waiting_offers(after) if offer.key not in known)
