"""The engagement as JSON: nothing is lost on the way in and out, and what is wrong is named with its place."""

from __future__ import annotations

import copy
import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Function, Person, SurveyResponse
from workshop_app.exchange.engagement_json import (
    FormatError,
    engagement_text,
    read_engagement,
    write_engagement,
)
from workshop_app.i18n import Words

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"

ADDITIONS: dict[str, Any] = {
    "notes": [
        {
            "id": "N1",
            "kind": "opportunity",
            "step": "S6",
            "text": "A client for both",
            "created_at": "2026-02-10T11:20",
            "resolved": True,
            "action_id": "X01",
        }
    ],
    "private_notes": {"S3": "Two people avoid each other", "S12": "Call the owner"},
    "diagnosis": {
        "problem_statement": "Each of us sells past the other",
        "accepted_by": ["A", "B"],
        "image_cards": [{"id": "IC1", "department_id": "A", "list": "guess", "text": "They think we are slow"}],
    },
    "sign_offs": [{"person_id": "P01", "signed_on": "2026-02-10"}],
    "waivers": [{"rule": "TRN-03", "object_id": "T5", "reason": "The trainer decides"}],
    "skills": [{"id": "SK1", "title": "Fire alarms", "critical": True}],
    "skill_levels": [{"skill_id": "SK1", "person_id": "P02", "level": 3, "confirmed": True}],
    "matching": {
        "must_link": [["F001", "F002"]],
        "related": [["F003", "F004"], ["F005", "F006"]],
        "cannot_link": [["F001", "F003"]],
        "dictionary": {"КП": ["коммерческое предложение", "оферта"]},
    },
}


def demo(language: str = "ru") -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DEMO / f"engagement_{language}.json").read_text(encoding="utf-8"))
    return found


def with_additions() -> dict[str, Any]:
    made = {**demo(), **copy.deepcopy(ADDITIONS)}
    made["ledger"]["aliases"] = {"client": {"ООО Альфа+": "ООО Альфа"}, "department": {"П1": "ОП-1"}}
    made["settings"]["steps_off"] = ["S7"]
    made["departments"][0]["aliases"] = ["первый"]
    made["people"][3] |= {"joined_on": "2020-05-01", "left_on": "2026-04-01"}
    made["session"] |= {"absent": ["P05"], "dates": ["2026-01-20", "2026-02-10"]}
    made["functions"][0] |= {"position_id": "POS-A1", "performed_by": "position", "outside_list": True}
    made["claims"][0]["wave"] = 2
    made["decisions"][0] |= {"dissent": "The south stays open", "awaits_owner": True}
    made["projects"][0] |= {"kind": "team", "cost": 120000, "hours": 40.5}
    made["training"][0]["cost"] = 15000
    made["actions"][0] |= {
        "cost": 900.25,
        "hours": 3,
        "original_due": "2026-02-18",
        "moves": 1,
        "moved_reason": "Illness",
    }
    log = [{"date": "2026-04-13", "held": True, "decisions": ["One list"], "rating": 4}]
    made["meetings"][0] |= {"weekday": 1, "time": "09:30", "timezone": "Europe/Moscow", "log": log}
    made["followups"][0]["hours"] = 1
    return made


def place_of(data: Any) -> str:
    with pytest.raises(FormatError) as caught:
        read_engagement(data if isinstance(data, str) else json.dumps(data))
    assert caught.value.place in str(caught.value)
    assert Words("ru").message(caught.value.message) != str(caught.value)
    return caught.value.place


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_demo_comes_back_as_it_was(language: str) -> None:
    text = (DEMO / f"engagement_{language}.json").read_text(encoding="utf-8")
    read = read_engagement(text)
    assert not read.unknown_fields
    assert not read.unresolved
    assert write_engagement(read.engagement) == json.loads(text)
    assert json.loads(engagement_text(read.engagement)) == json.loads(text)


def test_every_optional_addition_comes_back() -> None:
    data = with_additions()
    read = read_engagement(json.dumps(data))
    assert not read.unknown_fields
    assert write_engagement(read.engagement) == data


def test_the_order_of_lists_is_kept() -> None:
    data = demo()
    data["people"].reverse()
    assert [person["id"] for person in write_engagement(read_engagement(data).engagement)["people"]] == [
        person["id"] for person in data["people"]
    ]


def test_an_empty_workshop_is_an_engagement() -> None:
    data = write_engagement(Engagement())
    assert write_engagement(read_engagement(data).engagement) == data
    assert read_engagement('{"format": "joint-plan-engagement/1"}').engagement.company.language == "ru"


def test_numbers_keep_every_digit() -> None:
    text = json.dumps(demo()).replace('"baseline": 90.8', '"baseline": 0.1234567890123456789', 1)
    read = read_engagement(text)
    assert read.engagement.goals[0].baseline == Decimal("0.1234567890123456789")
    assert "0.1234567890123456789" in engagement_text(read.engagement)
    assert read_engagement(demo()).engagement.goals[0].baseline == Decimal("90.8")


def test_raw_answers_stay_anonymous_rows_of_their_survey() -> None:
    rows = [row for row in read_engagement(demo()).rows if isinstance(row, SurveyResponse)]
    assert len({row.id for row in rows}) == len(rows) == 29


def test_people_outside_the_departments_keep_theirs_as_text() -> None:
    owner = read_engagement(demo()).engagement.person("P90")
    assert owner is not None
    assert (owner.department_id, owner.department_text) == (None, "M")


UNKNOWN_NAMES = [
    ("functions", 0, "person_id", "P77"),
    ("functions", 1, "activity_id", "ACT99"),
    ("functions", 2, "department_id", "Z"),
    ("decisions", 0, "activity_id", "ACT99"),
    ("decisions", 1, "owner_department_id", "Z"),
    ("goals", 0, "owner_id", "Иванов"),
    ("goals", 0, "indicator_id", "I99"),
    ("people", 0, "position_id", "POS-Z"),
    ("departments", 0, "head_person_id", "P77"),
    ("actions", 0, "goal_id", "G9"),
    ("handoffs", 0, "to_department_id", "Z"),
    ("meetings", 0, "owner_id", "P77"),
    ("claims", 5, "activity_id", "ACT99"),
    ("claims", 7, "department_id", "Z"),
    ("raci", 3, "activity_id", "ACT99"),
    ("role_cards", 2, "person_id", "P77"),
]


@pytest.mark.parametrize(("section", "index", "field", "name"), UNKNOWN_NAMES)
def test_an_unknown_name_is_kept_and_goes_out_as_it_came(section: str, index: int, field: str, name: str) -> None:
    data = demo()
    data[section][index][field] = name
    read = read_engagement(json.dumps(data))
    assert [reference.text for reference in read.unresolved] == [name]
    assert write_engagement(read.engagement) == data


def test_unknown_names_in_lists_and_tables_keep_their_places() -> None:
    data = demo()
    data["session"]["participants"][3] = "P77"
    data["session"]["participants"].append("P78")
    data["raci"][0]["cells"] |= {"P77": "AR", "P78": "C"}
    data["actions"][2]["depends_on"] = ["X99"]
    data["claims"][0]["others"] = ["Z"]
    data["goals"][0]["contributions"]["Z"] = "Half of it"
    data["competences"][0]["votes"]["K1"]["Z"] = [1, 2]
    data["reward_schemes"]["after"]["weights"][2] = {"position_id": "POS-Z", "weights": {"N1": 60, "N3": 40}}
    data["reward_schemes"]["after"]["target_bonus"]["P77"] = 100.5
    data["surveys"][0]["invited"]["Z"] = 3
    data["surveys"][0]["responses"][4]["department_id"] = "Z"
    data["surveys"][0]["comments"][0]["department_id"] = "Z"
    read = read_engagement(json.dumps(data))
    assert write_engagement(read.engagement) == data
    cells = read.engagement.unresolved("raci_rows", data["raci"][0]["activity_id"], "cells")
    assert [(cell.text, cell.value) for cell in cells] == [("P77", "AR"), ("P78", "C")]


def test_a_choice_takes_the_place_of_an_unknown_name() -> None:
    data = demo()
    data["functions"][0]["person_id"] = "P77"
    read = read_engagement(data)
    function = read.engagement.get(Function, "F001")
    assert function is not None
    assert function.person_id is None
    chosen = [row for row in read.rows if row.table != "unresolved_references"]
    assert write_engagement(Engagement.of(chosen))["functions"][0]["person_id"] is None


def test_fields_the_format_does_not_have_are_reported_with_their_places() -> None:
    data = demo()
    data["colour"] = "red"
    data["goals"][2]["mood"] = 5
    data["reward_schemes"]["after"]["gate"]["note"] = "x"
    data["surveys"][0]["questions"][1]["help"] = "y"
    read = read_engagement(data)
    assert set(read.unknown_fields) == {
        "colour",
        "goals[2].mood",
        "reward_schemes.after.gate.note",
        "surveys[0].questions[1].help",
    }


def changed(path: str, value: Any) -> dict[str, Any]:
    data = demo()
    *way, last = [int(part) if part.isdigit() else part for part in path.split("/")]
    target: Any = data
    for part in way:
        target = target[part]
    target[last] = value
    return data


BROKEN = [
    ("format", "joint-plan-engagement/2", "format"),
    ("format", "something", "format"),
    ("lang", "de", "lang"),
    ("goals", {}, "goals"),
    ("goals/2", "G3", "goals[2]"),
    ("goals/2/baseline", "90,8", "goals[2].baseline"),
    ("goals/2/baseline", True, "goals[2].baseline"),
    ("goals/2/confidence/1", 6, "goals[2].confidence"),
    ("goals/0/contributions/A", 3, "goals[0].contributions.A"),
    ("goals/1/id", "G1", "goals[1]"),
    ("goals/1/id", None, "goals[1].id"),
    ("goals/1/id", "", "goals[1].id"),
    ("goals/1/deadline", "2026-02-30", "goals[1].deadline"),
    ("actions/1/due", "0206-04-10", "actions[1].due"),
    ("session/date", "9999-12-31", "session.date"),
    ("goals/1/deadline", "31.12.2026", "goals[1].deadline"),
    ("goals/1/direction", "sideways", "goals[1].direction"),
    ("people/4/active", "yes", "people[4].active"),
    ("people/4/employment", "0.5", "people[4].employment"),
    ("company/founded", 2014.5, "company.founded"),
    ("company/name", 7, "company.name"),
    ("settings/round_to", "1", "settings.round_to"),
    ("session/agenda/0/step", "S13", "session.agenda[0].step"),
    ("session/agenda/0/minutes", "60", "session.agenda[0].minutes"),
    ("session/participants/2", 3, "session.participants[2]"),
    ("claims/3/answer", "maybe", "claims[3].answer"),
    ("claims/3/answer", None, "claims[3].answer"),
    ("decisions/0/type", None, "decisions[0].type"),
    ("raci/0/cells/P01", ["A"], "raci[0].cells.P01"),
    ("competences/0/votes/K7", {}, "competences[0].votes"),
    ("competences/0/votes/K1/A/0", 3, "competences[0].votes.K1.A"),
    ("reward_schemes/later", {}, "reward_schemes"),
    ("reward_schemes/after/indicators/0/T", "0.8", "reward_schemes.after.indicators[0].T"),
    ("reward_schemes/after/gate/multiplier", [], "reward_schemes.after.gate.multiplier"),
    ("reward_schemes/after/target_bonus/P01", None, "reward_schemes.after.target_bonus.P01"),
    ("indicators/0/points/2", ["2025-06-30"], "indicators[0].points[2]"),
    ("indicators/0/points/2/0", "2025-06-31", "indicators[0].points[2]"),
    ("surveys/0/responses/0/answers/Q1", "4", "surveys[0].responses[0].answers.Q1"),
    ("surveys/0/questions/0/rec", 8, "surveys[0].questions[0].rec"),
    ("actions/0/status", "finished", "actions[0].status"),
    ("actions/0/due", 20260220, "actions[0].due"),
    ("followups/1/day", 30, "followups[1]"),
    ("goals/0/title", "\ud800", "goals[0].title"),
    ("goals/0/target", 1e300, "goals[0].target"),
    ("meetings/0/duration_min", 10**30, "meetings[0].duration_min"),
]


@pytest.mark.parametrize(("path", "value", "place"), BROKEN, ids=lambda value: str(value)[:40])
def test_what_is_wrong_is_named_with_its_place(path: str, value: Any, place: str) -> None:
    assert place_of(changed(path, value)) == place


def test_they_needs_names_from_three_departments_on() -> None:
    data = demo()
    data["departments"].append({"id": "C", "name": "Service", "short": "S", "head_person_id": None})
    index = next(index for index, claim in enumerate(data["claims"]) if claim["answer"] == "they")
    assert place_of(data) == f"claims[{index}].others"


def test_a_key_that_stands_twice_is_not_lost_silently() -> None:
    text = json.dumps(demo()).replace('"cells": {"P01": "A"', '"cells": {"P01": "A", "P01": "R"', 1)
    assert place_of(text) == "raci[0].cells.P01"
    assert place_of(json.dumps(demo()).replace('"goals"', '"actions": [], "goals"', 1)) == "actions"


@pytest.mark.parametrize("number", ["NaN", "-Infinity", "1e999999", "1" + "0" * 5000])
def test_a_number_that_is_none_is_named_with_its_place(number: str) -> None:
    text = json.dumps(changed("goals/2/baseline", "@")).replace('"@"', number)
    assert place_of(text) == "goals[2].baseline"


@pytest.mark.parametrize(
    ("value", "said"),
    [([None, True], "“[null, true]”"), (True, "“true”"), ({"a": [1]}, '“{"a": [1]}”'), (Decimal("1.50"), "“1.50”")],
)
def test_what_the_file_has_is_quoted_as_the_file_has_it(value: Any, said: str) -> None:
    with pytest.raises(FormatError, match=re.escape(said)):
        read_engagement(changed("people/0/name", value))


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", '{"format": NaN}', "[" * 100_000, "дата;сумма"])
def test_what_is_no_engagement_is_refused_in_words(text: str) -> None:
    with pytest.raises(FormatError):
        read_engagement(text)


def test_a_person_row_is_whole() -> None:
    person = read_engagement(with_additions()).engagement.people[3]
    assert isinstance(person, Person)
    assert (person.joined_on, person.left_on, person.employment) != (None, None, None)
