"""The decisions on functions: what was found, what holds from now on, who confirmed it (METHOD C.4)."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, Department, badge
from reports.flowables.block import Block
from reports.flowables.finding import finding
from reports.flowables.heading import Section
from reports.flowables.layout import Stack
from reports.flowables.mark import Mark, MarkRow, joined
from reports.flowables.status import decision_dot, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper, Rich
from reports.sections.empty import nothing
from reports.sections.figures import as_sentence
from reports.sections.source import NOTHING, Source
from reports.style import CELL_DENSE, CELL_GREY, CELL_NAME, WARN_SOFT
from workshop_app.domain.decisions import LABELS as DECISION_LABELS
from workshop_app.domain.decisions import SHARING, is_deferred
from workshop_app.domain.finding_texts import LABELS as FINDING_LABELS
from workshop_app.domain.model import Decision, DecisionType
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import OverlayRow, audit_view


def decisions(paper: Paper, source: Source) -> list[Any]:
    """The section of decisions, the most important first; findings still open stand among them."""
    _ = paper.words
    rows = decided_or_open(source)
    if not rows:
        return none_yet(paper)
    columns = [
        Column(_("Activity"), 40, role=CELL_NAME, row_head=True),
        Column(_("Finding"), 32),
        Column(_("Decision"), 20),
        Column(_("Rule"), 61, role=CELL_DENSE, grows=True),
        Column(_("Confirmed by"), 21),
    ]
    return [
        Section(paper, _("Decisions on functions"), decisions_fact(_, rows)),
        PaperTable(paper, columns, [_row(paper, source, row) for row in rows], padding=1.2),
    ]


def decided_or_open(source: Source) -> list[OverlayRow]:
    """The activities with a decision and those that need one, the most important first."""
    return [row for row in audit_view(source.engagement, source.context).rows if row.decision or row.needs_decision]


def none_yet(paper: Paper) -> list[Any]:
    """What stands there before anything is to be decided."""
    _ = paper.words
    return [
        Section(paper, _("Decisions on functions")),
        nothing(paper, _("No decisions yet: they are taken in step 3.")),
    ]


def decisions_fact(words: Words, rows: list[OverlayRow]) -> str:
    """“23 decisions, by importance; taken 22, put off 1”."""
    held = [row.decision for row in rows if row.decision]
    deferred = sum(is_deferred(decision) for decision in held)
    parts = [words.plural("{n} decision, by importance", "{n} decisions, by importance", len(held))]
    parts.append(words("taken {n}", n=len(held) - deferred))
    if deferred:
        parts.append(words("put off {n}", n=deferred))
    if len(rows) > len(held):
        parts.append(words("still open {n}", n=len(rows) - len(held)))
    return f"{parts[0]}; {', '.join(parts[1:])}"


def _row(paper: Paper, source: Source, row: OverlayRow) -> Row:
    words, code = paper.words, row.finding.primary
    open_still = row.decision is None or is_deferred(row.decision)
    return Row(
        [
            row.activity.title,
            finding(paper, code, words(FINDING_LABELS[code])),
            _kind(paper, source, row),
            rule_text(paper, source, row.decision),
            confirmations(paper, source, row),
        ],
        ground=WARN_SOFT if open_still else None,
    )


def _kind(paper: Paper, source: Source, row: OverlayRow) -> Block:
    if row.decision is None:
        return Text(paper, paper.words("not decided"), CELL_NAME)
    blocks: list[Block] = [Text(paper, paper.words(DECISION_LABELS[row.decision.type]), CELL_NAME)]
    if owners := owners_of(source, row):
        blocks.append(MarkRow([badge(owner, BADGE_DENSE) for owner in owners]))
    return Stack(blocks)


def owners_of(source: Source, row: OverlayRow) -> tuple[Department, ...]:
    """The departments a decision gives the work to; none while it is put off."""
    decision = row.decision
    if decision is None or is_deferred(decision) or decision.type is DecisionType.STOP:
        return ()
    if decision.owner_department_id is not None:
        owner = source.department(decision.owner_department_id)
        return (owner,) if owner else ()
    if decision.type in SHARING:
        return source.of_ids(row.finding.performing or decision.confirmed_by)
    return ()


def rule_text(paper: Paper, source: Source, decision: Decision | None) -> Rich:
    """The rule, else the reason; then until when it is put off, and who disagrees."""
    words = paper.words
    if decision is None:
        return NOTHING
    put_off = is_deferred(decision)
    main = (decision.reason if put_off else decision.split_rule or decision.reason) or ""
    dissent = (decision.dissent or "").strip()
    parts: list[str | Run] = [as_sentence(main) if put_off or dissent else main.strip()]
    if put_off:
        parts.append(_until(words, source, decision))
    if dissent:
        parts.append(Run(" " + words("Dissent: {text}", text=dissent), CELL_GREY))
    texts = [part for part in parts if part]
    return texts or NOTHING


def _until(words: Words, source: Source, decision: Decision) -> str:
    until = decision.deferred_until
    if until is None:
        return " " + (
            words("The owner decides; no date.") if decision.awaits_owner else words("Put off without a date.")
        )
    day = words.date_short(until)
    if until < source.as_of:
        return " " + words("Put off until {date}: the date has passed.", date=day)
    if decision.awaits_owner:
        return " " + words("The owner decides by {date}.", date=day)
    return " " + words("Put off until {date}.", date=day)


def confirmations(paper: Paper, source: Source, row: OverlayRow) -> Block | str:
    """Each department that confirmed with a tick, and with an empty ring each that still has to."""
    decision, words = row.decision, paper.words
    if decision is None or is_deferred(decision):
        return NOTHING
    asked = set(decision.confirmed_by)
    if decision.type in SHARING:
        asked |= set(row.finding.performing)
    marks: list[Mark] = []
    for department in source.engagement.departments:
        shown = source.department(department.id)
        if shown is not None and department.id in asked:
            given = department.id in decision.confirmed_by
            sign = tick(7, words=words("confirmed")) if given else decision_dot("none", 7, words("not confirmed"))
            marks.append(joined([badge(shown, BADGE_DENSE), sign], 1.6))
    return MarkRow(marks, gap=3.5) if marks else NOTHING
