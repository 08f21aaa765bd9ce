"""Everything computed, as results JSON (FORMATS.md): rounded for readers, exact until then."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from workshop_app.domain import indicators, pulse
from workshop_app.domain.checks import CHECKS, CheckContext, run_checks
from workshop_app.domain.competence import LedgerFigures, competence_tests
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings, overlap_hours_total
from workshop_app.domain.ledger import Ledger
from workshop_app.domain.places import places_of
from workshop_app.domain.pulse import QuestionFigures, SurveyResults
from workshop_app.domain.rewards import Simulation, simulations
from workshop_app.domain.rewards.scheme import ASIDE
from workshop_app.domain.rounding import json_number


def results(
    engagement: Engagement, as_of: date, ledger: Ledger | None = None, figures: LedgerFigures | None = None
) -> dict[str, Any]:
    """All results for a day; ``ledger`` and ``figures`` where a sales ledger is loaded.

    Decimals as DECISIONS, "Rounding of results"; whole numbers are integers.
    """
    context = CheckContext(as_of, figures)
    return {
        "findings": _findings(engagement),
        "overlap_hours_total": json_number(overlap_hours_total(engagement), 4),
        "lint": _lint(engagement, context),
        "competence": _competence(engagement, figures),
        "rewards": {
            scheme: _rewards(simulation) for scheme, simulation in simulations(engagement).items() if scheme != ASIDE
        },
        "trends": _trends(engagement, as_of),
        "surveys": {key: _survey(found) for key, found in pulse.all_results(engagement).items()},
        "ledger": ledger.as_json() if ledger else {},
    }


def _findings(engagement: Engagement) -> dict[str, Any]:
    return {
        activity_id: {
            "primary": finding.primary.value,
            "all": [code.value for code in finding.codes],
            "performers": None if finding.performers is None else list(finding.performing),
            "overlap_hours": json_number(finding.overlap_hours, 4),
            "priority": json_number(finding.priority, 2),
        }
        for activity_id, finding in findings(engagement).items()
    }


def _lint(engagement: Engagement, context: CheckContext) -> list[list[Any]]:
    """Rule, object and number of every open check, in the order of METHOD D."""
    order = places_of(CHECKS)
    found = sorted(run_checks(engagement, context), key=lambda result: order[result.check.id])
    return [[result.check.id, result.object_id, result.number] for result in found]


def _competence(engagement: Engagement, figures: LedgerFigures | None) -> dict[str, Any]:
    return {
        competence_id: {
            "verdict": test.verdict.value,
            "means": {criterion: json_number(score.mean, 2) for criterion, score in test.scores.items()},
        }
        for competence_id, test in competence_tests(engagement, figures).items()
    }


def _rewards(simulation: Simulation) -> dict[str, Any]:
    return {
        "fund": json_number(simulation.fund),
        "fund_before_limit": json_number(simulation.fund_before_limit),
        "scaled": simulation.scaled,
        "people": {
            person_id: {
                "total": json_number(person.total),
                "paid": json_number(person.paid),
                "lines": {
                    code: {"factor": json_number(line.factor, 4), "payout": json_number(line.payout)}
                    for code, line in person.lines.items()
                },
            }
            for person_id, person in simulation.people.items()
        },
    }


def _trends(engagement: Engagement, as_of: date) -> dict[str, Any]:
    return {
        indicator_id: {
            "status": trend.status.value,
            "signals": [signal.value for signal in trend.signals],
            "median": json_number(trend.median),
            "run": trend.run,
            "run_side": trend.run_side.value if trend.run_side else None,
        }
        for indicator_id, trend in indicators.trends(engagement, as_of).items()
    }


def _survey(found: SurveyResults) -> dict[str, Any]:
    return {
        "n": dict(found.n),
        "participation_pct": {department: json_number(share, 0) for department, share in found.participation.items()},
        "participation_total_pct": json_number(found.participation_total, 0),
        "visible": list(found.visible),
        "hidden_small": list(found.hidden_small),
        "hidden_complementary": list(found.hidden_complementary),
        "company": _questions(found.company),
        "by_department": {department: _questions(cells) for department, cells in found.by_department.items()},
        "cooperation_index_pct": json_number(found.cooperation_index, 1),
        "gap_alarms": [[gap.code, gap.one, gap.other, json_number(gap.points, 0)] for gap in found.gap_alarms],
    }


def _questions(cells: Mapping[str, QuestionFigures]) -> dict[str, Any]:
    return {
        code: {"n": cell.n, "favourable_pct": json_number(cell.favourable, 0), "mean": json_number(cell.mean, 2)}
        for code, cell in cells.items()
    }
