"""The log: what was held, decided and how it was rated; ideas and opportunities beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.meetings.ideas import IdeasCard
from ui.steps.meetings.log_columns import log_columns
from ui.steps.meetings.log_form import LogForm
from ui.widgets.controls import ChoiceBox
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.layout import EmptyState, HintLine, button
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Meeting, MeetingLog
from workshop_app.services.document import Change
from workshop_app.steps.meetings.operations import add_entry, change_entry, remove_entries
from workshop_app.steps.meetings.view import LogLine, MeetingsView


class LogPage(SubPage):
    """Space = held or not, 1–5 the rating, Enter the decisions, Ins a meeting of today."""

    name = "log"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[LogLine] = TableModel(log_columns(self.context), self.context.bridge.run)
        self.delegate = RowDelegate(theme, icons, self, height=44)
        self.table = LineTable(self.model, self.delegate)
        self.table.set_widths((104, 230, 0, 76))
        self.table.setAccessibleName(self.context.words("Decisions log"))
        self.form = LogForm(self.context)
        self.ideas = IdeasCard(self.context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.which = ChoiceBox(theme, icons, _("Which series"))
        self.add = button(_("It was held"), "pri", self.add_new, icons=icons, icon="plus", theme=theme)
        self.add.setToolTip(_("Write down a meeting of today (Ins)"))
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(theme.theme.pixels(80))
        self.stack.addWidget(TableCard(self.table))
        self.stack.addWidget(
            EmptyState(
                "gavel",
                _("Three lines are enough: decided, who, when."),
                theme,
                icons,
                (_("Write down a meeting"), self.add_new),
                (_("To the series"), lambda: self.page.go_to(Place("meetings", "series"))),
            )
        )
        self.form.hide()
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tabbed_header(self, (self.which, self.add)))
        column.addLayout(row, 1)
        column.addWidget(HintLine(hints, theme))

    def _connect(self) -> None:
        self.table.selected.connect(self._chosen)
        self.table.delete_wanted.connect(self._remove)
        self.table.single_keys = self._key
        self.delegate.problem.connect(self.context.shell.toast)
        self.form.wanted.connect(self.run)
        self.form.closed.connect(self.close_form)
        self.ideas.wanted.connect(self.run)

    def show_view(self, view: MeetingsView, change: Change | None) -> None:
        """Lines, form, ideas."""
        self.which.set_items([(card.id, card.meeting.title) for card in view.series])
        self.which.setVisible(bool(view.series))
        self.model.set_lines(view.log)
        self.stack.setCurrentIndex(0 if view.log else 1)
        if view.log and not self.table.currentIndex().isValid():
            self.table.select(view.log[0].id)
        self.ideas.show_ideas(view)
        self._follow()

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def _entry(self) -> MeetingLog | None:
        line = self.model.line(self.table.currentIndex())
        return line.entry if line else None

    def _follow(self) -> None:
        entry = self._entry()
        if self.editing and entry is not None:
            self.form.show_entry(entry)
        elif self.editing:
            self.close_form()

    def _chosen(self, _row_id: str) -> None:
        self._follow()
        if self.isVisible():
            self.tell_moved()

    def edit(self) -> None:
        """Enter: the decisions of the current meeting."""
        entry = self._entry()
        if entry is not None:
            self.form.show_entry(entry)
            self.form.show()
            self.form.decisions.lines[-1].setFocus(Qt.FocusReason.TabFocusReason)

    def close_form(self) -> None:
        """Back to the table."""
        self.form.hide()
        self.table.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        entry, key = self._entry(), event.key()
        if entry is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit()
        elif key == Qt.Key.Key_Space:
            self.run(change_entry(entry, held=not entry.held))
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_5:
            self.run(change_entry(entry, rating=key - int(Qt.Key.Key_0)))
        else:
            return False
        return True

    def _remove(self, ids: list[str]) -> None:
        entries = [entry for entry in self.page.engagement.meeting_log if entry.id in set(ids)]
        if entries:
            self.run_and_tell(remove_entries(entries))

    def select(self, row_id: str | None) -> None:
        """A meeting of the log."""
        if self.table.select(row_id):
            self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current meeting of the log."""
        return self.table.current_id() or None

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
        known = {entry.id for entry in self.page.engagement.meeting_log}
        if self.run(add_entry(meeting, self.context.bridge.as_of)):
            made = next(entry.id for entry in self.page.engagement.meeting_log if entry.id not in known)
            self.table.select(made)
            self.edit()
