"""Step 3 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.audit.evidence import decisions_with_evidence
from reports.sections.audit.found import found
from reports.sections.audit.hours import headline, where_hours_go
from reports.sections.audit.lists import function_lists
from reports.sections.chapter import chapter as step_chapter
from reports.sections.source import Source


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of the audit."""
    _ = paper.words
    engagement = source.engagement
    counts = [
        _.plural("{n} activity", "{n} activities", len(engagement.activities)),
        _.plural("{n} decision", "{n} decisions", len(engagement.decisions)),
    ]
    fact = ", ".join(counts) if engagement.activities else ""
    said = _("What the departments say about their work, what the function lists show, and what was decided.")
    parts = (headline, found, where_hours_go, decisions_with_evidence, function_lists)
    return step_chapter(paper, source, "audit", fact, said, parts)
