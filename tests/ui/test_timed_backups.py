"""Copies that a folder does not take are told of once, and never stop the work."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.application import Application


def test_a_folder_that_takes_no_copies_is_told_of_once(
    open_window: OpenWindow, program: Application, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "копии"
    folder.write_bytes(b"")
    program.preferences.change(backup_folder=str(folder))
    window = open_window()
    banner = window.messages.banner
    qtbot.waitUntil(banner.isVisible)
    assert "копии" in banner.text.text() and "сохранено" in banner.text.text()
    banner.put_away()
    window.quick_add.line.setText("дальше")
    window.quick_add.record()
    window.commands.file_wanted.emit("back_up")
    assert not banner.isVisible() and len(window.bridge.engagement.notes) == 1
    folder.unlink()
    window.quick_add.line.setText("ещё")
    window.quick_add.record()
    window.commands.file_wanted.emit("back_up")
    assert list(folder.rglob("*.workshop"))
