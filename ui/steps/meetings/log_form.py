"""One meeting of the log: date, held or not, decisions, rating 1–5."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.context import WindowContext
from ui.widgets.controls import CheckBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.form_card import RecordForm
from ui.widgets.items_field import ItemsField
from ui.widgets.layout import plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import MeetingLog
from workshop_app.steps.meetings.operations import change_entry


class LogForm(RecordForm[MeetingLog]):
    """Fields that commit by themselves."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_entry)
        _, theme, icons = context.words, context.theme, context.icons
        self.day = DateField(theme, icons, context.words, context.bridge.as_of, _("Date"), past=True)
        self.held = CheckBox(_("held"), theme)
        self.decisions = ItemsField(theme, _("Decisions: what, who, when"), _("one more decision"))
        self.rating = SegmentedControl(theme, icons)
        self.rating.setAccessibleName(_("Rating of the meeting"))
        self.rating.set_items([("", "—"), *((str(mark), str(mark)) for mark in range(1, 6))])
        left = QVBoxLayout()
        left.setSpacing(6)
        left.addWidget(LabeledField(_("Date"), self.day, theme))
        left.addWidget(self.held)
        left.addWidget(plain_label(_("Was it worth the time?"), theme, "caption", "text2"))
        left.addWidget(self.rating)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(4)
        right.addWidget(plain_label(_("Decisions: what, who, when"), theme, "caption", "text2"))
        right.addWidget(self.decisions)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left)
        row.addLayout(right, 1)
        self.body.addLayout(row)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button())
        self.body.addLayout(foot)
        self.day.chosen.connect(partial(self.write, "date"))
        self.held.toggled.connect(partial(self.write, "held"))
        self.decisions.changed.connect(partial(self.write, "decisions"))
        self.rating.chosen.connect(lambda key: self.write("rating", int(key) if key else None))

    def begin(self) -> None:
        """One more decision."""
        self.decisions.lines[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def show_item(self, entry: MeetingLog) -> None:
        """Another meeting, or the same with new values."""
        self.record = entry
        self.day.set_current(entry.date)
        self.held.set_current(entry.held)
        self.decisions.set_items(entry.decisions)
        self.rating.set_current(str(entry.rating) if entry.rating else "")
