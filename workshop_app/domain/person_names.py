"""Names of people in free text: cards and comments speak about work, not about people (METHOD S2, C.11)."""

from __future__ import annotations

import re

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.short_names import PATRONYMIC, surname
from workshop_app.domain.text_key import norm_text

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 3

# Endings that a Russian name takes in its cases, by the ending it has in a list of people.
_OF_ADJECTIVES = "ий ый ой ая яя ого его ому ему ым им ом ем ую юю ей ие ые их ых"
_OF_HARD = "а ы и е у ой ою"
_OF_SOFT = "я и е ю ей ею"
_OF_SOFT_MEN = "ь й я ю ем е и ью"
_OF_CONSONANTS = "а у ом ем ым е ой ы ых и s"
_OF_FLEETING_VOWELS = (
    ("ец", "ец ца цу цом цем це еца ецу ецом ецем еце"),
    ("ок", "ок ка ку ком ке ока оку оком оке"),
    ("ек", "ек ка ку ком ке ека еку еком еке"),
    ("ел", "ел ла лу лом ле ела елу елом еле"),
)
_DECLENSIONS = (
    *((ending, _OF_ADJECTIVES) for ending in ("ий", "ый", "ой", "ая", "яя")),
    ("а", _OF_HARD),
    ("я", _OF_SOFT),
    ("ь", _OF_SOFT_MEN),
    ("й", _OF_SOFT_MEN),
    *_OF_FLEETING_VOWELS,
    ("", _OF_CONSONANTS),
)


def people_named(engagement: Engagement, text: str) -> tuple[str, ...]:
    """The ids of the people whose first name or surname stands in a text, in the order of the people.

    A word counts when it begins with a capital letter and is the name or one of its Russian cases. A name that two
    people share counts for both; patronymics and initials count for nobody.
    """
    words = frozenset(norm_text(word) for word in _WORD.findall(text) if word[0].isupper())
    if not words:
        return ()
    return tuple(person.id for person in engagement.people if _is_named(person.name, words))


def is_called(words: str, name: str) -> bool:
    """Whether words are a surname, alone or with other parts of the name, each in any Russian case.

    Anything but the word as it stands in the name has to begin with a capital letter.
    """
    own, parts, said = _WORD.findall(surname(name)), _WORD.findall(name), _WORD.findall(words)
    return any(_is_case(word, part) for word in said for part in own) and all(
        any(_is_case(word, part) for part in parts) for word in said
    )


def _is_case(word: str, name: str) -> bool:
    key, own = norm_text(word), norm_text(name)
    return key == own or (word[0].isupper() and len(own) >= _SHORTEST and key in _cases(own))


def _is_named(name: str, words: frozenset[str]) -> bool:
    parts = (norm_text(part) for part in _WORD.findall(name))
    return any(
        not words.isdisjoint(_cases(part)) for part in parts if len(part) >= _SHORTEST and not PATRONYMIC.search(part)
    )


def _cases(name: str) -> frozenset[str]:
    ending, endings = next(
        (ending, endings)
        for ending, endings in _DECLENSIONS
        if not ending or (name.endswith(ending) and len(name) - len(ending) >= _SHORTEST)
    )
    stem = name.removesuffix(ending)
    return frozenset({name, *(stem + case for case in endings.split())})
