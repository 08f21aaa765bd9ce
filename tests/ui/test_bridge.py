"""What pages are told of a document: one day, checks and figures of its present state, undo and redo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.bridge import DocumentBridge
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Department
from workshop_app.services.document import Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import add_row, change_row


@pytest.fixture
def bridge(qapp: QApplication, tmp_path: Path) -> Iterator[DocumentBridge]:
    made = DocumentBridge(Document.create(tmp_path / "Plan.workshop"))
    yield made
    if not made.document.is_closed:
        made.close()


def rules(bridge: DocumentBridge) -> set[str]:
    return {result.check.id for result in bridge.check_results}


class Calendar(date):
    """A calendar whose today is set."""

    now = date(2026, 3, 31)

    @classmethod
    def today(cls) -> date:
        return cls.now


def test_all_look_from_today_and_midnight_is_noticed(bridge: DocumentBridge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.bridge.date", Calendar)
    bridge.run(change_row(Message("day"), bridge.engagement.company, as_of=None))
    for day in (date(2026, 3, 31), date(2026, 4, 1)):
        monkeypatch.setattr(Calendar, "now", day)
        assert bridge.as_of == bridge.view_context.as_of == day


def test_all_look_from_the_day_of_the_document_where_it_has_one(bridge: DocumentBridge) -> None:
    for day in (date(2026, 2, 10), date(2026, 5, 11)):
        bridge.run(change_row(Message("day"), bridge.engagement.company, as_of=day))
        assert bridge.as_of == bridge.view_context.as_of == day
    assert bridge.view_context is bridge.view_context, "made once for a day"


def test_checks_are_those_of_the_present_state_and_run_once_for_it(bridge: DocumentBridge) -> None:
    before = rules(bridge)
    assert "FUP-01" in before and bridge.check_results is bridge.check_results
    bridge.run(add_row(Message("department"), Department(id="", name="Sales")))
    after = rules(bridge)
    assert after != before
    bridge.undo()
    assert rules(bridge) == before
    bridge.redo()
    assert rules(bridge) == after and [row.name for row in bridge.engagement.departments] == ["Sales"]


def test_what_can_not_be_done_is_told_and_changes_nothing(bridge: DocumentBridge) -> None:
    told: list[Message] = []
    bridge.problem.connect(told.append)

    def refuse(edit: Edit) -> None:
        edit.add(Department(id="", name="Sales"))
        raise ProblemError(Message("Not this way."))

    assert bridge.run(Operation(Message("department"), refuse)) is None
    assert [message.id for message in told] == ["Not this way."] and not bridge.engagement.departments


def test_saved_is_said_of_what_is_on_the_disk_only(bridge: DocumentBridge) -> None:
    said: list[object] = []
    bridge.saving.connect(lambda: said.append("saving"))
    bridge.settled.connect(said.append)
    bridge.run(add_row(Message("department"), Department(id="", name="Sales")))
    bridge.undo()
    bridge.undo()
    assert said == ["saving", True, "saving", True, "saving", None]


def test_what_another_program_wrote_is_followed_once(bridge: DocumentBridge) -> None:
    heard: list[str] = []
    bridge.followed.connect(lambda: heard.append("followed"))
    bridge.changed.connect(lambda change: heard.append(change.kind))
    bridge.follow()
    assert heard == []
    other = Document.open(bridge.document.file.path)
    other.run(add_row(Message("department"), Department(id="", name="Sales")))
    other.close()
    bridge.follow()
    bridge.follow()
    assert heard == ["reload", "followed"] and [row.name for row in bridge.engagement.departments] == ["Sales"]
    bridge.close()
    bridge.follow()
    assert heard == ["reload", "followed"]
