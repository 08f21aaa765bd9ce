"""A department's answer about an activity: «we», «they», …; the first time and the second (METHOD C.2)."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.domain.findings import FIRST_WAVE, claim_id
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, Answer, Claim
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit


def answer(
    activity: Activity, department_id: str, code: Answer | None, others: Iterable[str] = (), wave: int = FIRST_WAVE
) -> Operation:
    """A department's answer; None takes it back. ``others`` are the other departments it names (N ≥ 3)."""
    named = tuple(others)

    def apply(edit: Edit) -> None:
        row_id = claim_id(activity.id, department_id, wave)
        stored = edit.get(Claim, row_id)
        if code is None:
            if stored is not None:
                edit.remove(stored)
            return
        row = stored or edit.add(Claim(id=row_id, activity_id=activity.id, department_id=department_id, wave=wave))
        edit.change(row, answer=code, others=named)

    text = N_("Answer: {text}") if wave == FIRST_WAVE else N_("Asked again: {text}")
    return Operation(Message(text, {"text": activity.title}), apply)
