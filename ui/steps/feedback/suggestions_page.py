"""Suggestions and remarks: one channel, one keeper, an answer within 14 days."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ui.models.table import TableModel
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.feedback.suggestion_columns import suggestion_columns
from ui.widgets.controls import ChoiceBox
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, EmptyState, button, plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Suggestion, SuggestionStatus
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Change
from workshop_app.steps.feedback.operations import (
    add_suggestion,
    change_suggestion,
    remove_suggestion,
    reply,
    set_channel,
)
from workshop_app.steps.feedback.view import FeedbackView, SuggestionLine

LEAST_TABLE = 64


class SuggestionsPage(SubPage):
    """Nameless suggestions stay nameless."""

    name = "suggestions"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[SuggestionLine] = TableModel(
            suggestion_columns(self.context.words, self._place), self.context.bridge.run
        )
        self.table = LineTable(self.model, RowDelegate(theme, icons, self, height=44))
        self.table.setAccessibleName(self.context.words("Suggestions"))
        self.table.set_widths((0, 110, 210))
        self._build()

    def _place(self, department: Department) -> int:
        departments = self.page.engagement.departments
        return next((at for at, other in enumerate(departments) if other.id == department.id), 0)

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.channel = TextField(theme, _("Where, to whom, and in how many days is the answer?"), _("Channel"))
        self.channel.committed.connect(lambda text: self.run(set_channel(self.page.engagement.company, text)))
        self.new = TextField(theme, _("A suggestion or a remark; Enter writes it down"), _("New suggestion"))
        self.new.returnPressed.connect(self._add)
        self.whose = ChoiceBox(theme, icons, _("From which department"))
        top = Card(margins=12, spacing=8)
        top.body.addWidget(LabeledField(_("One channel for suggestions"), self.channel, theme))
        row = QHBoxLayout()
        row.addWidget(self.new, 1)
        row.addWidget(self.whose)
        top.body.addLayout(row)
        card = TableCard()
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(LEAST_TABLE)
        self.stack.addWidget(self.table)
        self.stack.addWidget(
            EmptyState("message-square", _("No suggestions yet. Each gets an answer within 14 days."), theme, icons)
        )
        card.body.addWidget(self.stack)
        self.answering = self._answer_card()
        hints = [
            ("Ins", _("new suggestion")),
            ("Enter", _("answer")),
            ("F4", _("next without an answer")),
            ("F2", _("edit")),
            ("Del", _("remove")),
        ]
        self.lay_out(tabbed_header(self), top, card, self.answering, grows=card, hints=hints)
        self.table.selected.connect(lambda _id: self._show_current())
        self.table.opened.connect(lambda _id: self.answer.setFocus())
        self.table.delete_wanted.connect(self._remove)
        self.table.single_keys = self._key

    def _answer_card(self) -> Card:
        _ = self.context.words
        theme = self.context.theme
        card = Card(margins=12, spacing=8)
        self.what = plain_label("", theme, "body", wrap=True)
        card.body.addWidget(self.what)
        self.status = SegmentedControl(theme, self.context.icons)
        self.status.set_items(
            [
                (SuggestionStatus.ACCEPTED.value, _("accepted")),
                (SuggestionStatus.DECLINED.value, _("declined")),
                (SuggestionStatus.DONE.value, _("done")),
                (SuggestionStatus.NEW.value, _("waits")),
            ]
        )
        self.answer = TextField(theme, _("The answer, even if it is “no, because …”"), _("Answer"))
        self.answer.committed.connect(self._keep)
        self.answer.returnPressed.connect(self._reply)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.status)
        row.addWidget(self.answer, 1)
        give = button(_("Answer"), "pri", self._reply, theme=theme)
        give.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click keeps and gives in one step
        row.addWidget(give)
        card.body.addLayout(row)
        return card

    def show_view(self, view: FeedbackView, change: Change | None) -> None:
        """Channel, list, answer."""
        _ = self.context.words
        self.channel.set_value(view.channel)
        self.whose.set_items([("", _("no name")), *((d.id, d.short) for d in view.departments)])
        self.model.set_lines(view.suggestions)
        self.stack.setCurrentIndex(0 if view.suggestions else 1)
        self.answering.setVisible(bool(view.suggestions))
        if view.suggestions and not self.table.currentIndex().isValid():
            self.table.select(view.suggestions[0].id)
        self._show_current()

    def _current(self) -> Suggestion | None:
        line = self.model.line(self.table.currentIndex())
        return line.suggestion if line else None

    def _show_current(self) -> None:
        suggestion = self._current()
        self.what.setText(suggestion.text if suggestion else "")
        if suggestion is not None:
            self.answer.set_value(suggestion.reply or "")
            shown = SuggestionStatus.ACCEPTED if suggestion.status is SuggestionStatus.NEW else suggestion.status
            self.status.set_current(shown.value)

    def _add(self) -> None:
        if self.new.text().strip():
            whose = self.whose.current() or None
            if self.run(add_suggestion(self.new.text(), self.context.bridge.as_of, whose)):
                self.new.set_value("")
                self.new.clear()

    def _keep(self, text: str) -> None:
        """An answer that is left half typed is kept; it is given with Enter, which keeps it itself."""
        suggestion = self._current()
        if suggestion is not None and self.window().focusWidget() is not self.answer:
            self.run(change_suggestion(suggestion, reply=single_line(text) or None))

    def _reply(self) -> None:
        suggestion = self._current()
        if suggestion is not None:
            status = SuggestionStatus(self.status.current())
            if self.run(reply(suggestion, status, self.answer.text(), self.context.bridge.as_of)):
                self.table.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer.setFocus()
            return True
        return False

    def _remove(self, ids: list[str]) -> None:
        for row_id in ids:
            suggestion = self.page.engagement.get(Suggestion, row_id)
            if suggestion is not None and self.run(remove_suggestion(suggestion)):
                self.context.shell.toast(self.context.words.message(remove_suggestion(suggestion).name), undo=True)

    def next_problem(self, way: int) -> bool:
        """F4: the next suggestion that waits for an answer."""
        waiting = [line.id for line in self.model.lines if line.suggestion.status is SuggestionStatus.NEW]
        return self.table.select_next(waiting, way)

    def select(self, row_id: str | None) -> None:
        """A suggestion."""
        self.table.select(row_id)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The chosen suggestion."""
        return self.table.current_id() or None

    def add_new(self) -> None:
        """Ins: a new suggestion."""
        self.new.setFocus()
