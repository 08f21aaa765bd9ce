"""The metrics of one year of a sales ledger, with the clients behind every number (METHOD C.8.2)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from workshop_app.domain.frozen import frozen

QUARTER_END_NOTE_PCT = 45
QUARTER_END_NOTE_ROWS = 12


class RevenueClass(StrEnum):
    """What a row is for the company, in the order of the keys of the results."""

    NEW = "new"
    RETURNED = "returned"
    RENEWAL = "renewal"
    ADDON = "addon"


def per_cent(part: Decimal | int, whole: Decimal | int) -> Fraction | None:
    """``part`` of ``whole`` in per cent, exactly; None (no data) for a whole of nothing."""
    return None if whole == 0 else Fraction(part) * 100 / Fraction(whole)


@frozen(slots=True)
class ClientRevenue:
    """A client and its net revenue, in all and by department."""

    client: str
    revenue: Decimal
    departments: Mapping[str, Decimal]


@frozen(slots=True)
class PairRevenue:
    """A client and a service that several departments sold to it in the same year."""

    client: str
    service: str
    revenue: Decimal
    departments: Mapping[str, Decimal]


@frozen(slots=True)
class InternalNew:
    """A client of the company to whom this department sold for the first time."""

    client: str
    department_id: str
    revenue: Decimal


@frozen(slots=True)
class Moved:
    """A retained client whose dominant department changed."""

    client: str
    from_department: str
    to_department: str


@frozen(slots=True)
class ClassRevenue:
    """Revenue of one class by client (the largest first) and by department."""

    revenue: Decimal
    clients: tuple[ClientRevenue, ...]
    departments: Mapping[str, Decimal]


@frozen(slots=True)
class Loading:
    """Revenue by month (January first) and how much of it falls into March, June, September and December."""

    revenue: Decimal
    months: tuple[Decimal, ...]
    rows: int

    @property
    def quarter_end_pct(self) -> Fraction | None:
        """Share of the quarters' last months; an even spread is 33 %."""
        return per_cent(sum(self.months[2::3], Decimal(0)), self.revenue)

    @property
    def is_notable(self) -> bool:
        """Above 45 % with at least twelve rows."""
        share = self.quarter_end_pct
        return share is not None and share > QUARTER_END_NOTE_PCT and self.rows >= QUARTER_END_NOTE_ROWS


@frozen(slots=True)
class Cohort:
    """Clients whose first year was the year before, and those of them that did not come back (bought once)."""

    clients: tuple[str, ...]
    bought_once: tuple[str, ...]

    @property
    def bought_once_pct(self) -> Fraction | None:
        """Share of the cohort that bought once."""
        return per_cent(len(self.bought_once), len(self.clients))


@frozen
class Comparison:
    """A year against the one before. ``cohort`` needs two earlier years. Tuples of clients hold their keys."""

    revenue_prev: Decimal
    active_prev: tuple[str, ...]
    classes: Mapping[RevenueClass, ClassRevenue]
    addon: Loading
    new: tuple[str, ...]
    retained: tuple[str, ...]
    churned: tuple[str, ...]
    pairs_prev: int
    pairs_renewed: int
    same_basket: tuple[str, ...]
    grr_pct: Fraction | None
    nrr_pct: Fraction | None
    cohort: Cohort | None
    internal_new: tuple[InternalNew, ...]
    moved: tuple[Moved, ...]

    @property
    def retention_pct(self) -> Fraction | None:
        """Retained clients of last year's active ones."""
        return per_cent(len(self.retained), len(self.active_prev))

    @property
    def renewal_rate_pct(self) -> Fraction | None:
        """Pairs bought in both years of those bought last year."""
        return per_cent(self.pairs_renewed, self.pairs_prev)

    @property
    def same_basket_pct(self) -> Fraction | None:
        """Retained clients with the same set of services."""
        return per_cent(len(self.same_basket), len(self.retained))

    @property
    def addon_of_existing_pct(self) -> Fraction | None:
        """Add-ons of all that existing clients bought."""
        addon = self.classes[RevenueClass.ADDON].revenue
        return per_cent(addon, addon + self.classes[RevenueClass.RENEWAL].revenue)

    @property
    def internal_new_revenue(self) -> Decimal:
        """Sum over ``internal_new``."""
        return sum((entry.revenue for entry in self.internal_new), Decimal(0))


@frozen
class YearMetrics:
    """One calendar year.

    ``comparison`` is None in the first year of a ledger, which has no history. ``catalogue`` is there when services
    are ticked as add-ons. ``departments`` maps department ids to net revenue, in the order of departments.
    Clients are ordered by revenue, the largest first.
    """

    year: int
    rows: int
    revenue: Decimal
    active: tuple[ClientRevenue, ...]
    shared: tuple[ClientRevenue, ...]
    conflicts: tuple[PairRevenue, ...]
    departments: Mapping[str, Decimal]
    comparison: Comparison | None
    catalogue: Loading | None

    @property
    def shared_revenue(self) -> Decimal:
        """Net revenue of the shared clients."""
        return sum((client.revenue for client in self.shared), Decimal(0))

    @property
    def shared_clients_pct(self) -> Fraction | None:
        """Active clients to whom two or more departments sold."""
        return per_cent(len(self.shared), len(self.active))

    @property
    def conflict_revenue(self) -> Decimal:
        """Net revenue of the conflict pairs."""
        return sum((pair.revenue for pair in self.conflicts), Decimal(0))

    def share_pct(self, part: Decimal) -> Fraction | None:
        """A part of the year's net revenue."""
        return per_cent(part, self.revenue)

    def class_pct(self, kind: RevenueClass) -> Fraction | None:
        """The share of a class; None in the first year."""
        return None if self.comparison is None else self.share_pct(self.comparison.classes[kind].revenue)
