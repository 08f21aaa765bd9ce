"""Voting where the ledger answers one of the questions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.steps.fronts import front_of
from tests.ui.conftest import OpenWindow
from ui.steps.goals.competence import CompetencePage
from workshop_app.exchange.ledger_loading import plan_ledger

LEDGER = Path(__file__).parents[2] / "resources" / "demo" / "ledger_ru.csv"


def test_enter_passes_over_the_question_that_the_ledger_answers(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    page = front_of(window, "goals", "competence", CompetencePage)
    page.set_revealed(False)

    def walked(steps: int) -> list[tuple[int, str | None]]:
        page.grid.choose(1, page.model.column_of("C1"))
        found = []
        for _ in range(steps):
            qtbot.keyClick(page.table, Qt.Key.Key_Return)
            found.append((page.table.currentIndex().row(), page.focus_id()))
        return found

    assert walked(2) == [(2, "C1"), (3, "C1")]
    plan_ledger(window.bridge.engagement, LEDGER).load(window.bridge.document)
    qtbot.waitUntil(window.tasks.idle)
    assert walked(5) == [(3, "C1"), (4, "C1"), (5, "C1"), (6, "C1"), (1, "C2")]
