"""A messy ledger of three departments and three years, cleaned and loaded; every figure is worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.message import Message
from workshop_app.domain.model import Department
from workshop_app.exchange.ledger_loading import LedgerPlan, plan_ledger
from workshop_app.services.document import Document
from workshop_app.services.ledger import ledger_of
from workshop_app.services.operations import put_rows

DEPARTMENTS = (
    Department(id="A", name="Отдел продаж № 1", short="ОП-1", rank=1),
    Department(id="B", name="Отдел продаж № 2", short="ОП-2", rank=2),
    Department(id="C", name="Служба сервиса", short="Серв", aliases=("Сервисная служба",), rank=3),
)

MESSY = '''Продажи за три года;;;;;
№ док.;Дата;Отдел;Контрагент;Услуга;Сумма, руб.
1;2023-02-10;ОП-1;ООО «Север»;Аудит;1 000,00
2;15.03.2023;ОП-2;Юг, АО;Аудит;2.000,50 руб.
3;20/04/23;Служба сервиса;"ООО ""Восток""";Ремонт;3,000.25
;Итого за 2023;;;;6 000,75
4;11.01.2024;оп-1;СЕВЕР ООО;аудит;1 100
5;12.02.2024;Сервисная служба;Север;Ремонт;400,10
6;2024-03-05;ОП-2;АО Юг;Аудит;2 200
6;05.03.2024;Отдел продаж №2;Юг;Аудит;2200.00
7;31.02.2024;ОП-1;Север;Аудит;900
8;18.06.2024;ОП-3;Юг;Аудит;100
9;25.06.2024;ОП-1;ООО Запад;Обучение;500,005
10;30.12.2024;ОП-2;Запад;Обучение;(100,00)
;;;Всего за 2024;;6 300,105
11;10.01.2025;ОП-1;Север;Аудит;1 200 ₽
12;20.03.2025;ОП-2;Север;Обучение;300
13;05.05.2025;ОП-2;Юг;Аудит;2 300-
13;06/05/25;ОП-2;Юг;Аудит;4 600
14;06.05.2025;ОП-1;«Юг»;Аудит;150
15;15.09.2025;Служба сервиса;Восток;Ремонт;3 100
16;01.10.2025;Служба сервиса;ООО «Новый век»;Ремонт;700
17;02.10.2025;Служба сервиса;Север;Ремонт;−50
18;29.12.2025;ОП-1;Запад;Обучение;80
'''


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made = Document.create(tmp_path / "Messy.workshop")
    made.run(put_rows(Message("departments"), DEPARTMENTS))
    return made


@pytest.fixture
def plan(document: Document, tmp_path: Path) -> LedgerPlan:
    path = tmp_path / "ledger.csv"
    path.write_text(MESSY.replace("₽", "р.").replace("−", "-"), encoding="cp1251")
    return plan_ledger(document.engagement, path)


def loaded(document: Document, plan: LedgerPlan) -> dict[str, dict[str, Any]]:
    plan.load(document)
    ledger = ledger_of(document)
    assert ledger is not None and ledger.last_full_year == 2025
    return ledger.as_json()


def test_the_report_tells_what_became_of_every_row(plan: LedgerPlan) -> None:
    report = plan.report
    assert (report.rows, report.accepted, report.rejected_count, report.repeats_dropped) == (22, 17, 2, 1)
    assert [(entry.row, str(entry.why)) for entry in report.rejected] == [
        (11, "no such date: 31.02.2024"),
        (12, "unknown department: ОП-3"),
    ]
    assert report.dropped_rows == (10,)
    # 1000 + 2000.50 + 3000.25; then 1100 + 400.10 + 2200 + 2200 (the repeat stands in the file) + 500.005 − 100
    assert [(total.row, total.stated, total.agrees) for total in report.totals] == [
        (6, Decimal("6000.75"), True),
        (15, Decimal("6300.105"), True),
    ]
    assert (report.refunds, report.refunds_total) == (3, Decimal(-2450))
    assert report.total == Decimal("17880.855")  # 6000.75 + 4100.105 + 7780
    assert (report.clients, report.services, report.near) == (5, 3, ())
    merged = {spellings.key: set(spellings.names) for spellings in report.merged}
    assert merged == {
        "север": {"ООО «Север»", "СЕВЕР ООО", "Север"},
        "юг": {"Юг, АО", "АО Юг", "Юг", "«Юг»"},
        "восток": {'ООО "Восток"', "Восток"},
        "запад": {"ООО Запад", "Запад"},
    }
    assert (report.unsure_amounts, report.rounded) == ((13,), 0)  # 500,005 is read as a decimal, exactly


def test_the_last_year_against_the_one_before(document: Document, plan: LedgerPlan) -> None:
    """Active in 2024: Север 1500.10, Юг 2200, Запад 400.005; in 2025 Север 1450, Юг 2450, Восток 3100, Новый век 700,
    Запад 80.
    """
    year = loaded(document, plan)["2025"]
    expected = {
        "rows": 9,
        "revenue_total": 7780,
        "revenue_prev": 4100.105,
        "active_clients": 5,
        "active_clients_prev": 3,
        "revenue_new": 700,
        "revenue_returned": 3100,
        "revenue_renewal": 3680,  # 1200 − 2300 + 4600 + 150 − 50 + 80
        "revenue_addon": 300,
        "share_new_pct": 9,
        "share_returned_pct": 39.8,
        "share_renewal_pct": 47.3,
        "share_addon_pct": 3.9,
        "addon_of_existing_pct": 7.5,  # 300 of 3980
        "retained_clients": 3,
        "client_retention_pct": 100,
        "churned_clients": 0,
        "pairs_prev": 4,
        "pairs_renewed": 3,  # Север has given the repair back
        "same_service_renewal_rate_pct": 75,
        "same_basket_clients": 2,
        "same_basket_pct": 66.7,
        "grr_pct": 91,  # 1450 + 2200 + 80 of 4100.105
        "nrr_pct": 97.1,  # 3980 of 4100.105
        "first_year_cohort_prev": 1,
        "bought_once": 0,
        "bought_once_pct": 0,
        "new_clients": 1,
        "shared_clients": 2,  # Север of A and B, Юг of A and B
        "shared_clients_pct": 40,
        "shared_revenue": 3900,
        "shared_revenue_pct": 50.1,
        "conflict_pairs": 1,
        "conflict_revenue": 2450,
        "internal_new_revenue": 450,  # Север is new for B, Юг for A
        "internal_new_pct": 5.8,
        "moved_clients": 0,
        "addon_quarter_end_pct": 100,
    }
    assert {key: year[key] for key in expected} == expected
    none = {"new": 0, "returned": 0, "renewal": 0, "addon": 0}
    assert year["by_department"] == {
        "A": {**none, "revenue": 1430, "renewal": 1430, "internal_new": 150},
        "B": {**none, "revenue": 2600, "renewal": 2300, "addon": 300, "internal_new": 300},
        "C": {**none, "revenue": 3750, "new": 700, "returned": 3100, "renewal": -50, "internal_new": 0},
    }


def test_the_year_before_and_the_first_one(document: Document, plan: LedgerPlan) -> None:
    years = loaded(document, plan)
    expected = {
        "rows": 5,
        "revenue_total": 4100.105,
        "revenue_new": 400.005,
        "revenue_renewal": 3300,
        "revenue_addon": 400.1,
        "client_retention_pct": 66.7,
        "grr_pct": 50,  # 3000.50 of 6000.75
        "nrr_pct": 61.7,  # 3700.10 of 6000.75
        "first_year_cohort_prev": None,
        "shared_clients": 1,
        "shared_revenue_pct": 36.6,  # 1500.10 of 4100.105
        "internal_new_revenue": 400.1,
        "internal_new_pct": 9.8,
        "addon_quarter_end_pct": 0,
    }
    assert {key: years["2024"][key] for key in expected} == expected
    first = years["2023"]
    assert (first["revenue_total"], first["active_clients"], first["share_new_pct"]) == (6000.75, 3, None)


def test_amounts_stand_in_the_file_as_exactly_as_in_the_ledger(document: Document, plan: LedgerPlan) -> None:
    plan.load(document)
    path = document.file.path
    document.close()
    again = Document.open(path)
    rows = [row for sales in again.ledger_rows.sales_of("LB01") for row in sales.rows()]
    again.close()
    assert rows == list(plan.rows) and len(rows) == 17
    assert [row.cents for row in rows if row.client_key == "запад"] == [Decimal("50000.5"), -10000, 8000]
