"""Every check of the matrix fires on its condition and keeps silent in a sound plan (METHOD D, RACI)."""

from __future__ import annotations

import pytest

from tests.domain.sound_plan import cell, changed, claim, decision, edited, objects, results, sound_plan, without
from workshop_app.domain import model as m
from workshop_app.domain.checks import CHECKS, Check, message_of
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words


def letters(**cells: str) -> Engagement:
    """The sound plan with these letters in the first row."""
    return changed(sound_plan(), *(cell("ACT1", person, text) for person, text in cells.items()))


def stranger(text: str, value: str) -> m.UnresolvedReference:
    return m.UnresolvedReference(
        id=f"U{text}", object_table="raci_rows", object_id="ACT1", field="cells", text=text, value=value
    )


UNKNOWN_OWNER = m.UnresolvedReference(
    id="U1", object_table="decisions", object_id="D1", field="owner_department_id", text="Z"
)
STOPPED = decision("stop", "ACT1")
PUT_OFF = decision("defer", "ACT1")
UNRULED = edited(sound_plan(), m.Activity, "ACT2", existing_rule=None)
MORE_PEOPLE = [m.Person(id=f"P{n}", name=f"Person {n}", department_id="A", rank=9) for n in range(3)]
CASES: list[tuple[str, str, Engagement, list[str]]] = [
    ("RACI-01", "only R", letters(PA="R"), ["ACT1"]),
    ("RACI-01", "an empty row is RACI-14", letters(PA=""), []),
    ("RACI-01", "stopped", changed(letters(PA="R"), STOPPED), []),
    ("RACI-01", "somebody unknown is accountable", changed(letters(PA="R"), stranger("P77", "A")), []),
    ("RACI-02", "two", letters(PB="A"), ["ACT1"]),
    ("RACI-02", "one known and one unknown", changed(sound_plan(), stranger("P77", "A")), ["ACT1"]),
    ("RACI-03", "A alone is not R", letters(PA="A"), ["ACT1"]),
    ("RACI-03", "an empty row is RACI-14", letters(PA=" "), []),
    ("RACI-04", "a mark", letters(PB="Ж"), ["ACT1"]),
    ("RACI-04", "Cyrillic look-alikes", letters(PA="АР"), []),
    ("RACI-05", "inactive", edited(letters(), m.Person, "PA", active=False), ["ACT1", "ACT2"]),
    ("RACI-05", "unknown", changed(sound_plan(), stranger("P77", "I")), ["ACT1"]),
    ("RACI-06", "no rule", UNRULED, ["ACT2"]),
    ("RACI-06", "one department", edited(UNRULED, m.RaciCell, "ACT2/PB", letters="C"), []),
    (
        "RACI-06",
        "the rule of the decision",
        changed(UNRULED, decision("split", split_rule="By stage", confirmed_by=("A", "B"))),
        [],
    ),
    (
        "RACI-06",
        "a rule that one of them confirmed",
        changed(UNRULED, decision("split", split_rule="By stage", confirmed_by=("A",))),
        ["ACT2"],
    ),
    ("RACI-06", "somebody of another part of the company", letters(PM="R"), []),
    (
        "RACI-07",
        "four",
        changed(letters(PB="C"), *MORE_PEOPLE, *(cell("ACT1", f"P{n}", "C") for n in range(3))),
        ["ACT1"],
    ),
    ("RACI-07", "three", changed(sound_plan(), *MORE_PEOPLE, *(cell("ACT1", f"P{n}", "C") for n in range(3))), []),
    (
        "RACI-08",
        "another department",
        changed(sound_plan(), decision("assign", "ACT1", owner_department_id="B")),
        ["ACT1"],
    ),
    (
        "RACI-08",
        "the owner is no department of the workshop",
        changed(sound_plan(), decision("assign", "ACT1"), UNKNOWN_OWNER),
        ["ACT1"],
    ),
    ("RACI-08", "the owner department", changed(sound_plan(), decision("assign", "ACT1", owner_department_id="A")), []),
    (
        "RACI-08",
        "the director",
        changed(letters(PA="R", PM="A"), decision("joint", "ACT1", owner_department_id="A")),
        ["ACT1"],
    ),
    (
        "RACI-08",
        "two are RACI-02",
        changed(letters(PB="A"), decision("assign", "ACT1", owner_department_id="B")),
        [],
    ),
    ("RACI-10", "no letter", edited(sound_plan(), m.RaciCell, "ACT2/PB", letters=""), ["PB"]),
    ("RACI-10", "only letters of stopped work", changed(letters(), decision("stop", "ACT2")), ["PB"]),
    ("RACI-10", "an empty matrix", without(sound_plan(), m.RaciCell), []),
    ("RACI-11", "R and C", letters(PB="RC"), ["ACT1"]),
    ("RACI-11", "A and R", letters(PB="R, A"), []),
    ("RACI-12", "left out", edited(sound_plan(), m.RaciCell, "ACT2/PB", letters=""), ["ACT2"]),
    ("RACI-12", "informed", edited(sound_plan(), m.RaciCell, "ACT2/PB", letters="I"), []),
    (
        "RACI-12",
        "not audited",
        edited(edited(sound_plan(), m.RaciCell, "ACT2/PB", letters=""), m.Activity, "ACT2", audited=False),
        [],
    ),
    ("RACI-13", "roles remain", changed(sound_plan(), STOPPED), ["ACT1"]),
    ("RACI-13", "only told", changed(letters(PA="I"), STOPPED), []),
    ("RACI-14", "an empty row", letters(PA=""), ["ACT1"]),
    ("RACI-14", "no row", without(without(sound_plan(), m.RaciRow, "ACT1"), m.RaciCell, "ACT1/PA"), ["ACT1"]),
    ("RACI-14", "stopped", changed(letters(PA=""), STOPPED), []),
    ("RACI-14", "put off", changed(letters(PA=""), PUT_OFF), []),
    (
        "RACI-14",
        "waits for the owner",
        changed(letters(PA=""), decision("assign", "ACT1", awaits_owner=True)),
        [],
    ),
]


@pytest.mark.parametrize(("rule", "why", "engagement", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_check(rule: str, why: str, engagement: Engagement, expected: list[str]) -> None:
    assert objects(engagement, rule) == expected


def wide(rows: int, accountable: int) -> Engagement:
    """A matrix of so many rows, A of Boris in some and of the director in the others."""
    names = [f"W{n}" for n in range(rows - 2)]
    added: list[m.Row] = [m.Activity(id=name, title=name) for name in names]
    added += [m.RaciRow(id=name, activity_id=name) for name in names]
    added += [cell(name, "PB" if n < accountable else "PM", "AR") for n, name in enumerate(names)]
    return changed(without(sound_plan(), m.Decision), *added)


@pytest.mark.parametrize(
    ("rows", "accountable", "expected"), [(10, 3, ["PM"]), (10, 4, ["PB", "PM"]), (9, 7, []), (20, 18, ["PB"])]
)
def test_a_bottleneck_has_more_than_thirty_percent_of_ten_rows(
    rows: int, accountable: int, expected: list[str]
) -> None:
    assert objects(wide(rows, accountable), "RACI-09") == expected


def test_stopped_rows_do_not_count_for_a_bottleneck() -> None:
    assert objects(changed(wide(10, 4), decision("stop", "W0")), "RACI-09") == []


def test_each_department_left_out_is_a_result_of_its_own() -> None:
    third = [
        m.Department(id="C", name="Sales Three", rank=3),
        m.Person(id="PC", name="Clara", department_id="C", rank=4),
        m.Function(id="F9", department_id="C", person_id="PC", activity_id="ACT2"),
        claim("ACT2", "C", "we"),
    ]
    left_out = results(edited(changed(sound_plan(), *third), m.RaciCell, "ACT2/PB", letters=""), "RACI-12")
    assert [(result.object_id, result.detail) for result in left_out] == [
        ("ACT2", "S2"),
        ("ACT2", "Sales Three"),
    ]


@pytest.mark.parametrize(
    ("engagement", "rule", "text"),
    [
        (letters(PB="Ж"), "RACI-04", "“Quotations”: unknown mark “Ж”"),
        (letters(PB="RC", PM="C/I"), "RACI-11", "“Quotations”: redundant letters in a cell (R+C, C+I)"),
        (letters(PB="A"), "RACI-02", "“Quotations”: 2 people are accountable"),
        (
            changed(sound_plan(), stranger("P77", "I")),
            "RACI-05",
            "“Quotations”: assigned to someone inactive or unknown: P77",
        ),
    ],
)
def test_messages_name_what_is_wrong(engagement: Engagement, rule: str, text: str) -> None:
    (result,) = results(engagement, rule)
    assert message_of(result, Words("en")) == text


@pytest.mark.parametrize(
    "check", [check for check in CHECKS if check.id.startswith("RACI")], ids=lambda check: check.id
)
def test_a_sound_plan_is_silent(check: Check) -> None:
    assert objects(sound_plan(), check.id) == []
