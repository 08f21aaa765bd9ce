"""The worked example of METHOD C.10.3 as a plain scheme: Anna, Boris and Vera."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from workshop_app.domain.model import RewardLevel
from workshop_app.domain.rewards import Curve, Fact, Gate, Measure, Payee, Scheme

F = Fraction


def measure(code: str, level: RewardLevel, *curve: str, **fields: Any) -> Measure:
    return Measure(code=code, level=level, curve=Curve(*map(F, curve)), **fields)


MEASURES = {
    "I": measure("I", RewardLevel.INDIVIDUAL, "0.8", "0.5", "1.5", "1.3"),
    "D": measure("D", RewardLevel.DEPARTMENT, "0.9", "0.5", "1", "1.2"),
    "J": measure("J", RewardLevel.JOINT, "0.95", "0.5", "2", "1.05"),
}
FACTS = {
    ("I", "Anna"): Fact(F(4_000_000), F(4_400_000)),
    ("I", "Boris"): Fact(F(5_000_000), F(4_500_000)),
    ("D", "A"): Fact(F(20_000_000), F(21_000_000)),
    ("D", "B"): Fact(F(22_000_000), F(19_360_000)),
    ("J", "*"): Fact(F(92), F("91.08")),
}


def payee(name: str, department: str, position: str, bonus: int) -> Payee:
    return Payee(person_id=name, department=department, position_id=position, target_bonus=F(bonus))


def example(**fields: Any) -> Scheme:
    """The example's scheme, with fields replaced."""
    scheme = Scheme(
        measures=MEASURES,
        weights={"M": {"I": F(50), "D": F(20), "J": F(30)}, "C": {"D": F(60), "J": F(40)}},
        payees=(
            payee("Anna", "A", "M", 100_000),
            payee("Boris", "B", "M", 100_000),
            payee("Vera", "A", "C", 50_000),
        ),
        facts=FACTS,
        gate=Gate(indicator="J", min_achievement=F("0.97"), multiplier=F("0.5"), applies_to=frozenset({"individual"})),
        personal_cap=F("1.5"),
    )
    return replace(scheme, **fields)


def with_weights(scheme: Scheme, position_id: str, **weights: int) -> Scheme:
    shares = {code: F(weight) for code, weight in weights.items()}
    return replace(scheme, weights={**scheme.weights, position_id: shares})


def with_fact(scheme: Scheme, code: str, subject: str, plan: str | None, fact: str | None) -> Scheme:
    known = Fact(None if plan is None else F(plan), None if fact is None else F(fact))
    return replace(scheme, facts={**scheme.facts, (code, subject): known})
