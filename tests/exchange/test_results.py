"""The results of the two demo workshops with their ledgers are equal to the expected ones, key by key."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.rounding import json_number
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.exchange.results import results
from workshop_app.services.document import Document
from workshop_app.services.ledger import figures_of, ledger_of
from workshop_app.services.operations import put_rows

ROOT = Path(__file__).resolve().parents[2]


def computed(language: str, folder: Path) -> dict[str, Any]:
    demo = ROOT / "resources" / "demo"
    rows = read_engagement((demo / f"engagement_{language}.json").read_text(encoding="utf-8")).rows
    document = Document.create(folder / "demo.workshop")
    document.run(put_rows(Message("demo"), rows))
    plan_ledger(document.engagement, demo / f"ledger_{language}.csv").load(document)
    ledger = ledger_of(document)
    as_of = document.engagement.company.as_of
    assert as_of is not None
    found = results(document.engagement, as_of, ledger, figures_of(ledger))
    document.close()
    return found


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_demo_has_the_expected_results(language: str, tmp_path: Path) -> None:
    expected = json.loads((ROOT / "tests" / "data" / "demo" / f"expected_{language}.json").read_text(encoding="utf-8"))
    found = json.loads(json.dumps(computed(language, tmp_path)))
    for key, value in expected.items():
        assert found[key] == value, key
    assert found == expected


def test_a_survey_and_a_scheme_that_say_nothing_take_the_settings() -> None:
    data = json.loads((ROOT / "resources" / "demo" / "engagement_en.json").read_text(encoding="utf-8"))
    data["settings"] |= {"anonymity_threshold": 6, "round_to": 100}
    del data["surveys"][0]["threshold"]
    data["surveys"][1]["threshold"] = 4
    data["reward_schemes"]["before"]["round_to"] = None
    read = read_engagement(data).engagement
    assert [survey.threshold for survey in read.surveys] == [6, 4]
    assert [scheme.round_to for scheme in read.reward_schemes] == [100, 1]


def test_an_empty_workshop_has_results() -> None:
    found = results(Engagement(), date(2026, 4, 20))
    assert json.loads(json.dumps(found))["overlap_hours_total"] == 0
    assert ["GOAL-01", "plan", None] in found["lint"]


def test_numbers_are_rounded_half_up_and_whole_ones_are_integers() -> None:
    assert json_number(Fraction(1, 8), 2) == 0.13
    assert json_number(Decimal("-2.5"), 0) == -3
    assert isinstance(json_number(Decimal("2.00"), 2), int)
    assert json_number(None, 2) is None
