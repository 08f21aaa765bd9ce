"""Surnames over the columns of a responsibility matrix: staggered levels, whole and inside their department's walls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reports import fonts
from reports.style import MM, RACI_NAME, Role
from workshop_app.domain.frozen import frozen
from workshop_app.typesetting import in_pieces

LEVEL = 3.6 * MM
"""Height of a level of names in one line."""
LINE = 2.7 * MM
"""What one more line of a name adds to its level."""
_LEAST_SIZE, _CUT_SIZE = 5.4, 6.2
_MOST_LEVELS = 5


@frozen
class HeadName:
    """A surname in one line or several; ``centre`` and ``base`` (of the lowest line) in points."""

    lines: tuple[str, ...]
    role: Role
    centre: float
    base: float = 0

    @property
    def width(self) -> float:
        """Of the longest line, in points."""
        return max((fonts.measure(line, self.role.font, self.role.size) for line in self.lines), default=0)


@frozen
class HeadRoom:
    """Middle of a column, and the walls its surname stays between, in points."""

    middle: float
    left: float
    right: float


def parts(name: str) -> tuple[str, ...]:
    """The lines of a surname that has hyphens."""
    *starts, last = name.split("-")
    return (*(f"{start}-" for start in starts), last)


def width_in(role: Role) -> Callable[[str], float]:
    """Measures texts of a role, in points."""
    return lambda text: fonts.measure(text, role.font, role.size)


def least_room(names: Sequence[str]) -> float:
    """How wide a department is at least, in points, that each part of its surnames is whole."""
    found = [part for name in names for part in parts(name)]
    return max((fonts.measure(part, RACI_NAME.font, RACI_NAME.size) for part in found), default=0)


def head_names(names: Sequence[str], rooms: Sequence[HeadRoom]) -> tuple[tuple[HeadName, ...], float]:
    """The surnames where they stand above the head's rule, and the height of their levels, in points."""
    fitted = [_fitted(name, room) for name, room in zip(names, rooms, strict=True)]
    levels = _levels(fitted)
    heights = [
        LEVEL + LINE * (max((len(each.lines) for each in fitted[k::levels]), default=1) - 1) for k in range(levels)
    ]
    bases = [sum(heights[level + 1 :]) for level in range(levels)]
    placed = tuple(
        HeadName(each.lines, each.role, each.centre, bases[index % levels]) for index, each in enumerate(fitted)
    )
    return placed, sum(heights)


def _fitted(name: str, room: HeadRoom) -> HeadName:
    """In one line, else in lines after the hyphens, else smaller, at last in pieces; over its column between the walls.

    No surname reaches over a wall: it would be read as a name of the neighbours.
    """
    free = room.right - room.left
    made = HeadName((name,), RACI_NAME, room.middle)
    if made.width > free:
        made = HeadName(parts(name), RACI_NAME, room.middle)
    if made.width > free:
        size = RACI_NAME.size * free / made.width
        if size >= _LEAST_SIZE:
            made = HeadName(made.lines, RACI_NAME.sized(size), room.middle)
        else:
            role = RACI_NAME.sized(_CUT_SIZE)
            whole = [word for part in parts(name) for word in part.split(maxsplit=1)]
            lines = (piece for word in whole for piece in in_pieces(word, width_in(role), free))
            made = HeadName(tuple(lines), role, room.middle)
    half = made.width / 2
    return HeadName(made.lines, made.role, max(min(room.middle, room.right - half), room.left + half))


def _levels(names: Sequence[HeadName]) -> int:
    """On how many levels the surnames stand so that none runs into the next."""
    for levels in range(1, _MOST_LEVELS):
        pairs = zip(names, names[levels:], strict=False)
        if all(b.centre - a.centre >= (a.width + b.width) / 2 + 3 for a, b in pairs):
            return max(levels, 2) if len(names) > 1 else 1
    return _MOST_LEVELS
