"""Tables of any office, CSV or XLSX, read into rows with known columns (DECISIONS.md, Imports).

An importer says what it looks for and reads records::

    FIELDS = (
        Field("person", N_("Person"), ("сотрудник", "фио", "исполнитель", "person"), required=False),
        Field("function", N_("Function"), ("функция", "обязанност", "что делает", "function")),
        Field("hours", N_("Hours"), ("часы", "трудозатрат", "hours"), required=False),
    )
    table = find_table(path, FIELDS, answers)      # encodings, separators, sheets, header rows
    table.columns.require(path.name)               # ProblemError: "no column for Function …"
    for question in table.questions: ...           # which of two columns is meant
    unit = hours_unit(table.columns.title(table.columns.at["hours"]))
    for record in table.records(section=departments.find, on_skip=skipped.append):
        record.number, record.section, record.text("function"), record.cell("hours")

Columns that no field took (a column per person, department or question) are ``table.columns.rest``; the rows of
their header are ``table.columns.header[column]`` (name, then position), their cells ``record.at(column)``.
Cells are text, ``Decimal`` or ``date`` in a workbook, always text in CSV: ``read_number`` and ``read_day`` of
``workshop_app.domain.ledger`` read either.
"""

from workshop_app.exchange.grid.block import Block
from workshop_app.exchange.grid.cells import LONGEST_TEXT, Cell, cell_text, counts_up
from workshop_app.exchange.grid.columns import DEPARTMENT_WORDS, NO_COLUMN, Columns, Field, column_key
from workshop_app.exchange.grid.corrected import CorrectedGrid, cell_key
from workshop_app.exchange.grid.grid import Grid, ListGrid, Progress
from workshop_app.exchange.grid.header import find_columns
from workshop_app.exchange.grid.questions import (
    Answers,
    Doubt,
    Option,
    Question,
    Skipped,
    first_blocking,
    require_answers,
)
from workshop_app.exchange.grid.table import Record, RowReader, Table, find_table

__all__ = [
    "DEPARTMENT_WORDS",
    "LONGEST_TEXT",
    "NO_COLUMN",
    "Answers",
    "Block",
    "Cell",
    "Columns",
    "CorrectedGrid",
    "Doubt",
    "Field",
    "Grid",
    "ListGrid",
    "Option",
    "Progress",
    "Question",
    "Record",
    "RowReader",
    "Skipped",
    "Table",
    "cell_key",
    "cell_text",
    "column_key",
    "counts_up",
    "find_columns",
    "find_table",
    "first_blocking",
    "require_answers",
]
