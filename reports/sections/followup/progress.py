"""What was done since the session or the last follow-up, what is late, what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.heading import Section, SubHead
from reports.flowables.mark import MarkText
from reports.flowables.numbers import KeyNumber, bullets, key_numbers
from reports.flowables.status import decision_dot, severity, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.feedback.indicators import says, status_mark, values
from reports.sections.source import Source
from reports.style import CELL, CELL_BOLD, CELL_GREY, CELL_NAME, ERROR, MM
from workshop_app.domain.finding_texts import LABELS
from workshop_app.domain.followup import OUTCOMES, Changes, IndicatorChange
from workshop_app.domain.schedule import FOLLOW_UP_AGENDA
from workshop_app.i18n import Words
from workshop_app.steps.followup.view import LateAction, followup_view, talked_through


def counts(paper: Paper, source: Source) -> list[Any]:
    """Actions in four numbers."""
    _ = paper.words
    found = followup_view(source.engagement, source.context).counts
    if not found.planned:
        return [Section(paper, _("Actions")), nothing(paper, _("No actions yet: they are agreed in step 11."))]
    numbers = [
        KeyNumber(_("{n} of {total}", n=found.done, total=found.planned), _("actions done")),
        KeyNumber(_.number(found.in_progress), _("under way")),
        KeyNumber(_.number(found.overdue), _("overdue")),
        KeyNumber(_.number(found.moved), _("with a moved date")),
    ]
    return [key_numbers(paper, numbers, before=4 * MM)]


def what_changed(paper: Paper, source: Source) -> list[Any]:
    """What happened since the last follow-up, or the session."""
    _ = paper.words
    changes = followup_view(source.engagement, source.context).changes
    head = Section(paper, _("What changed"), _("since {date}", date=_.date_short(changes.since)) if changes else "")
    if changes is None:
        return [head, nothing(paper, _("The session has no date yet."))]
    texts = [action.title for action in changes.done]
    texts += [_("training: {title}", title=item.title) for item in changes.trained]
    texts += [_("answered: {title}", title=item.title or item.text) for item in changes.answered]
    texts += [_("decided: {title}", title=title) for title in _decided(source, changes)]
    texts += [talked_through(changes, _)] if changes.confirmed_cards else []
    blocks: list[Any] = [head]
    blocks.append(bullets(paper, tick(8), texts, CELL, gap=2) if texts else nothing(paper, _("Nothing was finished.")))
    moved = [_move(_, move) for move in (*changes.improved, *changes.worsened)]
    if moved:
        blocks += [SubHead(paper, _("Numbers that moved"))]
        blocks += [MarkText(paper, mark, text, CELL, gap=6, after=2) for mark, text in moved]
    return blocks


def _decided(source: Source, changes: Changes) -> list[str]:
    """The activities on which something was decided, each once."""
    activities = (source.engagement.activity(decision.activity_id) for decision in changes.decided)
    return list(dict.fromkeys(activity.title for activity in activities if activity is not None))


def besides(paper: Paper, source: Source) -> list[Any]:
    """What belongs to this day beside the sixty minutes, and whether it is done (METHOD S12)."""
    _ = paper.words
    view = followup_view(source.engagement, source.context)
    if not view.besides:
        return []
    marks = {
        True: decision_dot("decided", 9, _("done")),
        False: decision_dot("none", 9, _("not done")),
    }
    lines = [MarkText(paper, marks[point.done], _.message(point.text), CELL, gap=6, after=2) for point in view.besides]
    return [Section(paper, _("On day {n} besides", n=view.day)), *lines]


def _move(words: Words, move: IndicatorChange) -> tuple[Any, str]:
    unit = move.indicator.unit
    way = f"{words.measured(move.before, unit)} → {words.measured(move.after, unit)}"
    mark = tick(8, words=words("better")) if move.is_better else severity("warning", 9, words("worse"))
    return mark, f"{move.indicator.title}: {way}"


def late_and_next(paper: Paper, source: Source) -> list[Any]:
    """Overdue actions to do, move with a reason or cancel; then those due within two weeks."""
    _ = paper.words
    view = followup_view(source.engagement, source.context)
    blocks: list[Any] = []
    if view.overdue:
        head = Section(paper, _("Overdue: do, move with a reason, cancel"))
        blocks += [head, _actions(paper, source, view.overdue, late=True)]
    if view.upcoming:
        blocks += [Section(paper, _("Due within two weeks")), _actions(paper, source, view.upcoming, late=False)]
    return blocks


def _actions(paper: Paper, source: Source, lines: Sequence[LateAction], *, late: bool) -> PaperTable:
    _ = paper.words
    columns = [
        Column(_("Action"), 70 if late else 84, role=CELL_NAME, row_head=True),
        Column(_("Who"), 34),
        Column(_("Due"), 34 if late else 20),
        Column(_("What we decide") if late else _("Visible result"), 40, role=CELL_GREY),
    ]
    rows = []
    for line in lines:
        day: list[str | Run] = [Run(_.date_short(line.action.due), CELL_BOLD.coloured(ERROR) if late else CELL_BOLD)]
        if late:
            day.append(Run("\n" + _.plural("{n} day overdue", "{n} days overdue", line.days), CELL_GREY))
        note = "" if late else (line.action.result or "")
        rows.append(Row([line.action.title, source.short(line.action.owner_id), day, note]))
    return PaperTable(paper, columns, rows)


def alarms(paper: Paper, source: Source) -> list[Any]:
    """Indicators in red and amber."""
    _ = paper.words
    found = followup_view(source.engagement, source.context).alarms
    if not found:
        return []
    columns = [
        Column("", fixed=17),
        Column(_("Indicator"), 70, role=CELL_NAME, row_head=True),
        Column(_("Was"), 18, align="right"),
        Column(_("Now"), 20, align="right"),
        Column(_("Target"), 22, align="right"),
        Column(_("What it says"), 56, grows=True),
    ]
    rows = [
        Row([status_mark(_, trend.status), item.title, *values(_, item, trend), says(_, trend)])
        for item, trend in found
    ]
    return [Section(paper, _("Indicators in red and amber")), PaperTable(paper, columns, rows)]


def asked_again(paper: Paper, source: Source) -> list[Any]:
    """The answers asked again on day 90 beside the first ones; nothing before that."""
    _ = paper.words
    view = followup_view(source.engagement, source.context)
    again = [line for line in view.asked_again if line.answer.after is not None]
    if not again:
        return []
    columns = [
        Column(_("Activity"), 70, role=CELL_NAME, row_head=True),
        Column(_("Was"), 34),
        Column(_("Becomes"), 34),
        Column(_("What it says"), 40, grows=True),
    ]
    rows = []
    for line in again:
        after = line.answer.after
        assert after is not None
        first, second = _(LABELS[line.answer.before.primary]), _(LABELS[after.primary])
        rows.append(Row([line.activity.title, first, second, _(OUTCOMES[line.answer.outcome])]))
    return [Section(paper, _("Answers asked again")), PaperTable(paper, columns, rows)]


def hour(paper: Paper, source: Source) -> list[Any]:
    """The sixty minutes of the meeting."""
    _ = paper.words
    rows = [Row([_("{n} min", n=minutes), _(text)]) for text, minutes in FOLLOW_UP_AGENDA]
    columns = [Column(_("How long"), 24, role=CELL_BOLD), Column(_("What"), 150)]
    return [Section(paper, _("Sixty minutes")), PaperTable(paper, columns, rows, padding=1.8)]
