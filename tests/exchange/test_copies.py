"""A copy to send holds what it says, and nothing else: not in its rows and not in its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.demo_files import example_file
from workshop_app.domain.ledger import LedgerRow
from workshop_app.domain.message import Message
from workshop_app.domain.model import (
    Action,
    Answer,
    Claim,
    Function,
    NamedConfidence,
    Note,
    Person,
    PrivateNote,
    RewardFact,
    Row,
    SealedAnswers,
    SealedConfidence,
    SurveyComment,
    TargetBonus,
    UnresolvedReference,
)
from workshop_app.exchange.copies import CopyChoice, send_copy
from workshop_app.services.document import Document
from workshop_app.services.operations import change_row, put_rows, remove_rows
from workshop_app.storage.errors import NameTaken

NAMED = "Спросить Корнееву, у Зимина и у Гущиной М. С.; КОРНЕЕВА против, Алие Рашидовне сказать"


@pytest.fixture
def document(tmp_path: Path) -> Iterator[Document]:
    opened = Document.open(example_file(tmp_path / "demo.workshop"))
    yield opened
    opened.close()


def put(document: Document, *rows: Row) -> None:
    document.run(put_rows(Message("Test"), rows))


def plant(document: Document) -> None:
    """Words that are easy to find: kept, private, deleted, overwritten and taken back."""
    scheme, person = document.engagement.reward_schemes[-1].id, document.engagement.people[2].id
    put(document, Note(id="N900", text="НУЖНОЕ"), PrivateNote(id="goals", text="ТАЙНОЕ"))
    put(document, Note(id="N901", text="УДАЛЁННОЕ " * 200))
    document.run(remove_rows(Message("Test"), [document.engagement.named(Note, "N901")]))
    put(document, Note(id="N902", text="ПРЕЖНЕЕ"))
    document.run(change_row(Message("Test"), document.engagement.named(Note, "N902"), text="иначе"))
    put(document, Note(id="N903", text="ОТМЕНЁННОЕ"))
    document.undo()
    survey = document.engagement.surveys[-1].id
    put(document, SurveyComment(id="SC900", survey_id=survey, text="ОТЗЫВ"))
    put(document, TargetBonus(id=f"{scheme}/{person}", scheme_id=scheme, person_id=person, amount=Decimal(777123456)))
    put(document, replace(document.engagement.reward_facts[0], fact=Decimal(888123456)))
    put(document, Function(id="F900", text=NAMED, person_id=person))


def loose(document: Document, batch_id: str) -> list[LedgerRow]:
    """The sales of a batch, which stand packed in the file."""
    return [row for sales in document.ledger_rows.sales_of(batch_id) for row in sales.rows()]


def contents(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


def test_a_copy_has_no_history_and_no_private_notes(document: Document, tmp_path: Path) -> None:
    plant(document)
    target = tmp_path / "copy.workshop"
    send_copy(document, target)
    bytes_of = contents(target)
    for word in ("ТАЙНОЕ", "УДАЛЁННОЕ", "ПРЕЖНЕЕ", "ОТМЕНЁННОЕ"):
        assert word not in bytes_of
    for word in ("НУЖНОЕ", "ОТЗЫВ", "777123456", "Корнеева", NAMED):
        assert word in bytes_of
    copy = Document.open(target)
    given = [row for row in document.engagement.all_rows() if not isinstance(row, PrivateNote)]
    assert list(copy.engagement.all_rows()) == given
    ledger = [list(given.ledger_rows.sums().aggregates) for given in (copy, document)]
    assert ledger[0] == ledger[1] != []
    copy.close()
    assert list(tmp_path.glob("*copy*")) == [target]


def test_bonuses_and_answers_stay_at_home_when_asked(document: Document, tmp_path: Path) -> None:
    plant(document)
    target = tmp_path / "copy.workshop"
    send_copy(document, target, CopyChoice.without(["bonuses", "answers"]))
    bytes_of = contents(target)
    for word in ("777123456", "888123456", "ОТЗЫВ"):
        assert word not in bytes_of
    copy = Document.open(target)
    engagement = copy.engagement
    assert not engagement.survey_responses and not engagement.survey_comments
    assert not engagement.target_bonuses and not engagement.rows(RewardFact)
    assert engagement.reward_weights and engagement.surveys and engagement.people[0].name == "Корнеева Ирина Львовна"
    copy.close()


def test_names_of_people_and_clients_are_nowhere_in_the_bytes(document: Document, tmp_path: Path) -> None:
    plant(document)
    clients = set(document.ledger_rows.sums().clients.values())
    target = tmp_path / "copy.workshop"
    send_copy(document, target, CopyChoice.without(["names"]))
    bytes_of = contents(target).casefold()
    names = {part.casefold() for person in document.engagement.people for part in person.name.split()}
    assert not [name for name in names if name in bytes_of]
    for form in ("корнеев", "зимин", "гущин", "рашидовн", "внешний ведущий"):
        assert form not in bytes_of
    assert len(clients) > 50 and not [name for name in clients if name.casefold() in bytes_of]
    copy = Document.open(target)
    assert copy.engagement.people[0].name == "Сотрудник\u00a01"
    asked = copy.engagement.named(Function, "F900")
    assert asked.text.startswith("Спросить Сотрудник\u00a01, у Сотрудник\u00a02 и у Сотрудник\u00a03")
    assert asked.person_id == document.engagement.people[2].id
    sales = [sale for batch in copy.engagement.ledger_batches for sale in loose(copy, batch.id)]
    said = str([sales, *copy.ledger_rows.parts_of("LB01")]).casefold()
    assert not [name for name in (*names, *map(str.casefold, clients)) if name in said]
    assert [sale.cents for sale in sales] == [sale.cents for sale in loose(document, "LB01")]
    assert {(sale.document, sale.manager) for sale in sales} == {(None, None)}
    copy.close()


def test_references_hold_when_ids_are_names(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "a.workshop")
    put(document, Person(id="Ann Moss", name="Ann Moss"), Action(id="X1", title="Ask Ann’s team", owner_id="Ann Moss"))
    send_copy(document, tmp_path / "b.workshop", CopyChoice(names=False))
    document.close()
    assert "Moss" not in contents(tmp_path / "b.workshop")
    copy = Document.open(tmp_path / "b.workshop")
    action = copy.engagement.actions[0]
    assert copy.engagement.person(action.owner_id) == copy.engagement.people[0]
    copy.close()


def test_names_of_people_who_are_not_in_the_list_go_too(tmp_path: Path) -> None:
    document = Document.create(tmp_path / "a.workshop")
    put(
        document,
        Action(id="X1", title="Спросить Сидорова"),
        UnresolvedReference(id="U1", object_table="actions", object_id="X1", field="owner_id", text="Сидоров Пётр"),
    )
    send_copy(document, tmp_path / "b.workshop", CopyChoice(names=False))
    document.close()
    bytes_of = contents(tmp_path / "b.workshop")
    assert "Сидоров" not in bytes_of and "Пётр" not in bytes_of and "Сотрудник" in bytes_of


def test_a_copy_never_writes_over_a_file(document: Document, tmp_path: Path) -> None:
    (tmp_path / "copy.workshop").write_bytes(b"mine")
    with pytest.raises(NameTaken):
        send_copy(document, tmp_path / "copy.workshop")
    assert (tmp_path / "copy.workshop").read_bytes() == b"mine"


def test_unopened_votes_stay_here_and_open_ones_go_along_with_the_names(document: Document, tmp_path: Path) -> None:
    engagement = document.engagement
    goal, activity, department = engagement.goals[0].id, engagement.activities[0].id, engagement.departments[0].id
    put(
        document,
        NamedConfidence(id=f"{goal}/1", goal_id=goal, name="Тайнова", vote=4),
        SealedConfidence(id=goal, goal_id=goal, votes=(1,), names=("Скрытнев",)),
        SealedAnswers(id="s", activity_id=activity, department_id=department, answers=("we:",)),
        Claim(id="c", activity_id=activity, department_id=department, wave=-1, answer=Answer.NOBODY),
    )
    for name, choice in (("whole", CopyChoice()), ("nameless", CopyChoice(names=False))):
        send_copy(document, tmp_path / name, choice)
        copy = Document.open(tmp_path / name)
        assert bool(copy.engagement.named_confidence) is choice.names
        assert not copy.engagement.sealed_confidence and not copy.engagement.sealed_answers
        assert not any(claim.sealed for claim in copy.engagement.claims)
        copy.close()
        assert "Скрытнев" not in contents(tmp_path / name)
        assert ("Тайнова" in contents(tmp_path / name)) is choice.names
