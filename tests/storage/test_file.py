"""A workshop file from its creation to its closing."""

from __future__ import annotations

import errno
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from workshop_app.storage.connection import sqlite_uri
from workshop_app.storage.errors import (
    ChangedElsewhere,
    DiskFull,
    DocumentError,
    FileBusy,
    FileGone,
    FolderMissing,
    NameTaken,
    NoAccess,
    ReadOnlyFile,
)
from workshop_app.storage.file import WorkshopFile, create, open_copy, open_file
from workshop_app.storage.lock import lock_path
from workshop_app.storage.migrations import Format, expected_schema, workshop_format

Opened = Callable[..., WorkshopFile]


def titles(file: WorkshopFile) -> list[str]:
    with file.reading() as connection:
        return [row[0] for row in connection.execute("SELECT title FROM issue ORDER BY id").fetchall()]


def add(file: WorkshopFile, title: str) -> None:
    with file.transaction() as connection:
        connection.execute("INSERT INTO issue (title, pos) VALUES (?, 0)", (title,))


@pytest.fixture
def other(path: Path) -> Iterator[sqlite3.Connection]:
    """Another program that knows nothing of ours."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def names_beside(path: Path) -> list[str]:
    return sorted(found.name for found in path.parent.iterdir())


def test_a_new_file_carries_its_format_and_lies_alone(opened: Opened, path: Path, fmt: Format) -> None:
    file = opened()
    assert not file.read_only
    file.close()
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[68:72], "big") == fmt.application_id
    assert int.from_bytes(head[60:64], "big") == 1 << 16
    assert names_beside(path) == [path.name]


def test_the_real_format_opens(tmp_path: Path) -> None:
    with create(tmp_path / "Name.workshop") as file:
        found = {row[0] for row in file.connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        assert "departments" in found
    assert (tmp_path / "Name.workshop").read_bytes()[68:72] == b"JPWS"
    assert workshop_format().newest == int.from_bytes((tmp_path / "Name.workshop").read_bytes()[60:64], "big")


def test_creating_does_not_overwrite_unless_told(opened: Opened, path: Path, fmt: Format) -> None:
    with opened() as file:
        add(file, "важное")
    content = path.read_bytes()
    with pytest.raises(NameTaken, match="Сессия"):
        create(path, fmt=fmt)
    assert path.read_bytes() == content
    with create(path, fmt=fmt, replace=True) as file:
        assert titles(file) == []
    assert names_beside(path) == [path.name]


def test_creating_where_there_is_no_folder(tmp_path: Path, fmt: Format) -> None:
    with pytest.raises(FolderMissing):
        create(tmp_path / "нет такой папки" / "A.workshop", fmt=fmt)


def test_a_new_file_on_a_drive_that_takes_no_changes_is_not_called_readable(
    tmp_path: Path, fmt: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    monkeypatch.setattr("workshop_app.storage.copying._sync", refuse)
    with pytest.raises(NoAccess):
        create(tmp_path / "A.workshop", fmt=fmt)
    assert list(tmp_path.iterdir()) == []


def test_a_left_over_journal_is_not_rolled_into_a_new_file(path: Path, fmt: Format) -> None:
    path.with_name(path.name + "-journal").write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + bytes(600))
    with create(path, fmt=fmt) as file:
        add(file, "новое")
    assert names_beside(path) == [path.name]


def test_a_change_is_in_the_file_and_a_failed_one_is_not(opened: Opened) -> None:
    file = opened()
    add(file, "первое")
    with pytest.raises(ZeroDivisionError), file.transaction() as connection:
        connection.execute("INSERT INTO issue (title, pos) VALUES ('второе', 0)")
        _ = 1 // 0
    with pytest.raises(sqlite3.IntegrityError), file.transaction() as connection:
        connection.execute("INSERT INTO action VALUES (1, 777, NULL, 'к несуществующему')")
    assert titles(file) == ["первое"]
    add(file, "третье")
    file.close()
    assert titles(opened()) == ["первое", "третье"]


def test_transactions_do_not_nest(opened: Opened) -> None:
    file = opened()
    with file.transaction(), pytest.raises(RuntimeError), file.transaction():
        pass


def test_settings_that_keep_changes_and_refuse_surprises(opened: Opened) -> None:
    connection = opened().connection

    def setting(name: str) -> object:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]

    expected = {"journal_mode": "truncate", "synchronous": 3, "locking_mode": "normal", "trusted_schema": 0}
    expected |= {"cell_size_check": 1, "mmap_size": 0, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    assert {name: setting(name) for name in expected} == expected


@pytest.mark.parametrize(
    "statement",
    [
        "ATTACH ':memory:' AS other",
        "CREATE TABLE typo (id)",
        "DROP TABLE ballot",
        "ALTER TABLE issue ADD COLUMN x",
        "CREATE VIEW v AS SELECT 1",
        "CREATE TRIGGER t AFTER INSERT ON issue BEGIN SELECT 1; END",
        "CREATE VIRTUAL TABLE f USING fts5(x)",
        "DROP INDEX action_issue",
        "PRAGMA writable_schema = ON",
        "PRAGMA journal_mode = OFF",
        "PRAGMA synchronous = OFF",
        "VACUUM INTO 'copy'",
        "SELECT load_extension('x')",
    ],
)
def test_the_running_program_can_not_change_schema_or_safety(opened: Opened, statement: str) -> None:
    connection = opened().connection
    before = connection.execute("SELECT * FROM sqlite_master").fetchall()
    with pytest.raises(sqlite3.DatabaseError):
        connection.execute(statement)
    assert connection.execute("SELECT * FROM sqlite_master").fetchall() == before


def test_opening_does_not_load_sqlite_utils(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    opened().close()
    expected_schema.cache_clear()
    for name in [name for name in sys.modules if name.split(".")[0] == "sqlite_utils"]:
        monkeypatch.delitem(sys.modules, name)
    opened().close()
    assert "sqlite_utils" not in sys.modules


def test_deleted_under_the_program(document: WorkshopFile, tmp_path: Path) -> None:
    document.path.unlink()
    with pytest.raises(FileGone, match="Сессия"):
        add(document, "потеряно")
    rescued = tmp_path / "Спасено.workshop"
    document.copy_to(rescued)
    assert len(titles(document)) == 9
    document.close()
    assert names_beside(document.path) == [] and rescued.exists()


def test_deleted_in_the_middle_of_a_change(document: WorkshopFile) -> None:
    with pytest.raises(FileGone), document.transaction() as connection:
        connection.execute("DELETE FROM issue")
        document.path.unlink()
    assert len(titles(document)) == 9


def test_replaced_under_the_program(document: WorkshopFile, tmp_path: Path) -> None:
    copy = tmp_path / "копия"
    document.copy_to(copy)
    content = copy.read_bytes()
    copy.replace(document.path)
    with pytest.raises(FileGone):
        add(document, "не туда")
    document.close()
    assert document.path.read_bytes() == content


def test_moved_under_the_program(document: WorkshopFile) -> None:
    moved = document.path.rename(document.path.with_name("Другое имя.workshop"))
    content = moved.read_bytes()
    with pytest.raises(FileGone):
        add(document, "не туда")
    document.close()
    assert moved.read_bytes() == content and names_beside(moved) == [moved.name]


def test_disk_full_leaves_the_file_as_it_was(document: WorkshopFile) -> None:
    connection = document.connection
    content = document.path.read_bytes()
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="Free some space"):
        add(document, "x" * 100_000)
    assert document.path.read_bytes() == content
    connection.execute("PRAGMA max_page_count = 100000")
    add(document, "x" * 100_000)
    assert len(titles(document)) == 10


def test_busy_elsewhere_is_said_after_a_moment(
    document: WorkshopFile, other: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("workshop_app.storage.connection.BUSY_SECONDS", 0.05)
    document.connection.execute("PRAGMA busy_timeout = 50")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(FileBusy):
        add(document, "ждёт")
    with pytest.raises(FileBusy):
        titles(document)
    with pytest.raises(FileBusy):
        document.copy_to(tmp_path / "копия")
    assert not (tmp_path / "копия").exists()
    other.execute("ROLLBACK")
    add(document, "дождалось")


def test_changes_of_another_program_are_noticed_before_they_are_overwritten(
    document: WorkshopFile, other: sqlite3.Connection
) -> None:
    add(document, "своё")
    assert not document.changed_elsewhere()
    other.execute("UPDATE issue SET title = 'чужое' WHERE id = 1")
    with pytest.raises(ChangedElsewhere):
        add(document, "поверх чужого")
    assert document.changed_elsewhere() and not document.changed_elsewhere()
    add(document, "после чужого")
    assert titles(document)[0] == "чужое" and titles(document)[-1] == "после чужого"


def test_a_read_only_follower_sees_changes_and_makes_none(document: WorkshopFile, fmt: Format) -> None:
    with open_file(document.path, read_only=True, fmt=fmt) as follower:
        assert not follower.changed_elsewhere()
        add(document, "новость")
        assert follower.changed_elsewhere() and titles(follower)[-1] == "новость"
        assert not follower.changed_elsewhere()
        with pytest.raises(ReadOnlyFile):
            add(follower, "нельзя")
        with pytest.raises(ReadOnlyFile), follower.reading() as connection:
            connection.execute("DELETE FROM issue")
    add(document, "после закрытия читателя")


def test_a_copy_is_whole_and_appears_only_then(document: WorkshopFile, tmp_path: Path, fmt: Format) -> None:
    target = tmp_path / "Копия.workshop"
    document.copy_to(target)
    with open_file(target, fmt=fmt, data_folder=tmp_path) as copy:
        assert titles(copy) == titles(document)
        add(copy, "в копии")
    with pytest.raises(NameTaken):
        document.copy_to(target)
    document.copy_to(target, replace=True)
    with open_copy(target, fmt=fmt) as copy:
        assert titles(copy) == titles(document)
    assert not [name for name in tmp_path.iterdir() if name.name.startswith(".~")]


def test_a_copy_over_itself_or_inside_a_change_is_a_defect(document: WorkshopFile, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        document.copy_to(document.path, replace=True)
    with document.transaction(), pytest.raises(RuntimeError):
        document.copy_to(tmp_path / "a")


def test_a_copy_that_fails_leaves_the_old_target(document: WorkshopFile, tmp_path: Path) -> None:
    target = tmp_path / "старая"
    target.write_bytes(b"old")
    (tmp_path / "занято").mkdir()
    with pytest.raises(DocumentError):
        document.copy_to(tmp_path / "занято", replace=True)
    assert target.read_bytes() == b"old"
    assert sorted(name.name for name in tmp_path.iterdir() if name.name.startswith(".~")) == []


def test_closing_twice_and_inside_a_change(document: WorkshopFile, opened: Opened) -> None:
    document.connection.execute("BEGIN IMMEDIATE")
    document.connection.execute("DELETE FROM issue")
    document.close()
    document.close()
    assert names_beside(document.path) == [document.path.name]
    assert len(titles(opened())) == 9


def test_through_a_link_the_side_files_lie_beside_the_file_itself(
    document: WorkshopFile, tmp_path: Path, fmt: Format, data_folder: Path
) -> None:
    document.close()
    link = tmp_path / "Ярлык.workshop"
    link.symlink_to(document.path)
    with open_file(link, fmt=fmt, data_folder=data_folder) as file:
        add(file, "через ссылку")
        assert lock_path(link) == lock_path(document.path)
    assert names_beside(document.path) == [document.path.name] and link.is_symlink()
    endless = tmp_path / "по кругу"
    endless.symlink_to(endless)
    with pytest.raises(DocumentError):
        open_file(endless, fmt=fmt, data_folder=data_folder)


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (PurePosixPath("/a b/Ж?#.workshop"), "file:///a%20b/%D0%96%3F%23.workshop"),
        (PureWindowsPath(r"C:\a\b.workshop"), "file:///C:/a/b.workshop"),
        (PureWindowsPath(r"\\server\share\b.workshop"), "file:////server/share/b.workshop"),
    ],
)
def test_paths_of_every_system_as_sqlite_takes_them(path: PurePath, uri: str) -> None:
    assert sqlite_uri(path) == uri
