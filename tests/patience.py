"""How long tests wait for what comes at once on an idle machine: nothing that is waited for may depend on its speed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

SECONDS = 180
"""Only what never comes is waited for so long."""


class PatientBot(QtBot):
    """pytest-qt's bot gives up after five seconds; this one when nobody would wait any longer."""

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = SECONDS * 1000) -> None:
        """Qt: see ``QtBot``."""
        super().waitUntil(callback, timeout=timeout)

    def waitSignal(self, signal: object, *, timeout: int = SECONDS * 1000, **more: Any) -> Any:
        """Qt: see ``QtBot``."""
        return super().waitSignal(signal, timeout=timeout, **more)


def to_front(window: QWidget) -> None:
    """The keys go to this window from now on."""
    window.activateWindow()
    assert QTest.qWaitForWindowActive(window, SECONDS * 1000)
