"""The commands as a person runs them, with a home of their own."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook

from tests.demo_files import example_file
from workshop_app.cli import command_line

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Backups and settings go into the test's own folder; the current folder is empty."""
    folder = tmp_path / "home"
    folder.mkdir()
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME"):
        monkeypatch.setenv(name, str(folder))
    work = tmp_path / "work"
    work.mkdir()
    monkeypatch.chdir(work)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    return folder


@pytest.fixture
def run() -> Run:
    """Run a command in English: ``run("check", "x.workshop", code=1)`` also looks at the exit code."""

    def invoke(*args: object, code: int | None = 0, language: str = "en") -> Result:
        result = CliRunner().invoke(command_line(language), [str(arg) for arg in args])
        if code is not None:
            assert result.exit_code == code, result.output
        return result

    return invoke


@pytest.fixture
def ask(run: Run) -> Callable[..., Any]:
    """The JSON that a command answers."""

    def answer(*args: object, code: int | None = 0) -> Any:
        return json.loads(run(*args, code=code).stdout_bytes)

    return answer


@pytest.fixture
def demo_file() -> Path:
    """The Russian example in the current folder."""
    return example_file(Path("demo.workshop"))


@pytest.fixture
def save_xlsx() -> Callable[..., Path]:
    """Write one sheet of a workbook into the current folder."""

    def save(name: str, rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        book.save(name)
        return Path(name)

    return save
