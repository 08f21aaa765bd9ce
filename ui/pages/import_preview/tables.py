"""Tables of an office on the import page: people, functions, activities, answers, matrices, surveys, indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType

from ui.bridge import DocumentBridge
from ui.pages.import_preview.preview import (
    MOST_SPECIAL,
    ROWS_SHOWN,
    LeftOut,
    Preview,
    PreviewColumn,
    PreviewRow,
    Verdict,
    Watch,
)
from ui.pages.import_preview.troubles import Trouble
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, ProblemError
from workshop_app.domain.model import UNDO_EXCLUDED
from workshop_app.exchange.grid import Answers, Cell, CorrectedGrid, Grid, Table, cell_text
from workshop_app.exchange.imports import KINDS, Fate, ImportPlan, plan_import, table_in
from workshop_app.i18n import Words

TITLES: Mapping[str, str] = MappingProxyType(
    {
        "people": N_("list of people"),
        "functions": N_("function list"),
        "activities": N_("list of activities"),
        "claims": N_("answers: who does what"),
        "raci": N_("RACI matrix"),
        "survey": N_("survey answers"),
        "indicators": N_("indicators"),
        "actions": N_("actions"),
    }
)
_BY_TITLE = frozenset(("claims", "raci", "survey"))
"""Kinds in which every further column is a department, a person or a question named by its title."""


class TableImport:
    """A file of one of the ``KINDS``."""

    rereads = True

    def __init__(self, path: Path, kind: str, words: Words) -> None:
        self.path, self.kind, self._words = path, kind, words
        self.title = words(TITLES.get(kind, kind))

    def read(self, engagement: Engagement, answers: Answers, watch: Watch) -> Preview:
        """See ``ImportSource``. A file without a needed column is shown, so that a person says which it is."""
        table = table_in(engagement, self.path, self.kind, answers)
        try:
            plan = plan_import(engagement, self.path, self.kind, answers)
        except ProblemError as error:
            found = self._preview(table, None)
            if not found.rows or (table.columns.at and not table.columns.missing):
                raise
            hint = self._words("Or choose them above the columns.")
            return replace(found, problem=f"{self._words.message(error.message)} {hint}")
        return self._preview(table, plan)

    def retyped(self, preview: Preview, row: int, column: int, text: str) -> None:
        """See ``ImportSource``."""

    def load(self, bridge: DocumentBridge, preview: Preview) -> Iterator[float]:
        """See ``ImportSource``."""
        if isinstance(preview.plan, ImportPlan):
            bridge.document.run(preview.plan.operation())
        yield from ()

    def said(self, preview: Preview) -> str:
        """«новых 12, изменено 3»."""
        plan = preview.plan
        added, updated = (plan.added, plan.updated) if isinstance(plan, ImportPlan) else (0, 0)
        return self._words("Imported: {added} new, {updated} changed", added=added, updated=updated)

    def _preview(self, table: Table, plan: ImportPlan | None) -> Preview:
        words, columns = self._words, self._columns(table, plan.unread if plan else ())
        verdicts = self._verdicts(plan)
        rows, count = self._rows(table, verdicts, self._troubles(plan), plan.fates if plan else {})
        left = tuple(
            LeftOut(number, said, verdict is Verdict.FAULT)
            for number, (verdict, said) in sorted(verdicts.items())
            if verdict in (Verdict.LEAVE, Verdict.FAULT)
        )
        choices = tuple((field.name, words(field.title)) for field in KINDS[self.kind].fields)
        ready = plan.added + plan.updated if plan else 0
        return Preview(
            about=about(table, words),
            numbers=self._numbers(columns, plan, count, len(left)),
            columns=columns,
            choices=choices,
            rows=rows,
            questions=plan.questions if plan else table.questions,
            left_out=left,
            left_out_count=len(left),
            notes=tuple(words.message(note) for note in plan.notes) if plan else (),
            ready=ready,
            problem=self._problem(plan, ready),
            plan=plan,
            undoable=plan is None or any(row.table not in UNDO_EXCLUDED for row in plan.rows),
            sheet=table.grid.name,
            in_cells=frozenset(doubt.key for doubt in plan.doubts) if plan else frozenset(),
        )

    def _problem(self, plan: ImportPlan | None, ready: int) -> str:
        _ = self._words
        question = plan.open_question if plan else None
        if question is not None:
            return _("Needs an answer first: {question}", question=question.text)
        return "" if ready else _("Nothing in it is new")

    def _columns(self, table: Table, unread: Collection[int]) -> tuple[PreviewColumn, ...]:
        fields = {column: name for name, column in table.columns.at.items()}
        width = max(len(table.columns.header), max(fields, default=-1) + 1)
        by_title = frozenset(table.columns.rest).difference(unread) if self.kind in _BY_TITLE else frozenset()
        fixed = self._words("by its title")
        return tuple(
            PreviewColumn(table.columns.title(at), fields.get(at, ""), fixed if at in by_title else "")
            for at in range(width)
        )

    def _verdicts(self, plan: ImportPlan | None) -> dict[int, tuple[Verdict, str]]:
        """The rows with something to say, by their number."""
        _ = words = self._words
        found: dict[int, tuple[Verdict, str]] = {}
        if plan is None:
            return found
        for skipped in plan.skipped:
            found[skipped.row] = (Verdict.LEAVE, words.message(skipped.why))
        for repeat in plan.repeats:
            found[repeat.row] = (Verdict.LEAVE, _("as row {row}", row=repeat.same_as))
        for doubt in plan.doubts:
            found.setdefault(doubt.row, (Verdict.ASK, _("see the cell")))
        return found

    def _troubles(self, plan: ImportPlan | None) -> dict[int, dict[int, Trouble]]:
        """What is wrong with single cells, by row and column."""
        say = self._words.message
        found: dict[int, dict[int, Trouble]] = defaultdict(dict)
        for doubt in plan.doubts if plan else ():
            found[doubt.row][doubt.column] = Trouble(say(doubt.why))
        for skipped in plan.skipped if plan else ():
            if skipped.column is not None:
                found[skipped.row][skipped.column] = Trouble(say(skipped.why), grave=True)
        return found

    def _rows(
        self,
        table: Table,
        verdicts: Mapping[int, tuple[Verdict, str]],
        troubles: Mapping[int, dict[int, Trouble]],
        fates: Mapping[int, Fate],
    ) -> tuple[tuple[PreviewRow, ...], int]:
        """The rows of the preview, those that stay as they are last, and how many rows of data the file has."""
        before = self._before(table.grid)
        special: list[PreviewRow] = []
        plain: list[PreviewRow] = []
        same: list[PreviewRow] = []
        last_header, count = max(table.columns.header_rows, default=0), 0
        for number, cells in table.grid.rows():
            if number <= last_header or not any(cell != "" for cell in cells):
                continue
            fate = fates.get(number)
            verdict, said = verdicts.get(number) or self._ordinary(table, cells, fate)
            stays = fate is Fate.SAME and verdict is Verdict.LEAVE
            count += stays or verdict in (Verdict.TAKE, Verdict.ASK, Verdict.MERGE)
            rows = plain if verdict is Verdict.TAKE else same if stays else special
            most = MOST_SPECIAL if rows is special else ROWS_SHOWN
            if len(rows) < most:
                texts = tuple(self._text(cell) for cell in cells)
                found, typed = troubles.get(number, {}), before.get(number, {})
                rows.append(PreviewRow(str(number), number, texts, verdict, said, found, typed))
        return (*special, *plain, *same), count

    def _before(self, grid: Grid) -> dict[int, dict[int, str]]:
        """What stood in the cells that were corrected, by row and column."""
        found: dict[int, dict[int, str]] = defaultdict(dict)
        if isinstance(grid, CorrectedGrid):
            for (row, column), cell in grid.before.items():
                found[row][column] = self._text(cell)
        return found

    def _ordinary(self, table: Table, cells: Sequence[Cell], fate: Fate | None) -> tuple[Verdict, str]:
        _ = self._words
        if fate is Fate.CHANGED:
            return Verdict.MERGE, _("changes")
        if fate is Fate.SAME:
            return Verdict.LEAVE, _("as it is already")
        filled = sum(cell != "" for cell in cells)
        if filled == 1 and len(table.columns.at) > 1:
            return Verdict.LEAVE, _("heads the rows below")
        return Verdict.TAKE, _("take")

    def _text(self, cell: Cell) -> str:
        if isinstance(cell, Decimal):
            return self._words.number(cell)
        return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else cell_text(cell)

    def _numbers(
        self, columns: tuple[PreviewColumn, ...], plan: ImportPlan | None, rows: int, left: int
    ) -> tuple[tuple[str, str], ...]:
        _ = words = self._words
        used = sum(bool(column.field or column.fixed) for column in columns)
        titled = sum(bool(column.title or column.field) for column in columns)
        found = [
            (words.number(rows), _("rows of data")),
            (_("{used} of {all}", used=used, all=titled), _("columns recognised")),
        ]
        if plan is not None:
            found += [(words.number(plan.added), _("new rows")), (words.number(plan.updated), _("will change"))]
        return (*found, (words.number(left), _("left out")))


def about(table: Table, words: Words) -> str:
    """How a file was read: its sheet, or the encoding and separator of a CSV."""
    encoding, comma, mark = table.grid.about.partition(", ")
    if comma:
        return words("{encoding}, separator “{mark}”", encoding=encoding.removesuffix("-SIG"), mark=mark)
    return ", ".join(filter(None, (table.grid.name, table.grid.about)))
