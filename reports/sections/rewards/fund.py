"""What the fund is made of, before and after, and what the change means."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from reports.charts.look import ChartLook, FillKind
from reports.charts.rows import Part, split_bar
from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Columns
from reports.flowables.mark import Mark
from reports.flowables.numbers import Figure, Legend
from reports.flowables.text import Text
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.shapes import rect
from reports.style import CELL_BOLD, ERROR, INK, MM, TINT_DARK, WHITE
from workshop_app.domain.message import N_
from workshop_app.domain.model import RewardIndicator, RewardKind, RewardLevel
from workshop_app.domain.rewards import Simulation
from workshop_app.i18n import Words
from workshop_app.steps.rewards.view import RewardsView, rewards_view

CONTEST = "contest"
_KINDS: Mapping[str, tuple[FillKind, str]] = MappingProxyType(
    {
        RewardLevel.INDIVIDUAL: ("white", N_("personal")),
        RewardLevel.DEPARTMENT: ("tint", N_("of the department")),
        CONTEST: ("hatch", N_("contest of departments")),
        RewardLevel.JOINT: ("ink", N_("common to all departments")),
    }
)


def fund(paper: Paper, source: Source) -> list[Any]:
    """The fund cut by what it is paid for, before and after, on one scale."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    head = Section(paper, _("What the fund is made of"), _fact(_, view))
    schemes = [(_("Was"), "before", view.before_pay), (_("Becomes"), "after", view.after_pay)]
    known = [(title, scheme_id, pay) for title, scheme_id, pay in schemes if pay is not None and pay.fund]
    if not known:
        bare = _("No rewards yet: both schemes are compared in step 9.")
        waits = _("The scheme is there; it is computed once target bonuses and results are typed in step 9.")
        return [head, nothing(paper, bare if view.after is None else waits)]
    most = max(float(pay.fund) for _title, _id, pay in known)
    scale = most, known[0][2].fund
    rows = [
        _row(paper, source, view, title, shares_of(source, scheme_id, pay), pay, scale)
        for title, scheme_id, pay in known
    ]
    return [head, _legend(paper), *rows]


def _fact(words: Words, view: RewardsView) -> str:
    return words("both schemes on the same results of {period}", period=period_of(view)) if period_of(view) else ""


def period_of(view: RewardsView) -> str:
    """The period whose results both schemes are computed on."""
    schemes = [scheme for scheme in (view.after, view.before) if scheme is not None]
    return next((scheme.period.strip() for scheme in schemes if scheme.period and scheme.period.strip()), "")


def shares_of(source: Source, scheme_id: str, pay: Simulation) -> dict[str, Fraction]:
    """What part of the fund, in money, each kind of indicator pays."""
    codes = {row.code: row for row in source.engagement.reward_indicators if row.scheme_id == scheme_id}
    shares: dict[str, Fraction] = {}
    for person in pay.people.values():
        earned = sum((line.payout for line in person.lines.values()), Fraction(0))
        for line in person.lines.values():
            if earned and line.payout:
                kind = _kind(codes.get(line.code), line.level)
                shares[kind] = shares.get(kind, Fraction(0)) + person.paid * line.payout / earned
    return shares


def _kind(indicator: RewardIndicator | None, level: RewardLevel | None) -> str:
    if indicator is not None and (indicator.kind is RewardKind.RANK or indicator.zero_sum):
        return CONTEST
    return level or RewardLevel.INDIVIDUAL


def _row(
    paper: Paper,
    source: Source,
    view: RewardsView,
    title: str,
    shares: Mapping[str, Fraction],
    pay: Simulation,
    scale: tuple[float, Fraction],
) -> Block:
    _ = paper.words
    look = ChartLook.paper(paper.brand)
    most, first = scale
    parts = [
        Part(float(shares[kind]), _.percent(100 * shares[kind] / pay.fund), fill, ERROR if kind == CONTEST else None)
        for kind, (fill, _label) in _KINDS.items()
        if shares.get(kind)
    ]
    amount = _.money(pay.fund, view.currency) if source.options.amounts else _.percent(100 * pay.fund / first)
    said = ", ".join(f"{_(_KINDS[kind][1])} {_.percent(100 * value / pay.fund)}" for kind, value in shares.items())
    bar = Figure(lambda width: split_bar(look, width, parts, height=17, total=most), said)
    label, end = Text(paper, title, CELL_BOLD.sized(9.4)), Text(paper, amount, CELL_BOLD.sized(9.4), align="right")
    return Columns([[label], [bar], [end]], shares=(16, 128, 30), gap=2 * MM, before=4)


def _legend(paper: Paper) -> Legend:
    look = ChartLook.paper(paper.brand)
    items = [(_swatch(look, fill), paper.words(label)) for fill, label in _KINDS.values()]
    return Legend(paper, items)


def _swatch(look: ChartLook, fill: FillKind) -> Mark:
    if fill == "hatch":
        return Mark(9, 8, look.box(0, 0, 9, 8, "hatch"))
    colour = {"white": WHITE, "tint": TINT_DARK, "ink": INK}[fill]
    return Mark(9, 8, rect(0.4, 0.4, 8.2, 7.2, fill=colour, stroke=INK, stroke_width=0.8))


def standfirst(words: Words, view: RewardsView) -> str:
    """Fund, greatest loss and common part in three short sentences."""
    found = view.comparison
    if found is None or not found.people:
        return words("What is paid for, and what will be paid for.")
    parts = []
    change = found.fund.percent
    if change is not None:
        parts.append(words("The fund changes by {percent}.", percent=signed(words, change)))
    if found.worst is not None:
        worst = words.percent(-found.worst)
        parts.append(words("Nobody loses more than {percent} for the same results.", percent=worst))
    else:
        parts.append(words("Nobody loses for the same results."))
    if found.joint_share_after is not None:
        before = words.percent(found.joint_share_before or Fraction(0), 0)
        after = words.percent(found.joint_share_after, 0)
        parts.append(words("The common part: {before} → {after}.", before=before, after=after))
    return " ".join(parts)


def signed(words: Words, percent: Fraction, decimals: int = 1) -> str:
    """A difference in per cent with its sign: «+3,4 %»."""
    text = words.percent(percent, decimals)
    return f"+{text}" if percent > 0 else text
