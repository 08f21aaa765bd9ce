"""S9, rewards and recognition: joint effort pays; selling past each other doesn't (METHOD S9)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import (
    CreditRule,
    Nomination,
    Recognition,
    RewardFact,
    RewardIndicator,
    RewardScheme,
    RewardWeight,
    TargetBonus,
)
from workshop_app.steps.step import Step, SubStep

RECOMMENDATION = 5

STEP = Step(
    id="rewards",
    code="S9",
    title=N_("Rewards and recognition"),
    question=N_("What are you really paid for today?"),
    recommendations=(RECOMMENDATION,),
    tables=(RewardScheme, RewardIndicator, RewardWeight, TargetBonus, RewardFact, CreditRule, Recognition, Nomination),
    sub_steps=(
        SubStep("simulation", N_("Before and after")),
        SubStep("test", N_("Keep or pass on")),
        SubStep("recognition", N_("Recognition")),
    ),
)

__all__ = ["STEP"]
