"""The page of cooperation: the client's way with its handoffs, projects and teams."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.model import ProjectStage
from workshop_app.steps.cooperation.view import CooperationView, cooperation_view


class CooperationPage(SteppedPage):
    """S6."""

    step_id = "cooperation"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """Handoffs and projects."""
        from ui.steps.cooperation.handoffs import HandoffsPage
        from ui.steps.cooperation.projects import ProjectsPage

        return {"handoffs": HandoffsPage, "projects": ProjectsPage}

    def view(self) -> CooperationView:
        """The step as it is now."""
        return cooperation_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Activities that wait for a handoff are offered among the handoffs; the plan lacks a project."""
        places = {
            "handoffs": "handoffs",
            "handoff": "handoffs",
            "activity": "handoffs",
            "projects": "projects",
            "project": "projects",
            "project_stages": "projects",
            "plan": "projects",
        }
        return places.get(table or "")

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """A stage belongs to its project; an activity is shown by the handoff that it waits for."""
        stage = self.engagement.get(ProjectStage, place.row_id)
        if stage is not None:
            return stage.project_id
        waiting = [line for line in self.view().suggested if line.suggested]
        found = next((x.id for x in waiting if x.suggested and x.suggested.activity_id == place.row_id), None)
        return found or place.row_id
