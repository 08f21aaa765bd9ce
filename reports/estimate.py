"""How many pages blocks will take, about, before they are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import Any

from reports.flowables.block import Block
from reports.flowables.table import PaperTable
from reports.flowables.text import Text
from reports.page import LATER_TOP
from reports.paper import Paper

NEARLY_EMPTY = 0.25
"""Share of a page below which its content should go to the page before."""
_ENDLESS = 100_000.0


def later_room(paper: Paper) -> float:
    """Height of the text of a page after the first, in points; the paper stands upright."""
    return paper.sheet.page[1] - LATER_TOP - paper.sheet.bottom


def pages_and_fill(paper: Paper, blocks: Sequence[Any], used: float = 0) -> tuple[int, float]:
    """About how many pages the blocks take up to where they turn the paper, and how full the last one is.

    ``used``: points of the first page that are taken already.
    """
    upright = list(takewhile(lambda block: isinstance(block, Block), blocks))
    if not upright:
        return 1, 1.0
    room = later_room(paper)
    pages, gap = 1, 0.0
    for block in upright:
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
