"""The page of the preparation: company, departments and people, agenda, materials."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.prepare.view import PrepareView, prepare_view


class PreparePage(SteppedPage):
    """S1."""

    step_id = "prepare"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The sub-steps."""
        from ui.steps.prepare.agenda import AgendaPage
        from ui.steps.prepare.company import CompanyPage
        from ui.steps.prepare.materials import MaterialsPage
        from ui.steps.prepare.people import PeoplePage

        pages = (CompanyPage, PeoplePage, AgendaPage, MaterialsPage)
        return {page.name: page for page in pages}

    def view(self) -> PrepareView:
        """The preparation as it is now."""
        return prepare_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """People and departments are on one sub-step, the agenda on another, the rest is the company."""
        places = {"agenda": "agenda", "company": "company", "settings": "company", "session": "company"}
        if table in {"people", "person", "departments", "department", "positions", "position"}:
            return "people"
        return places.get(table or "")
