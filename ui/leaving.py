"""Leaving a workshop: everything typed is written down first; what the file did not take is said before it is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from ui.main_window import FacilitatorWindow


class Leaving(QObject):
    """How one window is left."""

    def __init__(self, window: FacilitatorWindow) -> None:
        super().__init__(window)
        self._window = window
        self._said = False
        window.saved.recovered.connect(self._forget)

    def keep_all(self) -> None:
        """The field that has the keys commits, and so does the quick line: into the parking."""
        self._window.keep_field()
        self._window.quick_add.keep()

    def may_go(self) -> bool:
        """A person closes the window: False, once, where the last change is not in the file."""
        self.keep_all()
        window = self._window
        if window.saved.failure is None or self._said:
            return True
        self._said = True
        _ = window.words
        text = _("The last change is not saved. Choose a place for a copy, or close again to go without it.")
        window.messages.problem(text, ((_("Choose a place …"), lambda: window.actions_list.run("copy")),))
        return False

    def _forget(self, _failure: object) -> None:
        self._said = False
