"""An overdue action: done, moved with a reason, or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.card import SelectableCard
from ui.widgets.date_field import DateField
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import FieldMessage, button, plain_label
from ui.widgets.text_field import TextField
from workshop_app.domain.short_names import short_name
from workshop_app.services.document import Operation
from workshop_app.steps.followup.operations import cancel, finish, move
from workshop_app.steps.followup.view import LateAction


class LateCard(SelectableCard):
    """Keys 1, 2, 3 while it has the focus. ``answered`` carries the operation."""

    answered = Signal(object)

    def __init__(self, context: WindowContext, late: LateAction, place: int) -> None:
        super().__init__(late.action.title, "soft", margins=12, spacing=6)
        self._context, self.late = context, late
        _ = context.words
        theme = context.theme
        head = QHBoxLayout()
        title = plain_label(late.action.title, theme, "card_title", wrap=True)
        title.setAlignment(Qt.AlignmentFlag.AlignTop)
        head.addWidget(title, 1)
        overdue = context.words.plural("{n} day overdue", "{n} days overdue", late.days)
        due = context.words.date_short(late.action.due)
        said = plain_label(f"{due} · {overdue}", theme, "control_strong", "err")
        said.setContentsMargins(0, 2, 0, 0)  # on the base line of the title
        head.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        who, answers = QHBoxLayout(), QHBoxLayout()
        for part in (who, answers):
            part.setSpacing(8)
        if late.department is not None:
            who.addWidget(DepartmentBadge(late.department.short, late.department.name, place, theme, 20))
        owner = short_name(late.owner) if late.owner else _("No owner")
        who.addWidget(plain_label(owner, theme, "small"))
        for key, text in (("1", _("Done")), ("2", _("Move")), ("3", _("Cancel"))):
            answers.addWidget(button(f"{key}  {text}", "sec", self._answering(key), theme=theme))
        row = FlowLayout(gap=8, last_right=True)
        for part in (who, answers):
            holder = QWidget()
            part.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(part)
            row.addWidget(holder)
        self.body.addLayout(row)
        self._move_row = self._moving()
        self._move_row.hide()
        self.body.addWidget(self._move_row)

    def _moving(self) -> QWidget:
        _ = self._context.words
        context = self._context
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.due = DateField(context.theme, context.icons, context.words, context.bridge.as_of, _("New date"))
        self.due.setFixedWidth(150)
        self.reason = TextField(context.theme, _("why"), _("Reason"))
        self.reason.returnPressed.connect(self._move)
        row.addWidget(plain_label(_("New date"), context.theme, "small", "text2"))
        row.addWidget(self.due)
        row.addWidget(self.reason, 1)
        row.addWidget(button(_("Move"), "sec", self._move, theme=context.theme))
        self.message = FieldMessage(context.theme)
        self.body.addWidget(self.message)
        first = self.late.action.original_due or self.late.action.due
        note = _(
            "The first date {date} stays visible. This is move no. {n}.",
            date=context.words.date_short(first),
            n=self.late.action.moves + 1,
        )
        self.message.say("", "text3")
        self._note = note
        return holder

    def _answering(self, key: str) -> Callable[[], None]:
        def answer() -> None:
            self.answer(key)

        return answer

    def answer(self, key: str) -> None:
        """1 done, 2 move (asks for date and reason), 3 cancel."""
        if key == "1":
            self.answered.emit(finish(self.late.action, self._context.bridge.as_of))
        elif key == "3":
            self.answered.emit(cancel(self.late.action))
        else:
            self._move_row.show()
            self.message.say(self._note, "text3")
            self.due.setFocus()

    def _move(self) -> None:
        _ = self._context.words
        self.due.commit()
        due = self.due.value
        if not isinstance(due, date) or not self.reason.text().strip():
            self.message.say(_("A new date and a reason, please."), "err")
            return
        operation: Operation = move(self.late.action, due, self.reason.text())
        self.answered.emit(operation)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: 1, 2, 3."""
        if event.text() in ("1", "2", "3") and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.answer(event.text())
            return
        super().keyPressEvent(event)
