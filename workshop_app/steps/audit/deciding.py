"""Answers of the departments and decisions of the room (METHOD S3, C.2, C.4)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from workshop_app.domain.decisions import LABELS
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, Decision, DecisionType, SameObject
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows
from workshop_app.steps.answering import answer as answer


def set_same_object(activity: Activity, value: SameObject) -> Operation:
    """For the same client or document? It tells a duplication from an overlap."""
    return change_row(Message(N_("Same object: {text}"), {"text": activity.title}), activity, same_object=value)


def set_existing_rule(activity: Activity, rule: str, confirmed_by: Iterable[str]) -> Operation:
    """The rule that exists today, and who confirms it."""
    text = single_line(rule) or None
    name = Message(N_("Existing rule: {text}"), {"text": activity.title})
    confirmed = tuple(confirmed_by) if text else ()
    return change_row(name, activity, existing_rule=text, existing_rule_confirmed_by=confirmed)


def change_activity(activity: Activity, **values: Any) -> Operation:
    """Title, group, key or audited."""
    return change_row(Message(N_("Activity: {text}"), {"text": activity.title}), activity, **values)


def add_activity(title: str) -> Operation:
    """An activity nobody listed: work that is missing."""
    name = Message(N_("Activity added: {text}"), {"text": title})
    return Operation(name, lambda edit: edit.add(Activity(id=edit.new_id(Activity), title=title)))


def remove_activity(activity: Activity) -> Operation:
    """Delete an activity with its answers and its row in the matrix; function lines stay, unmapped."""
    return remove_rows(Message(N_("Activity removed: {text}"), {"text": activity.title}), [activity])


def record_decision(activity: Activity, kind: DecisionType, today: date, **values: Any) -> Operation:
    """Write down the decision on an activity, replacing the one that stands."""
    name = Message(N_("Decision: {kind}, {text}"), {"kind": Message(LABELS[kind]), "text": activity.title})

    def apply(edit: Edit) -> None:
        stored = [decision for decision in edit.engagement.decisions if decision.activity_id == activity.id]
        decided_on = None if kind is DecisionType.DEFER or values.get("awaits_owner") else today
        fields = {**_blank_fields(), "decided_on": decided_on, **values, "type": kind}
        if stored:
            edit.change(stored[-1], **fields)
            return
        edit.add(Decision(id=edit.new_id(Decision), activity_id=activity.id, **fields))

    return Operation(name, apply)


def _blank_fields() -> dict[str, Any]:
    return {
        "owner_department_id": None,
        "split_rule": None,
        "confirmed_by": (),
        "deferred_until": None,
        "awaits_owner": False,
    }


def remove_decision(decision: Decision, title: str) -> Operation:
    """Take a decision back."""
    return remove_rows(Message(N_("Decision removed: {text}"), {"text": title}), [decision])
