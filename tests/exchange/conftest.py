"""Office files to import, and a workshop to import them into."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.imports import ImportPlan, guess_kind, plan_import
from workshop_app.i18n import Words

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"

Rows = Sequence[Sequence[Any]]


@pytest.fixture(scope="session")
def demo() -> Engagement:
    return read_engagement((DEMO / "engagement_ru.json").read_text(encoding="utf-8")).engagement


@pytest.fixture
def save_xlsx(tmp_path: Path) -> Callable[..., Path]:
    """Write sheets of a workbook: ``save_xlsx(rows, merged=["A1:C1"], name="list.xlsx", sheets={"Other": rows})``."""

    def save(
        rows: Rows, merged: Sequence[str] = (), name: str = "list.xlsx", title: str = "Лист1", **more: Rows
    ) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = title
        for row in rows:
            sheet.append(list(row))
        for cells in merged:
            sheet.merge_cells(cells)
        for other, other_rows in more.items():
            extra = book.create_sheet(other)
            for row in other_rows:
                extra.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return save


@pytest.fixture
def save_csv(tmp_path: Path) -> Callable[..., Path]:
    """Write a CSV text."""

    def save(text: str, name: str = "list.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return save


@pytest.fixture
def apply() -> Callable[[Engagement, ImportPlan], Engagement]:
    """The document after an import, as the storage would have it."""

    def done(before: Engagement, plan: ImportPlan) -> Engagement:
        changes: list[Any] = [(row.table, row.id, None) for row in plan.removed]
        changes += [(row.table, row.id, row) for row in (*plan.also, *plan.rows)]
        return before.with_changes(changes)

    return done


@pytest.fixture
def guessed() -> Callable[..., ImportPlan]:
    """The plan for a file whose kind is told by its content."""

    def plan(before: Engagement, path: Path, **answers: str) -> ImportPlan:
        made = plan_import(before, path, guess_kind(path, before), answers)
        json.dumps(made.as_json(Words("ru").message))
        return made

    return plan
