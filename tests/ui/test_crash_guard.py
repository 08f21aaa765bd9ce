"""Errors nobody expected, of a slot: said in the banner without a dialog, and true words about what is saved."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.application import Application
from ui.main_window import FacilitatorWindow
from workshop_app.domain.message import Message
from workshop_app.domain.model import Note
from workshop_app.services.document import Operation
from workshop_app.storage.errors import DiskFull


@pytest.mark.qt_no_exception_capture
def test_a_slot_that_raises_while_the_disk_is_full_does_not_say_that_all_is_saved(
    window: FacilitatorWindow, program: Application, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    full = DiskFull(window.bridge.document.file.path)

    def refuse(_operation: object) -> None:
        raise full

    with monkeypatch.context() as patched:
        patched.setattr(window.bridge.document, "run", refuse)
        window.bridge.run(Operation(Message(""), lambda _edit: None))
    program.guard.take(ValueError, ValueError("внутри"), None)
    QApplication.processEvents()
    said = window.messages.banner.text.text()
    assert window.words.message(full.message) in said and said != window.words.message(full.message)
    assert "сохранено" not in said
    capsys.readouterr()


@pytest.mark.qt_no_exception_capture
def test_a_slot_that_raises_leaves_the_window_usable_and_says_so(
    window: FacilitatorWindow, program: Application, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken() -> None:
        raise ValueError("внутри")

    before = sys.excepthook
    program.guard.install()
    try:
        QTimer.singleShot(0, window, broken)
        QTimer.singleShot(0, window, broken)
        qtbot.waitUntil(lambda: window.messages.banner.isVisible())
    finally:
        program.guard.uninstall()
    assert sys.excepthook is before
    assert program.guard.count == 2
    assert program.guard.log.read_text(encoding="utf-8").count("ValueError: внутри") == 2
    assert not QApplication.activeModalWidget()
    window.quick_add.line.setText("дальше")
    window.quick_add.record()
    assert window.bridge.engagement.rows(Note)[-1].text == "дальше"
    capsys.readouterr()


def test_the_first_banner_of_a_window_shows_its_words_and_a_link_leaves_them_whole(
    window: FacilitatorWindow, qtbot: QtBot
) -> None:
    banner = window.messages.banner
    window.problem(DiskFull(window.bridge.document.file.path).message)
    QApplication.processEvents()
    assert banner.text.geometry().bottom() <= banner.height() and banner.text.width() < banner.width()
    window.messages.broken(3, "")
    qtbot.waitUntil(lambda: banner.isVisible() and banner.height() > 48)
    assert banner.text.heightForWidth(banner.text.width()) <= banner.text.height()
