"""Undo and redo: the row images of each operation, in order, with readable names."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import Message
from workshop_app.storage.capture import RowChange

LIMIT = 500
"""Steps kept; older ones are forgotten."""


@frozen
class HistoryStep:
    """One undo step. Operations with the same ``merge_key`` that follow each other share a step.

    ``unlogged``: table and id of the rows it wrote that never stand in undo (ballots, raw survey answers).
    """

    name: Message
    changes: tuple[RowChange, ...]
    merge_key: Hashable | None = None
    unlogged: frozenset[tuple[str, str]] = frozenset()


class History:
    """The steps that can be undone and redone."""

    def __init__(self) -> None:
        self._done: list[HistoryStep] = []
        self._undone: list[HistoryStep] = []

    @property
    def undo_step(self) -> HistoryStep | None:
        """The step that undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> HistoryStep | None:
        """The step that redo would do again."""
        return self._undone[-1] if self._undone else None

    def record(self, step: HistoryStep) -> None:
        """Remember an operation that has just been done; what was undone can't be redone any more."""
        self._undone.clear()
        last = self.undo_step
        if step.merge_key is not None and last is not None and last.merge_key == step.merge_key:
            changes, unlogged = (*last.changes, *step.changes), last.unlogged | step.unlogged
            self._done[-1] = replace(step, changes=changes, unlogged=unlogged)
            return
        self._done.append(step)
        del self._done[:-LIMIT]

    def undone(self) -> None:
        """The last step has been taken back."""
        self._undone.append(self._done.pop())

    def taken_away(self) -> None:
        """The last step has been taken back for good: what it wrote beside its images is gone."""
        self._done.pop()
        self._undone.clear()

    def redone(self) -> None:
        """The last undone step has been done again."""
        self._done.append(self._undone.pop())

    def end_merge(self) -> None:
        """Later operations start a step of their own, whatever their merge key."""
        if self._done:
            self._done[-1] = replace(self._done[-1], merge_key=None)

    def clear(self) -> None:
        """Forget everything: the file was read again."""
        self._done.clear()
        self._undone.clear()
