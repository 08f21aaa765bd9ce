"""Days as ledgers write them (METHOD C.8.1)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal

from workshop_app.domain.date_text import LAST_YEAR, real_date

_TIME = r"(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?"
_YEAR_FIRST = re.compile(rf"(?P<y>\d{{4}})(?P<mark>[-./])(?P<m>\d{{1,2}})(?P=mark)(?P<d>\d{{1,2}}){_TIME}", re.ASCII)
_DAY_FIRST = re.compile(
    rf"(?P<d>\d{{1,2}})(?P<mark>[./-])(?P<m>\d{{1,2}})(?P=mark)(?P<y>\d{{4}}|(?<!-)\d\d)(?:\s?г\.?)?{_TIME}", re.ASCII
)
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?", re.ASCII)
_SERIAL_ORIGIN = date(1899, 12, 30)
_FIRST_SERIAL_YEAR = 1990


def read_day(value: str | Decimal | date) -> date | None:
    """A day from YYYY-MM-DD, DD.MM.YYYY or DD/MM/YYYY (two-digit year → 20YY; a time behind it is left out), or from
    a spreadsheet's day number since 1990. None for anything else, for impossible days and years outside 1900–2100.
    """
    if isinstance(value, date):
        return value
    text = format(value, "f") if isinstance(value, Decimal) else value.strip()
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return _from_serial(text)
    year = int(match["y"])
    return real_date(year if len(match["y"]) == 4 else 2000 + year, int(match["m"]), int(match["d"]))


def _from_serial(text: str) -> date | None:
    if _SERIAL.fullmatch(text) is None:
        return None
    found = _SERIAL_ORIGIN + timedelta(days=int(text[:5]))
    return found if _FIRST_SERIAL_YEAR <= found.year <= LAST_YEAR else None
