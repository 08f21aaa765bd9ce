"""From lines to scored pairs of departments, and from scores to the proposals of two tiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from workshop_app.matching.links import Links
from workshop_app.matching.model import CHECK, CONFIDENT, Tier

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_app.matching.model import Line
    from workshop_app.matching.scoring import Matrix, Scorer

_BEST_OF_A_LINE = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A text of a department: one line, or several that say the same and are proposed once."""

    department_id: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text as the first line has it."""
        return self.lines[0].text


@dataclass(frozen=True, slots=True)
class Block:
    """The scores of the rows of one department (by their places in the whole list) with those of another."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    scores: Matrix


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two rows, by their places, that may be the same work."""

    first: int
    second: int
    score: float
    tier: Tier


def rows_of(lines: Sequence[Line]) -> tuple[Row, ...]:
    """The rows of the lines, in the order of their first lines; lines without a word are left out."""
    found: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        key = " ".join(line.text.lower().split())
        if key:
            found.setdefault((line.department_id, key), []).append(line)
    return tuple(Row(department, tuple(same)) for (department, _), same in found.items())


def blocks_of(rows: Sequence[Row], scorer: Scorer) -> Iterator[Block]:
    """The scores of each pair of departments, in the order in which the departments appear."""
    places: dict[str, list[int]] = {}
    for place, row in enumerate(rows):
        places.setdefault(row.department_id, []).append(place)
    for first, second in combinations(places.values(), 2):
        yield Block(tuple(first), tuple(second), scorer.block(first, second))


def proposals_of(block: Block, links: Links) -> Iterator[Proposal]:
    """The open pairs of a block that are likely, or among the best of either line.

    A confirmed pair keeps its place among the best of its lines; a rejected one makes room for the next.
    """
    scores = block.scores.copy()
    answered = np.zeros(scores.shape, bool)
    for row, column, rejected in links.within(block.rows, block.columns):
        answered[row, column] = True
        if rejected:
            scores[row, column] = 0
    wanted = (scores >= CONFIDENT) | ((scores >= CHECK) & (_among_best(scores) | _among_best(scores.T).T))
    for row, column in np.argwhere(wanted & ~answered):
        score = round(float(scores[row, column]), 4)
        tier: Tier = "confident" if scores[row, column] >= CONFIDENT else "check"
        yield Proposal(block.rows[row], block.columns[column], score, tier)


def _among_best(scores: Matrix) -> NDArray[np.bool_]:
    """Which scores are among the best of their row; equal scores are taken in order."""
    best = np.argsort(-scores, axis=1, kind="stable")[:, :_BEST_OF_A_LINE]
    chosen = np.zeros(scores.shape, bool)
    np.put_along_axis(chosen, best, True, axis=1)
    return chosen
