"""Hours as people write them in a list of functions, brought to hours per week (METHOD C.3.1)."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import norm_text

_SPACE = r"[ \u00a0\u202f]"
_NUMBER = rf"\d+(?:{_SPACE}\d{{3}})*(?:[.,]\d+)?"
_CELL = rf"(?:(?P<hour>\d+):(?P<minute>[0-5]\d)|(?P<number>{_NUMBER}))\s*(?P<unit>(?:[^\W\d]|[\s./(),])*)"
_ESTIMATE = re.compile(
    r"\A(?:[~≈≃]|(?:около|примерно|прим|порядка|about|around|approx(?:imately)?|circa|ca)\b\.?)\s*", re.IGNORECASE
)
"""What stands before an estimate: hours of a usual week are nothing else, so «~3» is 3."""
_WORD = r"[^\W\d_]+"
_UNKNOWN = frozenset({"", "-", "–", "—", "?"})
_LINKING = r"в|за|на|per|a|an|in|кажд\w+|every"
_WORKING = r"раб|рабоч\w+|working"
_ADVERB = r"еже\w+|\w+ly"
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


@frozen
class HoursUnit:
    """What a number stands for: ``hours``, and how many ``times`` a week (None where no period is named)."""

    hours: Fraction
    times: Fraction | None

    @property
    def factor(self) -> Fraction:
        """What brings a number to hours per week. A unit without a period counts per week."""
        return self.hours * (Fraction(1) if self.times is None else self.times)


def _factors(words: list[str], table: tuple[tuple[str, Fraction], ...]) -> list[Fraction]:
    return [factor for word in words for pattern, factor in table if re.fullmatch(pattern, word)]


def hours_unit(text: str) -> HoursUnit | None:
    """The unit named in a header or a cell; None when no unit is named.

    The factor of ``ч/нед`` is 1, of ``h/month`` 12/52, of ``ч/день`` 5, of ``мин/день`` 5/60, of ``ч/год`` 1/52.
    Of two units, as in ``Часы, мин/день``, the last one counts.
    """
    words = re.findall(_WORD, norm_text(text))
    units, periods = _factors(words, _UNITS), _factors(words, _PERIODS)
    if not units and not periods:
        return None
    return HoursUnit((units or [Fraction(1)])[-1], periods[0] if periods else None)


def _own_unit(text: str) -> HoursUnit | None:
    """The unit written behind a number.

    ValueError when it says anything else («4 ч на клиента», «2 дня/нед») or a length of time that is no hours
    («2 дня», while «2 в день» is a number of hours).
    """
    words = re.findall(_WORD, norm_text(text))
    units, periods = _factors(words, _UNITS), _factors(words, _PERIODS)
    linking, working = _count(words, _LINKING), _count(words, _WORKING)
    if len(units) + len(periods) + linking + working != len(words) or len(units) > 1 or len(periods) > 1:
        raise ValueError(text)
    if periods and not units and not (linking or "/" in text or _count(words, _ADVERB)):
        raise ValueError(text)
    return hours_unit(text)


def _count(words: list[str], pattern: str) -> int:
    return sum(1 for word in words if re.fullmatch(pattern, word))


def _number(match: re.Match[str]) -> Fraction:
    if match["number"] is None:
        return int(match["hour"]) + Fraction(int(match["minute"]), 60)
    return Fraction(re.sub(_SPACE, "", match["number"]).replace(",", "."))


def read_hours(value: str | Decimal, unit: HoursUnit | None = None) -> Fraction | None:
    """Hours per week of a cell; None for an empty cell, a dash or «?» (hours unknown).

    An estimate («~3», «около 4 ч/мес») is its number. ``unit`` is that of the column's header (see ``hours_unit``);
    a unit in the cell itself wins, and a cell without a
    period («30 мин») has the header's. ProblemError when the text is not a number of hours.
    """
    text = format(value, "f") if isinstance(value, Decimal) else value.strip()
    if norm_text(text) in _UNKNOWN:
        return None
    match = re.fullmatch(_CELL, _ESTIMATE.sub("", text))
    try:
        if match is None:
            raise ValueError(text)
        own = _own_unit(match["unit"])
    except ValueError:
        message = N_("“{text}” is not a number of hours. Write, for example, 4 or 1.5 h/day.")
        raise ProblemError(Message(message, {"text": text})) from None
    if own and unit and own.times is None:
        own = replace(own, times=unit.times)
    found = own or unit
    return _number(match) * (found.factor if found else 1)
