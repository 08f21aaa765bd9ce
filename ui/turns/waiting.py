"""On the pages that ask who does what: the way to answers in turn, and what waits to be opened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from ui.audience.room import RoomState
from ui.context import WindowContext
from ui.turns.claims import FIRST, ClaimRound, ClaimsTurns
from ui.turns.desk import TurnDesk
from ui.widgets.card import Card
from ui.widgets.layout import button, plain_label
from workshop_app.steps.turns import discard_answers, sealed_counts, tallies


class AnswersInTurn(Card):
    """A strip that is there while answers wait; ``changed`` when the room may see something else."""

    changed = Signal()

    def __init__(self, context: WindowContext, which: ClaimRound = FIRST, *, begins: bool = True) -> None:
        super().__init__("card", 8, 0)
        self._context, self._which = context, which
        self.turns = ClaimsTurns(context.bridge, context.words, which)
        self.desk = TurnDesk(self, context, lambda: self.turns)
        self.desk.changed.connect(self.changed)
        _, theme, icons = context.words, context.theme, context.icons
        self.said = plain_label("", theme, "control_strong", "text")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.said, 1)
        row.addWidget(button(_("Throw away"), "ghost", self._discard, theme=theme))
        if begins:
            row.addWidget(button(_("Go on in turn"), "sec", self.desk.begin, icons=icons, icon="users", theme=theme))
        row.addWidget(button(_("Open the answers"), "sec", self.open_now, icons=icons, icon="eye", theme=theme))
        self.body.addLayout(row)
        self.hide()

    @property
    def waiting(self) -> bool:
        """Whether answers wait to be opened, or are just being given."""
        return self._waits or self.desk.going

    @property
    def _waits(self) -> bool:
        """Whether answers of departments, or of single people of one, stand in the file unopened."""
        engagement, wave = self._context.bridge.engagement, self._which.wave
        return bool(sealed_counts(engagement, wave) or tallies(engagement, wave))

    def scene(self, otherwise: str) -> str:
        """The room's scene: how many there are while answers wait, else the page's own."""
        return self._which.scene if self.waiting else otherwise

    def renew(self) -> None:
        """What waits, by department."""
        _ = self._context.words
        parts = [f"{seat.short} {seat.said}" for seat in self.turns.seats()]
        self.said.setText(_("Not opened yet: {what}", what=" · ".join(parts)))
        changed = self.isHidden() == self._waits
        self.setVisible(self._waits)
        if changed:
            self.changed.emit()

    def open_now(self) -> None:
        """All at once."""
        if self.turns.open():
            self.desk.forget()
            self._context.shell.toast(self._context.words("Answers opened"), undo=True)

    def _discard(self) -> None:
        operation = discard_answers(self._which.wave)
        if self._context.bridge.run(operation) is not None:
            self.desk.forget()
            self._context.shell.toast(self._context.words.message(operation.name), undo=True)

    def open_to_room(self) -> bool:
        """F5: the counters first; again, all answers, but never while somebody has the laptop."""
        if self.desk.show_counts():
            return True
        room = self._context.room
        live = room.state is RoomState.SHOW and room.live.scene == self._which.scene
        if live and self.waiting:
            self.open_now()
            return True
        return False
