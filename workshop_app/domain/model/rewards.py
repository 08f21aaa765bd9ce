"""Reward schemes, credit rules and recognition (METHOD S9, C.10)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.goals import Direction
from workshop_app.domain.model.row import Row, owned_by, reference, row


class RewardLevel(StrEnum):
    """Whose fact an indicator of a scheme measures."""

    INDIVIDUAL = "individual"
    DEPARTMENT = "department"
    JOINT = "joint"


class RewardKind(StrEnum):
    """Achievement against plan, or the best of all."""

    RATIO = "ratio"
    RANK = "rank"


class CreditMethod(StrEnum):
    """How a deal both worked on is credited (METHOD C.10.5)."""

    SPLIT = "split"
    DOUBLE = "double"
    SINGLE = "single"


class RecognitionForm(StrEnum):
    """Forms of recognition."""

    PUBLIC = "public"
    MATERIAL = "material"
    DEVELOPMENT = "development"


@row
class RewardScheme(Row):
    """A reward scheme; id = ``before``, ``after`` or ``variant`` (set aside). ``gate_*`` are METHOD C.10.2, 3."""

    table: ClassVar[str] = "reward_schemes"

    name: str = ""
    valid_from: Date | None = None
    approved_on: Date | None = None
    notice_date: Date | None = None
    owner_approved: bool | None = None
    period: str | None = None
    transition_rule: str | None = None
    round_to: Decimal = Decimal(1)
    personal_cap: Decimal | None = None
    fund_limit: Decimal | None = None
    gate_indicator: str | None = None
    gate_min_achievement: Decimal | None = None
    gate_multiplier: Decimal | None = None
    gate_applies_to: tuple[str, ...] = ()
    rank: int = 0


@row
class RewardIndicator(Row):
    """An indicator of a scheme; id = ``scheme/code``. Threshold T, payout pT at it, slope k above plan, cap C."""

    table: ClassVar[str] = "reward_indicators"

    scheme_id: str = owned_by("reward_schemes")
    code: str = ""
    title: str = ""
    level: RewardLevel = RewardLevel.INDIVIDUAL
    kind: RewardKind = RewardKind.RATIO
    direction: Direction = Direction.UP
    threshold: Decimal | None = None
    payout_at_threshold: Decimal | None = None
    slope: Decimal | None = None
    cap: Decimal | None = None
    source: str | None = None
    zero_sum: bool = False
    rank: int = 0


@row
class RewardWeight(Row):
    """The weight in % of an indicator (by code) for a position; id = ``scheme/position/code``."""

    table: ClassVar[str] = "reward_weights"

    scheme_id: str = owned_by("reward_schemes")
    position_id: str = owned_by("positions")
    indicator: str = ""
    weight: Decimal = Decimal(0)
    rank: int = 0


@row
class TargetBonus(Row):
    """What a person is paid for 100 % of everything in the period; id = ``scheme/person``."""

    table: ClassVar[str] = "target_bonuses"

    scheme_id: str = owned_by("reward_schemes")
    person_id: str = owned_by("people")
    amount: Decimal = Decimal(0)
    rank: int = 0


@row
class RewardFact(Row):
    """Plan and fact of an indicator (by code) for a subject; id = ``scheme/code/subject``.

    The subject is a person's id, a department's id, or ``*`` for a joint indicator.
    """

    table: ClassVar[str] = "reward_facts"

    scheme_id: str = owned_by("reward_schemes")
    indicator: str = ""
    subject: str = "*"
    plan: Decimal | None = None
    fact: Decimal | None = None
    rank: int = 0


@row
class CreditRule(Row):
    """How a deal both worked on is credited; id = ``scheme/code``."""

    table: ClassVar[str] = "credit_rules"

    scheme_id: str = owned_by("reward_schemes")
    code: str = ""
    title: str = ""
    method: CreditMethod = CreditMethod.SPLIT
    shares: tuple[tuple[str, Decimal], ...] = ()
    rank: int = 0


@row
class Recognition(Row):
    """A form of recognition, nominated by the other department."""

    table: ClassVar[str] = "recognition"
    prefix: ClassVar[str] = "RC"

    title: str = ""
    form: RecognitionForm = RecognitionForm.PUBLIC
    cadence: str | None = None
    criteria: str | None = None
    owner_id: str | None = reference("people")
    rank: int = 0
