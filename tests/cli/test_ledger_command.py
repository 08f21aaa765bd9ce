"""``ledger``: cleaning report and metrics without a workshop."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Ask = Callable[..., Any]
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("language", "names"), [("ru", ("ОП-1", "ОП-2")), ("en", ("Sales One", "Sales Two"))])
def test_metrics_are_those_of_the_workshop(ask: Ask, language: str, names: tuple[str, str]) -> None:
    found = ask("ledger", ROOT / "resources/demo" / f"ledger_{language}.csv", "--json")
    expected = json.loads((ROOT / "tests/data/demo" / f"expected_{language}.json").read_text(encoding="utf-8"))[
        "ledger"
    ]
    for year, figures in expected.items():
        mine = found["ledger"][year]
        assert list(mine["by_department"].values()) == list(figures["by_department"].values())
        assert tuple(mine["by_department"]) == names
        for key in figures.keys() - {"by_department"}:
            if not key.startswith("catalogue"):
                assert mine[key] == figures[key], key
    assert found["report"]["accepted"] == sum(figures["rows"] for figures in expected.values())


def test_the_report_in_words(run: Run) -> None:
    said = run("ledger", ROOT / "resources/demo/ledger_ru.csv", "--lang", "ru").stdout
    assert "Удержание клиентов, %" in said
    assert "Написаний клиентов объединено: 36." in said


def test_amounts_that_can_be_read_two_ways_are_asked_about(run: Run, ask: Ask) -> None:
    Path("sales.csv").write_text("Date;Department;Client;Service;Amount\n01.02.2025;A;X;Y;1,500\n", encoding="utf-8")
    refused = run("ledger", "sales.csv", code=2)
    assert "amounts=thousands" in refused.stderr
    assert refused.stderr.count("\n") == 1
    found = ask("ledger", "sales.csv", "--json", "--answer", "amounts=thousands")
    assert found["ledger"]["2025"]["revenue_total"] == 1500


def test_a_table_that_is_no_ledger_is_refused(run: Run) -> None:
    Path("list.csv").write_text("Отдел;Функция\nA;Звонит\n", encoding="utf-8")
    assert run("ledger", "list.csv", code=2).stderr.count("\n") == 1
    assert run("ledger", "none.csv", code=2).stderr.count("\n") == 1
