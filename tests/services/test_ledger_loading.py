"""Sales on their way into a workshop: what counts, what they are called, and how they go again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, LedgerBatch
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
from workshop_app.services.ledger import LedgerLoading, LedgerSources, ledger_of
from workshop_app.services.operations import add_row

NOW = datetime(2026, 2, 1)


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made = Document.create(tmp_path / "Plan.workshop")
    made.run(add_row(Message("department"), Department(id="A", name="ОП-1")))
    yield made
    made.close()


def load(document: Document, name: str, amount: int, *, replace_earlier: bool = False) -> None:
    file = document.file.path.with_name(name)
    file.write_text(f"Дата;Отдел;Клиент;Услуга;Сумма\n10.12.2025;ОП-1;Север;Поверка;{amount}\n", encoding="utf-8")
    plan_ledger(document.engagement, file).load(document, NOW, replace_earlier=replace_earlier)


def state(document: Document) -> tuple[int | None, str | None, list[bool]]:
    """The revenue of 2025, the file that is named, and which batches count."""
    ledger, engagement = ledger_of(document), document.engagement
    year = ledger.last_full if ledger else None
    revenue = None if year is None else int(year.revenue)
    return revenue, engagement.ledger.file, [batch.active for batch in engagement.rows(LedgerBatch)]


def test_sales_are_added_or_take_the_place_of_earlier_ones_and_undo_goes_back_to_nothing(document: Document) -> None:
    empty = (None, None, [])
    assert state(document) == empty and LedgerSources.of(document) is None
    load(document, "first.csv", 100)
    assert state(document) == (100, "first.csv", [True])
    load(document, "more.csv", 20)
    assert state(document) == (120, "first.csv", [True, True])
    load(document, "anew.csv", 7, replace_earlier=True)
    assert state(document) == (7, "anew.csv", [False, False, True])
    document.undo()
    assert state(document)[:2] == (120, "first.csv")
    document.undo()
    assert state(document)[:2] == (100, "first.csv")
    document.undo()
    assert state(document)[0] is None


def test_what_goes_with_the_sales_is_part_of_their_step_and_earlier_sales_stay_unless_told(document: Document) -> None:
    load(document, "first.csv", 100)
    loading = LedgerLoading(
        document, (), file="more.csv", now=NOW, also=lambda edit: edit.add(Department(id="B", name="ОП-2"))
    )
    assert not loading.write()
    assert [row.id for row in document.engagement.departments] == ["A"], "nothing counts before the end"
    loading.finish()
    assert [row.id for row in document.engagement.departments] == ["A", "B"]
    assert state(document) == (100, "first.csv", [True, True])
    document.undo()
    assert [row.id for row in document.engagement.departments] == ["A"] and state(document)[0] == 100
