"""The view context of an open document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from workshop_app.services.document import Document
from workshop_app.steps.step import ViewContext

if TYPE_CHECKING:
    from workshop_app.domain.ledger import Ledger
    from workshop_app.services.ledger import LedgerSources

AT_ONCE_ROWS = 20_000
"""Ledgers of so many rows are worked out at once; longer ones elsewhere, where there is an elsewhere."""


class LedgerMemory:
    """The metrics of a document's sales ledger, worked out anew only where something they come from has changed.

    ``elsewhere`` takes what a long ledger is worked out from to another thread; ``take`` brings the metrics back, and
    until then there are none.
    """

    def __init__(self, document: Document, elsewhere: Callable[[LedgerSources], object] | None = None) -> None:
        self._document, self._elsewhere = document, elsewhere
        self._key: tuple[object, ...] | None = None
        self._ledger: Ledger | None = None
        self._waiting: LedgerSources | None = None

    def ledger(self) -> Ledger | None:
        """The metrics of the active rows; None where no ledger is loaded, or while they are worked out."""
        engagement = self._document.engagement
        batches = tuple(batch for batch in engagement.ledger_batches if batch.active)
        departments = tuple(department.id for department in engagement.departments)
        key = (batches, departments, engagement.ledger.addon_services)
        if key != self._key:
            self._key = key
            self._begin(sum(batch.row_count for batch in batches))
        return self._ledger

    def _begin(self, rows: int) -> None:
        from workshop_app.services.ledger import LedgerSources

        sources = LedgerSources.of(self._document)
        self._ledger = self._waiting = None
        if sources is not None and self._elsewhere is not None and rows > AT_ONCE_ROWS:
            self._waiting = sources
            self._elsewhere(sources)
        elif sources is not None:
            self._ledger = sources.metrics()

    def waiting(self) -> Callable[[], Ledger | None] | None:
        """How another thread may work out what is not here yet; None when nothing is waited for."""
        return self._waiting.metrics if self._waiting else None

    def take(self, sources: LedgerSources, ledger: Ledger | None) -> bool:
        """The metrics have come back; False when they are no longer those that are waited for."""
        if sources is not self._waiting:
            return False
        self._ledger, self._waiting = ledger, None
        return True


def view_context(document: Document, as_of: date, memory: LedgerMemory | None = None) -> ViewContext:
    """The day, and the sales ledger's metrics where one is loaded; ``memory`` keeps them from state to state."""
    memory = memory or LedgerMemory(document)
    return (
        ViewContext(as_of, memory.ledger, memory.waiting) if document.engagement.ledger_batches else ViewContext(as_of)
    )
