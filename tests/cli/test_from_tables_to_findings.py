"""A whole audit of three departments from office files, by the command line alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

Run = Callable[..., Result]
Ask = Callable[..., Any]
Save = Callable[..., Path]

LISTS = [
    ["Перечень функций отделов, февраль 2026", None, None, None, None],
    [None, None, None, None, None],
    ["№", "Кто", None, "Обязанности", "Трудозатраты"],
    [None, "Ф.И.О.", "Должность", None, "ч/мес"],
    ["Отдел: Продажи", None, None, None, None],
    [1, "Иванова Анна Петровна", "Менеджер", "Готовит коммерческие предложения", 52],
    [2, None, None, "Принимает заявки", "26,0"],
    ["Итого", None, None, None, 78],
    ["Отдел: Сервис", None, None, None, None],
    [1, "Петров Олег", "Инженер", "Готовит коммерческие предложения ", "10 ч/нед"],
    [2, "Петров Олег", "Инженер", "Выезжает к клиентам", 130],
    ["Отдел: Склад", None, None, None, None],
    [1, "Ли Ян", "Кладовщик", "Принимает заявки", "1 ч/день"],
]
MERGED = ["A1:E1", "B3:C3", "B6:B7", "C6:C7", "A3:A4", "D3:D4"]
CLAIMS = [
    ["Кто это делает?", None, None, None],
    ["Деятельность", "Продажи", "Сервис", "Склад"],
    ["Коммерческие предложения", "мы", "мы", "Продажи"],
    ["Приём заявок", "Склад", "не знаем", "Продажи"],
    ["Выезд к клиентам", "Сервис", "мы", "Сервис"],
    ["Разбор жалоб", "Сервис", "Склад", "никто"],
]
MAPPING = (
    "Отдел;ФИО;Функция;Деятельность\n"
    "Продажи;Иванова А. П.;Готовит коммерческие предложения;Коммерческие предложения\n"
    "Продажи;Иванова А. П.;Принимает заявки;Приём заявок\n"
    "Сервис;Петров Олег;Готовит коммерческие предложения;Коммерческие предложения\n"
    "Сервис;Петров Олег;Выезжает к клиентам;Выезд к клиентам\n"
    "Склад;Ли Ян;Принимает заявки;Приём заявок\n"
)
ACTIVITIES = "Деятельность;Ключевая;Один и тот же объект\nКоммерческие предложения;да;да\nПриём заявок;;нет\n"


def test_three_departments_from_messy_files_to_findings(run: Run, ask: Ask, save_xlsx: Save) -> None:
    file = "Новая сессия.workshop"
    lists = save_xlsx("функции.xlsx", LISTS, MERGED)
    first = run("import", file, lists, "--lang", "en").stdout
    assert first.startswith("functions: 5 added, 0 updated, 0 as before, 1 skipped")
    run("import", file, save_xlsx("ответы.xlsx", CLAIMS, ["A1:D1"]))
    Path("связь.csv").write_bytes(MAPPING.encode("cp1251"))
    Path("деятельности.csv").write_bytes(ACTIVITIES.encode("utf-8-sig"))
    mapped = run("import", file, "связь.csv", "--lang", "en").stdout
    assert mapped.startswith("functions: 0 added, 5 updated")
    run("import", file, "деятельности.csv")
    titles = {"ACT01": "Коммерческие предложения", "ACT02": "Приём заявок", "ACT03": "Выезд", "ACT04": "Разбор жалоб"}
    findings = ask("results", file)["findings"]
    assert list(findings) == list(titles)
    assert findings["ACT01"]["all"][:2] == ["DUPLICATION", "CONTESTED"]
    assert findings["ACT01"]["overlap_hours"] == 10
    assert findings["ACT01"]["priority"] == 11
    assert findings["ACT02"]["primary"] == "SHIFTED"
    assert findings["ACT02"]["overlap_hours"] == 5
    assert findings["ACT03"] == {
        "primary": "AGREED",
        "all": ["AGREED"],
        "performers": ["DEP02"],
        "overlap_hours": 0,
        "priority": 0,
    }
    assert findings["ACT04"]["all"] == ["SHIFTED", "GAP"]
    assert ask("results", file)["overlap_hours_total"] == 15
    assert "AUD-08" in run("check", file, "--lang", "en", code=1).stdout
