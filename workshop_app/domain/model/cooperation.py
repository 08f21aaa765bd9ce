"""Handoffs, joint projects and teams, training, meetings (METHOD S6–S8)."""

from __future__ import annotations

from datetime import date as Date
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar

from workshop_app.domain.model.row import Row, owned_by, reference, references, row


class ProjectKind(StrEnum):
    """A project ends; a standing cross-functional team does not."""

    PROJECT = "project"
    TEAM = "team"


class StageStatus(StrEnum):
    """Where a project stage is."""

    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    CANCELLED = "cancelled"


class TrainingKind(StrEnum):
    """The three kinds of training (METHOD S7)."""

    CROSS_DEPARTMENT = "cross_department"
    COMMUNICATION = "communication"
    SKILL = "skill"


class TrainingStatus(StrEnum):
    """Where a training item is."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class Cadence(StrEnum):
    """How often a meeting series takes place."""

    WEEKLY = "weekly"
    BIWEEKLY = "biweekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


@row
class Handoff(Row):
    """Where a client or a task changes hands between departments."""

    table: ClassVar[str] = "handoffs"
    prefix: ClassVar[str] = "H"

    title: str = ""
    from_department_id: str | None = reference("departments")
    to_department_id: str | None = reference("departments")
    from_person_id: str | None = reference("people")
    to_person_id: str | None = reference("people")
    activity_id: str | None = reference("activities")
    trigger: str | None = None
    package: tuple[str, ...] = ()
    acceptance: str | None = None
    response_hours: Decimal | None = None
    escalation: str | None = None
    accepted_by: tuple[str, ...] = references("departments")
    rank: int = 0


@row
class Project(Row):
    """A joint project of 60–90 days, or a standing team."""

    table: ClassVar[str] = "projects"
    prefix: ClassVar[str] = "PR"

    title: str = ""
    kind: ProjectKind = ProjectKind.PROJECT
    purpose: str | None = None
    leader_id: str | None = reference("people")
    sponsor_id: str | None = reference("people")
    team: tuple[str, ...] = references("people")
    start: Date | None = None
    end: Date | None = None
    result_metric: str | None = None
    result_target: Decimal | None = None
    cost: Decimal | None = None
    hours: Decimal | None = None
    rank: int = 0


@row
class ProjectStage(Row):
    """A stage of a project; id = ``project/number``."""

    table: ClassVar[str] = "project_stages"

    project_id: str = owned_by("projects")
    title: str = ""
    due: Date | None = None
    status: StageStatus = StageStatus.OPEN
    rank: int = 0


@row
class Training(Row):
    """A training item with its audience and how its effect is checked."""

    table: ClassVar[str] = "training"
    prefix: ClassVar[str] = "T"

    title: str = ""
    kind: TrainingKind = TrainingKind.CROSS_DEPARTMENT
    host_department_id: str | None = reference("departments")
    audience: tuple[str, ...] = references("people")
    date: Date | None = None
    hours: Decimal | None = None
    evaluation: str | None = None
    status: TrainingStatus = TrainingStatus.PLANNED
    cost: Decimal | None = None
    rank: int = 0


@row
class Skill(Row):
    """A topic that roles need."""

    table: ClassVar[str] = "skills"
    prefix: ClassVar[str] = "SK"

    title: str = ""
    critical: bool = False
    rank: int = 0


@row
class SkillLevel(Row):
    """A person's level 0–4 in a skill; id = ``skill/person``."""

    table: ClassVar[str] = "skill_levels"

    skill_id: str = owned_by("skills")
    person_id: str = owned_by("people")
    level: int = 0
    confirmed: bool = False
    rank: int = 0


@row
class Meeting(Row):
    """A series of regular meetings."""

    table: ClassVar[str] = "meetings"
    prefix: ClassVar[str] = "M"

    title: str = ""
    purpose: str | None = None
    cadence: Cadence = Cadence.WEEKLY
    weekday: int | None = None
    time: str | None = None
    timezone: str | None = None
    duration_min: int | None = None
    owner_id: str | None = reference("people")
    participants: tuple[str, ...] = references("people")
    agenda: tuple[str, ...] = ()
    first_date: Date | None = None
    last_held: Date | None = None
    minutes_kept: bool = False
    rank: int = 0


@row
class MeetingLog(Row):
    """One meeting of a series as it was held; id = ``meeting/number``."""

    table: ClassVar[str] = "meeting_log"

    meeting_id: str = owned_by("meetings")
    date: Date | None = None
    held: bool = True
    decisions: tuple[str, ...] = ()
    rating: int | None = None
    rank: int = 0
