"""A small document format of the tests' own, and places that never touch the person's folders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from workshop_app.storage.file import WorkshopFile, create, open_file
from workshop_app.storage.migrations import Format, Migration

SCHEMA = """
CREATE TABLE participant (id INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT, photo BLOB, weight REAL) STRICT;
CREATE TABLE issue (id INTEGER PRIMARY KEY, title TEXT NOT NULL, pos INTEGER NOT NULL CHECK (pos >= 0)) STRICT;
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  issue_id INTEGER NOT NULL REFERENCES issue (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  owner_id INTEGER REFERENCES participant (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL
) STRICT;
CREATE TABLE answer (step TEXT, field TEXT, value TEXT, PRIMARY KEY (step, field)) STRICT, WITHOUT ROWID;
CREATE TABLE ballot (id INTEGER PRIMARY KEY, issue_id INT REFERENCES issue (id) ON DELETE CASCADE, choice TEXT) STRICT;
CREATE INDEX action_issue ON action (issue_id);
"""
FIRST = Migration("0001_first", (1, 0), SCHEMA)


@pytest.fixture
def fmt() -> Format:
    """The tests' format at its first version."""
    return Format(application_id=0x54455354, migrations=(FIRST,), bulk_tables=frozenset({"ballot"}))


@pytest.fixture
def data_folder(tmp_path: Path) -> Path:
    """The person's data folder; it does not exist yet."""
    return tmp_path / "person"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the tests' document lies: alone in a folder, with a name that needs escaping in a URI."""
    folder = tmp_path / "Планы 50% #1"
    folder.mkdir()
    return folder / "Сессия? A&B.workshop"


@pytest.fixture
def opened(path: Path, fmt: Format, data_folder: Path) -> Iterator[Callable[..., WorkshopFile]]:
    """Create the document at the first call, open it again at later ones; everything is closed at the end."""
    with ExitStack() as stack:

        def make(**options: object) -> WorkshopFile:
            file = (
                open_file(path, fmt=fmt, data_folder=data_folder, **options) if path.exists() else create(path, fmt=fmt)
            )
            return stack.enter_context(file)

        yield make


@pytest.fixture
def document(opened: Callable[..., WorkshopFile]) -> WorkshopFile:
    """A new open document with some rows."""
    file = opened()
    with file.transaction() as connection:
        connection.executemany(
            "INSERT INTO participant VALUES (?, ?, ?, ?, ?)",
            [(i, f"Мария {i}", None, bytes([i, 0, 1]), i / 3) for i in range(1, 8)],
        )
        connection.executemany("INSERT INTO issue VALUES (?, ?, ?)", [(i, f"Вопрос {i} 'q'", i) for i in range(1, 10)])
        connection.executemany(
            "INSERT INTO action VALUES (?, ?, ?, ?)", [(i, 1 + i % 9, 1 + i % 7, f"Сделать {i}") for i in range(1, 40)]
        )
        connection.executemany("INSERT INTO answer VALUES ('s', ?, 'v')", [(str(i),) for i in range(5)])
    return file
