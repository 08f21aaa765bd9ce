"""Answers of a pulse survey: a row per response, a column per question (METHOD C.11)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import read_day
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import (
    Survey,
    SurveyComment,
    SurveyInvitation,
    SurveyQuestion,
    SurveyResponse,
)
from workshop_app.domain.survey_catalogue import CatalogueQuestion, survey_form
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import (
    DEPARTMENT_WORDS,
    Answers,
    Cell,
    Field,
    Option,
    Question,
    Record,
    Table,
    cell_text,
)
from workshop_app.exchange.imports.cells import line
from workshop_app.exchange.imports.directory import NEW, Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.names import is_near
from workshop_app.exchange.imports.plan import ImportPlan
from workshop_app.i18n import LANGUAGES

KIND = "survey"
FIELDS = (
    Field(
        "department",
        N_("Department"),
        (
            *("ваш отдел", "из какого", "в каком отделе", *DEPARTMENT_WORDS),
            *("your department", "which department", "in which department"),
        ),
    ),
)
SURVEY, SURVEY_DATE = "survey", "survey_date"
"""Keys of the questions which survey the answers belong to, and when it was."""

_CODE = re.compile(r"(?:q|в|вопрос|question)?\s*\.?\s*(\d{1,2})(?:[.):\s]|$)", re.IGNORECASE)
_NUMBERED = re.compile(r"^(?:(?:q|в|вопрос|question)\s*\.?\s*\d{1,2}\b|\d{1,2}(?=[.):]))[.):\s]*", re.IGNORECASE)
_MARK = r"(?:обратн(?:ый|ая|ое|о)|reversed?)(?:\s+(?:вопрос|шкала|пункт|порядок|item|scale|question))?"
_REVERSED = re.compile(
    rf"[(\[]\s*(?:{_MARK}|r)\s*[)\]]|^{_MARK}\s*[:.–—-]|[.,;:?!–—-]\s*{_MARK}\W*$|^{_MARK}$", re.IGNORECASE
)
"""The mark of a reversed question, never the words of one that asks for «обратная связь»."""
_PRIVATE = re.compile(
    r"\b(?:фио|имя|фамили|сотрудник|почт|e-?mail|телефон|должност|name|phone|position)", re.IGNORECASE
)
_STAMP = re.compile(r"отметка времени|timestamp|дата|\bdate|время|\btime\b", re.IGNORECASE)
_NUMBER = re.compile(r"№|#|id|no\.?|номер|(?:№\s*)?п\s*/\s*п\.?|(?:№|номер)\s*(?:ответа|анкеты)", re.IGNORECASE)
_PLAIN_SHEET = re.compile(r"(?:лист|sheet|table|таблица)\s*\d*|", re.IGNORECASE)
_LEADING = re.compile(r"([1-5])(?:[.,]0+)?(?!\d)")
_LONGEST_ANSWER = 40


@dataclass
class _Columns:
    """What the columns of the file are."""

    questions: dict[int, CatalogueQuestion] = field(default_factory=dict)
    comments: list[int] = field(default_factory=list)
    stamps: list[int] = field(default_factory=list)


def plan_survey(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what answers add. ``ProblemError`` when there is no column of departments or no question."""
    table.columns.require(path.name)
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    directory = Directory(draft)
    records = list(draft.records(table, directory.section))
    columns = _columns(table, records, before, draft)
    if not columns.questions:
        message = N_("{file}: no column holds answers from 1 to 5. Write the questions, or Q1, Q2…, above the answers.")
        raise ProblemError(Message(message, {"file": path.name}))
    survey = _survey(table, path, records, columns, draft)
    questions = _questions(survey, columns.questions, draft)
    _Responses(survey, questions, columns, draft, directory).read(records)
    return draft.plan(KIND, SurveyResponse)


def _columns(table: Table, records: list[Record], before: Engagement, draft: Draft) -> _Columns:
    found = _Columns()
    private: list[str] = []
    for column in table.columns.rest:
        title = line(table.columns.title(column))
        cells = [cell for record in records if (cell := record.at(column)) != ""]
        if _PRIVATE.search(title) and not _mostly_answers(cells):
            private.append(title)
        elif _NUMBER.fullmatch(title):
            continue
        elif _mostly_answers(cells):
            found.questions[column] = _question(title, found.questions, before)
        elif _STAMP.search(title):
            found.stamps.append(column)
        elif cells:
            found.comments.append(column)
    if private:
        text = N_("Left out, so that answers stay anonymous: {names}.")
        draft.note(Message(text, {"names": ", ".join(private)}))
    return found


def _mostly_answers(cells: list[Cell]) -> bool:
    answers = sum(read_scale(cell) is not None and read_day(cell) is None for cell in cells)
    return bool(cells) and answers * 10 >= len(cells) * 6


def read_scale(cell: Cell) -> int | None:
    """An answer 1–5: a number, a number before its words, or the words of the scale in either language."""
    text = cell_text(cell)
    key = norm_text(text)
    for language in LANGUAGES:
        for value, words in survey_form(language).scale.items():
            if key == norm_text(words):
                return value
    match = _LEADING.match(text) if len(text) <= _LONGEST_ANSWER else None
    return int(match[1]) if match else None


def _question(title: str, taken: Mapping[int, CatalogueQuestion], before: Engagement) -> CatalogueQuestion:
    """The question of a column: one of the catalogue or of an earlier wave, else one of its own."""
    codes = {question.code for question in taken.values()}
    for known in _known_questions(before):
        if known.code not in codes and _is_headed(title, known):
            return known
    asked = _REVERSED.sub("", title)
    text = line(_NUMBERED.sub("", asked) or asked).strip(" ()[],;:")
    code = _CODE.match(title)
    number = f"Q{int(code[1])}" if code else ""
    if not number or number in codes:
        number = next(f"Q{n}" for n in range(1, 1000) if f"Q{n}" not in codes)
    return CatalogueQuestion(number, 0, _REVERSED.search(title) is not None, text)


def _known_questions(before: Engagement) -> list[CatalogueQuestion]:
    earlier = [CatalogueQuestion(q.code, q.recommendation or 0, q.reversed, q.text) for q in before.survey_questions]
    first = {question.code: question for question in reversed(earlier)}
    catalogue = [
        question for language in (before.company.language, *LANGUAGES) for question in survey_form(language).questions
    ]
    return [*first.values(), *catalogue]


def _is_headed(title: str, question: CatalogueQuestion) -> bool:
    key, wanted = norm_text(_REVERSED.sub("", title)), norm_text(question.text)
    code = _CODE.match(title)
    if code and f"Q{int(code[1])}" == question.code and len(key) <= 6:
        return True
    return bool(wanted) and (wanted in key or is_near(key, wanted))


def _survey(table: Table, path: Path, records: list[Record], columns: _Columns, draft: Draft) -> Survey:
    title = _title(table, path)
    known = {survey.id: survey for survey in draft.before.surveys}
    same = [s for s in known.values() if norm_text(s.title) == norm_text(title)]
    answered = {response.survey_id for response in draft.before.survey_responses}
    waiting = [survey for survey in known.values() if survey.id not in answered]
    chosen = same[0].id if same else NEW
    if waiting and not same:
        options = (
            *(Option(s.id, Message("{title}", {"title": s.title})) for s in waiting),
            Option(NEW, Message(N_("a new one"))),
        )
        question = Message(N_("Which survey do the answers belong to?"))
        chosen = draft.ask(Question(SURVEY, question, options, waiting[0].id, blocking=False)) or NEW
    found = known.get(draft.answer(SURVEY) or chosen)
    if found is not None and found.date is not None:
        return found
    when = _date(table, records, columns, draft)
    if found is not None:
        return draft.complete(found, date=when) if when else found
    made = Survey(
        id=draft.edit.new_id(Survey),
        title=title,
        date=when,
        threshold=draft.before.settings.anonymity_threshold,
    )
    return draft.add(made)


def _title(table: Table, path: Path) -> str:
    for cells in table.above():
        texts = [cell for cell in cells if isinstance(cell, str) and cell]
        if texts and read_day(texts[0]) is None:
            return line(texts[0])
    return path.stem if _PLAIN_SHEET.fullmatch(table.grid.name) else table.grid.name


def _date(table: Table, records: list[Record], columns: _Columns, draft: Draft) -> date | None:
    above = [cell for cells in table.above() for cell in cells if cell != ""]
    stamped = [record.at(column) for record in records for column in columns.stamps]
    days = [day for cell in stamped if (day := _stamped_day(cell))] or [
        day for cell in above for part in _parts(cell) if (day := read_day(part))
    ]
    if days and not draft.answer(SURVEY_DATE):
        return max(days)
    text = Message(N_("When was the survey? Write, for example, 31.01.2026."))
    return read_day(draft.ask(Question(SURVEY_DATE, text, default="", blocking=False)) or "")


def _stamped_day(cell: Cell) -> date | None:
    """The day of a time stamp, whatever stands behind it («2026/09/10 9:00:00 AM GMT+3»)."""
    return read_day(cell) or (read_day(cell.split()[0]) if isinstance(cell, str) and cell.split() else None)


def _parts(cell: Cell) -> list[Cell]:
    return [part.strip(",;()") for part in cell.split()] if isinstance(cell, str) else [cell]


def _questions(survey: Survey, wanted: Mapping[int, CatalogueQuestion], draft: Draft) -> dict[int, str]:
    """The code of each column; questions that the survey does not have yet are added."""
    for question in wanted.values():
        row_id = f"{survey.id}/{question.code}"
        if draft.before.get(SurveyQuestion, row_id) is None:
            draft.add(
                SurveyQuestion(
                    id=row_id,
                    survey_id=survey.id,
                    code=question.code,
                    recommendation=question.recommendation or None,
                    reversed=question.reversed,
                    text=question.text,
                )
            )
    return {column: question.code for column, question in wanted.items()}


Response = tuple[str, tuple[tuple[str, int], ...]]


class _Responses:
    """Stores responses and comments; a file read again adds nothing."""

    def __init__(
        self, survey: Survey, codes: Mapping[int, str], columns: _Columns, draft: Draft, directory: Directory
    ) -> None:
        self._survey = survey
        self._codes = codes
        self._columns = columns
        self._draft = draft
        self._directory = directory
        before = draft.before
        self._stored: Counter[Response] = Counter(
            (r.department_id, tuple(sorted(r.answers))) for r in before.survey_responses if r.survey_id == survey.id
        )
        self._said = {c.text for c in before.survey_comments if c.survey_id == survey.id}

    def read(self, records: list[Record]) -> None:
        """All rows, then how many people were asked."""
        for record in records:
            self._read(record)
        self._invite()

    def _read(self, record: Record) -> None:
        text = record.text("department")
        department = self._directory.department(text) or self._directory.department(record.section or "")
        if department is None and text:
            department = self._directory.called(text)
        if department is None:
            why = N_("unknown department “{name}”") if text else N_("no department")
            named = Message(why, {"name": text} if text else {})
            self._draft.skip(record.number, named, record.place("department"))
            return
        answers = tuple(self._answers(record))
        if answers:
            self._respond(department.id, answers)
        else:
            self._draft.skip(record.number, Message(N_("no answers")))
        self._comment(record, department.id)

    def _answers(self, record: Record) -> list[tuple[str, int]]:
        found = []
        for column, code in self._codes.items():
            cell = record.at(column)
            value = read_scale(cell)
            if value is not None:
                found.append((code, value))
            elif norm_text(cell_text(cell)):
                asked = N_("Row {row}, {question}: “{text}” is no answer from 1 to 5.")
                key = f"answer:{record.number}:{code}"
                self._draft.doubt(record, column, key, asked, question=code, text=cell_text(cell))
        return found

    def _respond(self, department_id: str, answers: tuple[tuple[str, int], ...]) -> None:
        key = (department_id, tuple(sorted(answers)))
        if self._stored[key]:
            self._stored[key] -= 1
            self._draft.same()
            return
        self._draft.add(
            SurveyResponse(
                id=self._draft.edit.new_id(SurveyResponse),
                survey_id=self._survey.id,
                department_id=department_id,
                answers=answers,
            )
        )

    def _comment(self, record: Record, department_id: str) -> None:
        for column in self._columns.comments:
            text = line(cell_text(record.at(column)))
            if text.strip(" -–—") and text not in self._said:
                self._said.add(text)
                new_id = self._draft.edit.new_id(SurveyComment)
                self._draft.add(
                    SurveyComment(id=new_id, survey_id=self._survey.id, department_id=department_id, text=text)
                )

    def _invite(self) -> None:
        """Where nobody said how many were asked: the active people of the department."""
        people = Counter(person.department_id for person in self._draft.before.people if person.active)
        for department in self._directory.departments:
            row_id = f"{self._survey.id}/{department.id}"
            if people[department.id] and self._draft.before.get(SurveyInvitation, row_id) is None:
                self._draft.add(
                    SurveyInvitation(
                        id=row_id,
                        survey_id=self._survey.id,
                        department_id=department.id,
                        invited=people[department.id],
                    )
                )


def is_likely(table: Table) -> bool:
    """Whether a table looks like answers of a survey."""
    if "department" not in table.columns.at:
        return False
    rows = table.below()
    answered = [
        column
        for column in table.columns.rest
        if _mostly_answers([cells[column] for cells in rows if column < len(cells) and cells[column] != ""])
    ]
    return len(answered) >= 3
