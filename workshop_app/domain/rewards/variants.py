"""A reward scheme as rows of another one: set aside, taken up again, begun from next year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    CreditRule,
    RewardFact,
    RewardIndicator,
    RewardScheme,
    RewardWeight,
    TargetBonus,
)

Part = RewardIndicator | RewardWeight | TargetBonus | RewardFact | CreditRule
COMPUTED: tuple[type[Part], ...] = (RewardIndicator, RewardWeight, TargetBonus, RewardFact)
"""What the simulator computes with; credit rules stand beside it."""


def parts_of(engagement: Engagement, scheme_id: str, kinds: Sequence[type[Part]] = COMPUTED) -> Iterator[Part]:
    """The rows of these tables that belong to a scheme, in order."""
    for kind in kinds:
        for row in engagement.rows(kind):
            if row.scheme_id == scheme_id:
                yield row


def as_scheme(
    engagement: Engagement, source: str, target: str, kinds: Sequence[type[Part]] = COMPUTED
) -> Iterator[RewardScheme | Part]:
    """The scheme ``source`` and its parts as rows of the scheme ``target``; nothing where there is no such scheme."""
    scheme = engagement.get(RewardScheme, source)
    if scheme is None:
        return
    yield replace(scheme, id=target)
    for part in parts_of(engagement, source, kinds):
        yield replace(part, id=f"{target}/{part.id.partition('/')[2]}", scheme_id=target)
