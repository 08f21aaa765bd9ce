"""The accepted rows of a ledger between looking at it and loading it, packed as they will stand in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from workshop_app.domain.ledger import LedgerNames, LedgerRow, Sales, Sizes
from workshop_app.storage.ledger_part import LedgerPart
from workshop_app.storage.ledger_parts import PART_ROWS, PackedSales, PartReader, pack, pack_names


class KeptRows:
    """Rows in their order, to be gone through as often as wanted. ``len`` is their number.

    All of them share the names of the first.
    """

    def __init__(self, rows: Iterable[Sales] = ()) -> None:
        self._names = LedgerNames()
        self._packed: list[tuple[PackedSales, Sizes]] = []
        self._count = 0
        for sales in _joined(rows):
            self._names = sales.names
            self._packed.append((pack(sales), sales.names.sizes))
            self._count += len(sales)

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[LedgerRow]:
        reader = PartReader()
        for part in self.parts():
            yield from reader.sales(part).rows()

    def parts(self) -> Iterator[LedgerPart]:
        """The rows as parts of a batch."""
        known = LedgerNames().sizes
        for packed, until in self._packed:
            yield LedgerPart(*packed, pack_names(self._names, known, until))
            known = until

    def name_departments(self, names: Mapping[str, str]) -> None:
        """Call departments otherwise."""
        self._names.departments.rename(names)


def _joined(rows: Iterable[Sales]) -> Iterator[Sales]:
    """Small lots put together to lots of some thousand."""
    whole: Sales | None = None
    for sales in rows:
        if whole is not None and len(whole) + len(sales) > PART_ROWS:
            yield whole
            whole = None
        if whole is None:
            whole = Sales.of((), sales.names)
        whole.extend(sales)
    if whole is not None:
        yield whole
