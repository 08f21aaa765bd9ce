"""Widths of a table's columns: shares of the width, but never narrower than the longest word."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from workshop_app.domain.frozen import frozen

_LITTLE = 0.01
_NEARLY = 24.0
"""Points that a column lacks when it is close to one line for every text."""
_LONG, _TENTH, _ENOUGH = 2.0, 0.1, 0.7


@frozen
class Want:
    """What a column asks for, in points.

    ``least`` keeps joined words together, ``hard`` only single words, ``parts`` what stands between hyphens; at
    ``most`` every text stands on one line: without end where there are no texts.
    """

    share: float
    fixed: float
    least: float
    hard: float
    most: float
    grows: bool
    parts: float = inf


def column_widths(wants: Sequence[Want], width: float) -> list[float]:
    """Widths that add up to ``width``.

    Shares are given first; a column below what it needs is raised to it and the others share the rest. What it needs
    is one line for every text where there is room for that, else its longest word; then columns hand on what they
    have above one line for every text. When not all longest words fit, joined words may open; when that starves a
    column of long texts, long words open after hyphens; when even single words don't fit, the widest columns share
    what the others leave.
    """
    shares = sum(want.share for want in wants if not want.fixed) or 1
    room = width - sum(want.fixed for want in wants)
    charts = [max(want.least, room * want.share / shares) for want in wants]
    ease = [want.fixed or (chart if want.most == inf else want.most) for want, chart in zip(wants, charts, strict=True)]
    if sum(ease) <= width:
        return _shared(wants, ease, width)
    targets, result = [room * want.share / shares for want in wants], None
    for need in ("least", "hard", "parts"):
        floors = [want.fixed or getattr(want, need) for want in wants]
        if sum(floors) > width:
            continue
        result = _handed_on(wants, _shared(wants, floors, width))
        if need == "least" or not _starves(wants, result, targets):
            break
    return result or _filled([want.fixed or want.hard for want in wants], width)


def _starves(wants: Sequence[Want], widths: Sequence[float], targets: Sequence[float]) -> bool:
    """Whether a column of long texts has much less than its share because of long words beside it."""
    return any(
        not want.fixed and _LONG * width < want.most < inf and width < _ENOUGH * target
        for want, width, target in zip(wants, widths, targets, strict=True)
    )


def _handed_on(wants: Sequence[Want], widths: list[float]) -> list[float]:
    """Columns with texts give what they have above their ``most`` to those whose texts still take several lines.

    A column that lacks little for one line gets it, if need be, from columns of long texts.
    """
    texts = [index for index, want in enumerate(wants) if not want.fixed and want.most < inf]
    lacks = {index: wants[index].most - widths[index] for index in texts}
    spare = -sum(min(lack, 0) for lack in lacks.values())
    result = [width + min(lacks.get(index, 0), 0) for index, width in enumerate(widths)]
    for index in sorted(texts, key=lambda index: lacks[index]):
        if 0 < lacks[index] <= _NEARLY:
            given = min(lacks[index], spare)
            spare -= given
            result[index] += given + _borrowed(wants, result, texts, lacks[index] - given)
    hungry = [index for index in texts if wants[index].most - result[index] > _LITTLE]
    while hungry and spare > _LITTLE:
        shares, given = sum(wants[index].share for index in hungry), spare
        for index in hungry:
            more = min(given * wants[index].share / shares, wants[index].most - result[index])
            result[index] += more
            spare -= more
        hungry = [index for index in hungry if wants[index].most - result[index] > _LITTLE]
    result[-1] += spare
    return result


def _borrowed(wants: Sequence[Want], widths: list[float], texts: Sequence[int], wish: float) -> float:
    """Take this much from the column with the longest texts; nothing where that would make them much longer."""
    longest = max(texts, key=lambda index: wants[index].most / widths[index])
    long = wants[longest].most > _LONG * widths[longest]
    if wish <= 0 or not long or widths[longest] - wish < max(wants[longest].least, wish / _TENTH - wish):
        return 0
    widths[longest] -= wish
    return wish


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
