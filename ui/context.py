"""What the window hands to every page: the document, the language, the look, the room, messages and tasks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from workshop_app.i18n import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from ui.actions import Actions
    from ui.audience.room import Room
    from ui.bridge import DocumentBridge
    from ui.icons import Icons
    from ui.pages.base import Place
    from ui.tasks import Tasks
    from ui.theme.service import ThemeService
    from workshop_app.domain.message import Message
    from workshop_app.services.preferences import Preferences


class Shell(Protocol):
    """What a page may ask of the window around it."""

    def go(self, place: Place) -> None:
        """Show a step, a sub-step, a row."""

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what has just been done, with an undo link where asked."""

    def problem(self, message: Message) -> None:
        """Show a problem in the banner."""

    def notice(self, text: str, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Something to know, with what can be done about it, until it is closed."""

    def show_over(
        self, page: QWidget | None, back: Place | None = None, *, again: Callable[[], object] | None = None
    ) -> None:
        """Put a page of its own over the step (an import); None takes it away and goes back. ``again`` makes it anew as
        it stands, in another language.
        """

    def give_time(self, part: str, minutes: int, *, start: bool = False) -> None:
        """The clock for a part of the step in front; it runs on where it ran."""


@dataclass
class WindowContext:
    """One per facilitator window; pages keep it and read ``words`` anew each time they build or refresh."""

    bridge: DocumentBridge
    theme: ThemeService
    icons: Icons
    words: Words
    actions: Actions
    room: Room
    tasks: Tasks
    shell: Shell
    preferences: Preferences
    folder: str = field(default="")
