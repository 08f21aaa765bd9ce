"""The power goes at any moment: every acknowledged change is on the disk."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.power_cut import Disk, read_trace
from tests.storage.writer import FORMAT, read_state, state_after
from workshop_app.storage.errors import DocumentError
from workshop_app.storage.file import create, open_file

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed: apt-get install strace"),
]
ROOT = Path(__file__).resolve().parents[2]
CHANGES = 25
CUTS = 150
SURVIVALS = ("none", "all", "some", "some")
TRACED = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,openat"


def lost_states(folder: Path, *options: str) -> list[str]:
    """Cut the power of a working writer at many moments; where a change was lost or the file was damaged."""
    path = folder / "A.workshop"
    create(path, fmt=FORMAT).close()
    disk_before = path.read_bytes()
    trace = folder.parent / "trace"
    strace = ["strace", "-f", "-y", "-xx", "-s", "10000000", "-o", str(trace), "-e", f"trace={TRACED}"]
    command = [sys.executable, "-m", "tests.storage.writer", str(path), str(CHANGES), *options]
    subprocess.run([*strace, *command], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    calls = read_trace(trace, path)
    assert {call.kind for call in calls} >= {"write", "sync", "create", "told", "sync_folder"}
    chance = random.Random(7)
    lost = []
    for cut in sorted(chance.sample(range(len(calls)), CUTS)):
        disk = Disk.holding(path, disk_before)
        disk.run(calls[:cut])
        for survival in SURVIVALS:
            problem = problem_after(disk.after_power_cut(survival, chance), disk.told, folder.parent / "after")
            if problem:
                lost.append(f"call {cut} of {len(calls)}, {survival} of the rest survives: {problem}")
    return lost


def problem_after(files: dict[str, bytes], told: int, folder: Path) -> str:
    """Open what the disk holds as a person would."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, content in files.items():
        (folder / Path(name).name).write_bytes(content)
    try:
        with open_file(folder / "A.workshop", fmt=FORMAT, data_folder=folder / "person") as file:
            state = read_state(file)
    except DocumentError as error:
        return f"{type(error).__name__} {error.detail}"
    return "" if state in (state_after(told), state_after(told + 1)) else f"not the state after change {told}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "documents"
    made.mkdir()
    return made


def test_a_power_cut_loses_no_acknowledged_change(folder: Path) -> None:
    assert lost_states(folder) == []


def test_the_simulation_tells_careless_settings_apart(folder: Path) -> None:
    assert len(lost_states(folder, "careless")) > 10
