"""Marks: every one is drawn, stays in its box, says itself, and is not told apart by colour alone."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from reportlab.graphics import shapes as rl

from reports import fonts
from reports.contrast import luminance
from reports.flowables.badge import Department, badge, department_mark
from reports.flowables.finding import FINDING_CODES, finding_look, finding_mark
from reports.flowables.gantt import gantt_sample
from reports.flowables.mark import Mark, joined
from reports.flowables.raci import raci_tile
from reports.flowables.signing import tick_box, tick_circle
from reports.flowables.status import arrow, claim, cross, decision_dot, severity, signal, skill_tile, tick
from reports.style import ACCENT, ERROR, INK, department_look

STATES = ("decided", "deferred", "none")


@pytest.fixture(scope="module")
def marks() -> dict[str, Mark]:
    fonts.register()
    found = {code: finding_mark(code) for code in FINDING_CODES}
    found |= {f"badge {index}": badge(Department("ОП-1", "Отдел", index)) for index in (*range(8), None)}
    found |= {f"claim {index} {full}": department_mark(index, full) for index in range(8) for full in (True, False)}
    found |= {f"severity {level}": severity(level) for level in ("error", "warning", "info")}
    found |= {f"decision {state}": decision_dot(state) for state in STATES}
    found |= {f"signal {state}": signal(state) for state in ("alarm", "attention", "ok", "none")}
    found |= {f"skill {level}": skill_tile(level, level % 2 == 0) for level in range(5)}
    found |= {f"tile {letters}": raci_tile(letters) for letters in ("A", "R", "AR", "C", "I", "")}
    found |= {f"bar {state}": gantt_sample(state, ACCENT) for state in ("done", "running", "planned", "overdue")}
    return found | {
        "tick": tick(),
        "cross": cross(),
        "arrow": arrow(),
        "box": tick_box(True),
        "circle": tick_circle("3"),
    }


def leaves(node: Any) -> list[Any]:
    """All shapes, groups opened."""
    if isinstance(node, rl.Group):
        return [leaf for child in node.getContents() for leaf in leaves(child)]
    return [node]


def test_all_twelve_findings_are_drawn(marks: dict[str, Mark]) -> None:
    assert len(FINDING_CODES) == 12
    drawn = [repr([vars(leaf) for leaf in leaves(marks[code].shapes)]) for code in FINDING_CODES]
    assert len(set(drawn)) == 12


def test_every_mark_stays_in_its_box(marks: dict[str, Mark]) -> None:
    for name, mark in marks.items():
        low_x, low_y, high_x, high_y = mark.shapes.getBounds()
        assert low_x >= -0.6, name
        assert low_y >= -0.6, name
        assert high_x <= mark.width + 0.6, name
        assert high_y <= mark.height + 1.2, name


def test_a_badge_is_as_wide_as_its_code_needs() -> None:
    fonts.register()
    assert badge(Department("А", "Отдел", 0), 10).width == pytest.approx(16.5)
    long = badge(Department("ОП-1", "Отдел", 0), 10)
    assert long.width == pytest.approx(fonts.measure("ОП-1", fonts.SEMIBOLD, 6.2) + 7.5)
    assert long.words == "Отдел"


def test_departments_are_told_apart_without_colour() -> None:
    assert len({department_look(index).shape for index in range(4)}) == 4
    lights = [luminance(department_look(index).fill) for index in range(4)]
    assert all(abs(a - b) > 0.05 for a, b in combinations(lights, 2))
    assert department_look(4).shape == department_look(0).shape
    assert department_look(7).fill != department_look(3).fill


def test_texts_on_badges_can_be_read() -> None:
    for index in (*range(8), None):
        look = department_look(index)
        bright, dark = sorted((luminance(look.fill), luminance(look.ink)), reverse=True)
        assert (bright + 0.05) / (dark + 0.05) >= 4.5


def test_findings_can_be_read_on_their_tint() -> None:
    for code in FINDING_CODES:
        look = finding_look(code)
        ground = luminance(look.tint) if look.tint is not None else 1.0
        assert (ground + 0.05) / (luminance(look.ink) + 0.05) >= 4.5, code


def test_severities_have_shapes_of_their_own() -> None:
    error, warning, info = (leaves(severity(level).shapes)[0] for level in ("error", "warning", "info"))
    assert isinstance(error, rl.Circle) and error.fillColor == ERROR
    assert isinstance(warning, rl.Polygon)
    assert isinstance(info, rl.Circle) and info.fillColor is None


def test_tiles_are_told_apart_by_weight() -> None:
    solid, outlined = (leaves(raci_tile(letter).shapes)[0] for letter in ("A", "R"))
    assert solid.fillColor == INK
    assert outlined.strokeWidth == 1.4
    assert raci_tile("AR").width > 1.7 * raci_tile("A").width
    assert len(leaves(raci_tile("").shapes)) == 1


def test_a_claim_shows_every_department_in_order() -> None:
    named = leaves(claim([False, True, False]).shapes)
    assert [type(leaf).__name__ for leaf in named] == ["Circle", "Rect", "Polygon"]
    assert named[1].fillColor == department_look(1).fill
    assert named[0].fillColor != department_look(0).fill


def test_marks_in_a_row_say_their_words() -> None:
    row = joined([tick(words="да"), cross(words="нет"), arrow()], gap=2)
    assert row.words == "да, нет"
    assert row.width == 8 + 2 + 8 + 2 + 13


def test_a_scaled_mark_keeps_its_words() -> None:
    assert tick(words="да").scaled(2).width == 16
    assert tick(words="да").scaled(2).words == "да"


def test_a_skill_says_its_level_and_whether_it_is_confirmed() -> None:
    fill, frame, digit = leaves(skill_tile(3, confirmed=False).shapes)
    assert digit.text == "3"
    assert fill.height / frame.height == 0.75
    assert frame.strokeDashArray
    assert not leaves(skill_tile(3).shapes)[1].strokeDashArray
    assert [leaf.text for leaf in leaves(skill_tile(0).shapes)] == ["·"]
