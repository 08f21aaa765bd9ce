"""The second point of the meeting: overdue actions, those that were moved and how often, what comes next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.pages.base import Place
from ui.steps.followup.agenda_cards import LATE, AgendaCard, said
from ui.steps.followup.late_card import LateCard
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import IconButton
from ui.widgets.card import Divider
from ui.widgets.layout import button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from workshop_app.domain.model import Action, Department
from workshop_app.steps.followup.operations import finish
from workshop_app.steps.followup.view import FollowUpView, LateAction

MOST_NEXT = 8


class LateColumn(ScrollColumn):
    """``answered`` carries the operation of an answer. Cards being filled in stay while nothing about them changes."""

    answered = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__((0, 0, 6, 0), 8)
        self._context = context
        self._shown: object = None
        self.card = AgendaCard(context, LATE, context.words("Overdue actions"))
        self.card.body.setSpacing(10)
        self.cards: list[LateCard] = []
        self.column.addWidget(self.card)
        self.column.addStretch(1)

    def show_view(self, view: FollowUpView) -> None:
        """Overdue, moved, next."""
        shown = (view.overdue, view.moved, view.upcoming, view.departments, view.counts, view.today)
        if shown == self._shown:
            return
        self._shown = shown
        _ = self._context.words
        self.card.set_note(_("{n} of {m}", n=view.counts.overdue, m=view.counts.planned) if view.overdue else "")
        self.cards = [self._late(late, view.departments) for late in view.overdue]
        nothing = said(_("Nothing is overdue."), self._context, icon="check")
        lines: list[QWidget] = [*self.cards] or [nothing]
        if view.moved:
            lines += [Divider(), plain_label(_("Moved"), self._context.theme, "caption_strong", "text2")]
            lines += [self._moved(action) for action in view.moved]
        if view.upcoming:
            lines += [Divider(), plain_label(_("Coming up"), self._context.theme, "caption_strong", "text2")]
            lines += [self._next(soon, view.departments) for soon in view.upcoming[:MOST_NEXT]]
        more = view.later + max(0, len(view.upcoming) - MOST_NEXT)
        if more > 0:
            lines.append(self._rest(more))
        self.card.show_lines(lines)
        self.fit_later()

    def focus_first(self) -> bool:
        """The first overdue card; False without any."""
        if not self.cards:
            return False
        self.cards[0].setFocus()
        self.ensureWidgetVisible(self.cards[0])
        return True

    def focus_next(self, way: int) -> bool:
        """The next overdue card, round the end; False without any."""
        if not self.cards:
            return False
        at = next((place for place, card in enumerate(self.cards) if card.hasFocus()), None)
        place = (0 if way > 0 else -1) if at is None else (at + way) % len(self.cards)
        self.cards[place].setFocus()
        self.ensureWidgetVisible(self.cards[place])
        return True

    def _late(self, late: LateAction, departments: tuple[Department, ...]) -> LateCard:
        card = LateCard(self._context, late, _place(late.department, departments))
        card.answered.connect(self.answered)
        return card

    def _moved(self, action: Action) -> QWidget:
        """«Title   twice, first 10 Apr», the reason under it."""
        _ = words = self._context.words
        theme = self._context.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        text = f"{action.title} — {action.moved_reason}" if action.moved_reason else action.title
        row.addWidget(plain_label(text, theme, "body", wrap=True), 1)
        times = words.plural("moved {n} time", "moved {n} times", action.moves)
        first = _("first {date}", date=words.date_short(action.original_due)) if action.original_due else ""
        row.addWidget(plain_label(", ".join(filter(None, (times, first))), theme, "caption", "text2"))
        row.addWidget(plain_label(words.date_short(action.due), theme, "small", "text2"))
        return holder

    def _next(self, soon: LateAction, departments: tuple[Department, ...]) -> QWidget:
        theme = self._context.theme
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if soon.department is not None:
            place = _place(soon.department, departments)
            row.addWidget(DepartmentBadge(soon.department.short, soon.department.name, place, theme, 20))
        row.addWidget(plain_label(soon.action.title, theme, "body", wrap=True), 1)
        row.addWidget(plain_label(self._context.words.date_short(soon.action.due), theme, "small", "text2"))
        done = finish(soon.action, self._context.bridge.as_of)
        name = self._context.words("Done: {text}", text=soon.action.title)
        row.addWidget(IconButton("check", name, theme, self._context.icons, lambda: self.answered.emit(done)))
        return holder

    def _rest(self, count: int) -> QWidget:
        """How many more are open, with the way to all of them."""
        words, theme = self._context.words, self._context.theme
        text = words.plural("{n} more open action: later, or without a date",
                            "{n} more open actions: later, or without a date", count)  # fmt: skip
        line = said(text, self._context, "text2")
        row = line.layout()
        if row is not None:
            go = Place("plan", "actions")
            row.addWidget(button(words("All actions"), "link", lambda: self._context.shell.go(go), theme=theme))
        return line


def _place(department: Department | None, departments: tuple[Department, ...]) -> int:
    return next((at for at, other in enumerate(departments) if other == department), 0)
