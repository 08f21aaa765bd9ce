"""Skills and training: what hangs on one person, who can teach whom, what to plan (METHOD S7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain import pulse
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import MUCH_UNKNOWN, unknown_shares
from workshop_app.domain.frozen import frozen
from workshop_app.domain.membership import departments_of, staff
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Person, Skill, SkillLevel, Training, TrainingKind, TrainingStatus
from workshop_app.domain.performers import hours_by_person
from workshop_app.domain.raci import live_rows
from workshop_app.domain.rounding import half_up
from workshop_app.domain.text_key import norm_text

ABLE = 3
"""From this level on a person does the work alone and can teach."""

LEVELS = MappingProxyType(
    {
        0: N_("does not know"),
        1: N_("knows what it is about"),
        2: N_("with help"),
        3: N_("without help"),
        4: N_("can teach"),
    }
)
"""What each level of a skill means, as a message id."""

KINDS = MappingProxyType(
    {
        TrainingKind.CROSS_DEPARTMENT: N_("How the neighbours work"),
        TrainingKind.COMMUNICATION: N_("Interpersonal communication"),
        TrainingKind.SKILL: N_("Skill"),
    }
)
"""What each kind of training is called, as a message id."""

UNDERSTANDING_QUESTION, BLAME_QUESTION, RECOMMENDATION = "Q3", "Q6", 3
WEAK_SHARE = Fraction(50)


@frozen(slots=True)
class SkillCoverage:
    """Who masters a skill. ``levels``: by active person; ``able``: level 3 or 4, in the order of the people."""

    skill: Skill
    levels: Mapping[str, SkillLevel]
    able: tuple[str, ...]

    @property
    def is_single_point(self) -> bool:
        """Whether a critical skill hangs on one person."""
        return self.skill.critical and len(self.able) == 1

    @property
    def is_uncovered(self) -> bool:
        """Whether nobody masters a critical skill."""
        return self.skill.critical and not self.able


def coverage(engagement: Engagement) -> Mapping[str, SkillCoverage]:
    """The coverage of every skill by its id, in order; only active people of participating departments count."""
    return engagement.derive(_coverage)


def _coverage(engagement: Engagement) -> dict[str, SkillCoverage]:
    people = [person.id for person in staff(engagement)]
    levels = {(level.skill_id, level.person_id): level for level in engagement.skill_levels}
    result: dict[str, SkillCoverage] = {}
    for skill in engagement.skills:
        held = {name: levels[skill.id, name] for name in people if (skill.id, name) in levels}
        able = tuple(name for name, level in held.items() if level.level >= ABLE)
        result[skill.id] = SkillCoverage(skill, held, able)
    return result


@frozen(slots=True)
class Pair:
    """Who teaches a skill to whom."""

    skill_id: str
    teacher_id: str
    learner_id: str


def suggested_pairs(engagement: Engagement) -> tuple[Pair, ...]:
    """A pair for each critical skill that hangs on one person and that no training names yet.

    The teacher has the highest level; the learner comes from another department, first those who have begun
    (level 1–2), then the one with the fewest hours of today.
    """
    planned = [norm_text(item.title) for item in live_training(engagement)]
    pairs: list[Pair] = []
    for found in coverage(engagement).values():
        key = norm_text(found.skill.title)
        if found.is_single_point and not any(key and key in title for title in planned):
            teacher = found.able[0]
            learner = _learner(engagement, found, teacher)
            if learner is not None:
                pairs.append(Pair(found.skill.id, teacher, learner.id))
    return tuple(pairs)


def _learner(engagement: Engagement, found: SkillCoverage, teacher_id: str) -> Person | None:
    teacher = engagement.named(Person, teacher_id)
    hours = hours_by_person(engagement)

    def order(person: Person) -> tuple[bool, Fraction]:
        level = found.levels.get(person.id)
        has_begun = level is not None and level.level > 0
        share = Fraction(person.employment) or Fraction(1)
        return not has_begun, Fraction(hours.get(person.id, Decimal(0))) / share

    others = [person for person in staff(engagement) if person.department_id != teacher.department_id]
    return min(others, key=order, default=None)


def live_training(engagement: Engagement) -> tuple[Training, ...]:
    """The training items that were not cancelled."""
    return tuple(item for item in engagement.training if item.status is not TrainingStatus.CANCELLED)


def without_visit(engagement: Engagement) -> tuple[str, ...]:
    """The departments of which nobody learns how the neighbours work (TRN-01)."""
    visits = [item for item in live_training(engagement) if item.kind is TrainingKind.CROSS_DEPARTMENT]
    visiting = departments_of(engagement, [name for item in visits for name in item.audience])
    return tuple(department.id for department in engagement.departments if department.id not in visiting)


def has_communication(engagement: Engagement) -> bool:
    """Whether a practice in interpersonal communication is planned or done (TRN-02)."""
    return any(item.kind is TrainingKind.COMMUNICATION for item in live_training(engagement))


@frozen(slots=True)
class TrainingSuggestion:
    """A training that facts ask for. ``department_id``: who learns, None = everybody; ``audience``: people by name."""

    kind: TrainingKind
    because: Message
    department_id: str | None = None
    audience: tuple[str, ...] = ()
    activity_id: str | None = None


def suggestions(engagement: Engagement) -> tuple[TrainingSuggestion, ...]:
    """What the audit, the survey and the new roles ask for and the training plan does not have yet."""
    return (*_visits(engagement), *_communication(engagement), *_new_work(engagement))


def _visits(engagement: Engagement) -> Iterator[TrainingSuggestion]:
    shares = unknown_shares(engagement)
    understood = _favourable(engagement, UNDERSTANDING_QUESTION)
    for department_id in without_visit(engagement):
        share = shares.get(department_id, Fraction(0))
        if share > MUCH_UNKNOWN:
            because = Message(N_("does not know the answer for {n} % of activities"), {"n": half_up(share)})
        elif understood is not None and understood < WEAK_SHARE:
            text = N_("only {n} % of all understand how the other department works")
            because = Message(text, {"n": half_up(understood)})
        else:
            because = Message(N_("nobody has seen yet how the neighbours work"))
        yield TrainingSuggestion(TrainingKind.CROSS_DEPARTMENT, because, department_id)


def _communication(engagement: Engagement) -> Iterator[TrainingSuggestion]:
    if has_communication(engagement):
        return
    share = _favourable(engagement, BLAME_QUESTION)
    because = Message(N_("no practice in talking about friction yet"))
    if share is not None and share < WEAK_SHARE:
        because = Message(N_("only {n} % see us look for a solution, not for someone to blame"), {"n": half_up(share)})
    yield TrainingSuggestion(TrainingKind.COMMUNICATION, because)


def _favourable(engagement: Engagement, code: str) -> Fraction | None:
    """The company's favourable share in the latest wave, in %; None where that question asks for something else."""
    waves = pulse.waves(engagement)
    if not waves or (waves[-1].survey_id, code) not in _about_training(engagement):
        return None
    figures = waves[-1].company.get(code)
    return figures.favourable if figures else None


def _about_training(engagement: Engagement) -> set[tuple[str, str]]:
    questions = engagement.survey_questions
    return {(question.survey_id, question.code) for question in questions if question.recommendation == RECOMMENDATION}


def _new_work(engagement: Engagement) -> Iterator[TrainingSuggestion]:
    """Who is to do in the matrix what no function line of theirs names."""
    known = {(line.person_id, line.activity_id) for line in engagement.functions}
    trained = {name for item in live_training(engagement) if item.kind is TrainingKind.SKILL for name in item.audience}
    for row in live_rows(engagement):
        new = tuple(name for name in row.holders("R") if (name, row.activity_id) not in known and name not in trained)
        activity = engagement.activity(row.activity_id)
        if new and activity is not None:
            because = Message(N_("new for them: {activity}"), {"activity": activity.title})
            yield TrainingSuggestion(TrainingKind.SKILL, because, audience=new, activity_id=activity.id)
