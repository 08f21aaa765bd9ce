"""Votes in turn on this laptop: the six questions on every candidate, and confidence in the goals (METHOD C.7, C.9).

Anonymous or open is chosen for the round and kept to: an anonymous vote leaves no name anywhere, an open one stands
with its names in the file and, once it is opened, in the room.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from ui.audience.ballot import CONFIDENCE_WORDS, SCALE_WORDS, Ballot, VoteKind, VoteQuestion, count_focus
from ui.audience.scene import Focus
from ui.audience.scenes.goals import SHORT
from ui.bridge import DocumentBridge
from ui.turns.sheet import Answers, Choice, Question
from ui.turns.turns import Mode, Seat
from workshop_app.domain.voters import voters
from workshop_app.i18n import Words
from workshop_app.steps.goals.ballots import hand_in_confidence, hand_in_votes, open_confidence, sealed_people
from workshop_app.steps.goals.view import CandidateLine, goals_view
from workshop_app.steps.goals.voting import voted_criteria

ANONYMOUS, OPEN = "anonymous", "open"
EVERYBODY = "all"


class VoteTurns:
    """What both kinds share: anonymous or open."""

    kind: VoteKind

    def __init__(self, bridge: DocumentBridge, words: Words) -> None:
        _ = words
        self.bridge, self.words = bridge, words
        self.mode = ANONYMOUS
        self.open_word = _("Open the votes")
        self.modes: tuple[Mode, ...] = (
            Mode(ANONYMOUS, _("Anonymous"), _("Anonymous: no names and no order are kept, in no file and no undo.")),
            Mode(OPEN, _("Open"), _("Open: names are shown when the votes are opened, and the file keeps them.")),
        )

    @property
    def named(self) -> bool:
        """An open vote asks for the name."""
        return self.mode == OPEN

    def close_seat(self, seat: str) -> None:
        """Nothing is worked out at the end of a seat."""


class CompetenceTurns(VoteTurns):
    """A person answers all voted questions on all candidates; ``reveal`` opens the page's votes."""

    kind = VoteKind.SCALE

    def __init__(self, bridge: DocumentBridge, words: Words, reveal: Callable[[], None]) -> None:
        super().__init__(bridge, words)
        self._reveal = reveal
        self.title = words("The key competence: votes in turn")

    def _lines(self) -> tuple[CandidateLine, ...]:
        return goals_view(self.bridge.engagement, self.bridge.view_context).candidates

    @property
    def nothing(self) -> str:
        """Candidates are needed."""
        return "" if self._lines() else self.words("There are no candidates to vote on yet.")

    def _voted(self, seat: str) -> int:
        """How many of a department have voted on everything."""
        counts = [len(line.cast(key).get(seat, ())) for line in self._lines() for key in voted_criteria(line.test)]
        return min(counts, default=0)

    def seats(self) -> tuple[Seat, ...]:
        """The departments in order."""
        people, _ = voters(self.bridge.engagement), self.words
        made = []
        for department in self.bridge.engagement.departments:
            voted, expected = self._voted(department.id), people.get(department.id, 0)
            said = _("{n} of {total} people", n=voted, total=expected)
            full = bool(expected) and voted >= expected
            made.append(Seat(department.id, department.name, department.short, said, full))
        return tuple(made)

    def person(self, seat: str) -> str:
        """«person 3 of 8»."""
        number = self._voted(seat) + 1
        total = max(number, voters(self.bridge.engagement).get(seat, 0))
        return self.words("person {n} of {total}", n=number, total=total)

    def questions(self, seat: str) -> tuple[Question, ...]:
        """Candidate by candidate."""
        _ = self.words
        choices = tuple(Choice(str(at), _(word)) for at, word in enumerate(SCALE_WORDS))
        asked = {key: f"{key}. {_(text)}" for key, text in SHORT}
        return tuple(
            Question(f"{line.id}/{key}", asked[key], choices, _("“{text}”", text=line.competence.text))
            for line in self._lines()
            for key in voted_criteria(line.test)
        )

    def hand_in(self, seat: str, answers: Answers, name: str) -> bool:
        """A person's ballot into the votes of the department."""
        lines = {line.id: line for line in self._lines()}
        votes = {}
        for question, (choice, *_rest) in answers.items():
            line_id, _slash, key = question.rpartition("/")
            votes[lines[line_id].competence, key] = choice
        return self.bridge.run(hand_in_votes(seat, votes, name if self.named else "")) is not None

    def counts(self) -> None:
        """The page's own scene counts."""

    def open(self) -> bool:
        """The page shows means and verdicts."""
        self._reveal()
        return True


class ConfidenceTurns(VoteTurns):
    """One to five fingers on every goal. The votes wait in the file, in the order of size, until they are opened."""

    kind = VoteKind.CONFIDENCE

    def __init__(self, bridge: DocumentBridge, words: Words) -> None:
        super().__init__(bridge, words)
        self.title = words("Confidence in the goals: votes in turn")
        if self._people:  # a round that waits goes on as it was promised
            self.mode = OPEN if any(row.names for row in bridge.engagement.sealed_confidence) else ANONYMOUS
            self.modes = tuple(mode for mode in self.modes if mode.key == self.mode)

    @property
    def _people(self) -> int:
        return sealed_people(self.bridge.engagement)

    @property
    def nothing(self) -> str:
        """Goals are needed."""
        return "" if self.bridge.engagement.goals else self.words("There are no goals to vote on yet.")

    def _expected(self) -> int:
        return sum(voters(self.bridge.engagement).values())

    def seats(self) -> tuple[Seat, ...]:
        """Everybody in one row."""
        _, expected = self.words, self._expected()
        said = _("{n} of {total} people", n=self._people, total=expected)
        return (Seat(EVERYBODY, _("All departments"), "", said, bool(expected) and self._people >= expected),)

    def person(self, seat: str) -> str:
        """«person 3 of 16»."""
        number = self._people + 1
        return self.words("person {n} of {total}", n=number, total=max(number, self._expected()))

    def questions(self, seat: str) -> tuple[Question, ...]:
        """Goal by goal."""
        _ = self.words
        choices = tuple(Choice(str(at), _(word)) for at, word in enumerate(CONFIDENCE_WORDS, start=1))
        caption = _("Shall we reach it?")
        return tuple(Question(goal.id, goal.title, choices, caption) for goal in self.bridge.engagement.goals)

    def hand_in(self, seat: str, answers: Answers, name: str) -> bool:
        """A person's fingers."""
        votes = {goal_id: choice + 1 for goal_id, (choice, *_rest) in answers.items()}
        return self.bridge.run(hand_in_confidence(votes, name if self.named else None)) is not None

    def counts(self) -> Focus:
        """How many have voted on the goals."""
        text, names = self.words("Shall we reach it?"), not self.named
        return count_focus(VoteQuestion(text, self.kind, (), self._expected(), anonymous=names), self._people)

    def open(self) -> bool:
        """The votes of every goal, in the order of size."""
        return self.bridge.run(open_confidence()) is not None


def named_focus(text: str, kind: VoteKind, votes: Iterable[int], named: Sequence[tuple[str, int]]) -> Focus:
    """The room's vote scene of an open vote: all its totals, and who voted how; ``votes`` are digits as on paper."""
    first = 1 if kind is VoteKind.CONFIDENCE else 0
    ballot = Ballot(VoteQuestion(text, kind, (), 0, anonymous=False))
    for name, vote in named:
        ballot.cast((vote - first,), name)
    rest = Counter(votes) - Counter(vote for _name, vote in named)
    for vote in rest.elements():
        ballot.cast((vote - first,))
    return ballot.focus(revealed=True)
