"""Checks of the key competence (METHOD D, CMP-01, CMP-02)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.competence import Verdict, competence_tests
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_


def _none_chosen(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(not any(competence.chosen for competence in engagement.competences))


def _chosen_fails(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    tests = competence_tests(engagement, context.ledger)
    for competence in engagement.competences:
        if competence.chosen and tests[competence.id].verdict is Verdict.NOT_KEY:
            yield Hit(competence.id)


CHECKS: tuple[Check, ...] = (
    Check(
        id="CMP-01",
        severity=Severity.WARNING,
        object="plan",
        step="goals",
        recommendation=6,
        message=N_("No key competence has been chosen"),
        fix=N_("Return to the owner's question"),
        find=_none_chosen,
    ),
    Check(
        id="CMP-02",
        severity=Severity.WARNING,
        object="competence",
        step="goals",
        recommendation=6,
        message=N_("The chosen competence “{title}” fails the test"),
        fix=N_("Re-word it: why are we useful the second and third time?"),
        find=_chosen_fails,
    ),
)
