"""The back of a participant's sheet: my actions, dates and meetings, room to object, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from reports.estimate import later_room
from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Columns, Panel, Stack
from reports.flowables.numbers import note
from reports.flowables.signing import Signatures, WritingLines, tick_box
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.bottom import Bottom
from reports.sections.figures import minutes
from reports.sections.fitting import fitting
from reports.sections.plan.actions import due_cell
from reports.sections.roles.card import talk_signatures
from reports.sections.roles.handout_front import ROWS, goal_table
from reports.sections.source import NOTHING, Source
from reports.style import CAPTION, ITEM, ITEM_HEAD, MM, SUBHEAD, Role
from workshop_app.domain.followup import planned
from workshop_app.domain.frozen import frozen
from workshop_app.domain.meetings import next_dates
from workshop_app.domain.model import ActionStatus, Meeting, RewardScheme, Training, TrainingStatus
from workshop_app.domain.rewards.scheme import AFTER
from workshop_app.domain.role_card import RoleCardContent
from workshop_app.i18n import Words
from workshop_app.steps.meetings.wording import rhythm_parts
from workshop_app.steps.plan.view import ActionLine, plan_view

_OWN_ROWS = ((3, 10), (3, 8), (3, 8), (1, 8), (0, 8))
"""Empty rows and their height in millimetres by how brief the sheet is."""
_SMALL = CAPTION.sized(8)


def back(paper: Paper, source: Source, content: RoleCardContent, *, goals: bool = False) -> list[Any]:
    """What the person does and signs, on one side; with many actions there is less room for own ones.

    ``goals``: the front had no room for the goals, they stand here.
    """
    makers = [partial(_back, paper, source, content, brief, goals) for brief in range(len(_OWN_ROWS))]
    return fitting(paper, later_room(paper), *makers)


def _back(paper: Paper, source: Source, content: RoleCardContent, brief: int, goals: bool) -> list[Any]:
    def foot(lines: int) -> list[Block]:
        signing = Signatures(
            paper, talk_signatures(paper, source, content), per_row=3, before=(4 if lines > 1 else 2) * MM
        )
        return [_objection(paper, source, lines), signing]

    return [
        *(goal_table(paper, source, content, brief=ROWS) if goals else ()),
        *my_actions(paper, source, content, brief=brief),
        *my_dates(paper, source, content, brief=brief),
        *my_meetings(paper, source, content, brief=brief),
        Bottom(foot(4), [foot(3), foot(2), foot(1)], before=2 * MM),
    ]


def my_actions(paper: Paper, source: Source, content: RoleCardContent, *, brief: int = 0) -> list[Any]:
    """Own actions and those the person helps with, then rows to fill in by hand; done ones in one line.

    ``brief``: 1 makes the empty rows lower, 2 counts the done ones, 3 leaves one empty row, 4 none.
    """
    _ = paper.words
    person = content.person.id
    lines = [
        line
        for line in plan_view(source.engagement, source.context).actions
        if person in (line.action.owner_id, line.action.co_owner_id)
        and line.action.status is not ActionStatus.CANCELLED
    ]
    lines.sort(key=lambda line: line.action.due or date.max)
    done = [line.action.title for line in lines if line.action.status is ActionStatus.DONE]
    columns = [
        Column("", fixed=19),
        Column(_("Action"), 72),
        Column(_("Visible result"), 46),
        Column(_("Together with"), 30),
        Column(_("Due"), 20, align="right"),
    ]
    rows = [_action(paper, source, line, person) for line in lines if line.action.status is not ActionStatus.DONE]
    count, high = _OWN_ROWS[brief]
    blank = [Row([tick_box()], min_height=high * MM) for _number in range(count)]
    fact = _("the empty lines are for your own") if blank else ""
    said = str(len(done)) if brief > 1 else "; ".join(done)
    foot = note(paper, _("Done already: {titles}.", titles=said)) if done else None
    return [Section(paper, _("My actions"), fact), PaperTable(paper, columns, [*rows, *blank], foot=foot)]


def _action(paper: Paper, source: Source, line: ActionLine, person: str) -> Row:
    words, action = paper.words, line.action
    owns = action.owner_id == person
    other = source.short(action.co_owner_id if owns else action.owner_id)
    small = ITEM.sized(9.5)
    partner = with_remark(paper, other, "" if owns else words("I help"), small)
    result = Text(paper, (action.result or "").strip() or NOTHING, small)
    title = Text(paper, action.title, ITEM_HEAD)
    return Row([tick_box(), title, result, partner, due_cell(paper, line, ITEM, "right")])


@frozen
class _Day:
    """A date of the person: what, a remark, how long, whether it is over."""

    day: date
    what: str
    remark: str
    long: str
    over: bool = False


def my_dates(paper: Paper, source: Source, content: RoleCardContent, *, brief: int = 0) -> list[Any]:
    """Training, follow-ups ahead, and the day the new rewards begin; briefly without what is over."""
    _ = paper.words
    days = sorted(_days(paper.words, source, content), key=lambda day: day.day)
    if brief > 2:
        days = [replace(day, remark="") for day in days if not day.over]
    if not days:
        return []
    columns = [
        Column(_("Date"), 24),
        Column(_("What"), 96),
        Column(_("How long"), 30),
        Column("", 24, align="right", role=_SMALL),
    ]
    years = {day.day.year for day in days}
    rows = [_day(paper, day, with_year=len(years) > 1) for day in days]
    return [Section(paper, _("My dates"), _("training, follow-ups, bonus")), PaperTable(paper, columns, rows)]


def _days(words: Words, source: Source, content: RoleCardContent) -> Iterator[_Day]:
    engagement, today = source.engagement, source.as_of
    for item in engagement.training:
        if content.person.id in item.audience and item.date and item.status is not TrainingStatus.CANCELLED:
            yield _training(words, item, today)
    for point in planned(engagement)[1:]:
        if point.date is not None and point.held_on is None:
            what = words("Follow-up on day {day}", day=point.day)
            yield _Day(point.date, what, words("which of the decisions are alive"), words("{n} min", n=60))
    scheme = engagement.get(RewardScheme, AFTER)
    if scheme is not None and scheme.valid_from is not None and content.paid_for:
        what = words("The new bonus scheme begins")
        yield _Day(scheme.valid_from, what, (scheme.transition_rule or "").strip(), "", scheme.valid_from < today)


def _training(words: Words, item: Training, today: date) -> _Day:
    checked = (item.evaluation or "").strip()
    remark = words("how we check: {text}", text=checked[:1].lower() + checked[1:]) if checked else ""
    over = item.status is TrainingStatus.DONE or (item.date is not None and item.date < today)
    return _Day(item.date or today, item.title, remark, words.hours(item.hours), over)


def _day(paper: Paper, day: _Day, *, with_year: bool) -> Row:
    words = paper.words
    shown = words.date_year(day.day) if with_year else words.date_short(day.day)
    what = with_remark(paper, day.what, "" if day.over else day.remark)
    return Row([Text(paper, shown, ITEM_HEAD), what, Text(paper, day.long, ITEM), words("over") if day.over else ""])


def with_remark(paper: Paper, text: str, remark: str, role: Role = ITEM) -> Stack:
    """A line of text and a small grey one under it."""
    return Stack([Text(paper, text, role), *([Text(paper, remark, _SMALL)] if remark else [])])


def my_meetings(paper: Paper, source: Source, content: RoleCardContent, *, brief: int = 0) -> list[Any]:
    """The regular meetings the person takes part in; briefly without their agendas."""
    _ = paper.words
    mine = [m for m in source.engagement.meetings if content.person.id in (*m.participants, m.owner_id)]
    if not mine:
        return []
    columns = [
        Column(_("How often"), 46),
        Column(_("Meeting"), 80),
        Column(_("Next"), 24),
        Column(_("How long"), 24),
    ]
    rows = [_meeting(paper, source, meeting, agenda=brief < 3) for meeting in mine]
    return [Section(paper, _("My meetings")), PaperTable(paper, columns, rows)]


def _meeting(paper: Paper, source: Source, meeting: Meeting, *, agenda: bool) -> Row:
    words = paper.words
    often, *rest = rhythm_parts(meeting, words)
    points = "; ".join(point.strip() for point in meeting.agenda if point.strip()) if agenda else ""
    ahead = next_dates(meeting, source.as_of)
    day = words.date_short(ahead[0]) if ahead else NOTHING
    long = minutes(words, meeting.duration_min)
    return Row(
        [
            with_remark(paper, often, ", ".join(rest), ITEM_HEAD),
            with_remark(paper, meeting.title, points),
            Text(paper, day, ITEM),
            Text(paper, long, ITEM),
        ]
    )


def _objection(paper: Paper, source: Source, lines: int) -> Panel:
    _ = paper.words
    ahead = [p.date for p in planned(source.engagement)[1:] if p.date and p.held_on is None and p.date >= source.as_of]
    said = _("goes to the questions of the next follow-up; an answer within 14 days")
    if ahead:
        said = _("goes to the questions of {date}; an answer within 14 days", date=_.date_short(min(ahead)))
    title = Text(paper, _("What I do not agree with or do not understand"), SUBHEAD)
    where = Text(paper, said, replace(_SMALL, leading=SUBHEAD.leading), align="right")
    head = Columns([[title], [where]], shares=(1, 1), gap=4 * MM)
    return Panel.dashed_frame([head, WritingLines(paper, lines, step=8.5 * MM)])
