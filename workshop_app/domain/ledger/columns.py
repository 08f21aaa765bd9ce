"""Rows of a ledger as columns: a million rows are cleaned some thousand at a time, without an object for each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger.amounts import Cents
from workshop_app.domain.ledger.rows import LedgerRow


class Numbers(dict[str, int]):
    """Texts and their numbers, in the order of meeting: ``numbers[text]``, ``numbers.texts[number]``."""

    def __init__(self, *texts: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.learn(texts)

    def __missing__(self, text: str) -> int:
        self[text] = number = len(self.texts)
        self.texts.append(text)
        return number

    def learn(self, texts: Iterable[str]) -> None:
        """Number texts that are new."""
        for text in texts:
            self[text]

    def rename(self, texts: Mapping[str, str]) -> None:
        """Put other texts in the place of some."""
        self.texts = [texts.get(text, text) for text in self.texts]


class KeyedNumbers(Numbers):
    """Names and their numbers; every name has the ``key`` that brings its spellings together."""

    def __init__(self) -> None:
        super().__init__()
        self.keys_of: list[str] = []

    def number(self, name: str, key: str) -> int:
        """The number of a name, which keeps the key it came with first."""
        number = self[name]
        if number == len(self.keys_of):
            self.keys_of.append(key)
        return number


Sizes = tuple[int, int, int, int]
"""How many departments, clients, services and managers."""


class LedgerNames:
    """The texts of a ledger's rows by number. Manager 0 is nobody."""

    def __init__(self) -> None:
        self.departments = Numbers()
        self.clients = KeyedNumbers()
        self.services = KeyedNumbers()
        self.managers = Numbers("")

    @property
    def sizes(self) -> Sizes:
        """How many there are by now."""
        return len(self.departments.texts), len(self.clients), len(self.services), len(self.managers)


@frozen(slots=True)
class Cells:
    """Cells of a file's rows, one sequence for each column that a ledger has; empty texts where it has none.

    Texts may have spaces around them, documents have none.
    """

    numbers: Sequence[int]
    days: Sequence[Any]
    departments: Sequence[str]
    clients: Sequence[str]
    services: Sequence[str]
    amounts: Sequence[Any]
    documents: Sequence[str]
    managers: Sequence[str]


@frozen(slots=True)
class Sales:
    """Accepted rows; see ``LedgerRow`` for the columns. ``days`` are ordinals, an empty document is none, the texts
    are numbers into ``names``.
    """

    names: LedgerNames
    days: Sequence[int]
    departments: Sequence[int]
    clients: Sequence[int]
    services: Sequence[int]
    cents: Sequence[Cents]
    documents: Sequence[str]
    managers: Sequence[int]

    @classmethod
    def of(cls, rows: Iterable[LedgerRow], names: LedgerNames) -> Sales:
        """Rows in columns; ``names`` learns their texts."""
        sales = cls(names, [], [], [], [], [], [], [])
        for row in rows:
            for column, value in zip(sales.columns, _numbered(row, names), strict=True):
                column.append(value)  # type: ignore[attr-defined]  # lists, made above
        return sales

    @property
    def columns(self) -> tuple[Sequence[Any], ...]:
        """Days, departments, clients, services, cents, documents, managers."""
        return (
            self.days,
            self.departments,
            self.clients,
            self.services,
            self.cents,
            self.documents,
            self.managers,
        )

    def __len__(self) -> int:
        return len(self.days)

    def extend(self, more: Sales) -> None:
        """Add rows to those that ``of`` has put together; they share the names."""
        for column, other in zip(self.columns, more.columns, strict=True):
            column.extend(other)  # type: ignore[attr-defined]  # lists, see ``of``

    def rows(self) -> Iterator[LedgerRow]:
        """The rows one by one."""
        names = self.names
        clients, services = names.clients, names.services
        for day, department, client, service, cents, document, manager in zip(*self.columns, strict=True):
            yield LedgerRow(
                date.fromordinal(day),
                names.departments.texts[department],
                clients.texts[client],
                clients.keys_of[client],
                services.texts[service],
                services.keys_of[service],
                cents,
                document or None,
                names.managers.texts[manager] or None,
            )

    def without(self, places: Sequence[int]) -> Sales:
        """The rows but those at ``places``."""
        gone = frozenset(places)
        kept = [place for place in range(len(self)) if place not in gone]
        return Sales(self.names, *([column[place] for place in kept] for column in self.columns))


def _numbered(row: LedgerRow, names: LedgerNames) -> tuple[Any, ...]:
    return (
        row.date.toordinal(),
        names.departments[row.department_id],
        names.clients.number(row.client, row.client_key),
        names.services.number(row.service, row.service_key),
        row.cents,
        row.document or "",
        names.managers[row.manager or ""],
    )
