"""A chapter whose last page would be nearly empty is made again with tighter gaps (PAPER.md 8)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from reports.estimate import NEARLY_EMPTY, pages_and_fill
from reports.flow import flattened
from reports.paper import Paper


def balanced(paper: Paper, make: Callable[[Paper], Sequence[Any]]) -> Sequence[Any]:
    """The blocks of a chapter that begins a page; tighter when that saves its nearly empty last page."""
    blocks = make(paper)
    if paper.squeezed:
        return blocks
    pages, fill = pages_and_fill(paper, list(flattened(blocks)))
    if pages > 1 and fill < NEARLY_EMPTY:
        tight = replace(paper, squeezed=True)
        tighter = make(tight)
        if pages_and_fill(tight, list(flattened(tighter)))[0] < pages:
            return tighter
    return blocks
