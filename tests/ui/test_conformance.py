"""Every page in both languages, sizes and themes: nothing cut, the window keeps its size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clipcheck import cut
from tests.ui.conftest import OpenWindow
from ui.application import Application
from ui.pages.base import Place
from workshop_app.steps import STEPS

SIZES = ((1366, 768), (1280, 640))
QUICK = (("ru", (1280, 640), "light"), ("en", (1366, 768), "dark"))
LOOKS = tuple(
    pytest.param(*look, marks=() if look in QUICK else pytest.mark.slow)
    for look in ((language, size, theme) for language in ("ru", "en") for size in SIZES for theme in ("light", "dark"))
)


class Strays(QObject):
    """Notes widgets that come up as windows of their own: shown before they have a parent, they steal the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: every event of the program."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.found.append(f"{type(watched).__name__} “{watched.accessibleName()}”")
        return False


def places() -> list[Place]:
    return [Place(step.id, sub.id if sub else None) for step in STEPS for sub in (step.sub_steps or (None,))]


@pytest.mark.parametrize(("language", "size", "theme"), LOOKS, ids=lambda value: str(value))
def test_no_page_cuts_anything(
    open_window: OpenWindow, program: Application, qtbot: QtBot, language: str, size: tuple[int, int], theme: str
) -> None:
    program.theme.choose(theme)
    window = open_window(demo=language, language=language, size=size)
    found = []
    for place in places():
        window.go(place)
        QApplication.processEvents()
        found += [f"{place.step}.{place.sub_step}: {fault}" for fault in cut(window)]
        assert (window.width(), window.height()) == size, place
    assert not found, "\n".join(found[:40])


@pytest.mark.parametrize("language", ["ru", "en"])
def test_empty_pages_help_and_cut_nothing(
    open_window: OpenWindow, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    window = open_window(language=language, size=(1280, 640))
    strays = Strays()
    qapp.installEventFilter(strays)
    found = []
    for place in places():
        window.go(place)
        QApplication.processEvents()
        found += [f"{place.step}.{place.sub_step}: {fault}" for fault in cut(window)]
    qapp.removeEventFilter(strays)
    assert not found, "\n".join(found[:40])
    assert not strays.found


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_cuts_anything_at_the_largest_interface_size(
    open_window: OpenWindow, program: Application, qtbot: QtBot, language: str, size: tuple[int, int]
) -> None:
    program.theme.choose("light", 130)
    window = open_window(demo=language, language=language, size=size)
    found = []
    for place in places():
        window.go(place)
        QApplication.processEvents()
        found += [f"{place.step}.{place.sub_step}: {fault}" for fault in cut(window)]
    assert not found, "\n".join(found[:40])
