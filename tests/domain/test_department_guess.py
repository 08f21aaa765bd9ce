"""What a table calls a department, beside the department's own name."""

from __future__ import annotations

import pytest

from workshop_app.domain.department_guess import likely_department
from workshop_app.domain.model import Department

CLINIC = ("Регистратура", "Контакт-центр", "Отдел маркетинга")
SALES = ("Отдел продаж № 1", "Отдел продаж № 2", "Сервисная служба")
FREIGHT = ("Customer Service", "Dispatch", "Customs & Compliance", "Accounts")


@pytest.mark.parametrize(
    ("text", "names", "meant"),
    [
        ("Контакт центр", CLINIC, "Контакт-центр"),
        ("КЦ", CLINIC, "Контакт-центр"),
        ("ОМ", CLINIC, "Отдел маркетинга"),
        ("Маркетинг", CLINIC, "Отдел маркетинга"),
        ("служба регистратуры", CLINIC, "Регистратура"),
        ("Customs", FREIGHT, "Customs & Compliance"),
        ("Accounts dept.", FREIGHT, "Accounts"),
        ("Продажи 2", SALES, "Отдел продаж № 2"),
    ],
)
def test_the_department_meant_is_offered(text: str, names: tuple[str, ...], meant: str) -> None:
    found = likely_department(text, departments(names))
    assert found is not None and found.name == meant


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Лаборатория", CLINIC),
        ("Отдел", CLINIC),
        ("К", CLINIC),
        ("", CLINIC),
        ("Отдел продаж", SALES),
        ("ОП", SALES),
        ("Customs and excise duties", FREIGHT),
    ],
)
def test_nothing_is_offered_where_none_or_several_may_be_meant(text: str, names: tuple[str, ...]) -> None:
    assert likely_department(text, departments(names)) is None


def departments(names: tuple[str, ...]) -> tuple[Department, ...]:
    return tuple(Department(id=f"D{n}", name=name) for n, name in enumerate(names))
