"""The accepted rows of a ledger between looking at it and loading it, packed: a million rows in some ten megabytes."""

from __future__ import annotations

import marshal
import zlib
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice

from workshop_app.domain.ledger import LedgerRow

_PART = 4_000
_LEVEL = 1


class KeptRows:
    """Rows in their order, to be gone through as often as wanted. ``len`` is their number."""

    def __init__(self, rows: Iterable[LedgerRow] = ()) -> None:
        self._parts: list[bytes] = []
        self._count = 0
        source = iter(rows)
        while part := tuple(islice(source, _PART)):
            self._parts.append(_packed(part))
            self._count += len(part)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[LedgerRow]:
        for part in self._parts:
            for days, *values in marshal.loads(zlib.decompress(part)):
                yield LedgerRow(date.fromordinal(days), *values)


def _packed(rows: Iterable[LedgerRow]) -> bytes:
    return zlib.compress(marshal.dumps([(row.date.toordinal(), *row[1:]) for row in rows]), _LEVEL)
