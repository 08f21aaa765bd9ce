"""What stands under the questions: comments in no order, and the suggestions that wait for an answer."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.base import Place
from ui.widgets.badge import DepartmentBadge
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import icon_line
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.tips import plain_tip
from workshop_app.domain.model import SuggestionStatus
from workshop_app.domain.places import places_of
from workshop_app.domain.pulse import COMMENTS_FROM, SurveyResults
from workshop_app.steps.feedback.view import FeedbackView, SuggestionLine

MOST = 3
HEAD = 28
"""Heads of cards side by side are as high as the link in one of them."""


class CommentsCard(Card):
    """Shown from ten answers on, shuffled; names in them are warned of."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=4)
        self._context = context
        self.head = plain_label("", context.theme, "card_title")
        self.head.setMinimumHeight(context.theme.theme.pixels(HEAD))
        self._said = QVBoxLayout()
        self._said.setSpacing(4)
        self.warning = icon_line(
            "triangle-alert", context.words("There are names in the comments: read them before you show them."),
            context.theme, context.icons, "warn", "caption", wrap=True,
        )  # fmt: skip
        self.body.addWidget(self.head)
        self.body.addLayout(self._said)
        self.body.addWidget(self.warning)
        self.body.addStretch(1)

    def show_results(self, results: SurveyResults) -> None:
        """The comments of another wave."""
        _ = words = self._context.words
        count = len(results.comments)
        self.head.setText(words.plural("{n} comment", "{n} comments", count) if count else _("Comments"))
        clear_layout(self._said)
        theme, icons = self._context.theme, self._context.icons
        for comment in results.comments[:MOST]:
            self._said.addWidget(icon_line("message-square", comment.text, theme, icons, "text2", "small", wrap=True))
        few = _("Comments are shown from {n} answers on.", n=COMMENTS_FROM)
        none = few if results.n_total < COMMENTS_FROM else _("Nobody has written a comment.")
        more = words.plural("{n} more", "{n} more", count - MOST) if count > MOST else "" if count else none
        if more:
            self._said.addWidget(plain_label(more, theme, "small", "text2", wrap=True))
        self.setToolTip(plain_tip("\n".join(comment.text for comment in results.comments)))
        self.warning.setVisible(any(comment.names for comment in results.comments))


class WaitingCard(Card):
    """The suggestions without an answer, the oldest first, with the way to all of them."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=4)
        self._context = context
        theme = context.theme
        self.head = plain_label(context.words("Suggestions"), theme, "card_title")
        self.note = plain_label("", theme, "caption", "text2")
        self.all = button("", "link", lambda: self._go(None), theme=theme)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.head)
        row.addWidget(self.note)
        row.addStretch(1)
        row.addWidget(self.all)
        self.body.addLayout(row)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.body.addLayout(self._lines)
        self.body.addStretch(1)

    def show_view(self, view: FeedbackView) -> None:
        """What waits now."""
        _ = words = self._context.words
        waiting = [line for line in view.suggestions if line.suggestion.status is SuggestionStatus.NEW]
        waiting.sort(key=lambda line: -(line.age or 0))
        self.note.setText(words.plural("{n} waits for an answer", "{n} wait for an answer", len(waiting)))
        self.all.set_text(_("All {n}", n=len(view.suggestions)))
        clear_layout(self._lines)
        places = places_of(view.departments)
        for line in waiting[:MOST]:
            self._lines.addWidget(self._line(line, places))
        if not waiting:
            done = _("Every suggestion has an answer.") if view.suggestions else _("No suggestions yet.")
            self._lines.addWidget(plain_label(done, self._context.theme, "small", "text2"))

    def _line(self, line: SuggestionLine, places: dict[str, int]) -> QWidget:
        words, theme = self._context.words, self._context.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if line.department is not None:
            place = places.get(line.department.id, 0)
            row.addWidget(DepartmentBadge(line.department.short, line.department.name, place, theme, 20))
        title = ToneLabel(theme, "small")
        title.setText(line.suggestion.title or line.suggestion.text)
        row.addWidget(title, 1)
        if line.age is not None:
            age = words.plural("{n} day", "{n} days", line.age) if line.age else words("today")
            row.addWidget(plain_label(age, theme, "caption", "warn" if line.late else "text2"))
        row.addWidget(button(words("Answer"), "link", lambda: self._go(line.id), theme=theme))
        return holder

    def _go(self, suggestion_id: str | None) -> None:
        self._context.shell.go(Place("feedback", "suggestions", "suggestions", suggestion_id))
