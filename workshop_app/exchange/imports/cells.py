"""Cells of office tables that say yes, no, a list, a direction or a frequency (METHOD C.2, E)."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.date_text import whole_date
from workshop_app.domain.ledger import read_day
from workshop_app.domain.message import N_
from workshop_app.domain.model import Direction, Frequency, SameObject
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.exchange.grid import Cell, cell_text

_YES = frozenset(("да", "yes", "y", "true", "истина", "1", "+", "v", "x", "х", "✓", "✔", "☑", "ключевая", "key"))
_NO = frozenset(("нет", "no", "n", "false", "ложь", "0", "-", "–", "—", "☐"))
_UNSURE = frozenset(("?", "не знаем", "не знаю", "неизвестно", "unknown", "dont know"))
_KEPT = re.compile(r"'[=+\-@\t\r]")
_LIST = re.compile(r"\s*[,;+/&\n]\s*|\s+(?:и|and)\s+")
_UP = re.compile(r"up|рост|раст|выше|больше|вверх|увелич|grow|higher|more|increas|[+↑]")
_DOWN = re.compile(r"down|сниж|ниже|меньше|вниз|уменьш|падени|lower|less|decreas|fall|[-−↓]")
_FREQUENCIES: tuple[tuple[re.Pattern[str], Frequency], ...] = (
    (re.compile(r"нед|week"), Frequency.WEEKLY),
    (re.compile(r"кварт|quarter"), Frequency.QUARTERLY),
    (re.compile(r"мес|month"), Frequency.MONTHLY),
)
_PLACES = Decimal("1e-10")

NO_DATE = N_("Row {row}: “{text}” is no date. Write, for example, 31.01.2026.")
NEITHER = N_("Row {row}: “{text}” is neither yes nor no.")
"""What is said of a cell that should be a date, or yes or no."""


def line(text: str) -> str:
    """A text on one line, with single spaces; without the mark that keeps a spreadsheet from computing it."""
    return single_line(text[1:] if _KEPT.match(text) else text)


def optional(text: str) -> str | None:
    """The text on one line; None when there is none."""
    return line(text) or None


def read_yes(cell: Cell) -> bool | None:
    """True, False, or None when the cell says neither."""
    key = norm_text(cell_text(cell)) or cell_text(cell).strip()
    if key in _YES:
        return True
    return False if key in _NO else None


def read_same_object(cell: Cell) -> SameObject | None:
    """Whether the work is on the same client or document; None when the cell does not say."""
    if norm_text(cell_text(cell)) in _UNSURE:
        return SameObject.UNKNOWN
    said = read_yes(cell)
    return None if said is None else (SameObject.YES if said else SameObject.NO)


def read_direction(text: str) -> Direction | None:
    """The good way for a number."""
    said = text.strip().casefold()
    if _UP.match(said):
        return Direction.UP
    return Direction.DOWN if _DOWN.match(said) else None


def read_frequency(text: str) -> Frequency | None:
    """How often a number is measured."""
    key = norm_text(text)
    return next((frequency for pattern, frequency in _FREQUENCIES if pattern.search(key)), None)


def read_date(cell: Cell) -> date | None:
    """A day, in figures or with the month in words; None where the year is not said."""
    return read_day(cell) or (whole_date(cell) if isinstance(cell, str) else None)


def listed(text: str) -> list[str]:
    """The names of a cell that lists several."""
    return [part for part in (line(piece) for piece in _LIST.split(text)) if part]


def stored(value: Fraction | None) -> Decimal | None:
    """A fraction as it is stored: exact where decimals can be, else ten decimals (half up)."""
    if value is None:
        return None
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    if Fraction(exact) == value:
        return exact.normalize() if exact != exact.to_integral_value() else exact.quantize(Decimal(1))
    return exact.quantize(_PLACES).normalize()
