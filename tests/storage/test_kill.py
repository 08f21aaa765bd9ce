"""The program ends at any moment: nothing that was acknowledged is lost, nothing is half done."""

from __future__ import annotations

import os
import random
import select
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.storage.writer import FORMAT, read_state, state_after, write
from workshop_app.storage.errors import FileMissing
from workshop_app.storage.file import create, open_copy, open_file
from workshop_app.storage.migrations import Migration

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL")]
KILLS, FEWER_KILLS = 200, 60
LONG_SECONDS = 600.0


def killed_after(seconds: float, act: Callable[[Callable[[int], object]], object]) -> list[int]:
    """Run in a child, end it without warning so long after its first word; what it said until then."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            act(lambda number: os.write(writing, f"{number}\n".encode()))
        finally:
            os._exit(0)
    os.close(writing)
    said = os.read(reading, 4096)
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([reading], [], [], left)[0]:
            more = os.read(reading, 4096)
            if not more:
                break
            said += more
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        said += more
    os.close(reading)
    return [int(number) for number in said.split()]


def moments(chance: random.Random, act: Callable[[], object], count: int) -> list[float]:
    """Seconds after the beginning: at once, while it is at work by the speed of this machine, when it has ended."""
    begun = time.monotonic()
    act()
    needed = time.monotonic() - begun
    return [0.0, *(chance.uniform(0, 1.2 * needed) for _ in range(count - 2)), LONG_SECONDS]


def test_no_acknowledged_change_is_lost(tmp_path: Path) -> None:
    chance = random.Random(5)
    empty = tmp_path / "empty"
    create(empty, fmt=FORMAT).close()
    acknowledged = interrupted = 0
    for attempt in range(KILLS):
        path = tmp_path / f"{attempt}.workshop"
        shutil.copyfile(empty, path)

        def act(tell: Callable[[int], object], path: Path = path) -> None:
            with open_file(path, fmt=FORMAT, data_folder=tmp_path) as file:
                write(file, 10**6, tell)

        said = killed_after(chance.uniform(0, 0.2), act)
        last = said[-1] if said else 0
        journal = path.with_name(path.name + "-journal")
        interrupted += journal.exists() and journal.stat().st_size > 0
        with open_file(path, fmt=FORMAT, data_folder=tmp_path) as file:
            assert read_state(file) in (state_after(last), state_after(last + 1)), f"attempt {attempt}, change {last}"
        acknowledged += len(said)
        path.unlink()
    assert acknowledged >= KILLS and interrupted


def test_a_migration_is_done_or_not_begun(tmp_path: Path) -> None:
    chance = random.Random(6)
    old = tmp_path / "old"
    with create(old, fmt=FORMAT) as file:
        write(file, 40, lambda _: None)
        state = read_state(file)
    text = "".join(
        f"CREATE TABLE more_{i} AS SELECT * FROM item; CREATE INDEX i{i} ON more_{i} (body);" for i in range(8)
    )
    newer = replace(FORMAT, migrations=(*FORMAT.migrations, Migration("0002_more", (2, 0), text)))
    left = set()

    def migrate(path: Path) -> None:
        open_file(path, fmt=newer, data_folder=tmp_path / "person").close()

    shutil.copyfile(old, tmp_path / "undisturbed")
    for attempt, moment in enumerate(moments(chance, lambda: migrate(tmp_path / "undisturbed"), FEWER_KILLS)):
        path = tmp_path / f"{attempt}.workshop"
        shutil.copyfile(old, path)

        def act(tell: Callable[[int], object], path: Path = path) -> None:
            tell(0)
            migrate(path)

        killed_after(moment, act)
        left.add(path.read_bytes()[60:64])
        with open_file(path, fmt=newer, data_folder=tmp_path / "person") as file:
            assert read_state(file) == state
            assert file.connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone() == (2,)
        path.unlink()
    assert left == {b"\0\1\0\0", b"\0\2\0\0"}, "some were killed before the end and some after it"


def test_a_copy_is_whole_or_absent(tmp_path: Path) -> None:
    chance = random.Random(7)
    path = tmp_path / "a.workshop"
    with create(path, fmt=FORMAT) as file:
        write(file, 60, lambda _: None)
    whole = 0

    def copy_to(target: Path) -> None:
        with open_file(path, fmt=FORMAT, data_folder=tmp_path) as file:
            file.copy_to(target)

    for attempt, moment in enumerate(moments(chance, lambda: copy_to(tmp_path / "undisturbed"), FEWER_KILLS)):
        target = tmp_path / f"copy {attempt}"

        def act(tell: Callable[[int], object], target: Path = target) -> None:
            tell(0)
            copy_to(target)

        killed_after(moment, act)
        try:
            with open_copy(target, fmt=FORMAT) as copied:
                assert read_state(copied) == state_after(60)
            whole += 1
        except FileMissing:
            pass
    assert 0 < whole < FEWER_KILLS
