"""What views are handed: the ledger's metrics are worked out anew only where something they come from has changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.demo_files import example_file
from workshop_app.domain.message import Message
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, put_rows
from workshop_app.steps.context import LedgerMemory, view_context

DAY = date(2026, 4, 20)


def test_metrics_stay_while_names_are_typed_and_follow_the_ledger(tmp_path: Path) -> None:
    document = Document.open(example_file(tmp_path / "Demo.workshop"))
    memory = LedgerMemory(document)
    first = view_context(document, DAY, memory).ledger
    assert first is not None and first.metrics
    person = document.engagement.people[0]
    document.run(put_rows(Message("x"), [replace(person, name="Другое имя")]))
    assert view_context(document, DAY, memory).ledger is first
    source = document.engagement.ledger
    document.run(change_row(Message("x"), source, addon_services=()))
    changed = view_context(document, DAY, memory).ledger
    assert changed is not None and changed != first
    for batch in document.engagement.ledger_batches:
        document.run(change_row(Message("x"), batch, active=False))
    assert view_context(document, DAY, memory).ledger is None
    document.close()
