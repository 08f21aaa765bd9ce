"""What the action plan shows: actions, follow-ups, signatures, what it takes (METHOD S11)."""

from __future__ import annotations

from datetime import date

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Action, ActionStatus, Department, FollowUp, Goal, Note, Person
from workshop_app.domain.plan import Effort, days_overdue, effort, misfits
from workshop_app.domain.time_strip import near
from workshop_app.steps.step import ViewContext


@frozen
class ActionLine:
    """An action with names instead of ids. ``overdue`` in days; ``misfit`` = a dependency does not fit (ACT-11)."""

    id: str
    action: Action
    owner: str
    co_owner: str
    department: Department | None
    goal: Goal | None
    depends_on: tuple[str, ...]
    overdue: int
    misfit: bool

    @property
    def faulty(self) -> bool:
        """Whether owner, date or dependency must be mended."""
        return not self.owner or self.action.due is None or self.misfit


@frozen
class Signature:
    """A participant and the day of the signature."""

    id: str
    person: Person
    signed_on: date | None


@frozen
class PlanView:
    """The whole step. The Gantt strip runs from ``starts`` to ``ends``."""

    actions: tuple[ActionLine, ...]
    followups: tuple[FollowUp, ...]
    signatures: tuple[Signature, ...]
    parking: tuple[Note, ...]
    effort: Effort
    session_date: date | None
    as_of: date
    starts: date | None
    ends: date | None


def plan_view(engagement: Engagement, context: ViewContext) -> PlanView:
    """The plan as it stands, actions in their own order."""
    lines = tuple(_line(engagement, action, context.as_of) for action in engagement.actions)
    due = [line.action.due for line in lines if line.action.due]
    due += [followup.date for followup in engagement.followups if followup.date]
    session = engagement.session.date
    signed = {row.person_id: row.signed_on for row in engagement.sign_offs}
    room = [p for p in engagement.people if p.id in engagement.session.participants]
    return PlanView(
        actions=lines,
        followups=tuple(sorted(engagement.followups, key=lambda followup: followup.day)),
        signatures=tuple(Signature(person.id, person, signed.get(person.id)) for person in room),
        parking=tuple(note for note in engagement.notes if not note.resolved),
        effort=effort(engagement),
        session_date=session,
        as_of=context.as_of,
        starts=near(session or min(due), context.as_of) if session or due else None,
        ends=near(max(due), context.as_of) if due else None,
    )


def _line(engagement: Engagement, action: Action, as_of: date) -> ActionLine:
    owner, co_owner = engagement.person(action.owner_id), engagement.person(action.co_owner_id)
    return ActionLine(
        id=action.id,
        action=action,
        owner=owner.name if owner else "",
        co_owner=co_owner.name if co_owner else "",
        department=engagement.department(owner.department_id) if owner else None,
        goal=engagement.get(Goal, action.goal_id),
        depends_on=tuple(other.title for other in engagement.actions if other.id in action.depends_on),
        overdue=days_overdue(action, as_of),
        misfit=action.id in misfits(engagement),
    )


def grouped(view: PlanView, by: str) -> tuple[tuple[str, tuple[ActionLine, ...]], ...]:
    """The actions by ``person``, ``date`` (month) or ``department``, each group with its key; cancelled ones last."""
    groups: dict[str, list[ActionLine]] = {}
    for line in view.actions:
        groups.setdefault(_group_key(line, by), []).append(line)
    return tuple((key, tuple(lines)) for key, lines in sorted(groups.items(), key=lambda item: _group_order(item[0])))


def _group_key(line: ActionLine, by: str) -> str:
    if line.action.status is ActionStatus.CANCELLED:
        return "~cancelled"
    if by == "person":
        return line.owner
    if by == "department":
        return line.department.name if line.department else ""
    return line.action.due.strftime("%Y-%m") if line.action.due else ""


def _group_order(key: str) -> tuple[int, str]:
    """Those without a name or date after the others, cancelled ones at the end."""
    return (2 if key.startswith("~") else 0 if key else 1, key)
