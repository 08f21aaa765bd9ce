"""How every step stands, for the rail: done by its conditions, warned by its checks, minutes by the agenda."""

from __future__ import annotations

from ui.navigation import RailEntry, StepStatus
from ui.pages.base import Place
from workshop_app.domain.checks import CheckResult, Severity
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words
from workshop_app.steps import STEPS
from workshop_app.steps.step import Step, ViewContext

FOLLOW_UP_MINUTES = 60


def steps_on(engagement: Engagement) -> tuple[Step, ...]:
    """The steps that are not switched off, in order."""
    off = set(engagement.settings.steps_off)
    return tuple(step for step in STEPS if step.id not in off and step.code not in off)


def minutes_of(engagement: Engagement, step: Step) -> int:
    """The agenda's minutes of a step, all its parts together; a follow-up takes an hour (METHOD S12)."""
    if step.id == "followup":
        return FOLLOW_UP_MINUTES
    return sum(item.minutes for item in engagement.agenda if item.step in (step.id, step.code))


def status_of(step: Step, engagement: Engagement, context: ViewContext, results: tuple[CheckResult, ...]) -> StepStatus:
    """Done when every condition that can be computed holds; warned when the step has open errors and was begun."""
    items = [item.done for item in step.done_when(engagement, context) if item.done is not None]
    if items and all(items):
        return StepStatus.DONE
    errors = any(r.check.step == step.id and r.check.severity is Severity.ERROR and r.waived is None for r in results)
    begun = any(engagement.rows(table) for table in step.tables)
    return StepStatus.WARN if errors and begun else StepStatus.OPEN


def rail_entries(
    engagement: Engagement, context: ViewContext, results: tuple[CheckResult, ...], place: Place, words: Words
) -> tuple[RailEntry, ...]:
    """The lines of the rail; sub-steps stand under the current step only."""
    _ = words
    entries: list[RailEntry] = []
    for step in steps_on(engagement):
        current = step.id == place.step
        minutes = minutes_of(engagement, step)
        entries.append(
            RailEntry(
                step=step.id,
                sub_step=None,
                title=_("After: 30 · 60 · 90") if step.id == "followup" else _(step.title),
                number="↻" if step.id == "followup" else step.code[1:],
                minutes=_("before") if step.id == "prepare" else "" if step.id == "followup" else str(minutes or ""),
                status=status_of(step, engagement, context, results),
                current=current,
            )
        )
        if current and not step.tabbed:
            entries += [
                RailEntry(step.id, sub.id, _(sub.title), current=sub.id == place.sub_step) for sub in step.sub_steps
            ]
    return tuple(entries)
