"""The handoffs: who gives what to whom, when it counts as accepted, within which time, and what is missing."""

from __future__ import annotations

from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.block import Block
from reports.flowables.heading import Section, SubHead
from reports.flowables.layout import Stack
from reports.flowables.mark import MarkText
from reports.flowables.numbers import bullets
from reports.flowables.status import severity
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper, Rich
from reports.sections.empty import nothing
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_DENSE, CELL_GREY, CELL_NAME, ERROR
from workshop_app.domain.model import Department, Person
from workshop_app.domain.references import department_label
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.view import HandoffLine, cooperation_view


def handoffs(paper: Paper, source: Source) -> list[Any]:
    """The section of handoffs, then what decisions still ask for."""
    _ = paper.words
    view = cooperation_view(source.engagement, source.context)
    if not view.handoffs and not view.suggested:
        missing = _("No handoffs yet: they are described in step 6.")
        return [Section(paper, _("Handoffs")), nothing(paper, missing)]
    blocks: list[Any] = [Section(paper, _("Handoffs"), _fact(_, view.handoffs))]
    if view.handoffs:
        columns = [
            Column(_("Handoff"), 36, row_head=True),
            Column(_("Who to whom"), 34),
            Column(_("When"), 30, role=CELL_DENSE),
            Column(_("What is in the package"), 38, role=CELL_DENSE),
            Column(_("Accepted when"), 50, role=CELL_DENSE),
            Column(_("Within"), 18),
        ]
        blocks.append(PaperTable(paper, columns, [_row(paper, source, line) for line in view.handoffs]))
    if view.suggested:
        blocks += [SubHead(paper, _("Decisions that still need a handoff")), _suggested(paper, source, view.suggested)]
    return blocks


def _fact(words: Words, lines: tuple[HandoffLine, ...]) -> str:
    count = words.plural("{n} handoff", "{n} handoffs", len(lines))
    accepted = sum(line.accepted for line in lines)
    return f"{count}, " + words("agreed by both sides {n}", n=accepted) if accepted else count


def _row(paper: Paper, source: Source, line: HandoffLine) -> Row:
    _ = paper.words
    item = line.handoff
    hours = _.number(None) if item.response_hours is None else _("{hours} w. h", hours=_.number(item.response_hours))
    accepted: list[str | Run] = [(item.acceptance or "").strip() or NOTHING]
    if item.escalation and item.escalation.strip():
        accepted.append(Run("\n" + _("if it is late: {who}", who=item.escalation.strip()), CELL_GREY))
    package = ", ".join(part.strip() for part in item.package if part.strip()) or NOTHING
    sides = Stack([_side(paper, source, line.giver.department, line.giver.person, False)])
    sides.blocks.append(_side(paper, source, line.taker.department, line.taker.person, True))
    return Row([_title(_, line), sides, (item.trigger or "").strip() or NOTHING, package, accepted, hours])


def _title(words: Words, line: HandoffLine) -> list[str | Run]:
    text: list[str | Run] = [Run(line.handoff.title or words("untitled"), CELL_NAME)]
    if line.longest:
        text.append(Run("\n" + words("here the client waits longest"), CELL_GREY))
    lacks = [words(part) for part in line.missing]
    if lacks:
        text.append(Run("\n" + words("missing: {parts}", parts=", ".join(lacks)), CELL_DENSE.coloured(ERROR)))
    return text


def _side(paper: Paper, source: Source, department: Department | None, person: Person | None, to: bool) -> Block:
    shown = source.department(department.id) if department else None
    name = source.short(person.id) if person else paper.words("nobody named")
    text = Text(paper, name, CELL)
    inner: Block = MarkText(paper, badge(shown, BADGE_DENSE), name, CELL, says=True) if shown else text
    if not to:
        return inner
    return Stack([inner], before=1.5)


def _suggested(paper: Paper, source: Source, lines: tuple[HandoffLine, ...]) -> Block:
    """The activities by direction: «ОП-1 → ОП-2: …; …»."""
    ways: dict[str, list[str]] = {}
    for line in lines:
        giver, taker = line.giver.department, line.taker.department
        names = " → ".join(department_label(each) for each in (giver, taker) if each)
        ways.setdefault(names, []).append(line.activity)
    texts: list[Rich] = [[Run(f"{names}: ", CELL_NAME), "; ".join(titles)] for names, titles in ways.items()]
    return bullets(paper, severity("info", 9), texts, CELL, gap=2)
