"""When the session is: one date, or the dates of a series in a small grid."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import WindowContext
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from workshop_app.domain.model import Session, SessionFormat
from workshop_app.domain.schedule import FORMATS
from workshop_app.steps.prepare.company import dates_of, weekly

MOST_MEETINGS = 8


class SessionDates(QWidget):
    """``chosen`` carries the dates: none, one, or those of a series.

    The first date of a series sets all its meetings, one a week; each can be moved, emptied, or another one added.
    """

    chosen = Signal(tuple)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._fields: list[LabeledField] = []
        self._dates: tuple[date | None, ...] = ()
        self._series = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)

    def show_session(self, session: Session) -> None:
        """The dates of the document."""
        self._series = session.format is SessionFormat.SERIES
        if self._series:
            known = dates_of(session)
            more = (None,) if len(known) < MOST_MEETINGS else ()
            self._dates = (*known, *more)
        else:
            self._dates = (session.date,)
        self._make(len(self._dates))
        for place, day in enumerate(self._dates):
            labeled = self._fields[place]
            labeled.setVisible(True)
            labeled.label.setText(self._label(place))
            self.field(place).set_current(day)
        for labeled in self._fields[len(self._dates) :]:
            labeled.setVisible(False)

    def field(self, place: int) -> DateField:
        """The field of a meeting, counted from 0."""
        found = self._fields[place].field
        assert isinstance(found, DateField)
        return found

    def _make(self, count: int) -> None:
        context = self._context
        while len(self._fields) < count:
            place = len(self._fields)
            made = DateField(context.theme, context.icons, context.words, context.bridge.as_of)
            made.chosen.connect(lambda day, place=place: self._choose(place, day))
            labeled = LabeledField(self._label(place), made, context.theme)
            self._fields.append(labeled)
            self._grid.addWidget(labeled, place // 2, place % 2)

    def _label(self, place: int) -> str:
        _ = self._context.words
        if not self._series:
            return _("Date of the session")
        if place == 0 and len(self._dates) == 1:
            return _("First meeting, then weekly")
        if self._dates and self._dates[-1] is None and place == len(self._dates) - 1:
            return _("One more meeting")
        return _("Meeting {n}", n=place + 1)

    def _choose(self, place: int, day: date | None) -> None:
        if not self._series:
            self.chosen.emit((day,) if day else ())
            return
        first = len(self._dates) == 1 and day is not None
        if first and day is not None:
            self.chosen.emit(weekly(day, FORMATS[SessionFormat.SERIES].meetings))
            return
        kept = [*self._dates[:place], day, *self._dates[place + 1 :]]
        self.chosen.emit(tuple(known for known in kept if known is not None))
