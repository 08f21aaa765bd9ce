"""Whose sale a row is: a department by its name, short name or alias (METHOD C.8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workshop_app.domain.model import Department
from workshop_app.domain.text_key import compact_key, norm_text

_WORD = re.compile(r"\w+")


def person_key(text: str) -> str:
    """The words of a name: «Зимин А.В.» is «Зимин А. В.», and «Зимин А.» is not «Зимина»."""
    return " ".join(_WORD.findall(norm_text(text)))


class DepartmentNames:
    """Finds departments by what they are called.

    ``aliases`` are the document's further spellings: text → name, short name or id. ``managers`` maps people's names
    to department ids, for ledgers that name only who sold. Without any departments every text that is met becomes a
    department of its own, in the order of meeting (a ledger looked at without a workshop).
    """

    def __init__(
        self,
        departments: Iterable[Department] = (),
        aliases: Mapping[str, str] | Iterable[tuple[str, str]] = (),
        managers: Mapping[str, str] | None = None,
    ) -> None:
        known = tuple(departments)
        self._discovers = not known
        self.order: list[str] = [department.id for department in known]
        self._by_key: dict[str, str] = {compact_key(department.id): department.id for department in known}
        for department in known:
            for name in (department.name, department.short, *department.aliases):
                if compact_key(name):
                    self._by_key[compact_key(name)] = department.id
        self._add_aliases(dict(aliases))
        self._managers = {person_key(name): department for name, department in (managers or {}).items()}

    def _add_aliases(self, aliases: Mapping[str, str]) -> None:
        for source, target in aliases.items():
            found = self._by_key.get(compact_key(target))
            if found is not None:
                self._by_key[compact_key(source)] = found
            elif self._discovers:
                self._by_key[compact_key(source)] = self._discover(target)

    def find(self, text: str) -> str | None:
        """The id of the department that is called so, or None."""
        return self._by_key.get(compact_key(text))

    def of_row(self, text: str, manager: str = "") -> str | None:
        """The department of a row: by its own text, else by who sold; None when neither is known."""
        key = compact_key(text)
        found = self._by_key.get(key) or self._managers.get(person_key(text))
        if found is None and key and self._discovers:
            return self._discover(text)
        return found if key else self._managers.get(person_key(manager))

    def _discover(self, text: str) -> str:
        key = compact_key(text)
        if key not in self._by_key:
            self._by_key[key] = text
            self.order.append(text)
        return self._by_key[key]
