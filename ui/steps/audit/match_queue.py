"""The queue of proposals: ranked in a worker thread, first by words, then with the encoder when it is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from ui.context import WindowContext
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Function, MatchKind
from workshop_app.domain.places import places_of
from workshop_app.steps.audit.matching import matcher_answers, matcher_lines

if TYPE_CHECKING:
    from ui.tasks import Task
    from workshop_app.matching import Because, Encoder, Matcher, Pair


@frozen
class Proposal:
    """A pair to look at; ``per_cent`` is the likeness 0…100, ``because`` the words that explain it."""

    id: str
    a: Function
    b: Function
    per_cent: int
    confident: bool
    because: tuple[Because, ...]
    put_off: bool = False


class MatchQueue(QObject):
    """Keeps the last ranking; pairs answered since then are left out at once."""

    changed = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._pairs: tuple[Pair, ...] = ()
        self._matcher: Matcher | None = None
        self._put_off: list[str] = []
        self._answered_now: set[str] = set()
        self._task: Task[tuple[Pair, ...]] | None = None
        self._again = False
        self._encoder_asked = False
        self.ranked = False
        """Whether a ranking has come back: before that nothing is known of pairs."""

    def refresh(self) -> None:
        """Rank anew; while one ranking runs, the next waits."""
        if self._task is not None:
            self._again = True
            return
        lines = matcher_lines(self._context.bridge.engagement)
        answers = matcher_answers(self._context.bridge.engagement)

        def work(_task: Task[tuple[Pair, ...]]) -> tuple[Pair, ...]:
            from workshop_app.matching import Matcher

            if self._matcher is None:
                self._matcher = Matcher()
            return self._matcher.rank(lines, answers)

        self._task = self._context.tasks.start(work)
        self._task.done.connect(self._ranked)
        self._task.failed.connect(self._failed)

    def _left(self) -> bool:
        """Whether the window was closed before the work's end was told here."""
        return not isValid(self._context.tasks)

    def _ranked(self, pairs: tuple[Pair, ...]) -> None:
        if self._left():
            return
        self._task, self.ranked = None, True
        self._pairs = pairs
        self._answered_now.clear()
        self.changed.emit()
        if self._again:
            self._again = False
            self.refresh()
        elif not self._encoder_asked:
            self._encoder_asked = True
            self._load_encoder()

    def _failed(self, message: object) -> None:
        if self._left():
            return
        self._task, self.ranked = None, True
        self._context.bridge.problem.emit(message)

    def _load_encoder(self) -> None:
        def work(_task: Task[Encoder | None]) -> Encoder | None:
            from workshop_app.matching import load_encoder

            return load_encoder()

        task = self._context.tasks.start(work)
        task.done.connect(self._encoder_loaded)

    def _encoder_loaded(self, encoder: Encoder | None) -> None:
        if encoder is not None and self._matcher is not None and not self._left():
            self._matcher = self._matcher.with_encoder(encoder)
            self.refresh()

    def proposals(self) -> tuple[Proposal, ...]:
        """Open pairs, best first, those put off last; in a pair the lines stand in the order of their departments."""
        engagement = self._context.bridge.engagement
        places = places_of(engagement.departments)
        found = []
        for pair in self._pairs:
            one, other = engagement.get(Function, pair.a), engagement.get(Function, pair.b)
            if one is None or other is None or _together(one, other):
                continue
            a, b = sorted((one, other), key=lambda line: places.get(line.department_id or "", len(places)))
            pair_id = f"{a.id}+{b.id}"
            if pair_id in self._answered_now:
                continue
            confident = pair.tier == "confident"
            per_cent = round(min(1.0, max(0.0, pair.score)) * 100)
            found.append(Proposal(pair_id, a, b, per_cent, confident, pair.because, pair_id in self._put_off))
        return tuple(sorted(found, key=lambda proposal: proposal.put_off))

    def answered(self) -> int:
        """How many pairs the group has answered."""
        engagement = self._context.bridge.engagement
        return sum(answer.kind in set(MatchKind) for answer in engagement.match_answers)

    def answer(self, pair_id: str) -> None:
        """The pair leaves the queue at once."""
        self._answered_now.add(pair_id)

    def put_off(self, pair_id: str) -> None:
        """To the end of the queue, or back."""
        if pair_id in self._put_off:
            self._put_off.remove(pair_id)
        else:
            self._put_off.append(pair_id)
        self.changed.emit()


def _together(a: Function, b: Function) -> bool:
    return a.activity_id is not None and a.activity_id == b.activity_id
