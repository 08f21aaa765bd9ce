"""Widgets that hold each other are deleted in the window's thread, whatever the workers make."""

from __future__ import annotations

import threading

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.application import Application
from ui.rubbish import NEW_OBJECTS, look
from ui.tasks import Task, Tasks


class Held(QWidget):
    """Holds itself, as a window and its parts hold each other."""

    def __init__(self, deleted_in: list[str]) -> None:
        super().__init__()
        self.itself = self
        self.destroyed.connect(lambda: deleted_in.append(threading.current_thread().name))


def many_lists(_task: Task[int]) -> int:
    """Far more new objects than Python takes before it looks for rubbish."""
    made = [[number] for number in range(20 * NEW_OBJECTS)]
    return len(made)


def test_a_worker_deletes_no_widget(program: Application, qtbot: QtBot) -> None:
    deleted_in: list[str] = []
    Held(deleted_in)
    tasks = Tasks()
    with qtbot.waitSignal(tasks.start(many_lists).done):
        pass
    window_thread = threading.main_thread().name
    assert set(deleted_in) <= {window_thread}, "a slow worker leaves the window time to look"
    kept = [[number] for number in range(2 * NEW_OBJECTS)]
    look()
    assert deleted_in == [window_thread] and kept
