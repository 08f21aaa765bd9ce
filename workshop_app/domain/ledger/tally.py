"""Sums of one year by client, service and department, and what is known of the years before (METHOD C.8.2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.ledger.rows import Aggregate


def sellers(departments: Mapping[str, Cents]) -> int:
    """How many departments have a positive sum."""
    return sum(1 for cents in departments.values() if cents > 0)


@dataclass(slots=True)
class PairSums:
    """What one client bought of one service in a year: cents by department and by month, and the number of rows."""

    departments: dict[str, Cents] = field(default_factory=dict)
    months: dict[int, Cents] = field(default_factory=dict)
    rows: int = 0

    def add(self, entry: Aggregate) -> None:
        """Take in the sum of one month and department."""
        self.departments[entry.department_id] = self.departments.get(entry.department_id, 0) + entry.cents
        self.months[entry.month] = self.months.get(entry.month, 0) + entry.cents
        self.rows += entry.rows

    @property
    def net(self) -> Cents:
        """net(c, s)."""
        return sum(self.departments.values())


class YearTally:
    """All sums of one calendar year, in cents. Fed once; the derived sums are computed when first asked for."""

    def __init__(self, year: int, entries: Iterable[Aggregate]) -> None:
        self.year = year
        self.pairs: defaultdict[tuple[str, str], PairSums] = defaultdict(PairSums)
        self.last_days: dict[tuple[str, str], str] = {}
        self.has_december = False
        for entry in entries:
            self.pairs[entry.client_key, entry.service_key].add(entry)
            place = (entry.client_key, entry.department_id)
            self.last_days[place] = max(self.last_days.get(place, ""), entry.last_date or "")
            self.has_december = self.has_december or entry.month == 12

    @cached_property
    def rows(self) -> int:
        """Rows of the ledger in this year."""
        return sum(pair.rows for pair in self.pairs.values())

    @cached_property
    def revenue(self) -> Cents:
        """Net revenue of the year."""
        return sum(self.clients.values())

    @cached_property
    def by_department(self) -> dict[str, dict[str, Cents]]:
        """net(c, d): client → department → cents."""
        sums: dict[str, dict[str, Cents]] = {}
        for (client, _), pair in self.pairs.items():
            departments = sums.setdefault(client, {})
            for department, cents in pair.departments.items():
                departments[department] = departments.get(department, 0) + cents
        return sums

    @cached_property
    def clients(self) -> dict[str, Cents]:
        """net(c): client → cents."""
        return {client: sum(departments.values()) for client, departments in self.by_department.items()}

    @cached_property
    def active(self) -> dict[str, Cents]:
        """Active clients and their net revenue."""
        return {client: cents for client, cents in self.clients.items() if cents > 0}

    @cached_property
    def baskets(self) -> dict[str, frozenset[str]]:
        """The services each client bought: net(c, s) > 0."""
        bought: defaultdict[str, list[str]] = defaultdict(list)
        for (client, service), pair in self.pairs.items():
            if pair.net > 0:
                bought[client].append(service)
        return {client: frozenset(services) for client, services in bought.items()}

    def close(self) -> None:
        """Let go of the pairs when the year is dealt with; sums by client and baskets stay."""
        _ = self.rows, self.revenue, self.active, self.baskets
        self.pairs.clear()

    def bought(self, client: str, service: str) -> bool:
        """Whether the pair is bought in this year."""
        return service in self.baskets.get(client, ())

    def dominant(self, client: str, order: Mapping[str, int]) -> str:
        """The department with the greatest net revenue from a client; tie: the latest sale, then ``order``."""
        departments = self.by_department[client]
        best = max(departments.values())
        tied = [department for department, cents in departments.items() if cents == best]
        latest = max(self.last_days[client, department] for department in tied)
        return min(
            (department for department in tied if self.last_days[client, department] == latest),
            key=lambda department: order.get(department, len(order)),
        )


class Past:
    """The years before: when a client was first active, and which departments had sold to it."""

    def __init__(self) -> None:
        self.first_year: int | None = None
        self.first_active: dict[str, int] = {}
        self.sold_by: dict[str, frozenset[str]] = {}

    def add(self, tally: YearTally) -> None:
        """Take in a year that has been dealt with."""
        if self.first_year is None:
            self.first_year = tally.year
        for client in tally.active:
            self.first_active.setdefault(client, tally.year)
        for client, departments in tally.by_department.items():
            sold = frozenset(department for department, cents in departments.items() if cents > 0)
            if sold:
                self.sold_by[client] = self.sold_by.get(client, frozenset()) | sold

    def is_internal_new(self, client: str, department: str) -> bool:
        """Whether a client is new for this department, but not for the company («свой новый»)."""
        sold = self.sold_by.get(client)
        return sold is not None and department not in sold
