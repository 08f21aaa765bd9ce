"""What is wrong with an engagement file: the place, the problem and the cure."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from decimal import Decimal

from workshop_app.domain.message import N_, Message, ProblemError

_LONGEST = 60


class FormatError(ProblemError):
    """The file is no engagement or not a sound one; nothing is imported. ``place`` is, say, ``goals[2].baseline``."""

    def __init__(self, message: Message, place: str = "") -> None:
        super().__init__(message)
        self.place = place


def shown(value: object) -> str:
    """A value of the file as a message quotes it: in the file's own words, and short."""
    text = "".join(_pieces(value)) if not isinstance(value, str) else value[: _LONGEST + 1]
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _pieces(value: object) -> Iterator[str]:
    """Pieces of JSON, a few more than are shown."""
    if isinstance(value, Decimal):
        yield str(value)
        return
    length = 0
    for piece in json.JSONEncoder(ensure_ascii=False, default=str).iterencode(value):
        yield piece[: _LONGEST + 1]
        length += len(piece)
        if length > _LONGEST:
            return


def wrong_type(place: str, wanted: Message, found: object) -> FormatError:
    """Another type than the format says."""
    message = N_("{place}: {wanted} is expected, but the file has “{found}”. Correct it and import again.")
    return FormatError(Message(message, {"place": place, "wanted": wanted, "found": shown(found)}), place)


def unknown_word(place: str, found: object, words: Iterable[str]) -> FormatError:
    """A code word that the format does not have."""
    message = N_("{place}: “{found}” is not understood. Write one of: {words}.")
    return FormatError(Message(message, {"place": place, "found": shown(found), "words": ", ".join(words)}), place)


def impossible_date(place: str, found: object) -> FormatError:
    """A date that no calendar has, or one of a year that nobody means."""
    message = N_("{place}: “{found}” is no date of the years 1900–2100. Write year-month-day, for example 2026-02-10.")
    return FormatError(Message(message, {"place": place, "found": shown(found)}), place)


def missing(place: str) -> FormatError:
    """A value that must not be absent."""
    message = N_("{place}: it is missing or empty. Fill it in and import again.")
    return FormatError(Message(message, {"place": place}), place)


def twice(place: str, found: object, other: str) -> FormatError:
    """The same id or key a second time."""
    message = N_("{place}: “{found}” stands there a second time (first: {other}). Give each its own id, or remove one.")
    return FormatError(Message(message, {"place": place, "found": shown(found), "other": other}), place)


def key_twice(key: str, place: str) -> FormatError:
    """A key a second time in one object; ``place`` is the object's, empty for the whole file."""
    inside = f"{place}.{key}" if place else key
    message = N_("{place}: the key stands twice in one object. Keep one of them.")
    return FormatError(Message(message, {"place": inside}), inside)


def out_of_range(place: str, found: object, low: int, high: int) -> FormatError:
    """A number outside its scale."""
    message = N_("{place}: {found} is outside the scale from {low} to {high}.")
    return FormatError(Message(message, {"place": place, "found": shown(found), "low": low, "high": high}), place)
