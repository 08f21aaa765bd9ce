"""One pass over a sales ledger, block by block in columns, and examples of its rows for a preview (METHOD C.8.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import cast

from workshop_app.domain.ledger import (
    REPEATED,
    Cells,
    Cleaner,
    CleaningReport,
    DepartmentNames,
    Judged,
    LedgerRow,
    RawRow,
    Sales,
    Taken,
    Verdict,
)
from workshop_app.domain.message import Message
from workshop_app.exchange.grid import Block, Cell, Progress, Record, RowReader, Table, cell_text

_MOST_FAULTS, _MOST_LEFT_OUT, _FEW = 1000, 100, 20


class ReadingCancelled(Exception):
    """A person stopped the reading; nothing of it is to be kept."""


class Examples:
    """Some rows of every verdict, the first ones of the file."""

    MOST: Mapping[Verdict, int] = MappingProxyType(
        dict.fromkeys(Verdict, _FEW)
        | {Verdict.REJECTED: _MOST_FAULTS, Verdict.REPEAT: _MOST_LEFT_OUT, Verdict.TOTAL: _MOST_LEFT_OUT}
    )

    def __init__(self) -> None:
        self.kept: dict[Verdict, list[Judged]] = {verdict: [] for verdict in Verdict}

    def forget(self) -> None:
        """Ready for another reading."""
        for judged in self.kept.values():
            judged.clear()

    def wants(self, *verdicts: Verdict) -> bool:
        """Whether there is room for one of these."""
        return any(len(self.kept[verdict]) < self.MOST[verdict] for verdict in verdicts)

    def see(self, judged: Judged) -> None:
        """Keep it while there is room."""
        if self.wants(judged.verdict):
            self.kept[judged.verdict].append(judged)


class LedgerReading:
    """One pass over a ledger. Iterating gives the accepted rows, ``sales`` the same in columns."""

    def __init__(
        self,
        table: Table,
        departments: DepartmentNames,
        cleaner: Cleaner,
        progress: Progress | None,
        cancelled: Callable[[], bool] | None,
        examples: Examples | None,
    ) -> None:
        self._table = table
        self._reader = RowReader(table, departments.find, totals=False)
        self._cleaner = cleaner
        self._progress = progress
        self._cancelled = cancelled
        self._examples = examples
        self._places = _Places(table)

    def __iter__(self) -> Iterator[LedgerRow]:
        for sales in self.sales():
            yield from sales.rows()

    def sales(self) -> Iterator[Sales]:
        """The accepted rows, some thousand at a time. Raises ``ReadingCancelled`` soon after ``cancelled`` says so."""
        for block in self._table.grid.blocks(self._progress):
            if self._cancelled is not None and self._cancelled():
                raise ReadingCancelled
            for taken in self._taken(block):
                if self._examples is not None:
                    self._show(block, taken, self._examples)
                if len(kept := taken.kept):
                    yield kept

    def _taken(self, block: Block) -> Iterator[Taken]:
        cells = self._places.cells(block, self._reader.last_header)

        def look_at(place: int) -> Judged | None:
            record = self._reader.record(block.numbers[place], block.row(place))
            judged = None if record is None else self._cleaner.judge(self._places.raw(record))
            if judged is not None and self._examples is not None:
                self._examples.see(judged)
            return judged

        return self._cleaner.clean_block(cells, look_at, lambda: self._reader.named)

    def _show(self, block: Block, taken: Taken, examples: Examples) -> None:
        """Rows for which there still is room; most blocks have none."""
        sales, dropped = taken.sales, frozenset(taken.dropped)
        wanted = (
            examples.wants(Verdict.ACCEPTED)
            or (bool(dropped) and examples.wants(Verdict.REPEAT))
            or (examples.wants(Verdict.REFUND) and min(sales.cents) < 0)
            or (examples.wants(Verdict.MERGED) and self._cleaner.may_merge(sales))
        )
        for place in range(len(sales)) if wanted else ():
            verdict = Verdict.REPEAT if place in dropped else self._cleaner.verdict(sales, place)
            if examples.wants(verdict):
                at = taken.start + place
                raw = self._places.raw(Record(block.numbers[at], block.row(at), self._table.columns))
                why = Message(REPEATED) if verdict is Verdict.REPEAT else None
                examples.see(Judged(raw, verdict, None, why))

    def judge(self, number: int, cells: Sequence[Cell], section: str | None) -> Judged:
        """Decide about a row that is not in the file."""
        return self._cleaner.judge(self._places.raw(Record(number, cells, self._table.columns, section)))

    def report(self) -> CleaningReport:
        """What cleaning has found so far; complete when all rows have been taken."""
        return self._cleaner.report()


class _Places:
    """Where the fields of a ledger stand."""

    def __init__(self, table: Table) -> None:
        at = table.columns.at
        self._absent = max(at.values(), default=-1) + 1
        place = {name: at.get(name, self._absent) for name in ("date", "client", "service", "amount", "document")}
        manager = at.get("manager", self._absent)
        department = at.get("department", manager)
        self._day, self._amount = place["date"], place["amount"]
        self._texts = (department, place["client"], place["service"], place["document"], manager)

    def cells(self, block: Block, last_header: int) -> Cells:
        """The columns of a block; what stands above or in the header has no day and so is no sale."""
        department, client, service, document, manager = self._texts
        days = self._column(block, self._day)
        above = sum(number <= last_header for number in block.numbers[: last_header + 1])
        return Cells(
            numbers=block.numbers,
            days=[""] * above + list(days[above:]) if above else days,
            departments=_texts(self._column(block, department), block.is_text),
            clients=_texts(self._column(block, client), block.is_text),
            services=_texts(self._column(block, service), block.is_text),
            amounts=self._column(block, self._amount),
            documents=_texts(block.column(document), block.is_text) if document < self._absent else self._none(block),
            managers=_texts(self._column(block, manager), block.is_text),
        )

    def _column(self, block: Block, at: int) -> Sequence[Cell]:
        return block.untrimmed(at) if at < self._absent else self._none(block)

    def _none(self, block: Block) -> list[str]:
        return [""] * len(block.numbers)

    def raw(self, record: Record) -> RawRow:
        """One row."""
        department, client, service, document, manager = (self._cell(record, at) for at in self._texts)
        day, amount = record.at(self._day), record.at(self._amount)
        return RawRow(
            record.number,
            day,
            cell_text(department),
            cell_text(client),
            cell_text(service),
            amount,
            cell_text(document),
            cell_text(manager),
            record.section,
            record.cells,
        )

    def _cell(self, record: Record, at: int) -> Cell:
        return record.at(at) if at < self._absent else ""


def _texts(cells: Sequence[Cell], are_texts: bool) -> Sequence[str]:
    if are_texts:
        return cast("Sequence[str]", cells)  # what ``is_text`` says of a block
    return [cell if isinstance(cell, str) else cell_text(cell) for cell in cells]
