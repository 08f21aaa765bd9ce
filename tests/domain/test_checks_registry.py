"""The list of checks is the list of the method: ids, severity, object, step and words (METHOD D)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.domain.sound_plan import AS_OF, changed, edited, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, Check, CheckContext, Hit, Severity, message_of, run_checks
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.i18n import NBSP, Words

RULES: list[dict[str, Any]] = json.loads(
    (Path(__file__).resolve().parents[1] / "data" / "method" / "lint_rules.json").read_text(encoding="utf-8")
)
STEPS = (
    *("prepare", "diagnosis", "audit", "goals", "roles", "cooperation"),
    *("training", "meetings", "rewards", "feedback", "plan", "followup"),
)
REWORDED = {
    "ROL-02": "gender",
    "FUP-02": "the day as a word",
    "RACI-01": "letters with their words",
    "RACI-02": "letters with their words",
    "RACI-03": "letters with their words",
    "RACI-04": "letters with their words",
    "RACI-05": "gender",
    "RACI-07": "letters with their words",
    "RACI-08": "letters with their words",
    "RACI-09": "letters with their words",
    "RACI-11": "letters with their words",
    "RACI-12": "letters with their words",
}
"""Checks whose Russian differs from the method's on purpose, and why."""


def test_every_check_of_the_method_is_registered_in_its_order() -> None:
    assert [check.id for check in CHECKS] == [rule["id"] for rule in RULES]
    assert len(CHECKS) == 99


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_a_check_is_what_the_method_says(rule: dict[str, Any]) -> None:
    check = next(check for check in CHECKS if check.id == rule["id"])
    assert (check.severity, check.object) == (rule["severity"], rule["object"])
    assert check.step == STEPS[int(rule["step"][1:]) - 1]
    assert (check.recommendation or 0) == rule["recommendation"]
    assert (check.message, check.fix) == (rule["message_en"], rule["fix_en"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule["id"])
def test_its_russian_is_the_methods(rule: dict[str, Any]) -> None:
    words = Words("ru")
    message, fix = (words(rule[key]).replace(NBSP, " ") for key in ("message_en", "fix_en"))
    if rule["id"] in REWORDED:
        assert (message, fix) != (rule["message_ru"], rule["fix_ru"])
    else:
        assert (message, fix) == (rule["message_ru"], rule["fix_ru"])


# How checks are run


def of(severity: Severity, *ids: str, **fields: Any) -> Check:
    check = Check(
        id=f"TRY-{severity}",
        severity=severity,
        object="activity",
        step="audit",
        recommendation=None,
        message="“{title}”: {n}",
        fix="",
        find=lambda engagement, context: iter([Hit(name) for name in ids]),
    )
    return replace(check, **fields)


def found(engagement: Engagement, *checks: Check) -> Iterator[tuple[str, str]]:
    return ((result.check.severity, result.object_id) for result in run_checks(engagement, CheckContext(AS_OF), checks))


def test_errors_come_first_and_the_order_of_the_method_is_kept() -> None:
    checks = (of(Severity.INFO, "ACT1"), of(Severity.ERROR, "ACT2", "ACT1"), of(Severity.WARNING, "ACT1"))
    assert list(found(sound_plan(), *checks)) == [
        ("error", "ACT2"),
        ("error", "ACT1"),
        ("warning", "ACT1"),
        ("info", "ACT1"),
    ]


def test_checks_of_a_step_that_is_off_are_silent() -> None:
    off = changed(sound_plan(), m.Settings(id="settings", steps_off=("audit",)))
    roles = of(Severity.ERROR, "ACT2", step="roles")
    of_audit = of(Severity.ERROR, "ACT3", step="followup", work_of="audit")
    assert list(found(off, of(Severity.ERROR, "ACT1"), roles, of_audit)) == [("error", "ACT2")]


def test_what_a_follow_up_cures_belongs_to_the_step_whose_work_it_is() -> None:
    later = {check.id: check.work_of for check in CHECKS if check.step == "followup" and check.work_of}
    assert later == {
        "ROL-02": "roles", "MTG-05": "meetings", "IND-03": "feedback", "FBK-01": "feedback", "SRV-02": "feedback",
        "ACT-04": "plan",
    }  # fmt: skip


def test_a_waived_result_stays_and_carries_its_reason() -> None:
    waiver = m.Waiver(id="TRY-error/ACT1", rule="TRY-error", object_id="ACT1", reason="Until the new system")
    results = run_checks(changed(sound_plan(), waiver), CheckContext(AS_OF), (of(Severity.ERROR, "ACT1", "ACT2"),))
    assert [(result.object_id, result.waived) for result in results] == [("ACT1", waiver), ("ACT2", None)]


@pytest.mark.parametrize(
    ("hit", "text"),
    [
        (Hit("ACT1", 3), "“Quotations”: 3"),
        (Hit("ACT1", 3, "three"), "“Quotations”: three"),
        (Hit("ACT1", detail=(30, "and", Message("Gap"))), "“Quotations”: 30, and, Gap"),
        (Hit("ACT1"), "“Quotations”: "),
        (Hit("ACT9"), "“untitled”: "),
    ],
)
def test_a_message_is_filled_with_the_title_and_the_number_or_the_words(hit: Hit, text: str) -> None:
    check = of(Severity.ERROR, find=lambda engagement, context: iter([hit]))
    (result,) = run_checks(sound_plan(), CheckContext(AS_OF), (check,))
    assert message_of(result, Words("en")) == text


def test_titles_with_braces_are_shown_as_they_are() -> None:
    named = edited(sound_plan(), m.Activity, "ACT1", title="Quotes {n} {0}")
    (result,) = run_checks(named, CheckContext(AS_OF), (of(Severity.ERROR, "ACT1"),))
    assert message_of(result, Words("en")) == "“Quotes {n} {0}”: "


def test_quotation_marks_in_a_name_become_inner_ones() -> None:
    named = edited(sound_plan(), m.Activity, "ACT1", title="Пары «клиент — услуга»")
    (result,) = run_checks(named, CheckContext(AS_OF), (of(Severity.ERROR, "ACT1", message="«{title}»"),))
    assert message_of(result, Words("ru")) == "«Пары „клиент — услуга“»"


def test_an_empty_engagement_can_be_checked() -> None:
    open_ones = {result.check.id for result in run_checks(Engagement(), CheckContext(AS_OF))}
    assert {"GOAL-01", "FUP-01", "CMP-01", "ACT-07"} <= open_ones
