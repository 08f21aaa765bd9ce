"""Which department a row, or a whole file, is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from workshop_app.domain.claims_text import department_keys
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Option, Question, Record, Table, cell_text
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft

QUESTION = "department"
"""The key of the question whose list a file is; answered by a department's name, code or id."""


class Whose:
    """Finds the department of every row: its own cell, the section above, the cell above, the file."""

    def __init__(self, draft: Draft, directory: Directory, table: Table, path: Path) -> None:
        self._draft = draft
        self._directory = directory
        self._table = table
        self._path = path
        self._above: Department | None = None
        self._whole: list[Department | None] = []

    def of(self, record: Record) -> Department | None:
        """The department of a row; None while a person must say whose list the file is."""
        text = record.text("department")
        if text:
            self._above = self._directory.department_or_new(text)
            return self._above
        if record.section:
            return self._directory.department(record.section)
        return self._above or self._of_file()

    def _of_file(self) -> Department | None:
        if not self._whole:
            self._whole.append(self._named_in_titles() or self._asked())
        return self._whole[0]

    def _named_in_titles(self) -> Department | None:
        for text in self._titles():
            found = {d.id: d for d in self._directory.departments if _speaks_of(norm_text(text), d)}
            if len(found) == 1:
                return next(iter(found.values()))
        return None

    def _titles(self) -> Iterator[str]:
        for cells in self._table.above():
            yield " ".join(cell_text(cell) for cell in cells if cell != "")
        yield self._table.grid.name
        yield re.sub(r"[_]+", " ", self._path.stem)

    def _asked(self) -> Department | None:
        departments = self._directory.departments
        answer = self._draft.answer(QUESTION)
        if answer:
            return self._directory.department_or_new(answer)
        if len(departments) == 1:
            return departments[0]
        options = tuple(Option(d.id, Message("{name}", {"name": d.name})) for d in departments)
        text = Message(N_("Which department is this list of? Nothing in the file says."))
        self._draft.ask(Question(QUESTION, text, options))
        return None


def _speaks_of(title: str, department: Department) -> bool:
    return any(re.search(rf"(?<!\w){re.escape(key)}(?!\w)", title) for key in department_keys(department))
