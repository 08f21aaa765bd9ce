"""From what was found to what was agreed and back: why something stands in a role card, and where a finding went."""

from __future__ import annotations

from workshop_app.domain.decisions import DecisionState, current_decisions, states
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import SECOND_WAVE, Finding, by_priority, findings, findings_of_wave
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Action, Activity, Decision, Handoff, Person, Training
from workshop_app.domain.raci import Letters, matrix
from workshop_app.domain.text_key import norm_text


@frozen(slots=True, kw_only=True)
class Trace:
    """Everything about one activity, in the order of the workshop.

    ``letters``: people with their letters; ``later``: the finding of the second answers, None before them.
    """

    activity: Activity
    finding: Finding
    decision: Decision | None
    state: DecisionState
    letters: tuple[tuple[Person, Letters], ...]
    handoffs: tuple[Handoff, ...]
    training: tuple[Training, ...]
    actions: tuple[Action, ...]
    later: Finding | None

    def holders(self, letter: str) -> tuple[Person, ...]:
        """The people with a letter."""
        return tuple(person for person, letters in self.letters if letter in letters)


def trace(engagement: Engagement, activity_id: str) -> Trace:
    """The way of an activity; KeyError for an unknown one."""
    activity = engagement.named(Activity, activity_id)
    row = matrix(engagement).get(activity_id)
    cells = row.cells if row else {}
    return Trace(
        activity=activity,
        finding=findings(engagement)[activity_id],
        decision=current_decisions(engagement).get(activity_id),
        state=engagement.derive(states)[activity_id],
        letters=tuple((person, letters) for name, letters in cells.items() if (person := engagement.person(name))),
        handoffs=tuple(handoff for handoff in engagement.handoffs if handoff.activity_id == activity_id),
        training=tuple(item for item in engagement.training if is_about(item.title, activity)),
        actions=actions_about(engagement, activity),
        later=findings_of_wave(engagement, SECOND_WAVE).get(activity_id),
    )


def traces(engagement: Engagement) -> tuple[Trace, ...]:
    """The ways of all activities whose finding must be decided, in the order of the agenda."""
    return tuple(trace(engagement, found.activity_id) for found in by_priority(engagement) if found.must_be_decided)


def is_about(title: str, activity: Activity) -> bool:
    """Whether a title names the activity: actions and training have no other link to it."""
    key = norm_text(activity.title)
    return bool(key) and key in norm_text(title)


def actions_about(engagement: Engagement, activity: Activity) -> tuple[Action, ...]:
    """The actions that name an activity."""
    key = norm_text(activity.title)
    return tuple(action for title, action in engagement.derive(_by_title) if key and key in title)


def _by_title(engagement: Engagement) -> tuple[tuple[str, Action], ...]:
    return tuple((norm_text(action.title), action) for action in engagement.actions)


def subject_of(engagement: Engagement, row_id: str | None) -> Activity | Person | None:
    """The activity or the person that a record is about: of a handoff, a decision, an action, a training …"""
    person, activity = engagement.person(row_id), engagement.activity(row_id)
    if person is not None or activity is not None:
        return person or activity
    named = engagement.get(Handoff, row_id) or engagement.get(Decision, row_id)
    if named is not None:
        return engagement.activity(named.activity_id)
    titled = engagement.get(Action, row_id) or engagement.get(Training, row_id)
    if titled is not None:
        return next((found for found in engagement.activities if is_about(titled.title, found)), None)
    return None
