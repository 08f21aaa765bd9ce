"""The sales ledger of a document: loading a batch, its metrics, and the figures the key competence needs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from workshop_app.domain.competence import LedgerFigures
from workshop_app.domain.ledger import Ledger, LedgerRow, ledger_metrics, service_key
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import LedgerBatch
from workshop_app.services.document import Change, Document, Operation
from workshop_app.services.edit import Edit


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


def load_ledger(
    document: Document, rows: Iterable[LedgerRow], *, file: str, report: Any = None, now: datetime | None = None
) -> Change:
    """Load cleaned rows as a batch that counts from now on; its undo takes the batch out again."""
    edit_ids = {batch.id for batch in document.engagement.ledger_batches}
    number = next(n for n in range(1, len(edit_ids) + 2) if f"LB{n:02d}" not in edit_ids)
    stamp = (now or datetime.now()).isoformat(timespec="seconds")
    batch = LedgerBatch(id=f"LB{number:02d}", file=file, imported_at=stamp, report=json.dumps(report or {}))
    document.load_ledger(batch, (_values(batch.id, row) for row in rows))

    def activate(edit: Edit) -> None:
        edit.change(batch, active=True, row_count=document.ledger_rows.count_of(batch.id))
        source = edit.engagement.ledger
        edit.put(replace(source, file=source.file or file))

    return document.run(Operation(Message(N_("Sales ledger loaded: {text}"), {"text": file}), activate))


def _values(batch_id: str, row: LedgerRow) -> tuple[Any, ...]:
    return (
        batch_id,
        row.date.isoformat(),
        row.department_id,
        row.client,
        row.client_key,
        row.service,
        row.service_key,
        row.cents,
        row.document,
        row.manager,
    )
