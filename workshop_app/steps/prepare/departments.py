"""Operations on the participating departments (METHOD S1; DECISIONS, "Names and steps")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from workshop_app.domain.department_code import LONGEST, short_code
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.membership import department_named
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Department, Person, Position
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.exchange.imports.people import likely_heads
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import change_row, remove_rows


def add_department(name: str) -> Operation:
    """A participating department with a code of its own; people who name it as text come to it."""
    title = single_line(name)

    def apply(edit: Edit) -> None:
        code = short_code(title, (department.short for department in edit.engagement.departments))
        made = edit.add(Department(id=edit.new_id(Department), name=title, short=code))
        _take_in(edit, made)

    return Operation(Message(N_("Department added: {text}"), {"text": title}), apply)


def add_departments(names: Sequence[str]) -> Operation:
    """Departments that a list of people names; those whose position says so become their heads."""

    def apply(edit: Edit) -> None:
        for name in names:
            add_department(name).apply(edit)
        for department, head in likely_heads(edit.engagement, edit.engagement.people):
            edit.change(department, head_person_id=head.id)

    return Operation(Message(N_("Departments added: {names}"), {"names": ", ".join(names)}), apply)


def outside_departments(engagement: Engagement, fewest: int = 1) -> tuple[str, ...]:
    """Departments that at least ``fewest`` people of the list are in, and that do not take part, in their order."""
    texts = [single_line(person.department_text) for person in engagement.people if person.department_text]
    counts = Counter(map(norm_text, texts))
    names = {norm_text(text): text for text in reversed(texts)}
    return tuple(names[key] for key in dict.fromkeys(map(norm_text, texts)) if counts[key] >= fewest)


def _take_in(edit: Edit, department: Department) -> None:
    key = norm_text(department.name)
    rows: tuple[Person | Position, ...] = (*edit.engagement.people, *edit.engagement.positions)
    for row in rows:
        if row.department_text and norm_text(row.department_text) == key:
            edit.change(row, department_id=department.id, department_text=None)


def change_department(department: Department, **values: Any) -> Operation:
    """Head, aliases or another field of a department."""
    return change_row(Message(N_("Department: {text}"), {"text": department.name}), department, **values)


def rename_department(department: Department, name: str) -> Operation | None:
    """Another name; None when it is empty or the same."""
    title = single_line(name)
    if not title or title == department.name:
        return None
    return change_row(Message(N_("Department renamed: {text}"), {"text": title}), department, name=title)


def change_code(engagement: Engagement, department: Department, code: str) -> Operation | None:
    """Another code of 1–4 characters; None when it is the same. ``ProblemError`` when it can't be used."""
    wanted = single_line(code)
    if wanted == department.short:
        return None
    if not wanted or len(wanted) > LONGEST:
        raise ProblemError(Message(N_("A code has 1 to 4 characters.")))
    other = department_named(engagement, wanted)
    if other is not None and other.id != department.id:
        raise ProblemError(Message(N_("This is how “{name}” is called."), {"name": other.name}))
    return change_department(department, short=wanted)


def change_aliases(department: Department, text: str) -> Operation | None:
    """Other names that files use for a department, separated by commas."""
    aliases = tuple(dict.fromkeys(alias for part in text.replace(";", ",").split(",") if (alias := single_line(part))))
    return None if aliases == department.aliases else change_department(department, aliases=aliases)


def remove_department(department: Department) -> Operation:
    """Delete a department; its people stay, without a department."""
    return remove_rows(Message(N_("Department removed: {text}"), {"text": department.name}), [department])
