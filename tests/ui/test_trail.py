"""Alt+W: why something is in a role card, and where a finding went."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.patience import to_front
from tests.ui.conftest import OpenWindow
from ui.dialogs.trail import TrailPanel
from ui.main_window import FacilitatorWindow
from ui.pages.base import Place
from workshop_app.domain.message import Message
from workshop_app.domain.model import Person
from workshop_app.services.operations import put_rows, remove_rows


def panel_of(window: FacilitatorWindow) -> TrailPanel:
    panels = [panel for panel in window.frame.findChildren(TrailPanel) if panel.isVisible()]
    assert len(panels) == 1
    return panels[0]


def ask(window: FacilitatorWindow, qtbot: QtBot) -> TrailPanel:
    to_front(window)
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    return panel_of(window)


def test_from_a_role_card_to_the_decision_and_to_its_place(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    window.go(Place("roles", "cards", None, "P01"))
    panel = ask(window, qtbot)
    lines = list(panel.model.lines)
    decided = next(at for at, line in enumerate(lines) if "→" in line.more)
    panel.table.select(lines[decided].id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.subject.text() == lines[decided].text
    assert [line.id for line in panel.model.lines][:3] == ["work", "finding", "decision"]
    qtbot.keyClick(panel.table, Qt.Key.Key_Backspace)
    assert panel.table.current_id() == lines[decided].id
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    panel.table.select("decision")
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert window.place.step == "audit" and window.place.row_id == lines[decided].id
    assert not [each for each in window.frame.findChildren(TrailPanel) if each.isVisible()]
    table = window.host.page.front.table
    seen = table.viewport().rect()
    qtbot.waitUntil(lambda: seen.contains(table.visualRect(table.currentIndex()).center()))
    window.bridge.run(put_rows(Message("new"), [Person(id="PX", name="Ю Ин", department_id="A")]))
    window.bridge.run(remove_rows(Message("goals"), window.bridge.engagement.goals))
    window.go(Place("roles", "cards", None, "PX"))
    panel = ask(window, qtbot)
    assert panel.nothing.isVisible() and panel.nothing.text().startswith("Для этого сотрудника букв")


def test_from_a_finding_to_the_handoff_that_came_of_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(demo="ru")
    handoff = next(row for row in window.bridge.engagement.handoffs if row.activity_id)
    window.go(Place("audit", "overlay", "activities", handoff.activity_id))
    panel = ask(window, qtbot)
    panel.table.select(handoff.id)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert (window.place.step, window.place.row_id) == ("cooperation", handoff.id)


def test_without_a_subject_it_says_what_to_choose(open_window: OpenWindow) -> None:
    window = open_window(demo="ru")
    window.go(Place("feedback", "pulse"))
    window.actions_list.run("trail")
    assert not window.frame.findChildren(TrailPanel)
    assert window.messages.toast_frame.isVisible()
