"""What the company lives on: revenue by kind and year, add-ons by month, shared clients, five numbers (METHOD C.8)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any

from reports.charts.bars import Bar, Month, Series, columns_chart, months, stacked_years
from reports.charts.look import ChartLook, FillKind
from reports.flowables.block import Block
from reports.flowables.heading import Section
from reports.flowables.layout import Columns
from reports.flowables.numbers import Figure
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.paper import Paper
from reports.sections.empty import nothing
from reports.sections.source import Source
from reports.style import CELL_BOLD, CELL_NAME, MM
from workshop_app.domain.ledger import YearMetrics
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.view import STACK, DiagnosisView, YearView, diagnosis_view
from workshop_app.steps.diagnosis.wording import CLASS_NAMES, QUARTER_ENDS, Scale, month_names, scale_of

_FILLS: tuple[FillKind, ...] = ("pale", "hatch", "dots", "accent")
_SHOWN = 5


def years(paper: Paper, source: Source) -> list[Any]:
    """The charts and the table; a sentence while no ledger is loaded."""
    _ = paper.words
    view = diagnosis_view(source.engagement, source.context)
    last = view.year(None)
    if last is None:
        missing = _("No sales ledger is loaded: step 2 works without it.")
        return [Section(paper, _("What the company lives on")), nothing(paper, missing)]
    return [
        *revenue(paper, source),
        *_pair(paper, source),
        *_table(paper, source, _years_shown(view)),
    ]


def _years_shown(view: DiagnosisView) -> Sequence[YearView]:
    """The last years up to the last full one."""
    last = view.year(None)
    return [year for year in view.years if last is not None and year.year <= last.year][-_SHOWN:]


def revenue(paper: Paper, source: Source) -> list[Any]:
    """Revenue by kind and year; nothing without a ledger."""
    _ = paper.words
    view = diagnosis_view(source.engagement, source.context)
    shown = _years_shown(view)
    if not shown:
        return []
    scale = scale_of([year.revenue for year in shown], view.currency, _)
    last = shown[-1]
    share = last.shares[-1]
    title = _("What the company lives on")
    if share is not None:
        title = _("New clients give {share} of the revenue", share=_.percent(share))
    caption = _("Revenue by kind, {unit}. The first year of a ledger has no history.", unit=scale.unit)
    look = ChartLook.paper(paper.brand)
    series = [
        Series(_(CLASS_NAMES[kind]), fill, _.percent(last.shares[place]))
        for place, (kind, fill) in enumerate(zip(STACK, _FILLS, strict=True))
    ]
    bars = [_bar(_, year, scale) for year in shown]
    said = ", ".join(f"{bar.label}: {bar.total_text}" for bar in bars)

    def chart(width: float) -> Any:
        return stacked_years(look, width, 62 * MM, series, bars, _plain(_), _("no\nhistory"))

    return [Section(paper, title, caption=caption), Figure(chart, said)]


def _bar(words: Words, year: YearView, scale: Scale) -> Bar:
    """The largest part says its share, the others their sums."""
    parts = None if year.classes is None else [max(0.0, scale.value(part)) for part in year.classes]
    texts: list[str] = []
    if year.classes is not None:
        texts = [words.percent(year.shares[0]), *(scale.text(part) for part in year.classes[1:])]
    return Bar(str(year.year), scale.value(year.revenue), scale.text(year.revenue), parts, texts)


def _plain(words: Words) -> Any:
    return lambda value: words.number(Fraction(value).limit_denominator(1000))


def _pair(paper: Paper, source: Source) -> list[Any]:
    left, right = addons_by_month(paper, source), shared_clients(paper, source)
    if left and right:
        return [Columns([left, right], gap=8 * MM, before=4 * MM)]
    return [*left, *right]


def addons_by_month(paper: Paper, source: Source) -> list[Block]:
    """Add-ons of the last full year by month; nothing without them."""
    _ = paper.words
    view = diagnosis_view(source.engagement, source.context)
    year = view.year(None)
    if year is None or year.months is None or year.quarter_end_pct is None:
        return []
    amounts = year.months
    scale = scale_of(amounts, view.currency, _)
    look = ChartLook.paper(paper.brand)
    shown = [
        Month(name, scale.value(amount), scale.text(amount), place in QUARTER_ENDS)
        for place, (name, amount) in enumerate(zip(month_names(_), amounts, strict=True))
    ]
    even = sum(amounts, Decimal(0)) / len(amounts)
    even_text = _("evenly: {amount}", amount=scale.text(even))
    title = _("{share} of add-ons fall into the ends of quarters", share=_.percent(year.quarter_end_pct, 0))
    caption = _("{year} by month, {unit}", year=year.year, unit=scale.unit)

    def chart(width: float) -> Any:
        return months(look, width, 48 * MM, shown, scale.value(even), even_text)

    said = ", ".join(f"{month.name} {month.text}" for month in shown)
    return [Section(paper, title, caption=caption), Figure(chart, said)]


def shared_clients(paper: Paper, source: Source) -> list[Block]:
    """Clients of more than one department by year; nothing for a single year."""
    _ = paper.words
    shown = _years_shown(diagnosis_view(source.engagement, source.context))
    if len(shown) < 2:
        return []
    look = ChartLook.paper(paper.brand)
    values = [float(len(year.shared)) for year in shown]
    texts = [_.number(len(year.shared)) for year in shown]
    labels, notes = [str(year.year) for year in shown], [_shared_revenue(_, source, year) for year in shown]
    title = _.plural("{n} client is shared", "{n} clients are shared", len(shown[-1].shared))
    said = ", ".join(f"{label}: {text}" for label, text in zip(labels, texts, strict=True))

    def chart(width: float) -> Any:
        return columns_chart(look, width, 48 * MM, values, texts, labels, notes)

    return [
        Section(paper, title, caption=_("clients of more than one department and their share of revenue")),
        Figure(chart, said),
    ]


def _shared_revenue(words: Words, source: Source, year: YearView) -> str:
    metrics = source.context.ledger.year(year.year) if source.context.ledger else None
    return words.percent(metrics.share_pct(metrics.shared_revenue) if metrics else None)


def _table(paper: Paper, source: Source, shown: Sequence[YearView]) -> list[Any]:
    _ = paper.words
    ledger = source.context.ledger
    if ledger is None:
        return []
    found = [ledger.year(year.year) for year in shown]
    columns = [Column(_("Indicator"), 74, role=CELL_NAME, row_head=True)]
    columns += [
        Column(str(year.year), 20, align="right", role=CELL_BOLD if year is shown[-1] else CELL_NAME) for year in shown
    ]
    rows = [Row([title, *(_share(_, value) for value in values)]) for title, values in _figures(_, found)]
    return [Section(paper, _("How clients stay")), PaperTable(paper, columns, rows)]


def _share(words: Words, value: Fraction | None) -> str:
    return words.percent(value)


def _figures(words: Words, found: Sequence[YearMetrics | None]) -> list[tuple[str, list[Fraction | None]]]:
    compared = [metrics.comparison if metrics else None for metrics in found]
    cohorts = [each.cohort if each else None for each in compared]
    return [
        (words("Client retention"), [each.retention_pct if each else None for each in compared]),
        (words("The same basket of services"), [each.same_basket_pct if each else None for each in compared]),
        (words("Bought once and left"), [each.bought_once_pct if each else None for each in cohorts]),
        (words("Net revenue retention"), [each.nrr_pct if each else None for each in compared]),
        (words("Shared clients"), [metrics.shared_clients_pct if metrics else None for metrics in found]),
    ]
