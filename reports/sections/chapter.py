"""A chapter of the full report: a step with its title, what is inside, and its sections."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reports.flowables.heading import Chapter
from reports.paper import Paper
from reports.sections.source import Source
from reports.sections.step_names import step_number, step_title

Make = Callable[[Paper, Source], Sequence[Any]]


def chapter(paper: Paper, source: Source, step_id: str, fact: str, standfirst: str, parts: Sequence[Make]) -> list[Any]:
    """The chapter's head and the blocks of its parts; ``fact`` stands in the contents."""
    title = step_title(paper.words, step_id)
    head = Chapter(paper, title, step=step_number(step_id), fact=fact, standfirst=standfirst)
    blocks: list[Any] = [head]
    for part in parts:
        blocks += part(paper, source)
    return blocks
