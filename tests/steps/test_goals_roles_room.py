"""The room's scenes of competence, goals and roles: nothing is cut on any screen."""

from __future__ import annotations

import pytest

from tests.steps.room_fit import faults_of
from ui.audience.scene import Focus
from ui.main_window import FacilitatorWindow
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
