"""Both demo engagements give exactly the rewards, survey results and trends that are expected of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.indicators import trends
from workshop_app.domain.pulse import QuestionFigures, all_results
from workshop_app.domain.rewards import cooperation_test, scheme_of, simulations
from workshop_app.domain.rewards.comparison import comparison
from workshop_app.domain.rounding import half_up
from workshop_app.domain.schedule import agenda_sum
from workshop_app.exchange.engagement_json import read_engagement

TESTS = Path(__file__).resolve().parents[1]
LANGUAGES = ("ru", "en")
F = Fraction


@cache
def demo(language: str) -> Engagement:
    source = TESTS.parent / "resources" / "demo" / f"engagement_{language}.json"
    return read_engagement(source.read_text(encoding="utf-8")).engagement


@cache
def expected(language: str) -> dict[str, Any]:
    source = TESTS / "data" / "demo" / f"expected_{language}.json"
    content: dict[str, Any] = json.loads(source.read_text(encoding="utf-8"), parse_float=Fraction)
    return content


def shown(value: Fraction | None, decimals: int) -> Fraction | None:
    return None if value is None else F(half_up(value, decimals))


@pytest.mark.parametrize("language", LANGUAGES)
def test_rewards(language: str) -> None:
    found = {
        scheme_id: {
            "fund": simulation.fund,
            "fund_before_limit": simulation.fund_before_limit,
            "scaled": simulation.scaled,
            "people": {
                name: {
                    "total": person.total,
                    "paid": person.paid,
                    "lines": {
                        code: {"factor": shown(line.factor, 4), "payout": line.payout}
                        for code, line in person.lines.items()
                    },
                }
                for name, person in simulation.people.items()
            },
        }
        for scheme_id, simulation in simulations(demo(language)).items()
    }
    assert found == expected(language)["rewards"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_surveys(language: str) -> None:
    def questions(figures: Mapping[str, QuestionFigures]) -> dict[str, Any]:
        return {
            code: {"n": cell.n, "favourable_pct": shown(cell.favourable, 0), "mean": shown(cell.mean, 2)}
            for code, cell in figures.items()
        }

    found = {
        survey_id: {
            "n": wave.n,
            "participation_pct": {name: shown(share, 0) for name, share in wave.participation.items()},
            "participation_total_pct": shown(wave.participation_total, 0),
            "visible": list(wave.visible),
            "hidden_small": list(wave.hidden_small),
            "hidden_complementary": list(wave.hidden_complementary),
            "company": questions(wave.company),
            "by_department": {name: questions(cells) for name, cells in wave.by_department.items()},
            "cooperation_index_pct": shown(wave.cooperation_index, 1),
            "gap_alarms": [[gap.code, gap.one, gap.other, shown(gap.points, 0)] for gap in wave.gap_alarms],
        }
        for survey_id, wave in all_results(demo(language)).items()
    }
    assert found == expected(language)["surveys"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_trends(language: str) -> None:
    engagement = demo(language)
    assert engagement.company.as_of is not None
    found = {
        name: {
            "status": trend.status,
            "signals": list(trend.signals),
            "median": trend.median,
            "run": trend.run,
            "run_side": trend.run_side,
        }
        for name, trend in trends(engagement, engagement.company.as_of).items()
    }
    assert found == expected(language)["trends"]


def test_the_new_scheme_beside_the_old_one() -> None:
    found = comparison(demo("ru"))
    assert found is not None
    assert (shown(found.fund.percent, 1), shown(found.worst, 1)) == (F("3.4"), F("-11.7"))
    assert (found.joint_share_before, shown(found.joint_share_after, 0), found.losers) == (0, 38, ())


@pytest.mark.parametrize(
    ("scheme_id", "share", "keep", "pass_", "counts_in"),
    [("before", "0", 4542, 0, ("B1",)), ("after", "0.3", 3912, 2347, ("N1", "N2"))],
)
def test_the_demo_s_rule_still_pays_for_keeping_a_lead(
    scheme_id: str, share: str, keep: int, pass_: int, counts_in: tuple[str, ...]
) -> None:
    found = cooperation_test(scheme_of(demo("ru"), scheme_id), "P13", F(400_000), F("0.3"), F("0.6"), F(share))
    assert (shown(found.keep, 0), shown(found.pass_, 0), found.counts_in) == (keep, pass_, counts_in)
    assert found.break_even == F("0.5") and found.is_straight


def test_the_agenda_fits_its_format() -> None:
    assert agenda_sum(demo("ru")).planned == 390 and agenda_sum(demo("ru")).difference == 0
