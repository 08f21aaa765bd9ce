"""The page of the audit: collecting, matching, overlay, decisions."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.audit.view import AuditView, audit_view


class AuditPage(SteppedPage):
    """S3."""

    step_id = "audit"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The four sub-steps."""
        from ui.steps.audit.collect import CollectPage
        from ui.steps.audit.match import MatchPage
        from ui.steps.audit.overlay import DecidePage, OverlayPage

        return {"collect": CollectPage, "match": MatchPage, "overlay": OverlayPage, "decide": DecidePage}

    def view(self) -> AuditView:
        """The audit as it is now."""
        return audit_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Function lines are collected, decisions decided, the rest is the overlay."""
        places = {"functions": "collect", "function": "collect", "decisions": "decide", "decision": "decide"}
        if table in {"activities", "activity", "claims", "department", "departments"}:
            return "overlay"
        return places.get(table or "")

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """A decision stands in the row of its activity."""
        decision = next((d for d in self.engagement.decisions if d.id == place.row_id), None)
        return decision.activity_id if decision else place.row_id
