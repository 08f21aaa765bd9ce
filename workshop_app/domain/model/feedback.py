"""Indicators, pulse surveys and suggestions (METHOD S10, C.11, C.12)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.goals import Direction
from workshop_app.domain.model.row import Row, owned_by, reference, row


class Frequency(StrEnum):
    """How often an indicator is measured: 7, 31 and 92 days."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class SuggestionStatus(StrEnum):
    """Where a suggestion is."""

    NEW = "new"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    DONE = "done"


@row
class Indicator(Row):
    """A number that tells whether the plan works."""

    table: ClassVar[str] = "indicators"
    prefix: ClassVar[str] = "I"

    title: str = ""
    unit: str | None = None
    direction: Direction = Direction.UP
    frequency: Frequency = Frequency.MONTHLY
    baseline: Decimal | None = None
    baseline_date: Date | None = None
    target: Decimal | None = None
    deadline: Date | None = None
    alarm_limit: Decimal | None = None
    owner_id: str | None = reference("people")
    source: str | None = None
    rank: int = 0


@row
class IndicatorPoint(Row):
    """A measured value; id = ``indicator/number``."""

    table: ClassVar[str] = "indicator_points"

    indicator_id: str = owned_by("indicators")
    date: Date
    value: Decimal = Decimal(0)
    rank: int = 0


@row
class Survey(Row):
    """A wave of the pulse survey."""

    table: ClassVar[str] = "surveys"
    prefix: ClassVar[str] = "W"

    title: str = ""
    date: Date | None = None
    threshold: int = 5
    scale: tuple[int, ...] = (1, 5)
    rank: int = 0


@row
class SurveyInvitation(Row):
    """How many people of a department were asked; id = ``survey/department``."""

    table: ClassVar[str] = "survey_invitations"

    survey_id: str = owned_by("surveys")
    department_id: str = owned_by("departments")
    invited: int = 0
    rank: int = 0


@row
class SurveyQuestion(Row):
    """A question of a wave; id = ``survey/code``. ``recommendation`` is 1…7."""

    table: ClassVar[str] = "survey_questions"

    survey_id: str = owned_by("surveys")
    code: str = ""
    recommendation: int | None = None
    reversed: bool = False
    text: str = ""
    rank: int = 0


@row
class SurveyResponse(Row):
    """One anonymous response: department and answers by question code; never in undo (DECISIONS)."""

    table: ClassVar[str] = "survey_responses"
    prefix: ClassVar[str] = "R"

    survey_id: str = owned_by("surveys")
    department_id: str = owned_by("departments")
    answers: tuple[tuple[str, int], ...] = ()
    rank: int = 0


@row
class SurveyComment(Row):
    """A comment; the department is shown only when it has at least ten responses."""

    table: ClassVar[str] = "survey_comments"
    prefix: ClassVar[str] = "SC"

    survey_id: str = owned_by("surveys")
    department_id: str | None = reference("departments")
    text: str = ""
    rank: int = 0


@row
class Suggestion(Row):
    """A suggestion or remark with a 14-day clock."""

    table: ClassVar[str] = "suggestions"
    prefix: ClassVar[str] = "S"

    date: Date | None = None
    department_id: str | None = reference("departments")
    title: str = ""
    text: str = ""
    status: SuggestionStatus = SuggestionStatus.NEW
    reply_date: Date | None = None
    reply: str | None = None
    rank: int = 0
