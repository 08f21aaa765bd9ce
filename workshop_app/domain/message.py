"""Texts for people, carried as English message ids until somebody who knows the reader's language shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from workshop_app.domain.frozen import frozen


def N_(text: str) -> str:
    """Mark an English text for translation and return it unchanged."""
    return text


@frozen
class Message:
    """An English message id with its named values, e.g. ``Message(N_("Row {row}: no date"), {"row": 12})``.

    A value that is itself a ``Message`` is translated too.
    """

    id: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.id.format_map({key: str(value) for key, value in self.params.items()})


class ProblemError(Exception):
    """A problem a person can do something about: one clear message that names the place and the cure."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message
