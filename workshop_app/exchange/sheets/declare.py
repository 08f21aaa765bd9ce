"""How a sheet of one table is declared."""

from __future__ import annotations

from workshop_app.domain.message import N_
from workshop_app.domain.model import Row
from workshop_app.exchange.sheets.sheet import Column, TableSpec, Value, shown

CODE = N_("Code")


def table(key: str, title: str, row_type: type[Row], *columns: tuple[str, str | Value]) -> TableSpec:
    """``columns`` are titles, each with the field it shows or a function of the row."""
    made = tuple(Column(name, shown(value) if isinstance(value, str) else value) for name, value in columns)
    return TableSpec(key, title, row_type, made)
