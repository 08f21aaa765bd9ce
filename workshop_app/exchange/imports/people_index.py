"""Finds people by the spellings of their names, also among thousands."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.domain.model import Person
from workshop_app.domain.text_key import norm_text
from workshop_app.exchange.imports.names import can_be_same, name_words, near_keys


class PeopleIndex:
    """The people of a draft by id, by name and by the words of their names."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id: dict[str, Person] = {}
        self._words: dict[str, tuple[str, ...]] = {}
        self._by_words: dict[tuple[str, ...], dict[str, None]] = {}
        self._by_word: dict[str, dict[str, None]] = {}
        self._keys: dict[str | None, dict[str, str]] = {}
        for person in people:
            self.put(person)

    def put(self, person: Person) -> None:
        """Add a person, or another state of one; names do not change."""
        self._by_id[person.id] = person
        words = self._words[person.id] = name_words(person.name)
        self._by_words.setdefault(tuple(sorted(words)), {})[person.id] = None
        for word in words:
            self._by_word.setdefault(word, {})[person.id] = None
        self._keys.setdefault(person.department_id, {})[person.id] = norm_text(person.name)

    def get(self, person_id: str) -> Person | None:
        """The person with this id."""
        return self._by_id.get(person_id)

    def same(self, name: str) -> list[Person]:
        """The people whose name has the same words, whatever their order."""
        return [self._by_id[found] for found in self._by_words.get(tuple(sorted(name_words(name))), ())]

    def alike(self, name: str) -> list[Person]:
        """The people whose name this may be with initials, or without some of its words."""
        words = name_words(name)
        found = {person_id: None for word in words if len(word) > 1 for person_id in self._by_word.get(word, ())}
        return [self._by_id[person_id] for person_id in found if can_be_same(words, self._words[person_id])]

    def near(self, name: str, department_id: str | None) -> list[Person]:
        """The people of a department whose name differs by a slip of the hand."""
        return [self._by_id[found] for found in near_keys(norm_text(name), self._keys.get(department_id, {}))]
