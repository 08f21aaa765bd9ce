"""What a responsibility matrix shows, and how it is cut into pages (PAPER.md 6)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reports.flowables.badge import Department
from reports.flowables.raci import RaciLetters
from workshop_app.domain.frozen import frozen

MAX_PEOPLE = 20
"""More columns than this don't fit on a page."""
_FEW = 4
_FULL = 0.75
"""How much of a page whole groups fill at least; else the next one is cut, with ``_FEWEST`` lines on each side."""
_FEWEST = 3
KINDS: tuple[RaciLetters, ...] = ("A", "R", "C", "I")


@frozen
class RaciColumns:
    """One department's columns: surnames, or positions when there are many people."""

    department: Department
    names: Sequence[str]


@frozen
class RaciLine:
    """An activity with one entry per column; ``key`` marks a key activity."""

    title: str
    letters: Sequence[RaciLetters]
    key: bool = False


@frozen
class RaciGroup:
    """Activities under one word."""

    title: str
    lines: Sequence[RaciLine]


@frozen
class RaciModel:
    """The whole matrix. Totals are counted over all groups, also when a page shows only some."""

    columns: Sequence[RaciColumns]
    groups: Sequence[RaciGroup]

    @property
    def people(self) -> int:
        """How many columns there are."""
        return sum(len(each.names) for each in self.columns)

    def letters(self) -> Sequence[Sequence[RaciLetters]]:
        """All rows' letters."""
        return [line.letters for group in self.groups for line in group.lines]

    def total(self, kind: str, column: int | None = None) -> int:
        """How often a letter stands in one column, or everywhere; AR counts as both."""
        rows = self.letters()
        return sum(kind in letters for row in rows for letters in (row if column is None else row[column : column + 1]))

    def by_department(self, most: int = MAX_PEOPLE) -> list[RaciModel]:
        """Matrices of the departments that a page has room for, when there are more than ``most`` people.

        Rows keep their place; a column named after each other department shows where its people are accountable. A few
        people from outside the departments stand on every page.
        """
        if self.people <= most:
            return [self]
        always = [number for number, each in enumerate(self.columns) if _few_outside(each)]
        pages: list[set[int]] = []
        for number in sorted(set(range(len(self.columns))).difference(always)):
            if not pages or self._width({*pages[-1], *always, number}) > most:
                pages.append(set())
            pages[-1].add(number)
        return [self._only({*page, *always}) for page in pages]

    def _width(self, whole: set[int]) -> int:
        """How many columns a page has with everybody of some departments and one for each of the others."""
        return sum(len(each.names) if index in whole else 1 for index, each in enumerate(self.columns))

    def _only(self, whole: set[int]) -> RaciModel:
        spans, start = [], 0
        for each in self.columns:
            spans.append(range(start, start + len(each.names)))
            start += len(each.names)
        columns = [
            each if index in whole else RaciColumns(each.department, [""]) for index, each in enumerate(self.columns)
        ]

        def kept(row: Sequence[RaciLetters]) -> list[RaciLetters]:
            result: list[RaciLetters] = []
            for index, span in enumerate(spans):
                own = [row[column] for column in span]
                result += own if index in whole else ["A" if any("A" in letters for letters in own) else ""]
            return result

        groups = [
            RaciGroup(group.title, [RaciLine(line.title, kept(line.letters), line.key) for line in group.lines])
            for group in self.groups
        ]
        return RaciModel(columns, groups)


def _few_outside(each: RaciColumns) -> bool:
    return each.department.index is None and len(each.names) <= _FEW


def cut_groups(groups: Sequence[RaciGroup], fits: int) -> tuple[list[RaciGroup], list[RaciGroup]]:
    """Whole groups first; a group is cut between lines when it begins the page or would leave much of it empty."""
    counts = list(_running(groups))
    whole = sum(count <= fits for count in counts)
    used = counts[whole - 1] if whole else 0
    spare = fits - used
    if whole == len(groups) or (whole and (used >= _FULL * fits or spare < _FEWEST)):
        return list(groups[:whole]), list(groups[whole:])
    if not groups or fits < 1:
        return [], list(groups)
    head, *rest = groups[whole:]
    cut = min(spare, max(len(head.lines) - _FEWEST, 1))
    first, second = RaciGroup(head.title, head.lines[:cut]), RaciGroup(head.title, head.lines[cut:])
    return [*groups[:whole], first], [second, *rest]


def _running(groups: Sequence[RaciGroup]) -> Iterator[int]:
    total = 0
    for group in groups:
        total += len(group.lines)
        yield total
