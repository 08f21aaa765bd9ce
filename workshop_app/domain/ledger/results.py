"""Ledger metrics as results JSON (FORMATS.md; demo/expected_*.json show every key)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from workshop_app.domain.ledger.year import Comparison, Loading, RevenueClass, YearMetrics, per_cent
from workshop_app.domain.rounding import json_number

_COMPARED = (
    "revenue_prev",
    "active_clients_prev",
    *(f"revenue_{kind}" for kind in RevenueClass),
    *(f"share_{kind}_pct" for kind in RevenueClass),
    "addon_of_existing_pct",
    "retained_clients",
    "client_retention_pct",
    "churned_clients",
    "pairs_prev",
    "pairs_renewed",
    "same_service_renewal_rate_pct",
    "same_basket_clients",
    "same_basket_pct",
    "grr_pct",
    "nrr_pct",
    "first_year_cohort_prev",
    "bought_once",
    "bought_once_pct",
    "new_clients",
    "internal_new_revenue",
    "internal_new_pct",
    "moved_clients",
    "addon_quarter_end_pct",
)


def year_json(metrics: YearMetrics) -> dict[str, Any]:
    """One year: per cents with one decimal, sums as they are, None for no data."""
    compared = _compared(metrics, metrics.comparison) if metrics.comparison else dict.fromkeys(_COMPARED)
    return {
        "year": metrics.year,
        "rows": metrics.rows,
        "revenue_total": json_number(metrics.revenue),
        "active_clients": len(metrics.active),
        **compared,
        "shared_clients": len(metrics.shared),
        "shared_clients_pct": _pct(metrics.shared_clients_pct),
        "shared_revenue": json_number(metrics.shared_revenue),
        "shared_revenue_pct": _pct(metrics.share_pct(metrics.shared_revenue)),
        "conflict_pairs": len(metrics.conflicts),
        "conflict_revenue": json_number(metrics.conflict_revenue),
        **_catalogue(metrics),
        "by_department": {department: _department(metrics, department) for department in metrics.departments},
    }


def _pct(value: Fraction | None) -> int | float | None:
    return json_number(value, 1)


def _compared(metrics: YearMetrics, compared: Comparison) -> dict[str, Any]:
    return {
        "revenue_prev": json_number(compared.revenue_prev),
        "active_clients_prev": len(compared.active_prev),
        **{f"revenue_{kind}": json_number(compared.classes[kind].revenue) for kind in RevenueClass},
        **{f"share_{kind}_pct": _pct(metrics.class_pct(kind)) for kind in RevenueClass},
        "addon_of_existing_pct": _pct(compared.addon_of_existing_pct),
        "retained_clients": len(compared.retained),
        "client_retention_pct": _pct(compared.retention_pct),
        "churned_clients": len(compared.churned),
        "pairs_prev": compared.pairs_prev,
        "pairs_renewed": compared.pairs_renewed,
        "same_service_renewal_rate_pct": _pct(compared.renewal_rate_pct),
        "same_basket_clients": len(compared.same_basket),
        "same_basket_pct": _pct(compared.same_basket_pct),
        "grr_pct": _pct(compared.grr_pct),
        "nrr_pct": _pct(compared.nrr_pct),
        **_cohort(compared),
        "new_clients": len(compared.new),
        "internal_new_revenue": json_number(compared.internal_new_revenue),
        "internal_new_pct": _pct(metrics.share_pct(compared.internal_new_revenue)),
        "moved_clients": len(compared.moved),
        "addon_quarter_end_pct": _pct(compared.addon.quarter_end_pct),
    }


def _cohort(compared: Comparison) -> dict[str, Any]:
    cohort = compared.cohort
    return {
        "first_year_cohort_prev": len(cohort.clients) if cohort else None,
        "bought_once": len(cohort.bought_once) if cohort else None,
        "bought_once_pct": _pct(cohort.bought_once_pct) if cohort else None,
    }


def _catalogue(metrics: YearMetrics) -> dict[str, Any]:
    catalogue: Loading | None = metrics.catalogue
    if catalogue is None:
        return {}
    return {
        "catalogue_addon_revenue": json_number(catalogue.revenue),
        "catalogue_addon_pct": _pct(per_cent(catalogue.revenue, metrics.revenue)),
        "catalogue_addon_quarter_end_pct": _pct(catalogue.quarter_end_pct),
    }


def _department(metrics: YearMetrics, department: str) -> dict[str, Any]:
    revenue = {"revenue": json_number(metrics.departments[department])}
    compared = metrics.comparison
    if compared is None:
        return {**revenue, **dict.fromkeys(map(str, RevenueClass)), "internal_new": None}
    classes = compared.classes.items()
    own = (entry.revenue for entry in compared.internal_new if entry.department_id == department)
    return {
        **revenue,
        **{str(kind): json_number(sums.departments.get(department, 0)) for kind, sums in classes},
        "internal_new": json_number(sum(own, Decimal(0))),
    }
