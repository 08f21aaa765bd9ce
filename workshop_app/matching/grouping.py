"""Groups of the same work in more than two departments: greedy average linkage under the facilitator's answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from workshop_app.matching.model import CONFIDENT

if TYPE_CHECKING:
    from workshop_app.matching.links import Links
    from workshop_app.matching.proposals import Block, Row

_JOIN = 0.6 * CONFIDENT
_MOST_OF_A_DEPARTMENT = 2


class _Scores:
    """The score of any two rows of different departments."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._where = {(block.rows[0], block.columns[0]): number for number, block in enumerate(blocks)}
        self._home: dict[int, tuple[int, int]] = {}
        for block in blocks:
            for members in (block.rows, block.columns):
                self._home.update({place: (members[0], position) for position, place in enumerate(members)})

    def between(self, first: int, second: int) -> float | None:
        """None for two rows of one department."""
        (one, row), (other, column) = self._home[first], self._home[second]
        if (one, other) in self._where:
            return float(self._blocks[self._where[one, other]].scores[row, column])
        if (other, one) in self._where:
            return float(self._blocks[self._where[other, one]].scores[column, row])
        return None

    def likely(self) -> list[tuple[int, int]]:
        """The pairs from ``CONFIDENT`` on, best first."""
        found = [
            (-float(block.scores[row, column]), block.rows[row], block.columns[column])
            for block in self._blocks
            for row, column in np.argwhere(block.scores >= CONFIDENT)
        ]
        return [(first, second) for _, first, second in sorted(found)]


def groups_of(rows: Sequence[Row], blocks: Sequence[Block], links: Links) -> list[list[int]]:
    """Rows that are the same work, by their places, each group with its rows in order.

    Confirmed rows are together whatever they score and rejected ones never; two groups join when the mean of the
    scores between them is high enough and no department has more than two rows in the whole.
    """
    scores = _Scores(blocks)
    members = {place: [place] for place in range(len(rows))}
    home = list(range(len(rows)))

    def join(first: int, second: int) -> None:
        members[first] += members.pop(second)
        for place in members[first]:
            home[place] = first

    for first, second in links.confirmed():
        join(home[first], home[second])
    for first, second in scores.likely():
        one, other = sorted((home[first], home[second]))
        if one != other and _fit(members[one], members[other], rows, scores, links):
            join(one, other)
    return [sorted(group) for group in members.values() if len(group) > 1]


def _fit(ones: Sequence[int], others: Sequence[int], rows: Sequence[Row], scores: _Scores, links: Links) -> bool:
    departments = Counter(rows[place].department_id for place in (*ones, *others))
    if max(departments.values()) > _MOST_OF_A_DEPARTMENT:
        return False
    if any(links.rejected(one, other) for one in ones for other in others):
        return False
    found = [scores.between(one, other) for one in ones for other in others]
    known = [score for score in found if score is not None]
    return bool(known) and sum(known) / len(known) >= _JOIN
