"""A quick vote of the group: a fist of five, dots on options, or 0-1-2; cast in turn, hidden until it is opened.

Nothing of it is written into the workshop file unless the result is written down. An anonymous ballot keeps totals
only: no order, no names, so nobody can find out a vote, not even from the memory of the program.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from types import MappingProxyType

from ui.audience.scene import Focus
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_

SEPARATOR = "\x1f"
"""Between the parts of a list inside one option of a focus; no keyboard types it."""

MOST_DOTS = 3


class VoteKind(StrEnum):
    """How people vote."""

    FIST = "fist"
    DOTS = "dots"
    SCALE = "scale"
    CONFIDENCE = "confidence"
    """One to five fingers on a goal (METHOD C.9)."""


KINDS = (
    (VoteKind.FIST, N_("Fist of five")),
    (VoteKind.DOTS, N_("Dots")),
    (VoteKind.SCALE, N_("0 – 1 – 2")),
)
"""The kinds with what they are called."""

FIST_WORDS = (
    N_("no, I would stop it"),
    N_("serious doubts"),
    N_("doubts"),
    N_("I can live with it"),
    N_("good"),
    N_("very good, I help"),
)
SCALE_WORDS = (N_("no"), N_("partly"), N_("yes"))
CONFIDENCE_WORDS = (N_("hardly"), N_("rather not"), N_("perhaps"), N_("rather yes"), N_("surely"))
"""As on the paper ballot, with words for 2 and 4."""

_WORDS = MappingProxyType(
    {VoteKind.FIST: FIST_WORDS, VoteKind.SCALE: SCALE_WORDS, VoteKind.CONFIDENCE: CONFIDENCE_WORDS}
)


@frozen
class VoteQuestion:
    """What is voted on. ``options`` are message ids or, for dots, the words that were typed."""

    text: str
    kind: VoteKind = VoteKind.FIST
    options: tuple[str, ...] = ()
    expected: int = 0
    anonymous: bool = True

    @property
    def choices(self) -> tuple[str, ...]:
        """The words of the answers, in order."""
        return self.options if self.kind is VoteKind.DOTS else _WORDS[self.kind]

    @property
    def dots(self) -> int:
        """How many answers one person may give."""
        return min(MOST_DOTS, len(self.options)) if self.kind is VoteKind.DOTS else 1


def count_focus(question: VoteQuestion, voted: int) -> Focus:
    """What the room's vote scene is told while the votes are hidden."""
    options = (
        ("question", question.text),
        ("kind", question.kind.value),
        ("voted", str(voted)),
        ("expected", str(question.expected)),
        ("anonymous", "1" if question.anonymous else ""),
        ("choices", SEPARATOR.join(question.choices)),
    )
    return Focus(None, False, options)


class Ballot:
    """One vote while it goes on. ``ValueError`` for a vote that does not fit the question."""

    def __init__(self, question: VoteQuestion) -> None:
        self.question = question
        self.voted = 0
        self._totals: Counter[int] = Counter()
        self._names: dict[int, list[str]] = {}

    def cast(self, choices: Sequence[int], name: str = "") -> None:
        """One person's vote; the name is kept only where the vote is open."""
        question = self.question
        if not 1 <= len(choices) <= question.dots or len(set(choices)) != len(choices):
            raise ValueError("too many or no answers")
        if any(not 0 <= choice < len(question.choices) for choice in choices):
            raise ValueError("no such answer")
        self.voted += 1
        self._totals.update(choices)
        if not question.anonymous and name.strip():
            for choice in choices:
                self._names.setdefault(choice, []).append(name.strip())

    @property
    def complete(self) -> bool:
        """Whether everybody who was expected has voted."""
        return 0 < self.question.expected <= self.voted

    def totals(self) -> tuple[int, ...]:
        """How many votes each answer has, in order. For the eyes of the facilitator only after ``focus(revealed)``."""
        return tuple(self._totals[choice] for choice in range(len(self.question.choices)))

    def names(self, choice: int) -> tuple[str, ...]:
        """Who gave this answer in an open vote, by name."""
        return tuple(sorted(self._names.get(choice, ())))

    def focus(self, *, revealed: bool) -> Focus:
        """What the room's scene is told: while hidden, how many have voted and nothing else."""
        question = self.question
        if not revealed:
            return count_focus(question, self.voted)
        names = [", ".join(self.names(choice)) for choice in range(len(question.choices))]
        options = (
            *count_focus(question, self.voted).options,
            ("totals", SEPARATOR.join(map(str, self.totals()))),
            ("names", SEPARATOR.join(names)),
        )
        return Focus(None, True, options)
