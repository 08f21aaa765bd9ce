"""Every page in both languages, sizes and themes, full and empty: nothing cut, nobody left alone, nothing left over."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.clipcheck import cut
from tests.ui.conftest import OpenWindow
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.widgets.card import SelectableCard
from ui.widgets.layout import EmptyState
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


def toured(window: FacilitatorWindow) -> Iterator[Place]:
    """Every page, shown."""
    for place in places():
        window.go(place)
        QApplication.processEvents()
        yield place


def faults(window: FacilitatorWindow) -> list[str]:
    """What is cut on any page."""
    return [f"{place.step}.{place.sub_step}: {fault}" for place in toured(window) for fault in cut(window)]


def helps(page: QWidget) -> bool:
    """An empty state with its button, a field, a card to choose, or a list that has lines."""
    if any(shown.isVisible() and shown.buttons for shown in page.findChildren(EmptyState)):
        return True
    if any(field.isVisible() for kind in (QLineEdit, QPlainTextEdit) for field in page.findChildren(kind)):
        return True
    if any(tile.isVisible() for tile in page.findChildren(SelectableCard)):
        return True
    lists = page.findChildren(QAbstractItemView)
    return any(shown.isVisible() and shown.model() and shown.model().rowCount() for shown in lists)


def left_of(opened: Callable[[], FacilitatorWindow]) -> list[str]:
    """What stays of a window, its pages, what they were made of and the document, after all pages and the room."""
    window = opened()
    window.audience.show()
    pages = window.host.findChildren(QWidget)
    parts = (window, window.bridge, window.bridge.document, window.bridge.engagement, *pages)
    left = [(type(part).__name__, weakref.ref(part)) for part in parts]
    window.close()
    del window, pages, parts
    QApplication.processEvents()
    gc.collect()
    return [name for name, part in left if part() is not None]


@pytest.mark.parametrize(("language", "size", "theme"), LOOKS, ids=lambda value: str(value))
def test_no_page_cuts_anything_and_nothing_stays_of_a_closed_workshop(
    open_window: OpenWindow, program: Application, language: str, size: tuple[int, int], theme: str
) -> None:
    program.theme.choose(theme)
    found = []

    def opened() -> FacilitatorWindow:
        window = open_window(demo=language, language=language, size=size)
        for place in toured(window):
            found.extend(f"{place.step}.{place.sub_step}: {fault}" for fault in cut(window))
            assert (window.width(), window.height()) == size, place
        return window

    left = left_of(opened)
    assert not found, "\n".join(found[:40])
    assert left == []


@pytest.mark.parametrize("language", ["ru", pytest.param("en", marks=pytest.mark.slow)])
def test_empty_pages_help_and_cut_nothing(open_window: OpenWindow, qapp: QApplication, language: str) -> None:
    window = open_window(language=language, size=(1280, 640))
    strays = Strays()
    qapp.installEventFilter(strays)
    found, left_alone = [], []
    for place in toured(window):
        found += [f"{place.step}.{place.sub_step}: {fault}" for fault in cut(window)]
        if not helps(window.host.page):
            left_alone.append(place)
    qapp.removeEventFilter(strays)
    assert not found, "\n".join(found[:40])
    assert left_alone == []
    assert not strays.found


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_cuts_anything_at_the_largest_interface_size(
    open_window: OpenWindow, program: Application, language: str, size: tuple[int, int]
) -> None:
    program.theme.choose("light", 130)
    found = faults(open_window(demo=language, language=language, size=size))
    assert not found, "\n".join(found[:40])
