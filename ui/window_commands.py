"""What the window's actions do beyond one call: palette, panels, going on, problems, room, files."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.pages.base import Place
from ui.step_status import places
from ui.window_menus import section_menu, timer_menu
from workshop_app.domain.voters import voters

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow
    from ui.overlay import OverlayPanel
    from ui.palette import CommandPalette


class WindowCommands(QObject):
    """The commands of one window. ``file_wanted`` asks the application: open, copy, close …; ``note_wanted`` for the
    list with a note of the quick line.
    """

    file_wanted = Signal(str)
    note_wanted = Signal(str)
    audience_wanted = Signal()

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self._palette: CommandPalette | None = None
        self._vote: OverlayPanel | None = None
        self._problem = -1

    def open_palette(self) -> None:
        """Ctrl+K."""
        from ui.palette import CommandPalette
        from ui.palette_sources import found_in

        window = self._window
        if self._palette is None or self._palette.parentWidget() is not window.frame:
            sources = partial(found_in, window)
            self._palette = CommandPalette(window.frame, window.theme, window.icons, window.words, sources)
            self._palette.destroyed.connect(self._forget)
        self._palette.open()

    def _forget(self) -> None:
        """Panels go with their frame, when another language builds a new one."""
        self._palette = self._vote = None

    def open_menu(self) -> None:
        """Everything, by section."""
        window = self._window
        menu = section_menu(window, window.actions_list, window.words)
        menu.aboutToHide.connect(menu.deleteLater)
        window.top_bar.popup_below(window.top_bar.menu_button, menu)

    def open_timer_menu(self) -> None:
        """Start, pause, more minutes, another length."""
        window = self._window
        menu = timer_menu(window)
        menu.aboutToHide.connect(menu.deleteLater)
        window.top_bar.popup_below(window.top_bar.timer_view, menu)

    def open_vote(self) -> None:
        """A quick vote; one that goes on is opened again."""
        from ui.vote_panel import VotePanel

        window = self._window
        if self._vote is None or self._vote.parentWidget() is not window.frame or window.desk.ballot is None:
            self._vote = VotePanel(
                window.frame, window.context, window.desk, sum(voters(window.bridge.engagement).values())
            )
            self._vote.destroyed.connect(self._forget)
        self._vote.open()

    def toggle_guide(self) -> None:
        """Ctrl+G."""
        self._window.toggle_guide()

    def toggle_rail(self) -> None:
        """Ctrl+B: stays so, in the next window too."""
        rail = self._window.rail
        rail.set_folded(not rail.delegate.folded)
        self._window.preferences.change(rail_folded=rail.delegate.folded)

    def step_by(self, way: int) -> None:
        """Next or previous sub-step, then step."""
        window = self._window
        stops = places(window.bridge.engagement)
        here = (window.place.step, window.place.sub_step)
        at = stops.index(here) if here in stops else 0
        step_id, sub_id = stops[max(0, min(at + way, len(stops) - 1))]
        window.go(Place(step_id, sub_id))

    def problem_by(self, way: int) -> None:
        """F4: the next open check; goes to its object and says what is wrong."""
        from workshop_app.domain.checks import message_of

        window = self._window
        page = window.host.page
        if page is not None and page.next_problem(way):
            return
        results = [result for result in window.bridge.check_results if result.waived is None]
        here = [result for result in results if result.check.step == window.place.step] or results
        if not here:
            window.toast(window.words("No open problems."))
            return
        self._problem = (self._problem + way) % len(here)
        result = here[self._problem]
        window.go(Place(result.check.step, None, result.check.object, result.object_id))
        window.messages.toast(message_of(result, window.words), icon="circle-alert")

    def show_trail(self) -> None:
        """Alt+W: where the chosen activity or role card comes from, and where it went."""
        from ui.dialogs.trail import TrailPanel
        from workshop_app.domain.trace import subject_of

        window = self._window
        place = window.host.page.current_place() if window.host.page is not None else window.place
        subject = subject_of(window.bridge.engagement, place.row_id)
        if subject is None:
            window.toast(window.words("Choose an activity, a handoff, an action or a person first."))
            return
        TrailPanel(window.frame, window.context).show_subject(subject)

    def add_new(self) -> None:
        """Ins."""
        if self._window.host.page is not None:
            self._window.host.page.add_new()

    def say_saved(self) -> None:
        """Ctrl+S: nothing to do, and said so."""
        self._window.toast(self._window.words("Everything is saved as you type."))
