"""The program ends while people answer alone: what was handed in waits in the file, unseen, and no undo knows it."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.workshop.killing import run_and_kill
from workshop_app.domain.model import Answer, Claim
from workshop_app.services.document import Document
from workshop_app.steps.turns import tallies

ANSWERING = """
import pathlib, sys
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from tests.ui.typing import type_text
from ui.application import Application
from ui.pages.base import Place
from workshop_app.exchange.demo import write_demo
from workshop_app.domain.message import Message
from workshop_app.services.operations import remove_rows
from workshop_app.services.preferences import Preferences
app = QApplication([])
program = Application(app, Preferences(pathlib.Path(sys.argv[1])))
path = pathlib.Path(sys.argv[2])
write_demo(path, "ru")
program.show_file(path)
window = program.windows[0]
engagement = window.bridge.engagement
window.bridge.run(remove_rows(Message("fewer"), [*engagement.activities[2:], *engagement.claims]))
window.activateWindow()
window.go(Place("audit", "overlay"))
app.processEvents()
desk = window.host.page.front.in_turn.desk
desk.begin()
panel = desk.panel
panel.modes.set_current("alone")
panel.modes.chosen.emit("alone")
QTest.keyClick(panel, Qt.Key.Key_Return)
def sit(keys):
    QTest.keyClick(panel.flow, Qt.Key.Key_Return)
    sheet = panel.flow.sheet
    type_text(sheet, keys)
    return sheet
for keys in ("12", "11"):
    sheet = sit(keys)
    while sheet.isVisible():
        QTest.keyClick(sheet, Qt.Key.Key_Return)
sit("3")
print(window.bridge.document.undo_step.name.id, flush=True)
app.exec()
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_answers_of_single_people_wait_after_the_program_is_killed(tmp_path: Path) -> None:
    path, step = run_and_kill(ANSWERING, tmp_path)
    assert step == "fewer", "what undo would take back is the step before people sat down"
    document = Document.open(path)
    engagement = document.engagement
    first = engagement.departments[0].id
    one, two = (activity.id for activity in engagement.activities)
    waiting = tallies(engagement)[first]
    assert waiting.people == 2, "the sheet that was not handed in is gone"
    said = {activity: [code for code, _others in given] for activity, given in waiting.answers.items()}
    assert said == {one: [Answer.WE, Answer.WE], two: [Answer.THEY, Answer.WE]}, "in the order of text"
    assert not engagement.rows(Claim), "the department has no answer yet"
    assert document.undo() is None and document.redo() is None
    document.close()
    assert holding(path, "they:") == ["sealed_answers"], "no history of the file tells what was added last"


def holding(path: Path, text: str) -> list[str]:
    """The tables of a file in which a text stands."""
    with closing(sqlite3.connect(path)) as file:
        tables = [name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return [name for name in tables if text in str(file.execute(f"SELECT * FROM [{name}]").fetchall())]
