"""Rows of a ledger's file and what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.ledger.columns import Sales
from workshop_app.domain.ledger.rows import LedgerRow
from workshop_app.domain.message import N_, Message

REPEATED = N_("the same document again")
"""Why a repeat is dropped."""


class RawRow(NamedTuple):
    """The cells of one row of a file; ``section`` is the department that a section row above it named."""

    number: int
    date: str | Decimal | date
    department: str
    client: str
    service: str
    amount: object
    document: str = ""
    manager: str = ""
    section: str | None = None
    cells: Sequence[object] = ()


class Verdict(StrEnum):
    """What becomes of a row."""

    ACCEPTED = "accepted"
    MERGED = "merged"
    REFUND = "refund"
    REJECTED = "rejected"
    REPEAT = "repeat"
    TOTAL = "total"


class Judged(NamedTuple):
    """A row with its verdict: the accepted row, or the reason why there is none, and the field that is to blame.

    ``raw`` is what the file says.
    """

    raw: RawRow
    verdict: Verdict
    row: LedgerRow | None = None
    why: Message | None = None
    field: str = ""

    @property
    def number(self) -> int:
        """The row's number in the file."""
        return self.raw.number


class Taken(NamedTuple):
    """Neighbouring sound rows of a block, from place ``start`` on; ``dropped``: the places of repeats among them."""

    start: int
    sales: Sales
    dropped: Sequence[int] = ()

    @property
    def kept(self) -> Sales:
        """The accepted rows."""
        return self.sales.without(self.dropped) if self.dropped else self.sales
