"""What decisions give to the plan, those of meetings too: an action that puts each into practice (METHOD S11)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    Activity,
    Decision,
    DecisionType,
    Meeting,
    MeetingLog,
    RewardScheme,
    SuggestionStatus,
)
from workshop_app.domain.plan import is_live, quick_date
from workshop_app.domain.quick_line import QuickLine, read_spoken_line
from workshop_app.domain.raci import matrix
from workshop_app.domain.rewards.comparison import comparison
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.domain.text_key import norm_text
from workshop_app.domain.trace import actions_about
from workshop_app.i18n import Words
from workshop_app.steps.plan.operations import add_action, change_action
from workshop_app.steps.step import Offer

SERVES = (1,)
"""Clear roles and functions: what a decision of the audit serves."""

ANSWERED = (7,)
"""Feedback: what an accepted suggestion serves."""

MEETINGS = (4,)
"""Regular meetings: what a decision of their log serves."""

REWARDED = (5,)
"""Joint effort is rewarded: what a new reward scheme serves."""


def offers(engagement: Engagement) -> Iterator[Offer]:
    """An action for every decision that no action names, every accepted suggestion, the owner's verdict on rewards.

    After another decision its action is worded anew. Of the decisions of meetings only those are offered that say who
    or by when.
    """
    words = Words(engagement.company.language)
    yield from _decided(engagement, words)
    yield from _decided_anew(engagement, words)
    yield from _accepted(engagement)
    yield from _verdict_wanted(engagement, words)
    yield from _logged(engagement)


def _logged(engagement: Engagement) -> Iterator[Offer]:
    known = {norm_text(action.title) for action in engagement.actions}
    said = [(entry, text, entry.date) for entry in engagement.meeting_log for text in entry.decisions]
    for entry, text, day in said:
        line = read_spoken_line(text, engagement.people, day) if day else QuickLine("")
        if (line.owner_id or line.due) and line.text and norm_text(line.text) not in known:
            operation = add_action(line.text, owner_id=line.owner_id, due=line.due, recommendations=MEETINGS)
            yield Offer(
                f"meeting/{entry.id}/{norm_text(text)}", "plan", _from_meeting(engagement, entry, line), operation
            )


def _from_meeting(engagement: Engagement, entry: MeetingLog, line: QuickLine) -> Message:
    meeting = engagement.named(Meeting, entry.meeting_id)
    values = {"title": line.text, "meeting": meeting.title}
    return Message(N_("Action from the meeting “{meeting}”: {title}"), values)


def _verdict_wanted(engagement: Engagement, words: Words) -> Iterator[Offer]:
    """Both reward schemes are computed, and nobody has to ask the owner by a date (METHOD S9, "Done when")."""
    scheme, found = engagement.get(RewardScheme, AFTER), comparison(engagement)
    asked = any(set(REWARDED) & set(action.recommendations) and action.due for action in engagement.actions)
    start = engagement.session.date
    if scheme is None or scheme.owner_approved or asked or found is None or not found.people or start is None:
        return
    taking_part = {department.id for department in engagement.departments}
    managers = (person for person in engagement.people if person.active and person.department_id not in taking_part)
    title, owner = words("Agree the new reward scheme with the owner"), next(managers, None)
    operation = add_action(
        title,
        owner_id=owner.id if owner else None,
        due=quick_date(start),
        recommendations=REWARDED,
        result=words("A signed scheme, or what must be changed"),
    )
    yield Offer("verdict/rewards", "plan", Message(N_("Action “{title}”"), {"title": title}), operation)


def _accepted(engagement: Engagement) -> Iterator[Offer]:
    known = {norm_text(action.title) for action in engagement.actions}
    for suggestion in engagement.suggestions:
        title = suggestion.title or suggestion.text
        if suggestion.status is SuggestionStatus.ACCEPTED and norm_text(title) not in known:
            operation = add_action(title, recommendations=ANSWERED, result=suggestion.reply)
            text = Message(N_("Action from a suggestion “{title}”"), {"title": title})
            yield Offer(f"suggestion/{suggestion.id}", "plan", text, operation)


def _decided(engagement: Engagement, words: Words) -> Iterator[Offer]:
    for activity_id, decision in current_decisions(engagement).items():
        activity = engagement.activity(activity_id)
        if activity is None or is_deferred(decision) or actions_about(engagement, activity):
            continue
        title, result = _action_of(engagement, activity, decision, words)
        operation = add_action(
            title,
            owner_id=_owner(engagement, activity_id, decision),
            due=_due(engagement, decision),
            recommendations=SERVES,
            result=result,
        )
        text = Message(N_("Action “{title}”"), {"title": title})
        yield Offer(f"action/{activity_id}/{decision.type}", "plan", text, operation)


def _decided_anew(engagement: Engagement, words: Words) -> Iterator[Offer]:
    """An action that puts an earlier decision into practice is worded anew, or cancelled where none is left."""
    current = current_decisions(engagement)
    for activity in engagement.activities:
        decision = current.get(activity.id)
        former = _former(engagement, activity, words)
        for action in actions_about(engagement, activity):
            if not is_live(action) or norm_text(action.title) not in former:
                continue
            if decision is None or is_deferred(decision):
                text = Message(N_("Cancel the action “{title}”: its decision is gone"), {"title": action.title})
                operation = change_action(action, status=ActionStatus.CANCELLED)
                yield Offer(f"gone/{action.id}", "plan", text, operation)
                continue
            title, result = _action_of(engagement, activity, decision, words)
            if norm_text(action.title) not in _titles_of(engagement, activity, decision, words):
                yield _worded_anew(engagement, action, decision, title, result)


def _worded_anew(engagement: Engagement, action: Action, decision: Decision, title: str, result: str) -> Offer:
    owner = _owner(engagement, decision.activity_id or "", decision)
    text = Message(N_("Action “{old}” becomes “{title}”"), {"old": action.title, "title": title})
    words = Words(engagement.company.language)
    former = {"", *(norm_text(result) for _title, result in _wordings(engagement, "", words))}
    own_words = norm_text(action.result or "") not in former
    operation = change_action(
        action, title=title, owner_id=owner or action.owner_id, result=action.result if own_words else result
    )
    return Offer(f"anew/{action.id}/{decision.type}/{decision.owner_department_id}", "plan", text, operation)


def _former(engagement: Engagement, activity: Activity, words: Words) -> set[str]:
    """The keys of all titles that a decision on the activity could have given to its action."""
    return {norm_text(title) for title, _result in _wordings(engagement, activity.title, words)}


_STOP = (N_("Stop doing: {activity}"), N_("Nobody does it any more"))
_RULE = (N_("Put the rule into practice: {activity}"), N_("Everybody works by the written rule"))
_HAND_OVER = (N_("Hand over to {department}: {activity}"), N_("{department} does it, the others have handed over"))
_KEEP = (N_("Keep with {department}: {activity}"), N_("{department} does it, and everybody knows"))
_BEGIN = (N_("{department} begins: {activity}"), N_("{department} does it: there is a name, and hours"))
"""Title and result of the action: where others do the work today, where only its owner does, where nobody does."""


def _wordings(engagement: Engagement, activity: str, words: Words) -> Iterator[tuple[str, str]]:
    """Every title and result that a decision could have given."""
    yield from (_worded(wording, activity, "", words) for wording in (_STOP, _RULE))
    for department in engagement.departments:
        yield from (_worded(wording, activity, department.short, words) for wording in (_HAND_OVER, _KEEP, _BEGIN))


def _worded(wording: tuple[str, str], activity: str, department: str, words: Words) -> tuple[str, str]:
    title, result = wording
    return words(title, activity=activity, department=department), words(result, department=department)


def _titles_of(engagement: Engagement, activity: Activity, decision: Decision, words: Words) -> set[str]:
    """The keys of the titles that fit a decision, whoever does the work today."""
    owner = engagement.department(decision.owner_department_id)
    if decision.type is not DecisionType.ASSIGN or owner is None:
        return {norm_text(_action_of(engagement, activity, decision, words)[0])}
    fitting = (_worded(wording, activity.title, owner.short, words) for wording in (_HAND_OVER, _KEEP, _BEGIN))
    return {norm_text(title) for title, _result in fitting}


def _action_of(engagement: Engagement, activity: Activity, decision: Decision, words: Words) -> tuple[str, str]:
    """Title and result of the action that puts a decision into practice."""
    owner = engagement.department(decision.owner_department_id)
    if decision.type is DecisionType.STOP:
        return _worded(_STOP, activity.title, "", words)
    if decision.type is not DecisionType.ASSIGN or owner is None:
        return _worded(_RULE, activity.title, "", words)
    performing = findings(engagement)[activity.id].performing
    others = [name for name in performing if name != owner.id]
    wording = _HAND_OVER if others else _KEEP if performing else _BEGIN
    return _worded(wording, activity.title, owner.short, words)


def _owner(engagement: Engagement, activity_id: str, decision: Decision) -> str | None:
    """Whoever is accountable, else the head of the owner department or of the first one that does it today."""
    row = matrix(engagement).get(activity_id)
    holders = [name for name in (row.holders("A") if row else ()) if _belongs(engagement, name, decision)]
    performing = findings(engagement)[activity_id].performing
    candidates = (decision.owner_department_id, *performing)
    homes = [department for name in candidates if (department := engagement.department(name))]
    known = (*holders, *(department.head_person_id for department in homes))
    return next((name for name in known if (person := engagement.person(name)) and person.active), None)


def _belongs(engagement: Engagement, person_id: str, decision: Decision) -> bool:
    """Whether somebody is of the owner department, where the decision names one."""
    person, owner = engagement.person(person_id), decision.owner_department_id
    return owner is None or (person is not None and person.department_id == owner)


def _due(engagement: Engagement, decision: Decision) -> date | None:
    start = engagement.session.date or decision.decided_on
    return quick_date(start) if start else None
