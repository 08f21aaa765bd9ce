"""Answers given in turn on one laptop: kept in the file unseen, opened all together (METHOD C.2, S3, S12)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from workshop_app.domain.activity_order import form_places
from workshop_app.domain.claims_text import department_answer
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import FIRST_WAVE, claim_id
from workshop_app.domain.followup import reanswers
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, Answer, Claim, Department, Note, NoteKind, SealedAnswers
from workshop_app.domain.typed_answer import Typed
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit

Given = Mapping[str, Typed]
"""By activity id: the answer of a department, or of one person of it."""


def asked(engagement: Engagement) -> tuple[Activity, ...]:
    """The activities in the order of the form, so that screen and paper ask the same."""
    places = form_places(engagement)
    return tuple(sorted(engagement.activities, key=lambda activity: places[activity.id]))


def asked_again(engagement: Engagement) -> tuple[Activity, ...]:
    """The activities of day 90, in the order of the first agenda (METHOD S12)."""
    return tuple(engagement.named(Activity, answer.activity_id) for answer in reanswers(engagement))


def sealed_counts(engagement: Engagement, wave: int = FIRST_WAVE) -> Mapping[str, int]:
    """By department id: how many of its answers wait to be opened. Empty when nothing waits."""
    return engagement.derive(_sealed_counts).get(wave, {})


def _sealed_counts(engagement: Engagement) -> dict[int, dict[str, int]]:
    found: dict[int, dict[str, int]] = {}
    for claim in engagement.claims:
        if claim.sealed:
            counts = found.setdefault(-claim.wave, {})
            counts[claim.department_id] = counts.get(claim.department_id, 0) + 1
    return found


def hand_in(department: Department, given: Given, questions: tuple[str, ...] = (), wave: int = FIRST_WAVE) -> Operation:
    """Keep a department's answers unseen, in place of those it gave before.

    ``questions`` are noted for the facilitator: activities on which its people gave no common answer.
    """
    name = Message(N_("Answers of {department}, not opened yet"), {"department": department.short})

    def apply(edit: Edit) -> None:
        _forget_people(edit, wave, department.id)
        for claim in edit.engagement.claims:
            if claim.wave == -wave and claim.department_id == department.id:
                edit.remove(claim)
        for activity_id, (answer, others) in given.items():
            if answer is not None:
                row_id = claim_id(activity_id, department.id, -wave)
                made = Claim(id=row_id, activity_id=activity_id, department_id=department.id, wave=-wave)
                edit.add(replace(made, answer=answer, others=others))
        for text in questions:
            edit.add(Note(id=edit.new_id(Note), kind=NoteKind.QUESTION, step="audit", text=text))

    return Operation(name, apply)


def open_answers(wave: int = FIRST_WAVE) -> Operation:
    """All answers that wait stand beside each other now; what a department left out stays as it was."""

    def apply(edit: Edit) -> None:
        for claim in tuple(edit.engagement.claims):
            if claim.wave != -wave:
                continue
            edit.remove(claim)
            row_id = claim_id(claim.activity_id, claim.department_id, wave)
            stored = edit.get(Claim, row_id)
            if stored is None:
                edit.add(replace(claim, id=row_id, wave=wave))
            else:
                edit.change(stored, answer=claim.answer, others=claim.others)

    return Operation(Message(N_("Answers opened")), apply)


def discard_answers(wave: int = FIRST_WAVE) -> Operation:
    """Throw away what waits, unseen."""

    def apply(edit: Edit) -> None:
        _forget_people(edit, wave)
        for claim in tuple(edit.engagement.claims):
            if claim.wave == -wave:
                edit.remove(claim)

    return Operation(Message(N_("Answers thrown away, not opened")), apply)


@frozen
class Tally:
    """The answers of the people of one department: totals by activity, no order and no names (METHOD C.2)."""

    people: int
    answers: Mapping[str, tuple[Typed, ...]]

    def result(self) -> tuple[dict[str, Typed], frozenset[str]]:
        """The department's answers, and the activities on which no answer had more than half."""
        given: dict[str, Typed] = {}
        split = set()
        for activity_id, typed in self.answers.items():
            found = department_answer([(code, others) for code, others in typed if code is not None])
            if found is not None:
                given[activity_id] = (found.answer, found.others)
                if found.split_vote:
                    split.add(activity_id)
        return given, frozenset(split)


def tallies(engagement: Engagement, wave: int = FIRST_WAVE) -> Mapping[str, Tally]:
    """By department id: what single people have said whose department has no answer yet."""
    return engagement.derive(_tallies).get(wave, {})


def _tallies(engagement: Engagement) -> dict[int, dict[str, Tally]]:
    found: dict[int, dict[str, dict[str, tuple[Typed, ...]]]] = {}
    for row in engagement.sealed_answers:
        typed = tuple(_typed(answer) for answer in row.answers)
        found.setdefault(row.wave, {}).setdefault(row.department_id, {})[row.activity_id] = typed
    return {
        wave: {
            department: Tally(max(map(len, answers.values())), answers) for department, answers in departments.items()
        }
        for wave, departments in found.items()
    }


def hand_in_alone(department: Department, given: Given, wave: int = FIRST_WAVE) -> Operation:
    """One person's answers to everything that is asked: kept unseen and in the order of text, so that none is traced.

    An activity without an answer counts the person all the same.
    """
    name = Message(N_("Answers of a person of {department}"), {"department": department.short})

    def apply(edit: Edit) -> None:
        for activity_id, typed in given.items():
            row_id = claim_id(activity_id, department.id, wave)
            row = edit.get(SealedAnswers, row_id)
            answers = tuple(sorted((*(row.answers if row else ()), _code(typed))))
            made = SealedAnswers(id=row_id, activity_id=activity_id, department_id=department.id, wave=wave)
            edit.put(replace(made, answers=answers))

    return Operation(name, apply)


def _forget_people(edit: Edit, wave: int, department_id: str | None = None) -> None:
    for row in tuple(edit.engagement.sealed_answers):
        if row.wave == wave and department_id in (None, row.department_id):
            edit.remove(row)


def _code(typed: Typed) -> str:
    answer, others = typed
    return f"{answer.value}:{','.join(others)}" if answer is not None else ""


def _typed(code: str) -> Typed:
    answer, _colon, others = code.partition(":")
    return (Answer(answer), tuple(filter(None, others.split(",")))) if answer else (None, ())
