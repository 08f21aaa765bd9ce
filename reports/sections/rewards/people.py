"""Who gets more and who less for the same results: by position in per cent, by person only when sums are asked for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from reports.flowables.badge import BADGE_DENSE, badge
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.numbers import note
from reports.flowables.privacy import PrivacyNote
from reports.flowables.scale_cells import Span, SpanCell, SpanHead
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Cell, Column, Row
from reports.paper import Paper
from reports.sections.plan.actions import BLANK
from reports.sections.rewards.fund import signed
from reports.sections.source import NOTHING, Source
from reports.style import CELL_BOLD, CELL_NAME
from workshop_app.domain.references import department_label
from workshop_app.i18n import Words, half_up
from workshop_app.steps.diagnosis.wording import Scale, scale_of
from workshop_app.steps.rewards.pay import PayLine
from workshop_app.steps.rewards.view import RewardsView, rewards_view


def who_gets_what(paper: Paper, source: Source) -> list[Any]:
    """By position in per cent of the target bonus; with sums by person too."""
    view = rewards_view(source.engagement, source.context)
    blocks = by_position(paper, source, view)
    if source.options.amounts:
        blocks += by_person(paper, source, view)
    return blocks


def by_position(paper: Paper, source: Source, view: RewardsView) -> list[Any]:
    """What every position is paid in per cent of its target bonuses."""
    _ = paper.words
    if not view.shares:
        return []
    values = [float(value) for share in view.shares for value in (share.before, share.after) if value is not None]
    span = _span([*values, 100.0])
    columns = [
        Column(_("Position"), 60, role=CELL_NAME, row_head=True),
        Column(SpanHead(span, lambda value: _.number(int(value))), 60),
        Column(_("Was"), 20, align="right"),
        Column(_("Becomes"), 20, align="right", role=CELL_BOLD),
    ]
    rows = []
    for share in view.shares:
        home = source.department(share.department.id) if share.department else None
        title: Cell = MarkText(paper, badge(home, BADGE_DENSE) if home else BLANK, share.title, CELL_NAME, says=True)
        numbers = (_.percent(share.before, 0), _.percent(share.after, 0))
        rows.append(Row([title, _cell(paper, span, share.before, share.after), *numbers]))
    fact = _("in % of the target bonus for the same results")
    foot = note(paper, " ".join(_remarks(_, view)))
    return [Section(paper, _("By position"), fact), PaperTable(paper, columns, rows, foot=foot, padding=1.2)]


def _remarks(words: Words, view: RewardsView) -> list[str]:
    """What the marks mean, and which facts are missing."""
    remarks = [words("Ring: before; disc: after; dashed: less than before.")]
    missing = dict.fromkeys(title for line in view.people for title in (*line.no_data_before, *line.no_data_after))
    if missing:
        remarks.append(words("No data, pays 0: {names}.", names=", ".join(missing)))
    if any(line.gate_unknown for line in view.people):
        remarks.append(words("No data for the gate: it stays open."))
    return remarks


def _cell(paper: Paper, span: Span, before: Fraction | None, after: Fraction | None) -> Cell:
    if before is None and after is None:
        return None
    first = before if before is not None else after
    last = after if after is not None else before
    return SpanCell(paper, span, float(first or 0), float(last or 0))


def _span(values: Sequence[float]) -> Span:
    from reports.charts.look import nice_steps

    low, high = min(values), max(values)
    spare = (high - low) * 0.06 or 1
    steps = [step for step in nice_steps(high, 4) if low - spare <= step <= high + spare]
    return Span(low - spare, high + spare, steps)


def by_person(paper: Paper, source: Source, view: RewardsView) -> list[Any]:
    """Sums before and after of everybody: for the owner and the director only."""
    _ = paper.words
    if not view.people:
        return []
    money = [value for line in view.people for value in (line.before, line.after) if value is not None]
    scale = scale_of([half_up(value, 2) for value in money], view.currency, _)
    span = _span([float(value) / float(scale.divisor) for value in money] or [0.0])
    columns = [
        Column(_("Employee, {unit}", unit=scale.unit), 48, row_head=True),
        Column(SpanHead(span, lambda value: _.number(half_up(Fraction(value).limit_denominator(100), 0))), 52),
        Column(_("Was"), 20, align="right"),
        Column(_("Becomes"), 20, align="right", role=CELL_BOLD),
        Column(_("More or less"), 20, align="right"),
        Column("%", 16, align="right", role=CELL_BOLD),
    ]
    rows = [_person(paper, source, line, span, scale) for line in view.people]
    rows += _totals(paper, source, view, scale)
    remarks = _remarks(_, view)
    if view.after_pay and view.after_pay.undistributed:
        left = _.money(view.after_pay.undistributed, view.currency)
        remarks.append(_("The fund limit leaves {amount} undistributed.", amount=left))
    foot = note(paper, " ".join(remarks))
    said = PrivacyNote(_("personal sums: owner and director only"))
    return [Section(paper, _("By person")), said, PaperTable(paper, columns, rows, foot=foot, padding=1.8)]


def _person(paper: Paper, source: Source, line: PayLine, span: Span, scale: Scale) -> Row:
    _ = paper.words
    home = source.home(line.person)
    name = MarkText(paper, badge(home, BADGE_DENSE) if home else BLANK, source.short(line.id), CELL_NAME, says=True)
    unit = Fraction(scale.divisor)
    before = line.before / unit if line.before is not None else None
    after = line.after / unit if line.after is not None else None
    return Row([name, _cell(paper, span, before, after), *_numbers(_, line.before, line.after, scale)])


def _numbers(words: Words, before: Fraction | None, after: Fraction | None, scale: Scale) -> list[Cell]:
    def text(value: Fraction | None) -> str:
        return NOTHING if value is None else words.number(value / Fraction(scale.divisor), 1)

    if before is None or after is None:
        return [text(before), text(after), NOTHING, NOTHING]
    delta = after - before
    shown = text(delta) if delta <= 0 else f"+{text(delta)}"
    change = signed(words, 100 * delta / before).replace("%", "").strip() if before else NOTHING
    return [text(before), text(after), shown, change]


def _totals(paper: Paper, source: Source, view: RewardsView, scale: Scale) -> list[Row]:
    _ = paper.words
    found = view.comparison
    if found is None:
        return []
    rows: list[Row] = []
    for department in source.engagement.departments:
        change = found.departments.get(department.id)
        if change is not None:
            rows.append(
                Row(
                    [department_label(department), None, *_numbers(_, change.before, change.after, scale)],
                    total=not rows,
                )
            )
    rows.append(Row([_("Fund"), None, *_numbers(_, found.fund.before, found.fund.after, scale)], total=True))
    return rows
