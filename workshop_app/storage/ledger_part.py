"""What the table of packed sales holds; see ``storage.ledger_parts`` for what is in the bytes."""

from __future__ import annotations

from typing import NamedTuple


class LedgerPart(NamedTuple):
    """A row of ``ledger_parts`` without its batch and its number there."""

    row_count: int
    decimals: int
    sales: bytes
    documents: bytes
    names: bytes
