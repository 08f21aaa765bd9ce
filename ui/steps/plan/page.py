"""The page of the action plan: actions, follow-ups and signatures, printing."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.plan.view import PlanView, plan_view


class PlanPage(SteppedPage):
    """S11."""

    step_id = "plan"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The three sub-steps."""
        from ui.steps.plan.actions_page import ActionsPage
        from ui.steps.plan.print_page import PrintPage
        from ui.steps.plan.signing_page import SigningPage

        return {"actions": ActionsPage, "signing": SigningPage, "print": PrintPage}

    def view(self) -> PlanView:
        """The plan as it is now."""
        return plan_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Follow-ups and signatures have their own sub-step."""
        if table in {"followups", "followup", "sign_offs"}:
            return "signing"
        return "actions" if table in {"actions", "action", "person", "department", "plan", "recommendation"} else None
