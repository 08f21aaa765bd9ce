"""S3, the audit of functions: find overlaps, duplications, shifted and missing work; decide on each (METHOD S3)."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Activity, Claim, Decision, DictionaryEntry, Function, MatchAnswer
from workshop_app.steps.step import Step, SubStep

STEP = Step(
    id="audit",
    code="S3",
    title=N_("Audit of functions"),
    question=N_("Who does what today, and who only thinks so?"),
    recommendations=(1,),
    tables=(Activity, Function, Claim, Decision, MatchAnswer, DictionaryEntry),
    sub_steps=(
        SubStep("collect", N_("Collecting")),
        SubStep("match", N_("Matching")),
        SubStep("overlay", N_("Overlay of views")),
        SubStep("decide", N_("Decisions")),
    ),
)

__all__ = ["STEP"]
