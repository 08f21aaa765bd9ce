"""A sales ledger in a CSV or XLSX file: its columns, its questions, its cleaned rows (METHOD C.8.1).

How it is used::

    ledger = open_ledger(path, answers)                    # ProblemError when it is no ledger
    for question in ledger.questions: ...                  # ask, then open again with the answers
    reading = ledger.read(DepartmentNames(departments), client_aliases=…, progress=…, cancelled=…)
    for row in reading: ...                                # LedgerRow, streamed
    report = reading.report()                              # CleaningReport
    for question in report_questions(report, departments): ...    # answers → aliases_from(answers)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from workshop_app.domain.frozen import frozen
from workshop_app.domain.ledger import (
    Cleaner,
    CleaningReport,
    DepartmentNames,
    Mark,
    NearPair,
    is_unsure,
    look_the_same,
    read_number,
)
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import (
    DEPARTMENT_WORDS,
    Answers,
    Field,
    Option,
    Progress,
    Question,
    Table,
    find_table,
)
from workshop_app.exchange.ledger_reading import Examples, LedgerReading

AMOUNT_QUESTION = "amounts"
"""The key of the question what ``1,500`` means; answered by ``decimal`` or ``thousands``."""

_DATE = Field("date", N_("Date"), ("дата", "date", "период", "day"))
_CLIENT = Field(
    "client",
    N_("Client"),
    ("клиент", "контрагент", "покупател", "заказчик", "client", "customer", "buyer"),
)
_SERVICE = Field(
    "service",
    N_("Service"),
    ("услуг", "товар", "номенклатур", "продукт", "service", "product", "item"),
)
_AMOUNT = Field("amount", N_("Amount"), ("сумма", "выручк", "amount", "revenue", "sum", "total"))
_DEPARTMENT = Field(
    "department",
    N_("Department"),
    DEPARTMENT_WORDS,
    required=False,
)
_MANAGER = Field(
    "manager",
    N_("Manager"),
    ("менеджер", "продавец", "manager", "sales rep", "salesperson"),
    required=False,
)
_DOCUMENT = Field(
    "document",
    N_("Document"),
    ("№ док", "номер", "документ", "накладн", "счет", "document", "number", "invoice"),
    required=False,
)
FIELDS = (_DOCUMENT, _DATE, _DEPARTMENT, _MANAGER, _CLIENT, _SERVICE, _AMOUNT)
"""The columns of a ledger; who sold may be a department, a manager or a section row above."""

_SCALES = ((re.compile(r"\b(?:тыс|thousand)"), 1_000), (re.compile(r"\b(?:млн|million)"), 1_000_000))
_DEPARTMENT_KEY, _CLIENT_KEY, _PAIR_MARK = "department:", "client:", " = "
_LEAVE_OUT = "none"
SAME, DIFFERENT = "same", "different"
"""The answers whether two near-equal names are one client."""
ALIKE = "alike_clients"
"""The key of the question whether all pairs that only look different are one client each."""
_FEWEST_ALIKE = 3


@frozen
class LedgerFile:
    """An opened ledger. ``questions`` are those that ``answers`` leave open; ``mark`` is what ``1,500`` means."""

    table: Table
    questions: tuple[Question, ...]
    mark: Mark = "decimal"

    def read(
        self,
        departments: DepartmentNames,
        client_aliases: Iterable[tuple[str, str]] = (),
        service_aliases: Iterable[tuple[str, str]] = (),
        *,
        progress: Progress | None = None,
        cancelled: Callable[[], bool] | None = None,
        examples: Examples | None = None,
    ) -> LedgerReading:
        """A reading from the first row; the file is read as the rows are taken. ``examples`` keeps some of them."""
        column = self.table.columns.at.get("amount")
        scale = _scale(self.table.columns.title(column)) if column is not None else 1
        cleaner = Cleaner(departments, client_aliases, service_aliases, self.mark, scale)
        return LedgerReading(self.table, departments, cleaner, progress, cancelled, examples)


def open_ledger(path: Path, answers: Answers | None = None) -> LedgerFile:
    """Open a ledger and find its columns.

    ProblemError in words when the file can't be read or a column is missing. When every amount looks like ``1,500``
    the whole column is read to be sure that a person must be asked.
    """
    given = answers or {}
    table = find_table(path, FIELDS, given)
    wanted = tuple(replace(each, required=each.required or each is _needed_seller(table)) for each in FIELDS)
    replace(table.columns, fields=wanted).require(path.name)
    questions = list(table.questions)
    if AMOUNT_QUESTION not in given and (example := is_unsure(_amounts(table))):
        questions.append(_amount_question(example))
    mark: Mark = "thousands" if given.get(AMOUNT_QUESTION) == "thousands" else "decimal"
    return LedgerFile(table, tuple(questions), mark)


def _needed_seller(table: Table) -> Field | None:
    """The department's column, unless a manager's column or rows of a single cell can take its place."""
    if "manager" in table.columns.at:
        return None
    others = (*table.above(), *table.below())
    has_sections = any(sum(1 for cell in cells if cell != "") == 1 for cells in others)
    return None if has_sections else _DEPARTMENT


def _amounts(table: Table) -> Iterator[object]:
    column = table.columns.at["amount"]
    for number, cells in table.grid.rows():
        if number > table.columns.last_header and column < len(cells):
            yield cells[column]


def _amount_question(example: str) -> Question:
    whole, part = Decimal(re.sub(r"[^0-9]", "", example)), read_number(example)
    options = (
        Option("thousands", Message(N_("thousands: {value}"), {"value": whole})),
        Option("decimal", Message(N_("decimals: {value}"), {"value": part})),
    )
    text = Message(N_("All amounts look like {example}. What does the mark part off?"), {"example": example})
    return Question(AMOUNT_QUESTION, text, options)


def _scale(title: str) -> int:
    """Amounts in thousands or millions, when the header says so."""
    key = norm_text(title)
    return next((factor for pattern, factor in _SCALES if pattern.search(key)), 1)


def report_questions(report: CleaningReport, departments: Sequence[Department]) -> tuple[Question, ...]:
    """What cleaning leaves to a person: unknown departments (left out by default), names that may be one client
    (different by default). The answers become aliases for another reading: see ``aliases_from``.
    """
    places = (
        *(Option(entry.id, Message("{name}", {"name": entry.name or entry.short})) for entry in departments),
        Option(_LEAVE_OUT, Message(N_("none of them: leave these rows out"))),
    )
    whose = N_("Which department is “{text}”? Rows: {rows}.")
    unknown = (
        Question(f"{_DEPARTMENT_KEY}{text}", Message(whose, {"text": text, "rows": rows}), places, _LEAVE_OUT, False)
        for text, rows in report.unknown_departments.items()
    )
    same = N_("Are “{first}” and “{second}” one client?")
    answers = (Option(SAME, Message(N_("one client"))), Option(DIFFERENT, Message(N_("different clients"))))
    near = (
        Question(
            near_key(pair),
            Message(same, {"first": pair.first, "second": pair.second}),
            answers,
            DIFFERENT,
            False,
        )
        for pair in report.near
    )
    return (*unknown, *_all_alike(report, answers), *near)


def _all_alike(report: CleaningReport, options: tuple[Option, ...]) -> tuple[Question, ...]:
    """One question for all pairs that only look different, where there are several."""
    alike = [pair for pair in report.near if look_the_same(*pair.keys)]
    if len(alike) < _FEWEST_ALIKE:
        return ()
    text = N_(
        "{n} pairs differ only in spaces, order or letters that look alike, as “{first}” and “{second}”. "
        "Is each of them one client?"
    )
    said = {"n": len(alike), "first": alike[0].first, "second": alike[0].second}
    return (Question(ALIKE, Message(text, said), options, DIFFERENT, False),)


def alike_answers(report: CleaningReport, answers: Answers) -> Answers:
    """What the answer to ``ALIKE`` says of each pair that has none of its own."""
    if answers.get(ALIKE) != SAME:
        return {}
    keys = (near_key(pair) for pair in report.near if look_the_same(*pair.keys))
    return {key: SAME for key in keys if key not in answers}


def near_key(pair: NearPair) -> str:
    """The key of the question whether two names are one client."""
    return f"{_CLIENT_KEY}{_PAIR_MARK.join(_smaller_first(pair))}"


def _smaller_first(pair: NearPair) -> tuple[str, str]:
    return pair.keys if pair.rows[0] <= pair.rows[1] else (pair.keys[1], pair.keys[0])


def aliases_from(answers: Answers) -> tuple[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]]:
    """The aliases of departments and of clients that a person's answers make, as ``LedgerSource`` keeps them."""
    departments = [
        (key.removeprefix(_DEPARTMENT_KEY), value)
        for key, value in answers.items()
        if key.startswith(_DEPARTMENT_KEY) and value != _LEAVE_OUT
    ]
    pairs = [
        key.removeprefix(_CLIENT_KEY).partition(_PAIR_MARK)
        for key, value in answers.items()
        if key.startswith(_CLIENT_KEY) and value == SAME
    ]
    return tuple(departments), tuple((smaller, larger) for smaller, _, larger in pairs)
