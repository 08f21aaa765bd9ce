"""The client's way, handoffs and joint projects (METHOD S6)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from workshop_app.domain.decisions import current_decisions, effect_of, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import Finding, findings
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import departments_of
from workshop_app.domain.message import N_
from workshop_app.domain.model import Decision, DecisionType, Handoff, Project, ProjectKind, StageStatus
from workshop_app.domain.wording import is_blank

MOST_PROJECTS = 3
FEWEST_MEMBERS, MOST_MEMBERS = 2, 7
LONGEST_PROJECT = timedelta(days=90)


def connects(engagement: Engagement, handoff: Handoff) -> bool:
    """Whether a handoff names two different departments (HND-01)."""
    giver, taker = handoff.from_department_id, handoff.to_department_id
    return giver != taker and all(engagement.department(name) for name in (giver, taker))


def has_people(engagement: Engagement, handoff: Handoff) -> bool:
    """Whether an active person stands on both sides (HND-03)."""
    people = (engagement.person(handoff.from_person_id), engagement.person(handoff.to_person_id))
    return all(person is not None and person.active for person in people)


def missing_parts(handoff: Handoff) -> tuple[str, ...]:
    """What a handoff lacks, as message ids that follow “no” (HND-02)."""
    lacks = (
        (N_("event that starts it"), is_blank(handoff.trigger)),
        (N_("package contents"), all(is_blank(item) for item in handoff.package)),
        (N_("acceptance criterion"), is_blank(handoff.acceptance)),
        (N_("hours to respond"), handoff.response_hours is None or handoff.response_hours <= 0),
    )
    return tuple(name for name, is_missing in lacks if is_missing)


@frozen(slots=True)
class Stage:
    """Where the client is: a department and what it does or waits for."""

    department_id: str
    title: str


@frozen(slots=True)
class Crossing:
    """The client changes hands between stage ``number`` and the next; no handoff = nobody has described it.

    ``hours``: working hours the receiver has to answer. ``is_longest``: the client waits longest here.
    """

    number: int
    handoff_id: str | None
    hours: Decimal | None
    is_longest: bool


@frozen(slots=True)
class ClientWay:
    """Stages in order; a crossing lies between each stage and the next."""

    stages: tuple[Stage, ...]
    crossings: tuple[Crossing, ...]


def client_way(engagement: Engagement) -> ClientWay:
    """The client's way as one line through the departments.

    Handoffs follow the order of their activities, group by group; from each department the way goes on with the next
    handoff that this department gives. Where none is left, a crossing without a handoff leads to the next one.
    """
    return engagement.derive(_client_way)


def _client_way(engagement: Engagement) -> ClientWay:
    stages: list[Stage] = []
    taken: list[Handoff | None] = []
    for handoff in _chained(_by_activity(engagement)):
        giver, taker = handoff.from_department_id or "", handoff.to_department_id or ""
        if stages and stages[-1].department_id != giver:
            taken.append(None)
        if not stages or stages[-1].department_id != giver:
            stages.append(Stage(giver, handoff.trigger or handoff.title))
        activity = engagement.activity(handoff.activity_id)
        stages.append(Stage(taker, activity.title if activity else handoff.title))
        taken.append(handoff)
    longest = max((handoff.response_hours or Decimal(0) for handoff in taken if handoff), default=Decimal(0))
    return ClientWay(tuple(stages), tuple(_crossing(number, held, longest) for number, held in enumerate(taken)))


def _crossing(number: int, handoff: Handoff | None, longest: Decimal) -> Crossing:
    if handoff is None:
        return Crossing(number, None, None, False)
    hours = handoff.response_hours
    return Crossing(number, handoff.id, hours, hours is not None and hours == longest > 0)


def _by_activity(engagement: Engagement) -> list[Handoff]:
    groups: dict[str | None, int] = {}
    places: dict[str | None, tuple[int, int]] = {}
    for place, activity in enumerate(engagement.activities):
        places[activity.id] = (groups.setdefault(activity.group, len(groups)), place)
    last = (len(groups), len(places))
    able = [handoff for handoff in engagement.handoffs if connects(engagement, handoff)]
    return sorted(able, key=lambda handoff: places.get(handoff.activity_id, last))


def _chained(handoffs: list[Handoff]) -> Iterator[Handoff]:
    waiting, here = list(handoffs), None
    while waiting:
        following = next((handoff for handoff in waiting if handoff.from_department_id == here), waiting[0])
        waiting.remove(following)
        here = following.to_department_id
        yield following


@frozen(slots=True)
class SuggestedHandoff:
    """A handoff that a decision asks for: from whoever lets go to whoever owns; ``title`` is the activity's."""

    activity_id: str
    title: str
    from_department_id: str
    to_department_id: str
    because: DecisionType


def joint_without_handoff(engagement: Engagement) -> tuple[Decision, ...]:
    """The decisions to do something jointly that no handoff belongs to (HND-04)."""
    described = {handoff.activity_id for handoff in engagement.handoffs}
    return tuple(
        decision
        for activity_id, decision in current_decisions(engagement).items()
        if decision.type is DecisionType.JOINT and not is_deferred(decision) and activity_id not in described
    )


def suggested_handoffs(engagement: Engagement) -> tuple[SuggestedHandoff, ...]:
    """What decisions still need a handoff: joint ones first, then assignments that take work from a department.

    In the order of the agenda (METHOD C.4) within each.
    """
    described = {handoff.activity_id for handoff in engagement.handoffs}
    found = findings(engagement)
    open_ones = [
        (decision, found[activity_id])
        for activity_id, decision in current_decisions(engagement).items()
        if activity_id in found and activity_id not in described
    ]
    needing = [(decision, finding) for decision, finding in open_ones if effect_of(decision, finding).needs_handoff]
    needing.sort(key=lambda pair: (pair[0].type is not DecisionType.JOINT, -pair[1].priority))
    return tuple(
        SuggestedHandoff(finding.activity_id, _title(engagement, finding), giver, taker, decision.type)
        for decision, finding in needing
        for giver, taker in _hands(engagement, decision, finding)
    )


def _hands(engagement: Engagement, decision: Decision, finding: Finding) -> Iterator[tuple[str, str]]:
    """Who gives to whom: everybody who lets go to the owner; without an owner the first performer to the others."""
    performing = finding.performing if len(finding.performing) > 1 else ()
    parties = performing or tuple(department.id for department in engagement.departments)
    if decision.type is DecisionType.ASSIGN:
        parties = tuple(effect_of(decision, finding).hands_over)
    owner = decision.owner_department_id
    if owner:
        yield from ((giver, owner) for giver in parties if giver != owner)
    else:
        yield from ((parties[0], taker) for taker in parties[1:])


def _title(engagement: Engagement, finding: Finding) -> str:
    activity = engagement.activity(finding.activity_id)
    return activity.title if activity else ""


def team_departments(engagement: Engagement, project: Project) -> tuple[str, ...]:
    """The departments of the team's active members; fewer than two = not cross-departmental (PRJ-02)."""
    return departments_of(engagement, project.team, active=True)


def missing_of(engagement: Engagement, project: Project) -> tuple[str, ...]:
    """What a project lacks, as message ids that follow “lacks” (PRJ-03). A standing team has no end."""
    has_leader = project.leader_id or engagement.unresolved(Project.table, project.id, "leader_id")
    lacks = (
        (N_("a leader"), not has_leader),
        (N_("an end date"), project.kind is ProjectKind.PROJECT and project.end is None),
        (N_("a measure"), is_blank(project.result_metric)),
        (N_("a target number"), project.result_target is None),
    )
    return tuple(name for name, is_missing in lacks if is_missing)


def team_size(engagement: Engagement, project: Project) -> int:
    """How many people the team names, unknown ones too (PRJ-04)."""
    return len(project.team) + len(engagement.unresolved(Project.table, project.id, "team"))


def has_sound_size(engagement: Engagement, project: Project) -> bool:
    """Whether the team has 2 to 7 people."""
    return FEWEST_MEMBERS <= team_size(engagement, project) <= MOST_MEMBERS


def is_too_long(project: Project) -> bool:
    """Whether a project takes more than 90 days: better cut into stages."""
    return project.start is not None and project.end is not None and project.end - project.start > LONGEST_PROJECT


@frozen(slots=True)
class Progress:
    """Stages of a project: done, and all that were not cancelled."""

    done: int
    stages: int


def progress(engagement: Engagement, project: Project) -> Progress:
    """How many of a project's stages are done."""
    stages = [stage for stage in engagement.project_stages if stage.project_id == project.id]
    kept = [stage for stage in stages if stage.status is not StageStatus.CANCELLED]
    return Progress(sum(1 for stage in kept if stage.status is StageStatus.DONE), len(kept))
