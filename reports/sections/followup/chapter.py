"""Step 12 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.followup.agreed import corrections, moved, thanked
from reports.sections.followup.progress import alarms, asked_again, counts, late_and_next, what_changed
from reports.sections.plan.rhythm import rhythm
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of the follow-ups."""
    _ = paper.words
    held = sum(row.held_on is not None for row in source.engagement.followups)
    fact = _("held {n} of {total}", n=held, total=3) if held else ""
    said = _("What was done, what waits, what we change.")
    parts = (rhythm, counts, what_changed, late_and_next, moved, alarms, corrections, thanked, asked_again)
    return step_chapter(paper, source, "followup", fact, said, parts)
