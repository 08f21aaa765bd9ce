"""A strip of time to draw bars on: its ends and its months; a mistyped year does not make it endless."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

_FARTHEST = timedelta(days=730)
_MOST_MONTHS = 120


def near(day: date, middle: date) -> date:
    """The day, or the day two years from the ``middle`` of the strip that lies towards it."""
    earliest = middle - min(_FARTHEST, middle - date.min)
    latest = middle + min(_FARTHEST, date.max - middle)
    return min(max(day, earliest), latest)


def month_starts(first: date, last: date) -> Iterator[date]:
    """The first days of the months after ``first`` and before ``last``; none on a strip of more than ten years."""
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > _MOST_MONTHS:
        return
    for number in range(first.month, first.month + months):
        start = date(first.year + number // 12, number % 12 + 1, 1)
        if start < last:
            yield start
