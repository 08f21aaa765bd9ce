"""Step 2 in the full report."""

from __future__ import annotations

from typing import Any

from reports.paper import Paper
from reports.sections.chapter import chapter as step_chapter
from reports.sections.diagnosis.images import images, problem
from reports.sections.diagnosis.years import years
from reports.sections.source import Source
from workshop_app.steps.diagnosis.view import diagnosis_view


def chapter(paper: Paper, source: Source) -> list[Any]:
    """The chapter of the diagnosis."""
    _ = paper.words
    view = diagnosis_view(source.engagement, source.context)
    fact = _.plural("{n} year of sales", "{n} years of sales", len(view.years)) if view.years else ""
    said = _("One shared picture: what the company lives on and how the departments see each other.")
    return step_chapter(paper, source, "diagnosis", fact, said, (problem, years, images))
