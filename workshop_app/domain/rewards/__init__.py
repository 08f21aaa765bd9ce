"""Rewards: payout curves, the simulator, before and after, credit for shared deals (METHOD C.10)."""

from __future__ import annotations

from workshop_app.domain.rewards.comparison import Comparison, compare
from workshop_app.domain.rewards.cooperation_test import CooperationTest, cooperation_test
from workshop_app.domain.rewards.credit import Credit, credit_shares
from workshop_app.domain.rewards.payout import Curve
from workshop_app.domain.rewards.scheme import Fact, Gate, Measure, Payee, Scheme, scheme_of
from workshop_app.domain.rewards.simulation import (
    LinePay,
    PersonPay,
    Simulation,
    simulate,
    simulate_scheme,
    simulations,
)

__all__ = [
    "Comparison",
    "CooperationTest",
    "Credit",
    "Curve",
    "Fact",
    "Gate",
    "LinePay",
    "Measure",
    "Payee",
    "PersonPay",
    "Scheme",
    "Simulation",
    "compare",
    "cooperation_test",
    "credit_shares",
    "scheme_of",
    "simulate",
    "simulate_scheme",
    "simulations",
]
