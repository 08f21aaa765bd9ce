"""The pulse survey answered in turn on this laptop: no names, no order, nobody sees the sheet before."""

from __future__ import annotations

from collections.abc import Callable

from ui.audience.ballot import VoteQuestion, count_focus
from ui.audience.scene import Focus
from ui.bridge import DocumentBridge
from ui.turns.sheet import Answers, Choice, Question
from ui.turns.turns import Mode, Seat
from workshop_app.domain.survey_catalogue import survey_form
from workshop_app.i18n import Words
from workshop_app.steps.feedback.operations import add_response
from workshop_app.steps.feedback.view import Wave


class PulseTurns:
    """A wave; ``wave`` tells the one in front. Every sheet is in the file at once, as one from paper is."""

    named = False
    mode = "anonymous"

    def __init__(self, bridge: DocumentBridge, words: Words, wave: Callable[[], Wave | None]) -> None:
        _ = words
        self._bridge, self._words, self._wave = bridge, words, wave
        self.title = _("Pulse survey in turn")
        self.open_word = _("Done")
        promise = _("Anonymous: no names and no times are kept; answers are in no undo.")
        self.modes = (Mode(self.mode, _("Anonymous"), promise),)

    @property
    def nothing(self) -> str:
        """A wave is needed."""
        return (
            "" if self._wave() is not None else self._words("No survey yet. Eleven statements, five minutes, no names.")
        )

    def _counts(self, seat: str) -> tuple[int, int]:
        wave = self._wave()
        return (wave.results.n.get(seat, 0), wave.results.invited.get(seat, 0)) if wave else (0, 0)

    def seats(self) -> tuple[Seat, ...]:
        """The departments in order."""
        made = []
        for department in self._bridge.engagement.departments:
            count, asked = self._counts(department.id)
            said = self._words("{n} of {m} sheets entered", n=count, m=asked)
            made.append(Seat(department.id, department.name, department.short, said, bool(asked) and count >= asked))
        return tuple(made)

    def person(self, seat: str) -> str:
        """«person 3 of 8»."""
        count, asked = self._counts(seat)
        return self._words("person {n} of {total}", n=count + 1, total=max(count + 1, asked))

    def questions(self, seat: str) -> tuple[Question, ...]:
        """The statements of the wave, five answers each."""
        wave, scale = self._wave(), survey_form(self._words.language).scale
        choices = tuple(Choice(str(value), scale[value]) for value in sorted(scale))
        return tuple(Question(question.code, question.text, choices) for question in wave.questions) if wave else ()

    def hand_in(self, seat: str, answers: Answers, name: str) -> bool:
        """One sheet."""
        wave = self._wave()
        given = {code: choice + 1 for code, (choice, *_rest) in answers.items()}
        return wave is not None and self._bridge.run(add_response(wave.survey, seat, given)) is not None

    def close_seat(self, seat: str) -> None:
        """Nothing is worked out at the end of a seat."""

    def counts(self) -> Focus:
        """How many sheets there are."""
        counts = [self._counts(department.id) for department in self._bridge.engagement.departments]
        asked = VoteQuestion(self._words("How do we work together?"), expected=sum(total for _n, total in counts))
        return count_focus(asked, sum(n for n, _total in counts))

    def open(self) -> bool:
        """The page shows what may be shown."""
        return True
