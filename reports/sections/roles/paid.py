"""What the new reward scheme pays a person for, in shares of the bonus: never sums (METHOD C.10)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from reports.charts.look import ChartLook, FillKind
from reports.charts.rows import Part, split_bar
from reports.flowables.block import Block
from reports.flowables.layout import Columns
from reports.flowables.numbers import Figure, note
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.sections.rewards.fund import period_of, signed
from reports.sections.source import Source
from reports.style import CELL, CELL_BOLD, MM
from workshop_app.domain.message import N_
from workshop_app.domain.model import RewardLevel
from workshop_app.domain.role_card import PaidFor, RoleCardContent
from workshop_app.steps.rewards.view import rewards_view

FILLS: Mapping[RewardLevel, FillKind] = MappingProxyType(
    {RewardLevel.INDIVIDUAL: "white", RewardLevel.DEPARTMENT: "tint", RewardLevel.JOINT: "ink"}
)
LEVELS: Mapping[RewardLevel, str] = MappingProxyType(
    {
        RewardLevel.INDIVIDUAL: N_("white: personal"),
        RewardLevel.DEPARTMENT: N_("grey: the department's"),
        RewardLevel.JOINT: N_("black: common to all departments"),
    }
)


def paid_title(paper: Paper, card: RoleCardContent) -> str:
    """“Bonus indicators from 1 July”."""
    if card.paid_from is None:
        return paper.words("Bonus indicators")
    day = paper.words.date(card.paid_from) if card.paid_from else ""
    return paper.words("Bonus indicators from {date}", date=day)


def paid_change(paper: Paper, source: Source, card: RoleCardContent) -> list[Block]:
    """What the new scheme changes for the person for the same results, in per cent; nothing while not computed."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    line = next((line for line in view.people if line.id == card.person.id), None)
    if line is None:
        return []
    before, after = line.share(line.before), line.share(line.after)
    if before is None or after is None:
        return []
    period = period_of(view)
    same = _("For the same results, {period}", period=period) if period else _("For the same results")
    told = _("{before} → {after} of the target bonus", before=_.percent(before, 0), after=_.percent(after, 0))
    runs: list[str | Run] = [f"{same}: ", Run(told, CELL_BOLD.sized(9))]
    if line.delta is not None:
        runs.append(f" ({signed(_, line.delta)})")
    if not (view.after and view.after.owner_approved):
        runs.append(f". {_('The owner has not approved it yet.')}")
    return [Text(paper, runs, CELL.sized(9), before=4)]


def paid_rows(paper: Paper, card: RoleCardContent) -> list[Block]:
    """A bar per indicator on one scale, its share and its name."""
    most = max((item.weight for item in card.paid_for), default=0)
    rows: list[Block] = [_row(paper, item, float(most)) for item in card.paid_for]
    levels = [level for level in LEVELS if any(item.indicator.level is level for item in card.paid_for)]
    said = "; ".join(paper.words(LEVELS[level]) for level in levels)
    return [*rows, note(paper, said[:1].upper() + said[1:] + ".", before=3)]


def _row(paper: Paper, item: PaidFor, most: float) -> Block:
    look = ChartLook.paper(paper.brand)
    share = paper.words.percent(item.weight, 0)

    def bar(width: float) -> Any:
        part = Part(float(item.weight), fill=FILLS[item.indicator.level])
        return split_bar(look, width, [part], height=9.5, total=most)

    title = Text(paper, item.indicator.title, CELL.sized(9.2))
    number = Text(paper, share, CELL_BOLD.sized(9.2))
    return Columns([[Figure(bar, share)], [number], [title]], shares=(24, 13, 63), gap=2 * MM, before=2.5)


def paid_bar(paper: Paper, card: RoleCardContent) -> list[Block]:
    """One bar cut into the shares, and what they are for in words."""
    look = ChartLook.paper(paper.brand)
    words = paper.words
    parts = [
        Part(float(item.weight), words.percent(item.weight, 0), FILLS[item.indicator.level]) for item in card.paid_for
    ]
    lines = [f"{words.percent(item.weight, 0)} — {item.indicator.title}" for item in card.paid_for]
    figure = Figure(lambda width: split_bar(look, width, parts, height=15), "; ".join(lines))
    return [figure, *(Text(paper, line, CELL.sized(9), before=1.5) for line in lines)]
