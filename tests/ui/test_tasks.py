"""Long work and a window that closes: nothing begins any more, and nobody waits for what does not stop."""

from __future__ import annotations

import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.patience import SECONDS
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.tasks import BROKEN, Task, Tasks
from workshop_app.domain.message import Message


def test_work_that_was_asked_for_as_the_window_closes_is_not_begun(qtbot: QtBot) -> None:
    tasks, begun, ended = Tasks(), [], []
    for _place in range(2):
        task = tasks.start(begun.append)
        task.cancelled.connect(lambda: ended.append("cancelled"))
        assert tasks.stop()
    qtbot.waitUntil(lambda: len(ended) == 2)
    assert not begun and tasks.idle()


def test_work_that_does_not_stop_does_not_hold_the_window_up(qtbot: QtBot) -> None:
    window = QObject()
    tasks = Tasks(window)
    begun, go_on, ended = threading.Event(), threading.Event(), threading.Event()

    def stubborn(_task: Task[None]) -> None:
        begun.set()
        go_on.wait(SECONDS)
        ended.set()

    tasks.start(stubborn)
    qtbot.waitUntil(begun.is_set)
    assert not tasks.stop(wait_ms=1)
    shiboken6.delete(window)
    assert not ended.is_set()
    go_on.set()
    assert ended.wait(SECONDS)


@pytest.mark.qt_no_exception_capture
def test_work_that_breaks_is_told_in_plain_words_and_its_details_are_kept(
    window: FacilitatorWindow, program: Application, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    failed: list[Message] = []

    def broken(_task: Task[None]) -> None:
        [][3]

    program.guard.install()
    try:
        task = window.tasks.start(broken)
        task.failed.connect(failed.append)
        task.failed.connect(window.problem)
        qtbot.waitUntil(lambda: "последнего изменения" in window.messages.banner.text.text())
    finally:
        program.guard.uninstall()
    assert [window.words.message(message) for message in failed] == [window.words(BROKEN)]
    assert window.tasks.idle() and "IndexError" in program.guard.log.read_text(encoding="utf-8")
    assert not any(kind in window.messages.banner.text.text() for kind in ("Error", "list index"))
    capsys.readouterr()
