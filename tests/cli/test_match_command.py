"""``match``: ranked pairs with their reasons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
Ask = Callable[..., Any]

TABLE = (
    "department,function\n"
    "Продажи,Подготовка коммерческих предложений\n"
    "Продажи,Ведение CRM\n"
    "Сервис,Составление КП\n"
    "Сервис,Ремонт оборудования на объекте\n"
)


@pytest.fixture
def table() -> Path:
    Path("list.csv").write_text(TABLE, encoding="utf-8")
    return Path("list.csv")


def test_pairs_come_ranked_with_their_reasons(ask: Ask, table: Path) -> None:
    pairs = ask("match", table, "--json", "--light")["pairs"]
    assert set(pairs[0]) == {"a", "b", "department_a", "department_b", "score", "tier", "because"}
    assert (pairs[0]["a"], pairs[0]["b"]) == ("Подготовка коммерческих предложений", "Составление КП")
    assert (pairs[0]["department_a"], pairs[0]["tier"]) == ("Продажи", "confident")
    assert all(len(reason) == 3 for reason in pairs[0]["because"])
    scores = [pair["score"] for pair in pairs]
    assert scores == sorted(scores, reverse=True)
    assert ask("match", table, "--json", "--light")["pairs"] == pairs


def test_pairs_in_words(run: Run, table: Path) -> None:
    said = run("match", table, "--light", "--lang", "ru").stdout
    assert "Продажи: Подготовка коммерческих предложений  |  Сервис: Составление КП" in said
    assert "(словарь)" in said and "похоже, та же работа" in said, "people decide what is the same work"


def test_one_department_alone_has_no_pairs(run: Run) -> None:
    Path("one.csv").write_text("department,function\nA,Calls\n,Offers\n", encoding="utf-8")
    assert "two departments" in run("match", "one.csv", "--light", code=2).stderr
    Path("none.csv").write_text("name,age\nA,3\n", encoding="utf-8")
    assert run("match", "none.csv", code=2).stderr.count("\n") == 1


def test_columns_may_be_in_russian_and_departments_named_once(ask: Ask) -> None:
    text = "Функция;Отдел\nПодготовка КП;Продажи\nВедение CRM;\nСоставление коммерческих предложений;Сервис\n"
    Path("list.csv").write_bytes(text.encode("cp1251"))
    assert len(ask("match", "list.csv", "--json", "--light")["pairs"]) == 1
