"""The pages of the steps: one line a step; a page's module is imported when the page is first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.context import WindowContext
    from ui.pages.base import StepPage

PageMaker = Callable[["WindowContext"], "StepPage"]


def _audit(context: WindowContext) -> StepPage:
    from ui.steps.audit.page import AuditPage

    return AuditPage(context)


def _plan(context: WindowContext) -> StepPage:
    from ui.steps.plan.page import PlanPage

    return PlanPage(context)


PAGES: Mapping[str, PageMaker] = MappingProxyType(
    {
        "audit": _audit,
        "plan": _plan,
    }
)
"""Step id → its page. Add a step: one function above, one line here."""
