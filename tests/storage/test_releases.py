"""Promises to files that people have: what was released stays as it was, and every released file opens whole."""

from __future__ import annotations

import hashlib
import json
import lzma
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from workshop_app.domain.ledger import LedgerRow
from workshop_app.domain.model import TABLES
from workshop_app.exchange.results import results
from workshop_app.services.document import Document
from workshop_app.services.ledger import ledger_of
from workshop_app.storage import migrations

RELEASES = Path(__file__).resolve().parents[1] / "data" / "releases"
RELEASED = {
    "schema_1.sql": "daa2da561aca36362da4333d9883c6508f287b84c26b8a6085ea0aa55e5381a6",
    "wordings_2.sql": "14ef78aebdc2987cb825297e9d86eadef2840c691a2f0f1705bcc4b0a36bff52",
    "schema_4.sql": "262feeddb07d294be536bcdbbe2a1660aeece32b0f806f95b3dbbdcacb669b15",
    "nominations_3.sql": "3b059055bbb6d48eb46fee44525c50c621ceb504b3d4959a90487594b410f142",
}
"""SHA-256 of every schema text. A released one never changes; a new table comes with a new text and a new version."""

FILES = {"1_0": (1, 0), "1_1": (1, 1), "1_2": (1, 2), "1_3": (1, 3)}
"""The Russian example as each version wrote it."""

NOT_IN_THE_MODEL = {"ledger_parts", "_sqlite_migrations"}


def unpacked(name: str, folder: Path) -> Path:
    path = folder / f"{name}.workshop"
    path.write_bytes(lzma.decompress((RELEASES / f"{name}.workshop.xz").read_bytes()))
    return path


def version(path: Path) -> int:
    connection = sqlite3.connect(path)
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.close()
    return found


def test_released_schema_texts_never_change() -> None:
    folder = Path(migrations.__file__).parent
    texts = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.sql")}
    assert texts == RELEASED


def test_there_is_a_file_of_every_version() -> None:
    versions = [migration.version for migration in migrations.workshop_format().migrations]
    assert versions == list(FILES.values())


@pytest.mark.parametrize("name", FILES)
def test_a_released_file_opens_whole_and_becomes_new(name: str, tmp_path: Path) -> None:
    path = unpacked(name, tmp_path)
    major, minor = FILES[name]
    assert version(path) == major << 16 | minor
    document = Document.open(path)
    engagement = document.engagement
    assert engagement.company.name == "ООО «Аргонт-Сервис»"
    assert len(engagement.people) == 18 and len(engagement.functions) == 71 and len(engagement.actions) == 25
    found = results(engagement, engagement.company.as_of or date.today())
    assert len(found["findings"]) == 30 and len(found["rewards"]) == 2
    document.close()
    assert version(path) == migrations.workshop_format().newest


def sales(document: Document) -> list[LedgerRow]:
    parts = document.ledger_rows.sales_of("LB01")
    return [row for part in parts for row in part.rows()]


def test_the_ledger_of_an_older_file_is_packed_without_losing_a_row(tmp_path: Path) -> None:
    """Since 1.3 sales stand packed in parts."""
    older, newer = (Document.open(unpacked(name, tmp_path)) for name in ("1_2_ledger", "1_3"))
    assert len(sales(older)) == 4979 and sales(older) == sales(newer)
    expected = json.loads((RELEASES.parent / "demo" / "expected_ru.json").read_text(encoding="utf-8"))["ledger"]
    for document in (older, newer):
        ledger = ledger_of(document)
        assert ledger is not None and ledger.as_json() == expected
        document.close()


def test_the_file_has_the_tables_of_the_model_and_no_others(tmp_path: Path) -> None:
    path = tmp_path / "New.workshop"
    Document.create(path).close()
    connection = sqlite3.connect(path)
    tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    others = connection.execute("SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall()
    connection.close()
    assert tables == {row_type.table for row_type in TABLES} | NOT_IN_THE_MODEL
    assert others == []
