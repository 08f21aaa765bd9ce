"""What is entered in turn: who takes turns, what is asked, and where the answers go. One kind for each step."""

from __future__ import annotations

from typing import Protocol

from ui.audience.scene import Focus
from ui.turns.sheet import Answers, Question
from workshop_app.domain.frozen import frozen


@frozen
class Mode:
    """A way of taking turns, chosen before it begins; ``promise`` says on every screen what is kept and what is not."""

    key: str
    name: str
    promise: str


@frozen
class Seat:
    """Whose turn it can be: a department, or everybody. ``said`` is how far it is, ``full`` that nobody is missing."""

    id: str
    name: str
    short: str
    said: str
    full: bool


class Turns(Protocol):
    """One round. All texts are in the interface language."""

    mode: str

    @property
    def title(self) -> str:
        """The question of the round."""

    @property
    def modes(self) -> tuple[Mode, ...]:
        """The ways to choose from; the first one is offered."""

    @property
    def open_word(self) -> str:
        """What the button at the end says."""

    @property
    def named(self) -> bool:
        """Whether each person gives a name: an open vote."""

    @property
    def nothing(self) -> str:
        """What stands in the way; empty when it can begin."""

    def seats(self) -> tuple[Seat, ...]:
        """Whose turns there are, as they stand now."""

    def person(self, seat: str) -> str:
        """Who sits down next at a seat, in words."""

    def questions(self, seat: str) -> tuple[Question, ...]:
        """The sheet of a seat."""

    def hand_in(self, seat: str, answers: Answers, name: str) -> bool:
        """Keep one sheet; False when it could not be kept (the banner says why)."""

    def close_seat(self, seat: str) -> None:
        """Nobody else at this seat."""

    def counts(self) -> Focus | None:
        """What the room's vote scene shows of the round: how many. None: the page has a scene that counts."""

    def open(self) -> bool:
        """Show everything that was handed in."""
