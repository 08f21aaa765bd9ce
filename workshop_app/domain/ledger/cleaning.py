"""Cleaning a sales ledger (METHOD C.8.1): what is accepted, and what is said about the rest.

Sound rows go by in columns; a row that has anything odd about it is judged alone. Both ways count in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import repeat
from typing import Any, TypeAlias

from workshop_app.domain.ledger.amounts import (
    Cents,
    Mark,
    Shape,
    plain_cents,
    plain_cents_column,
    read_number,
    shape,
    to_cents,
)
from workshop_app.domain.ledger.columns import Cells, LedgerNames, Sales
from workshop_app.domain.ledger.days import read_day
from workshop_app.domain.ledger.departments import DepartmentNames
from workshop_app.domain.ledger.keys import Aliases, client_key, service_key
from workshop_app.domain.ledger.known import Known
from workshop_app.domain.ledger.repeats import Repeats
from workshop_app.domain.ledger.report import CleaningReport, Rejected, TotalRow, money
from workshop_app.domain.ledger.rows import LedgerRow
from workshop_app.domain.ledger.spellings import SpellingBook
from workshop_app.domain.ledger.verdicts import REPEATED, Judged, RawRow, Taken, Verdict
from workshop_app.domain.message import N_, Message
from workshop_app.domain.text_key import is_total

_Columns: TypeAlias = tuple[Sequence[int | None], Sequence[Cents | None], Sequence[int | None], Sequence[int | None]]
_FEW = 10_000
_LISTED = 1000
_NEVER = date.max.toordinal()
_MOST = 9 * 10**12


class _RejectedRow(Exception):
    def __init__(self, field: str, text: str, /, **params: object) -> None:
        super().__init__(text)
        self.field, self.why = field, Message(text, params)


class Cleaner:
    """Judges the rows of one ledger in their order and remembers what a report needs.

    ``mark`` is a person's answer for a column whose amounts all look like ``1,500`` (see ``amounts.is_unsure``);
    ``scale`` multiplies amounts that are given in thousands or millions. ``names`` are the texts of accepted rows.
    Memory grows with the number of clients and of repeats to compare (about 80 bytes a row), not with texts.
    """

    def __init__(
        self,
        departments: DepartmentNames,
        client_aliases: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        service_aliases: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        mark: Mark = "decimal",
        scale: int = 1,
    ) -> None:
        self._departments = departments
        self.names = LedgerNames()
        self._clients = SpellingBook(self.names.clients, client_key, Aliases(client_aliases, client_key))
        self._services = SpellingBook(self.names.services, service_key, Aliases(service_aliases, service_key))
        self._managers: Known[str, int] = Known(lambda cell: self.names.managers[cell.strip()])
        self._mark = mark
        self._scale = scale
        self._days: Known[Any, int | None] = Known(_ordinal)
        self._cents_of: Known[object, Cents | None] = Known(self._find_cents)
        self._more_decimals: dict[object, tuple[bool, bool]] = {}
        self._sellers: dict[str | None, Known[tuple[str, str], int | None]] = {}
        self._sold: set[int] = set()
        self._repeats = Repeats(_LISTED)
        self._rejected: list[Rejected] = []
        self._totals: list[TotalRow] = []
        self._unknown: dict[str, int] = {}
        self._unsure: list[int] = []
        self._rows = self._accepted = self._rejected_count = self._refunds = self._rounded = 0
        self._cents: Cents = 0
        self._refund_cents: Cents = 0
        self._above: Cents = 0
        self._above_total: Cents = 0
        self._first_day, self._last_day = _NEVER, 0

    def clean(self, raws: Iterable[RawRow]) -> Iterator[LedgerRow]:
        """The accepted rows, one after another."""
        for raw in raws:
            row = self.judge(raw).row
            if row is not None:
                yield row

    # Rows in columns

    def clean_block(
        self, cells: Cells, look_at: Callable[[int], Judged | None], section: Callable[[], str | None]
    ) -> Iterator[Taken]:
        """The sound rows of a block, in their order.

        ``look_at`` judges the row at a place by itself, because it is no sound sale, and may change what ``section``
        gives: the department of rows below that have none of their own.
        """
        columns = (
            list(map(self._days.__getitem__, cells.days)),
            self._cents_column(cells.amounts),
            self._clients.numbers(cells.clients),
            self._services.numbers(cells.services),
        )
        start, end = 0, len(cells.numbers)
        for place in (*_places_of_none(columns), end):
            if start < place:
                yield from self._sound(cells, columns, slice(start, place), look_at, section())
            if place < end and (judged := look_at(place)) is not None and judged.row is not None:
                yield Taken(place, self._one(judged.row))
            start = place + 1

    def _sound(
        self,
        cells: Cells,
        columns: _Columns,
        part: slice,
        look_at: Callable[[int], Judged | None],
        section: str | None,
    ) -> Iterator[Taken]:
        """Rows with a day, an amount, a client and a service: those of known departments are taken."""
        sellers = self._sellers_below(section)
        managers = cells.managers[part] if any(cells.managers) else repeat("")
        found = list(map(sellers.__getitem__, zip(cells.departments[part], managers, strict=False)))
        start = part.start
        for place in (*(part.start + bad for bad in _places_of_none((found,))), part.stop):
            if start < place:
                yield self._take(cells, columns, found[start - part.start : place - part.start], start, place)
            if place < part.stop:
                look_at(place)
            start = place + 1

    def _take(self, cells: Cells, columns: Any, departments: list[Any], start: int, stop: int) -> Taken:
        days, cents, clients, services = (column[start:stop] for column in columns)
        names = cells.managers[start:stop]
        managers = list(map(self._managers.__getitem__, names)) if any(names) else [0] * len(names)
        sales = Sales(self.names, days, departments, clients, services, cents, cells.documents[start:stop], managers)
        numbers = cells.numbers[start:stop]
        self._rows += len(sales)
        self._note_decimals(numbers, cells.amounts[start:stop])
        return Taken(start, sales, self._settle(numbers, sales))

    def _settle(self, numbers: Sequence[int], sales: Sales) -> list[int]:
        """Count sound rows; the places of repeats, which are not accepted."""
        above = sum(sales.cents)
        self._above += above
        self._above_total += above
        clients, services = self._clients.merged_numbers(sales.clients), self._services.merged_numbers(sales.services)
        dropped = self._repeats.drops(numbers, replace(sales, clients=clients, services=services))
        accepted = sales.without(dropped) if dropped else sales
        if len(accepted):
            self._count(accepted)
        return dropped

    def _count(self, sales: Sales) -> None:
        self._accepted += len(sales)
        self._cents += sum(sales.cents)
        self._first_day = min(self._first_day, min(sales.days))
        self._last_day = max(self._last_day, max(sales.days))
        self._sold.update(sales.services)
        self._clients.count(sales.clients)
        if min(sales.cents) < 0:
            refunds = [cents for cents in sales.cents if cents < 0]
            self._refunds += len(refunds)
            self._refund_cents += sum(refunds)

    def verdict(self, sales: Sales, place: int) -> Verdict:
        """What is said of an accepted row."""
        if sales.cents[place] < 0:
            return Verdict.REFUND
        is_merged = self._clients.has_others(sales.clients[place : place + 1])
        return Verdict.MERGED if is_merged else Verdict.ACCEPTED

    def may_merge(self, sales: Sales) -> bool:
        """Whether one of these rows is said to be merged."""
        return self._clients.has_others(sales.clients)

    # A row by itself

    def judge(self, raw: RawRow) -> Judged:
        """Decide about one row."""
        self._rows += 1
        try:
            day = self._day(raw)
            if day is None:
                return self._total(raw)
            row = self._read(raw, day)
        except _RejectedRow as rejected:
            self._rejected_count += 1
            if len(self._rejected) < _LISTED:
                self._rejected.append(Rejected(raw.number, rejected.why, rejected.field))
            return Judged(raw, Verdict.REJECTED, None, rejected.why, rejected.field)
        sales = self._one(row)
        if self._settle([raw.number], sales):
            return Judged(raw, Verdict.REPEAT, None, Message(REPEATED))
        return Judged(raw, self.verdict(sales, 0), row)

    def _day(self, raw: RawRow) -> date | None:
        """The row's day; None for a total row, which has none."""
        day = self._days[raw.date]
        if day is not None:
            return date.fromordinal(day)
        if _total_text(raw) is not None:
            return None
        if raw.date == "":
            raise _RejectedRow("date", N_("no sale date"))
        raise _RejectedRow("date", N_("no such date: {text}"), text=str(raw.date))

    def _read(self, raw: RawRow, day: date) -> LedgerRow:
        cents = self._read_cents(raw)
        department = self._department(raw)
        client, service = self._clients.key(raw.client), self._services.key(raw.service)
        if not client:
            raise _RejectedRow("client", N_("no client"))
        if not service:
            raise _RejectedRow("service", N_("no service"))
        return LedgerRow(
            day, department, raw.client, client, raw.service, service, cents, raw.document or None, raw.manager or None
        )

    def _one(self, row: LedgerRow) -> Sales:
        return Sales.of([row], self.names)

    def _amount(self, cell: object) -> Decimal | None:
        amount = read_number(cell, self._mark)
        return amount if amount is None or self._scale == 1 else amount * self._scale

    def _cents_column(self, cells: Sequence[object]) -> Sequence[Cents | None]:
        """Hundredths of amounts: remembered while few differ, else many at once."""
        plain = plain_cents_column(cells) if self._scale == 1 and len(self._cents_of) > _FEW else None
        return list(map(self._cents_of.__getitem__, cells)) if plain is None else plain

    def _find_cents(self, cell: object) -> Cents | None:
        """Hundredths of an amount; None when it is none or too large. Amounts of more than two decimals are noted."""
        plain = plain_cents(cell) if self._scale == 1 else None
        if plain is not None:
            return plain
        amount = self._amount(cell)
        if amount is None or abs(amount) > _MOST:
            return None
        cents = to_cents(amount)
        if int(amount.as_tuple().exponent) < -2:
            self._more_decimals[cell] = amount * 100 != cents, shape(cell) is Shape.UNSURE
        return cents

    def _read_cents(self, raw: RawRow) -> Cents:
        cents = self._cents_of[raw.amount]
        if cents is not None:
            self._note_decimals([raw.number], [raw.amount])
            return cents
        if raw.amount == "":
            raise _RejectedRow("amount", N_("no amount"))
        if self._amount(raw.amount) is None:
            raise _RejectedRow("amount", N_("not a number: {text}"), text=str(raw.amount))
        raise _RejectedRow("amount", N_("the amount is too large: {text}"), text=str(raw.amount))

    def _note_decimals(self, numbers: Sequence[int], amounts: Sequence[object]) -> None:
        """Remember amounts of more than two decimals: rounded ones, and ``1,500`` read as 1.5."""
        if not self._more_decimals or self._more_decimals.keys().isdisjoint(amounts):
            return
        for number, cell in zip(numbers, amounts, strict=True):
            is_rounded, is_unsure = self._more_decimals.get(cell, (False, False))
            self._rounded += is_rounded
            if is_unsure and len(self._unsure) < _LISTED:
                self._unsure.append(number)

    def _sellers_below(self, section: str | None) -> Known[tuple[str, str], int | None]:
        """Whose sale a row below a section is, by its department and manager."""

        def find(place: tuple[str, str]) -> int | None:
            department, manager = place[0].strip(), place[1].strip()
            whole = section is not None and not department
            found = section if whole else self._departments.of_row(department, manager)
            return None if found is None else self.names.departments[found]

        return self._sellers.setdefault(section, Known(find))

    def _department(self, raw: RawRow) -> str:
        found = self._sellers_below(raw.section)[raw.department, raw.manager]
        if found is not None:
            return self.names.departments.texts[found]
        if not raw.department:
            raise _RejectedRow("department", N_("no department"))
        if raw.department in self._unknown or len(self._unknown) < _LISTED:
            self._unknown[raw.department] = self._unknown.get(raw.department, 0) + 1
        raise _RejectedRow("department", N_("unknown department: {text}"), text=raw.department)

    def _total(self, raw: RawRow) -> Judged:
        stated = self._amount(raw.amount)
        counted = min((money(self._above), money(self._above_total)), key=lambda sum_: abs(sum_ - (stated or 0)))
        self._above = 0
        if len(self._totals) < _LISTED:
            self._totals.append(TotalRow(raw.number, _total_text(raw) or "", stated, counted))
        return Judged(raw, Verdict.TOTAL, None, Message(N_("total row")))

    def report(self) -> CleaningReport:
        """What has been found so far."""
        return CleaningReport(
            rows=self._rows,
            accepted=self._accepted,
            total=money(self._cents),
            first_date=date.fromordinal(self._first_day) if self._accepted else None,
            last_date=date.fromordinal(self._last_day) if self._accepted else None,
            rejected_count=self._rejected_count,
            rejected=tuple(self._rejected),
            totals=tuple(self._totals),
            repeats_dropped=self._repeats.dropped_count,
            dropped_rows=tuple(self._repeats.dropped),
            repeats_possible=self._repeats.possible_count,
            possible_rows=tuple(self._repeats.possible),
            refunds=self._refunds,
            refunds_total=money(self._refund_cents),
            clients=len(self._clients),
            services=len(set(self._services.merged_numbers([*self._sold]))),
            merged=self._clients.merged(),
            near=self._clients.near(),
            unknown_departments=dict(self._unknown),
            unsure_amounts=tuple(self._unsure),
            rounded=self._rounded,
        )


def _total_text(raw: RawRow) -> str | None:
    """What a row says that calls itself a total, in any of its cells."""
    return next((cell for cell in raw.cells or raw[1:] if isinstance(cell, str) and is_total(cell)), None)


def _ordinal(cell: Any) -> int | None:
    day = read_day(cell)
    return None if day is None else day.toordinal()


def _places_of_none(columns: Iterable[Sequence[object]]) -> list[int]:
    """The places at which a column has nothing to go on with."""
    found: set[int] = set()
    for column in columns:
        if None in column:
            found.update(place for place, cell in enumerate(column) if cell is None)
    return sorted(found)
