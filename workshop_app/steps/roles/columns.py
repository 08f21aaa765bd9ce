"""The columns of the matrix as they are shown: everybody, or folded to one column per position."""

from __future__ import annotations

from dataclasses import field

from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Department
from workshop_app.domain.raci import Letters, combined
from workshop_app.steps.roles.view import ActivityRow, PersonColumn


@frozen
class MatrixColumn:
    """One column: its people (one, or all of a position). ``position`` is empty for people without one."""

    id: str
    department: Department | None
    position: str
    people: tuple[PersonColumn, ...]
    folded: bool = False

    @property
    def person(self) -> PersonColumn | None:
        """Whose column it is; None where several people share it."""
        return self.people[0] if len(self.people) == 1 else None

    @property
    def department_id(self) -> str:
        """Where a new group of columns begins."""
        return self.department.id if self.department else ""


@frozen
class Cell:
    """What a cell shows. ``holders`` of ``people`` have letters; more than one only in a folded column."""

    letters: Letters = field(default_factory=Letters)
    holders: int = 0
    people: int = 1

    @property
    def partial(self) -> bool:
        """Whether only some of the position's people have letters."""
        return 0 < self.holders < self.people


def columns_by_person(columns: tuple[PersonColumn, ...]) -> tuple[MatrixColumn, ...]:
    """One column per person."""
    return tuple(MatrixColumn(column.id, column.department, column.position, (column,)) for column in columns)


def columns_by_position(columns: tuple[PersonColumn, ...]) -> tuple[MatrixColumn, ...]:
    """One column per position of a department, in the order of its first person; nobody without position is lost."""
    grouped: dict[tuple[str | None, str], list[PersonColumn]] = {}
    for column in columns:
        key = column.person.position_id or f"person:{column.id}"
        grouped.setdefault((column.person.department_id, key), []).append(column)
    return tuple(
        MatrixColumn(f"{department_id or ''}/{key}", people[0].department, people[0].position, tuple(people), True)
        for (department_id, key), people in grouped.items()
    )


def cell_of(row: ActivityRow, column: MatrixColumn) -> Cell:
    """The cell of a column: the person's letters, or A+R or the strongest letter of the position's people."""
    if len(column.people) == 1:
        letters = row.letters.get(column.people[0].id)
        return Cell(letters, 1) if letters else Cell()
    found = [letters for person in column.people if (letters := row.letters.get(person.id))]
    if not found:
        return Cell(people=len(column.people))
    shown = combined("".join(letters.marks for letters in found))
    unknown = "".join(letters.unknown for letters in found)
    return Cell(Letters(shown, unknown), len(found), len(column.people))
