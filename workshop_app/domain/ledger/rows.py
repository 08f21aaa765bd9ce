"""What metrics are computed from: cleaned rows, or their sums by month as a database gives them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from workshop_app.domain.ledger.amounts import Cents


class LedgerRow(NamedTuple):
    """One accepted row of a sales ledger. ``cents`` are hundredths of the currency; refunds are negative."""

    date: date
    department_id: str
    client: str
    client_key: str
    service: str
    service_key: str
    cents: Cents
    document: str | None = None
    manager: str | None = None


class Aggregate(NamedTuple):
    """The rows of one month, department, client and service: their sum in cents, their number, the last day.

    ``last_date`` is YYYY-MM-DD.
    """

    year: int
    month: int
    department_id: str
    client_key: str
    service_key: str
    cents: Cents
    rows: int
    last_date: str


def aggregate(rows: Iterable[LedgerRow]) -> Iterator[Aggregate]:
    """The sums by month of loose rows, in order of time. Takes about 100 bytes a row while it sorts."""
    numbers: dict[str, int] = {}
    days, cents = array("i"), list[Cents]()
    places = (array("i"), array("i"), array("i"))
    for row in rows:
        days.append(row.date.toordinal())
        cents.append(row.cents)
        for column, text in zip(places, (row.department_id, row.client_key, row.service_key), strict=True):
            column.append(numbers.setdefault(text, len(numbers)))
    texts, size = list(numbers), max(len(numbers), 1)

    def key(index: int) -> int:
        day = date.fromordinal(days[index])
        number = day.year * 12 + day.month - 1
        for column in places:
            number = number * size + column[index]
        return number

    for _, group in groupby(sorted(range(len(days)), key=key), key=key):
        indexes = list(group)
        last = date.fromordinal(max(days[index] for index in indexes))
        department, client, service = (texts[column[indexes[0]]] for column in places)
        total = sum(cents[index] for index in indexes)
        yield Aggregate(last.year, last.month, department, client, service, total, len(indexes), last.isoformat())
