"""The front of a participant's sheet: my role, what I hand over and take, my share of the common goals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flow import flattened
from reports.flowables.badge import BADGE_CELL, badge
from reports.flowables.block import Block
from reports.flowables.heading import Section, SubHead, TitleBlock, statement
from reports.flowables.layout import Beside, Columns, Stack
from reports.flowables.mark import MarkText
from reports.flowables.numbers import note
from reports.flowables.status import arrow
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.fitting import by_heading, first_side, height_of, two_columns
from reports.sections.goals.tracks import track
from reports.sections.roles.card import working_hours
from reports.sections.roles.duties import asked_and_told, duty_columns, duty_list, stop_list, stops
from reports.sections.roles.paid import paid_bar, paid_change, paid_title
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_BOLD, CELL_DENSE, HAIRLINE, ITEM_HEAD, LABEL, MM
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Handoff
from workshop_app.domain.role_card import GoalShare, HoursChange, RoleCardContent, hours_change
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import GoalCard, goals_view

_BADGE = 20.0
_BRIEFEST, ROWS = 5, 2
"""The briefest front; the briefest form in which goals stand in rows."""


@frozen
class Front:
    """The blocks of a front; ``goals_over``: even the briefest has no room for the goals, they stand on the back."""

    blocks: Sequence[Any]
    goals_over: bool = False


def front(paper: Paper, source: Source, content: RoleCardContent) -> Front:
    """Everything on what the person is there for, on one side; people with many letters get it more briefly."""
    room = first_side(paper)
    tried: list[Any] = []
    for goals in (True, False) if content.department is not None else (True,):
        for brief in range(_BRIEFEST + 1):
            tried = list(flattened(_front(paper, source, content, brief, goals=goals)))
            if height_of(tried, paper.width) <= room:
                return Front(tried, goals_over=not goals)
    return Front(tried, goals_over=content.department is not None)


def _front(paper: Paper, source: Source, content: RoleCardContent, brief: int, *, goals: bool) -> list[Any]:
    inside = content.department is not None
    return [
        _title(paper, source, content),
        _role(paper, content) if inside or content.purpose or content.decides_alone else None,
        *_work(paper, source, content, brief),
        *handoff_table(paper, source, content),
        *(goal_table(paper, source, content, brief=max(brief - 2, 0)) if goals else ()),
    ]


def _title(paper: Paper, source: Source, content: RoleCardContent) -> TitleBlock:
    home = source.home(content.person)
    position = content.position.title if content.position else ""
    department = content.department.name if content.department else ""
    marks = [badge(home, _BADGE)] if home else []
    standfirst = ", ".join(part for part in (position, department) if part)
    return TitleBlock(paper, content.person.name, marks_before=marks, standfirst=standfirst)


def _role(paper: Paper, content: RoleCardContent) -> Columns:
    _ = paper.words
    purpose = content.purpose.strip() or _("Not written yet")
    decides = content.decides_alone.strip() or _("Not agreed yet.")
    left = statement(paper, _("My role in one sentence"), purpose)
    alone = [Text(paper, _("I decide without approval"), LABEL, after=3), Text(paper, decides, ITEM_HEAD)]
    return Columns([[left], [Beside(alone, HAIRLINE, 0.5, 10)]], shares=(118, 56), gap=6 * MM)


def _work(paper: Paper, source: Source, content: RoleCardContent, brief: int) -> list[Block]:
    """Duties at the left and the rest at the right; when there are many, the rest in two columns under them."""
    _ = paper.words
    duties = [*content.answers_for, *(duty for duty in content.does if "A" not in duty.letters)]
    head = Section(paper, _("I answer for and do"))
    left, right = _stopping(paper, source, content), _told_and_paid(paper, source, content, run_in=brief > 3)
    if brief > 1 and duties:
        return [
            head,
            duty_columns(paper, source, duties),
            two_columns(paper, by_heading([*left, *right]), gap=8 * MM, before=4 * MM),
        ]
    shown = duty_list(paper, source, duties, rules=not brief) if duties else None
    body = shown or nothing(paper, _("No letter A or R in the matrix yet."))
    return [Columns([[head, body], [*left, *right]], gap=8 * MM, before=4.4 * MM)]


def _stopping(paper: Paper, source: Source, content: RoleCardContent) -> list[Block]:
    _ = paper.words
    blocks: list[Block] = []
    if stops(content):
        told = _("From Monday after the talk with the head. If the work still comes, pass it on by the rule.")
        blocks += [Section(paper, _("I stop doing")), stop_list(paper, content), note(paper, told)]
    elif content.department is not None:
        blocks += [Section(paper, _("I stop doing")), nothing(paper, _("Nothing agreed."))]
    hours = hours_change(source.engagement, content.person.id)
    return [*blocks, Text(paper, _hours(_, hours), CELL.sized(9), before=4)] if hours else blocks


def _hours(words: Words, hours: HoursChange) -> list[str | Run]:
    """«Часы по перечню: сейчас 35 ч в неделю, по решениям до 12 ч меньше…», the relief as an upper bound."""
    now = words("Hours in my function list: {hours} a week", hours=words.hours(hours.now))
    if not hours.released:
        return [f"{now}."]
    less = words(
        "by the decisions up to {released} less, {left} remain", released=words.hours(hours.released),
        left=words.hours(hours.left),
    )  # fmt: skip
    return [f"{now}; ", Run(less, CELL_BOLD.sized(9)), f" ({words('an upper bound of the relief, not a promise')})."]


def _told_and_paid(paper: Paper, source: Source, content: RoleCardContent, *, run_in: bool) -> list[Block]:
    blocks = asked_and_told(paper, content, SubHead, run_in=run_in)
    if content.paid_for:
        blocks += [SubHead(paper, paid_title(paper, content)), *paid_bar(paper, content)]
        blocks += paid_change(paper, source, content)
    return blocks


def handoff_table(paper: Paper, source: Source, content: RoleCardContent) -> list[Any]:
    """What the person hands over and takes, with what, until when."""
    _ = paper.words
    lines = [(handoff, True) for handoff in content.hands_over] + [(h, False) for h in content.takes_over]
    if not lines:
        return []
    columns = [
        Column("", 40),
        Column(_("When"), 36, role=CELL.bold()),
        Column(_("What is in the package"), 40),
        Column(_("Accepted when"), 40),
        Column(_("Within"), 20),
    ]
    ways = {
        handoff.escalation.strip() for handoff, _gives in lines if handoff.escalation and handoff.escalation.strip()
    }
    fact = _("if it is late: {who}", who=next(iter(ways))) if len(ways) == 1 else ""
    rows = [_handoff(paper, source, handoff, gives, late=len(ways) > 1) for handoff, gives in lines]
    return [Section(paper, _("What I hand over and take"), fact), PaperTable(paper, columns, rows)]


def _handoff(paper: Paper, source: Source, handoff: Handoff, gives: bool, *, late: bool) -> Row:
    _ = paper.words
    side = _("I hand over") if gives else _("I take")
    head = MarkText(paper, arrow(words=side, back=not gives), side, CELL.bold(), gap=4)
    other = source.engagement.person(handoff.to_person_id if gives else handoff.from_person_id)
    home = source.department(handoff.to_department_id if gives else handoff.from_department_id)
    name = source.short(other.id) if other else NOTHING
    partner: Block = (
        MarkText(paper, badge(home, BADGE_CELL), name, CELL, says=True) if home else Text(paper, name, CELL)
    )
    within: list[str | Run] = [NOTHING]
    if handoff.response_hours is not None:
        within = [Run(working_hours(_, handoff), CELL_BOLD.sized(9.4))]
    accepted: list[str | Run] = [handoff.acceptance or NOTHING]
    if late and handoff.escalation:
        accepted.append(Run("\n" + _("if it is late: {who}", who=handoff.escalation.strip()), CELL_DENSE))
    package = ", ".join(item.strip() for item in handoff.package if item.strip()) or NOTHING
    return Row([Stack([head, partner]), handoff.trigger or handoff.title, package, accepted, within])


def goal_table(paper: Paper, source: Source, content: RoleCardContent, *, brief: int = 0) -> list[Any]:
    """The common goals with what the person's department gives.

    ``brief``: 1 without tracks, 2 only where each goes and until when, 3 the same run in.
    """
    _ = paper.words
    mine = {share.goal.id: share for share in content.goals}
    cards = [card for card in goals_view(source.engagement, source.context).goals if card.id in mine]
    if not cards:
        return []
    if brief > ROWS:
        runs = [run for card in cards for run in _run_in(_, card)]
        return [Section(paper, _("My share of the common goals")), Text(paper, runs[:-1], CELL)]
    columns = [
        Column(_("Goal"), 114 if brief > 1 else 56, role=CELL.bold(), row_head=True),
        Column(_("From → to"), 44),
        Column(_("Deadline"), 16),
        *([] if brief > 1 else [Column(_("What my department gives"), 58)]),
    ]
    rows = [_goal(paper, card, mine[card.id], brief) for card in cards]
    padding = 1.2 if brief > 1 else 2.4
    return [Section(paper, _("My share of the common goals")), PaperTable(paper, columns, rows, padding=padding)]


def _run_in(words: Words, card: GoalCard) -> list[str | Run]:
    goal = card.goal
    return [
        Run(goal.metric or goal.title, CELL.bold()),
        f" {_way(words, card)}, {words.date_short(goal.deadline)}",
        "; ",
    ]


def _way(words: Words, card: GoalCard) -> str:
    goal = card.goal
    return f"{words.measured(goal.baseline, goal.unit)} → {words.measured(goal.target, goal.unit)}"


def _goal(paper: Paper, card: GoalCard, share: GoalShare, brief: int) -> Row:
    words, goal = paper.words, card.goal
    title: list[str | Run] = [goal.metric or goal.title]
    separator = "  " if brief > 1 else "\n"
    if share.is_owned:
        title.append(Run(f"{separator}{words('I answer for this goal')}", CELL_DENSE))
    cells: list[Cell] = [title, _way(words, card) if brief else track(paper, card), words.date_short(goal.deadline)]
    given = (share.contribution or "").strip() or NOTHING
    return Row(cells if brief > 1 else [*cells, given])
