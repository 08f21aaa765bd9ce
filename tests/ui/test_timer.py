"""The step's clock in the top bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.icons import Icons
from ui.session_timer import SessionTimer
from ui.theme.service import ThemeService
from ui.timer_view import TimerView
from workshop_app.i18n import Words


@pytest.fixture
def now() -> list[float]:
    """What the clock says: seconds."""
    return [0.0]


@pytest.fixture
def timer(qtbot: QtBot, now: list[float]) -> SessionTimer:
    return SessionTimer(clock=lambda: now[0])


def test_a_second_that_passes_moves_nothing_in_the_bar(timer: SessionTimer, qtbot: QtBot, now: list[float]) -> None:
    asked: list[QEvent.Type] = []

    class Bar(TimerView):
        def updateGeometry(self) -> None:
            asked.append(QEvent.Type.LayoutRequest)

    view = Bar(timer, ThemeService("light", 100), Icons(), Words("ru"))
    qtbot.addWidget(view)
    timer.offer("audit", 20)
    assert asked
    asked.clear()
    timer.start()
    for second in range(1, 20 * 60 + 90, 30):
        now[0] = float(second)
        timer.ticked.emit()
    QApplication.processEvents()
    assert not asked and view.low
    timer.offer("prepare", 0)
    assert asked, "without a length it is narrower"
