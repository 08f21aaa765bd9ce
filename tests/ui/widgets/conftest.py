"""The look and an active window for tests of single widgets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import restore_look
from tests.ui.widgets.tools import Show, Window
from ui.icons import Icons
from ui.theme.service import ThemeService, load_fonts


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[ThemeService]:
    load_fonts()
    service = ThemeService("light")
    service.apply()
    service.add_style_sheet()
    yield service
    restore_look(service)


@pytest.fixture
def icons() -> Icons:
    return Icons()


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """``show(widget, …)``: an active window with the widgets one under another."""
    kept: list[Window] = []

    def show_them(*widgets: QWidget) -> Window:
        window = Window(*widgets)
        kept.append(window)
        qtbot.addWidget(window)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        return window

    return show_them
