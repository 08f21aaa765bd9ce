"""Cleaning a sales ledger row by row (METHOD C.8.1): what is accepted, and what is said about the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from workshop_app.domain.ledger.amounts import Mark, Shape, read_number, shape, to_cents
from workshop_app.domain.ledger.days import read_day
from workshop_app.domain.ledger.departments import DepartmentNames
from workshop_app.domain.ledger.keys import Aliases, client_key, service_key
from workshop_app.domain.ledger.repeats import Repeats
from workshop_app.domain.ledger.report import CleaningReport, Rejected, TotalRow, money
from workshop_app.domain.ledger.rows import LedgerRow
from workshop_app.domain.ledger.spellings import SpellingBook
from workshop_app.domain.message import N_, Message
from workshop_app.domain.text_key import is_total

_LISTED = 1000
_MOST_CENTS = 9 * 10**17


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
    """A row with its verdict: the accepted row, or the reason why there is none. ``raw`` is what the file says."""

    raw: RawRow
    verdict: Verdict
    row: LedgerRow | None = None
    why: Message | None = None

    @property
    def number(self) -> int:
        """The row's number in the file."""
        return self.raw.number


class _RejectedRow(Exception):
    def __init__(self, text: str, /, **params: object) -> None:
        super().__init__(text)
        self.why = Message(text, params)


class Cleaner:
    """Judges the rows of one ledger in their order and remembers what a report needs.

    ``mark`` is a person's answer for a column whose amounts all look like ``1,500`` (see ``amounts.is_unsure``);
    ``scale`` multiplies amounts that are given in thousands or millions.
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
        self._clients = SpellingBook(client_key, Aliases(client_aliases, client_key))
        self._services = SpellingBook(service_key, Aliases(service_aliases, service_key))
        self._mark = mark
        self._scale = scale
        self._days: dict[object, date] = {}
        self._sellers: dict[tuple[str, str], str] = {}
        self._sold: set[str] = set()
        self._repeats = Repeats(_LISTED)
        self._rejected: list[Rejected] = []
        self._totals: list[TotalRow] = []
        self._unknown: dict[str, int] = {}
        self._unsure: list[int] = []
        self._rows = self._accepted = self._rejected_count = self._refunds = self._rounded = 0
        self._cents = self._refund_cents = self._above = self._above_total = 0
        self._first_date: date | None = None
        self._last_date: date | None = None

    def clean(self, raws: Iterable[RawRow]) -> Iterator[LedgerRow]:
        """The accepted rows, one after another."""
        for raw in raws:
            row = self.judge(raw).row
            if row is not None:
                yield row

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
                self._rejected.append(Rejected(raw.number, rejected.why))
            return Judged(raw, Verdict.REJECTED, None, rejected.why)
        self._above += row.cents
        self._above_total += row.cents
        if self._repeats.drops(raw.number, row):
            return Judged(raw, Verdict.REPEAT, None, Message(N_("the same document again")))
        return Judged(raw, self._accept(raw, row), row)

    def _day(self, raw: RawRow) -> date | None:
        """The row's day; None for a total row, which has none."""
        day = self._days.get(raw.date)
        if day is None:
            day = read_day(raw.date)
            if day is None:
                if _total_text(raw) is not None:
                    return None
                if raw.date == "":
                    raise _RejectedRow(N_("no sale date"))
                raise _RejectedRow(N_("no such date: {text}"), text=str(raw.date))
            self._days[raw.date] = day
        return day

    def _read(self, raw: RawRow, day: date) -> LedgerRow:
        cents = self._read_cents(raw)
        department = self._department(raw)
        client = self._clients.key(raw.client)
        if not client:
            raise _RejectedRow(N_("no client"))
        service = self._services.key(raw.service)
        if not service:
            raise _RejectedRow(N_("no service"))
        return LedgerRow(
            day, department, raw.client, client, raw.service, service, cents, raw.document or None, raw.manager or None
        )

    def _amount(self, raw: RawRow) -> Decimal | None:
        amount = read_number(raw.amount, self._mark)
        return amount if amount is None or self._scale == 1 else amount * self._scale

    def _read_cents(self, raw: RawRow) -> int:
        amount = self._amount(raw)
        if amount is None:
            if raw.amount == "":
                raise _RejectedRow(N_("no amount"))
            raise _RejectedRow(N_("not a number: {text}"), text=str(raw.amount))
        cents = to_cents(amount)
        if abs(cents) > _MOST_CENTS:
            raise _RejectedRow(N_("the amount is too large: {text}"), text=str(raw.amount))
        if int(amount.as_tuple().exponent) < -2:
            self._note_decimals(raw, amount, cents)
        return cents

    def _note_decimals(self, raw: RawRow, amount: Decimal, cents: int) -> None:
        """Remember amounts of more than two decimals: rounded ones, and ``1,500`` read as 1.5."""
        self._rounded += amount * 100 != cents
        if len(self._unsure) < _LISTED and shape(raw.amount) is Shape.UNSURE:
            self._unsure.append(raw.number)

    def _department(self, raw: RawRow) -> str:
        if raw.section is not None and not raw.department:
            return raw.section
        place = (raw.department, raw.manager)
        found = self._sellers.get(place) or self._departments.of_row(*place)
        if found is not None:
            self._sellers[place] = found
            return found
        if not raw.department:
            raise _RejectedRow(N_("no department"))
        if raw.department in self._unknown or len(self._unknown) < _LISTED:
            self._unknown[raw.department] = self._unknown.get(raw.department, 0) + 1
        raise _RejectedRow(N_("unknown department: {text}"), text=raw.department)

    def _accept(self, raw: RawRow, row: LedgerRow) -> Verdict:
        self._accepted += 1
        self._cents += row.cents
        self._first_date = min(self._first_date or row.date, row.date)
        self._last_date = max(self._last_date or row.date, row.date)
        self._sold.add(row.service_key)
        is_merged = self._clients.count(raw.client, row.client_key)
        if row.cents < 0:
            self._refunds += 1
            self._refund_cents += row.cents
            return Verdict.REFUND
        return Verdict.MERGED if is_merged else Verdict.ACCEPTED

    def _total(self, raw: RawRow) -> Judged:
        stated = self._amount(raw)
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
            first_date=self._first_date,
            last_date=self._last_date,
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
            services=len(self._sold),
            merged=self._clients.merged(),
            near=self._clients.near(),
            unknown_departments=dict(self._unknown),
            unsure_amounts=tuple(self._unsure),
            rounded=self._rounded,
        )


def _total_text(raw: RawRow) -> str | None:
    """What a row says that calls itself a total, in any of its cells."""
    return next((cell for cell in raw.cells or raw[1:] if isinstance(cell, str) and is_total(cell)), None)
