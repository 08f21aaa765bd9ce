"""Nothing half-typed is lost, however a workshop is left: closed, ended by the system, gone on with in a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from ui.application import Application
from ui.files import FileCommands
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.prepare.company import CompanyPage
from workshop_app.domain.model import NoteKind
from workshop_app.services.document import Document
from workshop_app.storage.errors import DiskFull


def notes_in(path: Path) -> list[tuple[NoteKind, str]]:
    document = Document.open(path)
    found = [(note.kind, note.text) for note in document.engagement.notes]
    document.close()
    return found


@pytest.fixture
def full_disk(monkeypatch: pytest.MonkeyPatch) -> Callable[[FacilitatorWindow], None]:
    def fill(window: FacilitatorWindow) -> None:
        path = window.bridge.document.file.path

        def refuse(_operation: object) -> None:
            raise DiskFull(path)

        monkeypatch.setattr(window.bridge.document, "run", refuse)

    return fill


def test_before_a_logout_a_line_that_is_being_typed_waits_in_the_parking_once(
    open_window: OpenWindow, program: Application, tmp_path: Path
) -> None:
    window = open_window()
    window.activateWindow()
    window.quick_add.come()
    type_text(window.quick_add.line, "Общая очередь @Ив")
    program.keep_typed()
    assert window.quick_add.line.text() == "" and window.messages.toast_frame.isVisible()
    window.close()
    assert notes_in(tmp_path / "Test.workshop") == [(NoteKind.PARKING, "Общая очередь @Ив")]


def test_the_work_goes_on_in_a_copy_with_all_that_was_typed(
    open_window: OpenWindow, program: Application, tmp_path: Path, full_disk: Callable[[FacilitatorWindow], None]
) -> None:
    window = open_window(demo="ru")
    window.activateWindow()
    QApplication.processEvents()
    window.go(Place("audit"))
    window.timer.start(20)
    field = front_of(window, "prepare", "company", CompanyPage).company
    window.timer.start(20)
    field.setFocus()
    field.clear()
    full_disk(window)
    type_text(field, "Ромашка и партнёры")
    window.quick_add.choose("idea")
    type_text(window.quick_add.line, "Общая очередь")
    window.desk.audience.show()
    files = window.files
    assert isinstance(files, FileCommands) and window.saved.failure is not None
    files.save_copy_to(tmp_path / "Copy.workshop")
    QApplication.processEvents()
    (copy,) = program.windows
    assert copy.place == Place("prepare", "company")
    assert copy.timer.running and copy.timer.planned == 20 * 60
    assert copy.desk.audience.shown
    assert (copy.quick_add.kinds.current(), copy.quick_add.line.text()) == ("idea", "Общая очередь")
    assert front_of(copy, "prepare", "company", CompanyPage).company.text() == "Ромашка и партнёры"
    copy.close()
    document = Document.open(tmp_path / "Copy.workshop")
    assert document.engagement.company.name == "Ромашка и партнёры"
    assert [note.text for note in document.engagement.notes][-1] == "Общая очередь"
    document.close()


def test_closing_says_first_that_the_last_change_is_not_in_the_file(
    open_window: OpenWindow, program: Application, full_disk: Callable[[FacilitatorWindow], None]
) -> None:
    window = open_window(demo="ru")
    full_disk(window)
    window.quick_add.line.setText("Общая очередь")
    window.actions_list.run("close")
    assert program.windows == [window] and program.start is None
    assert "ещё раз" in window.messages.banner.text.text()
    assert window.quick_add.line.text() == "Общая очередь"
    window.actions_list.run("close")
    assert not program.windows and program.start is not None
    program.start.close()
