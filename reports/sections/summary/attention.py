"""What needs the owner's attention, money and dates, and a line for the owner's decision."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Columns
from reports.flowables.numbers import note, numbered, pairs
from reports.flowables.signing import Signature, Signatures, WritingLines
from reports.paper import Paper, Rich
from reports.sections.bottom import Bottom
from reports.sections.empty import nothing
from reports.sections.feedback.indicators import says
from reports.sections.rewards.fund import signed
from reports.sections.source import Source
from reports.style import MM
from workshop_app.domain.decisions import current_decisions, is_deferred
from workshop_app.domain.followup import planned
from workshop_app.domain.indicators import STATUSES
from workshop_app.domain.plan import effort, is_live
from workshop_app.i18n import Words
from workshop_app.steps.audit.view import audit_view
from workshop_app.steps.followup.view import followup_view
from workshop_app.steps.rewards.view import rewards_view

MOST_POINTS = 4


def attention_and_money(paper: Paper, source: Source, most: int = MOST_POINTS) -> list[Any]:
    """Two columns; of more points than ``most`` their number is said."""
    _ = paper.words
    points = attention(paper, source)
    hidden = len(points) - most
    facts = money_and_dates(paper, source)
    left: list[Block] = [Section(paper, _("What needs your attention"))]
    left.append(numbered(paper, points[:most]) if points else nothing(paper, _("Nothing at the moment.")))
    if hidden > 0:
        left.append(
            note(
                paper,
                _.plural("and {n} point more: in the action plan", "and {n} points more: in the action plan", hidden),
            )
        )
    right: list[Block] = [Section(paper, _("Money and dates"))]
    right.append(pairs(paper, facts, share=0.3) if facts else nothing(paper, _("Nothing is set yet.")))
    return [Columns([left, right], gap=8 * MM, before=4 * MM)]


def attention(paper: Paper, source: Source) -> list[tuple[Rich, Rich]]:
    """Decisions that wait, what nobody answers for, alarming indicators, what is overdue; no names."""
    _ = paper.words
    points: list[tuple[Rich, Rich]] = [*_waiting(_, source), *_nobodys(_, source)]
    view = followup_view(source.engagement, source.context)
    for indicator, found in view.alarms:
        last = found.last.value if found.last else None
        now = _.measured(last, indicator.unit)
        points.append((f"{indicator.title}: {now} — {says(_, found)}.", _(STATUSES[found.status])))
    if view.overdue:
        said = _.plural("{n} action is overdue", "{n} actions are overdue", len(view.overdue))
        points.append((said + ".", _("by {n} days at most", n=max(line.days for line in view.overdue))))
    return points


def _waiting(words: Words, source: Source) -> list[tuple[Rich, Rich]]:
    points: list[tuple[Rich, Rich]] = []
    for activity_id, decision in current_decisions(source.engagement).items():
        activity = source.engagement.activity(activity_id)
        if activity is None or not is_deferred(decision):
            continue
        until = decision.deferred_until
        if until is None:
            said = words("the decision has no date")
        elif until < source.as_of:
            said = words("put off until {date}; the date has passed", date=words.date_short(until))
        else:
            said = words("decision by {date}", date=words.date_short(until))
        late = until is None or until < source.as_of
        note = words("needs a new date or a decision") if late else words("the departments decide")
        note = words("yours to decide") if decision.awaits_owner else note
        points.append((f"{activity.title}: {said}.", note))
    return points


def _nobodys(words: Words, source: Source) -> Iterator[tuple[Rich, Rich]]:
    """Work without a decision, goals and actions without an owner."""
    open_still = sum(
        row.needs_decision and row.decision is None for row in audit_view(source.engagement, source.context).rows
    )
    if open_still:
        said = words.plural("{n} finding has no decision", "{n} findings have no decision", open_still)
        yield f"{said}.", words("the departments decide")
    goals = sum(goal.owner_id is None for goal in source.engagement.goals)
    if goals:
        said = words.plural("{n} goal has no owner", "{n} goals have no owner", goals)
        yield f"{said}.", words("one name for each")
    live = [action for action in source.engagement.actions if is_live(action)]
    actions = sum(action.owner_id is None or action.due is None for action in live)
    if actions:
        said = words.plural("{n} action has no owner or no date", "{n} actions have no owner or no date", actions)
        yield f"{said}.", words("without them nothing is agreed")


def money_and_dates(paper: Paper, source: Source) -> list[tuple[Rich, Rich]]:
    """Fund, add-ons at the end of quarters, the new scheme, the next follow-up, what the plan takes."""
    _ = paper.words
    facts: list[tuple[Rich, Rich]] = []
    view = rewards_view(source.engagement, source.context)
    if view.comparison is not None and view.comparison.fund.percent is not None:
        said = _("the bonus fund for the same results")
        waits = view.after is not None and not view.after.owner_approved
        said = f"{said}; {_('it waits for your approval')}" if waits else said
        facts.append((signed(_, view.comparison.fund.percent), said))
    year = source.context.ledger.last_full if source.context.ledger else None
    if year is not None and year.comparison is not None and year.comparison.addon.quarter_end_pct is not None:
        share = _.percent(year.comparison.addon.quarter_end_pct, 0)
        facts.append((share, _("of the add-ons of {year} fell into the last month of a quarter", year=year.year)))
    if view.after is not None and view.after.valid_from is not None:
        rest = (view.after.transition_rule or "").strip()
        said = _("the new bonus scheme begins")
        facts.append((_.date_short(view.after.valid_from), f"{said}. {rest}" if rest else said))
    ahead = [point for point in planned(source.engagement)[1:] if point.date and point.held_on is None]
    if ahead:
        late = ahead[0].date is not None and ahead[0].date < source.as_of
        said = _("follow-up on day {day}", day=ahead[0].day)
        facts.append((_.date_short(ahead[0].date), f"{said}: {_('not held')}" if late else said))
    total = effort(source.engagement)
    if total.hours:
        facts.append((_.hours(total.hours), _("of working time the plan takes, as far as estimated")))
    if total.cost:
        money = _.money(total.cost, source.engagement.settings.currency)
        facts.append((money, _("the plan costs, as far as estimated")))
    return facts


def owner_decides(paper: Paper, source: Source) -> list[Any]:
    """A line for the owner's decision, at the foot of the page."""
    _ = paper.words
    lines = [Signature(_("The owner, date"))]
    return [
        Bottom(
            [WritingLines(paper, 1, _("The owner's decision:"), beside=True), Signatures(paper, lines, per_row=3)],
            before=3 * MM,
        )
    ]
