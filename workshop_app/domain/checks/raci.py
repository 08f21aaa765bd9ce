"""Checks of the RACI matrix (METHOD D, RACI-01 … RACI-14)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity
from workshop_app.domain.decisions import current_decisions, is_deferred, stopped_activities
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings, is_confirmed
from workshop_app.domain.membership import staff
from workshop_app.domain.message import N_
from workshop_app.domain.model import Decision
from workshop_app.domain.raci import MOST_CONSULTED, live_rows, loads, matrix
from workshop_app.domain.references import department_label

_ROWS_FOR_BOTTLENECK = 10
_BOTTLENECK_SHARE = Fraction(30, 100)


def _nobody_accountable(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(row.activity_id) for row in live_rows(engagement) if row.count("A") == 0)


def _several_accountable(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(row.activity_id, row.count("A")) for row in live_rows(engagement) if row.count("A") >= 2)


def _nobody_performs(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(row.activity_id) for row in live_rows(engagement) if row.count("R") == 0)


def _unknown_mark(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for row in live_rows(engagement):
        if marks := tuple(dict.fromkeys(letters.unknown for _who, letters in row.all_cells() if letters.unknown)):
            yield Hit(row.activity_id, detail=marks)


def _inactive_or_unknown(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for row in live_rows(engagement):
        people = [engagement.person(person_id) for person_id in row.cells]
        names = [person.name for person in people if person is not None and not person.active]
        if gone := (*names, *row.strangers):
            yield Hit(row.activity_id, detail=gone)


def _performed_apart(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    held = current_decisions(engagement)
    for row in live_rows(engagement):
        performing = {_department(engagement, person_id) for person_id in row.holders("R")} - {None}
        departments = [department for department in performing if department is not None]
        activity, decision = engagement.activity(row.activity_id), held.get(row.activity_id)
        rules = [(activity.existing_rule, activity.existing_rule_confirmed_by)] if activity else []
        rules += [(decision.split_rule, decision.confirmed_by)] if decision else []
        if len(departments) >= 2 and not any(is_confirmed(rule, by, departments) for rule, by in rules):
            yield Hit(row.activity_id)


def _department(engagement: Engagement, person_id: str) -> str | None:
    person = engagement.person(person_id)
    return person.department_id if person else None


def _many_consulted(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(row.activity_id, row.count("C")) for row in live_rows(engagement) if row.count("C") > MOST_CONSULTED)


def _accountable_elsewhere(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    held = current_decisions(engagement)
    for row in live_rows(engagement):
        decision = held.get(row.activity_id)
        accountable = row.holders("A")
        if decision is None or row.count("A") != 1 or len(accountable) != 1:
            continue
        owners = _owner_as_written(engagement, decision)
        person = engagement.person(accountable[0])
        if owners and person and (person.department_id or person.department_text) not in owners:
            yield Hit(row.activity_id)


def _owner_as_written(engagement: Engagement, decision: Decision) -> tuple[str, ...]:
    """The owner department's id, or the unknown name that a file has in its place; empty when none is named."""
    if decision.owner_department_id is not None:
        return (decision.owner_department_id,)
    unknown = engagement.unresolved(Decision.table, decision.id, "owner_department_id")
    return tuple(reference.text for reference in unknown)


def _bottleneck(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    rows = len(live_rows(engagement))
    for person_id, load in loads(engagement).items():
        if rows >= _ROWS_FOR_BOTTLENECK and load.accountable > _BOTTLENECK_SHARE * rows:
            yield Hit(person_id, load.accountable)


def _no_role(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    if not any(matrix(engagement).values()):
        return
    named = {person_id for row in live_rows(engagement) for person_id in row.cells}
    yield from (Hit(person.id) for person in staff(engagement) if person.id not in named)


def _redundant_letters(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for row in live_rows(engagement):
        cells = (letters for _who, letters in row.all_cells() if letters.is_redundant)
        if written := tuple(dict.fromkeys("+".join(letters.marks) for letters in cells)):
            yield Hit(row.activity_id, detail=written)


def _performer_left_out(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    found = findings(engagement)
    for row in live_rows(engagement):
        named = {_department(engagement, person_id) for person_id in row.cells}
        for department_id in found[row.activity_id].performing if row.activity_id in found else ():
            department = engagement.department(department_id)
            if department is not None and department_id not in named:
                yield Hit(row.activity_id, detail=department_label(department))


def _roles_of_stopped(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    rows = matrix(engagement)
    for activity_id in (activity.id for activity in engagement.activities):
        row = rows.get(activity_id) if activity_id in stopped_activities(engagement) else None
        if row and row.count("A") + row.count("R"):
            yield Hit(activity_id)


def _not_distributed(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    rows, held = matrix(engagement), current_decisions(engagement)
    for activity in engagement.activities:
        decision = held.get(activity.id)
        left_out = activity.id in stopped_activities(engagement) or (decision is not None and is_deferred(decision))
        if not left_out and not rows.get(activity.id):
            yield Hit(activity.id)


CHECKS: tuple[Check, ...] = (
    Check(
        id="RACI-01",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: nobody is accountable (no A)"),
        fix=N_("Name exactly one A"),
        find=_nobody_accountable,
    ),
    Check(
        id="RACI-02",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: {n} people are accountable"),
        fix=N_("Keep one A; give the others R or C"),
        find=_several_accountable,
    ),
    Check(
        id="RACI-03",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: nobody performs it (no R)"),
        fix=N_("Add an R, or mark AR"),
        find=_nobody_performs,
    ),
    Check(
        id="RACI-04",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: unknown mark “{n}”"),
        fix=N_("Correct to R, A, C or I"),
        find=_unknown_mark,
    ),
    Check(
        id="RACI-05",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: assigned to someone inactive or unknown: {n}"),
        fix=N_("Re-assign"),
        find=_inactive_or_unknown,
    ),
    Check(
        id="RACI-06",
        severity=Severity.WARNING,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: performers from different departments and no rule"),
        fix=N_("Write who does which part"),
        find=_performed_apart,
    ),
    Check(
        id="RACI-07",
        severity=Severity.WARNING,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: {n} people are consulted; it will be slow"),
        fix=N_("Keep up to three C, turn the rest into I"),
        find=_many_consulted,
    ),
    Check(
        id="RACI-08",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: A is not from the owner department"),
        fix=N_("Change A or the decision"),
        find=_accountable_elsewhere,
    ),
    Check(
        id="RACI-09",
        severity=Severity.WARNING,
        object="person",
        step="roles",
        recommendation=1,
        message=N_("{title} is accountable for {n} rows: a bottleneck"),
        fix=N_("Hand over some of the A's"),
        find=_bottleneck,
    ),
    Check(
        id="RACI-10",
        severity=Severity.WARNING,
        object="person",
        step="roles",
        recommendation=1,
        message=N_("{title} has no role in the matrix"),
        fix=N_("Check what the person does"),
        find=_no_role,
    ),
    Check(
        id="RACI-11",
        severity=Severity.WARNING,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: redundant letters in a cell ({n})"),
        fix=N_("Keep the strongest: A, R, C, I"),
        find=_redundant_letters,
    ),
    Check(
        id="RACI-12",
        severity=Severity.WARNING,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: department {n} does it today but is not in the row"),
        fix=N_("Give it at least I, or people will go on as before"),
        find=_performer_left_out,
    ),
    Check(
        id="RACI-13",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}”: to be stopped, yet roles remain"),
        fix=N_("Remove the roles"),
        find=_roles_of_stopped,
    ),
    Check(
        id="RACI-14",
        severity=Severity.ERROR,
        object="activity",
        step="roles",
        recommendation=1,
        message=N_("“{title}” has no row in the matrix"),
        fix=N_("Add the row"),
        find=_not_distributed,
    ),
)
