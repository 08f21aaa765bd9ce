"""What cleaning a sales ledger found, for the person who imports it (METHOD C.8.1)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, field
from datetime import date
from decimal import Decimal
from typing import Any

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.message import Message
from workshop_app.domain.rounding import json_number


def money(cents: Cents) -> Decimal:
    """Hundredths as a sum of money, exactly."""
    return Decimal(cents).scaleb(-2)


@frozen(slots=True)
class Rejected:
    """A row that can't be used, by its number in the file; ``field`` is the column that is to blame."""

    row: int
    why: Message
    field: str = ""


@frozen(slots=True)
class TotalRow:
    """A skipped total: what it says and what the rows above it add up to (since the last total, or all)."""

    row: int
    text: str
    stated: Decimal | None
    counted: Decimal

    @property
    def agrees(self) -> bool:
        """Whether the total and the rows say the same."""
        return self.stated == self.counted


@frozen(slots=True)
class Spellings:
    """One client in several spellings that have the same key; the first one is shown from now on."""

    key: str
    names: tuple[str, ...]


@frozen(slots=True)
class NearPair:
    """Two clients that may be one: their names as first spelled, their keys and numbers of rows."""

    first: str
    second: str
    keys: tuple[str, str]
    rows: tuple[int, int]


@frozen
class CleaningReport:
    """``rows`` are all rows with data: accepted + rejected + dropped repeats + totals.

    Lists of row numbers and rejections hold the first thousand; the counts are complete. ``unsure_amounts`` are rows
    whose amount looks like ``1,500`` and was read as a decimal; ``rounded`` counts amounts of more than six decimals.
    Sums are in the currency of the ledger.
    """

    rows: int = 0
    accepted: int = 0
    total: Decimal = Decimal(0)
    first_date: date | None = None
    last_date: date | None = None
    rejected_count: int = 0
    rejected: tuple[Rejected, ...] = ()
    totals: tuple[TotalRow, ...] = ()
    repeats_dropped: int = 0
    dropped_rows: tuple[int, ...] = ()
    repeats_possible: int = 0
    possible_rows: tuple[int, ...] = ()
    refunds: int = 0
    refunds_total: Decimal = Decimal(0)
    clients: int = 0
    services: int = 0
    merged: tuple[Spellings, ...] = ()
    near: tuple[NearPair, ...] = ()
    unknown_departments: dict[str, int] = field(default_factory=dict)
    unsure_amounts: tuple[int, ...] = ()
    rounded: int = 0

    @property
    def spellings_merged(self) -> int:
        """How many spellings were brought to another one."""
        return sum(len(client.names) - 1 for client in self.merged)

    def as_json(self, say: Callable[[Message], str] = str) -> dict[str, Any]:
        """The report for the command line and for ``LedgerBatch.report``; ``say`` puts messages into words."""
        return {
            "rows": self.rows,
            "accepted": self.accepted,
            "total": json_number(self.total),
            "first_date": self.first_date and self.first_date.isoformat(),
            "last_date": self.last_date and self.last_date.isoformat(),
            "rejected_count": self.rejected_count,
            "rejected": [{"row": entry.row, "why": say(entry.why)} for entry in self.rejected],
            "totals_skipped": [_total_json(total) for total in self.totals],
            "repeats_dropped": self.repeats_dropped,
            "dropped_rows": list(self.dropped_rows),
            "repeats_possible": self.repeats_possible,
            "possible_rows": list(self.possible_rows),
            "refunds": self.refunds,
            "refunds_total": json_number(self.refunds_total),
            "clients": self.clients,
            "services": self.services,
            "spellings_merged": self.spellings_merged,
            "merged": [asdict(client) for client in self.merged],
            "near_equal": [asdict(pair) for pair in self.near],
            "unknown_departments": self.unknown_departments,
            "unsure_amounts": list(self.unsure_amounts),
            "rounded": self.rounded,
        }


def _total_json(total: TotalRow) -> dict[str, Any]:
    return {
        "row": total.row,
        "text": total.text,
        "stated": json_number(total.stated),
        "counted": json_number(total.counted),
        "agrees": total.agrees,
    }
