"""Hours as people write them in a list of functions, brought to hours per week (METHOD C.3.1)."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import norm_text

_SPACE = r"[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:{_SPACE}\d{{3}})*(?:[.,]\d+)?"
_CELL = rf"(?:(?P<hour>\d+):(?P<minute>[0-5]\d)|(?P<number>{_NUMBER}))\s*(?P<unit>(?:[^\W\d]|[\s./(),])*)"
_WORD = r"[^\W\d_]+"
_UNKNOWN = frozenset({"", "-", "–", "—", "?"})
_LINKING = r"в|за|на|per|a|an|in|раб|рабоч\w+|каждый|every"
_UNITS = (
    (r"ч|час(?:а|ы|ов)?|h|hrs?|hours?", Fraction(1)),
    (r"мин(?:ут[аы]?)?|min(?:s|utes?)?", Fraction(1, 60)),
)
_PERIODS = (
    (r"нед(?:ел\w+)?|еженедельн\w+|w|wk|weeks?|weekly", Fraction(1)),
    (r"мес(?:яц\w*)?|ежемесячн\w+|mo|months?|monthly", Fraction(12, 52)),
    (r"день|дн\w*|ежедневн\w+|d|days?|daily", Fraction(5)),
    (r"кв|квартал\w*|quarters?|quarterly", Fraction(4, 52)),
    (r"год\w*|ежегодн\w+|y|yr|years?|yearly|annual\w*", Fraction(1, 52)),
)


def _factors(words: list[str], table: tuple[tuple[str, Fraction], ...]) -> list[Fraction]:
    return [factor for word in words for pattern, factor in table if re.fullmatch(pattern, word)]


def hours_unit(text: str) -> Fraction | None:
    """The factor to hours per week of a unit named in a header or a cell; None when no unit is named.

    ``ч/нед`` is 1, ``h/month`` 12/52, ``ч/день`` 5, ``мин/день`` 5/60, ``ч/год`` 1/52. A unit without a period
    (``ч``) counts per week; of two units, as in ``Часы, мин/день``, the last one counts.
    """
    words = re.findall(_WORD, norm_text(text))
    units, periods = _factors(words, _UNITS), _factors(words, _PERIODS)
    if not units and not periods:
        return None
    return (units or [Fraction(1)])[-1] * (periods or [Fraction(1)])[0]


def _own_unit(text: str) -> Fraction | None:
    """The unit written behind a number; ValueError when it says anything else («4 ч на клиента», «2 дня/нед»)."""
    words = re.findall(_WORD, norm_text(text))
    units, periods = _factors(words, _UNITS), _factors(words, _PERIODS)
    linking = sum(1 for word in words if re.fullmatch(_LINKING, word))
    if len(units) + len(periods) + linking != len(words) or len(units) > 1 or len(periods) > 1:
        raise ValueError(text)
    return hours_unit(text)


def _number(match: re.Match[str]) -> Fraction:
    if match["number"] is None:
        return int(match["hour"]) + Fraction(int(match["minute"]), 60)
    return Fraction(re.sub(_SPACE, "", match["number"]).replace(",", "."))


def read_hours(value: str | Decimal, unit: Fraction | None = None) -> Fraction | None:
    """Hours per week of a cell; None for an empty cell, a dash or «?» (hours unknown).

    ``unit`` is the factor of the column's header (see ``hours_unit``); a unit in the cell itself wins. ProblemError
    when the text is not a number of hours.
    """
    text = format(value, "f") if isinstance(value, Decimal) else value.strip()
    if norm_text(text) in _UNKNOWN:
        return None
    match = re.fullmatch(_CELL, text)
    try:
        if match is None:
            raise ValueError(text)
        own_unit = _own_unit(match["unit"])
    except ValueError:
        message = N_("“{text}” is not a number of hours. Write, for example, 4 or 1.5 h/day.")
        raise ProblemError(Message(message, {"text": text})) from None
    return _number(match) * (own_unit or unit or Fraction(1))
