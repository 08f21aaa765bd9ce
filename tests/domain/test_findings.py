"""What departments say against what they do: the method's decision tables, and any number of departments."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.finding_texts import LABELS, QUESTIONS, USUAL_DECISIONS
from workshop_app.domain.findings import (
    AGREEMENT,
    MUST_DECIDE,
    Case,
    FindingCode,
    by_priority,
    codes_of,
    findings,
    findings_of_wave,
    overlap_hours_total,
)
from workshop_app.domain.model import Row
from workshop_app.domain.performers import hours_by_department

DATA = Path(__file__).resolve().parents[1] / "data" / "method"


def table(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def departments(ids: str) -> list[Row]:
    return [m.Department(id=name, name=f"Department {name}", rank=place) for place, name in enumerate(ids)]


def worker(department: str, hours: str | None = "4", activity: str = "ACT1", active: bool = True) -> list[Row]:
    person = m.Person(id=f"P{department}", name=department, department_id=department, active=active)
    spent = None if hours is None else Decimal(hours)
    line = m.Function(
        id=f"F{department}{activity}",
        department_id=department,
        person_id=person.id,
        activity_id=activity,
        hours_per_week=spent,
    )
    return [person, line]


def claim(department: str, answer: str, others: tuple[str, ...] = (), wave: int = 1, activity: str = "ACT1") -> Row:
    return m.Claim(
        id=f"{activity}/{department}/{wave}",
        activity_id=activity,
        department_id=department,
        answer=m.Answer(answer),
        others=others,
        wave=wave,
    )


def activity(**fields: object) -> m.Activity:
    return m.Activity(**{"id": "ACT1", "title": "Quotations", **fields})


ELSEWHERE = m.Function(id="F0", department_id="A", activity_id=None)
"""A line on another activity, so that a function list exists."""

RULE = "By client list"
TWO_DEPARTMENT_WORK = {
    "not_audited": ("", {"audited": False}),
    "nobody": ("", {}),
    "only_A": ("A", {}),
    "only_B": ("B", {}),
    "both_same_object": ("AB", {"same_object": m.SameObject.YES}),
    "both_other_or_unknown_object": ("AB", {"same_object": m.SameObject.UNKNOWN}),
    "both_with_confirmed_rule": (
        "AB",
        {"same_object": m.SameObject.YES, "existing_rule": RULE, "existing_rule_confirmed_by": ("A", "B")},
    ),
}


def codes(*rows: Row) -> str:
    return "+".join(findings(Engagement.of([*rows, ELSEWHERE]))["ACT1"].codes)


@pytest.mark.parametrize("row", table("decision_table_2dept.csv"), ids=lambda row: "-".join(list(row.values())[:3]))
def test_two_departments(row: dict[str, str]) -> None:
    performers, fields = TWO_DEPARTMENT_WORK[row["performers"]]
    workers = [one for name in performers for one in worker(name)]
    found = codes(
        *departments("AB"), activity(**fields), claim("A", row["claim_A"]), claim("B", row["claim_B"]), *workers
    )
    assert found == row["all_findings"]
    assert found.split("+")[0] == row["primary"]


def test_the_two_department_table_is_whole() -> None:
    rows = table("decision_table_2dept.csv")
    assert len({tuple(row.values())[:3] for row in rows}) == len(rows) == 5 * 5 * 7


def named_claim(department: str, said: str) -> list[Row]:
    """The answer that names this set: ``A+B``, ``none``, ``?`` for no view, ``-`` for no answer."""
    if said == "-":
        return []
    if said in {"none", "?"}:
        return [claim(department, "nobody" if said == "none" else "unknown")]
    named = set(said.split("+"))
    if named == {department}:
        return [claim(department, "we")]
    others = tuple(sorted(named - {department}))
    return [claim(department, "both" if department in named else "they", others)]


@pytest.mark.parametrize("row", table("decision_table_3dept_sample.csv"), ids=lambda row: "-".join(row.values())[:40])
def test_three_departments(row: dict[str, str]) -> None:
    not_audited = row["performers"] == "not_audited"
    performers = [] if row["performers"] in {"not_audited", "none"} else row["performers"].split("+")
    confirmed = row["rule_confirmed"] == "yes"
    described = activity(
        audited=not not_audited,
        same_object=m.SameObject(row["same_object"]),
        existing_rule=RULE if confirmed else None,
        existing_rule_confirmed_by=("A", "B", "C") if confirmed else (),
    )
    said = [one for name in "ABC" for one in named_claim(name, row[f"claim_{name}"])]
    found = codes(*departments("ABC"), described, *said, *(one for name in performers for one in worker(name)))
    assert found == row["all_findings"]
    assert found.split("+")[0] == row["primary"]


# What the sets mean when there are more departments


@st.composite
def cases(draw: st.DrawFn) -> Case:
    names = "ABCDEFGH"[: draw(st.integers(2, 8))]
    subset = st.frozensets(st.sampled_from(names))
    said = draw(st.dictionaries(st.sampled_from(names), st.none() | subset))
    performers = draw(st.none() | subset)
    rules = [(RULE, draw(subset))] if draw(st.booleans()) else []
    return Case.of(names, said, performers, draw(st.booleans()), rules)


@given(cases())
def test_findings_have_an_order_and_exclude_each_other(case: Case) -> None:
    listed = codes_of(case)
    assert listed and list(listed) == sorted(listed, key=list(FindingCode).index)
    found = set(listed)
    assert found == {FindingCode.NO_DATA} or FindingCode.NO_DATA not in found
    assert len(found) == 1 or not found & AGREEMENT, "an agreement leaves nothing to decide"
    assert not {FindingCode.DUPLICATION, FindingCode.OVERLAP} <= found
    assert not {FindingCode.CONTESTED, FindingCode.SHIFTED} <= found
    assert not {FindingCode.ONE_SIDED, FindingCode.CONTESTED} <= found
    assert not {FindingCode.ONE_SIDED, FindingCode.SHIFTED} <= found
    assert not {FindingCode.CLAIM_WITHOUT_WORK, FindingCode.SHARED_NO_RULE} <= found


@given(cases(), st.permutations("ABCDEFGH"))
def test_names_of_departments_do_not_matter(case: Case, names: list[str]) -> None:
    to = dict(zip("ABCDEFGH", names, strict=True))

    def renamed(view: frozenset[str] | None) -> frozenset[str] | None:
        return None if view is None else frozenset(to[name] for name in view)

    rules = [(RULE, list(to.values()))] if case.rule_confirmed else []
    other = Case.of(
        [to[name] for name in case.departments],
        {to[name]: renamed(view) for name, view in case.said.items()},
        renamed(case.performers),
        case.same_object,
        rules,
    )
    assert codes_of(other) == codes_of(case)


@given(cases())
def test_a_department_that_does_not_know_is_never_a_claimant(case: Case) -> None:
    silent = {name: None for name in case.departments}
    other = Case.of(case.departments, silent, case.performers, case.same_object, [])
    assert other.claimants == frozenset()
    assert FindingCode.CONTESTED not in codes_of(other)
    assert FindingCode.ONE_SIDED not in codes_of(other)


def test_a_circle_of_three_is_shifted() -> None:
    circle = [claim("A", "they", ("B",)), claim("B", "they", ("C",)), claim("C", "they", ("A",))]
    workers = worker("A")
    assert codes(*departments("ABC"), activity(), *circle, *workers).startswith("SHIFTED")


def test_two_of_three_claiming_alone_contest_although_the_third_does_not_know() -> None:
    said = [claim("A", "we"), claim("C", "we"), claim("B", "unknown")]
    assert "CONTESTED" in codes(*departments("ABC"), activity(audited=False), *said)


@pytest.mark.parametrize("answer", ["they", "unknown"])
def test_they_that_names_nobody_among_three_departments_is_no_view(answer: str) -> None:
    said = [claim("A", answer), claim("B", "we"), claim("C", "we")]
    found = findings(Engagement.of([*departments("ABC"), activity(), *said]))["ACT1"]
    assert found.said["A"] is None


def test_both_without_names_means_all_departments() -> None:
    found = findings(Engagement.of([*departments("ABC"), activity(), claim("B", "both")]))["ACT1"]
    assert found.said == {"B": frozenset("ABC")}


def test_a_department_never_names_itself_as_they() -> None:
    found = findings(Engagement.of([*departments("ABC"), activity(), claim("B", "they", ("B", "C"))]))["ACT1"]
    assert found.said["B"] == {"C"}


# Who performs


@pytest.mark.parametrize(
    ("line", "performs"),
    [
        ({"person_id": "PA"}, True),
        ({"person_id": "PA", "hours_per_week": None}, True),
        ({"person_id": "PA", "hours_per_week": Decimal(0)}, False),
        ({"person_id": "PX"}, False),
        ({"person_id": None}, False),
        ({"person_id": None, "performed_by": m.PerformedBy.PERSON}, False),
        ({"person_id": None, "performed_by": m.PerformedBy.DEPARTMENT}, True),
        ({"person_id": None, "performed_by": m.PerformedBy.DEPARTMENT, "hours_per_week": Decimal(0)}, False),
        ({"performed_by": m.PerformedBy.POSITION, "position_id": "POS1"}, True),
        ({"performed_by": m.PerformedBy.POSITION, "position_id": "POS2"}, False),
        ({"performed_by": m.PerformedBy.POSITION, "position_id": None}, False),
        ({"person_id": "PA", "department_id": "M"}, False),
    ],
)
def test_a_line_counts_when_somebody_active_does_it(line: dict[str, object], performs: bool) -> None:
    people = [
        m.Person(id="PA", name="Anna", department_id="A", position_id="POS1"),
        m.Person(id="PW", name="Wanda", department_id="A", position_id=None),
        m.Person(id="PX", name="Xenia", department_id="A", position_id="POS2", active=False),
    ]
    fields = {"id": "F1", "department_id": "A", "activity_id": "ACT1", "hours_per_week": Decimal(3), **line}
    function = m.Function(**fields)
    found = findings(Engagement.of([*departments("AB"), *people, activity(), function]))["ACT1"]
    assert found.performers == (frozenset("A") if performs else frozenset())


def test_a_line_outside_the_list_of_activities_is_nobodys_work_on_any() -> None:
    outside = m.Function(id="F2", department_id="A", performed_by=m.PerformedBy.DEPARTMENT, hours_per_week=Decimal(9))
    known = Engagement.of([*departments("AB"), *worker("A", "3"), activity(), outside])
    assert hours_by_department(known) == {"ACT1": {"A": 3}}


def test_performers_are_not_known_without_a_function_list_or_outside_the_audit() -> None:
    listed = [*departments("AB"), *worker("A")]
    assert findings(Engagement.of([*listed, activity(audited=False)]))["ACT1"].performers is None
    assert findings(Engagement.of([*departments("AB"), activity()]))["ACT1"].performers is None


@given(st.lists(st.decimals(0, 60, places=2), min_size=2, max_size=6))
def test_hours_done_twice_are_everything_outside_the_busiest_department(hours: list[Decimal]) -> None:
    names = "ABCDEF"[: len(hours)]
    workers = [one for name, spent in zip(names, hours, strict=True) for one in worker(name, str(spent))]
    found = findings(Engagement.of([*departments(names), activity(), *workers]))["ACT1"]
    busy = [spent for spent in hours if spent]
    expected = Fraction(sum(busy)) - Fraction(max(busy)) if len(busy) >= 2 else 0
    assert found.overlap_hours == expected
    assert found.performing == tuple(name for name, spent in zip(names, hours, strict=True) if spent)


def test_priority_of_the_method_example() -> None:
    key = activity(key=True, same_object=m.SameObject.YES)
    found = findings(Engagement.of([*departments("AB"), key, *worker("A", "14"), *worker("B", "14")]))["ACT1"]
    assert found.primary is FindingCode.DUPLICATION
    assert (found.overlap_hours, found.priority) == (14, Fraction("11.4"))


def test_hours_of_work_under_a_confirmed_rule_are_not_in_the_headline_number() -> None:
    ruled = activity(existing_rule=RULE, existing_rule_confirmed_by=("A", "B"))
    free = activity(id="ACT2")
    workers = [*worker("A", "5"), *worker("B", "3"), *worker("A", "7", "ACT2"), *worker("B", "2.5", "ACT2")]
    document = Engagement.of([*departments("AB"), ruled, free, *workers])
    assert overlap_hours_total(document) == Fraction("2.5")
    assert findings(document)["ACT1"].overlap_hours == 3


def test_the_agenda_goes_by_priority_and_then_by_activity_order() -> None:
    rows = [activity(id=name, rank=place, key=key) for place, (name, key) in enumerate([("X", 0), ("Y", 1), ("Z", 0)])]
    document = Engagement.of([*departments("AB"), *rows, ELSEWHERE])
    assert [finding.activity_id for finding in by_priority(document)] == ["Y", "X", "Z"]


# Day 90


def test_a_later_wave_judges_the_new_answers_alone() -> None:
    again = [claim("A", "we", wave=2), claim("B", "they", wave=2)]
    first = [claim("A", "we"), claim("B", "we")]
    second = activity(id="ACT2")
    document = Engagement.of([*departments("AB"), activity(), second, *first, *again, *worker("A"), *worker("B")])
    assert FindingCode.CONTESTED in findings(document)["ACT1"].codes
    later = findings_of_wave(document, 2)
    assert set(later) == {"ACT1"}
    assert later["ACT1"].codes == (FindingCode.AGREED,)


@pytest.mark.parametrize(("confirmed_by", "code"), [(("A", "B"), "AGREED_SHARED"), (("A",), "SHARED_NO_RULE")])
def test_the_rule_of_a_decision_counts_in_a_later_wave(confirmed_by: tuple[str, ...], code: str) -> None:
    decision = m.Decision(
        id="D1", activity_id="ACT1", type=m.DecisionType.SPLIT, split_rule=RULE, confirmed_by=confirmed_by
    )
    again = [claim("A", "both", wave=2), claim("B", "both", wave=2)]
    document = Engagement.of([*departments("AB"), activity(), decision, *again])
    assert findings_of_wave(document, 2)["ACT1"].codes == (FindingCode(code),)


def test_every_finding_has_its_words() -> None:
    assert set(LABELS) == set(FindingCode)
    assert set(QUESTIONS) == set(USUAL_DECISIONS) == MUST_DECIDE | {FindingCode.ONE_SIDED}
