"""What the facilitator's answers say of rows: what is one activity already, and what can't be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workshop_app.matching.model import Answers, Link
    from workshop_app.matching.proposals import Row


class Links:
    """The answers carried over from lines to rows, with what follows from them.

    Confirmed pairs chain: when a = b and b = c, then a = c is answered too. What was rejected for one line of a chain
    is rejected for all. ``related`` pairs are answered, but say nothing of other lines.
    """

    def __init__(self, rows: Sequence[Row], answers: Answers) -> None:
        self._place = {line.id: place for place, row in enumerate(rows) for line in row.lines}
        self._chain = list(range(len(rows)))
        for first, second in self._pairs(answers.must_link):
            self._join(first, second)
        self._related = {frozenset(pair) for pair in self._pairs(answers.related)}
        self._rejected = {frozenset(map(self.chain, pair)) for pair in self._pairs(answers.cannot_link)}

    def chain(self, place: int) -> int:
        """The first row of the chain of confirmed rows that a row belongs to."""
        while self._chain[place] != place:
            place = self._chain[place]
        return place

    def rejected(self, first: int, second: int) -> bool:
        """Whether two rows were said to be different work."""
        chains = frozenset((self.chain(first), self.chain(second)))
        return len(chains) == 2 and chains in self._rejected

    def confirmed(self) -> Iterator[tuple[int, int]]:
        """Each row that is in a chain with an earlier one, and the first row of the chain."""
        for place in range(len(self._chain)):
            first = self.chain(place)
            if first != place:
                yield first, place

    def within(self, rows: Sequence[int], columns: Sequence[int]) -> Iterator[tuple[int, int, bool]]:
        """The answered pairs of a block, as places in it, and whether they were rejected."""
        if not (self._related or self._rejected or any(self.confirmed())):
            return
        chains = [self.chain(place) for place in columns]
        for row, first in enumerate(rows):
            chain = self.chain(first)
            for column, second in enumerate(columns):
                rejected = frozenset((chain, chains[column])) in self._rejected and chain != chains[column]
                if rejected or chain == chains[column] or frozenset((first, second)) in self._related:
                    yield row, column, rejected

    def _pairs(self, links: frozenset[Link]) -> Iterator[tuple[int, int]]:
        """The pairs of different rows that links of line ids speak of; unknown ids are passed over."""
        for link in links:
            places = sorted({self._place[line] for line in link if line in self._place})
            if len(places) == 2:
                yield places[0], places[1]

    def _join(self, first: int, second: int) -> None:
        one, other = sorted((self.chain(first), self.chain(second)))
        self._chain[other] = one
