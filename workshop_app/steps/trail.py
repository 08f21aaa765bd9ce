"""The way of an activity, and why each line stands in a person's role card, as lines in words with their places."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.decisions import LABELS as DECISIONS
from workshop_app.domain.decisions import STATES, is_deferred
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.finding_texts import LABELS as FINDINGS
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Activity, Goal, Handoff, Person
from workshop_app.domain.performers import performing_lines
from workshop_app.domain.raci import WORDS
from workshop_app.domain.role_card import RoleCardContent, role_card
from workshop_app.domain.short_names import short_name
from workshop_app.domain.trace import Trace, trace
from workshop_app.i18n import Words

_LETTERS = dict(WORDS)


@frozen
class TrailLine:
    """One stage of the way: which, what it says, more of it; ``place`` is (step, sub-step, table, row)."""

    id: str
    stage: str
    text: str
    more: str = ""
    place: tuple[str, str | None, str | None, str | None] | None = None


def ground_text(engagement: Engagement, activity_id: str, words: Words) -> str:
    """Why an activity stands in a card: «Duplication → Split, 10 Feb»; the finding alone while nothing is decided."""
    found = trace(engagement, activity_id)
    label = words(FINDINGS[found.finding.primary])
    decision = found.decision
    if decision is None or is_deferred(decision):
        return label
    parts = [words(DECISIONS[decision.type])]
    if decision.decided_on is not None:
        parts.append(words.date_short(decision.decided_on))
    return f"{label} → {', '.join(parts)}"


def activity_trail(engagement: Engagement, activity_id: str, words: Words) -> tuple[TrailLine, ...]:
    """From today's work through finding and decision to roles, handoffs, training, actions and the second answers."""
    found = trace(engagement, activity_id)
    return (
        *_found(engagement, found, words),
        *_roles(found, words),
        *_agreed(engagement, found, words),
        *_again(found, words),
    )


def _found(engagement: Engagement, found: Trace, words: Words) -> Iterator[TrailLine]:
    _ = words
    activity = found.activity
    lines = performing_lines(engagement).get(activity.id, ())
    names = [department.short for department in engagement.departments if department.id in found.finding.performing]
    hours = sum((line.hours_per_week for line in lines if line.hours_per_week is not None), start=0)
    text = ", ".join(names) or _("nobody")
    more = _("{n} a week", n=words.hours(hours)) if hours else ""
    yield TrailLine("work", _("Does it today"), text, more, ("audit", "collect", None, None))
    place = ("audit", "overlay", Activity.table, activity.id)
    yield TrailLine("finding", _("Found at the audit"), _(FINDINGS[found.finding.primary]), "", place)
    decision = found.decision
    if decision is None:
        yield TrailLine("decision", _("Decided"), _(STATES[found.state]), "", place)
        return
    owner = engagement.department(decision.owner_department_id)
    said = [_(DECISIONS[decision.type]), owner.short if owner else "", words.date_short(decision.decided_on)]
    yield TrailLine(
        "decision", _("Decided"), ", ".join(part for part in said if part and part != "—"),
        decision.split_rule or decision.reason or "", place,
    )  # fmt: skip


def _roles(found: Trace, words: Words) -> Iterator[TrailLine]:
    for letter in ("A", "R", "C", "I"):
        people = found.holders(letter)
        if people:
            text = ", ".join(short_name(person.name) for person in people)
            place = ("roles", "matrix", Activity.table, found.activity.id)
            yield TrailLine(f"letter:{letter}", f"{letter} — {words(_LETTERS[letter])}", text, "", place)


def _agreed(engagement: Engagement, found: Trace, words: Words) -> Iterator[TrailLine]:
    _ = words
    for handoff in found.handoffs:
        place = ("cooperation", "handoffs", Handoff.table, handoff.id)
        hours = words.plural("{n} working hour", "{n} working hours", handoff.response_hours or 0)
        yield TrailLine(handoff.id, _("Handoff"), handoff.title, hours if handoff.response_hours else "", place)
    for item in found.training:
        when = words.date_short(item.date) if item.date else ""
        yield TrailLine(item.id, _("Training"), item.title, when, ("training", "plan", "training", item.id))
    for action in found.actions:
        owner = engagement.person(action.owner_id)
        parts = [short_name(owner.name) if owner else "", words.date_short(action.due) if action.due else ""]
        more = ", ".join(part for part in parts if part)
        yield TrailLine(action.id, _("Action"), action.title, more, ("plan", "actions", "actions", action.id))


def _again(found: Trace, words: Words) -> Iterator[TrailLine]:
    if found.later is not None:
        place = ("followup", "again", Activity.table, found.activity.id)
        text, more = words(FINDINGS[found.later.primary]), words(STATES[found.state])
        yield TrailLine("again", words("Asked again"), text, more, place)


def person_trail(engagement: Engagement, person_id: str, words: Words) -> tuple[TrailLine, ...]:
    """Why each line stands in a person's role card: letters, handoffs and goals, with finding and decision."""
    card = role_card(engagement, person_id)
    return (*_duties(engagement, card, words), *_handed(engagement, card, words), *_goals(card, words))


def _duties(engagement: Engagement, card: RoleCardContent, words: Words) -> Iterator[TrailLine]:
    parts = (card.answers_for, card.does, card.is_asked, card.is_told)
    duties = {duty.activity.id: duty for part in parts for duty in part}
    for activity_id, duty in duties.items():
        held = [letter for letter in _LETTERS if letter in duty.letters]
        stage = f"{''.join(held)} — {', '.join(words(_LETTERS[letter]) for letter in held)}"
        place = ("roles", "matrix", Activity.table, activity_id)
        ground = ground_text(engagement, activity_id, words)
        yield TrailLine(activity_id, stage, duty.activity.title, ground, place)


def _handed(engagement: Engagement, card: RoleCardContent, words: Words) -> Iterator[TrailLine]:
    _ = words
    sides = [(handoff, _("hands over")) for handoff in card.hands_over]
    sides += [(handoff, _("takes over")) for handoff in card.takes_over]
    for handoff, stage in sides:
        known = engagement.activity(handoff.activity_id)
        ground = f"{known.title}: {ground_text(engagement, known.id, words)}" if known else ""
        yield TrailLine(
            handoff.id, stage, handoff.title, ground, ("cooperation", "handoffs", Handoff.table, handoff.id)
        )


def _goals(card: RoleCardContent, words: Words) -> Iterator[TrailLine]:
    _ = words
    for share in card.goals:
        goal = share.goal
        stage = _("owns the goal") if share.is_owned else _("contributes to the goal")
        way = f"{words.number(goal.baseline)} → {words.measured(goal.target, goal.unit)}"
        known = goal.baseline is not None and goal.target is not None
        yield TrailLine(goal.id, stage, goal.title, way if known else "", ("goals", "goals", Goal.table, goal.id))


def title_of_trail(subject: Activity | Person) -> str:
    """The activity's title, the person's name."""
    return subject.name if isinstance(subject, Person) else subject.title
