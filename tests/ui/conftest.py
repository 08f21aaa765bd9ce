"""A real facilitator window on a real file, for tests that type, press and click."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.demo_files import demo_file
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.theme.service import ThemeService
from workshop_app.services.document import Document
from workshop_app.services.preferences import Preferences

OpenWindow = Callable[..., FacilitatorWindow]


def restore_look(service: ThemeService) -> None:
    """Font and palette of the next test; all widgets there are look at themselves anew, so only where they differ."""
    if (service.choice, service.size) != ("light", 100):
        service.choose("light", 100)


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Application]:
    preferences = Preferences(tmp_path / "config")
    preferences.change(language="ru", theme="light")
    made = Application(qapp, preferences)
    yield made
    for window in tuple(made.windows):
        window.close()
    restore_look(made.theme)


@pytest.fixture
def open_window(program: Application, qtbot: QtBot, tmp_path: Path) -> OpenWindow:
    """``open_window(demo="ru")`` or an empty file; ``language`` of the interface, ``size`` of the window."""

    def open_it(
        demo: str | None = None, language: str = "ru", size: tuple[int, int] = (1366, 768), path: Path | None = None
    ) -> FacilitatorWindow:
        from workshop_app.i18n import Words

        program.words = Words(language)
        path = path or tmp_path / "Test.workshop"
        if demo and not path.exists():
            demo_file(path, demo)
        elif not path.exists():
            Document.create(path).close()
        window = program.show_file(path)
        window.resize(*size)
        qtbot.waitExposed(window)
        return window

    return open_it


@pytest.fixture
def window(open_window: OpenWindow) -> FacilitatorWindow:
    """The Russian demo in a Russian window."""
    return open_window(demo="ru")
