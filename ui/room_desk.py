"""Everything that leads the room from the facilitator's window: its image, its screen, breaks, votes, remote keys."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSizeF, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.audience.ballot import Ballot
from ui.audience.painting import RoomPainter
from ui.audience.room import RoomState
from ui.audience.scene import Focus
from ui.audience.scenes import scene_name
from ui.audience.screens import AudienceScreens
from ui.audience.window import AudienceWindow
from ui.pages.base import Place
from ui.remote import RemoteCommand, remote_command
from ui.steady_clock import steady_seconds
from ui.step_status import places
from workshop_app.domain.frozen import frozen
from workshop_app.domain.timetable import timetable
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow

SECOND_MS = 1000
AGENDA, COLLECTING = "prepare.agenda", "collect"
DEFAULT_SIZE = QSizeF(1920, 1080)
TYPING = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox)


@frozen
class RoomSight:
    """What the top bar says of the room: a caption, the scene, and the colour token of both that differs from calm."""

    caption: str
    scene: str
    token: str

    @property
    def whole(self) -> str:
        """In one line."""
        return f"{self.caption}: {self.scene}"


class RoomDesk(QObject):
    """The room of one facilitator window. ``said`` carries words for the facilitator alone, ``froze`` those about a
    room that stands still.
    """

    said = Signal(str)
    froze = Signal(str)

    def __init__(
        self,
        window: FacilitatorWindow,
        clock: Callable[[], datetime] = datetime.now,
        steady: Callable[[], float] = steady_seconds,
    ) -> None:
        super().__init__(window)
        self._window, self._clock, self._steady = window, clock, steady
        self.room = window.room
        self.painter = RoomPainter(self.room, window.bridge, window.words)
        self.audience = AudienceScreens(window, self._make_audience, window.preferences)
        self.audience.changed.connect(self._say_audience)
        self.room.guarded.connect(self.froze)
        self.room.unseen_over.connect(self._unseen_over)
        window.timer.ticked.connect(self._renew_agenda)
        self.ballot: Ballot | None = None
        self._ends: float | None = None
        self._total, self._kind = 0, "break"
        self._second = QTimer(self, interval=SECOND_MS)
        self._second.timeout.connect(self.tick)
        self._pausing = ""
        self.room.changed.connect(self._end_pause)
        self._listening = False
        self.room.changed.connect(self._listen)
        self.room.set_remote(window.preferences.settings.remote_mode)

    def _make_audience(self) -> AudienceWindow:
        made = AudienceWindow(self.room, self.painter, self._window.words, lambda: self.shape()[1])
        made.key_pressed.connect(self._run_key)
        return made

    def _run_key(self, keys: str) -> None:
        """A key that came to the room's window works as in the facilitator's."""
        for action in self._window.actions_list.all():
            if keys in action.keys and not action.local:
                self._window.actions_list.run(action.id)
                return

    def shape(self) -> tuple[QSizeF, float]:
        """The size of the room's image and its zoom: the audience window's, else a usual projector's."""
        shown = self.audience.window
        size = QSizeF(shown.size()) if shown is not None and shown.isVisible() else DEFAULT_SIZE
        return size, self._window.preferences.settings.room_zoom / 100

    @property
    def seen(self) -> bool:
        """Whether anybody can see the room's image: its window is open, or the whole screen is mirrored."""
        return self.audience.shown or self.room.mirrored

    def sight(self) -> RoomSight:
        """What the room sees, in words for the facilitator, and the key that changes it."""
        _, room = self._window.words, self.room
        scene = scene_name(room.live.scene, _)
        if not self.seen:
            return RoomSight(_("Window closed · F9"), scene, "text3")
        if room.state is RoomState.FREEZE:
            return RoomSight(_("Freeze · F5"), scene, "warn")
        if room.state is RoomState.BLANK:
            return RoomSight(_("The room sees · F5"), _("Blank screen"), "err")
        return RoomSight(_("Room still sees · F5") if room.waits else _("The room sees"), scene, "text")

    def set_words(self, words: Words) -> None:
        """Another language."""
        self.painter.set_words(words)
        if self.audience.window is not None:
            self.audience.window.set_words(words)

    def turn(self, way: int) -> None:
        """The room's next or previous page."""
        page, count = self.painter.page(*self.shape())
        self.room.turn(max(0, min(page + way, count - 1)))

    def show(self) -> None:
        """F5: open a hidden vote, else what the page hides, else follow."""
        if self.ballot is not None and self.room.pinned and not self.room.live.focus.revealed:
            self.open_ballot()
            return
        page = self._window.host.page
        away = self.room.state is not RoomState.SHOW or self.room.pinned
        if away or page is None or not page.open_to_room():
            self.room.show()

    def put(self, scene: str, *options: tuple[str, str]) -> None:
        """A common scene, until F5; the strip shows the present step."""
        self.room.put(scene, Focus(options=(("step", self._window.place.step), *options)))

    def put_agenda(self) -> None:
        """Where we are now; the minutes that are left go on."""
        self.room.put(AGENDA, self._agenda_focus())

    def _agenda_focus(self) -> Focus:
        timer = self._window.timer
        left = (("left", str(timer.remaining // 60)),) if timer.elapsed else ()
        return Focus(options=(("step", timer.step or self._window.place.step), *left))

    def _renew_agenda(self) -> None:
        if self.room.live.scene == AGENDA and self.room.live.focus != (focus := self._agenda_focus()):
            self.room.renew(AGENDA, focus)

    def begin_countdown(self, minutes: int, kind: str = "break") -> None:
        """A clock in the room: ``break`` or ``groups``."""
        self._kind, self._total = kind, minutes * 60
        self._ends = self._steady() + minutes * 60
        self.room.put("countdown", self._countdown_focus())
        self._second.start()
        timer = self._window.timer
        if kind == "break" and timer.running:
            self._pausing = timer.present
            timer.pause()
            self.said.emit(self._window.words("The step’s clock stands until the break is over."))

    def _end_pause(self) -> None:
        """The room has something else to see: the clock of the step goes on, if he is still at it."""
        if self._pausing and not (self.room.pinned and self.room.live.scene == "countdown"):
            pausing, self._pausing = self._pausing, ""
            if self._window.timer.present == pausing:
                self._window.timer.start()

    def lengthen_countdown(self, minutes: int) -> None:
        """More time for the room's clock."""
        if self._ends is not None:
            self._ends = max(self._ends, self._steady()) + minutes * 60
            self._total += minutes * 60
            self.tick()
            self._second.start()

    @property
    def counting(self) -> bool:
        """Whether a clock runs in the room."""
        return self._second.isActive()

    def tick(self) -> None:
        """A second has passed."""
        if self._ends is None or not (self.room.pinned and self.room.live.scene == "countdown"):
            self._second.stop()
            return
        self.room.renew("countdown", self._countdown_focus())  # a room that is frozen or blank keeps its image
        if self._ends <= self._steady():
            self._second.stop()
            _ = self._window.words
            over = _("The break is over.") if self._kind == "break" else _("The time for work in groups is over.")
            self.said.emit(f"{over} {_('F5 shows the page again.')}")

    def _countdown_focus(self) -> Focus:
        exact = max(0.0, (self._ends or 0.0) - self._steady())
        left, ends = round(exact), self._clock() + timedelta(seconds=exact + 0.5)
        options = [
            ("kind", self._kind),
            ("left", str(left)),
            ("total", str(self._total)),
            ("until", f"{ends:%H:%M}".lstrip("0")),
            ("step", self._window.place.step),
            ("next", self._next_step()),
        ]
        return Focus(options=tuple(options))

    def _next_step(self) -> str:
        """What comes after the break: the present step while its time runs, else the one after it."""
        step, timer = self._window.place.step, self._window.timer
        if timer.elapsed and timer.remaining > 0:
            return step
        steps = list(dict.fromkeys(row.step for row in timetable(self._window.bridge.engagement) if row.pause is None))
        return steps[steps.index(step) + 1] if step in steps[:-1] else ""

    def show_ballot(self, ballot: Ballot) -> None:
        """How many have voted: all the room sees until the vote is opened."""
        self.ballot = ballot
        focus = ballot.focus(revealed=False)
        if not self.room.renew("vote", focus):
            self.room.put("vote", focus)

    def open_ballot(self) -> None:
        """The totals to the room."""
        if self.ballot is not None:
            self.room.put("vote", self.ballot.focus(revealed=True))

    def toggle_spotlight(self) -> None:
        """A bright circle that follows the pointer over the thumbnail or in the room; again puts it out."""
        self.room.point((0.5, 0.5) if self.room.spotlight is None else None)

    def _unseen_over(self, guard: str) -> None:
        before = self._window.place
        QTimer.singleShot(0, self, lambda: self._go_on(guard, before))  # it is known then where he goes

    def _go_on(self, guard: str, before: Place) -> None:
        """Where the work goes on, the room does too. It waits for F5 where he looks something up elsewhere, and where
        the lists of some departments are still to come.
        """
        window, _ = self._window, self._window.words
        if self.room.state is not RoomState.FREEZE:
            return
        order = places(window.bridge.engagement)
        was, now = ((place.step, place.sub_step) for place in (before, window.place))
        on = was == now or (was in order and now in order and order.index(now) > order.index(was))
        if on and (guard != COLLECTING or self._all_listed()):
            self.room.go_on()
            if self.seen:
                self.said.emit(_("The room follows you again."))
        elif self.seen:
            self.froze.emit(_("The room is still frozen. F5 shows it this page."))

    def _all_listed(self) -> bool:
        engagement = self._window.bridge.engagement
        listed = {function.department_id for function in engagement.functions}
        return listed.issuperset(department.id for department in engagement.departments)

    def _say_audience(self, what: str) -> None:
        _ = self._window.words
        said = {
            "window": _("One screen only: the room is a plain window. Share it or move it."),
            "alone": _("There is one screen only: nothing to change."),
            "unplugged": _("The room’s screen is gone. It comes back by itself when plugged in again."),
            "back": _("The room’s screen is back."),
        }
        if what in said:
            self.said.emit(said[what])
        self.painter.changed.emit()

    def _listen(self) -> None:
        """Watch the keys of the whole program only while the remote mode is on."""
        application = QApplication.instance()
        if application is None or self._listening == self.room.remote:
            return
        self._listening = self.room.remote
        if self._listening:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: a presenter's remote control."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._ours(watched):
            return False
        command = remote_command(event)
        typing = isinstance(QApplication.focusWidget(), TYPING)
        if command is None or (command is RemoteCommand.BLANK and typing):
            return False
        self._obey(command)
        return True

    def _ours(self, watched: QObject) -> bool:
        """A key for this window or its room, seen once: on the widget that gets it."""
        return isinstance(watched, QWidget) and watched.window() in (self._window, self.audience.window)

    def _obey(self, command: RemoteCommand) -> None:
        if command is RemoteCommand.BLANK:
            if self.room.state is RoomState.BLANK:
                self.room.show()
            else:
                self.room.blank()
        else:
            self.turn(1 if command is RemoteCommand.NEXT else -1)

    def close(self) -> None:
        """The workshop closes."""
        self.room.unseen_over.disconnect(self._unseen_over)
        self._second.stop()
        self.room.set_remote(False)
        self.audience.close()
