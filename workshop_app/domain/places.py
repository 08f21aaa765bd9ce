"""Places of records in their order: what they are sorted and coloured by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol


class Identified(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """Its own among all of its kind."""


def places_of(records: Iterable[Identified]) -> dict[str, int]:
    """By id: the place of each record among these, from 0."""
    return {record.id: place for place, record in enumerate(records)}
