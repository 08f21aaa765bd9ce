"""From every old version to the newest: wholly, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlite_utils import Database

from workshop_app.storage.backups import list_backups
from workshop_app.storage.errors import DiskFull, NewerVersion, UnsafeFile
from workshop_app.storage.file import WorkshopFile, create, open_copy, open_file
from workshop_app.storage.migrations import (
    Format,
    Migration,
    expected_schema,
    fingerprint_of,
    schema_of,
    workshop_format,
)

Opened = Callable[..., WorkshopFile]


def rebuild(database: Database) -> None:
    """A change that SQLite itself can't make: issue loses a column, its children stay."""
    database["issue"].transform(drop={"pos"})


def fill(database: Database) -> None:
    database["answer"].upsert({"step": "s", "field": "new", "value": "1.1"}, pk=("step", "field"))


SECOND = Migration(
    "0002_minutes", (1, 1), "ALTER TABLE action ADD COLUMN minutes INTEGER;\nCREATE INDEX m ON action (minutes);"
)
THIRD = Migration("0003_rebuild", (2, 0), rebuild)
FOURTH = Migration("0004_fill", (2, 1), fill)


@pytest.fixture
def newer(fmt: Format) -> Format:
    return replace(fmt, migrations=(*fmt.migrations, SECOND, THIRD, FOURTH))


def dump(file: WorkshopFile) -> dict[str, list[Any]]:
    return {
        table: file.connection.execute(f"SELECT * FROM {table} ORDER BY 1").fetchall()
        for table in ("action", "issue", "participant")
    }


def test_an_old_file_is_backed_up_and_updated(
    document: WorkshopFile, fmt: Format, newer: Format, data_folder: Path
) -> None:
    before = dump(document)
    document.close()
    with open_file(document.path, fmt=newer, data_folder=data_folder) as file:
        after = dump(file)
        assert after["action"] == [(*row, None) for row in before["action"]]
        assert after["issue"] == [row[:2] for row in before["issue"]]
        assert file.connection.execute("SELECT value FROM answer WHERE field = 'new'").fetchone() == ("1.1",)
        assert file.connection.execute("PRAGMA user_version").fetchone() == (2 << 16 | 1,)
        assert file.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
        names = [row[0] for row in file.connection.execute("SELECT name FROM _sqlite_migrations ORDER BY id")]
        assert names == ["0001_first", "0002_minutes", "0003_rebuild", "0004_fill"]
        with pytest.raises(sqlite3.DatabaseError):
            file.connection.execute("CREATE TABLE x (a)")
    (backup,) = list_backups(document.path, data_folder=data_folder)
    assert backup.reason == "update"
    with open_copy(backup.path, fmt=newer) as old:
        assert dump(old) == before
    with pytest.raises(NewerVersion):
        open_file(document.path, fmt=fmt, data_folder=data_folder)


def test_a_new_file_and_an_updated_one_have_the_same_schema(
    document: WorkshopFile, newer: Format, data_folder: Path, tmp_path: Path
) -> None:
    document.close()
    with open_file(document.path, fmt=newer, data_folder=data_folder) as old, create(tmp_path / "n", fmt=newer) as new:
        query = "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2"
        assert old.connection.execute(query).fetchall() == new.connection.execute(query).fetchall()
    open_file(document.path, fmt=newer, data_folder=data_folder).close()
    assert len(list_backups(document.path, data_folder=data_folder)) == 1, "a new file needs no backup"


def test_a_migration_that_fails_changes_nothing(document: WorkshopFile, fmt: Format, data_folder: Path) -> None:
    def fails(database: Database) -> None:
        database["issue"].delete_where()
        database["more"].insert({"id": 1}, pk="id")
        if database["participant"].count:
            raise ZeroDivisionError

    document.close()
    content = document.path.read_bytes()
    bad = replace(fmt, migrations=(*fmt.migrations, SECOND, Migration("bad", (1, 2), fails)))
    with pytest.raises(ZeroDivisionError):
        open_file(document.path, fmt=bad, data_folder=data_folder)
    assert document.path.read_bytes() == content
    assert [path.name for path in document.path.parent.iterdir()] == [document.path.name]


def test_an_updated_file_has_no_empty_room(document: WorkshopFile, fmt: Format, data_folder: Path) -> None:
    with document.transaction() as connection:
        connection.execute("INSERT INTO answer VALUES ('s', 'long', ?)", ("0" * 1_000_000,))
    document.close()
    shorter = Migration("0002_shorter", (1, 1), "DELETE FROM answer WHERE field = 'long';")
    with open_file(
        document.path, fmt=replace(fmt, migrations=(*fmt.migrations, shorter)), data_folder=data_folder
    ) as file:
        assert document.path.stat().st_size < 100_000
        assert file.connection.execute("PRAGMA freelist_count").fetchone() == (0,)
        with pytest.raises(sqlite3.DatabaseError):
            file.connection.execute("ATTACH ':memory:' AS other")
        with file.transaction() as connection:
            connection.execute("DELETE FROM answer")


def test_no_room_to_make_an_updated_file_smaller(
    document: WorkshopFile, newer: Format, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_connection: sqlite3.Connection) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    document.close()
    monkeypatch.setattr("workshop_app.storage.connection.give_room_back", full)
    with open_file(document.path, fmt=newer, data_folder=data_folder) as file:
        assert file.connection.execute("PRAGMA user_version").fetchone() == (2 << 16 | 1,)


def test_a_migration_may_not_break_references(document: WorkshopFile, fmt: Format, data_folder: Path) -> None:
    document.close()
    content = document.path.read_bytes()
    bad = replace(fmt, migrations=(*fmt.migrations, Migration("bad", (1, 1), "DELETE FROM issue WHERE id = 1;")))
    with pytest.raises(sqlite3.IntegrityError):
        open_file(document.path, fmt=bad, data_folder=data_folder)
    assert document.path.read_bytes() == content


def test_no_room_for_the_backup_no_migration(
    document: WorkshopFile, newer: Format, data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document.close()
    content = document.path.read_bytes()

    def full(*_: object, **__: object) -> None:
        raise DiskFull(document.path)

    monkeypatch.setattr("workshop_app.storage.file.copy_database", full)
    with pytest.raises(DiskFull):
        open_file(document.path, fmt=newer, data_folder=data_folder)
    assert document.path.read_bytes() == content


def test_an_old_file_that_is_only_read_is_shown_as_a_new_one_and_stays_as_it_was(
    document: WorkshopFile, newer: Format, fmt: Format
) -> None:
    document.close()
    content = document.path.read_bytes()
    with open_file(document.path, read_only=True, fmt=newer) as shown, shown.reading() as connection:
        assert schema_of(connection) == expected_schema(newer, newer.newest) != expected_schema(newer, fmt.newest)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            connection.execute("PRAGMA user_version = 7")
    assert document.path.read_bytes() == content


def test_an_old_file_with_foreign_parts_is_not_updated(
    document: WorkshopFile, newer: Format, data_folder: Path
) -> None:
    path = document.path
    document.close()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE INDEX m ON action (text)")
    connection.close()
    with pytest.raises(UnsafeFile):
        open_file(path, fmt=newer, data_folder=data_folder)
    assert list_backups(path, data_folder=data_folder) == ()


def test_every_released_schema_is_known_by_its_fingerprint() -> None:
    fmt = workshop_format()
    for migration in fmt.migrations:
        assert migration.fingerprint == fingerprint_of(expected_schema(fmt, migration.number)), migration.id
