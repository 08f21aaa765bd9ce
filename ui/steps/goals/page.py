"""The page of competence and goals: voting on the candidates, and the cards of the common goals."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.model import CompetenceVotes, Contribution
from workshop_app.steps.goals.view import GoalsView, goals_view


class GoalsPage(SteppedPage):
    """S4."""

    step_id = "goals"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """Competence and goals."""
        from ui.steps.goals.competence import CompetencePage
        from ui.steps.goals.goal_list import GoalListPage

        return {"competence": CompetencePage, "goals": GoalListPage}

    def view(self) -> GoalsView:
        """Competence and goals as they are now."""
        return goals_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Candidates and votes are the competence; a check of the whole plan speaks of what is missing first."""
        if table in {"competences", "competence", "competence_votes"}:
            return "competence"
        if table == "plan":
            return "goals" if any(c.chosen for c in self.engagement.competences) else "competence"
        return "goals" if table in {"goals", "goal", "contributions"} else None

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """Votes belong to their candidate, a contribution to its goal."""
        engagement = self.engagement
        votes = engagement.get(CompetenceVotes, place.row_id)
        contribution = engagement.get(Contribution, place.row_id)
        if votes is not None:
            return votes.competence_id
        return contribution.goal_id if contribution is not None else place.row_id
