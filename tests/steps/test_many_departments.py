"""Eight departments: their answers of day 90 and the client's way stand on one screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.steps.fronts import front_of
from tests.steps.shared_window import take_everything_back
from ui.main_window import FacilitatorWindow
from ui.steps.cooperation.handoffs import HandoffsPage
from ui.steps.followup.again_page import FIRST_CLAIM, AgainPage
from workshop_app.domain.message import Message
from workshop_app.domain.model import Department, Handoff
from workshop_app.services.operations import put_rows


@pytest.fixture
def window(desk: FacilitatorWindow) -> Iterator[FacilitatorWindow]:
    more = [Department(id=f"D{n}", name=f"Отдел снабжения № {n}", short=f"СН{n}", rank=5 + n) for n in range(6)]
    desk.bridge.run(put_rows(Message("new"), more))
    yield desk
    take_everything_back(desk)


def test_eight_departments_answer_again_on_one_screen(window: FacilitatorWindow, qtbot: QtBot) -> None:
    page = front_of(window, "followup", "again", AgainPage)
    table, model = page.table, page.model
    qtbot.waitUntil(lambda: table.viewport().width() > 700)
    shown = [column for column in range(len(model.columns)) if not table.isColumnHidden(column)]
    assert set(range(FIRST_CLAIM, FIRST_CLAIM + 8)) <= set(shown), "every department"
    assert table.visualRect(model.index(0, shown[-1])).right() <= table.viewport().width()
    assert table.columnWidth(0) >= 200, "the activity can be read"


def test_the_way_has_lanes_of_the_departments_in_sight_only(window: FacilitatorWindow) -> None:
    """Nine stages are drawn at a time; departments that come later would only take their height."""
    pairs = [("A", "B"), ("B", "A"), ("A", "B"), ("B", "A"), *((f"D{n}", f"D{n + 1}") for n in range(5))]
    handoffs = [
        Handoff(
            id=f"H9{n}", title=f"Передача {n}", from_department_id=a, to_department_id=b, trigger=f"Повод {n}", rank=n
        )
        for n, (a, b) in enumerate(pairs)
    ]
    window.bridge.run(put_rows(Message("new"), handoffs))
    page = front_of(window, "cooperation", "handoffs", HandoffsPage)
    page.select("H1")
    way = page.way
    seen = {stage.department_id for stage in way._page.way.stages}
    assert way.part() is not None and {department.id for _place, department in way._lanes} == seen
    assert len(seen) < 8
