"""The page of feedback and monitoring: indicators, pulse survey, suggestions."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.feedback.view import FeedbackView, feedback_view


class FeedbackPage(SteppedPage):
    """S10."""

    step_id = "feedback"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The three sub-steps."""
        from ui.steps.feedback.indicators_page import IndicatorsPage
        from ui.steps.feedback.pulse_page import PulsePage
        from ui.steps.feedback.suggestions_page import SuggestionsPage

        return {"indicators": IndicatorsPage, "pulse": PulsePage, "suggestions": SuggestionsPage}

    def view(self) -> FeedbackView:
        """The step as it is now."""
        return feedback_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Each kind of record has its sub-step."""
        places = {
            "indicators": "indicators",
            "indicator": "indicators",
            "surveys": "pulse",
            "survey": "pulse",
            "suggestions": "suggestions",
            "suggestion": "suggestions",
        }
        return places.get(table or "")
