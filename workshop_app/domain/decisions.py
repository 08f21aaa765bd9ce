"""Decisions on activities: which one holds, whether it is complete, what it frees, whether it lives (METHOD C.4)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import (
    AGREEMENT,
    SECOND_WAVE,
    Finding,
    FindingCode,
    findings,
    findings_of_wave,
    is_confirmed,
)
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_
from workshop_app.domain.model import Decision, DecisionType

SHARING = frozenset({DecisionType.SPLIT, DecisionType.JOINT})
"""Decisions that need a written rule confirmed by everybody who does the work."""

LABELS = MappingProxyType(
    {
        DecisionType.ASSIGN: N_("Assign"),
        DecisionType.SPLIT: N_("Split"),
        DecisionType.JOINT: N_("Jointly"),
        DecisionType.STOP: N_("Stop"),
        DecisionType.DEFER: N_("Defer"),
    }
)
"""What each kind of decision is called, as a message id."""

MEANINGS = MappingProxyType(
    {
        DecisionType.ASSIGN: N_("one department owns it, the others stop or hand over"),
        DecisionType.SPLIT: N_("several departments do it by a written rule"),
        DecisionType.JOINT: N_("together on the same object, each with a part"),
        DecisionType.STOP: N_("nobody does it any more"),
        DecisionType.DEFER: N_("decided later, by a date"),
    }
)
"""What each kind of decision means, as a message id."""

_USUAL = MappingProxyType({FindingCode.OVERLAP: DecisionType.SPLIT, FindingCode.SHARED_NO_RULE: DecisionType.JOINT})


def usual_type(finding: Finding) -> DecisionType:
    """What a finding is decided as most often, to begin with (METHOD C.3.4)."""
    return _USUAL.get(finding.primary, DecisionType.ASSIGN)


def is_deferred(decision: Decision) -> bool:
    """Whether the decision is put off: of type defer, or left to the owner until a date."""
    return decision.type is DecisionType.DEFER or decision.awaits_owner


def current_decisions(engagement: Engagement) -> Mapping[str, Decision]:
    """By activity: the decision that holds, the latest that is not put off, else the latest."""
    return engagement.derive(_current_decisions)


def _current_decisions(engagement: Engagement) -> dict[str, Decision]:
    current: dict[str, Decision] = {}
    for decision in engagement.decisions:
        if decision.activity_id is None:
            continue
        held = current.get(decision.activity_id)
        if held is None or is_deferred(held) or not is_deferred(decision):
            current[decision.activity_id] = decision
    return current


def stopped_activities(engagement: Engagement) -> frozenset[str]:
    """The activities that were decided to be stopped."""
    return engagement.derive(_stopped_activities)


def _stopped_activities(engagement: Engagement) -> frozenset[str]:
    return frozenset(
        activity_id
        for activity_id, decision in current_decisions(engagement).items()
        if decision.type is DecisionType.STOP and not decision.awaits_owner
    )


def lacks_rule(decision: Decision, finding: Finding | None) -> bool:
    """Whether a shared decision has no rule that every performing department confirmed (AUD-10)."""
    if decision.type not in SHARING or decision.awaits_owner:
        return False
    performers = (finding.performers if finding else None) or frozenset()
    return not is_confirmed(decision.split_rule, decision.confirmed_by, performers)


def lacks_owner(decision: Decision) -> bool:
    """Whether an assignment names no owner department (AUD-12)."""
    return decision.type is DecisionType.ASSIGN and not decision.awaits_owner and decision.owner_department_id is None


class DecisionState(StrEnum):
    """How far the finding of an activity has come."""

    OPEN = "open"
    DEFERRED = "deferred"
    INCOMPLETE = "incomplete"
    CLOSED = "closed"
    VERIFIED = "verified"


STATES = MappingProxyType(
    {
        DecisionState.OPEN: N_("not decided"),
        DecisionState.DEFERRED: N_("put off"),
        DecisionState.INCOMPLETE: N_("decided, not complete"),
        DecisionState.CLOSED: N_("decided"),
        DecisionState.VERIFIED: N_("decided and confirmed on day 90"),
    }
)
"""What each state is called, as a message id."""


def states(engagement: Engagement, verified_by_wave: int = SECOND_WAVE) -> Mapping[str, DecisionState]:
    """The state of every activity.

    Closed: a decision other than defer exists, with its owner department or its confirmed rule. Verified: besides,
    the answers of the later wave agree (METHOD C.4); for a stopped activity they agree that nobody does it.
    """
    held, found = current_decisions(engagement), findings(engagement)
    later = findings_of_wave(engagement, verified_by_wave)
    return {
        activity.id: _state(held.get(activity.id), found[activity.id], later.get(activity.id))
        for activity in engagement.activities
    }


def _state(decision: Decision | None, finding: Finding, later: Finding | None) -> DecisionState:
    if decision is None:
        return DecisionState.OPEN
    if is_deferred(decision):
        return DecisionState.DEFERRED
    if lacks_rule(decision, finding) or lacks_owner(decision):
        return DecisionState.INCOMPLETE
    return DecisionState.VERIFIED if later and _agrees(decision, later) else DecisionState.CLOSED


def _agrees(decision: Decision, later: Finding) -> bool:
    if decision.type is DecisionType.STOP:
        return later.unanimous and not any(later.said.values())
    return later.primary in AGREEMENT


@frozen(slots=True)
class Effect:
    """What a decision can free, in hours per week: an upper bound, never a promise (DECISIONS, "Meaning").

    ``frees_up_to``: hours done twice that the decision ends, or all hours of a stopped activity. ``hands_over``: by
    department, today's hours of those who stop or hand over. ``needs_handoff``: a handoff belongs to it (step S6).
    """

    frees_up_to: Fraction
    hands_over: Mapping[str, Decimal]
    needs_handoff: bool


def effect_of(decision: Decision, finding: Finding) -> Effect:
    """The effect of a decision on the hours that the function lists show today."""
    if is_deferred(decision):
        return Effect(Fraction(0), {}, False)
    if decision.type is DecisionType.STOP:
        return Effect(Fraction(sum(finding.hours.values())), finding.hours, False)
    frees = finding.overlap_hours if finding.is_done_twice else Fraction(0)
    if decision.type is DecisionType.ASSIGN:
        owner = decision.owner_department_id
        hands_over = {name: hours for name, hours in finding.hours.items() if owner and name != owner}
        return Effect(frees, hands_over, bool(hands_over))
    return Effect(frees, {}, decision.type is DecisionType.JOINT)
