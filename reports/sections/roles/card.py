"""The role card of one employee on one page (METHOD C.6)."""

from __future__ import annotations

from functools import partial
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import Section, SubHead
from reports.flowables.layout import Columns
from reports.flowables.signing import Signature, Signatures, WritingLines
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.bottom import Bottom
from reports.sections.empty import nothing
from reports.sections.fitting import by_heading, first_side, fitting, two_columns
from reports.sections.roles.duties import answers_and_does, asked_and_told, stop_list, stops
from reports.sections.roles.paid import paid_rows, paid_title
from reports.sections.roles.person_head import person_panel
from reports.sections.source import NOTHING, Source
from reports.style import CAPTION, CELL, ITEM_HEAD, MM
from workshop_app.domain.model import Handoff
from workshop_app.domain.role_card import GoalShare, RoleCardContent, role_card
from workshop_app.i18n import Words


def card(paper: Paper, source: Source, person_id: str) -> list[Any]:
    """Head, two columns, lines to write on, signatures: one page; people with many letters get it more briefly."""
    content = role_card(source.engagement, person_id)
    makers = [partial(_card, paper, source, content, *how) for how in _WAYS]
    return fitting(paper, first_side(paper), *makers)


_WAYS = ((0, "left"), (0, "right"), (1, "left"), (1, "right"), (2, "right"), (2, "right", False))
"""How brief, the column of what the bonus is made of, and whether there are lines to write on."""


def _card(
    paper: Paper, source: Source, content: RoleCardContent, brief: int, side: str, write: bool = True
) -> list[Any]:
    _ = paper.words
    left, right = _left(paper, source, content, brief), _right(paper, source, content)
    (left if side == "left" else right).extend(_paid(paper, content))
    body: list[Any] = [Columns([left, right], gap=10 * MM, before=4.4 * MM)]
    if brief > 1:
        body = [*left, two_columns(paper, by_heading(right), gap=10 * MM, before=4.4 * MM)]
    signing = Signatures(paper, talk_signatures(paper, source, content), per_row=3, before=3 * MM)
    own: list[Block] = [SubHead(paper, _("Added by hand: two lines on my role"), after=0), WritingLines(paper, 2)]
    foot = Bottom([*own, signing] if write else [signing], before=3 * MM)
    return [person_panel(paper, source, content), *body, foot]


def _left(paper: Paper, source: Source, content: RoleCardContent, brief: int) -> list[Block]:
    blocks = answers_and_does(paper, source, content, brief=brief)
    if not blocks:
        _ = paper.words
        blocks = [Section(paper, _("I do")), nothing(paper, _("No letter A or R in the matrix yet."))]
    return blocks


def _paid(paper: Paper, content: RoleCardContent) -> list[Block]:
    return [Section(paper, paid_title(paper, content)), *paid_rows(paper, content)] if content.paid_for else []


def _right(paper: Paper, source: Source, content: RoleCardContent) -> list[Block]:
    _ = paper.words
    blocks: list[Block] = [Section(paper, _("I decide without approval"))]
    decides = content.decides_alone.strip()
    blocks.append(Text(paper, decides, ITEM_HEAD) if decides else nothing(paper, _("Not agreed yet.")))
    if stops(content):
        blocks += [Section(paper, _("I stop doing")), stop_list(paper, content)]
    blocks += asked_and_told(paper, content, Section)
    if content.hands_over or content.takes_over:
        blocks += [Section(paper, _("Handoffs")), *_handoffs(paper, content)]
    owned = [share for share in content.goals if share.is_owned]
    if owned:
        title = _.plural("My goal", "My goals", len(owned))
        blocks += [Section(paper, title), *(_goal(paper, share) for share in owned)]
    return blocks


def _handoffs(paper: Paper, content: RoleCardContent) -> list[Block]:
    _ = paper.words
    sides = [(handoff, _("— I hand over")) for handoff in content.hands_over]
    sides += [(handoff, _("— I take")) for handoff in content.takes_over]
    return [_handoff(paper, handoff, side) for handoff, side in sides]


def _handoff(paper: Paper, handoff: Handoff, side: str) -> Text:
    words = paper.words
    tail = f" {side}"
    if handoff.response_hours is not None:
        tail += f", {working_hours(words, handoff)}"
    return Text(paper, [Run(handoff.title or words("untitled"), CELL.bold()), tail], CELL.sized(9), after=2)


def working_hours(words: Words, handoff: Handoff) -> str:
    """«4 раб. ч», “4 working hours”; a dash without a number."""
    if handoff.response_hours is None:
        return NOTHING
    return words.plural("{n} working hour", "{n} working hours", handoff.response_hours)


def _goal(paper: Paper, share: GoalShare) -> Text:
    goal, words = share.goal, paper.words
    runs: list[str | Run] = [Run(goal.title, ITEM_HEAD)]
    if goal.baseline is not None and goal.target is not None:
        said = words(
            "from {before} to {after} by {date}",
            before=words.measured(goal.baseline, goal.unit),
            after=words.measured(goal.target, goal.unit),
            date=words.date(goal.deadline),
        )
        runs.append(Run(f"\n{said}", CAPTION.sized(8)))
    return Text(paper, runs, ITEM_HEAD, after=3)


def talk_signatures(paper: Paper, source: Source, content: RoleCardContent) -> list[Signature]:
    """Employee, head, and the day of their talk."""
    _ = paper.words
    department = source.engagement.department(content.person.department_id)
    head = department.head_person_id if department else None
    boss = source.short(head) if head and head != content.person.id else ""
    talk = paper.words.date(content.acknowledged_on) if content.acknowledged_on else ""
    return [
        Signature(source.short(content.person.id), _("employee")),
        Signature(boss if boss != NOTHING else "", _("head")),
        Signature(_("Day of the talk"), "", talk),
    ]
