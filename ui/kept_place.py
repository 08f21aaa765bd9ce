"""Keeps where the facilitator was: a workshop that is opened again, after a crash too, is open at that place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.pages.base import Place
from ui.step_status import steps_on
from workshop_app.services.preferences import Preferences
from workshop_app.services.recent import note_place, recent_workshops

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow


class KeptPlace(QObject):
    """Of one window, in the person's own settings: step and sub-step. A plan in follow-up opens at the follow-up."""

    def __init__(self, window: FacilitatorWindow, preferences: Preferences, workshop: Path) -> None:
        super().__init__(window)
        self._preferences, self._workshop = preferences, workshop
        kept = next((each.place for each in recent_workshops(preferences) if each.path == workshop), "")
        steps = [step.id for step in steps_on(window.bridge.engagement)]
        step, _dot, sub_step = kept.partition(".")
        if step in steps and window.place.step == steps[0]:
            window.place = Place(step, sub_step or None)
        self._kept = kept
        window.moved.connect(self._keep)

    def _keep(self, place: Place) -> None:
        here = f"{place.step}.{place.sub_step}" if place.sub_step else place.step
        if here != self._kept:
            self._kept = here
            note_place(self._preferences, self._workshop, here)
