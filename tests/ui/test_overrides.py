"""An error in a method that Qt calls tears nothing down: it is told in the banner, and everything else goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.application import Application
from ui.audience.thumbnail import Thumbnail
from ui.main_window import FacilitatorWindow
from ui.messages import Messages
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.widgets.delegates.cell import CellDelegate
from workshop_app.domain.model import Note
from workshop_app.services.document import Document

ROOT = Path(__file__).parents[2]
FAILING: tuple[tuple[type, str, Callable[[FacilitatorWindow], object]], ...] = (
    (Messages, "dismiss", lambda window: QTest.keyClick(window, Qt.Key.Key_Escape)),
    (Messages, "place", lambda window: window.host.resize(700, 500)),
    (TableModel, "_standard", lambda window: window.host.grab()),
    (CellDelegate, "_text", lambda window: window.host.grab()),
    (Thumbnail, "_picture", lambda window: window.thumbnail.grab()),
)
"""What fails of what stands in an override of a class, and how Qt comes to call it while Python waits."""


def fails(*_parts: object) -> object:
    """As Python's own code does."""
    return [][0]


def test_overrides_that_fail_in_pythons_own_code_end_no_process() -> None:
    command = [sys.executable, "-m", "tests.ui.override_session"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    key, paint, size, mixed, seen, delegate, *answers = json.loads(done.stdout.splitlines()[-1])
    assert (key, paint, size) == (["IndexError"], ["ValueError"], ["ZeroDivisionError"])
    assert (mixed, seen, delegate) == (["ValueError"], ["AttributeError"], ["KeyError"])
    assert answers == [["IndexError"], ["IndexError"]]


@pytest.mark.qt_no_exception_capture
def test_the_window_says_so_and_goes_on(
    window: FacilitatorWindow,
    program: Application,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    window.go(Place("plan", "actions"))
    before, banner = window.bridge.engagement, window.messages.banner

    def do(owner: type, name: str, act: Callable[[FacilitatorWindow], object]) -> None:
        with monkeypatch.context() as patched:
            patched.setattr(owner, name, fails)
            act(window)
        gone_on.append(name)

    program.guard.install()
    try:
        for owner, name, act in FAILING:
            gone_on: list[str] = []
            QTimer.singleShot(0, window, lambda what=(owner, name, act): do(*what))
            qtbot.waitUntil(banner.isVisible)
            assert gone_on == [name]
            assert "IndexError" in program.guard.last
            banner.put_away()
    finally:
        program.guard.uninstall()
    assert not QApplication.activeModalWidget()
    assert window.isVisible() and window.bridge.engagement is before
    window.quick_add.line.setText("дальше")
    window.quick_add.record()
    stored = Document.open(window.bridge.document.file.path, read_only=True)
    assert stored.engagement.rows(Note)[-1].text == "дальше"
    stored.close()
    capsys.readouterr()


@pytest.mark.qt_no_exception_capture
def test_an_error_of_a_painting_is_told_once_and_paints_nothing_again(
    window: FacilitatorWindow, program: Application, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """A banner lies over the page: to write it anew would paint the page, which would write it anew."""
    window.go(Place("prepare", "people"))
    said: list[str] = []
    monkeypatch.setattr(CellDelegate, "_text", fails)
    program.guard.install()
    try:
        window.host.update()
        qtbot.waitUntil(window.messages.banner.isVisible)
        monkeypatch.setattr(window.messages.banner, "say", lambda *parts: said.append(str(parts)))
        window.host.grab()
        QApplication.processEvents()
        QApplication.processEvents()
    finally:
        program.guard.uninstall()
    assert not said
    assert program.guard.count > 8
    assert program.guard.log.read_text(encoding="utf-8").count("IndexError") < program.guard.count
    capsys.readouterr()
