"""What letters in a cell mean, what people carry, and cures that really cure (METHOD C.5)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sound_plan import cell, changed, decision, edited, function, objects, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.raci import Letters, combined, is_russian_sheet, loads, matrix, normalise
from workshop_app.domain.raci_cures import VERDICTS, cures

LATIN_A, CYRILLIC_A = "A", "А"


@pytest.mark.parametrize(
    ("typed", "marks", "unknown"),
    [
        ("A", "A", ""),
        ("a", "A", ""),
        (CYRILLIC_A, "A", ""),
        ("р", "R", ""),
        ("с", "C", ""),
        ("і", "I", ""),
        ("AR", "AR", ""),
        ("R/A", "AR", ""),
        (" r + а ", "AR", ""),
        ("A, R", "AR", ""),
        ("A&R", "AR", ""),
        ("R-A.", "AR", ""),
        ("Ａ", "A", ""),
        ("RR", "R", ""),
        ("C\\I", "CI", ""),
        ("ACI", "ACI", ""),
        ("X", "", "X"),
        ("A?", "A", "?"),
        ("ОИ", "", "ОИ"),
        ("", "", ""),
        ("\u00a0-\t", "", ""),
    ],
)
def test_a_cell(typed: str, marks: str, unknown: str) -> None:
    assert normalise(typed) == Letters(marks, unknown)
    assert bool(normalise(typed)) is bool(marks or unknown)


@pytest.mark.parametrize(
    ("marks", "redundant", "strongest"),
    [("A", False, "A"), ("AR", False, "A"), ("RC", True, "R"), ("CI", True, "C"), ("ARC", True, "A"), ("", False, "")],
)
def test_only_a_and_r_stand_together(marks: str, redundant: bool, strongest: str) -> None:
    assert (Letters(marks).is_redundant, Letters(marks).strongest) == (redundant, strongest)


@given(
    st.sets(st.sampled_from("ARCI"), min_size=1), st.sampled_from(["", " ", "/", ", ", "+", " & ", "-"]), st.randoms()
)
def test_order_case_and_separators_do_not_matter(letters: set[str], separator: str, random: object) -> None:
    typed = sorted(letters)
    random.shuffle(typed)
    assert set(normalise(separator.join(typed).lower()).marks) == letters


@pytest.mark.parametrize(
    ("marks", "found"), [("AR", "AR"), ("RCA", "AR"), ("CI", "C"), ("IA", "A"), ("RC", "R"), ("", "")]
)
def test_the_letters_of_several_cells_make_letters_that_the_matrix_knows(marks: str, found: str) -> None:
    assert combined(marks) == found


def test_a_sheet_of_russian_letters_is_read_as_a_whole() -> None:
    assert [normalise(text, russian=True).marks for text in ("О", "и", "К", "У", "О+И")] == ["A", "R", "C", "I", "AR"]
    assert is_russian_sheet(["О", "", "и/О", "К"])


@pytest.mark.parametrize("sheet", [["О", "R"], ["К"], ["", "У"], [], ["О", "А"]])
def test_one_cell_or_a_mixed_sheet_is_never_guessed(sheet: list[str]) -> None:
    assert not is_russian_sheet(sheet)


def test_a_matrix_written_in_russian_letters() -> None:
    sheet = changed(
        sound_plan(),
        cell("ACT1", "PA", "ОИ"),
        cell("ACT2", "PA", "О"),
        cell("ACT2", "PB", "и"),
        cell("ACT1", "PB", "У"),
    )
    rows = matrix(sheet)
    assert {name: letters.marks for name, letters in rows["ACT1"].cells.items()} == {"PA": "AR", "PB": "I"}
    assert rows["ACT2"].holders("R") == ("PB",)


def test_one_russian_letter_among_others_stays_unknown() -> None:
    assert matrix(changed(sound_plan(), cell("ACT1", "PB", "К")))["ACT1"].cells["PB"] == Letters("", "К")


def test_a_row_of_blank_cells_is_empty() -> None:
    blank = changed(sound_plan(), cell("ACT1", "PA", " - "))
    assert not matrix(blank)["ACT1"]


def test_people_who_are_not_in_the_list_keep_their_letters() -> None:
    stranger = m.UnresolvedReference(
        id="U1", object_table="raci_rows", object_id="ACT1", field="cells", text="P77", value="R"
    )
    row = matrix(changed(sound_plan(), stranger))["ACT1"]
    assert row.strangers == {"P77": Letters("R")}
    assert (row.count("R"), row.holders("R")) == (2, ("PA",))


def test_load_is_todays_hours_and_letters_no_forecast() -> None:
    load = loads(changed(sound_plan(), cell("ACT1", "PB", "I")))
    assert (load["PA"].hours, load["PA"].accountable, load["PA"].responsible) == (Decimal(30), 2, 2)
    assert (load["PB"].hours, load["PB"].accountable, load["PB"].informed, load["PB"].letters) == (Decimal(30), 0, 1, 2)
    assert (load["PM"].hours, load["PM"].letters) == (None, 0)


def test_letters_of_stopped_work_are_no_load() -> None:
    assert loads(changed(sound_plan(), decision("stop", "ACT1")))["PA"].accountable == 1


# Cures

BUSY = changed(
    sound_plan(),
    *(m.Person(id=f"QA{n}", name=f"Ada {n}", department_id="A", rank=10 + n) for n in range(3)),
    *(m.Person(id=f"QB{n}", name=f"Bea {n}", department_id="B", rank=20 + n) for n in range(3)),
    m.Person(id="QX", name="Xavier", department_id="A", active=False, rank=30),
    function("F8", "PB", "ACT1", "5"),
)
PEOPLE = ("PA", "PB", "PM", "QA0", "QA1", "QA2", "QB0", "QB1", "QB2", "QX")
CURABLE = ("RACI-01", "RACI-02", "RACI-03", "RACI-05", "RACI-07", "RACI-08", "RACI-11", "RACI-12", "RACI-13", "RACI-14")
LETTERS = st.sampled_from([*[""] * 20, "C", "I", "A", "R", "C", "I", "AR", "RC", "CI", "ARC", "X", "A?"])
DECISIONS = st.sampled_from(
    [
        None,
        decision("assign", "ACT1", owner_department_id="A"),
        decision("assign", "ACT1", owner_department_id="B"),
        decision("stop", "ACT1"),
        decision("split", "ACT1", split_rule="By client"),
    ]
)


@st.composite
def matrices(draw: st.DrawFn) -> Engagement:
    held = draw(DECISIONS)
    letters = draw(st.lists(LETTERS, min_size=len(PEOPLE), max_size=len(PEOPLE)))
    cells = [cell("ACT1", person, text) for person, text in zip(PEOPLE, letters, strict=True)]
    rows: list[m.Row] = [*cells, *([held] if held else [])]
    if draw(st.booleans()):
        rows.append(
            m.UnresolvedReference(
                id="U1", object_table="raci_rows", object_id="ACT1", field="cells", text="P77", value=draw(LETTERS)
            )
        )
    return changed(BUSY, *rows)


@given(matrices(), st.sampled_from((*CURABLE, "RACI-04")))
def test_a_cure_cures(engagement: Engagement, rule: str) -> None:
    if "ACT1" in objects(engagement, rule):
        for cure in cures(engagement, rule, "ACT1"):
            assert "ACT1" not in objects(engagement.with_changes(cure.changes), rule), cure.label


@given(matrices(), st.sampled_from(CURABLE))
def test_a_cure_keeps_cells_without_letters_out_of_the_file(engagement: Engagement, rule: str) -> None:
    for cure in cures(engagement, rule, "ACT1") if "ACT1" in objects(engagement, rule) else ():
        written = [row for _table, _name, row in cure.changes if isinstance(row, m.RaciCell)]
        assert all(row.letters for row in written)


def offered(engagement: Engagement, rule: str) -> list[str]:
    return [str(cure.label) for cure in cures(engagement, rule, "ACT1")]


def test_two_accountable_people_are_offered_with_the_owner_department_first() -> None:
    twice = changed(BUSY, cell("ACT1", "PB", "A"), decision("assign", "ACT1", owner_department_id="B"))
    assert offered(twice, "RACI-02") == ["Leave A to Boris Birch", "Leave A to Anna Ash"]
    first = cures(twice, "RACI-02", "ACT1")[0]
    assert matrix(twice.with_changes(first.changes))["ACT1"].cells["PA"].marks == "R"


def test_nobody_accountable_offers_whoever_does_the_work() -> None:
    assert offered(edited(BUSY, m.RaciCell, "ACT1/PA", letters="R"), "RACI-01") == ["A to Anna Ash", "A to Boris Birch"]


def test_nobody_performing_offers_todays_performers() -> None:
    assert offered(edited(BUSY, m.RaciCell, "ACT1/PA", letters="A"), "RACI-03") == ["R to Anna Ash", "R to Boris Birch"]


def test_a_department_left_out_is_told_through_its_head() -> None:
    assert offered(BUSY, "RACI-12") == ["I to Boris Birch"]
    headless = edited(BUSY, m.Department, "B", head_person_id=None)
    assert offered(headless, "RACI-12") == ["I to Boris Birch"]
    assert objects(BUSY.with_changes(cures(BUSY, "RACI-12", "ACT1")[0].changes), "RACI-12") == []


def test_an_owner_department_is_matched_by_letter_or_by_decision() -> None:
    elsewhere = changed(BUSY, decision("assign", "ACT1", owner_department_id="B"))
    assert offered(elsewhere, "RACI-08") == ["A to Boris Birch", "Owner department: Sales One"]


def test_an_empty_row_is_filled_from_todays_work() -> None:
    empty = edited(BUSY, m.RaciCell, "ACT1/PA", letters="")
    owned = changed(empty, decision("assign", "ACT1", owner_department_id="A"))
    (cure,) = cures(owned, "RACI-14", "ACT1")
    row = matrix(owned.with_changes(cure.changes))["ACT1"]
    assert {name: letters.marks for name, letters in row.cells.items()} == {"PA": "AR", "PB": "I"}


def test_a_missing_row_is_added_with_its_cells() -> None:
    bare = BUSY.with_changes([("raci_rows", "ACT1", None), ("raci_cells", "ACT1/PA", None)])
    (cure,) = cures(bare, "RACI-14", "ACT1")
    assert "ACT1" not in objects(bare.with_changes(cure.changes), "RACI-14")


def test_roles_of_stopped_work_go_from_people_outside_the_list_too() -> None:
    stranger = {"object_table": "raci_rows", "object_id": "ACT1", "field": "cells"}
    stopped = changed(
        BUSY,
        decision("stop", "ACT1"),
        m.UnresolvedReference(id="U1", text="P77", value="A", **stranger),
        m.UnresolvedReference(id="U2", text="P78", value="RC", **stranger),
    )
    (cure,) = cures(stopped, "RACI-13", "ACT1")
    row = matrix(stopped.with_changes(cure.changes))["ACT1"]
    assert not row.cells and {name: letters.marks for name, letters in row.strangers.items()} == {"P78": "C"}


def test_every_check_of_a_row_has_a_short_verdict() -> None:
    of_rows = {f"RACI-{number:02d}" for number in range(1, 15)} - {"RACI-09", "RACI-10"}
    assert set(VERDICTS) == of_rows
