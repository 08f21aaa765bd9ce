"""The two charts of the five numbers: years stacked by class, add-ons by month."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from ui.widgets.chart import ChartTable
from ui.widgets.drawing_paint import Build
from workshop_app.i18n import Words
from workshop_app.steps.diagnosis.view import STACK, DiagnosisView, YearView
from workshop_app.steps.diagnosis.wording import CLASS_NAMES, QUARTER_ENDS, Scale, month_names, scale_of

if TYPE_CHECKING:  # reportlab comes when the first chart is drawn
    from reports.charts.bars import Bar, Series
    from reports.charts.look import ChartLook, FillKind
    from reports.shapes import Drawing


def years_chart(view: DiagnosisView, year: YearView, words: Words) -> tuple[Build, ChartTable, str]:
    """The stacked years up to the chosen one, their table, and the unit."""
    shown = [each for each in view.years if each.year <= year.year][-5:]
    scale = scale_of([each.revenue for each in shown], view.currency, words)

    def build(look: ChartLook, width: float, height: float) -> Drawing:
        from reports.charts.bars import stacked_years

        return stacked_years(
            look, width, height, _series(shown[-1], words), _bars(shown, scale), _number(words), words("no\nhistory")
        )

    return build, _years_table(shown, scale, words), scale.unit


def _number(words: Words) -> Callable[[float], str]:
    return lambda value: words.number(Fraction(value).limit_denominator(1000), None)


def _series(last: YearView, words: Words) -> list[Series]:
    from reports.charts.bars import Series

    fills: tuple[FillKind, ...] = ("pale", "accent", "hatch", "ink")
    return [
        Series(words(CLASS_NAMES[kind]), fill, words.percent(last.shares[place]))
        for place, (kind, fill) in enumerate(zip(STACK, fills, strict=True))
    ]


def _bars(shown: Sequence[YearView], scale: Scale) -> list[Bar]:
    from reports.charts.bars import Bar

    return [
        Bar(
            str(year.year),
            scale.value(year.revenue),
            scale.text(year.revenue),
            None if year.classes is None else [max(0.0, scale.value(part)) for part in year.classes],
        )
        for year in shown
    ]


def _years_table(shown: Sequence[YearView], scale: Scale, words: Words) -> ChartTable:
    _ = words
    titles = (_("Year"), _("Revenue, {unit}", unit=scale.unit), *(_(CLASS_NAMES[kind]) for kind in STACK))
    rows = tuple((str(year.year), scale.text(year.revenue), *_class_texts(year, scale, words)) for year in shown)
    return ChartTable(titles, rows)


def _class_texts(year: YearView, scale: Scale, words: Words) -> list[str]:
    if year.classes is None:
        return [words("no history")] * len(STACK)
    return [
        f"{scale.text(part)} · {words.percent(share)}" for part, share in zip(year.classes, year.shares, strict=True)
    ]


def months_chart(view: DiagnosisView, year: YearView, words: Words) -> tuple[Build | None, ChartTable, str]:
    """The add-ons of a year by month, their table, and the unit; no chart without history."""
    _ = words
    months = year.months
    if months is None:
        return None, ChartTable((_("Month"), _("Add-ons")), ()), ""
    scale = scale_of(months, view.currency, words)
    names, texts = month_names(words), [scale.text(amount) for amount in months]

    def build(look: ChartLook, width: float, height: float) -> Drawing:
        from reports.charts.bars import Month
        from reports.charts.bars import months as drawn

        rows = enumerate(zip(names, months, texts, strict=True))
        bars = [Month(name, scale.value(sum_), text, at in QUARTER_ENDS) for at, (name, sum_, text) in rows]
        return drawn(look, width, height, bars)

    title = _("Add-ons, {unit}", unit=scale.unit)
    return build, ChartTable((_("Month"), title), tuple(zip(names, texts, strict=True))), scale.unit
