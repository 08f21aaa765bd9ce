"""What is live in the room: scene, focus, page, shown / frozen / blank. No window needed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ui.audience.scene import Focus


class RoomState(Enum):
    """What the audience window does: follow, keep the last image, or show a calm blank."""

    SHOW = "show"
    FREEZE = "freeze"
    BLANK = "blank"


@dataclass(frozen=True)
class Live:
    """What the room sees or would see: a scene by id, its focus and page."""

    scene: str = "blank"
    focus: Focus = field(default_factory=Focus)
    page: int | None = None


class Room(QObject):
    """The model behind both windows.

    ``following`` is where the facilitator is; ``live`` is what the room sees. In FREEZE ``live`` stays while
    ``following`` goes on. ``guard`` freezes by itself while something private is typed and says why.
    """

    changed = Signal()
    guarded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RoomState.SHOW
        self.following = Live()
        self.live = Live()
        self.on_command = False
        self._guards: set[str] = set()
        self._before_guard: RoomState | None = None

    def follow(self, scene: str, focus: Focus | None = None, *, step_changed: bool = False) -> None:
        """The facilitator moved: show this, unless frozen, or a new step waits for the command."""
        self.following = Live(scene, focus or Focus())
        held = self.state is not RoomState.SHOW or (self.on_command and step_changed)
        if not held:
            self.live = self.following
        self.changed.emit()

    def show(self) -> None:
        """F5: the room sees where the facilitator is; open what was hidden when pressed again on a blind scene."""
        self.state = RoomState.SHOW
        self.live = self.following
        self.changed.emit()

    def freeze(self) -> None:
        """F6: keep the present image."""
        self.state = RoomState.FREEZE
        self.changed.emit()

    def blank(self) -> None:
        """F7: the workshop's name on a plain ground."""
        self.state = RoomState.BLANK
        self.changed.emit()

    def reveal(self, revealed: bool = True) -> None:
        """Open (or hide) what the scene keeps hidden."""
        self.following = replace(self.following, focus=replace(self.following.focus, revealed=revealed))
        if self.state is RoomState.SHOW:
            self.live = self.following
        self.changed.emit()

    def turn(self, page: int | None) -> None:
        """Show a page of the live scene; None follows the focus again."""
        self.live = replace(self.live, page=page)
        if self.state is RoomState.SHOW:
            self.following = replace(self.following, page=page)
        self.changed.emit()

    def guard(self, name: str, reason: str) -> None:
        """Freeze while something private is entered; ``reason`` is said to the facilitator."""
        if not self._guards and self.state is RoomState.SHOW:
            self._before_guard = self.state
            self.freeze()
            self.guarded.emit(reason)
        self._guards.add(name)

    def unguard(self, name: str) -> None:
        """The private thing is done; the room stays frozen until the facilitator shows it again."""
        self._guards.discard(name)
        if not self._guards:
            self._before_guard = None
