"""Step 9 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.rewards.fund import fund, standfirst
from reports.sections.rewards.people import who_gets_what
from reports.sections.rewards.rules import recognition, scheme_and_credit, weights
from reports.sections.source import Source
from workshop_app.steps.rewards.view import rewards_view


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of rewards."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    fact = _("before and after, credit rules") if view.after else ""
    said = standfirst(_, view)
    parts = (fund, who_gets_what, weights, scheme_and_credit, recognition)
    return step_chapter(paper, source, "rewards", fact, said, parts)
