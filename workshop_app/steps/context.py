"""The view context of an open document."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from workshop_app.services.document import Document
from workshop_app.steps.step import ViewContext

if TYPE_CHECKING:
    from workshop_app.domain.ledger import Ledger


def view_context(document: Document, as_of: date) -> ViewContext:
    """The day, and the sales ledger's metrics where one is loaded."""

    def load() -> Ledger | None:
        from workshop_app.services.ledger import ledger_of

        return ledger_of(document)

    return ViewContext(as_of, load) if document.engagement.ledger_batches else ViewContext(as_of)
