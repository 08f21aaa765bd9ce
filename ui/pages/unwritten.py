"""A record that was just added and of which nothing has been written yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.bridge import DocumentBridge
    from workshop_app.domain.model import Row
    from workshop_app.services.history import HistoryStep


class Unwritten:
    """Goes again when it is left as it was made; whatever else was done since stays, the record then too."""

    def __init__(self, bridge: DocumentBridge) -> None:
        self._bridge = bridge
        self._made: tuple[Row, HistoryStep | None] | None = None

    def begin(self, made: Row) -> None:
        """The record that the last step added."""
        self._made = made, self._bridge.document.undo_step

    def drop(self) -> None:
        """Take the record back if it is as it was made and nothing was done after it."""
        kept, self._made = self._made, None
        if kept is None:
            return
        made, step = kept
        if self._bridge.document.undo_step is step and self._bridge.engagement.get(type(made), made.id) == made:
            self._bridge.undo()
