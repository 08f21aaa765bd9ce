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
    made.close()


def rules(bridge: DocumentBridge) -> set[str]:
    return {result.check.id for result in bridge.check_results}


def test_all_look_from_the_day_of_the_document_else_from_today(bridge: DocumentBridge) -> None:
    assert bridge.as_of in (date.today(), bridge.view_context.as_of)
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
