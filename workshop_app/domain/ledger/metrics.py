"""From sums by month to the metrics of every year of a sales ledger (METHOD C.8.2)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Any

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.ledger.comparison import compare
from workshop_app.domain.ledger.report import money
from workshop_app.domain.ledger.results import year_json
from workshop_app.domain.ledger.rows import Aggregate, LedgerRow, aggregate
from workshop_app.domain.ledger.sums import amounts, by_revenue, loading, pair_revenue
from workshop_app.domain.ledger.tally import Past, YearTally, sellers
from workshop_app.domain.ledger.year import YearMetrics


@frozen
class Ledger:
    """The metrics of all years that have rows. ``last_full_year`` is the last one with a row in its December, else
    the year before the last row's (None when the ledger has no rows then). ``names`` shows clients and services.
    """

    metrics: tuple[YearMetrics, ...]
    last_full_year: int | None
    names: Mapping[str, str]

    @property
    def years(self) -> tuple[int, ...]:
        """The years, ascending."""
        return tuple(metrics.year for metrics in self.metrics)

    def year(self, year: int | None) -> YearMetrics | None:
        """The metrics of one year, or None."""
        return next((metrics for metrics in self.metrics if metrics.year == year), None)

    @property
    def last_full(self) -> YearMetrics | None:
        """The metrics of the last full year."""
        return self.year(self.last_full_year)

    def name(self, key: str) -> str:
        """A client or service as people spell it; its key when no spelling is known."""
        return self.names.get(key, key)

    def as_json(self) -> dict[str, dict[str, Any]]:
        """Results JSON, ``ledger``: {year: metrics}, rounded as DECISIONS.md says."""
        return {str(metrics.year): year_json(metrics) for metrics in self.metrics}


def metrics(
    rows: Iterable[LedgerRow],
    departments: Sequence[str],
    addon_services: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> Ledger:
    """The metrics of loose rows; see ``ledger_metrics``."""
    return ledger_metrics(aggregate(rows), departments, addon_services, names)


def ledger_metrics(
    aggregates: Iterable[Aggregate],
    departments: Sequence[str],
    addon_services: Collection[str] = (),
    names: Mapping[str, str] | None = None,
) -> Ledger:
    """The metrics of every year.

    ``aggregates`` come in order of years and are read once, so that only two years are in memory. ``departments``
    are ids in their order (it decides ties). ``addon_services`` are keys of the services ticked as add-ons.
    ValueError when the years are out of order.
    """
    order = {department: index for index, department in enumerate(departments)}
    past, previous = Past(), None
    found: list[YearMetrics] = []
    december = None
    for year, entries in groupby(aggregates, key=lambda entry: entry.year):
        tally = YearTally(year, entries)
        if previous is not None and previous.year != year - 1:
            previous = YearTally(year - 1, ())
        found.append(_year(tally, previous, past, order, frozenset(addon_services)))
        past.add(tally)
        tally.close()
        december = year if tally.has_december else december
        previous = tally
    if any(first.year >= second.year for first, second in pairwise(found)):
        raise ValueError("aggregates must be ordered by year")
    return Ledger(tuple(found), _last_full(found, december), dict(names or {}))


def _last_full(found: Sequence[YearMetrics], december: int | None) -> int | None:
    years = [metrics.year for metrics in found]
    if december is not None or not years:
        return december
    return years[-1] - 1 if years[-1] - 1 in years else None


def _year(
    tally: YearTally,
    previous: YearTally | None,
    past: Past,
    order: Mapping[str, int],
    addon_services: frozenset[str],
) -> YearMetrics:
    active = by_revenue(tally)
    conflicts = [pair for pair, sums in tally.pairs.items() if sellers(sums.departments) > 1]
    ticked = [pair for (_, service), pair in tally.pairs.items() if service in addon_services]
    revenue: dict[str, Cents] = dict.fromkeys(order, 0)
    for departments in tally.by_department.values():
        for department, cents in departments.items():
            revenue[department] = revenue.get(department, 0) + cents
    return YearMetrics(
        year=tally.year,
        rows=tally.rows,
        revenue=money(tally.revenue),
        active=active,
        shared=tuple(client for client in active if sellers(tally.by_department[client.client]) > 1),
        conflicts=pair_revenue(tally, conflicts),
        departments=amounts(revenue),
        comparison=compare(tally, previous, past, order) if previous is not None else None,
        catalogue=loading(ticked) if addon_services else None,
    )
