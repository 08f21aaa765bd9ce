"""The accepted rows of a ledger between looking at it and loading it, packed: some forty bytes a row."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from workshop_app.domain.ledger import LedgerRow, Sales

_TEXTS = ("days", "departments", "clients", "services", "managers")
_KEYS = (("clients", "client_keys"), ("services", "service_keys"))


class _Codes(dict[str | None, int]):
    """Texts by number, numbers by text."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[Any] = []

    def __missing__(self, text: str | None) -> int:
        self[text] = code = len(self.texts)
        self.texts.append(text)
        return code


class KeptRows:
    """Rows in their order, to be gone through as often as wanted. ``len`` is their number."""

    def __init__(self, parts: Iterable[Sales] = ()) -> None:
        self._codes = {name: _Codes() for name in _TEXTS}
        self._keys: dict[str, list[str]] = {keys: [] for _names, keys in _KEYS}
        self._parts: list[tuple[dict[str, array[int]], array[int], bytes]] = []
        self._count = 0
        for sales in parts:
            packed = {name: array("I", map(self._codes[name].__getitem__, getattr(sales, name))) for name in _TEXTS}
            self._parts.append((packed, array("q", sales.cents), marshal.dumps(list(sales.documents))))
            self._count += len(sales)
            self._learn_keys(sales)

    def _learn_keys(self, sales: Sales) -> None:
        """A name has one key in the whole ledger."""
        for names, keys in _KEYS:
            texts, known = self._codes[names].texts, self._keys[keys]
            if len(texts) > len(known):
                found = dict(zip(getattr(sales, names), getattr(sales, keys), strict=True))
                known.extend(found[text] for text in texts[len(known) :])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[LedgerRow]:
        for sales in self.parts():
            yield from sales.rows()

    def parts(self) -> Iterator[Sales]:
        """The rows in columns."""
        for packed, cents, documents in self._parts:
            texts = {name: list(map(self._codes[name].texts.__getitem__, codes)) for name, codes in packed.items()}
            texts |= {keys: list(map(self._keys[keys].__getitem__, packed[names])) for names, keys in _KEYS}
            yield Sales(cents=cents, documents=marshal.loads(documents), **texts)

    def values(self) -> Iterator[tuple[Any, ...]]:
        """The rows as plain tuples."""
        return chain.from_iterable(sales.values() for sales in self.parts())

    def name_departments(self, names: Mapping[str, str]) -> None:
        """Call departments otherwise."""
        codes = self._codes["departments"]
        codes.texts = [names.get(text, text) for text in codes.texts]
