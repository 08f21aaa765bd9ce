"""Key competence and common goals (METHOD S4, C.7, C.9)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, reference, row


class Direction(StrEnum):
    """The good way for a number."""

    UP = "up"
    DOWN = "down"


class UnitKind(StrEnum):
    """What a goal's unit measures; decides whether GOAL-13 applies."""

    PERCENT = "percent"
    MONEY = "money"
    COUNT = "count"
    HOURS = "hours"
    DAYS = "days"


@row
class Competence(Row):
    """A candidate for the key competence; ``k2_score`` is used when no ledger is loaded."""

    table: ClassVar[str] = "competences"
    prefix: ClassVar[str] = "C"

    text: str = ""
    chosen: bool = False
    k2_score: int | None = None
    rank: int = 0


@row
class CompetenceVotes(Row):
    """Individual votes 0/1/2 of a department on one criterion (K1…K6); id = ``competence/criterion/department``."""

    table: ClassVar[str] = "competence_votes"

    competence_id: str = owned_by("competences")
    criterion: str = "K1"
    department_id: str = owned_by("departments")
    votes: tuple[int, ...] = ()
    rank: int = 0


@row
class Goal(Row):
    """A common goal: from → to, by when, who owns it; ``confidence`` are individual votes 1–5."""

    table: ClassVar[str] = "goals"
    prefix: ClassVar[str] = "G"

    title: str = ""
    metric: str | None = None
    unit: str | None = None
    unit_kind: UnitKind | None = None
    baseline: Decimal | None = None
    baseline_date: Date | None = None
    target: Decimal | None = None
    direction: Direction = Direction.UP
    deadline: Date | None = None
    owner_id: str | None = reference("people")
    source: str | None = None
    indicator_id: str | None = reference("indicators")
    confidence: tuple[int, ...] = ()
    rank: int = 0


@row
class Contribution(Row):
    """What one department contributes to a goal; id = ``goal/department``."""

    table: ClassVar[str] = "contributions"

    goal_id: str = owned_by("goals")
    department_id: str = owned_by("departments")
    text: str = ""
    rank: int = 0
