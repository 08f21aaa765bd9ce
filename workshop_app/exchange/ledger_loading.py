"""A sales ledger on its way into the document: read whole, looked at, then loaded as a batch (METHOD C.8)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from workshop_app.domain.department_code import code_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import CleaningReport, DepartmentNames, Judged, LedgerRow, money
from workshop_app.domain.ledger.departments import person_key
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Department, LedgerSource
from workshop_app.domain.rounding import json_number
from workshop_app.domain.short_names import spellings
from workshop_app.exchange.grid import (
    Answers,
    Cell,
    CorrectedGrid,
    Progress,
    Question,
    Skipped,
    require_answers,
)
from workshop_app.exchange.imports.cells import line
from workshop_app.exchange.imports.plan import ImportCounts, Say
from workshop_app.exchange.kept_rows import KeptRows
from workshop_app.exchange.ledger_file import aliases_from, alike_answers, open_ledger, report_questions
from workshop_app.exchange.ledger_reading import Examples
from workshop_app.services.document import Change, Document
from workshop_app.services.edit import Edit
from workshop_app.services.ledger import LedgerLoading

KIND = "ledger"


@frozen
class LedgerPlan:
    """A ledger that is ready to be loaded.

    ``rows`` are the accepted ones. ``departments`` are new: a document without any learns them from the ledger.
    ``source`` keeps the spellings that a person's answers brought together. ``before``: what stood in cells that a
    person has corrected, by row and column. ``judge`` decides about a row by itself: number, cells, section.
    """

    file: str
    rows: KeptRows
    departments: tuple[Department, ...]
    source: LedgerSource
    report: CleaningReport
    questions: tuple[Question, ...]
    judge: Callable[[int, Sequence[Cell], str | None], Judged]
    before: Mapping[tuple[int, int], Cell] = field(default_factory=dict)
    kind: ClassVar[str] = KIND

    @property
    def counts(self) -> ImportCounts:
        """The loading in figures."""
        left_out = self.report.rejected_count + len(self.report.totals)
        return ImportCounts(len(self.rows), skipped=left_out, repeats=self.report.repeats_dropped)

    @property
    def skipped(self) -> tuple[Skipped, ...]:
        """The first rows that are not loaded, in order."""
        rejected = [Skipped(entry.row, entry.why) for entry in self.report.rejected]
        totals = [Skipped(total.row, Message(N_("total row"))) for total in self.report.totals]
        return tuple(sorted([*rejected, *totals], key=lambda skipped: skipped.row))

    def texts(self) -> Iterator[str]:
        """What its rows say, to tell their language by."""
        return (f"{row.client} {row.service}" for row in self.rows)

    def load(self, document: Document, now: datetime | None = None, *, replace_earlier: bool = False) -> Change:
        """Load the rows as a batch that counts; ``ProblemError`` while a question must be answered first."""
        loading = self.begin(document, now, replace_earlier=replace_earlier)
        loading.write()
        return loading.finish()

    def begin(self, document: Document, now: datetime | None = None, *, replace_earlier: bool = False) -> LedgerLoading:
        """Begin to load in parts; ``ProblemError`` while a question must be answered first."""
        require_answers(self.file, self.questions)
        if not self.rows:
            raise ProblemError(Message(N_("{file}: no row of it can be used."), {"file": self.file}))
        return LedgerLoading(
            document,
            self.rows.parts(),
            file=self.file,
            report=self.report.as_json(),
            now=now,
            also=self._prepare,
            replace_earlier=replace_earlier,
        )

    def _prepare(self, edit: Edit) -> None:
        for department in self.departments:
            edit.add(department)
        edit.put(self.source)

    def as_json(self, say: Say) -> dict[str, object]:
        """``--dry-run`` (DECISIONS, Command line)."""
        return {
            "kind": self.kind,
            "file": self.file,
            "added": len(self.rows),
            "updated": 0,
            "unchanged": 0,
            "rows": [_row_json(row) for row in self.rows],
            "also": [{"table": "departments", **_named(department)} for department in self.departments],
            "skipped": [skipped.as_json(say) for skipped in self.skipped],
            "repeats": [{"row": row} for row in self.report.dropped_rows],
            "questions": [question.as_json(say) for question in self.questions],
            "report": self.report.as_json(say),
        }


def plan_ledger(
    engagement: Engagement,
    path: Path,
    answers: Answers | None = None,
    progress: Progress | None = None,
    *,
    cancelled: Callable[[], bool] | None = None,
    examples: Examples | None = None,
) -> LedgerPlan:
    """Read a ledger for a document. ``ProblemError`` in words when it is none.

    ``examples`` keeps some rows of every verdict. The file is read once more where a person has said of many clients
    at once that each is one. Raises ``ReadingCancelled`` soon after ``cancelled`` says so.
    """
    given = answers or {}
    source = _with_answers(engagement.ledger, given)
    names = DepartmentNames(engagement.departments, source.department_aliases, _managers(engagement))
    ledger = open_ledger(path, given)
    aliases = source.client_aliases, source.service_aliases
    reading = ledger.read(names, *aliases, progress=progress, cancelled=cancelled, examples=examples)
    rows = KeptRows(reading.sales())
    made: dict[str, Department] = {}
    if not engagement.departments:
        made = _new_departments(names)
        rows.name_departments({text: department.id for text, department in made.items()})
    report = reading.report()
    if alike := alike_answers(report, given):
        given = {**given, **alike}
        if examples is not None:
            examples.forget()
        return plan_ledger(engagement, path, given, progress, cancelled=cancelled, examples=examples)
    open_questions = [q for q in report_questions(report, engagement.departments) if q.key not in given]
    return LedgerPlan(
        file=path.name,
        rows=rows,
        departments=tuple(made.values()),
        source=source,
        report=report,
        questions=(*ledger.questions, *open_questions),
        judge=lambda number, cells, section: ledger.read(names, *aliases).judge(number, cells, section),
        before=grid.before if isinstance(grid := ledger.table.grid, CorrectedGrid) else {},
    )


def _managers(engagement: Engagement) -> Mapping[str, str]:
    """People's names and their departments, for ledgers that only say who sold.

    As lists write them («Зимин А. В.»), unless a spelling fits people of several departments.
    """
    found: dict[str, set[str]] = {}
    for person in engagement.people:
        for spelling in spellings(person.name) if person.department_id else ():
            found.setdefault(person_key(spelling), set()).add(person.department_id or "")
    own = {person_key(person.name): person.department_id for person in engagement.people if person.department_id}
    return {key: min(homes) for key, homes in found.items() if len(homes) == 1} | own


def _with_answers(source: LedgerSource, answers: Answers) -> LedgerSource:
    departments, clients = aliases_from(answers)
    return replace(
        source,
        department_aliases=_merged(source.department_aliases, departments),
        client_aliases=_merged(source.client_aliases, clients),
    )


def _merged(known: tuple[tuple[str, str], ...], new: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple({**dict(known), **dict(new)}.items())


def _new_departments(names: DepartmentNames) -> dict[str, Department]:
    made: dict[str, Department] = {}
    for number, text in enumerate(names.order, start=1):
        name = line(text)
        code = code_of(name, (department.short for department in made.values()))
        made[text] = Department(id=f"{Department.prefix}{number:02}", name=name, short=code)
    return made


def _row_json(row: LedgerRow) -> dict[str, Any]:
    return {
        "table": "ledger_rows",
        "date": row.date.isoformat(),
        "department_id": row.department_id,
        "client": row.client,
        "service": row.service,
        "amount": json_number(money(row.cents)),
        "document": row.document,
        "manager": row.manager,
    }


def _named(department: Department) -> dict[str, Any]:
    return {"id": department.id, "name": department.name, "short": department.short}
