"""A sales ledger looked at before it is loaded: its columns, a verdict for every row, open questions (METHOD C.8.1)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import Verdict
from workshop_app.domain.message import Message, ProblemError
from workshop_app.exchange.grid import NO_COLUMN, Answers, Progress, Table, cell_text, column_key, find_table
from workshop_app.exchange.ledger_file import FIELDS
from workshop_app.exchange.ledger_loading import LedgerPlan, plan_ledger
from workshop_app.exchange.ledger_reading import Examples

MOST_ROWS = 20
_MOST_COLUMNS = 9
_ORDER = (Verdict.REJECTED, Verdict.TOTAL, Verdict.REPEAT, Verdict.REFUND, Verdict.MERGED, Verdict.ACCEPTED)


@dataclass(frozen=True)
class PreviewColumn:
    """A column of the file: its place from 0, its title there, and the field it is taken for."""

    place: int
    title: str
    field: str | None


@dataclass(frozen=True)
class PreviewRow:
    """A row of the file as it stands there; ``verdict`` None while the columns are not known."""

    id: str
    cells: tuple[str, ...]
    verdict: Verdict | None
    why: Message | None = None


@dataclass(frozen=True)
class LedgerPreview:
    """What the page shows. ``plan`` is None, and ``problem`` says why, while a column that is needed is missing."""

    path: Path
    about: str
    columns: tuple[PreviewColumn, ...]
    rows: tuple[PreviewRow, ...]
    plan: LedgerPlan | None
    problem: Message | None = None

    @property
    def known(self) -> int:
        """How many columns are taken for something."""
        return sum(column.field is not None for column in self.columns)


def _rows(examples: Examples, places: Sequence[int]) -> tuple[PreviewRow, ...]:
    found = [judged for verdict in _ORDER for judged in examples.kept[verdict]][:MOST_ROWS]
    return tuple(
        PreviewRow(str(judged.number), _texts(judged.raw.cells, places), judged.verdict, judged.why) for judged in found
    )


def read_ledger_file(
    engagement: Engagement,
    path: Path,
    answers: Answers | None = None,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> LedgerPreview:
    """Read a whole ledger; touches nothing. ProblemError when it is no table; ``ReadingCancelled`` when stopped."""
    given = dict(answers or {})
    table = find_table(path, FIELDS, given)
    columns = _columns(table)
    places = [column.place for column in columns]
    examples = Examples()
    about = table.grid.name or table.grid.about.replace("-SIG", "")
    try:
        plan = plan_ledger(engagement, path, given, progress, cancelled=cancelled, examples=examples)
    except ProblemError as error:
        return LedgerPreview(path, about, columns, _head(table, places), None, error.message)
    return LedgerPreview(path, about, columns, _rows(examples, places), plan)


def _columns(table: Table) -> tuple[PreviewColumn, ...]:
    fields = {place: name for name, place in table.columns.at.items()}
    others = [place for place in table.columns.rest if place not in fields]
    shown = sorted([*fields, *others[: max(0, _MOST_COLUMNS - len(fields))]])
    return tuple(PreviewColumn(place, table.columns.title(place), fields.get(place)) for place in shown)


def _head(table: Table, places: Sequence[int]) -> tuple[PreviewRow, ...]:
    last = max(table.columns.header_rows, default=0)
    below = [(number, cells) for number, cells in table.grid.head() if number > last]
    return tuple(PreviewRow(str(number), _texts(cells, places), None) for number, cells in below[:MOST_ROWS])


def _texts(cells: Sequence[object], places: Sequence[int]) -> tuple[str, ...]:
    return tuple(cell_text(cells[place]) if place < len(cells) else "" for place in places)  # type: ignore[arg-type]


def mapping_answers(columns: Sequence[PreviewColumn], place: int, field: str | None) -> dict[str, str]:
    """The answers that say which column is which after one column was taken for another field (None = nothing)."""
    fields = {column.place: column.field for column in columns if column.field != field}
    fields[place] = field
    at = {name: place for place, name in fields.items() if name is not None}
    return {column_key(each.name): str(at[each.name]) if each.name in at else NO_COLUMN for each in FIELDS}
