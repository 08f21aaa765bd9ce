"""What training shows: who can do what, what hangs on one person, who teaches whom, the plan (METHOD S7)."""

from __future__ import annotations

from datetime import date

from workshop_app.domain import training as rules
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import staff_of
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, Person, Skill, SkillLevel, Training, TrainingKind, TrainingStatus
from workshop_app.domain.places import places_of
from workshop_app.domain.text_key import norm_text
from workshop_app.domain.training import Pair, TrainingSuggestion
from workshop_app.steps.step import ViewContext

KIND_ORDER = (TrainingKind.CROSS_DEPARTMENT, TrainingKind.COMMUNICATION, TrainingKind.SKILL)


@frozen
class StaffColumn:
    """A column of the matrix: a person; ``begins``: the first one of the department at ``place``."""

    person: Person
    department: Department
    place: int
    begins: bool


@frozen
class SkillRow:
    """A skill with the levels of active people by id. ``able``: those who do it alone (level 3 and 4)."""

    id: str
    skill: Skill
    levels: tuple[tuple[str, SkillLevel], ...]
    able: tuple[Person, ...]
    single: bool
    uncovered: bool

    def level(self, person_id: str) -> SkillLevel | None:
        """A person's level, or None."""
        return dict(self.levels).get(person_id)

    @property
    def at_risk(self) -> bool:
        """Whether a critical skill hangs on one person or on nobody."""
        return self.single or self.uncovered


@frozen
class PairCard:
    """Who teaches a skill to whom; ``training``: the item of the plan it has become, None = only suggested."""

    id: str
    skill: Skill
    pair: Pair | None
    training: Training | None


@frozen
class TrainingLine:
    """An item of the plan, or one that facts ask for (``because``, then ``training`` is not stored).

    ``learners``: departments of the audience; ``unchecked``: the date has passed and nobody has said how to check it.
    """

    id: str
    training: Training
    host: Department | None
    host_place: int
    learners: tuple[tuple[Department, int], ...]
    unchecked: bool = False
    because: Message | None = None
    suggestion: TrainingSuggestion | None = None


@frozen
class TrainingView:
    """The whole step."""

    departments: tuple[Department, ...]
    staff: tuple[StaffColumn, ...]
    skills: tuple[SkillRow, ...]
    pairs: tuple[PairCard, ...]
    plan: tuple[TrainingLine, ...]
    suggested: tuple[TrainingLine, ...]
    key_activities: tuple[str, ...]
    as_of: date

    @property
    def risks(self) -> int:
        """How many critical skills hang on one person or on nobody."""
        return sum(row.at_risk for row in self.skills)

    @property
    def critical(self) -> int:
        """How many skills are critical."""
        return sum(row.skill.critical for row in self.skills)


def training_view(engagement: Engagement, context: ViewContext) -> TrainingView:
    """The step as it stands."""
    known = {norm_text(skill.title) for skill in engagement.skills}
    lines = [_line(engagement, item, context.as_of) for item in engagement.training]
    return TrainingView(
        departments=engagement.departments,
        staff=staff(engagement),
        skills=engagement.derive(_skills),
        pairs=engagement.derive(_pairs),
        plan=tuple(sorted(lines, key=lambda line: KIND_ORDER.index(line.training.kind))),
        suggested=suggested_lines(engagement),
        key_activities=tuple(a.title for a in engagement.activities if a.key and norm_text(a.title) not in known),
        as_of=context.as_of,
    )


def staff(engagement: Engagement) -> tuple[StaffColumn, ...]:
    """Active people, department by department."""
    found: list[StaffColumn] = []
    for place, department in enumerate(engagement.departments):
        people = enumerate(staff_of(engagement, department.id))
        found += [StaffColumn(person, department, place, at == 0) for at, person in people]
    return tuple(found)


def _skills(engagement: Engagement) -> tuple[SkillRow, ...]:
    rows = []
    for skill_id, found in rules.coverage(engagement).items():
        able = tuple(person for name in found.able if (person := engagement.person(name)))
        levels = tuple(found.levels.items())
        rows.append(SkillRow(skill_id, found.skill, levels, able, found.is_single_point, found.is_uncovered))
    return tuple(rows)


def _pairs(engagement: Engagement) -> tuple[PairCard, ...]:
    """Suggested pairs, then the items of the plan that name a skill of the list."""
    suggested = [
        PairCard(f"?{pair.skill_id}", engagement.named(Skill, pair.skill_id), pair, None)
        for pair in rules.suggested_pairs(engagement)
    ]
    planned = []
    for item in rules.live_training(engagement):
        title = norm_text(item.title)
        skill = next((s for s in engagement.skills if norm_text(s.title) and norm_text(s.title) in title), None)
        if skill is not None and item.status is TrainingStatus.PLANNED:
            planned.append(PairCard(item.id, skill, None, item))
    return (*suggested, *planned)


def _line(engagement: Engagement, item: Training, as_of: date) -> TrainingLine:
    places = places_of(engagement.departments)
    host = engagement.department(item.host_department_id)
    homes = {person.department_id for name in item.audience if (person := engagement.person(name))}
    past = item.date is not None and item.date < as_of and item.status is not TrainingStatus.CANCELLED
    return TrainingLine(
        id=item.id,
        training=item,
        host=host,
        host_place=places.get(host.id, 0) if host else 0,
        learners=tuple((d, places[d.id]) for d in engagement.departments if d.id in homes),
        unchecked=past and not (item.evaluation or "").strip(),
    )


def suggested_lines(engagement: Engagement) -> tuple[TrainingLine, ...]:
    """What facts ask for and the plan does not have."""
    return engagement.derive(_suggested)


def _suggested(engagement: Engagement) -> tuple[TrainingLine, ...]:
    lines = []
    for number, found in enumerate(rules.suggestions(engagement)):
        item = Training(
            id=f"?{number}",
            kind=found.kind,
            host_department_id=_host(engagement, found),
            audience=found.audience or _audience(engagement, found.department_id),
        )
        line = _line(engagement, item, date.min)
        lines.append(
            TrainingLine(line.id, item, line.host, line.host_place, line.learners, False, found.because, found)
        )
    return tuple(lines)


def _host(engagement: Engagement, found: TrainingSuggestion) -> str | None:
    """The other department where there is only one other."""
    others = [department.id for department in engagement.departments if department.id != found.department_id]
    return others[0] if found.department_id and len(others) == 1 else None


def _audience(engagement: Engagement, department_id: str | None) -> tuple[str, ...]:
    """The department's active people, heads too; everybody's where none is named."""
    return tuple(c.person.id for c in staff(engagement) if department_id in (None, c.department.id))
