"""The page of the roles: the RACI matrix and the role cards."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.model import RaciCell, RoleCard
from workshop_app.steps.roles.view import RolesView, roles_view


class RolesPage(SteppedPage):
    """S5."""

    step_id = "roles"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """Matrix and cards."""
        from ui.steps.roles.cards import CardsPage
        from ui.steps.roles.matrix import MatrixPage

        return {"matrix": MatrixPage, "cards": CardsPage}

    def view(self) -> RolesView:
        """The roles as they are now."""
        return roles_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """A card that is missing is made among the cards; letters and people without any stand in the matrix."""
        if table == "role_cards":
            return "cards"
        if table not in {"person", "people"}:
            return "matrix" if table else None
        lettered = any(cell.person_id == row_id for cell in self.engagement.raci_cells)
        return "cards" if lettered and self.engagement.get(RoleCard, row_id) is None else "matrix"

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """A cell stands in the row of its activity."""
        cell = self.engagement.get(RaciCell, place.row_id)
        return cell.activity_id if cell is not None else place.row_id
