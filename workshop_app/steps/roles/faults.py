"""Which cells of a row its open checks speak of: they are tinted in the matrix (METHOD D, RACI)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from workshop_app.domain.checks import Severity
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.raci import MatrixRow

Find = Callable[[Engagement, MatrixRow], Iterable[str]]


def _accountable(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return row.holders("A")


def _performing(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return row.holders("R")


def _consulted(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return row.holders("C")


def _unknown(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return (person_id for person_id, letters in row.cells.items() if letters.unknown)


def _redundant(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return (person_id for person_id, letters in row.cells.items() if letters.is_redundant)


def _gone(engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    people = (engagement.person(person_id) for person_id in row.cells)
    return (person.id for person in people if person is not None and not person.active)


def _of_stopped(_engagement: Engagement, row: MatrixRow) -> Iterable[str]:
    return (*row.holders("A"), *row.holders("R"))


_FAULTS: Mapping[str, tuple[Severity, Find]] = MappingProxyType(
    {
        "RACI-06": (Severity.WARNING, _performing),
        "RACI-07": (Severity.WARNING, _consulted),
        "RACI-11": (Severity.WARNING, _redundant),
        "RACI-02": (Severity.ERROR, _accountable),
        "RACI-04": (Severity.ERROR, _unknown),
        "RACI-05": (Severity.ERROR, _gone),
        "RACI-08": (Severity.ERROR, _accountable),
        "RACI-13": (Severity.ERROR, _of_stopped),
    }
)
"""By check: how bad it is and whose cells it means; errors last, so that they win."""


def faulty_cells(engagement: Engagement, row: MatrixRow, rules: frozenset[str]) -> Mapping[str, Severity]:
    """By person id: the severity of the worst open check that speaks of the person's cell in this row."""
    return {
        person_id: severity
        for rule, (severity, find) in _FAULTS.items()
        if rule in rules
        for person_id in find(engagement, row)
    }
