"""Step 7 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.source import Source
from reports.sections.training.plan import training_plan
from reports.sections.training.skills import skills


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of training."""
    _ = paper.words
    count = len(source.engagement.training)
    fact = _.plural("{n} training", "{n} trainings", count) if count else ""
    said = _("What people learn from each other so that the new roles work.")
    return step_chapter(paper, source, "training", fact, said, (training_plan, skills))
