"""The fields of one action under the table; each commits by itself."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from ui.context import WindowContext
from ui.widgets.buttons import Button
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, person_choices
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Action, ActionStatus
from workshop_app.domain.recommendations import RECOMMENDATIONS
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.steps.plan.operations import change_action, change_due, change_status

COST_WIDTH = 104
"""Pixels at 100 % in which «1 250 000,50» is whole."""


class ActionEditor(Card):
    """Title, owner, co-owner, due date, result, goal, recommendations, dependencies, cost, hours, reason of a move.

    ``left``: Esc in a field where nothing is typed.
    """

    left = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=6)
        self._context = context
        self._action: Action | None = None
        _ = context.words
        theme, icons, words = context.theme, context.icons, context.words
        self.title = TextField(theme, _("A result verb: draw up, hand over, launch"), _("Title"))
        self.result = TextField(theme, _("How shall we see that it is done?"), _("Result"))
        self.reason = TextField(theme, _("Why it was moved"), _("Reason"))
        self.cost = NumberField(theme, words, _("Cost"))
        self.hours = NumberField(theme, words, _("Hours"))
        self.owner = Picker(theme, icons, words, _("one person, by name"), _("Owner"))
        self.co_owner = Picker(theme, icons, words, "", _("With"))
        self.due = DateField(theme, icons, words, context.bridge.as_of, _("Due"))
        self.goal = ChoiceBox(theme, icons, _("Goal"))
        self.after = ChoiceBox(theme, icons, _("Only after"))
        self.status = SegmentedControl(theme, icons)
        self.recommendations: list[QPushButton] = []
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        _ = self._context.words
        theme = self._context.theme

        def labeled(text: str, field: QWidget) -> QWidget:
            return LabeledField(text, field, theme)

        self._further = [
            labeled(_("Result"), self.result),
            labeled(_("Goal"), self.goal),
            labeled(_("With"), self.co_owner),
            labeled(_("Only after"), self.after),
            labeled(_("Hours"), self.hours),
        ]
        grid = QGridLayout()
        grid.setSpacing(8)
        grid.addWidget(labeled(_("Title"), self.title), 0, 0, 1, 3)
        grid.addWidget(labeled(_("Owner"), self.owner), 0, 3)
        grid.addWidget(labeled(_("Due"), self.due), 0, 4)
        grid.addWidget(labeled(_("Cost"), self.cost), 0, 5)
        for field, (column, span) in zip(self._further, ((0, 2), (2, 1), (3, 1), (4, 1), (5, 1)), strict=True):
            grid.addWidget(field, 1, column, 1, span)
        self.cost.setMinimumWidth(theme.theme.pixels(COST_WIDTH))
        for column, stretch in enumerate((2, 1, 3, 5, 2, 1)):
            grid.setColumnStretch(column, stretch)
        self.body.addLayout(grid)
        self.body.addWidget(self.reason)
        foot = FlowLayout(gap=6)
        foot.addWidget(self.status)
        self.more = Button(_("More fields"), "ghost", theme, self._context.icons, after="chevron-down")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._open_further)
        self.more.hide()
        foot.addWidget(self.more)
        numbers = QWidget()
        self._further.append(numbers)
        row = QHBoxLayout(numbers)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(plain_label(_("Recommendations"), theme, "caption", "text2"))
        foot.addWidget(numbers)
        for number, name in RECOMMENDATIONS.items():
            tip = _("Serves recommendation {n}: {name}", n=number, name=_(name))
            made = button(str(number), "sec", self._recommending, theme=theme, tip=tip)
            made.setCheckable(True)
            made.setFixedWidth(theme.theme.pixels(38))
            self.recommendations.append(made)
            row.addWidget(made)
        self.body.addLayout(foot)

    def set_roomy(self, roomy: bool) -> None:
        """On a high page all fields are there; on a low one the further ones come when they are wanted."""
        if roomy != self.more.isHidden():
            self.more.setVisible(not roomy)
            self._open_further(roomy or self.more.isChecked())

    def _open_further(self, opened: bool) -> None:
        for part in self._further:
            part.setVisible(opened)

    def _connect(self) -> None:
        self.title.committed.connect(lambda text: self._change(title=single_line(text)) if text.strip() else None)
        self.result.committed.connect(lambda text: self._change(result=single_line(text) or None))
        self.reason.committed.connect(lambda text: self._change(moved_reason=single_line(text) or None))
        self.cost.chosen.connect(lambda number: self._change(cost=number))
        self.hours.chosen.connect(lambda number: self._change(hours=number))
        self.owner.chosen.connect(lambda person: self._change(owner_id=person))
        self.co_owner.chosen.connect(lambda person: self._change(co_owner_id=person))
        self.due.chosen.connect(self._change_due)
        self.goal.picked.connect(lambda key: self._change(goal_id=key or None))
        self.after.picked.connect(self._depend)
        self.status.chosen.connect(self._change_status)

    def show_action(self, action: Action | None) -> None:
        """Another action, or the same one with new values."""
        self._action = action
        self.setEnabled(action is not None)
        if action is None:
            return
        _ = self._context.words
        engagement = self._context.bridge.engagement
        unknown = engagement.unresolved(action.table, action.id, "owner_id")
        self.owner.setPlaceholderText(f"{unknown[0].text}?" if unknown else _("one person, by name"))
        for picker, person in ((self.owner, action.owner_id), (self.co_owner, action.co_owner_id)):
            picker.set_choices(person_choices(engagement, _("nobody")))
            picker.set_current(person)
        self.title.set_value(action.title)
        self.result.set_value(action.result or "")
        self.reason.set_value(action.moved_reason or "")
        self.cost.set_current(action.cost)
        self.hours.set_current(action.hours)
        self.due.set_current(action.due)
        self.goal.set_items([("", "—"), *((goal.id, goal.title) for goal in engagement.goals)])
        self.goal.set_current(action.goal_id or "")
        others = [(other.id, other.title) for other in engagement.actions if other.id != action.id]
        self.after.set_items([("", "—"), *others])
        self.after.set_current(action.depends_on[0] if action.depends_on else "")
        self.status.set_items(
            [
                (ActionStatus.OPEN.value, _("open")),
                (ActionStatus.IN_PROGRESS.value, _("in progress")),
                (ActionStatus.DONE.value, _("done")),
                (ActionStatus.CANCELLED.value, _("cancelled")),
            ]
        )
        self.status.set_current(action.status.value)
        for number, made in zip(RECOMMENDATIONS, self.recommendations, strict=True):
            made.setChecked(number in action.recommendations)
        self.reason.setVisible(action.moves > 0)

    def _depend(self, key: str) -> None:
        """The first of what it waits for; further ones that a file brought stay while there is a first."""
        if self._action is not None:
            rest = tuple(other for other in self._action.depends_on[1:] if other != key)
            self._change(depends_on=(key, *rest) if key else ())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _run(self, operation: Operation) -> None:
        self._context.bridge.run(operation)

    def _change(self, **values: Any) -> None:
        action = self._action
        if action is not None and any(getattr(action, name) != value for name, value in values.items()):
            self._run(change_action(action, **values))

    def _change_due(self, due: date | None) -> None:
        if self._action is not None:
            session = self._context.bridge.engagement.session.date
            self._run(change_due(self._action, due, session, self._context.bridge.as_of))

    def _change_status(self, key: str) -> None:
        if self._action is not None:
            self._run(change_status(self._action, ActionStatus(key), self._context.bridge.as_of))

    def _recommending(self) -> None:
        chosen = tuple(n for n, made in zip(RECOMMENDATIONS, self.recommendations, strict=True) if made.isChecked())
        self._change(recommendations=chosen)
