"""Files and folders that take no changes, seen by an ordinary person (root may write everywhere)."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from workshop_app.storage.backups import Backups, Reason
from workshop_app.storage.file import create, open_file
from workshop_app.storage.lock import acquire, take_over
from workshop_app.storage.migrations import Format

resource = pytest.importorskip("resource", reason="POSIX permissions, limits and fork")
NOBODY = 65534


def as_ordinary_person(act: Callable[[], object]) -> str:
    """Run in a child process without root's rights; the name of the error that came, or 'done'."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        outcome = "done"
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            act()
        except BaseException as error:
            outcome = type(error).__name__
        os.write(writing, outcome.encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as answer:
        return answer.read().decode()


@pytest.fixture
def shared(fmt: Format) -> Iterator[Path]:
    """A document in a folder that everybody may enter and write into."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o777)
    create(folder / "План.workshop", fmt=fmt).close()
    (folder / "План.workshop").chmod(0o666)
    yield folder / "План.workshop"
    folder.chmod(0o777)
    shutil.rmtree(folder)


def opening(path: Path, fmt: Format, *, read_only: bool = False) -> str:
    before = path.read_bytes()

    def act() -> None:
        with open_file(path, read_only=read_only, fmt=fmt, data_folder=path.parent) as file:
            file.connection.execute("SELECT * FROM issue").fetchall()
            if not read_only:
                with file.transaction() as connection:
                    connection.execute("INSERT INTO issue VALUES (1, 'x', 1)")

    outcome = as_ordinary_person(act)
    assert outcome == "done" or path.read_bytes() == before
    return outcome


def test_an_ordinary_file_opens(shared: Path, fmt: Format) -> None:
    assert opening(shared, fmt) == "done"


def test_a_file_that_takes_no_changes(shared: Path, fmt: Format) -> None:
    shared.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    assert opening(shared, fmt) == "ReadOnlyFile"
    assert opening(shared, fmt, read_only=True) == "done"


def test_a_folder_that_takes_no_journal(shared: Path, fmt: Format) -> None:
    shared.parent.chmod(0o555)
    assert opening(shared, fmt) == "ReadOnlyFile"
    assert opening(shared, fmt, read_only=True) == "done"
    assert as_ordinary_person(lambda: acquire(shared)) == "ReadOnlyFile"


def test_a_file_that_may_not_be_read(shared: Path, fmt: Format) -> None:
    shared.chmod(0)
    assert opening(shared, fmt) == "NoAccess"
    assert opening(shared, fmt, read_only=True) == "NoAccess"


def test_a_folder_that_may_not_be_entered(shared: Path, fmt: Format) -> None:
    shared.parent.chmod(0)
    assert opening(shared, fmt) == "NoAccess"


def test_no_new_file_and_no_lock_in_a_closed_folder(shared: Path, fmt: Format) -> None:
    shared.parent.chmod(0o555)
    assert as_ordinary_person(lambda: create(shared.with_name("Новый.workshop"), fmt=fmt)) == "NoAccess"
    (shared.parent / ".~План.workshop.lock").write_bytes(b"")
    assert as_ordinary_person(lambda: take_over(shared)) == "FileBusy"
    assert (shared.parent / ".~План.workshop.lock").exists()


def test_backups_where_nobody_may_write(shared: Path, fmt: Format, tmp_path: Path) -> None:
    shared.parent.chmod(0o555)

    def act() -> None:
        with open_file(shared, read_only=True, fmt=fmt) as file:
            Backups(shared, data_folder=shared.parent).make(file, Reason.OPEN)

    assert as_ordinary_person(act) == "NoAccess"


def test_a_disk_that_takes_no_more(shared: Path, fmt: Format) -> None:
    """A limit of the file's size, which answers in the middle of a write as a full disk does."""

    def act() -> None:
        with open_file(shared, fmt=fmt, data_folder=shared.parent) as file:
            limit = shared.stat().st_size + 10_000
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            with file.transaction() as connection:
                connection.execute("INSERT INTO issue VALUES (1, ?, 1)", ("x" * 200_000,))

    before = shared.read_bytes()
    assert as_ordinary_person(act) in {"DiskFull", "DriveProblem"}
    assert shared.read_bytes() == before
    assert opening(shared, fmt) == "done"
