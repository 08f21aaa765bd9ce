"""From finding to plan: where every decision went — who answers and does it, handoffs, training, actions."""

from __future__ import annotations

from typing import Any

from reports.flowables.finding import finding
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_GREY, CELL_NAME, WARN_SOFT
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.decisions import is_deferred
from workshop_app.domain.finding_texts import LABELS as FINDING_LABELS
from workshop_app.domain.trace import Trace, traces
from workshop_app.i18n import NBSP, Words


def trail(paper: Paper, source: Source) -> list[Any]:
    """The section, in the order of the agenda; decisions of which nothing has come yet are tinted."""
    _ = paper.words
    found = [each for each in traces(source.engagement) if each.decision is not None]
    if not found:
        return [
            Section(paper, _("From finding to plan")),
            nothing(paper, _("No decisions yet: they are taken in step 3.")),
        ]
    bare = sum(not _came_of(each) for each in found)
    fact = _.plural("nothing has come of {n}", "nothing has come of {n}", bare) if bare else ""
    columns = [
        Column(_("Activity and finding"), 50, row_head=True),
        Column(_("Decision"), 26, role=CELL),
        Column(_("Who answers, who does it"), 60, role=CELL_DENSE),
        Column(_("Handoff, training, action"), 44, role=CELL_DENSE, grows=True),
    ]
    table = PaperTable(paper, columns, [_row(paper, source, each) for each in found], padding=1.6, closes=True)
    return [Section(paper, _("From finding to plan"), fact), table]


def _came_of(each: Trace) -> bool:
    return bool(each.letters or each.handoffs or each.training or each.actions)


def _row(paper: Paper, source: Source, each: Trace) -> Row:
    words, code = paper.words, each.finding.primary
    name = Text(paper, each.activity.title, CELL_NAME, after=1.5)
    what = Stack([name, finding(paper, code, words(FINDING_LABELS[code]))])
    return Row(
        [what, _decided(source, each, words), _people(source, each, words), _agreed(paper, each)],
        ground=None if _came_of(each) else WARN_SOFT,
    )


def _decided(source: Source, each: Trace, words: Words) -> str:
    decision = each.decision
    if decision is None:
        return NOTHING
    owner = source.engagement.department(decision.owner_department_id)
    day = decision.deferred_until if is_deferred(decision) else decision.decided_on
    whose = owner.short.replace(" ", NBSP) if owner else ""
    parts = [words(DECISION_LABELS[decision.type]), whose, words.date_short(day) if day else ""]
    return ", ".join(part for part in parts if part)


def _people(source: Source, each: Trace, words: Words) -> str:
    answers = ", ".join(source.short(person.id) for person in each.holders("A"))
    does = ", ".join(source.short(person.id) for person in each.holders("R"))
    lines = [f"A: {answers}" if answers else "", f"R: {does}" if does else ""]
    return "\n".join(line for line in lines if line) or NOTHING


def _agreed(paper: Paper, each: Trace) -> Stack:
    _ = paper.words
    lines = [_("handoff: {title}", title=handoff.title) for handoff in each.handoffs]
    lines += [_("training: {title}", title=item.title) for item in each.training]
    lines += [_("action: {title}", title=action.title) for action in each.actions]
    return Stack([Text(paper, line, CELL_DENSE, after=1) for line in lines] or [Text(paper, NOTHING, CELL_GREY)])
