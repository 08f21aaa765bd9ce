"""Going on with the same work in another window: a copy where the file takes nothing, or the file taken over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from ui.unsaved_typing import put_back, typed_in

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow


def hand_over(old: FacilitatorWindow, new: FacilitatorWindow) -> None:
    """Place, clock, room, and whatever stands in fields and was not taken: nothing has to be typed twice."""
    typed = typed_in(old.host.page)
    new.go(old.place)
    new.timer.go_on_from(old.timer)
    new.quick_add.take_over(old.quick_add)
    QTimer.singleShot(0, new, lambda: put_back(new.host.page, typed, over=True))  # its fields are shown then
    if old.desk.audience.shown:
        new.desk.audience.show()
    old.close()
