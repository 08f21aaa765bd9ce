"""The log: what was held, decided and how it was rated; ideas and opportunities beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.table_page import TableFormPage
from ui.pages.tabs import tabbed_header
from ui.steps.meetings.ideas import NARROW_IDEAS, WIDTH, IdeasCard
from ui.steps.meetings.log_columns import log_columns
from ui.steps.meetings.log_form import LogForm
from ui.widgets.controls import ChoiceBox
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import EmptyState, button
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Meeting, MeetingLog
from workshop_app.services.document import Change, Operation
from workshop_app.steps.meetings.operations import add_entry, change_entry, remove_entries
from workshop_app.steps.meetings.view import LogLine, MeetingsView

NARROW = 880
"""Under this width, in logical pixels at 100 %, what stands beside the decisions gives way."""


class LogPage(TableFormPage[LogLine, MeetingLog]):
    """Space = held or not, 1–5 the rating, Enter the decisions, Ins a meeting of today."""

    name = "log"
    wide = True
    row_type = MeetingLog
    form: LogForm

    def __init__(self, page: SteppedPage) -> None:
        context = page.context
        model: TableModel[LogLine] = TableModel(log_columns(context), context.bridge.run)
        table = LineTable(model, RowDelegate(context.theme, context.icons, page, height=44))
        table.setAccessibleName(context.words("Decisions log"))
        super().__init__(page, model, table, LogForm(context))
        self.ideas = IdeasCard(context)
        self.ideas.wanted.connect(self.run)
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.which = ChoiceBox(theme, icons, _("Which series"))
        add = button(_("It was held"), "pri", self.add_new, icons=icons, icon="plus", theme=theme)
        add.setToolTip(_("Write down a meeting of today (Ins)"))
        self.fill_stack(
            EmptyState(
                "gavel",
                _("Three lines are enough: decided, who, when."),
                theme,
                icons,
                (_("Write down a meeting"), self.add_new),
                (_("To the series"), lambda: self.page.go_to(Place("meetings", "series"))),
            )
        )
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.stack, 1)
        left.addWidget(self.form)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addLayout(left, 1)
        row.addWidget(self.ideas)
        hints = [
            ("Ins", _("a meeting of today")),
            (_("Space"), _("held, or not")),
            ("1 2 3 4 5", _("rating")),
            ("Enter", _("decisions")),
            ("F2", _("edit a cell")),
            ("Del", _("delete")),
        ]
        self.lay_out(tabbed_header(self, (self.which, add)), row, grows=row, hints=hints)

    def show_view(self, view: MeetingsView, change: Change | None) -> None:
        """Lines, form, ideas."""
        self.which.set_items([(card.id, card.meeting.title) for card in view.series])
        self.which.setVisible(bool(view.series))
        self.show_lines(view.log)
        self.ideas.show_ideas(view)

    def table_key(self, event: QKeyEvent) -> bool:
        """Held or not, the rating."""
        entry, key = self.current(), event.key()
        if entry is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key == Qt.Key.Key_Space:
            self.run(change_entry(entry, held=not entry.held))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.run(change_entry(entry, rating=key - int(Qt.Key.Key_0)))
        else:
            return False
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the decisions keep their room."""
        super().resizeEvent(event)
        pixels = self.context.theme.theme.pixels
        narrow = self.width() < pixels(NARROW)
        self.table.set_widths((92, 150, 0, 70) if narrow else (104, 208, 0, 76))
        self.ideas.setFixedWidth(pixels(NARROW_IDEAS if narrow else WIDTH))

    def next_problem(self, way: int) -> bool:
        """F4: the next meeting that was held and of which nothing is written down."""
        silent = [line.id for line in self.model.lines if line.entry.held and not line.entry.decisions]
        return self.table.select_next(silent, way)

    def removal(self, records: Sequence[MeetingLog]) -> Operation:
        """Meetings of the log."""
        return remove_entries(records)

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, rate."""
        _ = self.context.words
        section = _("Meetings")
        return (
            Action("log_add", _("Write down a meeting"), self.add_new, section, (), "plus"),
            Action("log_held", _("Meeting was held, or not"), lambda: None, section, ("Space",), local=True),
            Action("log_rate", _("Rate a meeting"), lambda: None, section, ("1…5",), local=True),
        )

    def add_new(self) -> None:
        """Ins: a meeting of the chosen series, held today, its decisions being typed."""
        meeting = self.page.engagement.get(Meeting, self.which.current())
        if meeting is None:
            self.context.shell.toast(self.context.words("First a series of meetings, then its log."))
            self.page.go_to(Place("meetings", "series"))
            return
        self.add_and_edit(add_entry(meeting, self.context.bridge.as_of))
