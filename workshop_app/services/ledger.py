"""The sales ledger of a document: loading a batch, its metrics, and the figures the key competence needs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

from workshop_app.domain.competence import LedgerFigures
from workshop_app.domain.ledger import Ledger, LedgerRow, ledger_metrics, service_key
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import LedgerBatch
from workshop_app.services.document import Change, Document, Operation
from workshop_app.services.edit import Edit

_PART = 20_000


def ledger_of(document: Document) -> Ledger | None:
    """The metrics of the active rows; None where no ledger is loaded."""
    table = document.ledger_rows
    if not any(batch.active for batch in document.engagement.ledger_batches) or not table.count():
        return None
    engagement = document.engagement
    return ledger_metrics(
        table.aggregates(),
        [department.id for department in engagement.departments],
        {service_key(service) for service in engagement.ledger.addon_services},
        {**table.names("service"), **table.names("client")},
    )


def figures_of(ledger: Ledger | None) -> LedgerFigures | None:
    """Retention and bought-once share of the last full year (METHOD C.7)."""
    year = ledger.last_full if ledger else None
    if year is None or year.comparison is None:
        return None
    comparison = year.comparison
    cohort = comparison.cohort
    return LedgerFigures(comparison.retention_pct, cohort.bought_once_pct if cohort else None)


class LedgerLoading:
    """A batch on its way into the document, in parts, so that a window stays alive meanwhile.

    ``rows`` are plain tuples: the fields of ``LedgerRow``, the day as YYYY-MM-DD.

    ``write`` until it says False, then ``finish``. Nothing counts before ``finish``: what is left of a loading that was
    given up is thrown away when the document is closed.
    """

    def __init__(
        self,
        document: Document,
        rows: Iterable[tuple[Any, ...]],
        *,
        file: str,
        report: Any = None,
        now: datetime | None = None,
        also: Callable[[Edit], object] | None = None,
        replace_earlier: bool = False,
    ) -> None:
        ids = {batch.id for batch in document.engagement.ledger_batches}
        number = next(n for n in range(1, len(ids) + 2) if f"LB{n:02d}" not in ids)
        stamp = (now or datetime.now()).isoformat(timespec="seconds")
        self._document, self._rows = document, iter(rows)
        self._also, self._replace_earlier = also, replace_earlier
        self.batch = LedgerBatch(id=f"LB{number:02d}", file=file, imported_at=stamp, report=json.dumps(report or {}))
        self.written = 0
        document.load_ledger(self.batch, ())

    def write(self, most: int) -> bool:
        """Write up to ``most`` rows; False when none was left."""
        written = self._document.add_ledger_rows(self.batch, islice(self._rows, most))
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


def load_ledger(
    document: Document,
    rows: Iterable[LedgerRow],
    *,
    file: str,
    report: Any = None,
    now: datetime | None = None,
    also: Callable[[Edit], object] | None = None,
) -> Change:
    """Load cleaned rows as a batch that counts from now on; its undo takes the batch out again.

    ``also`` is done in the same step: departments and spellings that the ledger brings along.
    """
    values = ((row.date.isoformat(), *row[1:]) for row in rows)
    loading = LedgerLoading(document, values, file=file, report=report, now=now, also=also)
    while loading.write(_PART):
        pass
    return loading.finish()
