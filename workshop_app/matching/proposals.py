"""From lines to scored pairs of departments, and from scores to the proposals of two tiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from workshop_app.domain.frozen import frozen
from workshop_app.domain.text_key import single_line
from workshop_app.matching.links import Links
from workshop_app.matching.model import CHECK, CONFIDENT, Tier

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from workshop_app.matching.model import Line
    from workshop_app.matching.scoring import Matrix, Scorer

_BEST_OF_A_LINE = 3


@frozen(slots=True)
class Row:
    """A text of a department: one line, or several that say the same and are proposed once."""

    department_id: str
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text as the first line has it."""
        return self.lines[0].text


@frozen(slots=True)
class Block:
    """The scores of the rows of one department (by their places in the whole list) with those of another."""

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    scores: Matrix


@frozen(slots=True)
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
        key = single_line(line.text.lower())
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


def proposals_of(blocks: Sequence[Block], lines: int, links: Links) -> Iterator[Proposal]:
    """The open pairs that are likely, or among the best of either line in all other departments.

    A confirmed pair keeps its place among the best of its lines; a rejected one makes room for the next. ``lines`` is
    the number of rows in all.
    """
    opened = [_open(block, links) for block in blocks]
    least = _least_of_best([block for block, _ in opened], lines)
    for block, answered in opened:
        scores = block.scores
        best = (scores >= least[list(block.rows), None]) | (scores >= least[None, list(block.columns)])
        wanted = ((scores >= CONFIDENT) | ((scores >= CHECK) & best)) & ~answered
        for row, column in np.argwhere(wanted):
            score = float(scores[row, column])
            tier: Tier = "confident" if score >= CONFIDENT else "check"
            yield Proposal(block.rows[row], block.columns[column], round(score, 4), tier)


def _open(block: Block, links: Links) -> tuple[Block, NDArray[np.bool_]]:
    """The block with nothing for rejected pairs, and which of its pairs are answered."""
    answered = np.zeros(block.scores.shape, bool)
    scores = block.scores.copy()
    for row, column, rejected in links.within(block.rows, block.columns):
        answered[row, column] = True
        if rejected:
            scores[row, column] = 0
    return Block(block.rows, block.columns, scores), answered


def _least_of_best(blocks: Sequence[Block], lines: int) -> Matrix:
    """For each line the score of the last of its best."""
    best = np.zeros((lines, _BEST_OF_A_LINE), np.float32)
    for block in blocks:
        for members, table in ((block.rows, block.scores), (block.columns, block.scores.T)):
            taken = min(_BEST_OF_A_LINE, table.shape[1])
            found = np.partition(table, table.shape[1] - taken, axis=1)[:, table.shape[1] - taken :]
            both = np.sort(np.hstack([best[list(members)], found]), axis=1)
            best[list(members)] = both[:, -_BEST_OF_A_LINE:]
    least: Matrix = best[:, 0]
    return least
