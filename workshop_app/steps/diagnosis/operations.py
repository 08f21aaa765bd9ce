"""Operations on the common problem and on the loaded ledger (METHOD S2)."""

from __future__ import annotations

import re

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import LedgerBatch
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row

_BEGINNING = re.compile(r"^(?:наша общая проблема в том,? что|our common problem is that)[\s,:—–-]+", re.IGNORECASE)


def state_problem(engagement: Engagement, text: str) -> Operation:
    """The statement of the common problem. Other words have to be accepted again.

    It goes on from «Our common problem is that …», which stands above it: whoever types these words too has them once.
    """
    wording = single_line(text)
    if rest := _BEGINNING.sub("", wording):
        wording = rest if rest == wording else f"{rest[0].upper()}{rest[1:]}"
    name = Message(N_("Common problem"))
    return change_row(name, engagement.diagnosis, problem_statement=wording, accepted_by=())


def accept_problem(engagement: Engagement, department_id: str, accepts: bool) -> Operation:
    """A department accepts the statement, or takes it back."""
    accepted = {*engagement.diagnosis.accepted_by, department_id} if accepts else None
    kept = accepted or set(engagement.diagnosis.accepted_by) - {department_id}
    order = [department.id for department in engagement.departments]
    text = N_("The common problem is accepted") if accepts else N_("The common problem is not accepted")
    return change_row(Message(text), engagement.diagnosis, accepted_by=tuple(each for each in order if each in kept))


def take_ledger_out(batch: LedgerBatch) -> Operation:
    """The rows of an import count no more; undo brings them back."""

    def apply(edit: Edit) -> None:
        edit.change(batch, active=False)

    return Operation(Message(N_("Sales ledger taken out: {text}"), {"text": batch.file}), apply)
