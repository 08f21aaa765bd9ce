"""The system ends the program while somebody types: what stands in the field is saved, and the file is closed well."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from tests.ui.typing import type_text
from tests.workshop.killing import run_and_end
from ui.application import Application
from ui.steps.prepare.company import CompanyPage
from workshop_app.services.document import Document
from workshop_app.storage.open_marks import not_closed

TYPING = """
import pathlib, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever runs the tests in the background ignores it
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from tests.ui.typing import type_text
from ui.application import run
from ui.pages.base import Place
from workshop_app.services.document import Document
app = QApplication([])
path = pathlib.Path(sys.argv[2])
Document.create(path).close()
def type_it():
    (window,) = [shown for shown in QApplication.topLevelWidgets() if shown.objectName() == "facilitator_window"]
    window.activateWindow()
    window.go(Place("prepare", "company"))
    field = window.host.page.front.company
    field.setFocus()
    type_text(field, "Ромашка")
    print("typed", flush=True)
QTimer.singleShot(0, type_it)
sys.exit(run(str(path), []))
"""


ASKED_BY = (
    "SIGTERM",
    pytest.param("SIGINT", marks=pytest.mark.slow),
    pytest.param("SIGHUP", marks=pytest.mark.slow),
)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ASKED_BY)
def test_a_program_that_is_asked_to_end_saves_and_closes(tmp_path: Path, name: str) -> None:
    path, said, code = run_and_end(TYPING, tmp_path, signal.Signals[name])
    assert (said, code) == ("typed", 0)
    assert [left.name for left in tmp_path.glob("*Killed*")] == [path.name], "no lock, no journal"
    assert not list(tmp_path.glob(".*")) and not not_closed()
    document = Document.open(path)
    assert document.engagement.company.name == "Ромашка"
    document.close()


def test_before_a_logout_the_typed_is_saved_and_the_keys_stay(open_window: OpenWindow, program: Application) -> None:
    window = open_window()
    window.activateWindow()
    QApplication.processEvents()
    field = front_of(window, "prepare", "company", CompanyPage).company
    field.setFocus()
    type_text(field, "Ромашка")
    program.keep_typed()
    assert window.bridge.engagement.company.name == "Ромашка" and window.focusWidget() is field
