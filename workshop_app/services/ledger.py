"""The sales ledger of a document: loading a batch, its metrics, and the figures the key competence needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from itertools import islice
from pathlib import Path

from workshop_app.domain.competence import LedgerFigures
from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import (
    Ledger,
    ledger_metrics,
    service_key,
)
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import LedgerBatch
from workshop_app.services.document import Change, Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.storage.ledger_part import LedgerPart
from workshop_app.storage.ledger_sums import sums_of


class ReckoningStopped(Exception):
    """Nobody wants the metrics any more."""


@frozen
class LedgerSources:
    """What the metrics of a ledger come from, taken out of a document at one moment: any thread may work them out."""

    parts: tuple[tuple[LedgerPart, ...], ...]
    departments: tuple[str, ...]
    addon_services: tuple[str, ...]
    path: Path

    @classmethod
    def of(cls, document: Document) -> LedgerSources | None:
        """The rows that count; None where no ledger is loaded."""
        engagement = document.engagement
        if not any(batch.active for batch in engagement.ledger_batches):
            return None
        parts = document.ledger_rows.active_parts()
        departments = tuple(department.id for department in engagement.departments)
        return cls(parts, departments, engagement.ledger.addon_services, document.file.path) if any(parts) else None

    def metrics(self, stopping: Callable[[], bool] = lambda: False) -> Ledger:
        """The metrics of every year. Raises ``ReckoningStopped`` soon after ``stopping`` says so."""

        def look() -> None:
            if stopping():
                raise ReckoningStopped

        sums = sums_of(self.parts, self.path, look)
        addons = {service_key(service) for service in self.addon_services}
        names = {**sums.services, **sums.clients}
        return ledger_metrics(sums.aggregates, self.departments, addons, names)


def ledger_of(document: Document) -> Ledger | None:
    """The metrics of the active rows; None where no ledger is loaded."""
    sources = LedgerSources.of(document)
    return sources.metrics() if sources else None


def figures_of(ledger: Ledger | None) -> LedgerFigures | None:
    """Retention and bought-once share of the last full year (METHOD C.7)."""
    year = ledger.last_full if ledger else None
    if year is None or year.comparison is None:
        return None
    comparison = year.comparison
    cohort = comparison.cohort
    return LedgerFigures(comparison.retention_pct, cohort.bought_once_pct if cohort else None)


class LedgerLoading:
    """A batch on its way into the document, part by part, so that a window stays alive meanwhile.

    ``write`` until it says False, then ``finish``. Nothing counts before ``finish``: what is left of a loading that was
    given up is thrown away when the document is closed.
    """

    def __init__(
        self,
        document: Document,
        parts: Iterable[LedgerPart],
        *,
        file: str,
        report: Mapping[str, object] | None = None,
        now: datetime | None = None,
        also: Callable[[Edit], object] | None = None,
        replace_earlier: bool = False,
    ) -> None:
        ids = {batch.id for batch in document.engagement.ledger_batches}
        number = next(n for n in range(1, len(ids) + 2) if f"LB{n:02d}" not in ids)
        stamp = (now or datetime.now()).isoformat(timespec="seconds")
        self._document, self._parts = document, iter(parts)
        self._also, self._replace_earlier = also, replace_earlier
        self.batch = LedgerBatch(id=f"LB{number:02d}", file=file, imported_at=stamp, report=json.dumps(report or {}))
        self.written = 0
        document.load_ledger(self.batch)

    def write(self, most: int | None = None) -> bool:
        """Write up to ``most`` parts, None = all; False when none was left."""
        written = self._document.add_ledger_parts(self.batch, islice(self._parts, most))
        self.written += written
        return bool(written)

    def finish(self) -> Change:
        """The rows count from now on, in one step that can be undone."""
        return self._document.run(
            Operation(Message(N_("Sales ledger loaded: {text}"), {"text": self.batch.file}), self._apply)
        )

    def _apply(self, edit: Edit) -> None:
        if self._also is not None:
            self._also(edit)
        if self._replace_earlier:
            for earlier in edit.engagement.ledger_batches:
                edit.change(earlier, active=False)
        edit.change(self.batch, active=True, row_count=self.written)
        source = edit.engagement.ledger
        keep = source.file if not self._replace_earlier else None
        edit.put(replace(source, file=keep or self.batch.file))
