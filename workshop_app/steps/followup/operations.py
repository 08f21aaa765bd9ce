"""Operations of a follow-up: hold it, mend overdue actions, correct a rule, ask the claims again (METHOD S12)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from workshop_app.domain.findings import SECOND_WAVE
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Action, ActionStatus, Activity, Answer, Decision, Note, NoteKind
from workshop_app.domain.plan import moved
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row
from workshop_app.steps.answering import answer
from workshop_app.steps.followup.view import STEP_ID
from workshop_app.steps.session import set_follow_up


def end_meeting(day: int, held_on: date, planned: date | None = None) -> Operation:
    """The meeting was held; ``planned``: its date, where none was set."""
    return set_follow_up(day, held_on=held_on, **({"date": planned} if planned else {}))


def finish(action: Action, today: date) -> Operation:
    """Done today."""
    name = Message(N_("Done: {text}"), {"text": action.title})
    return change_row(name, action, status=ActionStatus.DONE, done_on=action.done_on or today)


def cancel(action: Action) -> Operation:
    """Openly given up."""
    return change_row(Message(N_("Cancelled: {text}"), {"text": action.title}), action, status=ActionStatus.CANCELLED)


def move(action: Action, due: date, reason: str) -> Operation:
    """Another date with its reason; the first date is kept and the moves are counted."""
    name = Message(N_("Moved: {text}"), {"text": action.title})
    return Operation(name, lambda edit: edit.put(moved(edit.get(Action, action.id) or action, due, reason)))


def add_correction(
    text: str, now: datetime, decision: Decision | None = None, title: str = "", confirmed_by: Iterable[str] = ()
) -> Operation:
    """One correction to a rule; with a decision its rule is the new one from now on (``title``: of its activity).

    The new words hold for the departments in ``confirmed_by``: who confirmed the old ones has to be asked again.
    """
    wording = single_line(text)
    stamp = now.isoformat(timespec="minutes")
    said = f"{title}: {wording}" if title else wording
    name = Message(N_("Correction: {text}"), {"text": said})

    def apply(edit: Edit) -> None:
        edit.add(Note(id=edit.new_id(Note), kind=NoteKind.DECISION, step=STEP_ID, text=said, created_at=stamp))
        if decision is not None:
            edit.change(decision, split_rule=wording, confirmed_by=tuple(confirmed_by))

    return Operation(name, apply)


def confirm_rule(decision: Decision, title: str, confirmed_by: Iterable[str]) -> Operation:
    """Who confirms a rule as it stands."""
    name = Message(N_("Rule confirmed: {text}"), {"text": title})
    return change_row(name, decision, confirmed_by=tuple(confirmed_by))


def answer_again(
    activity: Activity, department_id: str, code: Answer | None, others: tuple[str, ...] = ()
) -> Operation:
    """A department's second answer; None takes it back."""
    return answer(activity, department_id, code, others, SECOND_WAVE)
