"""How every step stands, for the rail: done by its conditions, warned by its checks, minutes by the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.navigation import RailEntry, StepStatus
from ui.pages.base import Place
from ui.steps import PAGES
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.plan import in_review
from workshop_app.i18n import Words
from workshop_app.steps import STEPS
from workshop_app.steps.step import DoneItem, Step, ViewContext

if TYPE_CHECKING:
    from datetime import date

    from ui.bridge import DocumentBridge
    from workshop_app.domain.checks import CheckResult

FOLLOW_UP_MINUTES = 60


def steps_on(engagement: Engagement) -> tuple[Step, ...]:
    """The steps that are not switched off, in order."""
    off = set(engagement.settings.steps_off)
    return tuple(step for step in STEPS if step.id not in off and step.code not in off)


def places(engagement: Engagement) -> tuple[tuple[str, str | None], ...]:
    """Steps and sub-steps in their order: where one goes by Ctrl+PgDn."""
    return tuple(
        (step.id, sub.id if sub else None) for step in steps_on(engagement) for sub in step.sub_steps or (None,)
    )


def opening_step(engagement: Engagement, as_of: date) -> str:
    """Where a file opens: at the follow-up when one is due (review mode), else at the first step."""
    ids = [step.id for step in steps_on(engagement) if step.id in PAGES]
    return "followup" if "followup" in ids and in_review(engagement, as_of) else ids[0]


def minutes_of(engagement: Engagement, step: Step) -> int:
    """The agenda's minutes of a step, all its parts together; a follow-up takes an hour (METHOD S12)."""
    if step.id == "followup":
        return FOLLOW_UP_MINUTES
    return sum(item.minutes for item in engagement.agenda if item.step in (step.id, step.code))


def status_of(
    step: Step, engagement: Engagement, done: tuple[DoneItem, ...], results: tuple[CheckResult, ...]
) -> StepStatus:
    """Done when every condition that can be computed holds; warned when the step has open errors and was begun."""
    from workshop_app.domain.checks import Severity

    items = [item.done for item in done if item.done is not None]
    if items and all(items):
        return StepStatus.DONE
    errors = any(r.check.step == step.id and r.check.severity is Severity.ERROR and r.waived is None for r in results)
    begun = any(engagement.rows(table) for table in step.tables)
    return StepStatus.WARN if errors and begun else StepStatus.OPEN


class Standing:
    """How the steps of the open document stand, worked out once for one state of it.

    Until ``begin`` nothing is known and nothing computed: the window is painted before all rules are imported.
    """

    def __init__(self, bridge: DocumentBridge) -> None:
        self._bridge = bridge
        self._begun = False
        self._of: tuple[Engagement, ViewContext] | None = None
        self._done: dict[str, tuple[DoneItem, ...]] = {}

    @property
    def begun(self) -> bool:
        """Whether it is known."""
        return self._begun

    def begin(self) -> None:
        """From now on it is known."""
        self._begun = True

    def done(self, step: Step) -> tuple[DoneItem, ...]:
        """The conditions of "done when" of a step."""
        if not self._begun:
            return ()
        engagement, context = self._bridge.engagement, self._bridge.view_context
        if self._of is None or self._of[0] is not engagement or self._of[1] is not context:
            self._of, self._done = (engagement, context), {}
        if step.id not in self._done:
            self._done[step.id] = step.done_when(engagement, context)
        return self._done[step.id]

    def sub_steps_done(self, step: Step) -> frozenset[str]:
        """The ids of those sub-steps whose conditions all hold."""
        items = [item for item in self.done(step) if item.sub_step and item.done is not None]
        waiting = {item.sub_step for item in items if not item.done}
        return frozenset(item.sub_step for item in items if item.sub_step and item.sub_step not in waiting)

    def status(self, step: Step) -> StepStatus:
        """Nothing yet, done or warned."""
        if not self._begun:
            return StepStatus.OPEN
        return status_of(step, self._bridge.engagement, self.done(step), self._bridge.check_results)


def rail_entries(engagement: Engagement, standing: Standing, place: Place, words: Words) -> tuple[RailEntry, ...]:
    """The lines of the rail; sub-steps stand under the current step only."""
    _ = words
    entries: list[RailEntry] = []
    for step in steps_on(engagement):
        current = step.id == place.step
        listed = step.sub_steps if current and not step.tabbed else ()
        minutes = minutes_of(engagement, step)
        entries.append(
            RailEntry(
                step=step.id,
                sub_step=None,
                title=_("After: 30 · 60 · 90") if step.id == "followup" else _(step.title),
                number="↻" if step.id == "followup" else step.code[1:],
                minutes=_("before") if step.id == "prepare" else "" if step.id == "followup" else str(minutes or ""),
                status=standing.status(step),
                current=current,
                whole=not listed,
            )
        )
        done = standing.sub_steps_done(step) if listed else frozenset()
        entries += [
            RailEntry(
                step.id,
                sub.id,
                _(sub.title),
                status=StepStatus.DONE if sub.id in done else StepStatus.OPEN,
                current=sub.id == place.sub_step,
            )
            for sub in listed
        ]
    return tuple(entries)
