"""The page for the owner at the front of the full report, without the line for the owner's decision."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import Chapter
from reports.paper import Paper
from reports.sections.source import Source
from reports.sections.summary.answer import answer, numbers
from reports.sections.summary.attention import attention_and_money
from reports.sections.summary.goals import goals


def chapter(paper: Paper, source: Source) -> list[Any]:
    """Question and answer, key numbers, goals, what needs attention."""
    _ = paper.words
    head = Chapter(paper, _("Summary on one page"), fact=_("question, answer, key numbers"))
    return [
        head,
        *answer(paper, source),
        *numbers(paper, source),
        *goals(paper, source),
        *attention_and_money(paper, source),
    ]
