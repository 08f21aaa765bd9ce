"""Step 11 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.plan.actions import actions_by_person
from reports.sections.plan.noted import decided_at_the_session, waiting
from reports.sections.plan.open_points import open_points
from reports.sections.plan.signing import signatures, what_it_takes
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of the plan."""
    _ = paper.words
    count = len(source.engagement.actions)
    fact = _.plural("{n} action", "{n} actions", count) if count else ""
    said = _("Who does what by when; by which rules; how we shall see that it worked.")
    parts = (decided_at_the_session, what_it_takes, open_points, waiting, actions_by_person, signatures)
    return step_chapter(paper, source, "plan", fact, said, parts)
