"""The page of the preparation: company, departments and people, agenda, materials."""

from __future__ import annotations

from collections.abc import Mapping

from ui.pages.stepped import SteppedPage, SubPage, SubPageMaker
from ui.steps.prepare.company import CompanyPage
from workshop_app.steps.prepare.view import PrepareView, prepare_view


def _people(page: SteppedPage) -> SubPage:
    from ui.steps.prepare.people import PeoplePage

    return PeoplePage(page)


def _agenda(page: SteppedPage) -> SubPage:
    from ui.steps.prepare.agenda import AgendaPage

    return AgendaPage(page)


def _materials(page: SteppedPage) -> SubPage:
    from ui.steps.prepare.materials import MaterialsPage

    return MaterialsPage(page)


def _invitation(page: SteppedPage) -> SubPage:
    from ui.steps.prepare.invitation import InvitationPage

    return InvitationPage(page)


class PreparePage(SteppedPage):
    """S1."""

    step_id = "prepare"

    def sub_pages(self) -> Mapping[str, SubPageMaker]:
        """The sub-steps."""
        return {
            "company": CompanyPage,
            "people": _people,
            "agenda": _agenda,
            "materials": _materials,
            "invitation": _invitation,
        }

    def view(self) -> PrepareView:
        """The preparation as it is now."""
        return prepare_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """People and departments are on one sub-step, the agenda on another, the rest is the company."""
        places = {"agenda": "agenda", "company": "company", "settings": "company", "session": "company"}
        places["wordings"] = "invitation"
        if table in {"people", "person", "departments", "department", "positions", "position"}:
            return "people"
        return places.get(table or "")
