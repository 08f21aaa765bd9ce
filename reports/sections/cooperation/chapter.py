"""Step 6 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.cooperation.handoffs import handoffs
from reports.sections.cooperation.projects import projects
from reports.sections.cooperation.way import client_way
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of cooperation."""
    _ = paper.words
    engagement = source.engagement
    counts = [
        _.plural("{n} handoff", "{n} handoffs", len(engagement.handoffs)),
        _.plural("{n} project", "{n} projects", len(engagement.projects)),
    ]
    fact = ", ".join(counts) if engagement.handoffs or engagement.projects else ""
    said = _("How work and clients change hands, and what is done together.")
    return step_chapter(paper, source, "cooperation", fact, said, (client_way, handoffs, projects))
