"""What metrics are computed from: cleaned rows, or their sums by month as a database gives them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One accepted row of a sales ledger. ``cents`` are hundredths of the currency; refunds are negative."""

    date: date
    department_id: str
    client: str
    client_key: str
    service: str
    service_key: str
    cents: int
    document: str | None = None
    manager: str | None = None


class Aggregate(NamedTuple):
    """The rows of one month, department, client and service: their sum in cents, their number, the last day.

    ``last_date`` is YYYY-MM-DD. The order of the fields is the order of the columns of ``LedgerTable.aggregates``.
    """

    year: int
    month: int
    department_id: str
    client_key: str
    service_key: str
    cents: int
    rows: int
    last_date: str


def aggregate(rows: Iterable[LedgerRow]) -> list[Aggregate]:
    """The sums by month of loose rows, in order of time."""
    sums: dict[tuple[int, int, str, str, str], tuple[int, int, str]] = {}
    for row in rows:
        key = (row.date.year, row.date.month, row.department_id, row.client_key, row.service_key)
        cents, count, last = sums.get(key, (0, 0, ""))
        sums[key] = (cents + row.cents, count + 1, max(last, row.date.isoformat()))
    return [Aggregate(*key, *value) for key, value in sorted(sums.items(), key=lambda item: item[0][:2])]
