"""The example: the given engagement as it is, and data for the screens that it leaves empty."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from workshop_app.domain.person_names import people_named
from workshop_app.domain.rewards.nominations import counted
from workshop_app.exchange.demo import demo_engagement, write_demo
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.services.document import Document

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_was_given_stays_as_it_is(language: str) -> None:
    given = json.loads((DEMO / f"engagement_{language}.json").read_text(encoding="utf-8"))
    shipped = json.loads(json.dumps(demo_engagement(language), default=float))
    for section, value in given.items():
        if section in ("meetings", "recognition"):
            assert [
                {key: entry[key] for key in old} for old, entry in zip(value, shipped[section], strict=True)
            ] == value
        else:
            assert shipped[section] == value


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_step_has_something_to_show(language: str) -> None:
    read = read_engagement(demo_engagement(language))
    assert not read.unknown_fields
    assert not read.unresolved
    found = read.engagement
    cards = Counter((card.department_id, card.list) for card in found.image_cards)
    assert set(cards.values()) == {3}
    assert len(cards) == 6
    assert not [card for card in found.image_cards if people_named(found, card.text)]
    assert found.diagnosis.problem_statement
    assert all((found.skills, found.skill_levels, found.notes, found.sign_offs))
    assert len(counted(found)) == len(found.nominations) == 3
    assert all(meeting.time and meeting.timezone for meeting in found.meetings)


def test_a_failed_example_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_demo(tmp_path / "x.workshop", "de")
    assert not list(tmp_path.iterdir())


def test_the_example_opens_with_its_ledger(tmp_path: Path) -> None:
    write_demo(tmp_path / "x.workshop", "en")
    document = Document.open(tmp_path / "x.workshop", read_only=True)
    assert document.ledger_rows.count() == 4979
    assert document.engagement.ledger_batches[0].active
    document.close()
