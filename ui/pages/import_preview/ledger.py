"""A sales ledger on the import page: read whole in a worker, loaded in parts, one undo step (METHOD C.8.1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import cast

from ui.bridge import DocumentBridge
from ui.pages.import_preview.preview import ROWS_SHOWN, LeftOut, Preview, PreviewColumn, PreviewRow, Verdict, Watch
from ui.pages.import_preview.tables import about
from ui.pages.import_preview.troubles import Trouble
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import CleaningReport, Judged
from workshop_app.domain.ledger import Verdict as Judgement
from workshop_app.domain.message import ProblemError
from workshop_app.exchange.grid import Answers, Cell, Table, find_table
from workshop_app.exchange.ledger_file import FIELDS
from workshop_app.exchange.ledger_loading import LedgerPlan, plan_ledger
from workshop_app.exchange.ledger_reading import Examples, ReadingCancelled
from workshop_app.i18n import Words

QUICK_ROWS = 20_000
"""Files of so many rows are read again for every cell that is typed anew."""

LEFT_NUMBER = 3
"""The place of the rows left out among the numbers of the strip."""

PARTS = 2
"""Written between two looks at the window."""
_OURS: Mapping[Judgement, Verdict] = MappingProxyType(
    {
        Judgement.REJECTED: Verdict.FAULT,
        Judgement.TOTAL: Verdict.LEAVE,
        Judgement.REPEAT: Verdict.LEAVE,
        Judgement.MERGED: Verdict.MERGE,
        Judgement.REFUND: Verdict.TAKE,
        Judgement.ACCEPTED: Verdict.TAKE,
    }
)
"""Verdicts in the order of the preview: what needs a look first."""


class LedgerImport:
    """A ledger file. Answers about clients and departments are tried out when it is loaded, not at every click."""

    rereads = False

    def __init__(self, path: Path, words: Words) -> None:
        self.path, self._words = path, words
        self._shown: dict[int, Judged] = {}
        self.title = words("sales ledger")

    def read(self, engagement: Engagement, answers: Answers, watch: Watch) -> Preview:
        """See ``ImportSource``. A file without a needed column is shown, so that a person says which it is."""
        files = {batch.file for batch in engagement.ledger_batches if batch.active}
        return replace(self._read(engagement, answers, watch), replaces=self.path.name in files if files else None)

    def _read(self, engagement: Engagement, answers: Answers, watch: Watch) -> Preview:
        table = find_table(self.path, FIELDS, answers)
        examples = Examples()
        try:
            plan = plan_ledger(
                engagement,
                self.path,
                answers,
                progress=lambda done, total: watch.report(done / max(1, total)),
                cancelled=watch.stopping,
                examples=examples,
            )
        except ReadingCancelled:
            return self._preview(table, None, examples)
        except ProblemError as error:
            if not table.columns.at:
                raise
            hint = self._words("Or choose them above the columns.")
            found = self._preview(table, None, examples)
            return replace(found, problem=f"{self._words.message(error.message)} {hint}")
        return self._preview(table, plan, examples)

    def retyped(self, preview: Preview, row: int, column: int, text: str) -> Preview | None:
        """See ``ImportSource``: a row of a long file is judged by itself; whether it repeats another one, and what it
        adds to totals, comes out when the file is read again to be loaded.
        """
        plan, before = preview.plan, self._shown.get(row)
        if not isinstance(plan, LedgerPlan) or before is None or plan.report.rows <= QUICK_ROWS:
            return None
        known = cast("Sequence[Cell]", before.raw.cells)  # the cells the file was read into
        cells = [*known, *[""] * (column + 1 - len(known))]
        cells[column] = text
        now = plan.judge(row, cells, before.raw.section)
        self._shown[row] = now
        return self._with_row(preview, plan, before, now, column)

    def _with_row(self, preview: Preview, plan: LedgerPlan, before: Judged, now: Judged, column: int) -> Preview:
        ready = preview.ready + (now.row is not None) - _is_taken(before)
        left_count = preview.left_out_count - (now.row is not None) + _is_taken(before)
        left = [entry for entry in preview.left_out if entry.number != now.number]
        if now.row is None:
            left = sorted([*left, self._left(now)], key=lambda entry: (not entry.fault, entry.number))
        old = next(row for row in preview.rows if row.number == now.number)
        places = {name: at for at, shown in enumerate(preview.columns) if (name := shown.field)}
        in_file = old.cells[column] if column < len(old.cells) else ""
        row = self._row(now, places, {column: in_file, **old.corrected})
        numbers = [*preview.numbers]
        numbers[LEFT_NUMBER] = (self._words.number(left_count), numbers[LEFT_NUMBER][1])
        return replace(
            preview,
            rows=tuple(row if each.number == row.number else each for each in preview.rows),
            left_out=tuple(left),
            left_out_count=left_count,
            ready=ready,
            numbers=tuple(numbers),
        )

    def load(self, bridge: DocumentBridge, preview: Preview) -> Iterator[float]:
        """See ``ImportSource``."""
        plan = preview.plan
        if not isinstance(plan, LedgerPlan):
            return
        loading = plan.begin(bridge.document, replace_earlier=bool(preview.replaces))
        while loading.write(PARTS):
            yield loading.written / max(1, len(plan.rows))
        loading.finish()

    def said(self, preview: Preview) -> str:
        """«Загружено 4 977 строк»."""
        return self._words.plural("{n} row loaded", "{n} rows loaded", preview.ready)

    def _preview(self, table: Table, plan: LedgerPlan | None, examples: Examples) -> Preview:
        words = self._words
        report = plan.report if plan else CleaningReport()
        fields = {column: name for name, column in table.columns.at.items()}
        width = max(len(table.columns.header), max(fields, default=-1) + 1)
        question = next((q for q in plan.questions if q.blocking), None) if plan else None
        problem = words("Needs an answer first: {question}", question=question.text) if question else ""
        if plan is not None and not plan.rows:
            problem = problem or words("Not one row with a date, a client and a sum")
        return Preview(
            about=about(table, words),
            numbers=self._numbers(report, len(fields), width) if plan else (),
            columns=tuple(PreviewColumn(table.columns.title(at), fields.get(at, "")) for at in range(width)),
            choices=tuple((field.name, words(field.title)) for field in FIELDS),
            rows=self._rows(examples, table, plan) if plan else self._head(table),
            questions=plan.questions if plan else (),
            left_out=self._left_out(report),
            left_out_count=report.rejected_count + len(report.totals) + report.repeats_dropped,
            notes=self._notes(report),
            ready=len(plan.rows) if plan else 0,
            problem=problem,
            plan=plan,
            sheet=table.grid.name,
        )

    def _numbers(self, report: CleaningReport, used: int, width: int) -> tuple[tuple[str, str], ...]:
        _ = words = self._words
        years = f"{report.first_date:%Y}–{report.last_date:%Y}" if report.first_date and report.last_date else "—"
        left = report.rejected_count + len(report.totals) + report.repeats_dropped
        return (
            (words.number(report.rows), _("rows of data")),
            (years, _("period")),
            (_("{used} of {all}", used=used, all=width), _("columns recognised")),
            (words.number(left), _("left out")),
            (words.number(report.spellings_merged), _("spellings merged")),
        )

    def _notes(self, report: CleaningReport) -> tuple[str, ...]:
        _ = words = self._words
        found = []
        if report.spellings_merged:
            text = _("{n} spellings brought together by rule: quotes, spaces, legal forms", n=report.spellings_merged)
            found.append(text)
        if report.repeats_possible:
            count = report.repeats_possible
            found.append(words.plural("{n} possible repeat is loaded", "{n} possible repeats are loaded", count))
        for total in (each for each in report.totals if not each.agrees):
            found.append(
                _(
                    "Row {row}: the total says {stated}, the rows above add up to {counted}",
                    row=total.row,
                    stated=words.number(total.stated, 2),
                    counted=words.number(total.counted, 2),
                )
            )
        return tuple(found)

    def _left(self, judged: Judged) -> LeftOut:
        why = self._words.message(judged.why) if judged.why else ""
        return LeftOut(judged.number, why, judged.verdict is Judgement.REJECTED)

    def _left_out(self, report: CleaningReport) -> tuple[LeftOut, ...]:
        words = self._words
        found = [LeftOut(rejected.row, words.message(rejected.why), True) for rejected in report.rejected]
        found += [LeftOut(total.row, f"{words('total row')}: {total.text}") for total in report.totals]
        found += [LeftOut(row, words("the same document again")) for row in report.dropped_rows]
        return tuple(sorted(found, key=lambda left: (not left.fault, left.number)))

    def _rows(self, examples: Examples, table: Table, plan: LedgerPlan) -> tuple[PreviewRow, ...]:
        found = [judged for verdict in _OURS for judged in examples.kept[verdict]]
        self._shown = {judged.number: judged for judged in found}
        typed: dict[int, dict[int, str]] = {}
        for (row, column), cell in plan.before.items():
            typed.setdefault(row, {})[column] = self._text(cell)
        return tuple(self._row(judged, table.columns.at, typed.get(judged.number, {})) for judged in found)

    def _head(self, table: Table) -> tuple[PreviewRow, ...]:
        """The first rows as they are, while it is not clear which column is which."""
        last = max(table.columns.header_rows, default=0)
        below = [(number, cells) for number, cells in table.grid.head() if number > last and any(cells)]
        return tuple(
            PreviewRow(str(number), number, tuple(map(self._text, cells)), Verdict.TAKE, "")
            for number, cells in below[:ROWS_SHOWN]
        )

    def _row(self, judged: Judged, places: Mapping[str, int], typed: Mapping[int, str]) -> PreviewRow:
        _ = words = self._words
        plain = {
            Judgement.ACCEPTED: _("take"),
            Judgement.MERGED: _("one spelling"),
            Judgement.REFUND: _("refund"),
        }
        said = words.message(judged.why) if judged.why else plain.get(judged.verdict, "")
        cells = tuple(self._text(cell) for cell in judged.raw.cells)
        at = places.get(judged.field) if judged.field else None
        troubles = {} if at is None else {at: Trouble(said, grave=True)}
        return PreviewRow(str(judged.number), judged.number, cells, _OURS[judged.verdict], said, troubles, typed)

    def _text(self, cell: object) -> str:
        if isinstance(cell, Decimal):
            return self._words.number(cell)
        return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else str(cell)


def _is_taken(judged: Judged) -> bool:
    """Whether the row is loaded; most rows of a file are shown without the row they become."""
    return judged.row is not None or _OURS[judged.verdict] in (Verdict.TAKE, Verdict.MERGE)
