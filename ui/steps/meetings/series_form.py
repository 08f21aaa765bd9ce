"""A series being edited: purpose, rhythm, chair, people, agenda of up to four points, first date, log."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.context import WindowContext
from ui.theme.service import ThemeService
from ui.widgets.controls import CheckBox, ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import ValueField
from ui.widgets.form_card import RecordForm
from ui.widgets.in_place import InPlaceText
from ui.widgets.items_field import ItemsField
from ui.widgets.number_field import NumberField
from ui.widgets.people import PeopleField
from ui.widgets.picker import Picker, person_choices
from ui.widgets.text_field import TextField
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Cadence, Meeting
from workshop_app.i18n import Words
from workshop_app.steps.meetings.operations import change_series
from workshop_app.steps.meetings.view import SeriesCard
from workshop_app.steps.meetings.wording import CADENCES, weekday_name

_CLOCK = re.compile(r"(\d{1,2})(?:[:.\s-]?(\d{2}))?")


def time_of(text: str) -> str | None:
    """«9:15», «9.15», «915», «9» → «09:15»; None for an empty text. ProblemError when it is no time."""
    bare = text.strip()
    if not bare or bare in "—–-":
        return None
    match = _CLOCK.fullmatch(bare)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        raise ProblemError(Message(N_("“{text}” is not a time. Write 9:15."), {"text": bare}))
    return f"{int(match[1]):02d}:{int(match[2] or 0):02d}"


class TimeField(ValueField):
    """``chosen`` carries «HH:MM» or None."""

    def __init__(self, theme: ThemeService, words: Words, name: str) -> None:
        super().__init__(theme, words, "9:15", name)

    def read(self, text: str) -> object:
        """«HH:MM» or None."""
        return time_of(text)

    def show_value(self, value: object) -> str:
        """As it is stored, without a leading zero."""
        return value.removeprefix("0") if isinstance(value, str) else ""


class SeriesForm(RecordForm[Meeting]):
    """Fields that commit by themselves."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_series)
        self._fields()
        self._lay_out()
        self._connect()

    def _fields(self) -> None:
        _ = words = self.context.words
        theme, icons, today = self.context.theme, self.context.icons, self.context.bridge.as_of
        self.title = InPlaceText(theme, "card_title", _("What it is called"), _("Series"), framed=True)
        self.purpose = TextField(theme, _("What does this meeting decide?"), _("Purpose in one line"))
        self.cadence = ChoiceBox(theme, icons, _("How often"))
        self.cadence.set_items([(cadence.value, _(text)) for cadence, text in CADENCES.items()])
        self.minutes = NumberField(theme, words, _("Minutes"), whole=True)
        self.weekday = ChoiceBox(theme, icons, _("Weekday"))
        self.weekday.set_items([("", "—"), *((str(day), weekday_name(day, words)) for day in range(7))])
        self.clock = TimeField(theme, words, _("Time"))
        self.zone = TextField(theme, "Europe/Moscow", _("Time zone"))
        self.first = DateField(theme, icons, words, today, _("First date"))
        self.chair = Picker(theme, icons, words, _("one person, by name"), _("First chair; chairs alternate"))
        self.people = PeopleField(theme, icons, words, _("Participants"))
        self.agenda = ItemsField(theme, _("Agenda, up to four points"), _("one more point"))
        self.log = CheckBox(_("Decisions are logged: decided, who, when"), theme)

    def _lay_out(self) -> None:
        self.add_row(self.title, self.purpose, stretch=(3, 4))
        self.add_row(
            self.cadence, self.minutes, self.first, self.weekday, self.clock, self.zone, stretch=(5, 2, 4, 2, 2, 4)
        )
        who, what = QVBoxLayout(), QVBoxLayout()
        for column, fields in ((who, (self.chair, self.people)), (what, (self.agenda,))):
            column.setSpacing(8)
            for field in fields:
                column.addWidget(self.labeled(field))
            column.addStretch(1)
        self.add_row(who, what)
        foot = QHBoxLayout()
        foot.addWidget(self.log, 1)
        foot.addWidget(self.done_button())
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        self.purpose.committed.connect(partial(self.write_text, "purpose"))
        self.zone.committed.connect(partial(self.write_text, "timezone"))
        self.cadence.picked.connect(lambda key: self.write("cadence", Cadence(key)))
        self.weekday.picked.connect(lambda key: self.write("weekday", int(key) if key else None))
        self.minutes.chosen.connect(lambda value: self.write("duration_min", None if value is None else int(value)))
        self.log.toggled.connect(partial(self.write, "minutes_kept"))
        self.people.changed.connect(partial(self.write, "participants"))
        self.agenda.changed.connect(partial(self.write, "agenda"))
        for field, name in ((self.first, "first_date"), (self.clock, "time"), (self.chair, "owner_id")):
            field.chosen.connect(partial(self.write, name))

    def begin(self) -> None:
        """The title first."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def show_item(self, card: SeriesCard) -> None:
        """Another series, or the same with new values; what is being typed stays."""
        self.record = meeting = card.meeting
        engagement = self.context.bridge.engagement
        self.title.set_value(meeting.title)
        self.purpose.set_value(meeting.purpose or "")
        self.zone.set_value(meeting.timezone or "")
        self.cadence.set_current(meeting.cadence.value)
        weekday = card.rhythm.weekday if card.rhythm else meeting.weekday
        self.weekday.set_current("" if weekday is None else str(weekday))
        self.minutes.set_current(None if meeting.duration_min is None else Decimal(meeting.duration_min))
        self.clock.set_current(meeting.time)
        self.first.set_current(meeting.first_date)
        self.chair.set_choices(person_choices(engagement, "—"))
        self.chair.set_current(meeting.owner_id)
        self.people.show_people(engagement, meeting.participants)
        self.agenda.set_items(meeting.agenda)
        self.log.set_current(meeting.minutes_kept)
