"""Parts of a sales ledger as they stand in the file: some thousand rows each, packed column by column.

A million rows make a hundred parts, about ten megabytes in all. ``sales`` are the columns of numbers, one behind the
other: days as ordinals, then departments, clients, services and managers as numbers of texts, 32 bits each, then
amounts of ``decimals`` decimals, 64 bits each, the lowest byte first. ``documents`` are texts with a line feed between
two, nothing where no row has one. ``names`` are the texts that no part of the batch had before, as JSON; their numbers
go on from part to part. All is compressed by zlib.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from workshop_app.domain.ledger import CENT_DECIMALS, Cents, LedgerNames, Sales, Sizes
from workshop_app.storage.ledger_part import LedgerPart

PART_ROWS = 10_000
"""How many rows a part has at most where the program writes it."""

MOST_DECIMALS = 2 + CENT_DECIMALS
_CODE, _AMOUNT = "i", "q"
_ROW_BYTES = 5 * 4 + 8
_MOST_ROWS = 1_000_000
_MOST_TEXT = 64 * 1024 * 1024


class PackedSales(NamedTuple):
    """What a part says of its rows, but for the texts."""

    row_count: int
    decimals: int
    sales: bytes
    documents: bytes


class Columns(NamedTuple):
    """The numbers of a part; see the module."""

    days: array[int]
    departments: array[int]
    clients: array[int]
    services: array[int]
    managers: array[int]
    amounts: array[int]


def pack(sales: Sales) -> PackedSales:
    """The rows of one part."""
    decimals, amounts = _amounts(sales.cents)
    columns = Columns(
        array(_CODE, sales.days),
        array(_CODE, sales.departments),
        array(_CODE, sales.clients),
        array(_CODE, sales.services),
        array(_CODE, sales.managers),
        amounts,
    )
    if sys.byteorder == "big":
        _swap(columns)
    packed = zlib.compress(b"".join(column.tobytes() for column in columns), 1)
    return PackedSales(len(sales), decimals, packed, _packed_documents(sales.documents))


def pack_names(names: LedgerNames, known: Sizes, until: Sizes) -> bytes:
    """The texts that a part is the first to use: those from ``known`` on, up to ``until``."""
    departments, clients, services, managers = (slice(*ends) for ends in zip(known, until, strict=True))
    return _packed_texts(
        {
            "departments": names.departments.texts[departments],
            "clients": [names.clients.texts[clients], names.clients.keys_of[clients]],
            "services": [names.services.texts[services], names.services.keys_of[services]],
            "managers": names.managers.texts[managers],
        }
    )


def packed_parts(rows: Iterable[Sales]) -> Iterator[LedgerPart]:
    """Whole parts of these rows, which share their names."""
    known = LedgerNames().sizes
    for sales in rows:
        until = sales.names.sizes
        yield LedgerPart(*pack(sales), pack_names(sales.names, known, until))
        known = until


class PartReader:
    """Reads the parts of one batch in their order. ValueError where a part is not as it must be."""

    def __init__(self) -> None:
        self.names = LedgerNames()

    def columns(self, part: LedgerPart) -> Columns:
        """The numbers of the next part; ``names`` knows its texts from now on."""
        self._learn(_texts(part.names))
        columns = _columns(part)
        codes = (columns.departments, columns.clients, columns.services, columns.managers)
        for column, size in zip(codes, self.names.sizes, strict=True):
            if column and not (min(column) >= 0 and max(column) < size):
                raise ValueError("a number without a text")
        return columns

    def sales(self, part: LedgerPart) -> Sales:
        """The rows of the next part."""
        columns = self.columns(part)
        text = _unpacked(part.documents, _MOST_TEXT).decode()
        documents = text.split("\n") if text else [""] * part.row_count
        if len(documents) != part.row_count:
            raise ValueError("document numbers")
        days, departments, clients, services, managers, amounts = columns
        cents = _cents(amounts, part.decimals)
        return Sales(self.names, days, departments, clients, services, cents, documents, managers)

    def _learn(self, texts: Any) -> None:
        clients, services = texts["clients"], texts["services"]
        if not all(map(_is_list_of_texts, (texts["departments"], texts["managers"], *clients, *services))):
            raise ValueError("names")
        self.names.departments.learn(texts["departments"])
        self.names.managers.learn(texts["managers"])
        for name, key in zip(*clients, strict=True):
            self.names.clients.number(name, key)
        for name, key in zip(*services, strict=True):
            self.names.services.number(name, key)


def _columns(part: LedgerPart) -> Columns:
    count = part.row_count
    if not (0 < count <= _MOST_ROWS and 2 <= part.decimals <= MOST_DECIMALS):
        raise ValueError("size of a part")
    data = _unpacked(part.sales, count * _ROW_BYTES)
    if len(data) != count * _ROW_BYTES:
        raise ValueError("columns of a part")
    size = 4 * count
    days, departments, clients, services, managers = (
        array(_CODE, data[size * place : size * (place + 1)]) for place in range(5)
    )
    columns = Columns(days, departments, clients, services, managers, array(_AMOUNT, data[size * 5 :]))
    if sys.byteorder == "big":
        _swap(columns)
    return columns


def _swap(columns: Columns) -> None:
    for column in columns:
        column.byteswap()


def _amounts(cents: Sequence[Cents]) -> tuple[int, array[int]]:
    try:
        return 2, array(_AMOUNT, cents)  # type: ignore[arg-type]  # TypeError where one is a Decimal
    except TypeError:
        return MOST_DECIMALS, array(_AMOUNT, (int(each * 10**CENT_DECIMALS) for each in cents))


def _cents(amounts: Sequence[int], decimals: int) -> Sequence[Cents]:
    return amounts if decimals == 2 else [exact_cents(amount, decimals) for amount in amounts]


def exact_cents(amount: int, decimals: int) -> Cents:
    """Hundredths of an amount that is given in units of so many decimals."""
    whole, part = divmod(amount, 10 ** (decimals - 2))
    return Decimal(amount).scaleb(2 - decimals) if part else whole


def _packed_documents(documents: Sequence[str]) -> bytes:
    text = "\n".join(documents) if any(documents) else ""
    if text.count("\n") >= len(documents):
        text = "\n".join(document.replace("\n", " ") for document in documents)
    return zlib.compress(text.encode(), 1)


def _packed_texts(texts: Any) -> bytes:
    return zlib.compress(json.dumps(texts, ensure_ascii=False, separators=(",", ":")).encode(), 1)


def _texts(packed: bytes) -> Any:
    return json.loads(_unpacked(packed, _MOST_TEXT))


def _unpacked(packed: bytes, most: int) -> bytes:
    try:
        return zlib.decompressobj().decompress(packed, most)
    except zlib.error as error:
        raise ValueError(str(error)) from error


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(text, str) for text in value)
