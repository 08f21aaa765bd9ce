"""What skills and training say in words."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import TrainingStatus
from workshop_app.domain.short_names import surname
from workshop_app.domain.training import LEVELS
from workshop_app.i18n import Words
from workshop_app.steps.training.view import PairCard, SkillRow, StaffColumn

STATUSES = {
    TrainingStatus.PLANNED: N_("in the plan"),
    TrainingStatus.DONE: N_("took place"),
    TrainingStatus.CANCELLED: N_("cancelled"),
}
"""What each state of a training item is called, as a message id."""


def who_can(row: SkillRow, words: Words) -> tuple[str, str]:
    """«один человек», «12 человек» and the colour token."""
    if row.uncovered:
        return words("nobody"), "err"
    if row.single:
        return words("one person"), "warn"
    count = len(row.able)
    return (words.plural("{n} person", "{n} people", count) if count else words("nobody yet")), "text2"


def cell_words(row: SkillRow, column: StaffColumn, words: Words) -> str:
    """The whole cell for tooltip and screen reader."""
    level = row.level(column.person.id)
    said = words(LEVELS[level.level]) if level else words("not assessed")
    number = f"{level.level}, " if level else ""
    confirmed = f", {words('confirmed') if level.confirmed else words('not confirmed')}" if level else ""
    return f"{column.person.name}. {row.skill.title}: {number}{said}{confirmed}"


def risk_note(risks: int, words: Words) -> str:
    """How many critical skills hang on one person or on nobody; empty without risks."""
    if not risks:
        return ""
    return words.plural("{n} critical skill at risk", "{n} critical skills at risk", risks)


def pair_title(card: PairCard, teacher: str, learner: str, words: Words) -> str:
    """What the training of a pair is called; the skill's words stand in it, so that it is known again."""
    return words(
        "{skill}: {teacher} teaches {learner}",
        skill=card.skill.title,
        teacher=surname(teacher),
        learner=surname(learner),
    )
