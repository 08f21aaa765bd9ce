"""Who does what, answered in turn: by each department together, or by all its people alone (METHOD C.2, S12)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ui.bridge import DocumentBridge
from ui.turns.sheet import Answers, Choice, Question
from ui.turns.turns import Mode, Seat
from ui.widgets.claims import answer_keys
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE, SECOND_WAVE, answer_of
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Activity, Answer, Department
from workshop_app.domain.typed_answer import FIVE, MANY, Typed
from workshop_app.domain.voters import voters
from workshop_app.i18n import Words
from workshop_app.steps.turns import (
    Tally,
    asked,
    asked_again,
    hand_in,
    hand_in_alone,
    open_answers,
    sealed_counts,
    tallies,
)

TOGETHER, ALONE = "together", "alone"
UNANSWERED: Typed = (None, ())


@frozen
class ClaimRound:
    """A wave of answers: the room's scene that counts them, and what is asked."""

    wave: int
    scene: str
    asked: Callable[[Engagement], tuple[Activity, ...]]


FIRST = ClaimRound(FIRST_WAVE, "audit.answers", asked)
AGAIN = ClaimRound(SECOND_WAVE, "followup.answers", asked_again)


class ClaimsTurns:
    """A round of answers on the common activities; it waits in the file until it is opened."""

    named = False

    def __init__(self, bridge: DocumentBridge, words: Words, which: ClaimRound) -> None:
        _ = words
        self._bridge, self._words, self._which = bridge, words, which
        self.mode = ALONE if self._tallies else TOGETHER
        self.open_word = _("Open the answers")
        self.title = _("Who does what? Answers in turn")
        self.modes = (
            Mode(
                TOGETHER,
                _("Each department together"),
                _("Hidden from the other departments and from the room until all answers are opened."),
            ),
            Mode(
                ALONE,
                _("Everybody alone, anonymous"),
                _("Anonymous: only the department’s answer is kept, the one more than half of its people gave."),
            ),
        )

    @property
    def _tallies(self) -> Mapping[str, Tally]:
        """What single people have said of the departments that have no answer yet."""
        return tallies(self._bridge.engagement, self._which.wave)

    @property
    def nothing(self) -> str:
        """Two departments and something to answer about are needed."""
        _, engagement = self._words, self._bridge.engagement
        ready = len(engagement.departments) > 1 and bool(self._which.asked(engagement))
        return "" if ready else _("There are no common activities to answer about yet.")

    @property
    def _departments(self) -> Sequence[Department]:
        return self._bridge.engagement.departments

    def _people(self, seat: str) -> int:
        return max(1, voters(self._bridge.engagement).get(seat, 0))

    def seats(self) -> tuple[Seat, ...]:
        """The departments in order."""
        return tuple(self._seat(department) for department in self._departments)

    def _seat(self, department: Department) -> Seat:
        _, engagement = self._words, self._bridge.engagement
        kept = sealed_counts(engagement, self._which.wave).get(department.id, 0)
        tally = self._tallies.get(department.id)
        if tally is not None:
            said = _("{n} of {total} people", n=tally.people, total=self._people(department.id))
        elif kept:
            said = _("{n} of {total} answers, not opened", n=kept, total=len(self._which.asked(engagement)))
        else:
            said = _("no answers yet")
        return Seat(department.id, department.name, department.short, said, bool(kept) and tally is None)

    def person(self, seat: str) -> str:
        """The department, or which of its people."""
        _ = self._words
        if self.mode == TOGETHER:
            return _("the laptop is yours")
        number = (self._tallies[seat].people if seat in self._tallies else 0) + 1
        return _("person {n} of {total}", n=number, total=max(number, self._people(seat)))

    def questions(self, seat: str) -> tuple[Question, ...]:
        """Every activity in the order of the paper form."""
        from reports.sections.activity_groups import group_title

        choices = self._choices(seat)
        most = len(self._departments) if len(self._departments) >= MANY else 1
        return tuple(
            Question(
                activity.id,
                activity.title,
                choices,
                group_title(self._words, activity.group),
                most,
            )
            for activity in self._which.asked(self._bridge.engagement)
        )

    def _choices(self, seat: str) -> tuple[Choice, ...]:
        departments, keys = self._departments, answer_keys(self._departments, self._words)[:-1]
        if len(departments) >= MANY:
            return tuple(Choice(key, word, alone=not key.isdigit()) for key, word in keys)
        own = next(d for d in departments if d.id == seat)
        other = next(d for d in departments if d.id != seat)
        named = {0: own.name, 1: other.name}
        return tuple(
            Choice(key, f"{word}: {named[place]}" if place in named else word) for place, (key, word) in enumerate(keys)
        )

    def _typed(self, seat: str, chosen: tuple[int, ...]) -> Typed:
        names = [department.id for department in self._departments]
        if len(names) < MANY:
            return FIVE[chosen[0]], ()
        special = chosen[0] - len(names)
        if special == 2:
            return Answer.UNKNOWN, ()
        named = frozenset(names) if special == 0 else frozenset(names[place] for place in chosen if place < len(names))
        return answer_of(seat, named, names)

    def hand_in(self, seat: str, answers: Answers, name: str) -> bool:
        """A department's answers into the file; those of one person into the count of the department."""
        given = {activity_id: self._typed(seat, chosen) for activity_id, chosen in answers.items()}
        if self.mode == TOGETHER:
            return self._keep(seat, given, ())
        asked_of = self._which.asked(self._bridge.engagement)
        whole = {activity.id: given.get(activity.id, UNANSWERED) for activity in asked_of}
        if self._bridge.run(hand_in_alone(self._department(seat), whole, self._which.wave)) is None:
            return False
        if self._tallies[seat].people >= self._people(seat):
            self.close_seat(seat)
        return True

    def _department(self, seat: str) -> Department:
        return next(d for d in self._departments if d.id == seat)

    def close_seat(self, seat: str) -> None:
        """Nobody else of this department: its answer is worked out of those who answered."""
        tally = self._tallies.get(seat)
        if tally is None:
            return
        given, split = tally.result()
        titles = {activity.id: activity.title for activity in self._bridge.engagement.activities}
        self._keep(seat, given, tuple(titles[at] for at in titles if at in split))

    def _keep(self, seat: str, given: dict[str, Typed], split: tuple[str, ...]) -> bool:
        department = self._department(seat)
        questions = tuple(
            self._words("Split vote in {department}: {text}", department=department.short, text=title)
            for title in split
        )
        return self._bridge.run(hand_in(department, given, questions, self._which.wave)) is not None

    def counts(self) -> None:
        """The page's own scene counts."""

    def open(self) -> bool:
        """All departments’ answers at once, as one step that undo takes back."""
        for seat in tuple(self._tallies):
            self.close_seat(seat)
        return self._bridge.run(open_answers(self._which.wave)) is not None
