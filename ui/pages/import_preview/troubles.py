"""Single cells of a file: what is wrong with one, how it looks, what a person has put in its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ui.widgets import roles
from workshop_app.domain.frozen import frozen

R = TypeVar("R")


@frozen
class Trouble:
    """Why a cell is not understood, in words; ``grave``: its row stays out because of it."""

    why: str
    grave: bool = False


def trouble_roles(
    trouble: Callable[[R], Trouble | None], corrected: Callable[[R], bool] = lambda _row: False
) -> dict[int, Callable[[R], Any]]:
    """Roles of a column that colour its troubled cells, and no others, with a sign and a tint; corrected ones too."""

    def icon(row: R) -> tuple[str, str] | None:
        found = trouble(row)
        if found is not None:
            return ("circle-alert", "err") if found.grave else ("circle-help", "warn")
        return ("pencil", "accent") if corrected(row) else None

    def is_grave(row: R) -> bool:
        found = trouble(row)
        return found is not None and found.grave

    def is_doubtful(row: R) -> bool:
        found = trouble(row)
        return found is not None and not found.grave

    return {roles.ICON: icon, roles.FAULT: is_grave, roles.DOUBT: is_doubtful}
