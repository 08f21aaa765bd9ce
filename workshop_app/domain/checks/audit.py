"""Checks of the audit of functions (METHOD D, AUD-01 … AUD-12)."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity
from workshop_app.domain.decisions import is_deferred, lacks_owner, lacks_rule
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.findings import MUCH_UNKNOWN, findings, unknown_shares
from workshop_app.domain.membership import staff
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Function, PerformedBy
from workshop_app.domain.performers import hours_by_person, is_overloaded, is_underdescribed, lines_by_person
from workshop_app.domain.rounding import half_up


def _without_performer(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(line.id) for line in engagement.functions if _names_nobody(engagement, line))


def _names_nobody(engagement: Engagement, line: Function) -> bool:
    """Nobody, or a name that leads to nobody in particular."""
    by_many = line.performed_by in {PerformedBy.DEPARTMENT, PerformedBy.POSITION}
    return line.person_id is None and not (by_many and not engagement.unresolved(line.table, line.id, "person_id"))


def _without_hours(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(line.id) for line in engagement.functions if line.hours_per_week is None or line.hours_per_week <= 0)


def _overloaded(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return _active_people(engagement, is_overloaded)


def _underdescribed(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return _active_people(engagement, is_underdescribed)


def _active_people(engagement: Engagement, fits: Callable[[Engagement, str], bool]) -> Iterator[Hit]:
    """Active people to whom this applies, with their hours per week."""
    hours = hours_by_person(engagement)
    for person in engagement.people:
        if person.active and fits(engagement, person.id):
            yield Hit(person.id, int(half_up(hours[person.id])), hours[person.id])


def _without_functions(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    named = set(lines_by_person(engagement))
    positions = {line.position_id for line in engagement.functions if line.performed_by is PerformedBy.POSITION}
    for person in staff(engagement):
        if person.id not in named and (person.position_id is None or person.position_id not in positions):
            yield Hit(person.id)


def _not_mapped(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(line.id) for line in engagement.functions if line.activity_id is None and not line.outside_list)


def _not_answered(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    departments = len(engagement.departments)
    for finding in findings(engagement).values():
        if len(finding.said) < departments:
            yield Hit(finding.activity_id)


def _undecided(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    decided = {decision.activity_id for decision in engagement.decisions}
    for finding in findings(engagement).values():
        if finding.must_be_decided and finding.activity_id not in decided:
            yield Hit(finding.activity_id, detail=Message(LABELS[finding.primary]))


def _put_off_too_long(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for decision in engagement.decisions:
        if is_deferred(decision) and (decision.deferred_until is None or decision.deferred_until < context.as_of):
            yield Hit(decision.id)


def _rule_missing(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    found = findings(engagement)
    for decision in engagement.decisions:
        if lacks_rule(decision, found.get(decision.activity_id or "")):
            yield Hit(decision.id)


def _does_not_know(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for department_id, share in unknown_shares(engagement).items():
        if share > MUCH_UNKNOWN:
            yield Hit(department_id, int(half_up(share)))


def _assigned_to_nobody(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(decision.id) for decision in engagement.decisions if lacks_owner(decision))


CHECKS: tuple[Check, ...] = (
    Check(
        id="AUD-01",
        severity=Severity.ERROR,
        object="function",
        step="audit",
        recommendation=1,
        message=N_("Function “{title}” has no performer"),
        fix=N_("Name the person, or mark “nobody does it”"),
        find=_without_performer,
    ),
    Check(
        id="AUD-02",
        severity=Severity.WARNING,
        object="function",
        step="audit",
        recommendation=1,
        message=N_("Function “{title}” has no hours"),
        fix=N_("Ask the performer: how many hours in a usual week?"),
        find=_without_hours,
    ),
    Check(
        id="AUD-03",
        severity=Severity.WARNING,
        object="person",
        step="audit",
        recommendation=1,
        message=N_("{title}: {n} h/week is above the norm"),
        fix=N_("Re-check the hours, take duplicated functions off"),
        find=_overloaded,
    ),
    Check(
        id="AUD-04",
        severity=Severity.INFO,
        object="person",
        step="audit",
        recommendation=1,
        message=N_("{title}: only {n} h/week described"),
        fix=N_("Complete the list of functions, or correct the employment share"),
        find=_underdescribed,
    ),
    Check(
        id="AUD-05",
        severity=Severity.ERROR,
        object="person",
        step="audit",
        recommendation=1,
        message=N_("{title} has no function in the list"),
        fix=N_("Add functions: a role description is made for every employee"),
        find=_without_functions,
    ),
    Check(
        id="AUD-06",
        severity=Severity.WARNING,
        object="function",
        step="audit",
        recommendation=1,
        message=N_("Function “{title}” is not mapped to an activity"),
        fix=N_("Map it to a common activity or create one"),
        find=_not_mapped,
    ),
    Check(
        id="AUD-07",
        severity=Severity.WARNING,
        object="activity",
        step="audit",
        recommendation=1,
        message=N_("Not every department answered on “{title}”"),
        fix=N_("Get an answer: we / they / together / nobody / don't know"),
        find=_not_answered,
    ),
    Check(
        id="AUD-08",
        severity=Severity.ERROR,
        object="activity",
        step="audit",
        recommendation=1,
        message=N_("“{title}”: {n}, no decision"),
        fix=N_("Decide: assign / split / joint / stop / defer to a date"),
        find=_undecided,
    ),
    Check(
        id="AUD-09",
        severity=Severity.WARNING,
        object="decision",
        step="audit",
        recommendation=1,
        message=N_("Deferred decision “{title}” is past its date or has none"),
        fix=N_("Set a date or decide now"),
        find=_put_off_too_long,
    ),
    Check(
        id="AUD-10",
        severity=Severity.WARNING,
        object="decision",
        step="audit",
        recommendation=1,
        message=N_("The rule for “{title}” is missing or not confirmed by all"),
        fix=N_("Write the rule in one sentence; all who do the work must confirm it"),
        find=_rule_missing,
    ),
    Check(
        id="AUD-11",
        severity=Severity.INFO,
        object="department",
        step="audit",
        recommendation=3,
        message=N_("Department “{title}” does not know the answer for {n} % of activities"),
        fix=N_("Plan a visit to the neighbours' work"),
        find=_does_not_know,
    ),
    Check(
        id="AUD-12",
        severity=Severity.ERROR,
        object="decision",
        step="audit",
        recommendation=1,
        message=N_("Decision “assign” on “{title}” has no owner department"),
        fix=N_("Name one department"),
        find=_assigned_to_nobody,
    ),
)
