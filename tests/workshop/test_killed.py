"""The program is killed while people type: everything that was typed is in the file, and the start window says so."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.workshop.killing import run_and_kill
from workshop_app.services.document import Document
from workshop_app.storage.open_marks import not_closed

TYPING = """
import pathlib, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.typing import type_text
from ui.application import Application
from ui.pages.base import Place
from workshop_app.services.preferences import Preferences
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
program.begin(pathlib.Path(sys.argv[2]), "two_sales")
window = program.windows[0]
window.activateWindow()
window.go(Place("audit", "collect"))
entry = window.host.page.front.columns[0].entry.text
for text in ("Продление договоров", "Приём заявок", "Выставление счетов"):
    entry.setFocus()
    type_text(entry, text)
    QTest.keyClick(entry, Qt.Key.Key_Return)
    app.processEvents()
print("typed", flush=True)
app.exec()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_nothing_typed_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    path, said = run_and_kill(TYPING, tmp_path)
    assert said == "typed"
    assert [mark.document for mark in not_closed()] == [path]
    document = Document.open(path)
    texts = [function.text for function in document.engagement.functions]
    assert texts == ["Продление договоров", "Приём заявок", "Выставление счетов"]
    document.close()
