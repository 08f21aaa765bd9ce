"""A year against the one before: classes, retention, cohorts, movements (METHOD C.8.2)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.ledger.report import money
from workshop_app.domain.ledger.sums import amounts, loading, ordered
from workshop_app.domain.ledger.tally import Past, YearTally
from workshop_app.domain.ledger.year import (
    ClassRevenue,
    ClientRevenue,
    Cohort,
    Comparison,
    InternalNew,
    Moved,
    RevenueClass,
    per_cent,
)


def compare(tally: YearTally, previous: YearTally, past: Past, order: Mapping[str, int]) -> Comparison:
    """``past`` holds every year before ``tally``; ``order`` is the order of departments."""
    kinds = {pair: _class(tally, previous, past, *pair) for pair in tally.pairs}
    retained = [client for client in previous.active if client in tally.active]
    bought_before = {(client, service) for client, services in previous.baskets.items() for service in services}
    return Comparison(
        revenue_prev=money(previous.revenue),
        active_prev=tuple(previous.active),
        classes={kind: _class_revenue(tally, kind, kinds) for kind in RevenueClass},
        addon=loading(tally.pairs[pair] for pair, kind in kinds.items() if kind is RevenueClass.ADDON),
        new=tuple(client for client in tally.active if client not in past.first_active),
        retained=tuple(retained),
        churned=tuple(client for client in previous.active if client not in tally.active),
        pairs_prev=len(bought_before),
        pairs_renewed=sum(1 for pair in bought_before if tally.bought(*pair)),
        same_basket=tuple(c for c in retained if tally.baskets.get(c) == previous.baskets.get(c)),
        grr_pct=_kept(tally, previous, is_gross=True),
        nrr_pct=_kept(tally, previous, is_gross=False),
        cohort=_cohort(tally, previous, past),
        internal_new=_internal_new(tally, past),
        moved=_moved(retained, tally, previous, order),
    )


def _class(tally: YearTally, previous: YearTally, past: Past, client: str, service: str) -> RevenueClass:
    if client in previous.active:
        return RevenueClass.RENEWAL if previous.bought(client, service) else RevenueClass.ADDON
    return RevenueClass.RETURNED if client in past.first_active else RevenueClass.NEW


def _class_revenue(tally: YearTally, kind: RevenueClass, kinds: Mapping[tuple[str, str], RevenueClass]) -> ClassRevenue:
    clients: dict[str, dict[str, Cents]] = {}
    departments: dict[str, Cents] = {}
    for (client, service), found in kinds.items():
        if found is not kind:
            continue
        of_client = clients.setdefault(client, {})
        for department, cents in tally.pairs[client, service].departments.items():
            of_client[department] = of_client.get(department, 0) + cents
            departments[department] = departments.get(department, 0) + cents
    lines = (ClientRevenue(client, money(sum(of.values())), amounts(of)) for client, of in clients.items())
    return ClassRevenue(money(sum(departments.values())), ordered(lines), amounts(departments))


def _kept(tally: YearTally, previous: YearTally, *, is_gross: bool) -> Fraction | None:
    """NRR, or GRR in which no client counts for more than last year or for less than nothing."""
    kept: Cents = 0
    for client, before in previous.active.items():
        now = tally.clients.get(client, 0)
        kept += min(before, max(0, now)) if is_gross else now
    return per_cent(kept, sum(previous.active.values()))


def _cohort(tally: YearTally, previous: YearTally, past: Past) -> Cohort | None:
    if past.first_year is None or past.first_year >= previous.year:
        return None
    cohort = tuple(client for client in previous.active if past.first_active.get(client) == previous.year)
    return Cohort(cohort, tuple(client for client in cohort if client not in tally.active))


def _internal_new(tally: YearTally, past: Past) -> tuple[InternalNew, ...]:
    found = [
        InternalNew(client, department, money(cents))
        for client, departments in tally.by_department.items()
        for department, cents in departments.items()
        if past.is_internal_new(client, department)
    ]
    return tuple(sorted(found, key=lambda entry: (-entry.revenue, entry.client)))


def _moved(retained: list[str], tally: YearTally, previous: YearTally, order: Mapping[str, int]) -> tuple[Moved, ...]:
    pairs = ((client, previous.dominant(client, order), tally.dominant(client, order)) for client in retained)
    return tuple(Moved(client, before, now) for client, before, now in pairs if before != now)
