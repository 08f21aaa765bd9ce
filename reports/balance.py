"""A chapter whose last page would be nearly empty is made again with tighter gaps (PAPER.md 8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reports.flow import flattened
from reports.flowables.block import Block
from reports.flowables.table import PaperTable
from reports.flowables.text import Text
from reports.page import LATER_TOP
from reports.paper import Paper

NEARLY_EMPTY = 0.25
"""Share of a page below which its content should go to the page before."""
_ENDLESS = 100_000.0


def balanced(paper: Paper, make: Callable[[Paper], Sequence[Any]]) -> Sequence[Any]:
    """The blocks of a chapter that begins a page; tighter when that saves its nearly empty last page."""
    blocks = make(paper)
    if paper.squeezed:
        return blocks
    pages, fill = _estimate(paper, blocks)
    if pages > 1 and fill < NEARLY_EMPTY:
        tight = replace(paper, squeezed=True)
        tighter = make(tight)
        if _estimate(tight, tighter)[0] < pages:
            return tighter
    return blocks


def _estimate(paper: Paper, blocks: Sequence[Any]) -> tuple[int, float]:
    """About how many pages the blocks take, and how full the last one is; one page where they turn the paper."""
    flat = list(flattened(blocks))
    if not all(isinstance(block, Block) for block in flat):
        return 1, 1.0
    room = paper.sheet.page[1] - LATER_TOP - paper.sheet.bottom
    pages, used, gap = 1, 0.0, 0.0
    for block in flat:
        height = block.wrap(paper.width, _ENDLESS)[1]
        used += max(gap, block.spaceBefore) if used else 0
        gap = block.spaceAfter
        if used + height <= room:
            used += height
            continue
        pages += 1
        goes_on = isinstance(block, PaperTable | Text) and used + block.start_height(paper.width) <= room
        used = used + height - room if goes_on else height
        while used > room:
            pages += 1
            used -= room
    return pages, used / room
