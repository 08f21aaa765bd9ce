"""Numbers and sums of money as people write them (METHOD C.8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import Literal, TypeAlias

Mark: TypeAlias = Literal["decimal", "thousands"]
"""What the mark of ``1,500`` is: 1.5 or 1500."""

Cents: TypeAlias = int | Decimal
"""Hundredths of a currency, exactly: a ``Decimal`` where there is a part of a hundredth."""

CENT_DECIMALS = 4
"""How many decimals a hundredth may have: amounts are exact to six decimals."""

_SPACES = re.compile(r"[\s\u00a0\u202f\u2007\u2009'’]+")
_WORDS = "руб(?:л(?:ей|я|ь))?|р|тенге|тг|грн|долл(?:аров)?|евро|сом|сум|лей|драм|лари|zł|kč|kr"
_CODES = (
    "rub|rur|usd|eur|gbp|kzt|byn|uah|chf|pln|czk|sek|nok|dkk|huf|ron|bgn|try|ils|cny|jpy|inr|aed|cad|aud|nzd"
    "|amd|gel|azn|uzs|kgs|tjs|mdl|rsd"
)
_NAMES = rf"(?:{_WORDS}|{_CODES}|[$€£₽₸₴¥₹₺₼₾֏])\.?"
_CURRENCY = re.compile(rf"^(?:{_NAMES})+|(?:{_NAMES})+$", re.IGNORECASE)
_PLAIN = re.compile(r"\d*[.,]\d+|\d+", re.ASCII)
_PLAIN_CENTS = re.compile(r"(\d{1,15})[.,](\d\d)", re.ASCII)
_PLAIN_COLUMN = re.compile(r"(?:-?\d{1,15}[.,]\d\d\n)*", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{2,3})+[.,]\d{3}", re.ASCII)
_UNSURE = re.compile(r"[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
_MINUSES = ("-", "−", "–")
_LONGEST = 40
_SMALLEST = Decimal(1).scaleb(-CENT_DECIMALS)


class Shape(Enum):
    """What a text says about the decimal mark of its column."""

    SILENT = "silent"
    UNSURE = "unsure"
    PROOF = "proof"


def _bare(text: str) -> tuple[str, bool]:
    """Digits and marks only, and whether the number is negative."""
    bare = without_currency(text)
    negative = bare.startswith("(") and bare.endswith(")")
    if negative:
        bare = _CURRENCY.sub("", bare[1:-1])
    if bare.startswith(_MINUSES):
        return _CURRENCY.sub("", bare[1:]), True
    if bare.endswith(_MINUSES):
        return _CURRENCY.sub("", bare[:-1]), True
    return bare.removeprefix("+"), negative


def without_currency(text: str) -> str:
    """A text without spaces and without the sign or word of a currency at its ends."""
    return _CURRENCY.sub("", _SPACES.sub("", text))


def read_number(value: object, mark: Mark = "decimal") -> Decimal | None:
    """A number from a cell, with any spaces, currency words, brackets or minus; None when it is none.

    With both ``.`` and ``,`` the last one is the decimal mark; a single one is the decimal mark too, unless ``mark``
    says that ``1,500`` means thousands; several of the same are thousands.
    """
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str) or len(value) > _LONGEST:
        return None
    if mark == "decimal" and _PLAIN.fullmatch(value):
        return Decimal(value.replace(",", "."))
    bare, negative = _bare(value)
    if mark == "thousands" and _UNSURE.fullmatch(bare):
        bare = bare.replace(",", "").replace(".", "")
    digits = _with_point(bare)
    if digits is None:
        return None
    return -Decimal(digits) if negative else Decimal(digits)


def _with_point(bare: str) -> str | None:
    if _PLAIN.fullmatch(bare):
        return bare.replace(",", ".")
    points, commas = bare.count("."), bare.count(",")
    if points and commas:
        decimal, thousands = (".", ",") if bare.rfind(".") > bare.rfind(",") else (",", ".")
        whole, found, part = bare.partition(decimal)
        joined = whole.replace(thousands, "") + "." + part
        return joined if found and _PLAIN.fullmatch(joined) else None
    return bare.replace(",", "").replace(".", "") if _GROUPED.fullmatch(bare) else None


def shape(value: object) -> Shape:
    """Whether a cell proves what its column's decimal mark is (``18,40``), leaves it open (``1,500``) or is silent."""
    if not isinstance(value, str) or ("," not in value and "." not in value):
        return Shape.SILENT
    bare, _ = _bare(value)
    if _UNSURE.fullmatch(bare):
        return Shape.UNSURE
    return Shape.PROOF if _with_point(bare) is not None and ("," in bare or "." in bare) else Shape.SILENT


def is_unsure(values: Iterable[object]) -> str | None:
    """The first value like ``1,500`` of a column in which nothing tells thousands from decimals, else None."""
    example: str | None = None
    for value in values:
        found = shape(value)
        if found is Shape.PROOF:
            return None
        if found is Shape.UNSURE and example is None:
            example = str(value)
    return example


def plain_cents(cell: object) -> int | None:
    """Hundredths of the plainest amounts, ``1500,00``; None for all others, which ``read_number`` reads."""
    match = _PLAIN_CENTS.fullmatch(cell) if isinstance(cell, str) else None
    return int(match[1] + match[2]) if match else None


def plain_cents_column(cells: Sequence[object]) -> list[int] | None:
    """Hundredths of many amounts at once, None unless all are as plain as ``1500,00`` or ``-1500,00``."""
    try:
        text = "\n".join(cells) + "\n"  # type: ignore[arg-type]  # TypeError where one is no text
    except TypeError:
        return None
    if _PLAIN_COLUMN.fullmatch(text) is None:
        return None
    return list(map(int, text.replace(",", "").replace(".", "").split()))


def to_cents(amount: Decimal) -> Cents:
    """Hundredths, exactly up to six decimals of the amount, beyond them rounded half up and away from zero.

    InvalidOperation for amounts of more than 22 digits before the mark.
    """
    cents = (amount * 100).quantize(_SMALLEST, ROUND_HALF_UP)
    whole = int(cents)
    return whole if whole == cents else cents.normalize()
