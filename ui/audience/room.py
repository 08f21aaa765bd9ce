"""What is live in the room: scene, focus, page, shown / frozen / blank. No window needed."""

from __future__ import annotations

from dataclasses import field, replace
from enum import Enum

from PySide6.QtCore import QObject, Signal

from ui.audience.scene import Focus
from workshop_app.domain.frozen import frozen


class RoomState(Enum):
    """What the audience window does: follow, keep the last image, or show a calm blank."""

    SHOW = "show"
    FREEZE = "freeze"
    BLANK = "blank"


@frozen
class Live:
    """What the room sees or would see: a scene by id, its focus and page."""

    scene: str = "blank"
    focus: Focus = field(default_factory=Focus)
    page: int | None = None


class Room(QObject):
    """The model behind both windows.

    ``following`` is where the facilitator is; ``live`` is what the room sees. In FREEZE ``live`` stays while
    ``following`` goes on. A scene that was ``put`` (a break, a vote) stays until ``show``. ``guard`` freezes by itself
    while something private is typed and says why; ``unseen_over`` with the guard's name when that is over and nobody
    has shown the room again. ``spotlight`` is a place in the image, both numbers 0…1. ``remote``: a presenter's remote
    control turns the pages. ``mirrored``: the room sees the facilitator's window itself, so pages show no amounts.
    """

    changed = Signal()
    guarded = Signal(str)
    unseen_over = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state = RoomState.SHOW
        self.following = Live()
        self.live = Live()
        self.on_command = False
        self.remote = False
        self.mirrored = False
        self.pinned = False
        self.spotlight: tuple[float, float] | None = None
        self._waiting = False
        self._guards: set[str] = set()
        self._held = False

    def follow(self, scene: str, focus: Focus | None = None, *, step_changed: bool = False) -> None:
        """The facilitator moved: show this, unless frozen, something was put, or a new step waits for the command."""
        self.following = Live(scene, focus or Focus())
        if self.on_command and step_changed:
            self._waiting = True
        if self._follows:
            self.live = self.following
        self.changed.emit()

    @property
    def _follows(self) -> bool:
        return self.state is RoomState.SHOW and not self.waits

    @property
    def waits(self) -> bool:
        """Whether the room stays at a scene until ``show``: one that was put, or the one before a new step."""
        return self.pinned or self._waiting

    def show(self) -> None:
        """F5: the room sees where the facilitator is."""
        self.state = RoomState.SHOW
        self.pinned = self._waiting = self._held = False
        self.live = self.following
        self.changed.emit()

    def put(self, scene: str, focus: Focus | None = None) -> None:
        """Show a scene of no page (a break, a vote, thanks) until ``show``; unfreezes: it was asked for."""
        self.state, self._held = RoomState.SHOW, False
        self.pinned = True
        self.live = Live(scene, focus or Focus())
        self.changed.emit()

    def renew(self, scene: str, focus: Focus) -> bool:
        """Other facts for a scene that was put (a second has passed); False when it is not what is shown."""
        if not self.pinned or self.live.scene != scene or self.state is not RoomState.SHOW:
            return False
        self.live = replace(self.live, focus=focus)
        self.changed.emit()
        return True

    def freeze(self) -> None:
        """F6: keep the present image."""
        self._held = False
        self.state = RoomState.FREEZE
        self.changed.emit()

    def go_on(self) -> None:
        """Out of a freeze: follow again, except where a scene waits for ``show``."""
        self._held = False
        self.state = RoomState.SHOW
        if not self.waits:
            self.live = self.following
        self.changed.emit()

    def blank(self) -> None:
        """F7: the workshop's name on a plain ground."""
        self._held = False
        self.state = RoomState.BLANK
        self.changed.emit()

    def reveal(self, revealed: bool = True) -> None:
        """Open (or hide) what the scene keeps hidden."""
        if self.pinned:
            self.live = replace(self.live, focus=replace(self.live.focus, revealed=revealed))
        else:
            self.following = replace(self.following, focus=replace(self.following.focus, revealed=revealed))
            if self._follows:
                self.live = self.following
        self.changed.emit()

    def turn(self, page: int | None) -> None:
        """Show a page of the live scene; None follows the focus again. A frozen or blank image stays."""
        if self.state is not RoomState.SHOW:
            return
        self.live = replace(self.live, page=page)
        if self._follows:
            self.following = replace(self.following, page=page)
        self.changed.emit()

    def point(self, place: tuple[float, float] | None) -> None:
        """Move the spotlight, or put it out."""
        if self.spotlight != place:
            self.spotlight = place
            self.changed.emit()

    def set_remote(self, on: bool) -> None:
        """Listen to a presenter's remote control, or not."""
        self.remote = on
        self.changed.emit()

    def guard(self, name: str, reason: str) -> None:
        """Freeze while something private is entered; ``reason`` is said to the facilitator."""
        new = name not in self._guards
        self._guards.add(name)
        if new and self.state is RoomState.SHOW:
            self.freeze()
            self._held = True
            self.guarded.emit(reason)

    def unguard(self, name: str) -> None:
        """The private thing is done; whether the room goes on, who hears ``unseen_over`` knows."""
        if name not in self._guards:
            return
        self._guards.discard(name)
        if self._held and not self._guards:
            self._held = False
            self.unseen_over.emit(name)
