"""The page of the diagnosis: five numbers, image exchange, common problem."""

from __future__ import annotations

from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.steps.diagnosis.view import DiagnosisView, diagnosis_view


class DiagnosisPage(SteppedPage):
    """S2."""

    step_id = "diagnosis"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """The three sub-steps."""
        from ui.steps.diagnosis.images import ImagesPage
        from ui.steps.diagnosis.numbers import NumbersPage
        from ui.steps.diagnosis.problem import ProblemPage

        return {"numbers": NumbersPage, "images": ImagesPage, "problem": ProblemPage}

    def view(self) -> DiagnosisView:
        """The diagnosis as it is now."""
        return diagnosis_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Cards are images, the statement is the problem, the ledger is the numbers."""
        places = {"image_cards": "images", "diagnosis": "problem", "ledger": "numbers", "ledger_batches": "numbers"}
        return places.get(table or "")
