"""What the window's actions do beyond one call: palette, panels, going on, problems, room, files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSizeF, Signal

from ui.pages.base import Place
from ui.palette import CommandPalette, Found, found_actions
from ui.step_status import steps_on
from workshop_app.domain.checks import message_of
from workshop_app.domain.model import Row
from workshop_app.domain.text_key import norm_text
from workshop_app.steps import STEPS

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

TITLE_FIELDS = ("title", "name", "text")


class WindowCommands(QObject):
    """The commands of one window. ``file_wanted`` asks the application: open, copy, close …"""

    file_wanted = Signal(str)
    audience_wanted = Signal()

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None
        self._problem = -1

    def open_palette(self) -> None:
        """Ctrl+K."""
        if self._palette is not None:
            self._palette.deleteLater()
        self._palette = CommandPalette(self._window.frame, self._window.words, self._found)
        self._palette.open()

    def _found(self) -> Iterable[Found]:
        window = self._window
        yield from found_actions(window.actions_list.all(), window.words)
        for step in STEPS:
            for table in step.tables:
                for row in window.bridge.engagement.rows(table):
                    title = _title(row)
                    if title:
                        place = Place(step.id, None, row.table, row.id)
                        caption = window.words(step.title)
                        yield Found(title, caption, _going(window, place), norm_text(title))

    def toggle_guide(self) -> None:
        """Ctrl+G."""
        self._window.toggle_guide()

    def toggle_rail(self) -> None:
        """Ctrl+B."""
        rail = self._window.rail
        rail.set_folded(not rail.delegate.folded)

    def step_by(self, way: int) -> None:
        """Next or previous sub-step, then step."""
        window = self._window
        stops = [
            (step.id, sub.id if sub else None)
            for step in steps_on(window.bridge.engagement)
            for sub in (step.sub_steps or (None,))
        ]
        here = (window.place.step, window.place.sub_step)
        at = stops.index(here) if here in stops else 0
        step_id, sub_id = stops[max(0, min(at + way, len(stops) - 1))]
        window.go(Place(step_id, sub_id))

    def problem_by(self, way: int) -> None:
        """F4: the next open check; goes to its object and says what is wrong."""
        window = self._window
        results = [result for result in window.bridge.check_results if result.waived is None]
        here = [result for result in results if result.check.step == window.place.step] or results
        if not here:
            window.toast(window.words("No open problems."))
            return
        self._problem = (self._problem + way) % len(here)
        result = here[self._problem]
        window.go(Place(result.check.step, None, result.check.object, result.object_id))
        window.toast(message_of(result, window.words))

    def add_new(self) -> None:
        """Ins."""
        if self._window.host.page is not None:
            self._window.host.page.add_new()

    def show_in_room(self) -> None:
        """F5: follow; pressed again on a blind scene, open it."""
        page = self._window.host.page
        if page is not None and page.open_to_room():
            return
        self._window.room.show()

    def turn_room(self, way: int) -> None:
        """The room's next or previous page."""
        room, painter = self._window.room, self._window.thumbnail.painter
        count = painter.page_count(QSizeF(1920, 1080))
        present = room.live.page if room.live.page is not None else 0
        room.turn(max(0, min(present + way, count - 1)))

    def say_saved(self) -> None:
        """Ctrl+S: nothing to do, and said so."""
        self._window.toast(self._window.words("Everything is saved as you type."))


def _title(row: Row) -> str:
    names = {field.name for field in fields(row)}
    return next((str(getattr(row, name)) for name in TITLE_FIELDS if name in names and getattr(row, name)), "")


def _going(window: FacilitatorWindow, place: Place) -> Callable[[], object]:
    def go() -> None:
        window.go(place)

    return go
