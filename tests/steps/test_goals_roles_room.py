"""The room's scenes of competence, goals and roles: nothing is cut on any screen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter

from tests.steps.room_fit import faults_of
from tests.steps.shared_window import take_everything_back
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
from workshop_app.domain.message import Message
from workshop_app.services.operations import change_row
from workshop_app.steps.roles.operations import set_letters


@pytest.mark.parametrize(
    ("scene", "focus"),
    [
        ("goals.competence", Focus("C1")),
        ("goals.competence", Focus("C3", revealed=True)),
        ("goals.goals", Focus("G3")),
        ("roles.matrix", Focus("ACT05", options=(("person", "P10"),))),
        ("roles.matrix", Focus("ACT05", options=(("fold", "position"),))),
        ("roles.cards", Focus("P01")),
        ("roles.cards", Focus("P01", revealed=True)),
    ],
)
def test_nothing_in_the_room_is_cut(desk: FacilitatorWindow, scene: str, focus: Focus) -> None:
    engagement = desk.bridge.engagement
    activity, person = engagement.activity("ACT01"), engagement.person("P01")
    assert activity is not None and person is not None
    desk.bridge.run(set_letters(activity, person, ""))
    assert not list(faults_of(desk, scene, focus))


def test_the_longest_name_leaves_three_people_to_a_page_and_no_word_of_a_department_is_broken(
    desk: FacilitatorWindow,
) -> None:
    engagement = desk.bridge.engagement
    person, department = engagement.person("P02"), engagement.department("A")
    assert person is not None and department is not None
    desk.bridge.run(change_row(Message("x"), person, name="Архангелогородскопреображенский Иван"))
    desk.bridge.run(change_row(Message("x"), department, name="Отдел сопровождения и сервиса"))
    assert not list(faults_of(desk, "roles.matrix", Focus("ACT05", options=(("person", "P02"),))))
    shown = painted(desk, "roles.matrix", Focus("ACT05", options=(("person", "P02"),)))
    assert any("столбцы 1–3 из" in text for text in shown)
    pieces = shown[next(at for at, text in enumerate(shown) if text.startswith("Арханг")) :][:3]
    assert "-".join(piece.removesuffix("-") for piece in pieces).replace("-", "") == "Архангелогородскопреображенский"
    counters = painted(desk, "audit.answers", Focus())
    assert "сопровождения" in " ".join(counters).split()
    take_everything_back(desk)


def painted(window: FacilitatorWindow, scene: str, focus: Focus) -> list[str]:
    """The lines in the room."""
    window.room.put(scene, focus)
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = window.desk.painter.paint(painter, QSizeF(1920, 1080))
    painter.end()
    return [text.replace("\N{NO-BREAK SPACE}", " ") for text in canvas.drawn]
