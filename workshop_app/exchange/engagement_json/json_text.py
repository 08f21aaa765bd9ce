"""JSON texts with exact numbers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.exchange.engagement_json.errors import FormatError
from workshop_app.exchange.engagement_json.values import JsonObject

_LONG_NUMBER = 1000


def parse(text: str) -> Any:
    """JSON with decimals and with repeated keys noticed; ``FormatError`` when it is no JSON.

    NaN and numbers of any length come as ``Decimal``, so that the value's place can be named when it is refused.
    """
    try:
        return json.loads(
            text.removeprefix("\ufeff"),
            parse_float=Decimal,
            parse_int=_whole,
            parse_constant=Decimal,
            object_pairs_hook=_object,
        )
    except json.JSONDecodeError as error:
        message = N_("This is not JSON: line {line}, column {column} can't be read. Export the file again.")
        raise FormatError(Message(message, {"line": error.lineno, "column": error.colno})) from None
    except (RecursionError, ValueError):
        raise FormatError(Message(N_("This is not JSON that can be read. Export the file again."))) from None


def write(value: Any, indent: int = 1) -> str:
    """The value as readable JSON; every ``Decimal`` with all its digits."""
    return "".join(_pieces(value, "\n", " " * indent))


def compact(value: Any) -> str:
    """The value as JSON on one line."""
    return "".join(_pieces(value, "", ""))


def _whole(digits: str) -> int | Decimal:
    return int(digits) if len(digits) < _LONG_NUMBER else Decimal(digits)


def _object(pairs: list[tuple[str, Any]]) -> JsonObject:
    made = JsonObject(pairs)
    if len(made) < len(pairs):
        keys = [key for key, _ in pairs]
        made.repeated = tuple(key for key in made if keys.count(key) > 1)
    return made


def _pieces(value: Any, line: str, step: str) -> Iterator[str]:
    if isinstance(value, Decimal):
        yield format(value, "f")
    elif isinstance(value, dict) and value:
        parts = [(f"{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in value.items()]
        yield from _wrapped("{}", parts, line, step)
    elif isinstance(value, list | tuple) and value:
        inside = any(isinstance(part, dict | list | tuple) for part in value)
        yield from _wrapped("[]", [("", part) for part in value], line if inside else "", step)
    else:
        yield json.dumps(value, ensure_ascii=False)


def _wrapped(brackets: str, parts: list[tuple[str, Any]], line: str, step: str) -> Iterator[str]:
    inner = line + step if line else ""
    yield brackets[0]
    for number, (before, part) in enumerate(parts):
        yield ("," + ("" if inner else " ")) * bool(number) + inner + before
        yield from _pieces(part, inner, step)
    yield line + brackets[1]
