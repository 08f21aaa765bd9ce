"""A program that changes a document for ever and says each change when it is safe.

``python -m tests.storage.writer FILE CHANGES [careless]``; careless = with SQLite's usual settings.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

from workshop_app.storage.capture import RowLog
from workshop_app.storage.connection import restrict, unrestrict
from workshop_app.storage.file import WorkshopFile, open_file
from workshop_app.storage.migrations import Format, Migration

FORMAT = Format(
    0x57524954,
    (
        Migration(
            "0001_first",
            (1, 0),
            "CREATE TABLE item (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;"
            "CREATE TABLE vote (id INTEGER PRIMARY KEY, item_id INTEGER NOT NULL"
            " REFERENCES item (id) ON DELETE CASCADE) STRICT;",
        ),
    ),
)
State = dict[int, tuple[str, int]]


def body(number: int) -> str:
    """A text of one or several pages."""
    return f"{number} " * (1 + number * 37 % 900)


def state_after(number: int) -> State:
    """Items with body and count of votes after this many changes."""
    state: State = {}
    for change in range(1, number + 1):
        state[change] = (body(change), 3)
        half = change // 2
        if half in state:
            state[half] = (f"{state[half][0]}!", state[half][1])
        if change % 3 == 0:
            state.pop(change - 9, None)
    return state


def read_state(file: WorkshopFile) -> State:
    """The same of a file."""
    rows = file.connection.execute(
        "SELECT id, body, (SELECT count(*) FROM vote WHERE item_id = item.id) FROM item"
    ).fetchall()
    return {number: (text, votes) for number, text, votes in rows}


def write(file: WorkshopFile, changes: int, tell: Callable[[int], object]) -> None:
    """Make the changes 1, 2, 3 … one transaction each."""
    log = RowLog(file.connection)
    for number in range(1, changes + 1):
        with file.transaction() as connection, log.capture():
            connection.execute("INSERT INTO item VALUES (?, ?)", (number, body(number)))
            connection.executemany("INSERT INTO vote (item_id) VALUES (?)", [(number,)] * 3)
            connection.execute("UPDATE item SET body = body || '!' WHERE id = ?", (number // 2,))
            if number % 3 == 0:
                connection.execute("DELETE FROM item WHERE id = ?", (number - 9,))
        tell(number)


def main() -> None:
    """The command."""
    path, changes = Path(sys.argv[1]), int(sys.argv[2])
    with open_file(path, fmt=FORMAT, data_folder=path.parent / "person") as file:
        if sys.argv[3:] == ["careless"]:
            unrestrict(file.connection)
            file.connection.execute("PRAGMA journal_mode = DELETE")
            file.connection.execute("PRAGMA synchronous = FULL")
            restrict(file.connection)
        write(file, changes, lambda number: os.write(1, f"{number}\n".encode()))


if __name__ == "__main__":
    main()
