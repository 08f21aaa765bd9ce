"""The sales ledger: cleaning rows and the metrics of every year (METHOD C.8).

Cleaning: ``Cleaner(departments).clean(raw rows)`` gives ``LedgerRow``, then ``Cleaner.report()``. Metrics:
``metrics(rows, …)`` of loose rows or ``ledger_metrics(aggregates, …)`` of sums by month from a database.
"""

from workshop_app.domain.ledger.amounts import (
    CENT_DECIMALS,
    Cents,
    Mark,
    is_unsure,
    read_number,
    to_cents,
    without_currency,
)
from workshop_app.domain.ledger.cleaning import Cleaner
from workshop_app.domain.ledger.columns import Cells, KeyedNumbers, LedgerNames, Numbers, Sales, Sizes
from workshop_app.domain.ledger.days import read_day
from workshop_app.domain.ledger.departments import DepartmentNames
from workshop_app.domain.ledger.keys import Aliases, client_key, service_key
from workshop_app.domain.ledger.metrics import Ledger, ledger_metrics, metrics
from workshop_app.domain.ledger.near import look_the_same, near_equal
from workshop_app.domain.ledger.report import CleaningReport, NearPair, Rejected, Spellings, TotalRow, money
from workshop_app.domain.ledger.rows import Aggregate, LedgerRow, aggregate
from workshop_app.domain.ledger.verdicts import REPEATED, Judged, RawRow, Taken, Verdict
from workshop_app.domain.ledger.year import (
    ClassRevenue,
    ClientRevenue,
    Cohort,
    Comparison,
    InternalNew,
    Loading,
    Moved,
    PairRevenue,
    RevenueClass,
    YearMetrics,
)

__all__ = [
    "CENT_DECIMALS",
    "REPEATED",
    "Aggregate",
    "Aliases",
    "Cells",
    "Cents",
    "ClassRevenue",
    "Cleaner",
    "CleaningReport",
    "ClientRevenue",
    "Cohort",
    "Comparison",
    "DepartmentNames",
    "InternalNew",
    "Judged",
    "KeyedNumbers",
    "Ledger",
    "LedgerNames",
    "LedgerRow",
    "Loading",
    "Mark",
    "Moved",
    "NearPair",
    "Numbers",
    "PairRevenue",
    "RawRow",
    "Rejected",
    "RevenueClass",
    "Sales",
    "Sizes",
    "Spellings",
    "Taken",
    "TotalRow",
    "Verdict",
    "YearMetrics",
    "aggregate",
    "client_key",
    "is_unsure",
    "ledger_metrics",
    "look_the_same",
    "metrics",
    "money",
    "near_equal",
    "read_day",
    "read_number",
    "service_key",
    "to_cents",
    "without_currency",
]
