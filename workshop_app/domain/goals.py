"""Common goals: what software can check of SMART (METHOD C.9, rules GOAL-02 … GOAL-14 that speak of one goal)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date as Date
from datetime import timedelta
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Direction, Goal, UnitKind
from workshop_app.domain.references import department_label
from workshop_app.domain.rounding import half_up
from workshop_app.domain.wording import begins_with_stop_verb, has_digit, is_blank, words_of

NEAREST = timedelta(days=30)
FARTHEST = timedelta(days=365)
FEWEST_WORDS = 4
CONFIDENT = 3
REALISTIC_JUMP = Fraction(1, 2)
_MONEY_SIGNS = ("₽", "$", "€", "£", "руб", "rub", "eur", "usd", "gbp")


class Letter(StrEnum):
    """The five letters of SMART."""

    S = "S"
    M = "M"
    A = "A"
    R = "R"
    T = "T"


LETTERS = MappingProxyType(
    {
        Letter.S: N_("Specific"),
        Letter.M: N_("Measurable"),
        Letter.A: N_("Achievable"),
        Letter.R: N_("Relevant to every department"),
        Letter.T: N_("Time-bound"),
    }
)
"""What each letter stands for, as a message id."""


@frozen(slots=True)
class Weakness:
    """A reason why a letter of a goal fails, short enough for a card.

    ``number`` and ``detail`` are those of the check with the same ``rule``.
    """

    rule: str
    letter: Letter
    reason: Message
    number: int | None = None
    detail: str | Message | Fraction | None = None


@frozen(slots=True)
class GoalFacts:
    """A goal with what the rules need to know around it. ``missing``: departments that give nothing, as called."""

    goal: Goal
    has_owner: bool
    session: Date | None
    missing: tuple[str, ...]
    has_action: bool


Found = Iterator[tuple[Message, int | None, str | Message | Fraction | None]]


def _said(
    text: str, number: int | None = None, detail: str | Message | Fraction | None = None, **params: object
) -> Found:
    yield Message(text, params), number, detail


def _no_numbers(facts: GoalFacts) -> Found:
    goal = facts.goal
    if goal.baseline is None or goal.target is None:
        yield from _said(N_("no number for from and to"))
    elif is_blank(goal.unit):
        yield from _said(N_("no unit"))


def _no_owner(facts: GoalFacts) -> Found:
    if not facts.has_owner:
        yield from _said(N_("nobody owns it"))


def _no_deadline(facts: GoalFacts) -> Found:
    deadline = facts.goal.deadline
    if deadline is None:
        yield from _said(N_("no deadline"))
    elif facts.session is not None and deadline <= facts.session:
        yield from _said(N_("the deadline is not after the session"))


def _odd_deadline(facts: GoalFacts) -> Found:
    deadline, session = facts.goal.deadline, facts.session
    if deadline is None or session is None or deadline <= session:
        return
    if deadline < session + NEAREST:
        yield from _said(N_("the deadline is closer than a month"))
    elif deadline > session + FARTHEST:
        yield from _said(N_("the deadline is more than a year away"))


def _no_contribution(facts: GoalFacts) -> Found:
    for name in facts.missing:
        yield from _said(N_("no contribution of {department}"), detail=name, department=name)


def _wrong_way(facts: GoalFacts) -> Found:
    goal = facts.goal
    if goal.baseline is None or goal.target is None:
        return
    wrong = goal.target < goal.baseline if goal.direction is Direction.UP else goal.target > goal.baseline
    if wrong or goal.target == goal.baseline:
        yield from _said(N_("direction and numbers disagree"))


def _too_general(facts: GoalFacts) -> Found:
    title = facts.goal.title
    if len(words_of(title)) < FEWEST_WORDS:
        yield from _said(N_("too short: what changes, for whom, by how much, by when"))
    elif begins_with_stop_verb(title) and not has_digit(title):
        yield from _said(N_("“{verb}” without a number is a wish"), verb=words_of(title)[0])


def _no_action(facts: GoalFacts) -> Found:
    if not facts.has_action:
        yield from _said(N_("no action serves it"))


def _no_indicator(facts: GoalFacts) -> Found:
    if facts.goal.indicator_id is None:
        yield from _said(N_("no indicator"))


def _little_confidence(facts: GoalFacts) -> Found:
    votes = facts.goal.confidence
    if not votes:
        yield from _said(N_("no confidence vote yet"), detail=Message(N_("no votes")))
    elif (mean := Fraction(sum(votes), len(votes))) < CONFIDENT:
        shown = Fraction(half_up(mean, 2))
        yield from _said(N_("confidence {mean} of 5"), detail=shown, mean=shown)


def _big_jump(facts: GoalFacts) -> Found:
    goal = facts.goal
    if not goal.baseline or goal.target is None or unit_kind_of(goal) not in {UnitKind.PERCENT, UnitKind.MONEY}:
        return
    jump = abs(Fraction(goal.target) - Fraction(goal.baseline)) / abs(Fraction(goal.baseline))
    if jump > REALISTIC_JUMP:
        percent = int(half_up(jump * 100))
        yield from _said(N_("a jump of {percent} %"), percent, percent=percent)


def unit_kind_of(goal: Goal) -> UnitKind | None:
    """What the unit measures: as chosen, else per cent or money where its sign says so."""
    unit = (goal.unit or "").casefold()
    if goal.unit_kind is None and "%" in unit:
        return UnitKind.PERCENT
    if goal.unit_kind is None and any(sign in unit for sign in _MONEY_SIGNS):
        return UnitKind.MONEY
    return goal.unit_kind


def _no_source(facts: GoalFacts) -> Found:
    if is_blank(facts.goal.source):
        yield from _said(N_("no data source"))


_RULES: tuple[tuple[str, Letter, Callable[[GoalFacts], Found]], ...] = (
    ("GOAL-08", Letter.S, _too_general),
    ("GOAL-03", Letter.S, _no_owner),
    ("GOAL-02", Letter.M, _no_numbers),
    ("GOAL-07", Letter.M, _wrong_way),
    ("GOAL-14", Letter.M, _no_source),
    ("GOAL-10", Letter.M, _no_indicator),
    ("GOAL-12", Letter.A, _little_confidence),
    ("GOAL-13", Letter.A, _big_jump),
    ("GOAL-06", Letter.R, _no_contribution),
    ("GOAL-09", Letter.R, _no_action),
    ("GOAL-04", Letter.T, _no_deadline),
    ("GOAL-05", Letter.T, _odd_deadline),
)


@frozen(slots=True)
class Smart:
    """The five letters of one goal; ``weaknesses`` in the order S, M, A, R, T."""

    goal_id: str
    weaknesses: tuple[Weakness, ...]

    @property
    def is_complete(self) -> bool:
        """SMART-complete: no GOAL error and no warning but a big jump, which is only said aloud (METHOD C.9)."""
        return all(weakness.rule == "GOAL-13" for weakness in self.weaknesses)

    def of(self, letter: Letter) -> tuple[Weakness, ...]:
        """Why this letter fails; empty when it holds."""
        return tuple(weakness for weakness in self.weaknesses if weakness.letter is letter)


def smart(engagement: Engagement) -> Mapping[str, Smart]:
    """The SMART row of every goal, by id in order. Without a session date rules that need it keep silent."""
    return engagement.derive(_smart)


def _smart(engagement: Engagement) -> dict[str, Smart]:
    return {facts.goal.id: Smart(facts.goal.id, tuple(_weaknesses(facts))) for facts in _facts(engagement)}


def _weaknesses(facts: GoalFacts) -> Iterator[Weakness]:
    for rule, letter, find in _RULES:
        for reason, number, detail in find(facts):
            yield Weakness(rule, letter, reason, number, detail)


def _facts(engagement: Engagement) -> Iterator[GoalFacts]:
    given = contributors(engagement)
    served = {action.goal_id for action in engagement.actions}
    for goal in engagement.goals:
        owner = engagement.person(goal.owner_id)
        silent = [department for department in engagement.departments if department.id not in given.get(goal.id, ())]
        yield GoalFacts(
            goal=goal,
            has_owner=owner is not None and owner.active,
            session=engagement.session.date,
            missing=tuple(department_label(department) for department in silent),
            has_action=goal.id in served,
        )


def contributors(engagement: Engagement) -> Mapping[str, frozenset[str]]:
    """By goal: the participating departments whose contribution says something."""
    return engagement.derive(_contributors)


def _contributors(engagement: Engagement) -> dict[str, frozenset[str]]:
    grouped: dict[str, set[str]] = {}
    for contribution in engagement.contributions:
        if engagement.department(contribution.department_id) and not is_blank(contribution.text):
            grouped.setdefault(contribution.goal_id, set()).add(contribution.department_id)
    return {goal_id: frozenset(departments) for goal_id, departments in grouped.items()}
