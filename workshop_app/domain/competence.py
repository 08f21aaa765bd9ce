"""The key competence test: six criteria, votes and the sales ledger (METHOD C.7)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from functools import reduce
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Competence
from workshop_app.domain.rounding import half_up

CRITERIA = ("K1", "K2", "K3", "K4", "K5", "K6")
PASS = Fraction(12, 10)
GAP = Fraction(7, 10)
_CANDIDATE_PASSES = 4

NAMES = MappingProxyType(
    {
        "K1": N_("Client value"),
        "K2": N_("Repeats: not once"),
        "K3": N_("Hard to copy"),
        "K4": N_("Opens other services or markets"),
        "K5": N_("Needs all departments"),
        "K6": N_("Lives in the company, not in one person"),
    }
)
"""What each criterion is called, as a message id."""

QUESTIONS = MappingProxyType(
    {
        "K1": N_("Would a client notice if it vanished?"),
        "K2": N_("Do clients come back for it?"),
        "K3": N_("Would a competitor repeat it within a year? (2 = no)"),
        "K4": N_("Will it help to sell something else?"),
        "K5": N_("Would it remain if one department were closed? (2 = no)"),
        "K6": N_("Will it remain if the best employee leaves?"),
    }
)
"""The question that is voted on, as a message id."""

_WEAK = MappingProxyType(
    {
        "K1": N_("a client would hardly notice if it vanished"),
        "K2": N_("clients do not come back for it"),
        "K3": N_("a competitor would repeat it within a year"),
        "K4": N_("it does not help to sell anything else"),
        "K5": N_("one department could do it alone"),
        "K6": N_("it rests on one person"),
    }
)
_IN_TEN = (N_("two in ten"), N_("three in ten"), N_("four in ten"), N_("five in ten"))


@frozen(slots=True)
class LedgerFigures:
    """Figures of the sales ledger's last full year, exact, in per cent (METHOD C.7); None = no data."""

    retention: Fraction | None = None
    bought_once: Fraction | None = None


class Verdict(StrEnum):
    """What the test says about a candidate."""

    KEY = "KEY"
    CANDIDATE = "CANDIDATE"
    NOT_KEY = "NOT_KEY"


VERDICTS = MappingProxyType(
    {
        Verdict.KEY: N_("Key competence"),
        Verdict.CANDIDATE: N_("Almost a key competence"),
        Verdict.NOT_KEY: N_("Not a key competence"),
    }
)
"""What each verdict is called, as a message id."""


class Source(StrEnum):
    """Where a criterion's score comes from."""

    VOTES = "votes"
    LEDGER = "ledger"
    TYPED = "typed"


@frozen(slots=True)
class CriterionScore:
    """The score of one criterion 0…2; None = no votes yet.

    ``by_department``: means of the departments that voted; ``one_sided``: two of them differ by 0.7 or more ("one
    department's competence").
    """

    criterion: str
    mean: Fraction | None
    source: Source
    by_department: Mapping[str, Fraction]
    votes: int

    @property
    def passed(self) -> bool:
        """Whether the mean is at least 1.2."""
        return self.mean is not None and self.mean >= PASS

    @property
    def one_sided(self) -> bool:
        """Whether two departments' means differ by 0.7 or more."""
        means = self.by_department.values()
        return bool(means) and max(means) - min(means) >= GAP


@frozen(slots=True)
class CompetenceTest:
    """The test of one candidate: six scores, the verdict and its sentence for the room."""

    competence_id: str
    scores: Mapping[str, CriterionScore]
    verdict: Verdict
    sentence: Message

    @property
    def passed(self) -> int:
        """How many of the six criteria are passed."""
        return sum(1 for score in self.scores.values() if score.passed)


def ledger_score(figures: LedgerFigures | None) -> int | None:
    """K2 from the ledger's last full year: 2, 1 or 0; None without the retention figure. Limits are exact."""
    if figures is None or figures.retention is None:
        return None
    first_year = None if figures.bought_once is None else 100 - figures.bought_once
    for score, retention, came_back in ((2, 85, 70), (1, 75, 50)):
        if figures.retention >= retention and (first_year is None or first_year >= came_back):
            return score
    return 0


def competence_tests(engagement: Engagement, figures: LedgerFigures | None = None) -> Mapping[str, CompetenceTest]:
    """The test of every candidate, by id in order. K2: the ledger, else the typed score, else votes (DECISIONS)."""
    return {
        competence.id: _test(competence, _ballots(engagement, competence.id), figures)
        for competence in engagement.competences
    }


def _ballots(engagement: Engagement, competence_id: str) -> dict[str, dict[str, Sequence[int]]]:
    ballots: dict[str, dict[str, Sequence[int]]] = {}
    for row in engagement.competence_votes:
        if row.competence_id == competence_id and row.votes:
            ballots.setdefault(row.criterion, {})[row.department_id] = row.votes
    return ballots


def _test(
    competence: Competence, ballots: Mapping[str, Mapping[str, Sequence[int]]], figures: LedgerFigures | None
) -> CompetenceTest:
    scores = {criterion: _voted(criterion, ballots.get(criterion, {})) for criterion in CRITERIA}
    from_ledger = ledger_score(figures)
    if from_ledger is not None:
        scores["K2"] = CriterionScore("K2", Fraction(from_ledger), Source.LEDGER, {}, 0)
    elif competence.k2_score is not None:
        scores["K2"] = CriterionScore("K2", Fraction(competence.k2_score), Source.TYPED, {}, 0)
    verdict = _verdict(scores)
    return CompetenceTest(competence.id, scores, verdict, _sentence(verdict, scores, figures))


def _voted(criterion: str, ballots: Mapping[str, Sequence[int]]) -> CriterionScore:
    votes = [vote for votes in ballots.values() for vote in votes]
    by_department = {department: Fraction(sum(votes), len(votes)) for department, votes in ballots.items()}
    mean = Fraction(sum(votes), len(votes)) if votes else None
    return CriterionScore(criterion, mean, Source.VOTES, by_department, len(votes))


def _verdict(scores: Mapping[str, CriterionScore]) -> Verdict:
    passed = sum(1 for score in scores.values() if score.passed)
    if passed == len(CRITERIA):
        return Verdict.KEY
    repeats = scores["K2"].mean
    if scores["K1"].passed and repeats is not None and repeats >= 1 and passed >= _CANDIDATE_PASSES:
        return Verdict.CANDIDATE
    return Verdict.NOT_KEY


def _sentence(verdict: Verdict, scores: Mapping[str, CriterionScore], figures: LedgerFigures | None) -> Message:
    if verdict is Verdict.KEY:
        return Message(N_("All six criteria are passed. This is what you live on."))
    if all(score.mean is None for score in scores.values()):
        return Message(N_("No votes yet."))
    failed = [score for score in scores.values() if not score.passed]
    if verdict is Verdict.CANDIDATE and [score.criterion for score in failed] == ["K2"]:
        return _repeats_fail(figures) or Message(N_("Almost: {reasons}."), {"reasons": Message(_WEAK["K2"])})
    if len(failed) == len(CRITERIA):
        return Message(N_("None of the criteria is passed."))
    reasons = _listed(_reason(score) for score in failed)
    if verdict is Verdict.CANDIDATE:
        return Message(N_("Almost: {reasons}."), {"reasons": reasons})
    return Message(N_("Not yet: {reasons}."), {"reasons": reasons})


def _repeats_fail(figures: LedgerFigures | None) -> Message | None:
    """The sentence for a candidate that only clients' not coming back keeps from being key."""
    if figures is None or figures.retention is None:
        return None
    if figures.bought_once is not None and figures.bought_once > 30:
        text = N_("Almost: {share} new clients don't come back. Until they do, you sell well once.")
        return Message(text, {"share": _in_ten(figures.bought_once)})
    text = N_("Almost: {share} clients don't stay for another year. Until they do, you sell well once.")
    return Message(text, {"share": _in_ten(100 - figures.retention)})


def _in_ten(percent: Fraction) -> Message:
    count = min(max(int(half_up(percent / 10)), 2), 5)
    return Message(_IN_TEN[count - 2])


def _reason(score: CriterionScore) -> Message:
    if score.mean is None:
        return Message(N_("no votes on “{criterion}”"), {"criterion": Message(NAMES[score.criterion])})
    return Message(_WEAK[score.criterion])


def _listed(reasons: Iterable[Message]) -> Message:
    return reduce(lambda said, reason: Message(N_("{first}; {second}"), {"first": said, "second": reason}), reasons)
