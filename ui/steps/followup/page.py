"""The page after the session: the meeting on day 30, 60 or 90, and the claims asked again."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.followup.view import FollowUpView, followup_view


class FollowUpPage(SteppedPage):
    """S12."""

    step_id = "followup"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The two sub-steps."""
        from ui.steps.followup.again_page import AgainPage
        from ui.steps.followup.day_page import DayPage

        return {"day": DayPage, "again": AgainPage}

    def view(self) -> FollowUpView:
        """The follow-up as it is now."""
        return followup_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Follow-ups and actions are talked about in the meeting."""
        return "day" if table in {"followup", "followups", "action", "actions", "plan"} else None
