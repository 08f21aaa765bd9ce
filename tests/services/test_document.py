"""The document gate: operations, undo and redo, notifications, references, errors."""

from __future__ import annotations

import sqlite3
from decimal import Decimal
from pathlib import Path

import pytest

from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import (
    Activity,
    Department,
    Function,
    Goal,
    Person,
    RaciCell,
    RaciRow,
    Row,
    UnresolvedReference,
)
from workshop_app.services.document import Change, Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.services.history import History, HistoryStep
from workshop_app.services.operations import add_row, change_row, move_row, remove_rows, together
from workshop_app.storage.errors import DamagedFile

NAME = Message(N_("Change of order"))


@pytest.fixture
def document(tmp_path: Path) -> Document:
    made = Document.create(tmp_path / "Test.workshop")
    yield made
    made.close()


def departments(document: Document) -> list[str]:
    return [department.name for department in document.engagement.departments]


def test_rows_are_numbered_ordered_and_reopened(document: Document) -> None:
    for name in ("Sales", "Service", "Marketing"):
        document.run(add_row(NAME, Department(id="", name=name)))
    assert [d.id for d in document.engagement.departments] == ["DEP01", "DEP02", "DEP03"]
    first, _second, third = document.engagement.departments
    document.run(move_row(third, first))
    assert departments(document) == ["Marketing", "Sales", "Service"]
    path = document.file.path
    document.close()
    again = Document.open(path)
    assert departments(again) == ["Marketing", "Sales", "Service"]
    again.close()


@pytest.mark.parametrize(
    ("row", "change"),
    [
        (Activity(id="ACT1", title="Offers"), "UPDATE activities SET existing_rule_confirmed_by = '[[1]]'"),
        (Activity(id="ACT1", title="Offers"), "UPDATE activities SET existing_rule_confirmed_by = '[\"A\", 1]'"),
        (Goal(id="G1", baseline=Decimal(5)), "UPDATE goals SET baseline = 'NaN'"),
        (Goal(id="G1", baseline=Decimal(5)), "UPDATE goals SET confidence = '[true]'"),
        (Goal(id="G1", baseline=Decimal(5)), "UPDATE goals SET deadline = '2026-02-30'"),
    ],
)
def test_content_that_no_program_wrote_is_damage(document: Document, row: Row, change: str) -> None:
    document.run(add_row(NAME, row))
    document.close()
    connection = sqlite3.connect(document.file.path)
    assert connection.execute(change).rowcount == 1
    connection.commit()
    connection.close()
    with pytest.raises(DamagedFile):
        Document.open(document.file.path)


def test_undo_and_redo_have_names_and_restore_everything(document: Document) -> None:
    document.run(add_row(Message(N_("New department")), Department(id="", name="Sales")))
    before = document.engagement
    document.run(change_row(Message(N_("Name")), before.departments[0], name="Sales 1"))
    assert document.undo_step is not None and document.undo_step.name.id == "Name"
    document.undo()
    assert list(document.engagement.all_rows()) == list(before.all_rows())
    assert document.redo_step is not None
    document.redo()
    assert departments(document) == ["Sales 1"]


def test_removing_a_person_releases_every_reference_and_undo_brings_it_back(document: Document) -> None:
    def fill(edit: Edit) -> None:
        edit.add(Department(id="A", name="Sales", head_person_id="P1"))
        edit.add(Person(id="P1", name="Anna", department_id="A"))
        edit.add(Activity(id="ACT1", title="Offers", existing_rule_confirmed_by=("A",)))
        edit.add(Function(id="F1", department_id="A", person_id="P1", text="Offers", hours_per_week=Decimal("1.5")))
        edit.add(RaciRow(id="ACT1", activity_id="ACT1"))
        edit.add(RaciCell(id="ACT1/P1", activity_id="ACT1", person_id="P1", letters="A"))

    document.run(Operation(NAME, fill))
    before = list(document.engagement.all_rows())
    document.run(remove_rows(NAME, [document.engagement.named(Person, "P1")]))
    after = document.engagement
    assert after.departments[0].head_person_id is None
    assert after.functions[0].person_id is None
    assert not after.raci_cells
    document.run(remove_rows(NAME, [after.named(Department, "A")]))
    assert document.engagement.activities[0].existing_rule_confirmed_by == ()
    document.undo()
    document.undo()
    assert list(document.engagement.all_rows()) == before
    path = document.file.path
    document.close()
    again = Document.open(path)
    assert list(again.engagement.all_rows()) == before
    again.close()


def test_listeners_hear_which_rows_changed(document: Document) -> None:
    heard: list[Change] = []
    stop = document.subscribe(heard.append)
    document.run(add_row(NAME, Department(id="", name="Sales")))
    document.undo()
    stop()
    document.redo()
    assert [(change.kind, change.ids(Department)) for change in heard] == [
        ("run", frozenset({"DEP01"})),
        ("undo", frozenset({"DEP01"})),
    ]


def test_a_failing_operation_changes_nothing(document: Document) -> None:
    def fail(edit: Edit) -> None:
        edit.add(Department(id="A", name="Sales"))
        raise ProblemError(Message(N_("Name")))

    with pytest.raises(ProblemError):
        document.run(Operation(NAME, fail))
    assert not document.engagement.departments
    assert document.undo_step is None


def test_merged_operations_are_one_undo_step(document: Document) -> None:
    document.run(add_row(NAME, Department(id="", name="Sales")))
    for text in ("a", "ab", "abc"):
        document.run(change_row(NAME, document.engagement.departments[0], merge_key="drag", name=text))
    document.end_merge()
    document.run(change_row(NAME, document.engagement.departments[0], merge_key="drag", name="new"))
    document.undo()
    assert departments(document) == ["abc"]
    document.undo()
    assert departments(document) == ["Sales"]
    document.undo()
    assert departments(document) == [] and document.undo_step is None
    for shown in ("Sales", "abc", "new"):
        document.redo()
        assert departments(document) == [shown]
    assert document.redo_step is None


def test_a_move_has_a_name_of_its_own_or_the_common_one(document: Document) -> None:
    for name in ("Sales", "Service"):
        document.run(add_row(NAME, Department(id="", name=name)))
    for given, shown in ((None, "Change of order"), (Message("Order of departments"), "Order of departments")):
        first, second = document.engagement.departments
        document.run(move_row(second, first, given))
        assert document.undo_step is not None and document.undo_step.name.id == shown


def test_several_operations_are_one_undo_step(document: Document) -> None:
    parts = [add_row(NAME, Department(id="", name=name)) for name in ("Sales", "Service")]
    document.run(together(Message("Two departments"), parts))
    assert departments(document) == ["Sales", "Service"]
    document.undo()
    assert departments(document) == [] and document.undo_step is None


def test_what_is_done_after_an_undo_can_not_be_redone_over(document: Document) -> None:
    document.run(add_row(NAME, Department(id="", name="Sales")))
    document.run(change_row(NAME, document.engagement.departments[0], name="Service"))
    document.undo()
    document.run(change_row(NAME, document.engagement.departments[0], name="Sales 1"))
    assert document.redo_step is None
    document.undo()
    assert departments(document) == ["Sales"]


def test_the_last_five_hundred_steps_can_be_taken_back() -> None:
    history = History()
    steps = [HistoryStep(Message(str(number)), ()) for number in range(501)]
    for step in steps:
        history.record(step)
    taken_back = []
    while history.undo_step is not None:
        taken_back.append(history.undo_step)
        history.undone()
    assert taken_back == steps[:0:-1]


def test_a_workshop_open_for_reading_is_never_changed(document: Document) -> None:
    document.run(add_row(NAME, Department(id="", name="Sales")))
    document.close()
    before = document.file.path.read_bytes()
    shown = Document.open(document.file.path, read_only=True)
    assert shown.read_only and departments(shown) == ["Sales"]
    with pytest.raises(ProblemError, match="open for reading only"):
        shown.run(add_row(NAME, Department(id="", name="Service")))
    assert departments(shown) == ["Sales"] and shown.undo_step is None
    shown.close()
    assert document.file.path.read_bytes() == before


def test_a_choice_resolves_an_unknown_reference(document: Document) -> None:
    def fill(edit: Edit) -> None:
        edit.add(Person(id="P1", name="Anna"))
        edit.add(Function(id="F1", text="Offers"))
        edit.add(UnresolvedReference(id="U1", object_table="functions", object_id="F1", field="person_id", text="P99"))

    document.run(Operation(NAME, fill))
    assert document.engagement.unresolved("functions", "F1", "person_id")[0].text == "P99"
    document.run(change_row(NAME, document.engagement.functions[0], person_id="P1"))
    assert not document.engagement.unresolved_references


def test_many_rows_moved_between_two_neighbours_keep_their_order(document: Document) -> None:
    def fill(edit: Edit) -> None:
        edit.add(Department(id="A", name="A"))
        edit.add(Department(id="B", name="B"))
        for number in range(40):
            row = edit.add(Department(id=f"X{number:02}", name=f"X{number:02}"))
            edit.move(row, edit.engagement.named(Department, "B"))

    document.run(Operation(NAME, fill))
    assert departments(document) == ["A", *(f"X{number:02}" for number in range(40)), "B"]
