"""Who votes on the candidates, what has been voted, and how far it is, without what was voted (METHOD C.7)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.competence import CRITERIA, CompetenceTest, Source
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen

Ballots = Mapping[str, Mapping[str, tuple[int, ...]]]
"""By criterion, then by department id: the individual votes 0/1/2 in the order they were entered."""

NO_BALLOTS: Ballots = MappingProxyType({})


def ballots(engagement: Engagement) -> Mapping[str, Ballots]:
    """By candidate: its votes."""
    return engagement.derive(_ballots)


def _ballots(engagement: Engagement) -> dict[str, Ballots]:
    found: dict[str, dict[str, dict[str, tuple[int, ...]]]] = {}
    for row in engagement.competence_votes:
        if row.votes:
            found.setdefault(row.competence_id, {}).setdefault(row.criterion, {})[row.department_id] = row.votes
    return dict(found)


@frozen
class Progress:
    """How many have voted of how many; more than expected is not hidden."""

    voted: int
    expected: int

    @property
    def complete(self) -> bool:
        """Whether everybody has voted."""
        return self.voted >= self.expected

    def __add__(self, other: Progress) -> Progress:
        return Progress(self.voted + other.voted, self.expected + other.expected)


def progress(cast: Mapping[str, tuple[int, ...]], seats: Mapping[str, int]) -> Progress:
    """How far one criterion of one candidate is."""
    parts = [Progress(len(cast.get(name, ())), max(count, len(cast.get(name, ())))) for name, count in seats.items()]
    return sum(parts, Progress(0, 0))


def voted_criteria(test: CompetenceTest) -> tuple[str, ...]:
    """The criteria people vote on: K2 only where neither the ledger nor a typed score gives it."""
    return tuple(name for name in CRITERIA if name != "K2" or test.scores[name].source is Source.VOTES)
