"""The view context of an open document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop_app.services.document import Document
from workshop_app.steps.step import ViewContext

if TYPE_CHECKING:
    from workshop_app.domain.ledger import Ledger


class LedgerMemory:
    """The metrics of a document's sales ledger, worked out anew only where something they come from has changed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._sources: tuple[object, ...] | None = None
        self._ledger: Ledger | None = None

    def ledger(self) -> Ledger | None:
        """The metrics of the active rows; None where no ledger is loaded."""
        engagement = self._document.engagement
        batches = tuple(batch for batch in engagement.ledger_batches if batch.active)
        departments = tuple(department.id for department in engagement.departments)
        sources = (batches, departments, engagement.ledger.addon_services)
        if sources != self._sources:
            from workshop_app.services.ledger import ledger_of

            self._sources, self._ledger = sources, ledger_of(self._document)
        return self._ledger


def view_context(document: Document, as_of: date, memory: LedgerMemory | None = None) -> ViewContext:
    """The day, and the sales ledger's metrics where one is loaded; ``memory`` keeps them from state to state."""
    memory = memory or LedgerMemory(document)
    return ViewContext(as_of, memory.ledger) if document.engagement.ledger_batches else ViewContext(as_of)
