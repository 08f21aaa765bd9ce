"""Widths of a table's columns: shares of the width, but never narrower than the longest word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Want:
    """What a column asks for, in points; ``least`` keeps joined words together, ``hard`` only single words."""

    share: float
    fixed: float
    least: float
    hard: float
    grows: bool


def column_widths(wants: Sequence[Want], width: float) -> list[float]:
    """Widths that add up to ``width``.

    Shares are given first; a column below its longest word is raised to it and the others share the rest. When not
    all longest words fit, joined words may open; when even single words don't fit, the widest columns
    share what the others leave.
    """
    for need in ("least", "hard"):
        floors = [want.fixed or getattr(want, need) for want in wants]
        if sum(floors) <= width:
            return _shared(wants, floors, width)
    return _filled([want.fixed or want.hard for want in wants], width)


def _filled(floors: list[float], width: float) -> list[float]:
    """Narrow columns get what they need, the widest share the rest evenly."""
    widths = [0.0] * len(floors)
    room, left = width, len(floors)
    for index in sorted(range(len(floors)), key=lambda index: floors[index]):
        widths[index] = min(floors[index], room / left)
        room -= widths[index]
        left -= 1
    return widths


def _shared(wants: Sequence[Want], floors: list[float], width: float) -> list[float]:
    widths: dict[int, float] = {index: want.fixed for index, want in enumerate(wants) if want.fixed}
    open_columns = [index for index in range(len(wants)) if index not in widths]
    targets = _targets(wants, open_columns, width - sum(widths.values()))
    short = {index for index in open_columns if targets[index] < floors[index]}
    debt = sum(floors[index] - targets[index] for index in short)
    for index in short:
        targets[index] = floors[index]
    growing = [index for index in open_columns if wants[index].grows and index not in short]
    debt = _take(targets, floors, growing, debt)
    _take(targets, floors, [index for index in open_columns if index not in short], debt)
    widths.update(targets)
    if not open_columns:
        widths = {index: value * width / sum(widths.values()) for index, value in widths.items()}
    return [widths[index] for index in range(len(wants))]


def _targets(wants: Sequence[Want], indexes: Sequence[int], room: float) -> dict[int, float]:
    total = sum(wants[index].share for index in indexes) or 1
    return {index: room * wants[index].share / total for index in indexes}


def _take(targets: dict[int, float], floors: Sequence[float], indexes: Sequence[int], debt: float) -> float:
    """Take the debt from these columns in proportion to what they have above their floors; returns what is left."""
    spare = {index: targets[index] - floors[index] for index in indexes}
    total = sum(spare.values())
    if total <= 0 or debt <= 0:
        return debt
    taken = min(debt, total)
    for index in indexes:
        targets[index] -= spare[index] * taken / total
    return debt - taken
