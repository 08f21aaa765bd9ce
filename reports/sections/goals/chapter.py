"""Step 4 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.goals.candidates import candidates
from reports.sections.goals.competence import question_and_answer
from reports.sections.goals.soundness import soundness
from reports.sections.goals.tracks import common_goals
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of competence and goals."""
    _ = paper.words
    engagement = source.engagement
    counts = [
        _.plural("{n} candidate", "{n} candidates", len(engagement.competences)),
        _.plural("{n} goal", "{n} goals", len(engagement.goals)),
    ]
    fact = ", ".join(counts) if engagement.goals or engagement.competences else ""
    said = _("What the company lives on, and what the departments want to reach together.")
    parts = (question_and_answer, candidates, common_goals, soundness)
    return step_chapter(paper, source, "goals", fact, said, parts)
