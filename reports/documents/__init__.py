"""The documents that can be printed, by name. To add one: its module and one line in ``_KINDS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from reports.documents import (
    action_plan,
    audit,
    feedback,
    followup,
    forms,
    full_report,
    goals,
    handout,
    invitation,
    owner_summary,
    raci,
    rewards,
    role_card,
    steps,
)
from reports.documents.building import make
from reports.documents.kind import DocumentKind, PaperName, Part
from reports.sections.source import AS_USUAL, PrintOptions, Source
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext

_KINDS: tuple[DocumentKind, ...] = (
    action_plan.KIND,
    raci.KIND,
    audit.KIND,
    role_card.KIND,
    handout.KIND,
    goals.KIND,
    steps.COOPERATION,
    steps.TRAINING,
    steps.MEETINGS,
    rewards.KIND,
    feedback.KIND,
    invitation.KIND,
    forms.WORKSHEETS,
    forms.BALLOTS,
    followup.KIND,
    owner_summary.KIND,
    full_report.KIND,
)

DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType({kind.name: kind for kind in _KINDS})
"""By name, in the order in which they are offered."""


def build(
    name: str,
    engagement: Engagement,
    context: ViewContext,
    words: Words,
    out: Path | BinaryIO,
    *,
    paper: PaperName = "a4",
    person_id: str | None = None,
    options: PrintOptions = AS_USUAL,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Make a document as PDF in the language of ``words``.

    ``person_id``: a personal document for one person, None = for everybody. ``progress`` gets 0 to 1, ``cancelled`` is
    asked before every block. Raises ``KeyError`` for an unknown name, ``ProblemError`` when the person is unknown or
    the file can't be written, ``reports.document.BuildCancelled`` when ``cancelled`` says so. Safe in a worker thread.
    """
    source = Source(engagement, context, options, person_id)
    make(DOCUMENTS[name], source, words, out, paper, progress, cancelled)


__all__ = ["DOCUMENTS", "DocumentKind", "PaperName", "Part", "PrintOptions", "build"]
