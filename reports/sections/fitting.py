"""Sheets of one page or one side: the same content said more briefly until it fits, never in smaller print."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import chain
from typing import Any

from reports.flow import flattened
from reports.flowables.block import Block
from reports.flowables.heading import Heading
from reports.flowables.layout import Columns
from reports.paper import Paper
from reports.style import MM

_FIRST_TOP = 22.5 * MM
_LOGO = 5 * MM
_ENDLESS = 100_000.0


def first_side(paper: Paper) -> float:
    """Height of the text on the first page of a sheet, in points; the paper stands upright."""
    logo = _LOGO if paper.brand.logo else 0
    return paper.sheet.page[1] - _FIRST_TOP - logo - paper.sheet.bottom


def fitting(paper: Paper, room: float, *makers: Callable[[], Sequence[Any]]) -> list[Any]:
    """What the first maker makes that fits into ``room`` points, else what the last one makes."""
    blocks: list[Any] = []
    for make in makers:
        blocks = list(flattened(make()))
        if height_of(blocks, paper.width) <= room:
            break
    return blocks


def height_of(blocks: Sequence[Any], width: float) -> float:
    """Height of blocks one under another; one that stands at the foot counts with its least height.

    On the page gaps overlap, but not that above a heading: room is kept for it there.
    """
    total, gap, headed = 0.0, 0.0, False
    for block in blocks:
        if isinstance(block, Block):
            _wide, high = block.wrap(width, _ENDLESS)
            heading = isinstance(block, Heading)
            if total:
                total += gap + block.spaceBefore if heading and not headed else max(gap, block.spaceBefore)
            total += block.start_height(width) if high > _ENDLESS / 2 else high
            gap, headed = block.spaceAfter, heading
    return total


def by_heading(blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks in groups that begin with a heading each."""
    groups: list[list[Block]] = []
    for block in blocks:
        if isinstance(block, Heading) or not groups:
            groups.append([])
        groups[-1].append(block)
    return groups


def two_columns(paper: Paper, groups: Sequence[Sequence[Block]], gap: float, before: float = 0) -> Columns:
    """Groups of blocks in their order in two columns about equally high."""
    width = (paper.width - gap) / 2
    heights = [height_of(group, width) for group in groups]
    cut = min(range(len(groups) + 1), key=lambda at: max(sum(heights[:at]), sum(heights[at:])))
    parts = [[*chain(*groups[:cut])], [*chain(*groups[cut:])]]
    return Columns(parts, gap=gap, before=before)
