"""From sums in cents to the amounts that metrics show."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.ledger.report import money
from workshop_app.domain.ledger.tally import PairSums, YearTally
from workshop_app.domain.ledger.year import ClientRevenue, Loading, PairRevenue

MONTHS = range(1, 13)


def by_revenue(tally: YearTally) -> tuple[ClientRevenue, ...]:
    """The active clients with their net revenue of the year, the largest first."""
    return ordered(
        ClientRevenue(client, money(cents), amounts(tally.by_department[client]))
        for client, cents in tally.active.items()
    )


def ordered(clients: Iterable[ClientRevenue]) -> tuple[ClientRevenue, ...]:
    """The largest first, then by key."""
    return tuple(sorted(clients, key=lambda client: (-client.revenue, client.client)))


def pair_revenue(tally: YearTally, keys: Iterable[tuple[str, str]]) -> tuple[PairRevenue, ...]:
    """Pairs of client and service with their net revenue of the year, the largest first."""
    sums = ((client, service, tally.pairs[client, service]) for client, service in keys)
    pairs = [PairRevenue(client, service, money(of.net), amounts(of.departments)) for client, service, of in sums]
    return tuple(sorted(pairs, key=lambda pair: (-pair.revenue, pair.client, pair.service)))


def amounts(cents: dict[str, Cents]) -> dict[str, Decimal]:
    """Cents by department as sums of money."""
    return {department: money(value) for department, value in cents.items()}


def loading(pairs: Iterable[PairSums]) -> Loading:
    """Revenue of pairs by month."""
    months: dict[int, Cents] = dict.fromkeys(MONTHS, 0)
    rows = 0
    for pair in pairs:
        rows += pair.rows
        for month, cents in pair.months.items():
            months[month] += cents
    return Loading(money(sum(months.values())), tuple(money(cents) for cents in months.values()), rows)
