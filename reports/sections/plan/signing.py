"""What the plan takes, and the signatures under it (METHOD S11)."""

from __future__ import annotations

from typing import Any

from reports.flowables.heading import Section
from reports.flowables.signing import Signature, Signatures
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.style import BODY
from workshop_app.domain.model import Person
from workshop_app.domain.plan import effort
from workshop_app.steps.plan.view import PlanView, plan_view

_ALL_SIGN = 12
"""Up to so many participants sign on the plan itself where no heads are named."""


def what_it_takes(paper: Paper, source: Source) -> list[Any]:
    """Hours and money of actions, training and projects, summed for the owner."""
    _ = paper.words
    total = effort(source.engagement)
    head = Section(paper, _("What the plan takes"), _("actions, training and projects; training counts for everybody"))
    if not total.cost and not total.hours:
        return [head, nothing(paper, _("No hours and no money have been named yet."))]
    parts: list[str | Run] = []
    if total.hours:
        parts += [Run(_.hours(total.hours), BODY.bold()), " ", _("of working time")]
    if total.cost:
        money = _.money(total.cost, source.engagement.settings.currency)
        parts += [_(" and ") if parts else "", Run(money, BODY.bold())]
    if total.unestimated:
        rest = _.plural("{n} item has no estimate", "{n} items have no estimate", total.unestimated)
        parts += [". ", _("More is to be added: {items}.", items=rest)]
    return [head, Text(paper, parts)]


def signatures(paper: Paper, source: Source) -> list[Any]:
    """Heads of departments and who decides about them; the others sign their own sheets."""
    _ = paper.words
    view = plan_view(source.engagement, source.context)
    people = signers(source, view)
    if not people:
        return []
    room = {signature.person.id for signature in view.signatures}
    note = _("The other participants sign their own sheets.") if room - {person.id for person in people} else ""
    lines = [_line(paper, source, view, person) for person in people]
    head = Section(paper, _("Signatures"), _("a signature means: “my lines are clear to me, the date is mine”"))
    return [head, Signatures(paper, lines, note=note)]


def signers(source: Source, view: PlanView) -> list[Person]:
    """The heads and the participants from outside the departments; without any, all participants of a small session."""
    engagement = source.engagement
    heads = [engagement.person(department.head_person_id) for department in engagement.departments]
    outside = [s.person for s in view.signatures if engagement.department(s.person.department_id) is None]
    found = [person for person in (*heads, *outside) if person is not None]
    if not found and len(view.signatures) <= _ALL_SIGN:
        found = [signature.person for signature in view.signatures]
    return list(dict.fromkeys(found))


def _line(paper: Paper, source: Source, view: PlanView, person: Person) -> Signature:
    headed = [row.id for row in source.engagement.departments if row.head_person_id == person.id]
    shown = source.of_ids(tuple(headed or [person.department_id or ""]))
    function = ", ".join(department.code for department in shown) or source.position(person).lower()
    signed = next((s.signed_on for s in view.signatures if s.person.id == person.id), None)
    return Signature(source.short(person.id), function, paper.words.date_short(signed) if signed else "")
