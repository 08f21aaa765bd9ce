"""Undo and redo of anything a transaction did to rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_app.storage.capture import RowChange, RowLog
from workshop_app.storage.file import WorkshopFile
from workshop_app.storage.migrations import Format, migrate

Dump = dict[str, list[tuple[str, ...]]]
LOGGED = ("participant", "issue", "action", "answer")


def dump(connection: sqlite3.Connection, tables: tuple[str, ...] = LOGGED) -> Dump:
    """Every value with its type, so that 1 and 1.0 or '1' differ."""
    return {
        table: sorted(tuple(map(repr, row)) for row in connection.execute(f"SELECT * FROM {table}").fetchall())
        for table in tables
    }


class Timeline:
    """Operations on a document and the states they lead through."""

    def __init__(self, document: WorkshopFile) -> None:
        self.document = document
        self.log = RowLog(document.connection, exclude={"ballot"})

    def do(self, *statements: tuple[str, tuple[Any, ...]] | str) -> list[RowChange]:
        with self.document.transaction() as connection, self.log.capture() as changes:
            for statement in statements:
                connection.execute(*((statement,) if isinstance(statement, str) else statement))
        return changes

    def apply(self, changes: list[RowChange], *, reverse: bool) -> None:
        with self.document.transaction():
            self.log.apply(changes, reverse=reverse)

    def check(self, *statements: tuple[str, tuple[Any, ...]] | str) -> list[RowChange]:
        """Do, undo, redo, undo: each state must come back exactly."""
        connection = self.document.connection
        before = dump(connection)
        changes = self.do(*statements)
        after = dump(connection)
        self.apply(changes, reverse=True)
        assert dump(connection) == before
        self.apply(changes, reverse=False)
        assert dump(connection) == after
        self.apply(changes, reverse=True)
        assert dump(connection) == before
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
        return changes


@pytest.fixture
def timeline(document: WorkshopFile) -> Timeline:
    return Timeline(document)


def test_a_change_tells_table_key_and_both_images(timeline: Timeline) -> None:
    changes = timeline.do(
        "INSERT INTO issue VALUES (50, 'Новый', 3)",
        "UPDATE issue SET title = 'Другой' WHERE id = 50",
        "DELETE FROM answer WHERE field = '2'",
    )
    assert changes == [
        RowChange("issue", (50,), None, (50, "Новый", 3)),
        RowChange("issue", (50,), (50, "Новый", 3), (50, "Другой", 3)),
        RowChange("answer", ("s", "2"), ("s", "2", "v"), None),
    ]
    assert timeline.log.columns["issue"] == ("id", "title", "pos")


def test_values_keep_type_and_every_byte(timeline: Timeline) -> None:
    odd = "a\0b'\"\N{WORD JOINER}é\r\n"
    timeline.check(
        ("INSERT INTO issue VALUES (60, ?, ?)", (odd, 2**62)),
        ("UPDATE participant SET weight = ?, photo = ?, role = ''", (0.1 + 0.2, b"\x00\xff")),
        ("UPDATE participant SET weight = NULL, photo = x'' WHERE id = ?", (3,)),
        "DELETE FROM issue WHERE instr(title, char(0))",
        ("INSERT INTO answer VALUES (?, ?, NULL)", (odd, odd)),
    )


def test_rows_that_go_with_a_deleted_one_come_back(timeline: Timeline) -> None:
    changes = timeline.check("DELETE FROM issue WHERE id IN (3, 4)", "DELETE FROM participant WHERE id = 5")
    assert {change.table for change in changes} == {"issue", "action", "participant"}
    assert changes[0].table == "issue", "the parent is told before its cascades"


def test_replacing_a_row_with_children(timeline: Timeline) -> None:
    timeline.check("INSERT OR REPLACE INTO issue VALUES (5, 'Замена', 1)")
    timeline.check("REPLACE INTO answer VALUES ('s', '1', 'w')")
    timeline.check("INSERT INTO answer VALUES ('s', '1', 'x') ON CONFLICT DO UPDATE SET value = excluded.value || '!'")


def test_a_key_that_changes(timeline: Timeline) -> None:
    changes = timeline.check("UPDATE answer SET field = field || 'x' WHERE field = '3'")
    assert changes == [RowChange("answer", ("s", "3"), ("s", "3", "v"), ("s", "3x", "v"))]


def test_a_change_to_the_same_value_is_no_change(timeline: Timeline) -> None:
    assert timeline.do("UPDATE issue SET title = title", "DELETE FROM issue WHERE id = 999") == []


def test_excluded_tables_are_not_logged(timeline: Timeline) -> None:
    assert timeline.do("INSERT INTO ballot VALUES (1, 2, 'да')", "UPDATE ballot SET choice = 'нет'") == []


def test_a_failed_operation_leaves_nothing_in_the_next_one(timeline: Timeline) -> None:
    before = dump(timeline.document.connection)
    for _ in range(2):
        with pytest.raises(sqlite3.IntegrityError):
            timeline.do("UPDATE issue SET pos = 7", "INSERT INTO action VALUES (999, 888, NULL, 'к несуществующему')")
    assert dump(timeline.document.connection) == before
    assert len(timeline.do("UPDATE issue SET pos = 100 WHERE id = 1")) == 1


def test_a_statement_that_fails_half_way_is_not_logged(timeline: Timeline) -> None:
    connection = timeline.document.connection
    with timeline.document.transaction(), timeline.log.capture() as changes:
        connection.execute("UPDATE issue SET pos = 20 WHERE id = 1")
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE issue SET pos = 3 - id")
    assert [change.key for change in changes] == [(1,)]


def test_undo_itself_is_not_logged(timeline: Timeline) -> None:
    changes = timeline.do("UPDATE issue SET pos = 40")
    timeline.apply(changes, reverse=True)
    assert timeline.do("UPDATE issue SET pos = 41 WHERE id = 2") == [
        RowChange("issue", (2,), (2, "Вопрос 2 'q'", 2), (2, "Вопрос 2 'q'", 41))
    ]


def test_outside_a_transaction_nothing_is_captured_or_applied(timeline: Timeline) -> None:
    with pytest.raises(RuntimeError), timeline.log.capture():
        pass
    with pytest.raises(RuntimeError):
        timeline.log.apply([])


def test_the_file_holds_no_trigger_and_no_image(timeline: Timeline, opened: Callable[..., WorkshopFile]) -> None:
    timeline.do("UPDATE issue SET title = 'ТАЙНА' WHERE id = 1")
    timeline.do("UPDATE issue SET title = 'явно' WHERE id = 1")
    timeline.document.close()
    assert "ТАЙНА".encode() not in timeline.document.path.read_bytes()
    with opened() as again:
        assert not again.connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'trigger'").fetchall()


number = st.integers(1, 12)
text = st.text(max_size=6).filter(lambda value: not any("\ud800" <= letter <= "\udfff" for letter in value))
statement = st.one_of(
    st.tuples(st.just("INSERT OR REPLACE INTO issue VALUES (?, ?, ?)"), st.tuples(number, text, number)),
    st.tuples(
        st.just("INSERT OR REPLACE INTO participant VALUES (?, ?, NULL, ?, ?)"),
        st.tuples(number, text, st.binary(max_size=4), st.floats(allow_nan=False)),
    ),
    st.tuples(
        st.just("INSERT OR IGNORE INTO action SELECT ?, id, (SELECT min(id) FROM participant), ? FROM issue LIMIT 1"),
        st.tuples(number, text),
    ),
    st.tuples(st.just("UPDATE action SET text = ? WHERE id % 3 = ?"), st.tuples(text, st.integers(0, 2))),
    st.tuples(st.just("UPDATE issue SET pos = pos + 1 WHERE pos >= ?"), st.tuples(number)),
    st.tuples(st.just("DELETE FROM issue WHERE id = ?"), st.tuples(number)),
    st.tuples(st.just("DELETE FROM participant WHERE id >= ?"), st.tuples(number)),
    st.tuples(st.just("REPLACE INTO answer VALUES (?, ?, ?)"), st.tuples(text, st.sampled_from("ab"), text)),
    st.tuples(st.just("UPDATE OR REPLACE answer SET field = 'a' WHERE step > ?"), st.tuples(text)),
)


@given(operations=st.lists(st.lists(statement, min_size=1, max_size=4), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_walk_is_undone_and_redone_exactly(
    fmt: Format, operations: list[list[tuple[str, tuple[Any, ...]]]]
) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(connection, fmt)
        connection.execute("PRAGMA recursive_triggers = ON")
        log = RowLog(connection)
        states, steps = [dump(connection)], []
        for operation in operations:
            connection.execute("BEGIN")
            with log.capture() as changes:
                for sql, values in operation:
                    connection.execute(sql, values)
            connection.execute("COMMIT")
            steps.append(changes)
            states.append(dump(connection))
        for place, changes in reversed(list(enumerate(steps))):
            _apply(connection, log, changes, reverse=True)
            assert dump(connection) == states[place]
        for place, changes in enumerate(steps):
            _apply(connection, log, changes, reverse=False)
            assert dump(connection) == states[place + 1]
        assert not connection.execute("PRAGMA foreign_key_check").fetchall()
    finally:
        connection.close()


def _apply(connection: sqlite3.Connection, log: RowLog, changes: list[RowChange], *, reverse: bool) -> None:
    connection.execute("BEGIN")
    log.apply(changes, reverse=reverse)
    connection.execute("COMMIT")
