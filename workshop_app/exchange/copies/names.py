"""Names taken out of every text of a workshop: people become “Person 7”, clients “Client 12”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.ledger import LedgerNames, Sales
from workshop_app.domain.model import TABLES, LedgerSource, Row, Session, Settings
from workshop_app.domain.short_names import surname
from workshop_app.i18n import Words
from workshop_app.storage.ledger_part import LedgerPart
from workshop_app.storage.ledger_parts import PartReader, packed_parts

_VOWELS = "аеёиоуыэюяй"
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_LONG, _SHORTEST = 4, 3
_AFTER_A_CONSONANT, _AFTER_A_VOWEL = "(?:[аеёиуыюя]|[её]м|о[мв]|а[мх]|ами)?", "(?:[аеёиоуыэюяй]|[её]м|[оеё][йю])"
"""The endings of short names, said one by one: “up to three letters” would be many other words."""
_ALONE = frozenset({"April", "Art", "August", "Bill", "Faith", "Grace", "Hope", "June", "Mark", "May", "Rose", "Will"})
"""English first names that are everyday words: taken out beside their surname only."""


class Nameless:
    """Replaces names in rows and sales. The same person has the same number everywhere, in the order of the list."""

    def __init__(self, engagement: Engagement, words: Words) -> None:
        self._words = words
        self._labels: dict[str, str] = {}
        forms: list[tuple[int, str, str]] = []
        called = [person.name for person in engagement.people] + _strangers(engagement)
        for number, name in enumerate(called, 1):
            group, self._labels[f"p{number}"] = f"p{number}", words("Person {n}", n=number)
            forms += [(len(form), group, form) for form in _forms(name)]
        self._pattern = _pattern(forms)
        self._clients: dict[str, int] = {}
        self._services: dict[str, str] = {}

    def text(self, text: str) -> str:
        """A text without names."""
        if self._pattern is None:
            return text
        return self._pattern.sub(lambda found: self._labels[str(found.lastgroup).split("_")[0]], text)

    def row(self, row: Row) -> Row:
        """A row without names, in texts, lists of texts and ids alike, so that references go on leading somewhere."""
        if isinstance(row, Settings):
            return replace(row, brand_logo=None)
        if isinstance(row, LedgerSource):
            row = replace(row, file=None, client_aliases=())
        if isinstance(row, Session):
            row = replace(row, facilitator="")
        values = {field.name: getattr(row, field.name) for field in fields(row)}
        return replace(row, **{name: self._value(value) for name, value in values.items()})

    def _value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(self._value(item) for item in value)
        return self.text(value) if isinstance(value, str) and not isinstance(value, StrEnum) else value

    def parts(self, parts: Iterable[LedgerPart]) -> Iterator[LedgerPart]:
        """A batch of sales with numbered clients, without documents and sellers."""
        reader, names = PartReader(), LedgerNames()
        clients: list[int] = []
        services: list[int] = []

        def renamed(sales: Sales) -> Sales:
            found = sales.names
            names.departments.learn(found.departments.texts)
            for key in found.clients.keys_of[len(clients) :]:
                clients.append(names.clients.number(*self._client(key)))
            for place in range(len(services), len(found.services)):
                name, key = self._service(found.services.texts[place]), self._service(found.services.keys_of[place])
                services.append(names.services.number(name, key))
            numbered = [clients[number] for number in sales.clients], [services[number] for number in sales.services]
            nobody = [""] * len(sales), [0] * len(sales)
            return Sales(names, sales.days, sales.departments, *numbered, sales.cents, *nobody)

        return packed_parts(renamed(reader.sales(part)) for part in parts)

    def _client(self, key: str) -> tuple[str, str]:
        number = self._clients.setdefault(key, len(self._clients) + 1)
        name = self._words("Client {n}", n=number)
        return name, name.casefold()

    def _service(self, text: str) -> str:
        """A service without names; a ledger has few services and many sales."""
        if text not in self._services:
            self._services[text] = self.text(text)
        return self._services[text]


def _strangers(engagement: Engagement) -> list[str]:
    """Names that the file speaks of although nobody in the list of people has them."""
    types = {row_type.table: row_type for row_type in TABLES}
    found = []
    for entry in engagement.unresolved_references:
        row_type = types.get(entry.object_table)
        declared: dict[str, Mapping[str, Any]] = {f.name: f.metadata for f in fields(row_type)} if row_type else {}
        meant = declared.get(entry.field, {})
        if entry.field == "cells" or "people" in (meant.get("reference"), meant.get("references")):
            found.append(entry.text)
    return list(dict.fromkeys(found))


def _pattern(forms: list[tuple[int, str, str]]) -> re.Pattern[str] | None:
    """One pattern of all forms, the longest first; the group says whose it is."""
    parts = [f"(?P<{group}_{at}>{form})" for at, (_size, group, form) in enumerate(sorted(forms, reverse=True))]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)") if parts else None


def _forms(name: str) -> Iterator[str]:
    """Patterns of how texts call a person: the whole name, surname and initials, surname, first names; any case."""
    parts = [part for part in re.split(r"[\s,]+", name.strip()) if part]
    if not parts:
        return
    own = surname(name)
    given = [part for part in parts if part != own]
    family = _any_case(own)
    gap = r"\s*"
    if given:
        called = gap.join(_any_case(part) for part in given)
        initials = gap.join(rf"{re.escape(part[0])}\." for part in given)
        first = rf"{re.escape(given[0][0])}\."
        for one, other in ((family, called), (family, _any_case(given[0])), (family, initials), (family, first)):
            yield rf"{one}{gap}{other}"
            yield rf"{other}{gap}{one}"
        if len(given) > 1:
            yield called
    yield family
    yield from (_any_case(part) for part in given if len(part.rstrip(".")) > 1 and part not in _ALONE)


def _any_case(word: str) -> str:
    """A name as written or in capitals: Russian with the endings of its cases and ё or е, English with “’s”."""
    if not _CYRILLIC.search(word):
        return rf"(?:{re.escape(word)}(?:['’]s)?|{re.escape(word.upper())}(?:['’]S)?)"
    stem, endings = _stem(word)
    return rf"(?:{_spelt(stem)}{endings}|{_spelt(stem.upper())}{endings.upper()})"


def _stem(word: str) -> tuple[str, str]:
    """What all cases of a name have in common, and a pattern of their endings; those of short names are few."""
    bare, ends_in_vowel = word.rstrip(_VOWELS), word[-1].casefold() in _VOWELS
    if len(word) < _LONG:
        if not ends_in_vowel:
            return word, _AFTER_A_CONSONANT
        return (word[:-1], _AFTER_A_VOWEL) if len(word) == _SHORTEST else (word, "")
    return bare if len(bare) >= _LONG else word[:-1] if ends_in_vowel else word, "[а-яё]{0,3}"


def _spelt(stem: str) -> str:
    return "".join("[её]" if sign in "её" else "[ЕЁ]" if sign in "ЕЁ" else re.escape(sign) for sign in stem)
