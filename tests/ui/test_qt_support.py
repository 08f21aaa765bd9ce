"""Qt's support package is compiled once on a machine, and says what it says without us."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import ui

MISTAKE = """
from PySide6.QtCore import QPoint
try:
    QPoint("a", "b")
except TypeError as error:
    print(error)
"""
START = f"""
import builtins, re, sys
sys.pycache_prefix, sys.dont_write_bytecode = sys.argv[1], len(sys.argv) > 2
own = builtins.compile
def told(source, filename, *rest, **named):
    if "shibokensupport" in str(filename): print("compiled", filename)
    return own(source, filename, *rest, **named)
builtins.compile = told
import ui
assert builtins.compile is told
builtins.compile = own
assert builtins.__import__ is getattr(builtins, "__orig_import__")
assert type(re.compile("a")) is re.Pattern
{MISTAKE}"""


class Starts:
    """Processes that import the windows, with a place of their own for what Python compiles."""

    def __init__(self, kept: Path) -> None:
        self.kept = kept

    def lines(self, *more: str, code: str = START) -> list[str]:
        command = [sys.executable, "-c", code, str(self.kept), *more]
        place = {**os.environ, "PYTHONPATH": str(Path(ui.__file__).parents[1])}
        done = subprocess.run(command, capture_output=True, text=True, env=place, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    def compiled(self, *more: str) -> int:
        return sum(line.startswith("compiled") for line in self.lines(*more))

    def file(self) -> Path:
        (file,) = self.kept.rglob("shibokensupport.*")
        return file


@pytest.fixture
def starts(tmp_path: Path) -> Starts:
    return Starts(tmp_path / "kept")


def test_the_second_start_compiles_nothing_and_says_the_same(starts: Starts) -> None:
    first = starts.lines()
    assert sum(line.startswith("compiled") for line in first) > 10
    second = starts.lines()
    assert second == [line for line in first if not line.startswith("compiled")]
    assert second == starts.lines(code=MISTAKE)
    assert "called with wrong argument types" in "\n".join(second)


def test_what_is_kept_is_made_anew_when_damaged(starts: Starts) -> None:
    once = starts.compiled()
    whole = starts.file().read_bytes()
    for damaged in (b"", whole[:1000], b"\0" * 200, whole[:16] + b"i\0\0\0\0"):
        starts.file().write_bytes(damaged)
        assert starts.compiled() == once
        assert starts.file().read_bytes() == whole


def test_nothing_is_kept_where_python_keeps_nothing(starts: Starts) -> None:
    assert starts.compiled("write nothing") > 10
    assert not starts.kept.exists()


def test_a_place_that_takes_no_file_is_no_error(starts: Starts) -> None:
    starts.kept.write_text("a file where a folder should be")
    assert starts.compiled() > 10
