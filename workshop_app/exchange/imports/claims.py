"""Answers of the departments: a row per activity, a column per department (METHOD C.2)."""

from __future__ import annotations

import re
from pathlib import Path

from workshop_app.domain.claims_text import read_answer
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import claim_id
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Claim, Department
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import Answers, Field, Record, Table, cell_text
from workshop_app.exchange.imports.cells import line, listed
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "claims"
FIELDS = (
    Field("id", N_("Code"), ("код", "id", "code"), required=False),
    Field("activity", N_("Activity"), ("деятельность", "функция", "activity", "function"), untitled=True),
)
WAVE = "wave"
"""The answer that says of which wave the answers are; else the titles above the table say it."""

_WAVE = re.compile(r"(?:волна|wave)\s*(?:№|no\.?|#)?\s*(\d)|(\d)\s*-?\s*(?:я|nd|st)?\s+(?:волна|wave)", re.IGNORECASE)
_CLEAR = r"(?:мы|они|вместе|оба|все|никто|we|us|they|both|together|all|nobody)(?!\w)"
_CLEAR_ANSWER = re.compile(_CLEAR, re.IGNORECASE)
_ANSWER = re.compile(rf"{_CLEAR}|(?:нет|не знаем|не знаю|none|unknown|don.?t know)(?!\w)|\?", re.IGNORECASE)


def plan_claims(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a sheet of answers changes. ``ProblemError`` when no column belongs to a department."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    directory = Directory(draft)
    columns = _department_columns(table, draft, directory)
    if not columns:
        message = N_("{file}: no column is headed by a department. Write the departments' names or codes above.")
        raise ProblemError(Message(message, {"file": path.name}))
    wave = _wave(table, draft)
    known = {(claim.activity_id, claim.department_id): claim for claim in before.claims if claim.wave == wave}
    rows: dict[str, int] = {}
    for record in draft.records(table):
        text, code = line(record.text("activity")), line(record.text("id"))
        if not norm_text(text) and not norm_text(code):
            draft.skip(record.number, Message(N_("no activity in this row")), record.place("activity"))
            continue
        activity = directory.activity_or_new(text, code)
        if activity.id in rows:
            draft.repeat(record.number, rows[activity.id], text)
            continue
        rows[activity.id] = record.number
        for column, department in columns.items():
            claim = _claim(record, column, department, directory, draft)
            if claim is not None:
                _store(claim, activity.id, wave, known, draft)
    return draft.plan(KIND, Claim)


def _claim(record: Record, column: int, department: Department, directory: Directory, draft: Draft) -> Claim | None:
    """What a cell says; None for an empty cell and for one that a person must read."""
    key = f"answer:{record.number}:{department.short or department.id}"
    text = draft.answer(key) or cell_text(record.at(column))
    read = read_answer(text, department.id, directory.as_the_file_calls_them())
    if read.question is not None:
        asked = N_("Row {row}, {department}: {question}")
        draft.doubt(record, column, key, asked, department=department.name, question=read.question)
    if read.answer is None:
        return None
    return Claim(id="", activity_id="", department_id=department.id, answer=read.answer, others=read.others)


def _store(claim: Claim, activity_id: str, wave: int, known: dict[tuple[str, str], Claim], draft: Draft) -> None:
    old = known.get((activity_id, claim.department_id))
    if old is not None:
        draft.update(old, answer=claim.answer, others=claim.others)
        return
    draft.add(
        Claim(
            id=claim_id(activity_id, claim.department_id, wave),
            activity_id=activity_id,
            department_id=claim.department_id,
            answer=claim.answer,
            others=claim.others,
            wave=wave,
        )
    )


def _department_columns(table: Table, draft: Draft, directory: Directory) -> dict[int, Department]:
    columns: dict[int, Department] = {}
    for column in table.columns.rest:
        found = _headed_by(table, column, directory)
        if found is None and _says_answers(table, column, directory):
            found = directory.called(table.columns.title(column))
        if found is not None and found not in columns.values():
            columns[column] = found
    draft.note_unread(table, columns)
    return columns


def _headed_by(table: Table, column: int, directory: Directory) -> Department | None:
    texts = (*table.columns.header[column], table.columns.title(column))
    return next((found for text in texts if text and (found := directory.department(text))), None)


def _says_answers(table: Table, column: int, directory: Directory) -> bool:
    """Whether most cells are answers, and not only the yes and no of another list."""
    texts = [text.strip() for text in table.texts_of(column)]
    named = [_names_departments(text, directory) for text in texts]
    answers = sum(bool(_ANSWER.match(text)) or is_named for text, is_named in zip(texts, named, strict=True))
    return answers * 2 > len(texts) and (any(named) or any(_CLEAR_ANSWER.match(text) for text in texts))


def _names_departments(text: str, directory: Directory) -> bool:
    """Whether a cell lists departments; a single letter is more likely one of the RACI matrix."""
    parts = [text] if directory.department(text) else listed(text)
    return bool(parts) and all(len(part) > 1 and directory.department(part) is not None for part in parts)


def _wave(table: Table, draft: Draft) -> int:
    titles = [" ".join(map(cell_text, cells)) for cells in table.above()]
    answer = draft.answer(WAVE)
    for text in (*((f"wave {answer}",) if answer else ()), *titles, table.grid.name):
        if match := _WAVE.search(text):
            return int(match[1] or match[2])
    return 1


def is_likely(table: Table, before: Engagement) -> bool:
    """Whether a table looks like the departments' answers."""
    if "activity" not in table.columns.at:
        return False
    directory = Directory(Draft(before, ""))
    headed = [column for column in table.columns.rest if _headed_by(table, column, directory) is not None]
    saying = sum(_says_answers(table, column, directory) for column in table.columns.rest)
    given = [text.strip() for column in headed for text in table.texts_of(column)]
    return saying >= 2 or bool(headed and saying) or bool(given and all(map(_ANSWER.match, given)))
