"""Which column of a table is which, told by the words of its header in Russian or English."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import cached_property, lru_cache
from itertools import pairwise

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid.cells import Cell, cell_text
from workshop_app.exchange.grid.questions import Answers, Option, Question

_LONGEST_HEADER = 80
_LONGEST_NUMBER = 6
_SHORT_WORD = 3
_STEM_FROM = 4
_ENDING = re.compile(r"[аеиоуыэюяйь]+$")
_ROW_NUMBERS = re.compile(r"\bп\W?п\b|по порядку|номер строки|\b(?:row|line) (?:no|number)\b")
_EXACT, _BEGINS, _CONTAINS = 3, 2, 1
NO_COLUMN = "none"
"""The answer to a column's question that says: this file has no such column."""
DEPARTMENT_WORDS = (
    *("отдел", "подразделение", "служба", "департамент", "цех"),
    *("department", "dept", "division"),
)
"""What offices write above a column of departments, and before the name of one."""


@frozen
class Field:
    """What an importer looks for. ``title`` is the English name shown to people (a message id).

    ``words`` are header words and phrases of both languages; in a header they may go on («клиент» finds
    «Наименование клиентов») and Russian endings don't matter («функция» finds «Перечень функций»), except for words
    of up to three letters. An ``untitled`` field may also stand in the first column of texts without a title, left of
    two titled ones or more: the corner of a matrix is often empty.
    """

    name: str
    title: str
    words: tuple[str, ...]
    required: bool = True
    untitled: bool = False

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The words' text keys."""
        return tuple(norm_text(word) for word in self.words)


@frozen
class Columns:
    """The columns that were found.

    ``header`` holds the texts above each column, one for each row of the header; ``header_rows`` its row numbers
    (empty when no header was found); ``at`` maps a field's name to its column, counted from 0.
    """

    fields: tuple[Field, ...]
    header: tuple[tuple[str, ...], ...] = ()
    header_rows: tuple[int, ...] = ()
    at: Mapping[str, int] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()

    def title(self, column: int) -> str:
        """The header above a column, its rows joined; empty when there is none."""
        return " ".join(dict.fromkeys(filter(None, self.header[column]))) if column < len(self.header) else ""

    @property
    def last_header(self) -> int:
        """The number of the last row of the header; 0 where there is none."""
        return max(self.header_rows, default=0)

    @property
    def rest(self) -> tuple[int, ...]:
        """Columns with a header that no field took: people, departments, questions of a survey."""
        taken = set(self.at.values())
        return tuple(column for column in range(len(self.header)) if column not in taken and self.title(column))

    @property
    def missing(self) -> tuple[Field, ...]:
        """Required fields without a column."""
        return tuple(wanted for wanted in self.fields if wanted.required and wanted.name not in self.at)

    def require(self, file: str) -> None:
        """ProblemError that names the columns that are missing."""
        if self.missing:
            names = _joined([Message(wanted.title) for wanted in self.missing])
            message = N_("{file}: no column is headed {columns}. Write these words above the columns.")
            raise ProblemError(Message(message, {"file": file, "columns": names}))


def _joined(messages: Sequence[Message]) -> Message:
    joined = messages[0]
    for message in messages[1:]:
        joined = Message("{first}, {next}", {"first": joined, "next": message})
    return joined


@lru_cache(maxsize=20_000)
def strength(header: str, wanted: Field) -> int:
    """How well a header's text key speaks of a field: 0 not at all, 3 it is one of the field's words.

    Kept, as every sheet is asked for every kind of table, row after row.
    """
    if not header or len(header) > _LONGEST_HEADER or _ROW_NUMBERS.search(header):
        return 0
    return max((_word_strength(header, key) for key in wanted.keys), default=0)


def _word_strength(header: str, key: str) -> int:
    if header == key:
        return _EXACT
    stem = _ENDING.sub("", key) if len(key) > _STEM_FROM else key
    end = r"(?!\w)" if len(key) <= _SHORT_WORD else ""
    found = re.search(rf"(?<!\w){re.escape(stem)}{end}", header)
    if found is None:
        return 0
    return _BEGINS if found.start() == 0 else _CONTAINS


def header_texts(rows: Sequence[Sequence[Cell]]) -> tuple[tuple[str, ...], ...]:
    """The texts above every column. A text over several columns holds for those under it that have their own text."""
    width = max((len(row) for row in rows), default=0)
    texts = [[cell_text(row[column]) if column < len(row) else "" for column in range(width)] for row in rows]
    for upper, lower in pairwise(texts):
        for column in range(1, width):
            if not upper[column] and lower[column]:
                upper[column] = upper[column - 1]
    return tuple(zip(*texts, strict=True))


def match_columns(header: Sequence[Sequence[str]], fields: Sequence[Field], answers: Answers) -> Columns:
    """Give every field its best column. Equally good columns make a question; ``answers`` come first."""
    at, free_fields, taken = _answered(fields, answers)
    scores = _scores(header, free_fields)
    rivals_of: dict[str, list[int]] = {}
    for score, order, column in sorted(scores, key=lambda item: (-item[0], item[1], item[2])):
        wanted = free_fields[order]
        if wanted.name in at or column in taken:
            continue
        rivals = [other for found, rank, other in scores if (found, rank) == (score, order) and other not in taken]
        at[wanted.name] = column
        taken.add(column)
        rivals_of[wanted.name] = [rival for rival in rivals if rival != column]
    questions = tuple(
        _which_column(wanted, [at[wanted.name], *rivals], header)
        for wanted in free_fields
        if (rivals := [rival for rival in rivals_of.get(wanted.name, ()) if rival not in taken])
    )
    return Columns(tuple(fields), tuple(tuple(texts) for texts in header), (), at, questions)


def _answered(fields: Sequence[Field], answers: Answers) -> tuple[dict[str, int], list[Field], set[int]]:
    at: dict[str, int] = {}
    free: list[Field] = []
    for wanted in fields:
        answer = answers.get(column_key(wanted.name))
        if answer is None:
            free.append(wanted)
        elif answer != NO_COLUMN:
            at[wanted.name] = _column_number(wanted, answer)
    return at, free, set(at.values())


def _column_number(wanted: Field, answer: str) -> int:
    if answer.isascii() and answer.isdigit() and len(answer) < _LONGEST_NUMBER:
        return int(answer)
    text = N_("Which column is {column}? “{answer}” is no number of a column: they are counted from 0.")
    raise ProblemError(Message(text, {"column": Message(wanted.title), "answer": answer}))


def _scores(header: Sequence[Sequence[str]], fields: Sequence[Field]) -> list[tuple[int, int, int]]:
    found = []
    for column, texts in enumerate(header):
        keys = {norm_text(text) for text in texts if text} | {norm_text(" ".join(texts))}
        for order, wanted in enumerate(fields):
            score = max(strength(key, wanted) for key in keys)
            if score:
                found.append((score, order, column))
    return found


def column_key(name: str) -> str:
    """The key of the question which column a field is in; answered by the column's number from 0 or ``NO_COLUMN``."""
    return f"column:{name}"


def _which_column(wanted: Field, rivals: Sequence[int], header: Sequence[Sequence[str]]) -> Question:
    options = tuple(
        Option(str(column), Message("{title}", {"title": " ".join(dict.fromkeys(filter(None, header[column])))}))
        for column in rivals
    )
    text = Message(N_("Which column is {column}?"), {"column": Message(wanted.title)})
    return Question(column_key(wanted.name), text, options, default=options[0].value, blocking=wanted.required)
