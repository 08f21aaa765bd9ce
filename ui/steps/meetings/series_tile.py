"""A series to read: title, minutes, purpose, rhythm, chair, how many take part, agenda, warnings."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.tiles import Tile
from ui.widgets.card import Divider
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import plain_label
from ui.widgets.people import PeopleRow, faces
from ui.widgets.warnings_column import WarningsColumn
from workshop_app.steps.meetings.view import SeriesCard
from workshop_app.steps.meetings.wording import agenda_line, duration_text, next_text, rhythm_text, series_faults


class SeriesTile(Tile):
    """One card of the grid."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, margins=12)
        theme, icons = context.theme, context.icons
        self.title = plain_label("", theme, "card_title", wrap=True)
        self.minutes = plain_label("", theme, "body_strong")
        self.purpose = ToneLabel(theme, "body", "text2")
        self.rhythm = ToneLabel(theme, "body", "text2")
        self.next = ToneLabel(theme, "caption", "text3")
        self.chair = PeopleRow(theme)
        self.nobody = plain_label("", theme, "body", "warn")
        self.count = plain_label("", theme, "body", "text2")
        self.agenda = plain_label("", theme, "caption", "text2", wrap=True)
        self.faults = WarningsColumn(theme, icons)
        self.body.setSpacing(2)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.minutes)
        self.more.setFixedSize(theme.theme.pixels(30), theme.theme.pixels(24))
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.body.addWidget(self.purpose)
        rhythm = QHBoxLayout()
        rhythm.setSpacing(6)
        rhythm.addWidget(IconLabel("repeat", theme, icons, "text2", 16))
        rhythm.addWidget(self.rhythm, 1)
        self.body.addLayout(rhythm)
        people = QWidget()
        row = QHBoxLayout(people)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(IconLabel("user-check", theme, icons, "text2", 16))
        row.addWidget(self.chair, 2)
        row.addWidget(self.nobody, 2)
        row.addWidget(self.next, 3)
        row.addWidget(IconLabel("users", theme, icons, "text2", 16, context.words("Participants")))
        row.addWidget(self.count)
        self.body.addWidget(people)
        self.body.addWidget(Divider())
        self.body.addWidget(self.agenda)
        self.body.addWidget(self.faults)
        self.body.addStretch(1)

    def show_item(self, card: SeriesCard) -> None:
        """Another series, or the same brought up to date."""
        _ = words = self.context.words
        meeting = card.meeting
        self.title.setText(meeting.title)
        self.minutes.setText(duration_text(card, words))
        self.minutes.set_token("text" if meeting.duration_min else "warn")
        self.purpose.setText(meeting.purpose or _("What does this meeting decide?"))
        self.purpose.set_token("text2" if meeting.purpose else "text3")
        self.rhythm.setText(rhythm_text(card, words))
        self.next.setText(next_text(card, words))
        chair = faces(self.context.bridge.engagement, (meeting.owner_id,) if card.chair and meeting.owner_id else ())
        self.chair.set_faces(chair)
        self.chair.setVisible(bool(chair))
        self.nobody.setText("" if chair else _("Nobody chairs it yet"))
        self.nobody.setVisible(not chair)
        self.count.setText(str(len(meeting.participants)))
        points = agenda_line(meeting.agenda)
        self.agenda.setText(points or _("Agenda of up to four points"))
        self.agenda.set_token("text2" if points else "text3")
        self.faults.set_warnings(series_faults(card, words))
        self.setAccessibleName(f"{meeting.title}, {self.minutes.text()}, {self.rhythm.text()}")
