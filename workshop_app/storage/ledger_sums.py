"""Sums by month of the packed parts of a sales ledger, a million rows in about a second."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import Aggregate, KeyedNumbers, Numbers
from workshop_app.storage.errors import DamagedFile
from workshop_app.storage.ledger_part import LedgerPart
from workshop_app.storage.ledger_parts import PartReader, exact_cents

if TYPE_CHECKING:
    import numpy as np

    Column: TypeAlias = np.ndarray[Any, np.dtype[Any]]

_SAFE = 1 << 62
_PORTION = 1000
_MONTHS_BEFORE_1970 = 1970 * 12


@frozen
class LedgerSums:
    """The sums by month in order of time, then of the rows, to be gone through once; every key's first spelling."""

    aggregates: Iterator[Aggregate]
    clients: Mapping[str, str]
    services: Mapping[str, str]


def sums_of(
    batches: Iterable[Sequence[LedgerPart]], path: Path, look: Callable[[], object] = lambda: None
) -> LedgerSums:
    """Add up whole batches of the file ``path``; ``DamagedFile`` where a part is not as it must be.

    ``look`` is called often, while the sums are gone through as well, and may raise to stop the work.
    """
    rows = _Rows()
    try:
        for parts in batches:
            rows.add(parts, look)
        return LedgerSums(rows.summed(look), rows.clients.shown, rows.services.shown)
    except (ValueError, LookupError, TypeError) as error:
        raise DamagedFile(path, f"ledger_parts: {error}") from error


class _Keys:
    """Keys over all batches by number, and how the first row of each spells it."""

    def __init__(self) -> None:
        self.numbers = Numbers()
        self.shown: dict[str, str] = {}

    def of(self, codes: Column, names: KeyedNumbers) -> Column:
        """The numbers of the keys of a batch's names."""
        import numpy as np

        used, first = np.unique(codes, return_index=True)
        for name in used[np.argsort(first)].tolist():
            self.shown.setdefault(names.keys_of[name], names.texts[name])
        return np.array([self.numbers[key] for key in names.keys_of], np.int64)[codes]


class _Rows:
    """The numbers of all rows, batch behind batch."""

    def __init__(self) -> None:
        self.clients, self.services, self._departments = _Keys(), _Keys(), Numbers()
        self._columns: list[tuple[Column, Column, Column, Column]] = []
        self._amounts: list[tuple[Column, int]] = []

    def add(self, parts: Sequence[LedgerPart], look: Callable[[], object]) -> None:
        """Read a batch."""
        import numpy as np

        if not parts:
            return
        reader = PartReader()
        columns = []
        for part in parts:
            look()
            columns.append(reader.columns(part))
        days, departments, clients, services = (
            np.concatenate([np.frombuffer(each[at], np.int32) for each in columns]) for at in range(4)
        )
        names = reader.names
        sellers = np.array([self._departments[text] for text in names.departments.texts], np.int64)[departments]
        found = days, sellers, self.clients.of(clients, names.clients), self.services.of(services, names.services)
        self._columns.append(found)
        pairs = zip(columns, parts, strict=True)
        self._amounts += [(np.frombuffer(each.amounts, np.int64), part.decimals) for each, part in pairs]

    def summed(self, look: Callable[[], object]) -> Iterator[Aggregate]:
        """One entry for each month, department, client and service."""
        import numpy as np

        if not self._columns:
            return iter(())
        amounts, decimals = self._in_one_unit()
        days, *others = (np.concatenate(column) for column in zip(*self._columns, strict=True))
        months = _months(days)
        order = np.lexsort((*reversed(others), months))
        keys = [column[order] for column in (months, *others)]
        starts = _starts(keys)
        sums = np.add.reduceat(amounts[order], starts)
        last = np.maximum.reduceat(days[order], starts)
        rows = np.diff(np.append(starts, len(order)))
        by_time = np.lexsort((order[starts], keys[0][starts]))
        columns = [column[starts][by_time] for column in keys] + [column[by_time] for column in (sums, rows, last)]
        return self._entries(columns, decimals, look)

    def _entries(self, columns: list[Column], decimals: int, look: Callable[[], object]) -> Iterator[Aggregate]:
        departments = self._departments.texts
        clients, services = self.clients.numbers.texts, self.services.numbers.texts
        said = cache(lambda day: date.fromordinal(day).isoformat())
        for start in range(0, len(columns[0]), _PORTION):
            look()
            portion = (column[start : start + _PORTION].tolist() for column in columns)
            for month, department, client, service, amount, count, day in zip(*portion, strict=True):
                cents = amount if decimals == 2 else exact_cents(amount, decimals)
                place = departments[department], clients[client], services[service]
                yield Aggregate(month // 12, month % 12 + 1, *place, cents, count, said(day))

    def _in_one_unit(self) -> tuple[Column, int]:
        """All amounts with the same decimals; as Python's integers where 64 bits might not hold a sum."""
        import numpy as np

        most = max(decimals for _amounts, decimals in self._amounts)
        largest = max(
            max(int(each.max()), -int(each.min())) * 10 ** (most - decimals) for each, decimals in self._amounts
        )
        count = sum(len(each) for each, _decimals in self._amounts)
        kind = np.int64 if largest * count < _SAFE else object
        return np.concatenate([each.astype(kind) * 10 ** (most - decimals) for each, decimals in self._amounts]), most


def _months(days: Column) -> Column:
    """Years × 12 + months from January on, counted from the year 0. ValueError for what is no day."""
    import numpy as np

    if days.min() < date.min.toordinal() or days.max() > date.max.toordinal():
        raise ValueError("days")
    since_1970 = (days.astype(np.int64) - date(1970, 1, 1).toordinal()).astype("datetime64[D]")
    months: Column = since_1970.astype("datetime64[M]").astype(np.int64) + _MONTHS_BEFORE_1970
    return months


def _starts(keys: Sequence[Column]) -> Column:
    """Where another group begins in sorted columns."""
    import numpy as np

    changes = np.zeros(len(keys[0]) - 1, bool)
    for column in keys:
        changes |= column[1:] != column[:-1]
    starts: Column = np.concatenate(([0], np.flatnonzero(changes) + 1))
    return starts
