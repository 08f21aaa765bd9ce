"""The page of the rewards: before and after, the test on a case, recognition."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.rewards.view import RewardsView, rewards_view


class RewardsPage(SteppedPage):
    """S9."""

    step_id = "rewards"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The three sub-steps."""
        from ui.steps.rewards.lead_test import LeadTestPage
        from ui.steps.rewards.recognition import RecognitionPage
        from ui.steps.rewards.simulation import SimulationPage

        return {"simulation": SimulationPage, "test": LeadTestPage, "recognition": RecognitionPage}

    def view(self) -> RewardsView:
        """Rewards as they are now."""
        return rewards_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Recognition and credit rules are the third; a whole-plan check may be about either."""
        if table in {"recognition", "nominations", "credit_rules", "credit_rule"}:
            return "recognition"
        return "simulation" if table else None
