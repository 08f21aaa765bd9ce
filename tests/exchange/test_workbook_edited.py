"""A workbook that was exported, edited in a spreadsheet program and comes back: everything arrives, nothing is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.exchange.conftest import DEMO
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Action
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.imports import Fate, ImportPlan, plan_import
from workshop_app.exchange.sheets import all_sheets
from workshop_app.exchange.workbook import write_workbook
from workshop_app.i18n import Words

Apply = Callable[[Engagement, ImportPlan], Engagement]
TITLES = {"raci": ("Матрица RACI", "RACI matrix"), "actions": ("Действия", "Actions")}
STRANGER = "Новиков Пётр Ильич"


class Edited:
    """The exported workbook of a demo, open in a spreadsheet program."""

    def __init__(self, language: str, folder: Path) -> None:
        text = (DEMO / f"engagement_{language}.json").read_text(encoding="utf-8")
        self.language, self.path = language, folder / "all.xlsx"
        self.before = read_engagement(text).engagement
        words = Words(language)
        sheets = [sheet for sheet in all_sheets(self.before, words) if sheet.key in TITLES]
        self.path.write_bytes(write_workbook(sheets, words))
        self.book: Workbook = load_workbook(self.path)

    def sheet(self, kind: str) -> Worksheet:
        return self.book[TITLES[kind][self.language == "en"]]

    def plan(self, kind: str, **answers: str) -> ImportPlan:
        self.book.save(self.path)
        given = {key.replace("__", ":"): answer for key, answer in answers.items()}
        return plan_import(self.before, self.path, kind, given)


@pytest.fixture(params=["ru", "en"])
def edited(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Edited]:
    yield Edited(request.param, tmp_path)


def turned_over(sheet: Worksheet, header: int) -> None:
    """The rows in the opposite order, and a blank column among the others."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=header + 1)]
    for number, cells in enumerate(reversed(rows), header + 1):
        for column, value in enumerate(cells, 1):
            sheet.cell(number, column).value = value
    sheet.insert_cols(3)


def letters(engagement: Engagement) -> dict[str, str]:
    return {cell.id: cell.letters for cell in engagement.raci_cells}


def test_letters_come_back_from_a_sorted_sheet_with_a_new_person(edited: Edited, apply: Apply) -> None:
    sheet, held = edited.sheet("raci"), letters(edited.before)
    assert [sheet.cell(3, column).value for column in (1, 3, 5)] == ["ACT01", "A", "R"]
    sheet.cell(3, 5).value, sheet.cell(3, 4).value = "C", "i"
    new = sheet.max_column + 1
    sheet.cell(1, new).value, sheet.cell(2, new).value, sheet.cell(4, new).value = STRANGER, sheet.cell(2, 3).value, "I"
    people = {column: sheet.cell(1, column).value for column in (4, 5)}
    ids = {person.name: person.id for person in edited.before.people}
    turned_over(sheet, 2)

    plan = edited.plan("raci")
    found = apply(edited.before, plan)
    expected = {**held, f"ACT01/{ids[people[5]]}": "C", f"ACT01/{ids[people[4]]}": "I"}
    assert letters(found) == expected
    (kept,) = found.unresolved("raci_rows", "ACT02", "cells")
    assert (kept.text, kept.value) == (STRANGER, "I")
    assert sorted(plan.fates.values(), key=str).count(Fate.CHANGED) == 2 and Fate.NEW not in plan.fates.values()

    (question,) = plan.questions
    assert [option.value for option in question.options] == ["keep", "new"]
    later = plan_import(found, edited.path, "raci", {question.key: "new"})
    joined = apply(found, later)
    person = joined.people[-1]
    assert (person.name, person.department_id) == (STRANGER, edited.before.people[0].department_id)
    assert letters(joined) == {**expected, f"ACT02/{person.id}": "I"}
    assert joined.unresolved("raci_rows", "ACT02", "cells") == ()


def test_a_letter_that_was_deleted_is_asked_about(edited: Edited, apply: Apply) -> None:
    sheet, held = edited.sheet("raci"), letters(edited.before)
    sheet.cell(3, 3).value = None
    plan = edited.plan("raci")
    (question,) = plan.questions
    assert (question.key, question.default) == ("emptied", "keep") and "(rows 3)" in str(question.text)
    assert (plan.updated, letters(apply(edited.before, plan))) == (0, held)
    cleared = edited.plan("raci", emptied="clear")
    assert (cleared.updated, cleared.fates[3]) == (1, Fate.CHANGED)
    assert held.keys() - letters(apply(edited.before, cleared)).keys() == {"ACT01/P01"}


def test_actions_come_back_with_what_was_changed(edited: Edited, apply: Apply) -> None:
    sheet, before = edited.sheet("actions"), edited.before
    first, second = before.actions[:2]
    assert [sheet.cell(2, column).value for column in (1, 2)] == [first.id, first.title]
    sheet.cell(2, 5).value = date(2026, 5, 4)
    sheet.cell(3, 3).value = STRANGER
    sheet.cell(4, 5).value = "31.02.2026"
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(6, heads.index({"ru": "Сколько раз перенесено", "en": "Times moved"}[edited.language]) + 1).value = (
        10**20
    )
    sheet.cell(5, 11).value = f"{first.title}; {second.id}"
    sheet.append([None, "Общий журнал передач", before.people[1].name, None, date(2026, 5, 12), None, "2, 4", "Журнал"])
    turned_over(sheet, 1)

    plan = edited.plan("actions")
    found = {action.id: action for action in apply(before, plan).actions}
    wanted: dict[str, Any] = {action.id: action for action in before.actions}
    moved = {"due": date(2026, 5, 4), "original_due": first.due, "moves": first.moves + 1}
    wanted[first.id] = replace(first, **moved)
    wanted[second.id] = replace(second, owner_id=None)
    fourth = before.actions[3]
    wanted[fourth.id] = replace(fourth, depends_on=(first.id, second.id))
    made = found.pop("X26")
    assert found == wanted
    assert (made.title, made.owner_id, made.due, made.recommendations, made.result) == (
        *("Общий журнал передач", before.people[1].id, date(2026, 5, 12), (2, 4), "Журнал"),
    )
    assert [entry.text for entry in apply(before, plan).unresolved("actions", second.id, "owner_id")] == [STRANGER]
    keys = {question.key.split(":")[0] for question in plan.questions}
    assert keys == {"person", "date"}, "the impossible date and the stranger are asked about"
    assert {plan.fates[doubt.row] for doubt in plan.doubts} == {Fate.CHANGED, Fate.SAME}


def test_emptied_fields_of_actions_are_emptied_on_request_only(edited: Edited, apply: Apply) -> None:
    sheet, first = edited.sheet("actions"), edited.before.actions[0]
    for column in (5, 7, 8):
        sheet.cell(2, column).value = None
    plan = edited.plan("actions")
    assert (plan.updated, [question.key for question in plan.questions]) == (0, ["emptied"])
    cleared = apply(edited.before, edited.plan("actions", emptied="clear")).named(Action, first.id)
    assert cleared == replace(
        first, due=None, original_due=first.due, moves=first.moves + 1, recommendations=(), result=None
    )


def test_an_unchanged_workbook_changes_nothing_and_asks_nothing(edited: Edited) -> None:
    for kind in TITLES:
        plan = edited.plan(kind)
        assert (plan.added, plan.updated, plan.removed, plan.also, plan.questions) == (0, 0, (), (), ())
        assert set(plan.fates.values()) == {Fate.SAME}


def test_of_many_other_sheets_a_few_are_named(edited: Edited) -> None:
    words = Words(edited.language)
    edited.path.write_bytes(write_workbook(all_sheets(edited.before, words), words))
    (note,) = plan_import(edited.before, edited.path, "raci").notes
    assert "and 39 more" in str(note) and len(str(note)) < 240
