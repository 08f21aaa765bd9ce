"""What the matrix says in words: surnames, loads, verdicts, cells for screen readers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.checks import CheckResult, Detail, message_of
from workshop_app.domain.message import Message
from workshop_app.domain.raci import ORDER, WORDS
from workshop_app.domain.raci_cures import VERDICTS, Cure
from workshop_app.domain.short_names import short_name, surname
from workshop_app.i18n import Words
from workshop_app.steps.roles.columns import MatrixColumn
from workshop_app.steps.roles.view import ActivityRow


def column_title(column: MatrixColumn) -> str:
    """A person's surname, or the position and how many share it."""
    if column.person is not None and not column.folded:
        return surname(column.person.person.name)
    return column.position or surname(column.people[0].person.name)


def hours_of(column: MatrixColumn) -> Decimal | None:
    """Today's hours of everybody in the column; None where no line is known."""
    known = [person.load.hours for person in column.people if person.load.hours is not None]
    return sum(known, Decimal(0)) if known else None


def count_of(column: MatrixColumn, letter: str) -> int:
    """How often the people of a column have a letter."""
    names = {"A": "accountable", "R": "responsible", "C": "consulted", "I": "informed"}
    return sum(int(getattr(person.load, names[letter])) for person in column.people)


def load_text(column: MatrixColumn, words: Words) -> str:
    """«34 h»; «▲ 46 h» above the norm; «—» where nothing is known."""
    hours = hours_of(column)
    text = words.number(hours, 0) + "\N{NO-BREAK SPACE}" + words("h") if hours is not None else "—"
    return f"▲ {text}" if any(person.overloaded for person in column.people) else text


def counts_text(column: MatrixColumn) -> str:
    """«A2 R5»: the two letters that are work."""
    return " ".join(f"{letter}{count_of(column, letter)}" for letter in "AR")


def column_spoken(column: MatrixColumn, words: Words) -> str:
    """Everybody of a column with position, hours and all letters."""
    _ = words
    lines = [", ".join(person.person.name for person in column.people)]
    place = [column.position, column.department.name if column.department else ""]
    lines.append(", ".join(part for part in place if part))
    lines.append(_("Today {hours} a week", hours=words.hours(hours_of(column))))
    lines.append("   ".join(f"{letter} {count_of(column, letter)}" for letter in ORDER))
    if any(person.overloaded for person in column.people):
        lines.append(_("Above the norm of hours"))
    if any(person.bottleneck for person in column.people):
        lines.append(_("Accountable for too many rows: a bottleneck"))
    return "\n".join(line for line in lines if line)


def letters_spoken(marks: str, words: Words) -> str:
    """«accountable for the result, does the work»."""
    said = dict(WORDS)
    return ", ".join(words(said[letter]) for letter in marks)


def cell_spoken(row: ActivityRow, column: MatrixColumn, words: Words) -> str:
    """Each person of the cell with the letters in words, and the activity."""
    lines = []
    for person in column.people:
        letters = row.letters.get(person.id)
        if letters:
            said = letters_spoken(letters.marks, words) or letters.unknown
            lines.append(words("{person}: {letters}", person=person.person.name, letters=said))
    if not lines:
        names = ", ".join(person.person.name for person in column.people)
        lines.append(words("{person}: no letter", person=names))
    return "\n".join((*lines, row.activity.title))


def detail_text(detail: Detail | None, words: Words) -> str:
    """The list or number of a check as people read it."""
    if detail is None:
        return ""
    parts: Iterable[object] = detail if isinstance(detail, tuple) else (detail,)
    return ", ".join(_one(part, words) for part in parts)


def _one(part: object, words: Words) -> str:
    if isinstance(part, Message):
        return words.message(part)
    return words.number(part) if isinstance(part, int | Decimal | Fraction) else str(part)


def verdict_text(result: CheckResult, words: Words) -> str:
    """The short verdict of a row: «No A: nobody is accountable»."""
    said = VERDICTS.get(result.check.id)
    if said is None:
        return message_of(result, words)
    return words(said, n=detail_text(result.number if result.detail is None else result.detail, words))


def verdict_tip(problems: Iterable[CheckResult], words: Words) -> str:
    """All open checks of a row with what to do."""
    return "\n".join(f"{message_of(result, words)}. {words(result.check.fix)}" for result in problems)


def cure_text(cure: Cure, words: Words) -> str:
    """What a fix is called, with short names: “A to I. Carrow”."""
    params = dict(cure.label.params)
    if isinstance(person := params.get("person"), str):
        params["person"] = ", ".join(short_name(name) for name in person.split(", "))
    return words.message(Message(cure.label.id, params))
