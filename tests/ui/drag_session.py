"""Rows and cards dragged with the mouse under a real X server: run by ``test_drag`` in a process.

``python -m tests.ui.drag_session FOLDER`` prints the faults as a JSON list; empty = all went well.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.demo_files import demo_file
from tests.patience import SECONDS
from ui.application import Application
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from ui.steps.goals.goal_tile import GoalTile
from ui.steps.plan.actions_page import ActionsPage
from ui.steps.prepare.people import PeoplePage
from ui.steps.prepare.people_table import NAME
from ui.widgets.card import SelectableCard
from ui.widgets.row_drag import RowDragTable
from workshop_app.domain.model import Action
from workshop_app.services.preferences import Preferences

MOVE_MS, SETTLE_MS = 30, 400
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def soon(true: Callable[[], bool]) -> bool:
    """Wait until it is true, on a slow machine too."""
    for _turn in range(SECONDS * 1000 // MOVE_MS):
        if true():
            return True
        QTest.qWait(MOVE_MS)
    return False


class Hand:
    """The mouse in a window: ``drag`` presses, moves step by step, looks, then lets go or presses Escape."""

    def __init__(self, window: FacilitatorWindow) -> None:
        self._window = window

    def at(self, widget: QWidget, point: QPoint) -> QPoint:
        return widget.mapTo(self._window, point)

    def drag(self, start: QPoint, end: QPoint, look: Callable[[], object] = lambda: None, *, give_up: bool) -> None:
        handle = self._window.windowHandle()
        QTest.mousePress(handle, LEFT, NONE, start)
        ended: list[bool] = []
        way = [start + (end - start) * part / 6 for part in range(1, 7)] + [end + QPoint(1, 0), end]

        def step() -> None:
            if way:
                QTimer.singleShot(MOVE_MS, step)  # first: the move that begins the drag returns when it has ended
                QTest.mouseMove(handle, way.pop(0))
                return
            look()
            if give_up:
                QTest.keyClick(handle, Qt.Key.Key_Escape)
            QTest.mouseRelease(handle, LEFT, NONE, end)
            ended.append(True)

        QTimer.singleShot(MOVE_MS, step)
        soon(lambda: bool(ended))
        QTest.qWait(SETTLE_MS)


def row_at(table: RowDragTable, row: int, below: int = 0) -> QPoint:
    return table.visualRect(table.model().index(row, NAME)).center() + QPoint(0, below)


def people(hand: Hand, window: FacilitatorWindow) -> list[str]:
    """A person before another, given up, and to another department."""
    window.go(Place("prepare", "people"))
    QTest.qWait(SETTLE_MS)
    page = window.host.page.front
    assert isinstance(page, PeoplePage)
    table, port, faults = page.table, page.table.viewport(), []
    ids = [person.id for person in window.bridge.engagement.people]
    gaps: list[int | None] = []
    end = hand.at(port, row_at(table, 2, 6))
    hand.drag(hand.at(port, row_at(table, 0)), end, lambda: gaps.append(table.gap), give_up=True)
    if [person.id for person in window.bridge.engagement.people] != ids or gaps != [3]:
        faults.append(f"given up: {gaps}")
    hand.drag(hand.at(port, row_at(table, 0)), end, give_up=False)
    if not soon(lambda: [p.id for p in window.bridge.engagement.people][:3] == [ids[1], ids[2], ids[0]]):
        faults.append("the row did not go below the third one")
    if table.gap is not None or table.current_id() != ids[0]:
        faults.append("the line stays, or another row is the current one")
    card = page.departments.cards.findChildren(SelectableCard)[2]
    hand.drag(hand.at(port, row_at(table, 0)), hand.at(card, card.rect().center()), give_up=False)
    other = window.bridge.engagement.departments[1].id
    if not soon(lambda: window.bridge.engagement.person(ids[1]).department_id == other):
        faults.append("the person did not go to the other department")
    return faults


def goals(hand: Hand, window: FacilitatorWindow) -> list[str]:
    """A goal to the place of the next one."""
    window.go(Place("goals", "goals"))
    QTest.qWait(SETTLE_MS)
    ids = [goal.id for goal in window.bridge.engagement.goals]
    one, other = [tile for tile in window.host.findChildren(GoalTile) if tile.isVisible()][:2]
    hand.drag(hand.at(one, QPoint(60, 12)), hand.at(other, other.rect().center()), give_up=False)
    moved = soon(lambda: [goal.id for goal in window.bridge.engagement.goals][:2] == [ids[1], ids[0]])
    return [] if moved else ["the goal did not move"]


def plan(hand: Hand, window: FacilitatorWindow) -> list[str]:
    """An action to another person."""
    window.go(Place("plan", "actions"))
    QTest.qWait(SETTLE_MS)
    page = window.host.page.front
    assert isinstance(page, ActionsPage)
    lines, port = page.model.lines, page.table.viewport()
    second = next(row for row, line in enumerate(lines) if line.action is None and row)
    moved, first = lines[1].action, lines[second + 1].action
    assert moved is not None and first is not None
    end = hand.at(port, row_at(page.table, second + 1, -8))
    hand.drag(hand.at(port, row_at(page.table, 1)), end, give_up=False)
    given = window.bridge.engagement.named(Action, moved.id)
    return [] if given.owner_id == first.owner_id != moved.owner_id else ["the action did not go to the other person"]


def main() -> None:
    """Drag, look, give up, drag."""
    folder = Path(sys.argv[1])
    app = QApplication([])
    preferences = Preferences(folder / "config")
    preferences.change(language="ru", theme="light")
    window = Application(app, preferences).show_file(demo_file(folder / "Demo.workshop"))
    window.setGeometry(20, 60, 1366, 768)
    QTest.qWait(2 * SETTLE_MS)
    hand = Hand(window)
    faults = [*people(hand, window), *goals(hand, window), *plan(hand, window)]
    window.close()
    print(json.dumps(faults, ensure_ascii=False))  # noqa: T201  (read by the test)


if __name__ == "__main__":
    main()
