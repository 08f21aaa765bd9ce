"""The quick-add line: plain words with «@owner» and «#date» anywhere in them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from workshop_app.domain.date_text import parse_date
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Person
from workshop_app.domain.person_names import is_called
from workshop_app.domain.short_names import surname
from workshop_app.domain.text_key import norm_text, single_line

_WORD = r"[^\W\d_]+"
_OWNER = r"(?<!\S)@(\S+(?:\s(?=[A-ZА-ЯЁ])[\w.\-]+)*)"
_UNTIL = r"(?i)(?<!\S)(?:до|к|by|until|till|before)\s+([\w.]+(?:\s[a-zа-яё]+)?(?:\s\d{4})?)"
_KEPT = r"(.+?)(?: – ([^–,]+))?(?:, (?:до|by) ([^,]+))?"
_DATE = r"(?i)(?<!\S)#(\S+(?:\s[a-zа-яё]+)?(?:\s\d{4})?)"


@frozen
class QuickLine:
    """What a line says. ``unknown`` lists marks that were not understood and stay in the text."""

    text: str
    owner_id: str | None = None
    due: date | None = None
    unknown: tuple[str, ...] = ()


def people_matching(fragment: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Active people whose name has a word for each word of the fragment that begins so: «@кор арт»; in order; else
    those of that surname.

    A surname counts in every Russian case: «@Рябову».
    """
    key = norm_text(fragment)
    active = tuple(person for person in people if person.active)
    begun = tuple(person for person in active if norm_text(person.name).startswith(key) or _begins(person.name, key))
    return begun or _of_surname(fragment, active)


def _of_surname(words: str, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """The people of this surname; as it stands in the list before any other case."""
    found = tuple(person for person in people if is_called(words, person.name))
    return tuple(person for person in found if norm_text(surname(person.name)) == norm_text(words)) or found


def read_quick_line(line: str, people: tuple[Person, ...], today: date) -> QuickLine:
    """Take the owner and the date out of a line; ambiguous names are left in and reported."""
    owner_id: str | None = None
    due: date | None = None
    unknown: list[str] = []
    text = line
    for match in re.finditer(_OWNER, line):
        mark, person = _owner(match[1], people)
        if person is None:
            unknown.append("@" + match[1])
        else:
            owner_id = person.id
            text = text.replace("@" + mark, "", 1)
    for match in re.finditer(_DATE, line):
        mark, found = _due(match[1], today)
        if found is None:
            unknown.append("#" + match[1])
        else:
            due = found
            text = text.replace("#" + mark, "", 1)
    return QuickLine(single_line(text), owner_id, due, tuple(unknown))


def read_spoken_line(line: str, people: tuple[Person, ...], today: date) -> QuickLine:
    """A decision as it was said: the same marks, else the one surname in it and the date after «до», «к», “by”.

    The surname may stand in any case: «поручаем Рябову», «спросить у Юдиной».
    """
    found = read_quick_line(line, people, today)
    active = tuple(person for person in people if person.active)
    named = {person.id for word in re.findall(_WORD, found.text) for person in _of_surname(word, active)}
    owner_id = found.owner_id or (next(iter(named)) if len(named) == 1 else None)
    days = (_due(match[1], today)[1] for match in re.finditer(_UNTIL, found.text))
    return replace(found, owner_id=owner_id, due=found.due or next(filter(None, days), None))


def read_kept_line(line: str, people: tuple[Person, ...], today: date) -> QuickLine:
    """A note that was kept as «text – owner, до date»: its parts; else what is said in it, the text whole."""
    match = re.fullmatch(_KEPT, line)
    named = [person for person in people if match and match[2] and person.name == match[2].strip()]
    due = parse_date(match[3], today) if match and match[3] else None
    if match and len(named) == bool(match[2]) and (due is not None) == bool(match[3]):
        found = QuickLine(match[1], named[0].id if named else None, due)
        if found.owner_id or found.due:
            return found
    return read_spoken_line(line, people, today)


def _begins(name: str, key: str) -> bool:
    """Whether each word of the key begins a word of the name, another one each time."""
    words = norm_text(name).split()
    for part in key.split():
        begun = next((word for word in words if word.startswith(part)), None)
        if begun is None:
            return False
        words.remove(begun)
    return True


def _owner(mark: str, people: tuple[Person, ...]) -> tuple[str, Person | None]:
    words = mark.split()
    for length in range(len(words), 0, -1):
        fragment = " ".join(words[:length])
        found = people_matching(fragment, people)
        exact = tuple(person for person in found if norm_text(person.name) == norm_text(fragment))
        if len(exact or found) == 1:
            return fragment, (exact or found)[0]
    return mark, None


def _due(mark: str, today: date) -> tuple[str, date | None]:
    words = mark.split()
    for length in range(len(words), 0, -1):
        fragment = " ".join(words[:length])
        found = parse_date(fragment, today)
        if found is not None:
            return fragment, found
    return mark, None
