"""Letters, folded columns and cards without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import Activity, Person, RaciCell, RaciRow, Session
from workshop_app.domain.raci import Letters
from workshop_app.domain.short_names import call_name, short_name, surname
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.roles.letters import letter_of, pasted_letters, with_letter
from workshop_app.steps.roles.operations import set_letters
from workshop_app.steps.roles.view import roles_view
from workshop_app.steps.step import ViewContext


def test_a_sheet_imported_in_russian_letters_survives_a_typed_letter(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "x.workshop")
    rows = [
        Activity(id="A1", title="Счета"),
        Person(id="P1", name="Анна"),
        Person(id="P2", name="Олег"),
        Person(id="P3", name="Ира"),
        RaciRow(id="A1", activity_id="A1"),
        RaciCell(id="A1/P1", activity_id="A1", person_id="P1", letters="О"),
        RaciCell(id="A1/P2", activity_id="A1", person_id="P2", letters="И"),
    ]
    document.run(put_rows(Message("x"), rows))
    engagement = document.engagement
    activity, person = engagement.activity("A1"), engagement.person("P3")
    assert activity is not None and person is not None
    document.run(set_letters(activity, person, "C"))
    assert {cell.person_id: cell.letters for cell in document.engagement.raci_cells} == {
        "P1": "A",
        "P2": "R",
        "P3": "C",
    }
    document.close()


@pytest.mark.parametrize(
    ("present", "letter", "add", "after"),
    [
        ("", "R", False, "R"),
        ("A", "R", False, "R"),
        ("A", "R", True, "AR"),
        ("R", "A", True, "AR"),
        ("AR", "R", True, "A"),
    ],
)
def test_a_letter_replaces_or_joins_or_leaves(present: str, letter: str, add: bool, after: str) -> None:
    assert with_letter(Letters(present), letter, add=add) == after


def test_the_russian_set_reads_other_keys() -> None:
    assert [letter_of(sign, russian=True) for sign in "оИку"] == ["A", "R", "C", "I"]
    assert letter_of("и") is None and letter_of("к") == "R"


def test_pasted_signs_outside_the_set_are_kept_for_the_check() -> None:
    assert pasted_letters([["a + r", "x"], ["С", ""]]) == [["AR", "x"], ["C", ""]]


def test_one_russian_letter_alone_is_no_sheet() -> None:
    assert pasted_letters([["И"]]) == [["И"]]
    assert pasted_letters([["И"]], russian=True) == [["R"]]


def test_names_in_little_room() -> None:
    assert surname("Корнеева Ирина Львовна") == "Корнеева" and surname("Irene Carrow") == "Carrow"
    assert short_name("Корнеева Ирина Львовна") == "Корнеева\N{NO-BREAK SPACE}И.\N{NO-BREAK SPACE}Л."
    for name in ("Ирина Львовна Корнеева", "Ирина Корнеева", "И. Л. Корнеева", "И.Л. Корнеева", "Корнеева И.Л."):
        assert surname(name) == "Корнеева" and short_name(name).startswith("Корнеева\N{NO-BREAK SPACE}И."), name
    assert surname("Дина Петрова-Водкина") == "Петрова-Водкина" and surname("Ли Су") == "Ли"
    assert short_name("Корнеева И.Л.") == "Корнеева\N{NO-BREAK SPACE}И.\N{NO-BREAK SPACE}Л."
    called = {"Корнеева Ирина Львовна": "Ирина Львовна", "Марина Щукина": "Марина", "Irene Carrow": "Irene"}
    assert {name: call_name(name) for name in called} == called and call_name("Корнеева И. Л.") == "Корнеева И. Л."
    named = ("О Сергей", "О Сергей Викторович", "Ю Ин", "Ли Павел", "И Иванов", "И. Иванов")
    assert [surname(name) for name in named] == ["О", "О", "Ю", "Ли", "Иванов", "Иванов"]
    assert short_name("Irene Carrow") == "I.\N{NO-BREAK SPACE}Carrow" and short_name("Анна") == "Анна"


def test_whoever_is_at_the_session_is_in_the_matrix_without_letters_too() -> None:
    people = [Person(id=name, name=name, department_text="Board") for name in ("owner", "absent", "gone")]
    people[2] = replace(people[2], active=False)
    session = Session(id="session", participants=("owner", "gone"))
    view = roles_view(Engagement.of([*people, session]), ViewContext(date(2026, 4, 20)))
    assert [column.id for column in view.columns] == ["owner"]
