"""What competence and goals show (METHOD S4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.competence import CompetenceTest, LedgerFigures, competence_tests
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.goals import Smart, smart
from workshop_app.domain.model import Action, ActionStatus, Competence, Department, Goal, Indicator
from workshop_app.domain.voters import voters
from workshop_app.steps.goals.voting import NO_BALLOTS, Ballots, Progress, ballots, progress, voted_criteria
from workshop_app.steps.step import ViewContext


@frozen
class CandidateLine:
    """A candidate for the key competence with its votes and its test."""

    id: str
    competence: Competence
    test: CompetenceTest
    ballots: Ballots = field(default_factory=dict)

    def cast(self, criterion: str) -> Mapping[str, tuple[int, ...]]:
        """The votes on a criterion by department id."""
        return self.ballots.get(criterion, {})


@frozen
class GoalCard:
    """A goal with its contributions by department id, its SMART row, and where it is now."""

    id: str
    goal: Goal
    owner: str
    contributions: tuple[tuple[Department, str], ...]
    smart: Smart
    actions: tuple[Action, ...]
    now: Decimal | None
    indicator: Indicator | None = None

    @property
    def confidence(self) -> Decimal | None:
        """Mean of the confidence votes 1–5; None without votes."""
        votes = self.goal.confidence
        return Decimal(sum(votes)) / len(votes) if votes else None

    @property
    def way(self) -> Fraction | None:
        """How much of the way from baseline to target is gone, 0…1 (beyond when it is passed); None = not measured."""
        goal = self.goal
        if self.now is None or goal.baseline is None or goal.target is None or goal.target == goal.baseline:
            return None
        return (Fraction(self.now) - Fraction(goal.baseline)) / (Fraction(goal.target) - Fraction(goal.baseline))


@frozen
class GoalsView:
    """The whole step. ``seats``: by department id, how many vote. ``figures``: the ledger's, where one is loaded."""

    owner_question: str
    departments: tuple[Department, ...]
    candidates: tuple[CandidateLine, ...]
    goals: tuple[GoalCard, ...]
    ledger_loaded: bool
    seats: Mapping[str, int]
    figures: LedgerFigures | None = None

    @property
    def chosen(self) -> CandidateLine | None:
        """The chosen key competence."""
        return next((line for line in self.candidates if line.competence.chosen), None)

    def candidate(self, candidate_id: str | None) -> CandidateLine | None:
        """The candidate with this id."""
        return next((line for line in self.candidates if line.id == candidate_id), None)

    def progress_of(self, line: CandidateLine, criterion: str) -> Progress:
        """How many have voted on a criterion of a candidate."""
        return progress(line.cast(criterion), self.seats)

    def open_criteria(self, line: CandidateLine) -> tuple[str, ...]:
        """The criteria on which not everybody has voted yet."""
        return tuple(name for name in voted_criteria(line.test) if not self.progress_of(line, name).complete)

    def ballots_complete(self) -> Progress:
        """How many people can have voted on everything, of all who vote."""
        parts = [self.progress_of(line, name) for line in self.candidates for name in voted_criteria(line.test)]
        if not parts:
            return Progress(0, 0)
        return Progress(min(part.voted for part in parts), max(part.expected for part in parts))

    def progress_all(self) -> Progress:
        """How many votes there are of all that are expected."""
        parts = [self.progress_of(line, name) for line in self.candidates for name in voted_criteria(line.test)]
        return sum(parts, Progress(0, 0))


def goals_view(engagement: Engagement, context: ViewContext) -> GoalsView:
    """Competence and goals as they stand."""
    tests = competence_tests(engagement, context.ledger_figures)
    votes = ballots(engagement)
    return GoalsView(
        owner_question=engagement.company.owner_question,
        departments=engagement.departments,
        candidates=tuple(
            CandidateLine(c.id, c, tests[c.id], votes.get(c.id, NO_BALLOTS)) for c in engagement.competences
        ),
        goals=tuple(_card(engagement, goal) for goal in engagement.goals),
        ledger_loaded=context.ledger_figures is not None,
        seats=voters(engagement),
        figures=context.ledger_figures,
    )


def _card(engagement: Engagement, goal: Goal) -> GoalCard:
    texts = {row.department_id: row.text for row in engagement.contributions if row.goal_id == goal.id}
    owner = engagement.person(goal.owner_id)
    return GoalCard(
        id=goal.id,
        goal=goal,
        owner=owner.name if owner else "",
        contributions=tuple((department, texts.get(department.id, "")) for department in engagement.departments),
        smart=smart(engagement)[goal.id],
        actions=tuple(
            action
            for action in engagement.actions
            if action.goal_id == goal.id and action.status is not ActionStatus.CANCELLED
        ),
        now=_now(engagement, goal),
        indicator=next((i for i in engagement.indicators if i.id == goal.indicator_id), None),
    )


def _now(engagement: Engagement, goal: Goal) -> Decimal | None:
    """The last value of the goal's indicator, where the indicator measures the same thing in the same unit."""
    indicator = next((i for i in engagement.indicators if i.id == goal.indicator_id), None)
    if indicator is None or indicator.unit != goal.unit or indicator.baseline != goal.baseline:
        return None
    points = [point for point in engagement.indicator_points if point.indicator_id == indicator.id]
    return max(points, key=lambda point: point.date).value if points else None
