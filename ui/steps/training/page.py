"""The page of training: the matrix of skills, and the plan."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.model import SkillLevel
from workshop_app.steps.training.view import TrainingView, training_view


class TrainingPage(SteppedPage):
    """S7."""

    step_id = "training"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """Skills and plan."""
        from ui.steps.training.plan import TrainingPlanPage
        from ui.steps.training.skills import SkillsPage

        return {"skills": SkillsPage, "plan": TrainingPlanPage}

    def view(self) -> TrainingView:
        """The step as it is now."""
        return training_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """What the checks miss is planned; skills have their matrix."""
        if table in {"skills", "skill", "skill_levels"}:
            return "skills"
        return "plan" if table in {"training", "department", "plan"} else None

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """A level stands in the row of its skill; a department is shown by what it is offered."""
        level = self.engagement.get(SkillLevel, place.row_id)
        if level is not None:
            return level.skill_id
        offered = self.view().suggested
        found = next((x.id for x in offered if x.suggestion and x.suggestion.department_id == place.row_id), None)
        return found or place.row_id
