"""Who and what a file speaks of: departments, positions, people and activities of the document, or new ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, TypeVar

from workshop_app.domain.claims_text import department_keys
from workshop_app.domain.department_code import code_of
from workshop_app.domain.department_guess import likely_department
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Activity, Department, Person, Position, Row
from workshop_app.domain.text_key import compact_key, norm_text
from workshop_app.exchange.grid import Option, Question, Table
from workshop_app.exchange.imports.cells import line
from workshop_app.exchange.imports.draft import Draft
from workshop_app.exchange.imports.headings import department_headings
from workshop_app.exchange.imports.names import is_near, is_vacancy
from workshop_app.exchange.imports.people_index import PeopleIndex

NEW, KEEP, _NONE = "new", "keep", "none"
Place = tuple[int, int | None]
"""Row (from 1) and column (from 0) of a cell."""
_DEPARTMENT_WORDS = (
    r"(?:отдел|отделение|подразделение|служба|группа|управление|департамент|бюро|цех|участок|склад|бухгалтерия|сектор"
    r"|дирекция|филиал|department|team|unit|division|office|group|desk|sales|service|accounting)"
)
_DEPARTMENT = re.compile(rf"{_DEPARTMENT_WORDS}\b.*|.*\b{_DEPARTMENT_WORDS}", re.IGNORECASE)
_HEADING = re.compile(r"функци|обязанност|перечень|список|function|dut(?:y|ies)|list", re.IGNORECASE)
_TITLED = re.compile(r"(?:отдел|подразделение|служба|department|division)\s*:\s*(\S.*)", re.IGNORECASE)
_LONGEST_NAME = 80
_HEADING_OPTIONS = (
    Option(NEW, Message(N_("a department of its own"))),
    Option(_NONE, Message(N_("no: its rows belong to the department above"))),
)

R = TypeVar("R", bound=Row)


def stranger_key(name: str) -> str:
    """The key of the question who somebody is; answered by ``keep`` or ``new``."""
    return f"person:{norm_text(name)}"


class Directory:
    """Looks names up in a draft, and makes rows for names that are new. Doubtful ones become questions."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        before = draft.before
        self.departments: list[Department] = list(before.departments)
        self.people = PeopleIndex(before.people)
        self._people_met: dict[tuple[str, str | None], str | None] = {}
        self._positions = {(norm_text(p.title), p.department_id): p for p in reversed(before.positions)}
        self._activities: dict[str, Activity] = {}
        for activity in before.activities:
            self._remember(activity)
        self._chosen: dict[tuple[str, str | None, str], str] = {}
        self._is_first_list = not before.departments
        self._headings: frozenset[str] = frozenset()
        self._other_names: dict[str, list[str]] = {}
        self._headed_by: dict[str, Department | None] = {}

    def department(self, text: str) -> Department | None:
        """The department with this name, code, alias or id; spaces and hyphens apart where nothing fits exactly."""
        key, compact = norm_text(text), compact_key(text)
        if not key:
            return None
        named = (d for d in self.departments if key in department_keys(d) or key == norm_text(d.id))
        alike = (d for d in self.departments if compact and compact in map(compact_key, department_keys(d)))
        return next(chain(named, alike), None)

    def look_for_headings(self, table: Table, own: str) -> None:
        """Find the rows of their own that name departments before the rows of a table are read.

        ``own``: the field that every line of the table has.
        """
        self._headings = department_headings(table, own, self._is_heading, learns=self._is_first_list)

    def section(self, text: str) -> str | None:
        """The department that a row of its own names; a document without departments learns them from such rows."""
        name = _titled(text)
        found = self.department(name)
        if found is None and self._is_first_list and self._is_heading(text):
            found = self.add_department(name)
        elif found is None and norm_text(text) in self._headings:
            found = self._headed(name)
        return found.id if found else None

    def _is_heading(self, text: str) -> bool:
        """Whether a row of its own surely names a department."""
        name = _titled(text)
        said = name != text or (_DEPARTMENT.fullmatch(name) is not None and not _HEADING.search(name))
        return self.department(name) is not None or (self._is_first_list and said and len(name) <= _LONGEST_NAME)

    def _headed(self, name: str) -> Department | None:
        """The department of a heading between those of departments; a person may say that it is none."""
        key, near = norm_text(name), self.near_departments(name)
        asked = Message(N_("Is the heading “{name}” a department?"), {"name": line(name)})
        options = (*_options(near, lambda d: d.name)[:-1], *_HEADING_OPTIONS)
        default = near[0].id if near else NEW
        if key not in self._headed_by:
            answer = self._draft.ask(Question(f"heading:{key}", asked, options, default, blocking=False))
            found = next((d for d in near if d.id == answer), None)
            self._headed_by[key] = self.add_department(name) if answer == NEW else found
        return self._headed_by[key]

    def department_or_new(self, text: str) -> Department:
        """The department with this name, else a new one; a document that has departments already asks first."""
        found = self.department(text)
        if found is not None:
            return found
        near = self.near_departments(text) or list(self._draft.before.departments)
        likely = self.likely_department(text)
        question = Message(N_("Is department “{name}” a new one?"), {"name": line(text)})
        default = likely.id if likely else NEW
        chosen = self._choose("department", None, text, near, lambda d: d.name, question, default)
        return next((d for d in near if d.id == chosen), None) or self.add_department(text)

    def likely_department(self, text: str) -> Department | None:
        """The department of the document that a text may mean."""
        return likely_department(text, self._draft.before.departments)

    def called(self, text: str) -> Department | None:
        """The department that a file calls otherwise: asked about, and none where nothing is like it.

        A document without departments takes it for a new one.
        """
        known = self._draft.before.departments
        if not known:
            return self.department_or_new(text)
        likely = self.likely_department(text)
        options = (*_options(known, lambda d: d.name)[:-1], Option(_NONE, Message(N_("none of them: leave it out"))))
        asked = Message(N_("Which department is “{text}”?"), {"text": line(text)})
        default = likely.id if likely else _NONE
        answer = self._draft.ask(Question(f"department:{norm_text(text)}", asked, options, default, blocking=False))
        found = next((each for each in known if each.id == answer), None)
        if found is not None:
            self._other_names.setdefault(found.id, []).append(line(text))
        return found

    def as_the_file_calls_them(self) -> tuple[Department, ...]:
        """The departments, each also by what the file calls it otherwise."""
        return tuple(
            replace(each, aliases=(*each.aliases, *self._other_names.get(each.id, ()))) for each in self.departments
        )

    def near_departments(self, text: str) -> list[Department]:
        """The departments that a text may mean: the likely one first, then those that differ by a slip of the hand."""
        likely, key = self.likely_department(text), norm_text(text)
        slips = [d for d in self.departments if any(is_near(key, other) for other in department_keys(d))]
        return [likely, *(d for d in slips if d != likely)] if likely else slips

    def add_department(self, text: str) -> Department:
        """A new department with this name."""
        name = line(text)
        code = code_of(name, (d.short for d in self.departments))
        made = self._draft.add(Department(id=self._draft.edit.new_id(Department), name=name, short=code))
        self.departments.append(made)
        return made

    def position(self, text: str, department_id: str | None) -> Position | None:
        """The position of the department with this title."""
        return self._positions.get((norm_text(text), department_id)) if text.strip() else None

    def position_or_new(self, text: str, department_id: str | None) -> Position:
        """The position of the department with this title, else a new one."""
        found = self.position(text, department_id)
        if found is None:
            made = Position(id=self._draft.edit.new_id(Position), title=line(text), department_id=department_id)
            found = self._draft.add(made)
            self._positions[norm_text(text), department_id] = found
        return found

    def person(self, text: str, department_id: str | None) -> Person | None:
        """The person with this name or id: of the department first, then the only one anywhere.

        A shorter spelling that fits one person is taken for that person and listed as a question.
        """
        met = (norm_text(text), department_id)
        if met not in self._people_met:
            found = self._find_person(text, department_id)
            self._people_met[met] = found.id if found else None
        return self.people.get(self._people_met[met] or "")

    def _find_person(self, text: str, department_id: str | None) -> Person | None:
        by_id = self.people.get(text.strip())
        if by_id is not None:
            return by_id
        same = _own_first(self.people.same(text), department_id)
        if len(same) == 1:
            return same[0]
        short = same or _own_first(self.people.alike(text), department_id)
        near = [person for person in self.people.near(text, department_id) if person not in short]
        candidates = [*short, *near]
        is_sure = bool(same) or (len(short) == 1 and short[0].department_id in (department_id, None))
        default = short[0].id if is_sure or (len(short) == 1 and department_id is None) else NEW
        question = Message(N_("Is “{name}” somebody who is in the list already?"), {"name": line(text)})
        chosen = self._choose("person", department_id, text, candidates, lambda p: p.name, question, default)
        return next((person for person in candidates if person.id == chosen), None)

    def person_or_new(self, text: str, department_id: str | None, position: str = "") -> Person:
        """The person with this name, else a new one; a position that the list does not have yet is filled in."""
        found = self.person(text, department_id)
        place = self.position_or_new(position, department_id) if norm_text(position) else None
        if found is None:
            made = Person(
                id=self._draft.edit.new_id(Person),
                name=line(text),
                department_id=department_id,
                position_id=place.id if place else None,
                active=not is_vacancy(text),
            )
            found = self._draft.add(made)
        elif place is not None and found.position_id is None and found.department_id == department_id:
            found = self._draft.complete(found, position_id=place.id)
        self.people.put(found)
        self._people_met[norm_text(text), department_id] = found.id
        return found

    def stranger(self, name: str, department_id: str | None = None, place: Place | None = None) -> Person | None:
        """Somebody who is not in the list of people: a new person where that is the answer, else only a name.

        ``place``: row and column of the cell that names them.
        """
        text = Message(N_("Who is “{name}”? Only the name is kept."), {"name": line(name)})
        options = (Option(KEEP, Message(N_("keep the name"))), Option(NEW, Message(N_("a new person"))))
        key = stranger_key(name)
        if self._draft.ask(Question(key, text, options, KEEP, blocking=False)) == NEW:
            return self.person_or_new(name, department_id)
        if place is not None and self._draft.answer(key) is None:
            self._draft.mark(*place, text)
        return None

    def activity(self, text: str) -> Activity | None:
        """The activity with this title or id."""
        return self._activities.get(norm_text(text)) if text.strip() else None

    def activity_or_new(self, text: str, wanted_id: str = "") -> Activity:
        """The activity with this id or title, else a new one; a title that is nearly another's is asked about."""
        found = self.activity(wanted_id) or self.activity(text)
        if found is not None:
            return found
        key = norm_text(text)
        near = [a for known, a in self._activities.items() if is_near(key, known)]
        question = Message(N_("Is activity “{name}” a new one?"), {"name": line(text)})
        chosen = self._choose("activity", None, text, near, lambda a: a.title, question, NEW)
        found = next((a for a in near if a.id == chosen), None)
        if found is None:
            made = Activity(id=wanted_id or self._draft.edit.new_id(Activity), title=line(text))
            found = self._draft.add(made)
            self._remember(found)
        self._activities.setdefault(key, found)
        return found

    def change_activity(self, activity: Activity, **values: Any) -> Activity:
        """Change fields of an activity."""
        changed = self._draft.update(activity, **values)
        self._remember(changed)
        return changed

    def complete_activity(self, activity: Activity, **values: Any) -> Activity:
        """Fill in an activity that was made just now."""
        changed = self._draft.complete(activity, **values)
        self._remember(changed)
        return changed

    def _remember(self, activity: Activity) -> None:
        for key in (norm_text(activity.id), norm_text(activity.title)):
            if self._activities.get(key, activity).id == activity.id:
                self._activities[key] = activity

    def _choose(
        self,
        kind: str,
        scope: str | None,
        text: str,
        candidates: Sequence[R],
        label: Callable[[R], str],
        question: Message,
        default: str,
    ) -> str:
        """The id of the candidate meant, or ``NEW``; asked once for each spelling."""
        key = (kind, scope, norm_text(text))
        if key not in self._chosen:
            self._chosen[key] = NEW
            if candidates:
                asked = Question(":".join(filter(None, key)), question, _options(candidates, label), default, False)
                self._chosen[key] = self._draft.ask(asked) or NEW
        return self._chosen[key]


def _titled(text: str) -> str:
    """«Склад» of «Отдел: Склад»."""
    found = _TITLED.fullmatch(text)
    return found[1] if found else text


def _own_first(people: list[Person], department_id: str | None) -> list[Person]:
    """The department's own people where there are any, else all."""
    return [person for person in people if department_id and person.department_id == department_id] or people


def _options(candidates: Iterable[R], label: Callable[[R], str]) -> tuple[Option, ...]:
    known = [Option(row.id, Message("{text}", {"text": label(row)})) for row in candidates]
    return (*known, Option(NEW, Message(N_("a new one"))))
