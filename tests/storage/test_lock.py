"""Who has a document open, on this computer and on others."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from workshop_app.storage.errors import FileBusy, FileMissing
from workshop_app.storage.lock import FileLock, LockHeldBy, acquire, lock_path, take_over
from workshop_app.storage.process import process_runs, this_process

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return tmp_path / "План.workshop"


def locked_by(document: Path, **changes: Any) -> bytes:
    """A lock that another process left or holds."""
    found = json.loads(this_process(NOON).to_json())
    content = json.dumps({**found, "run": "another", **changes}).encode()
    lock_path(document).write_bytes(content)
    return content


def dead_process() -> int:
    child = subprocess.Popen([sys.executable, "-c", ""])
    child.wait()
    return child.pid


def test_a_free_document_is_locked_and_released(document: Path) -> None:
    lock = acquire(document, now=lambda: NOON)
    assert isinstance(lock, FileLock) and lock.held
    assert lock.path.name == ".~План.workshop.lock"
    said = LockHeldBy.from_json(lock.path.read_bytes())
    assert (said.host, said.pid, said.since) == (platform.node(), os.getpid(), NOON)
    assert said.program and not said.is_gone
    lock.release()
    lock.release()
    assert not lock.held and list(document.parent.iterdir()) == []


def test_the_second_one_learns_who_has_it(document: Path) -> None:
    acquire(document)
    assert acquire(document) == LockHeldBy.from_json(lock_path(document).read_bytes())


def test_a_live_process_of_this_computer_keeps_its_lock(document: Path) -> None:
    content = locked_by(document, pid=os.getppid())
    holder = acquire(document)
    assert isinstance(holder, LockHeldBy) and holder.pid == os.getppid()
    assert lock_path(document).read_bytes() == content


def test_a_process_of_another_computer_keeps_its_lock(document: Path) -> None:
    content = locked_by(document, host="ноутбук-директора", pid=dead_process(), user="Ольга")
    holder = acquire(document)
    assert isinstance(holder, LockHeldBy) and (holder.host, holder.user) == ("ноутбук-директора", "Ольга")
    assert lock_path(document).read_bytes() == content


def test_a_dead_process_is_followed_silently(document: Path) -> None:
    locked_by(document, pid=dead_process())
    assert isinstance(acquire(document), FileLock)


def test_a_repeated_process_number_is_not_the_old_process(document: Path) -> None:
    locked_by(document, pid=os.getpid())
    assert isinstance(acquire(document), FileLock), "another run of the program with our number"
    locked_by(document, pid=os.getppid(), boot="before the restart")
    assert isinstance(acquire(document), FileLock), "a number from before the restart"


@pytest.mark.parametrize("content", [b"", b"\xff\x00", b"[]", b'{"pid": "x"}', b"[" * 100_000, b'{"since": 5}'])
def test_an_unreadable_lock_is_somebody_unknown(document: Path, content: bytes) -> None:
    lock_path(document).write_bytes(content)
    assert acquire(document) == LockHeldBy()


def test_taking_over_when_the_person_says_so(document: Path) -> None:
    first = acquire(document)
    second = take_over(document)
    assert isinstance(first, FileLock) and second.held and not first.held
    first.release()
    assert second.held, "the old holder does not remove the new lock"
    assert [path.name for path in document.parent.iterdir()] == [second.path.name]


def test_taking_over_what_has_just_been_released(document: Path) -> None:
    assert take_over(document).held


def test_two_followers_of_a_dead_process_do_not_both_win(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The other one removes the dead lock and puts its own between our reading and our removing."""
    locked_by(document, pid=dead_process())
    rename = Path.rename

    def slow_rename(path: Path, target: Path) -> Path:
        monkeypatch.undo()
        locked_by(document, pid=os.getppid())
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", slow_rename)
    holder = acquire(document)
    assert isinstance(holder, LockHeldBy) and holder.pid == os.getppid()


def test_a_lock_that_can_not_be_put_back_is_told(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As above, on a drive that makes no second name of a file."""
    locked_by(document, pid=dead_process())
    rename = Path.rename

    def slow_rename(path: Path, target: Path) -> Path:
        locked_by(document, pid=os.getppid())
        return rename(path, target)

    def no_link(*_paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", slow_rename)
    monkeypatch.setattr(os, "link", no_link)
    with pytest.raises(FileBusy):
        acquire(document)


def test_a_lock_that_can_not_be_removed_is_told(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = acquire(document)

    def refused(*_paths: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "rename", refused)
    with pytest.raises(FileBusy):
        take_over(document)
    assert isinstance(first, FileLock) and first.held


def test_taking_over_what_somebody_locked_again_in_between_is_told(
    document: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    acquire(document)
    monkeypatch.setattr("workshop_app.storage.lock._create", lambda *_: None)
    with pytest.raises(FileBusy):
        take_over(document)


def test_a_lock_that_always_comes_back_is_no_endless_loop(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked_by(document, pid=dead_process())
    monkeypatch.setattr("workshop_app.storage.lock._remove", lambda *_: None)
    with pytest.raises(FileBusy):
        acquire(document)


def test_no_folder_no_lock(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        acquire(tmp_path / "нет" / "План.workshop")


def test_processes() -> None:
    assert process_runs(os.getpid()) and process_runs(1) and not process_runs(dead_process())
