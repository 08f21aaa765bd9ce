"""Every file that can't be opened: one clear error, the same bytes, no waiting."""

from __future__ import annotations

import os
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from workshop_app.storage.errors import (
    DamagedFile,
    DocumentError,
    FileMissing,
    NewerVersion,
    NotAWorkshopFile,
    UnsafeFile,
)
from workshop_app.storage.file import WorkshopFile, open_file
from workshop_app.storage.migrations import Format

PAGE = 4096
TABLES = ("participant", "issue", "action", "answer", "ballot")
Damage = Callable[[Path], object]


def folder_content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def sql(*statements: str) -> Damage:
    """Damage by a program that may do everything."""

    def run(path: Path) -> None:
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            connection.execute("PRAGMA ignore_check_constraints = ON")
            for statement in statements:
                connection.execute(statement)

    return run


def cut(size: int) -> Damage:
    return lambda path: os.truncate(path, size if size > 0 else path.stat().st_size + size)


def overwrite(place: int, content: bytes) -> Damage:
    def run(path: Path) -> None:
        data = bytearray(path.read_bytes())
        data[place : place + len(content)] = content
        path.write_bytes(data)

    return run


def replaced_by(content: bytes) -> Damage:
    return lambda path: path.write_bytes(content)


def changed(old: bytes, new: bytes) -> Damage:
    return lambda path: path.write_bytes(path.read_bytes().replace(old, new, 1))


def foreign_database(path: Path) -> None:
    path.unlink()
    sql("CREATE TABLE contacts (id INTEGER PRIMARY KEY)")(path)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def forged_journal(path: Path) -> None:
    """A rollback journal that says: the file had one page, nothing else."""
    head = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(4) + b"abcd"
    head += b"".join(number.to_bytes(4, "big") for number in (1, 512, PAGE))
    path.with_name(path.name + "-journal").write_bytes(head.ljust(512, b"\0"))


def schema_page_names_itself_as_child(path: Path) -> None:
    """sqlite_master as a tree that never ends."""
    cells = b"".join((PAGE - 8 * (i + 1)).to_bytes(2, "big") for i in range(200))
    page = b"\x05\0\0" + (200).to_bytes(2, "big") + (PAGE - 1600).to_bytes(2, "big") + b"\0" + (1).to_bytes(4, "big")
    cell = (1).to_bytes(4, "big") + b"\x01\0\0\0"
    data = bytearray(path.read_bytes())
    data[100:PAGE] = (page + cells).ljust(PAGE - 100 - 1600, b"\0") + cell * 200
    path.write_bytes(data)


CASES: dict[str, tuple[Damage, type[DocumentError]]] = {
    "missing": (Path.unlink, FileMissing),
    "empty": (replaced_by(b""), NotAWorkshopFile),
    "text": (replaced_by("Отдел;Функция\n".encode() * 100), NotAWorkshopFile),
    "foreign database": (foreign_database, NotAWorkshopFile),
    "folder": (a_folder, NotAWorkshopFile),
    "pipe": (a_pipe, NotAWorkshopFile),
    "cut to 50 bytes": (cut(50), NotAWorkshopFile),
    "next major version": (sql(f"PRAGMA user_version = {2 << 16}"), NewerVersion),
    "next minor version": (sql(f"PRAGMA user_version = {1 << 16 | 1}"), NewerVersion),
    "future SQLite": (overwrite(18, b"\x03\x03"), NewerVersion),
    "unknown old version": (sql("PRAGMA user_version = 7"), DamagedFile),
    "negative version": (overwrite(60, b"\xff\xff\x00\x00"), NewerVersion),
    "cut to the header": (cut(100), DamagedFile),
    "cut in a page": (cut(-1000), DamagedFile),
    "cut at a page": (cut(-PAGE), DamagedFile),
    "one page left": (cut(PAGE), DamagedFile),
    "zeroed schema": (overwrite(100, bytes(PAGE - 100)), DamagedFile),
    "zeroed table": (overwrite(PAGE, bytes(PAGE)), DamagedFile),
    "noise in a table": (overwrite(2 * PAGE, random.Random(3).randbytes(PAGE)), DamagedFile),
    "endless schema": (schema_page_names_itself_as_child, DamagedFile),
    "unknown kind of schema": (overwrite(47, b"\x09"), DamagedFile),
    "a name that is no text": (changed(b"CREATE TABLE issue", b"CREATE TABLE i\xb0sue"), DamagedFile),
    "wrong page size": (overwrite(16, b"\x02\x00"), DamagedFile),
    "trigger": (sql("CREATE TRIGGER t AFTER INSERT ON issue BEGIN DELETE FROM action; END"), UnsafeFile),
    "view": (sql("CREATE VIEW v AS SELECT * FROM issue"), UnsafeFile),
    "virtual table": (sql("CREATE VIRTUAL TABLE v USING rtree(id, a, b)"), UnsafeFile),
    "another table": (sql("CREATE TABLE more (id INTEGER PRIMARY KEY)"), UnsafeFile),
    "another column": (sql("ALTER TABLE ballot ADD COLUMN x TEXT GENERATED ALWAYS AS (hex(id)) VIRTUAL"), UnsafeFile),
    "index that computes": (sql("CREATE INDEX i ON issue (hex(title))"), UnsafeFile),
    "a table less": (sql("DROP TABLE ballot"), UnsafeFile),
    "view in a table's place": (sql("DROP TABLE ballot", "CREATE VIEW ballot AS SELECT * FROM issue"), UnsafeFile),
    "child without parent": (sql("INSERT INTO action VALUES (99, 888, NULL, 'x')"), DamagedFile),
    "broken rule": (sql("INSERT INTO issue VALUES (99, 'x', -5)"), DamagedFile),
    "text that is no text": (sql("INSERT INTO issue VALUES (99, CAST(x'd0ff' AS TEXT), 5)"), DamagedFile),
    "forged journal": (forged_journal, DamagedFile),
}

SEEN_WHEN_WRITING = {"broken rule", "forged journal"}
"""SQLite reads neither CHECKs nor journals of a file opened for reading only."""


@pytest.fixture
def closed(document: WorkshopFile) -> Path:
    """A whole document of several pages, closed."""
    with document.transaction() as connection:
        connection.executemany(
            "INSERT INTO answer VALUES ('long', ?, ?)", [(i, "текст" * 60) for i in map(str, range(60))]
        )
    document.close()
    return document.path


@pytest.mark.parametrize(
    ("name", "read_only"),
    [(name, False) for name in CASES] + [(name, True) for name in CASES if name not in SEEN_WHEN_WRITING],
)
def test_a_damaged_file_is_refused_and_left_as_it_is(
    name: str, read_only: bool, closed: Path, fmt: Format, data_folder: Path
) -> None:
    damage, expected = CASES[name]
    damage(closed)
    before = folder_content(closed.parent)
    with pytest.raises(DocumentError) as caught:
        open_file(closed, read_only=read_only, fmt=fmt, data_folder=data_folder).close()
    assert type(caught.value) is expected, caught.value.detail
    assert closed.name in str(caught.value) and "sqlite" not in str(caught.value).lower()
    assert folder_content(closed.parent) == before


def test_flipped_bits_are_refused_or_harmless(closed: Path, fmt: Format, data_folder: Path) -> None:
    whole = closed.read_bytes()
    chance = random.Random(20)
    refused = 0
    for _ in range(150):
        data = bytearray(whole)
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
        closed.write_bytes(data)
        try:
            with open_file(closed, fmt=fmt, data_folder=data_folder) as file, file.reading() as connection:
                for table in TABLES:
                    connection.execute(f"SELECT * FROM {table}").fetchall()
        except DocumentError:
            refused += 1
        assert closed.read_bytes() == data and [path.name for path in closed.parent.iterdir()] == [closed.name]
    assert refused > 10


def test_damage_met_while_working_is_said_once(document: WorkshopFile) -> None:
    with pytest.raises(DamagedFile), document.reading() as connection:
        connection.execute("SELECT CAST(x'd0ff' AS TEXT)").fetchall()
    assert not document.connection.in_transaction


def test_a_defect_of_the_program_is_not_hidden_as_damage(document: WorkshopFile) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"), document.reading() as connection:
        connection.execute("SELECT * FROM typo")
