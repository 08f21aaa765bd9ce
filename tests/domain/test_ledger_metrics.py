"""METHOD C.8.3 to the digit, and the corners of C.8.2."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain.ledger import (
    Aggregate,
    Ledger,
    LedgerRow,
    RevenueClass,
    client_key,
    ledger_metrics,
    metrics,
    service_key,
)

EXAMPLE = """
2023-03-10 A Alfa Audit 100
2023-05-12 B Beta Audit 200
2023-08-08 A Eta Audit 90
2024-03-11 A Alfa Audit 110
2024-09-30 A Alfa Urgent 20
2024-05-15 B Beta Audit 210
2024-06-20 A Gamma Training 80
2024-12-01 B Delta Audit 150
2025-03-12 A Alfa Audit 120
2025-12-15 B Alfa Training 60
2025-05-20 B Beta Audit 220
2025-05-28 A Beta Audit 40
2025-06-25 A Gamma Training 90
2025-07-01 A Gamma Training -10
2025-09-29 A Gamma Urgent 30
2025-10-10 B Epsilon Audit 170
2025-08-08 A Eta Audit 95
"""

METRICS_2025 = {
    "year": 2025,
    "rows": 9,
    "revenue_total": 815,
    "revenue_prev": 570,
    "active_clients": 5,
    "active_clients_prev": 4,
    "revenue_new": 170,
    "revenue_returned": 95,
    "revenue_renewal": 460,
    "revenue_addon": 90,
    "share_new_pct": 20.9,
    "share_returned_pct": 11.7,
    "share_renewal_pct": 56.4,
    "share_addon_pct": 11,
    "addon_of_existing_pct": 16.4,
    "retained_clients": 3,
    "client_retention_pct": 75,
    "churned_clients": 1,
    "pairs_prev": 5,
    "pairs_renewed": 3,
    "same_service_renewal_rate_pct": 60,
    "same_basket_clients": 1,
    "same_basket_pct": 33.3,
    "grr_pct": 73.7,
    "nrr_pct": 96.5,
    "first_year_cohort_prev": 2,
    "bought_once": 1,
    "bought_once_pct": 50,
    "new_clients": 1,
    "shared_clients": 2,
    "shared_clients_pct": 40,
    "shared_revenue": 440,
    "shared_revenue_pct": 54,
    "conflict_pairs": 1,
    "conflict_revenue": 260,
    "internal_new_revenue": 100,
    "internal_new_pct": 12.3,
    "moved_clients": 0,
    "addon_quarter_end_pct": 100,
    "by_department": {
        "A": {"revenue": 365, "new": 0, "returned": 95, "renewal": 240, "addon": 30, "internal_new": 40},
        "B": {"revenue": 450, "new": 170, "returned": 0, "renewal": 220, "addon": 60, "internal_new": 60},
    },
}


def row(day: str, department: str, client: str, service: str, amount: str) -> LedgerRow:
    cents = int(Decimal(amount) * 100)
    day_, keys = date.fromisoformat(day), (client_key(client), service_key(service))
    return LedgerRow(day_, department, client, keys[0], service, keys[1], cents)


def rows(text: str) -> list[LedgerRow]:
    return [row(*line.split()) for line in text.strip().splitlines()]


def ledger(text: str) -> Ledger:
    return metrics(rows(text), ["A", "B"])


def test_the_worked_example_to_the_digit() -> None:
    assert ledger(EXAMPLE).as_json()["2025"] == METRICS_2025


def test_the_clients_behind_the_numbers_of_the_worked_example() -> None:
    year = ledger(EXAMPLE).year(2025)
    assert year is not None and year.comparison is not None and year.comparison.cohort is not None
    compared = year.comparison
    assert compared.new == ("epsilon",)
    assert sorted(compared.retained) == ["alfa", "beta", "gamma"]
    assert compared.churned == ("delta",)
    assert compared.same_basket == ("beta",)
    assert sorted(compared.cohort.clients) == ["delta", "gamma"]
    assert compared.cohort.bought_once == ("delta",)
    assert [(c.client, c.revenue, c.departments) for c in year.shared] == [
        ("beta", 260, {"B": 220, "A": 40}),
        ("alfa", 180, {"A": 120, "B": 60}),
    ]
    assert [(pair.client, pair.service, pair.revenue) for pair in year.conflicts] == [("beta", "audit", 260)]
    assert [(e.client, e.department_id, e.revenue) for e in compared.internal_new] == [
        ("alfa", "B", 60),
        ("beta", "A", 40),
    ]
    returned = compared.classes[RevenueClass.RETURNED]
    assert [(client.client, client.revenue) for client in returned.clients] == [("eta", 95)]
    assert [client.client for client in year.active] == ["beta", "alfa", "epsilon", "gamma", "eta"]


def test_add_ons_by_month() -> None:
    year = ledger(EXAMPLE).year(2025)
    assert year is not None and year.comparison is not None
    addon = year.comparison.addon
    assert addon.months == (0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 0, 60)
    assert (addon.rows, addon.quarter_end_pct, addon.is_notable) == (2, 100, False)


def test_quarter_end_loading_is_noted_above_45_per_cent_and_from_twelve_rows() -> None:
    base = "2023-01-01 A X Audit 1000\n"
    addons = "".join(f"2024-{month:02}-05 A X Urgent 10\n" for month in range(1, 12))
    for december, expected in ((36, True), (35, False)):
        year = ledger(f"{base}{addons}2024-12-05 A X Urgent {december}").year(2024)
        assert year is not None and year.comparison is not None
        loading = year.comparison.addon
        assert loading.rows == 12
        assert loading.quarter_end_pct == Fraction(100 * (30 + december), 110 + december)
        assert loading.is_notable is expected
    year = ledger(f"{base}2024-12-05 A X Urgent 30").year(2024)
    assert year is not None and year.comparison is not None and not year.comparison.addon.is_notable


def test_the_first_year_has_no_history() -> None:
    first = ledger(EXAMPLE).as_json()["2023"]
    compared = {key for key, value in first.items() if value is None}
    assert {
        "share_new_pct",
        "client_retention_pct",
        "revenue_prev",
        "internal_new_revenue",
        "moved_clients",
    } <= compared
    assert first["revenue_total"] == 390 and first["shared_clients"] == 0 and first["shared_clients_pct"] == 0
    assert first["by_department"]["A"] == {
        "revenue": 190,
        "new": None,
        "returned": None,
        "renewal": None,
        "addon": None,
        "internal_new": None,
    }


def test_cohorts_need_two_earlier_years() -> None:
    second = ledger(EXAMPLE).as_json()["2024"]
    assert (second["first_year_cohort_prev"], second["bought_once"], second["bought_once_pct"]) == (None, None, None)
    assert second["new_clients"] == 2


def test_catalogue_add_ons_appear_only_when_services_are_ticked() -> None:
    found = metrics(rows(EXAMPLE), ["A", "B"], {"urgent", "training"}).as_json()["2025"]
    assert found["catalogue_addon_revenue"] == 60 + 90 - 10 + 30
    assert found["catalogue_addon_pct"] == 20.9
    assert found["catalogue_addon_quarter_end_pct"] == 105.9
    assert set(found) - set(METRICS_2025) == {
        "catalogue_addon_revenue",
        "catalogue_addon_pct",
        "catalogue_addon_quarter_end_pct",
    }


def test_a_service_of_two_years_ago_is_an_add_on_for_a_client_of_last_year() -> None:
    found = ledger("2023-01-01 A X Old 5\n2024-01-01 A X Other 7\n2025-01-01 A X Old 9").as_json()["2025"]
    assert (found["revenue_addon"], found["revenue_renewal"]) == (9, 0)


def test_a_refund_lowers_its_own_class_and_takes_a_client_out_of_the_active_ones() -> None:
    found = ledger(
        """
        2024-01-01 A X Audit 100
        2024-01-01 A Y Audit 100
        2025-01-01 A X Audit 50
        2025-02-01 A X Audit -80
        2025-01-01 B Z Audit 10
        """
    ).as_json()["2025"]
    assert (found["revenue_renewal"], found["revenue_new"], found["revenue_total"]) == (-30, 10, -20)
    assert (found["active_clients"], found["retained_clients"]) == (1, 0)
    assert (found["grr_pct"], found["nrr_pct"]) == (0, -15)


def test_a_year_without_rows_lies_between() -> None:
    found = ledger("2021-05-01 A X Audit 10\n2023-05-01 A X Audit 20\n2023-06-01 A Y Audit 5")
    assert found.years == (2021, 2023)
    year = found.as_json()["2023"]
    assert (year["revenue_prev"], year["active_clients_prev"], year["client_retention_pct"]) == (0, 0, None)
    assert (year["revenue_returned"], year["revenue_new"]) == (20, 5)
    assert (year["first_year_cohort_prev"], year["bought_once_pct"]) == (0, None)


@pytest.mark.parametrize(
    ("last_year", "moved"),
    [
        ("2025-01-01 A X Audit 10\n2025-02-01 B X Audit 20", [("x", "A", "B")]),
        ("2025-01-01 A X Audit 20\n2025-02-01 B X Audit 10", []),
        ("2025-01-01 A X Audit 20\n2025-02-01 B X Audit 20", [("x", "A", "B")]),
        ("2025-02-01 A X Audit 20\n2025-02-01 B X Audit 20", []),
        ("2025-03-01 A X Audit 20\n2025-02-01 B X Audit 20", []),
    ],
)
def test_moved_clients_by_the_dominant_department(last_year: str, moved: list[tuple[str, str, str]]) -> None:
    year = ledger(f"2024-01-01 A X Audit 10\n{last_year}").year(2025)
    assert year is not None and year.comparison is not None
    assert [(e.client, e.from_department, e.to_department) for e in year.comparison.moved] == moved


def test_a_client_is_internally_new_only_while_the_department_never_sold_to_it() -> None:
    found = ledger(
        """
        2022-01-01 A X Audit 10
        2023-01-01 B X Audit 20
        2024-01-01 B X Audit 30
        2024-01-01 B Y Audit 40
        """
    ).as_json()
    assert [found[year]["internal_new_revenue"] for year in ("2022", "2023", "2024")] == [None, 20, 0]


def test_a_department_outside_the_order_is_still_counted() -> None:
    found = metrics(rows("2024-01-01 C X Audit 5"), ["A"]).as_json()["2024"]
    assert found["by_department"]["C"]["revenue"] == 5 and found["by_department"]["A"]["revenue"] == 0


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2023-12-01 A X Audit 1\n2024-11-01 A X Audit 1", 2023),
        ("2023-12-01 A X Audit 1\n2024-12-01 A X Audit 1", 2024),
        ("2023-05-01 A X Audit 1\n2024-11-01 A X Audit 1", 2023),
        ("2024-11-01 A X Audit 1", None),
    ],
)
def test_the_last_full_year(text: str, year: int | None) -> None:
    assert ledger(text).last_full_year == year


def test_an_empty_ledger_has_no_years() -> None:
    empty = ledger("")
    assert (empty.years, empty.last_full_year, empty.last_full, empty.as_json()) == ((), None, None, {})


def test_aggregates_out_of_order_are_refused() -> None:
    later, earlier = (Aggregate(year, 1, "A", "x", "s", 1, 1, f"{year}-01-01") for year in (2024, 2023))
    with pytest.raises(ValueError):
        ledger_metrics([later, earlier], ["A"])


def test_sums_keep_their_cents() -> None:
    found = ledger("2024-01-01 A X Audit 0.10\n2024-02-01 A X Audit 0.20").as_json()["2024"]
    assert found["revenue_total"] == 0.3


ROWS = st.lists(
    st.builds(
        LedgerRow,
        st.dates(date(2021, 1, 1), date(2024, 12, 31)),
        st.sampled_from("AB"),
        st.just(""),
        st.sampled_from("uvwxyz"),
        st.just(""),
        st.sampled_from("pqr"),
        st.integers(-5_000, 20_000),
    ),
    max_size=60,
)


@given(ROWS)
def test_the_four_classes_always_add_up_to_the_revenue(some: list[LedgerRow]) -> None:
    for year in metrics(some, ["A", "B"]).metrics:
        assert sum(year.departments.values()) == year.revenue
        if year.comparison is not None:
            classes = year.comparison.classes.values()
            assert sum(kind.revenue for kind in classes) == year.revenue
            for kind in classes:
                assert sum(client.revenue for client in kind.clients) == kind.revenue == sum(kind.departments.values())
            assert len(year.comparison.retained) + len(year.comparison.churned) == len(year.comparison.active_prev)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(some: list[LedgerRow], random: object) -> None:
    mixed = list(some)
    random.shuffle(mixed)
    assert metrics(mixed, ["A", "B"]).as_json() == metrics(some, ["A", "B"]).as_json()
