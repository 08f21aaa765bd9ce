"""Lists of people: name, department, position, share of a post, since and until when (METHOD S1, DECISIONS)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from workshop_app.domain.department_guess import likely_department
from workshop_app.domain.employment import read_share
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.membership import FEWEST_DEPARTMENTS, MOST_DEPARTMENTS
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Department, Person, Position
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.grid import DEPARTMENT_WORDS, Answers, Field, Option, Question, Record, Table, cell_text
from workshop_app.exchange.imports.cells import NEITHER, NO_DATE, line, read_date, read_yes
from workshop_app.exchange.imports.directory import Directory
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.names import is_vacancy, without_comma
from workshop_app.exchange.imports.plan import ImportPlan

KIND = "people"
FIELDS = (
    Field("department", N_("Department"), DEPARTMENT_WORDS, False),
    Field(
        "person",
        N_("Person"),
        ("сотрудник", "фио", "ф.и.о", "работник", "имя и фамилия", "employee", "full name", "person", "name"),
        required=False,
    ),
    Field("surname", N_("Surname"), ("фамилия", "surname", "last name", "family name"), required=False),
    Field("first", N_("First name"), ("имя", "first name", "given name"), required=False),
    Field("patronymic", N_("Patronymic"), ("отчество", "patronymic", "middle name"), required=False),
    Field(
        "position",
        N_("Position"),
        ("должность", "кем работает", "роль", "position", "job title", "post", "role"),
        required=False,
    ),
    Field("employment", N_("Employment"), ("ставка", "занятость", "employment", "fte", "share"), required=False),
    Field("active", N_("Active"), ("работает", "active"), required=False),
    Field("joined_on", N_("Joined on"), ("принят", "дата приема", "работает с", "joined", "hired"), required=False),
    Field("left_on", N_("Left on"), ("ушел", "уволен", "left"), required=False),
)
_NAMES = frozenset(("person", "surname", "first"))
_OUTSIDE, _NEW = "outside", "new"
_HEAD = re.compile(
    r"начальник|руководитель(?: отдела| службы|$)|заведующ|head of|head$|team lead(?:er)?$", re.IGNORECASE
)
_LEADS = re.compile(r"\b(?:руководител\w+|директор|head|lead|leader|manager|director|supervisor)\b", re.IGNORECASE)
_MANAGEMENT = re.compile(
    r"дирекция|руководство|правление|администрация|management|directorate|board|executives?|head office", re.IGNORECASE
)


def plan_people(before: Engagement, table: Table, path: Path, answers: Answers | None = None) -> ImportPlan:
    """Work out what a list of people changes. ``ProblemError`` when there is no column of names."""
    if not _NAMES & set(table.columns.at):
        message = N_("{file}: no column is headed {columns}. Write these words above the columns.")
        raise ProblemError(Message(message, {"file": path.name, "columns": Message(N_("Person"))}))
    draft = Draft(before, path.name, answers)
    draft.read_table(table)
    draft.note_unread(table)
    _People(draft, table).read()
    return draft.plan(KIND, Person)


def is_likely(table: Table) -> bool:
    """Whether a table looks like a list of people."""
    found = table.columns.at
    return bool(_NAMES & set(found)) and bool({"position", "employment"} & set(found))


class _People:
    """One pass over a list, after a look at which departments it has."""

    def __init__(self, draft: Draft, table: Table) -> None:
        self._draft = draft
        self._directory = Directory(draft)
        self._table = table
        self._places: dict[str, Department | None] = {}
        self._positions = {
            (norm_text(p.title), p.department_id, norm_text(p.department_text or "")): p
            for p in reversed(draft.before.positions)
        }
        self._first_rows: dict[str, int] = {}
        self._met: dict[tuple[str, str | None, str], str] = {}
        self._new: list[str] = []

    def read(self) -> None:
        """Departments first, then every row."""
        self._directory.look_for_headings(self._table, "person")
        records = list(self._draft.records(self._table, self._directory.section))
        named = self._departments_named(records)
        self._settle_departments(named)
        for record, department_text in zip(records, named, strict=True):
            self._draft.at(record.number)
            self._read(record, department_text)
        self._draft.at(None)
        self._name_heads()
        self._invite()

    def _departments_named(self, records: list[Record]) -> list[str]:
        """The department of every row: an empty cell under a name (merged cells) means the same one."""
        found, above = [], ""
        for record in records:
            above = line(record.text("department")) or ("" if record.section else above)
            found.append(above)
        return found

    def _settle_departments(self, named: list[str]) -> None:
        """Which named departments take part: known ones, else the larger ones of a first list; a person may say so."""
        counts = Counter(named)
        first_list = len(self._directory.departments) < FEWEST_DEPARTMENTS and not self._draft.before.people
        common = [text for text, count in counts.most_common() if count > 1 and not _MANAGEMENT.fullmatch(text)]
        large = frozenset(common[:MOST_DEPARTMENTS])
        outside = {norm_text(p.department_text) for p in self._draft.before.people if p.department_text}
        for text in dict.fromkeys(filter(None, counts)):
            known = self._directory.department(text)
            if known is None and norm_text(text) in outside:
                self._places[norm_text(text)] = None
                continue
            self._places[norm_text(text)] = known or self._asked(text, first_list and text in large)

    def _asked(self, text: str, takes_part: bool) -> Department | None:
        near = self._directory.near_departments(text)
        options = (
            *(Option(d.id, Message("{name}", {"name": d.name})) for d in near),
            Option(_NEW, Message(N_("takes part"))),
            Option(_OUTSIDE, Message(N_("does not take part"))),
        )
        asked = Message(N_("Does “{name}” take part as a department?"), {"name": text})
        known = [d for d in near if self._draft.before.department(d.id)]
        default = known[0].id if known else _NEW if takes_part else near[0].id if near else _OUTSIDE
        answer = self._draft.ask(Question(f"takes_part:{norm_text(text)}", asked, options, default, blocking=False))
        if answer == _NEW:
            return self._directory.add_department(text)
        return next((d for d in near if d.id == answer), None)

    def _read(self, record: Record, department_text: str) -> None:
        name = _name(record)
        if not norm_text(name):
            self._draft.skip(record.number, Message(N_("no name in this row")), record.place("person"))
            return
        place = self._places.get(norm_text(department_text)) if department_text else None
        if not department_text and record.section:
            place = self._directory.department(record.section)
        outside = department_text if department_text and place is None else None
        own_id = place.id if place else None
        key = (norm_text(name), own_id, norm_text(outside or ""))
        values = self._values(record, own_id, outside)
        if key in self._met:
            self._draft.repeat(record.number, self._first_rows[self._met[key]], name)
            return
        known = self._directory.person(name, own_id)
        if known is not None and known.id not in self._first_rows:
            person = self._draft.update(self._stored(known.id), **values)
        else:
            person = self._added(name, values)
        self._met[key] = person.id
        self._first_rows[person.id] = record.number

    def _stored(self, person_id: str) -> Person:
        return self._draft.edit.engagement.named(Person, person_id)

    def _added(self, name: str, values: dict[str, Any]) -> Person:
        new_id = self._draft.edit.new_id(Person)
        made = self._draft.add(Person(id=new_id, name=name, **{"active": not is_vacancy(name), **values}))
        self._new.append(made.id)
        return made

    def _values(self, record: Record, own_id: str | None, outside: str | None) -> dict[str, Any]:
        values: dict[str, Any] = {}
        if own_id or outside:
            values |= {"department_id": own_id, "department_text": outside}
        if title := line(record.text("position")):
            values["position_id"] = self._position(title, own_id, outside).id
        employment = self._employment(record)
        if employment is not None:
            values["employment"] = employment
        return values | self._presence(record)

    def _presence(self, record: Record) -> dict[str, Any]:
        """Whether somebody works here, since when and until when."""
        found: dict[str, Any] = {}
        text = record.text("active")
        if (active := read_yes(record.cell("active"))) is not None:
            found["active"] = active
        elif text:
            self._doubt(record, "active", NEITHER, text)
        for name in ("joined_on", "left_on"):
            text = record.text(name)
            if (day := read_date(record.cell(name))) is not None:
                found[name] = day
            elif text.strip(" -–—"):
                self._doubt(record, name, NO_DATE, text)
        return found

    def _doubt(self, record: Record, name: str, asked: str, text: str) -> None:
        self._draft.doubt(record, record.place(name), f"{name}:{record.number}", asked, text=text)

    def _position(self, title: str, own_id: str | None, outside: str | None) -> Position:
        key = (norm_text(title), own_id, norm_text(outside or ""))
        if key not in self._positions:
            new_id = self._draft.edit.new_id(Position)
            made = Position(id=new_id, title=title, department_id=own_id, department_text=outside)
            self._positions[key] = self._draft.add(made)
        return self._positions[key]

    def _employment(self, record: Record) -> Decimal | None:
        text = cell_text(record.cell("employment")).strip()
        if not text:
            return None
        share = read_share(text)
        if share is None:
            self._doubt(record, "employment", N_("Row {row}: “{text}” is not a share of a post."), text)
        return share

    def _name_heads(self) -> None:
        """A department without a head gets the only person of the list whose position says so."""
        people = [self._stored(person_id) for person_id in self._first_rows]
        for department, head in likely_heads(self._draft.edit.engagement, people):
            self._draft.complete(department, head_person_id=head.id)

    def _invite(self) -> None:
        """New people who work here are expected in the room."""
        coming = tuple(person_id for person_id in self._new if self._stored(person_id).active)
        session = self._draft.before.session
        if coming:
            self._draft.complete(session, participants=(*session.participants, *coming))


def likely_heads(engagement: Engagement, people: Sequence[Person]) -> list[tuple[Department, Person]]:
    """Departments without a head, with the only one of these people whose position says so."""
    titles = {position.id: position.title for position in engagement.positions}
    found = []
    for department in engagement.departments:
        own = [person for person in people if person.active and person.department_id == department.id]
        heads = [person for person in own if _is_head(titles.get(person.position_id or "", ""), department)]
        if department.head_person_id is None and len(heads) == 1:
            found.append((department, heads[0]))
    return found


def _is_head(title: str, department: Department) -> bool:
    """«Начальник отдела», «Руководитель контакт-центра» in «Контакт-центр», “Dispatch manager” in “Dispatch”."""
    of_what = _LEADS.sub(" ", title)
    return bool(_HEAD.match(title)) or (of_what != title and likely_department(of_what, (department,)) is not None)


def _name(record: Record) -> str:
    whole = without_comma(line(record.text("person")))
    parts = [line(record.text(field)) for field in ("surname", "first", "patronymic")]
    return " ".join(filter(None, parts)) if parts[0] or not whole else whole
