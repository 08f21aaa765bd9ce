"""The view context of an open document."""

from __future__ import annotations

from datetime import date

from workshop_app.services.document import Document
from workshop_app.steps.step import ViewContext


def view_context(document: Document, as_of: date) -> ViewContext:
    """The day, and the sales ledger's metrics where one is loaded."""
    if not document.engagement.ledger_batches:
        return ViewContext(as_of)
    from workshop_app.services.ledger import figures_of, ledger_of

    ledger = ledger_of(document)
    return ViewContext(as_of, ledger, figures_of(ledger))
