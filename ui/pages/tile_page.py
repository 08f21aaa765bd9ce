"""A sub-step whose records stand as tiles; the one that is edited becomes its form."""

from __future__ import annotations

from typing import Generic, TypeVar

from ui.pages.stepped import SubPage
from ui.pages.tiles import TileArea
from ui.widgets.form_card import FormCard
from workshop_app.domain.model import Row
from workshop_app.services.document import Operation
from workshop_app.services.operations import move_row

R = TypeVar("R", bound=Row)


class TilePage(SubPage, Generic[R]):
    """The records of one table of the file in ``area``; sub-classes make it and call ``connect_area``."""

    row_type: type[R]
    area: TileArea

    def connect_area(self) -> None:
        """What the tiles and forms want is done here."""
        self.area.wanted.connect(self.run)
        self.area.current_changed.connect(self.tell_moved)
        self.area.put_before.connect(self._move)
        self.area.remove_wanted.connect(self._remove)
        self.area.end_reached.connect(self.past_the_end)

    def record(self, row_id: str | None) -> R | None:
        """The record of a tile."""
        return self.page.engagement.get(self.row_type, row_id or None)

    def removal(self, record: R) -> Operation:
        """The operation that deletes a record."""
        raise NotImplementedError  # each page has its own

    def past_the_end(self) -> None:
        """The arrows have walked past the last tile."""
        self.add_new()

    def open_newest(self) -> FormCard | None:
        """Edit the record that was made last."""
        made = self.page.engagement.rows(self.row_type)[-1].id
        self.area.edit(made)
        return self.area.cells[made].form

    def _move(self, row_id: str, before: str) -> None:
        record = self.record(row_id)
        if record is not None:
            self.run(move_row(record, self.record(before)))

    def _remove(self, row_id: str) -> None:
        record, place = self.record(row_id), list(self.area.cells).index(row_id)
        if record is not None and self.run_and_tell(self.removal(record)):
            self.area.after_removal(place)

    def select(self, row_id: str | None) -> None:
        """A record's tile."""
        self.area.select(row_id)

    def focus_id(self) -> str | None:
        """The current record."""
        return self.area.current
