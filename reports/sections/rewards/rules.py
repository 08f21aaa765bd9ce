"""The weights of the new scheme, what its checks say, credit rules and recognition."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Columns
from reports.flowables.mark import MarkText
from reports.flowables.numbers import note, pairs
from reports.flowables.status import severity, tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.lines import Run
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.rewards.named import who_is_named
from reports.sections.source import NOTHING, Source
from reports.style import CELL, CELL_BOLD, CELL_GREY, CELL_NAME, MM
from workshop_app.domain.checks import CheckContext, message_of, run_checks
from workshop_app.domain.checks.rewards import CHECKS
from workshop_app.domain.model import CreditRule, Recognition
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.rewards.groups import Group, WeightLine
from workshop_app.steps.rewards.view import RewardsView, rewards_view
from workshop_app.steps.rewards.wording import CADENCES, FORMS, LEVELS, METHODS


def weights(paper: Paper, source: Source) -> list[Any]:
    """Indicators of the new scheme with their weights by group of equal positions."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    groups = [group for group in view.groups if any(line.weight or line.before for line in group.lines)]
    if not groups:
        return []
    table = _by_indicator(paper, groups)
    if table.min_width() > paper.width:
        table = _by_group(paper, groups)
    fact = _("weights of the new scheme, in brackets before")
    return [Section(paper, _("What is paid for"), fact), table]


def _by_indicator(paper: Paper, groups: Sequence[Group]) -> PaperTable:
    _ = paper.words
    columns = [
        Column(_("Indicator"), 48, row_head=True),
        *(Column(_group_title(_, group), 20, align="right") for group in groups),
    ]
    rows = [
        Row([_indicator(_, line), *(_weight(_, group, index) for group in groups)])
        for index, line in enumerate(groups[0].lines)
    ]
    rows.append(Row([_("Total"), *(_.percent(group.total, 0) for group in groups)], total=True))
    return PaperTable(paper, columns, rows, padding=1.4)


def _by_group(paper: Paper, groups: Sequence[Group]) -> PaperTable:
    """A row a position, where so many positions cannot stand beside each other."""
    _ = paper.words
    lines = groups[0].lines
    columns = [
        Column(_("Position"), 60, row_head=True, role=CELL_NAME),
        *(Column(f"{line.title}, {_(LEVELS[line.level])}", 26, align="right") for line in lines),
        Column(_("Total"), 16, align="right"),
    ]
    rows = [
        Row([_group_title(_, group), *(_weight(_, group, at) for at in range(len(lines))), _.percent(group.total, 0)])
        for group in groups
    ]
    return PaperTable(paper, columns, rows, padding=1.4)


def _indicator(words: Words, line: WeightLine) -> list[str | Run]:
    return [Run(line.title, CELL_NAME), Run(f"\n{words(LEVELS[line.level])}", CELL_GREY)]


def _group_title(words: Words, group: Group) -> str:
    return f"{group.title}{NBSP}·{NBSP}{words.number(group.people)}"


def _weight(words: Words, group: Group, index: int) -> list[str | Run]:
    line = group.lines[index]
    if not line.weight and not line.before:
        return [NOTHING]
    text: list[str | Run] = [Run(words.percent(line.weight, 0), CELL_BOLD)]
    if line.before and line.before != line.weight:
        text.append(Run(f" ({words.number(line.before, 0)})", CELL_GREY))
    return text


def scheme_and_credit(paper: Paper, source: Source) -> list[Any]:
    """What the checks of the scheme say at the left, the credit rules at the right."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    if view.after is None:
        return []
    left: list[Block] = [Section(paper, _("Check of the scheme")), *_checks(paper, source, view)]
    right: list[Block] = [Section(paper, _("Credit rules")), *_credit(paper, source, view)]
    return [Columns([left, right], gap=8 * MM, before=4.4 * MM)]


def _checks(paper: Paper, source: Source, view: RewardsView) -> list[Block]:
    _ = paper.words
    context = CheckContext(source.as_of, source.context.ledger_figures)
    found = [result for result in run_checks(source.engagement, context, CHECKS) if result.waived is None]
    lines: list[Block] = [
        MarkText(paper, severity(result.check.severity.value, 9), message_of(result, _), CELL, gap=5, after=2)
        for result in found
    ]
    held = [_("all {n} checks of rewards hold", n=len(CHECKS))] if not found else []
    scheme = view.after
    if scheme is not None and scheme.notice_date and scheme.valid_from:
        days = (scheme.valid_from - scheme.notice_date).days
        held.append(_.plural("notice {n} day before it begins", "notice {n} days before it begins", days))
    if scheme is not None and scheme.approved_on:
        held.append(_("approved by the owner on {date}", date=_.date(scheme.approved_on)))
    return lines + [MarkText(paper, tick(9), text, CELL, gap=5, after=2) for text in held]


def _credit(paper: Paper, source: Source, view: RewardsView) -> list[Block]:
    _ = paper.words
    if not view.credit_rules:
        return [nothing(paper, _("Not agreed yet."))]
    items = [(_shares(_, source, rule), rule.title) for rule in view.credit_rules]
    blocks: list[Block] = [pairs(paper, items)]
    if view.after is not None and view.after.transition_rule:
        blocks.append(note(paper, view.after.transition_rule.strip()))
    return blocks


def _shares(words: Words, source: Source, rule: CreditRule) -> str:
    if not rule.shares:
        return words(METHODS[rule.method])
    return " / ".join(words.number(share) for _party, share in rule.shares)


def recognition(paper: Paper, source: Source) -> list[Any]:
    """Forms of recognition: the other department nominates."""
    _ = paper.words
    view = rewards_view(source.engagement, source.context)
    head = Section(paper, _("Recognition"), _("only the other department nominates"))
    if not view.recognition:
        return [head, nothing(paper, _("Not agreed yet."))]
    columns = [
        Column(_("Kind of recognition"), 62, row_head=True),
        Column(_("How often"), 28),
        Column(_("For what"), 56, grows=True),
        Column(_("Keeper"), 28),
    ]
    forms = PaperTable(paper, columns, [_form(paper, source, item) for item in view.recognition], padding=1.8)
    return [head, forms, *who_is_named(paper, source)]


def _form(paper: Paper, source: Source, item: Recognition) -> Row:
    _ = paper.words
    title = [Run(item.title, CELL_NAME), Run(f"\n{_(FORMS[item.form])}", CELL_GREY)]
    often = (item.cadence or "").strip()
    shown = _(CADENCES[often]) if often in CADENCES else often or NOTHING
    return Row([title, shown, (item.criteria or "").strip() or NOTHING, source.short(item.owner_id)])
