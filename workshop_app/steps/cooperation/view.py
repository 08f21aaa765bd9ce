"""What cooperation shows: the client's way, handoffs, those that decisions ask for, projects, teams (METHOD S6)."""

from __future__ import annotations

from workshop_app.domain import cooperation as rules
from workshop_app.domain.cooperation import ClientWay, Progress, SuggestedHandoff
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department, Handoff, Person, Project, ProjectKind, ProjectStage
from workshop_app.steps.step import ViewContext


@frozen
class Side:
    """Who gives or receives: the department with its place in the order, the person."""

    department: Department | None
    place: int
    person: Person | None


@frozen
class HandoffLine:
    """A handoff, or one that a decision asks for (``suggested``, then ``handoff`` is empty).

    ``missing`` follows “no” (HND-02). ``two_sides``: two different departments (HND-01); ``named``: an active person
    on both sides (HND-03). ``longest``: the client waits longest here. ``accepted``: both departments agreed.
    """

    id: str
    handoff: Handoff
    giver: Side
    taker: Side
    activity: str
    missing: tuple[str, ...] = ()
    two_sides: bool = True
    named: bool = True
    longest: bool = False
    accepted: bool = False
    suggested: SuggestedHandoff | None = None


@frozen
class ProjectCard:
    """A project or standing team. ``missing`` follows “lacks”; ``too_long``: more than 90 days."""

    id: str
    project: Project
    leader: Person | None
    sponsor: Person | None
    stages: tuple[ProjectStage, ...]
    progress: Progress
    missing: tuple[str, ...]
    departments: int
    team_size: int
    too_long: bool

    @property
    def cross_departmental(self) -> bool:
        """Whether active people of two departments are in the team (PRJ-02)."""
        return self.departments >= 2

    @property
    def sound_size(self) -> bool:
        """Whether the team has 2 to 7 people (PRJ-04)."""
        return rules.FEWEST_MEMBERS <= self.team_size <= rules.MOST_MEMBERS


@frozen
class CooperationView:
    """The whole step."""

    departments: tuple[Department, ...]
    way: ClientWay
    handoffs: tuple[HandoffLine, ...]
    suggested: tuple[HandoffLine, ...]
    projects: tuple[ProjectCard, ...]

    @property
    def running(self) -> int:
        """How many projects with an end there are; more than three at once are too many."""
        return sum(card.project.kind is ProjectKind.PROJECT for card in self.projects)

    @property
    def longest(self) -> HandoffLine | None:
        """The handoff at which the client waits longest."""
        return next((line for line in self.handoffs if line.longest), None)


def cooperation_view(engagement: Engagement, context: ViewContext) -> CooperationView:
    """The step as it stands."""
    return engagement.derive(_view)


def _view(engagement: Engagement) -> CooperationView:
    way = rules.client_way(engagement)
    longest = {crossing.handoff_id for crossing in way.crossings if crossing.is_longest}
    return CooperationView(
        departments=engagement.departments,
        way=way,
        handoffs=tuple(_line(engagement, handoff, longest) for handoff in engagement.handoffs),
        suggested=tuple(_suggestion(engagement, found) for found in rules.suggested_handoffs(engagement)),
        projects=tuple(_card(engagement, project) for project in engagement.projects),
    )


def _side(engagement: Engagement, department_id: str | None, person_id: str | None) -> Side:
    places = [department.id for department in engagement.departments]
    place = places.index(department_id) if department_id in places else 0
    return Side(engagement.department(department_id), place, engagement.person(person_id))


def _line(engagement: Engagement, handoff: Handoff, longest: set[str | None]) -> HandoffLine:
    activity = engagement.activity(handoff.activity_id)
    sides = {handoff.from_department_id, handoff.to_department_id}
    return HandoffLine(
        id=handoff.id,
        handoff=handoff,
        giver=_side(engagement, handoff.from_department_id, handoff.from_person_id),
        taker=_side(engagement, handoff.to_department_id, handoff.to_person_id),
        activity=activity.title if activity else "",
        missing=rules.missing_parts(handoff),
        two_sides=rules.connects(engagement, handoff),
        named=rules.has_people(engagement, handoff),
        longest=handoff.id in longest,
        accepted=len(sides) == 2 and sides <= set(handoff.accepted_by),
    )


def _suggestion(engagement: Engagement, found: SuggestedHandoff) -> HandoffLine:
    row_id = f"?{found.activity_id}/{found.from_department_id}/{found.to_department_id}"
    return HandoffLine(
        id=row_id,
        handoff=Handoff(id=row_id, title=found.title),
        giver=_side(engagement, found.from_department_id, None),
        taker=_side(engagement, found.to_department_id, None),
        activity=found.title,
        suggested=found,
    )


def _card(engagement: Engagement, project: Project) -> ProjectCard:
    return ProjectCard(
        id=project.id,
        project=project,
        leader=engagement.person(project.leader_id),
        sponsor=engagement.person(project.sponsor_id),
        stages=tuple(stage for stage in engagement.project_stages if stage.project_id == project.id),
        progress=rules.progress(engagement, project),
        missing=rules.missing_of(engagement, project),
        departments=len(rules.team_departments(engagement, project)),
        team_size=rules.team_size(engagement, project),
        too_long=rules.is_too_long(project),
    )
