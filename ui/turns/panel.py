"""Answers in turn on this laptop: the facilitator chooses how, people sit down one after another, then it is opened."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.audience.guarding import RoomGuard
from ui.audience.room import RoomState
from ui.context import WindowContext
from ui.turns.flow import TurnFlow
from ui.turns.private import PrivatePanel, seen_by_all
from ui.turns.turns import Seat, Turns
from ui.widgets.layout import button, plain_label
from ui.widgets.segmented import SegmentedControl

BEFORE, TURN, AFTER = 0, 1, 2


class TurnPanel(PrivatePanel):
    """Three views: how, the turns, the end. ``opened`` when the answers have been shown.

    While somebody else has the laptop the panel covers the window, its keys are off and the room is frozen.
    """

    width_wanted, height_wanted = 760, 560
    begun = Signal()
    opened = Signal()

    def __init__(self, parent: QWidget, context: WindowContext, turns: Turns) -> None:
        super().__init__(parent, turns.title, context.theme, context.icons, context.words)
        self.turns, self._context, self._seat = turns, context, ""
        reason = context.words("The room is frozen while answers are entered in turn. F5 shows how many there are.")
        self.guard = RoomGuard(self, context.room, "turns", reason)
        self.free_keys = frozenset({Qt.Key.Key_F5, Qt.Key.Key_F6, Qt.Key.Key_F7})
        self.flow = TurnFlow(context.theme, context.icons, context.words)
        self.stack = QStackedWidget()
        for view in (self._before_view(), self.flow, self._after_view()):
            self.stack.addWidget(view)
        self.promise = plain_label("", context.theme, "small", "text2", wrap=True)
        self.body.addWidget(self.promise)
        self.body.addWidget(self.stack, 1)
        context.room.changed.connect(self._count_in_room)
        self.flow.wanted.connect(self._sit_down)
        self.flow.handed_in.connect(self._hand_in)
        self.flow.finished.connect(self._nobody_else)
        self.flow.seat_chosen.connect(self._choose_seat)
        self.flow.stop.set_text(context.words("Nobody else"))
        self.flow.go_on.set_text(context.words("Begin"))

    def _before_view(self) -> QWidget:
        _, theme = self.words, self.theme
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.modes = SegmentedControl(theme, self.icons)
        self.modes.setAccessibleName(_("How answers are given"))
        self.modes.set_items([(mode.key, mode.name) for mode in self.turns.modes])
        self.modes.chosen.connect(self._choose_mode)
        self.lines = plain_label("", theme, "body", wrap=True)
        private = _(
            "While somebody else has the laptop this panel covers the window: no notes, no other answers, no keys. "
            "The room sees only how many there are."
        )
        self.start = button(_("Begin"), "pri", self.begin, theme=theme, keys="Enter")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.start)
        column.addWidget(self.modes, 0, Qt.AlignmentFlag.AlignLeft)
        self.modes.setVisible(len(self.turns.modes) > 1)
        column.addWidget(self.lines)
        column.addWidget(plain_label(private, theme, "body", "text2", wrap=True))
        column.addStretch(1)
        column.addLayout(row)
        return view

    def _after_view(self) -> QWidget:
        _, theme = self.words, self.theme
        view = QWidget()
        column = QVBoxLayout(view)
        column.setContentsMargins(0, 0, 0, 0)
        self.said = plain_label("", theme, "title", wrap=True)
        self.open_button = button(self.turns.open_word, "pri", self.open_answers, theme=theme)
        row = QHBoxLayout()
        row.addWidget(button(_("One more"), "ghost", self.begin, theme=theme))
        row.addStretch(1)
        row.addWidget(button(_("Later"), "sec", self.leave, theme=theme))
        row.addWidget(self.open_button)
        column.addWidget(self.said)
        column.addWidget(
            plain_label(_("The laptop is back. Open them when everybody is ready."), theme, "body", "text2", wrap=True)
        )
        column.addStretch(1)
        column.addLayout(row)
        return view

    @property
    def going(self) -> bool:
        """Whether a round has begun and is not opened."""
        return self.isVisible() and self.stack.currentIndex() != BEFORE

    def focus_first(self) -> None:
        """How; a round that goes on goes on with its cover."""
        self.modes.set_current(self.turns.mode)
        self._choose_mode(self.turns.mode)
        if self.stack.currentIndex() == TURN:
            self.begin()
        elif self.stack.currentIndex() == AFTER:
            self.setFocus()
        else:
            self.start.setFocus()

    def _choose_mode(self, key: str) -> None:
        self.turns.mode = key
        mode = next(mode for mode in self.turns.modes if mode.key == key)
        hindered = self.turns.nothing or seen_by_all(self._context)
        self.promise.setText(hindered or mode.promise)
        self.start.setEnabled(not hindered)
        self.lines.setText("\n".join(f"{seat.name}: {seat.said}" for seat in self.turns.seats()))

    def begin(self) -> None:
        """The first cover, for the first seat where somebody is missing."""
        seats = self.turns.seats()
        free = [seat for seat in seats if not seat.full] or list(seats)
        if self.turns.nothing or seen_by_all(self._context) or not free:
            return
        if not any(seat.id == self._seat and not seat.full for seat in seats):
            self._seat = free[0].id
        self.stack.setCurrentIndex(TURN)
        self.set_private(True)
        self.begun.emit()
        self.guard.begin()
        self._cover("")

    def _cover(self, thanks: str) -> None:
        seats = self.turns.seats()
        self.flow.seats.setVisible(len(seats) > 1)
        self.flow.seats.set_items([(seat.id, f"{seat.short} ✓" if seat.full else seat.short) for seat in seats])
        self.flow.seats.set_current(self._seat)
        seat = self._seat_of(seats)
        count = len(self.turns.questions(self._seat))
        how = self.words.plural(
            "{n} question. Keys answer, Enter goes on.", "{n} questions. Keys answer, Enter goes on.", count
        )
        self.flow.cover(f"{seat.name}: {self.turns.person(self._seat)}", how, thanks)

    def _seat_of(self, seats: tuple[Seat, ...]) -> Seat:
        return next((seat for seat in seats if seat.id == self._seat), seats[0])

    def _choose_seat(self, seat: str) -> None:
        self._seat = seat
        self._cover("")

    def _sit_down(self) -> None:
        place = f"{self._seat_of(self.turns.seats()).name} · {self.turns.person(self._seat)}"
        self.flow.ask(self.turns.questions(self._seat), place, named=self.turns.named)

    def _hand_in(self, answers: dict[str, tuple[int, ...]], name: str) -> None:
        kept = self.turns.hand_in(self._seat, answers, name)
        if (counts := self.turns.counts()) is not None:
            self._context.room.renew("vote", counts)
        seats = self.turns.seats()
        if kept and all(seat.full for seat in seats):
            self._end()
            return
        if kept and self._seat_of(seats).full:
            self._seat = next(seat.id for seat in seats if not seat.full)
        self._cover(self.words("Written down. Thank you!") if kept else self.words("It could not be written down."))

    def _nobody_else(self) -> None:
        """At this seat; the next one comes, or the end."""
        self.turns.close_seat(self._seat)
        left = [seat for seat in self.turns.seats() if not seat.full]
        following = [seat for seat in left if seat.id != self._seat]
        if following:
            self._seat = following[0].id
            self._cover("")
        else:
            self._end()

    def _end(self) -> None:
        self.flow.cover("")
        self.said.setText("\n".join(f"{seat.name}: {seat.said}" for seat in self.turns.seats()))
        self.stack.setCurrentIndex(AFTER)
        self.set_private(False)
        self.setFocus()  # not the button: the last person’s second Enter opens nothing

    def open_answers(self) -> None:
        """Everything at once; the room follows the page again."""
        if not self.turns.open():
            return
        self.forget()
        self.leave()
        self._context.actions.run("room_show")
        self.opened.emit()

    def show_counts(self) -> bool:
        """F5: how many there are; opened only at the end, when nobody has the laptop any more."""
        if self.going and self.stack.currentIndex() == AFTER and self._context.room.state is RoomState.SHOW:
            self.open_answers()
            return True
        if self.going and self._context.room.state is not RoomState.SHOW:
            self._context.room.show()
        return self.going

    def _count_in_room(self) -> None:
        """While people take turns a room that is shown again sees how many there are, not the page behind."""
        room = self._context.room
        turning = self.isVisible() and self.stack.currentIndex() == TURN
        if turning and room.state is RoomState.SHOW and not room.pinned and (counts := self.turns.counts()) is not None:
            room.put("vote", counts)

    def forget(self) -> None:
        """The next round begins anew."""
        self.guard.end()
        self._seat = ""
        self.stack.setCurrentIndex(BEFORE)
        self.set_private(False)

    def leave(self) -> None:
        """Close; what was handed in stays, an unfinished sheet goes."""
        if self.stack.currentIndex() == TURN:
            self.flow.cover("")
        self.private = False
        super().leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter begins."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.stack.currentIndex() == BEFORE:
            self.begin()
        else:
            super().keyPressEvent(event)
