"""Commands as processes of their own: no Qt, no display, no traceback, the right exit code."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.patience import SECONDS

ROOT = Path(__file__).resolve().parents[2]


def process(*args: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LANG": "C", "LC_ALL": "C", **more}
    command = [sys.executable, "-m", "workshop_app", *args]
    return subprocess.run(command, env=env, capture_output=True, timeout=SECONDS, check=False)


def test_a_command_works_in_a_bare_environment() -> None:
    assert process("demo", "--no-open").returncode == 0
    found = process("results", "demo.workshop")
    assert found.returncode == 0
    assert json.loads(found.stdout.decode("utf-8"))["overlap_hours_total"] == 182
    checked = process("check", "demo.workshop", PYTHONIOENCODING="utf-8")
    assert checked.returncode == 1
    assert "просрочено" in checked.stdout.decode("utf-8")


def test_a_problem_is_one_line_without_a_traceback() -> None:
    Path("bad.workshop").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    for arguments in (["results", "bad.workshop"], ["import", "x.workshop", "bad.workshop"], ["nonsense"], ["results"]):
        result = process(*arguments)
        assert result.returncode == 2
        assert result.stderr.count(b"\n") == 1
        assert b"Traceback" not in result.stderr
        assert result.stdout == b""


def test_no_command_imports_qt() -> None:
    code = (
        "import sys\n"
        "from workshop_app.cli import command_line\n"
        "for arguments in (['demo', '--no-open'], ['results', 'demo.workshop'], ['check', 'demo.workshop'],\n"
        "                  ['export', 'demo.workshop', 'x.xlsx'], ['export', 'demo.workshop', 'x.ics'], ['--help']):\n"
        "    command_line('en').main(arguments, standalone_mode=False)\n"
        "found = [name for name in sys.modules if name.startswith(('PySide6', 'shiboken6', 'ui'))]\n"
        "sys.exit(str(found) if found else 0)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    result = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, timeout=SECONDS, check=False)
    assert result.returncode == 0, result.stderr.decode()


def test_an_answer_that_nobody_reads_to_the_end_is_no_error() -> None:
    assert process("demo", "--no-open").returncode == 0
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = f'"{sys.executable}" -m workshop_app results demo.workshop | head -c 10'
    result = subprocess.run(["bash", "-c", command], env=env, capture_output=True, timeout=SECONDS, check=False)
    assert result.stderr == b""
