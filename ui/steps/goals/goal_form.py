"""A goal being edited where it stands: every field commits by itself; Esc or Ctrl+Enter goes back to the card."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.audience.guarding import RoomGuard
from ui.context import WindowContext
from ui.steps.goals.fields import FingersField
from ui.steps.goals.goal_tile import SmartRow
from ui.steps.goals.words import confidence_text, kind_items
from ui.widgets.badge import DepartmentBadge
from ui.widgets.clearing import clear_layout
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField, ValueField
from ui.widgets.form_card import RecordForm
from ui.widgets.in_place import InPlaceText
from ui.widgets.layout import plain_label
from ui.widgets.number_field import NumberField
from ui.widgets.picker import Picker, PickerChoice, person_choices
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Direction, Goal, UnitKind
from workshop_app.steps.goals.ballots import set_confidence
from workshop_app.steps.goals.operations import change_goal, set_contribution
from workshop_app.steps.goals.view import GoalCard


class GoalForm(RecordForm[Goal]):
    """Every field of a goal, one under the other."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_goal)
        self._departments: tuple[Department, ...] = ()
        self.contributions: dict[str, InPlaceText] = {}
        self._fields()
        self._lay_out()
        self._connect()

    def _fields(self) -> None:
        _, theme, icons, words = self.context.words, self.context.theme, self.context.icons, self.context.words
        today = self.context.bridge.as_of
        what = _("What changes, for whom, by how much, by when")
        self.title = InPlaceText(theme, "card_title", what, _("Goal"), framed=True)
        self.measured = TextField(theme, _("what is counted"), _("Measure"))
        self.unit = TextField(theme, "%", _("Unit"))
        self.unit_kind = ChoiceBox(theme, icons, _("Kind of unit"))
        self.unit_kind.set_items(kind_items(words))
        self.direction = SegmentedControl(theme, icons)
        self.direction.setAccessibleName(_("Good direction"))
        self.direction.set_items([("up", _("up"), "trending-up"), ("down", _("down"), "trending-down")])
        self.baseline = NumberField(theme, words, _("It was"), low=None)
        self.baseline_date = DateField(theme, icons, words, today, _("It was so on"), past=True)
        self.target = NumberField(theme, words, _("It will be"), low=None)
        self.deadline = DateField(theme, icons, words, today, _("Deadline"))
        self.owner = Picker(theme, icons, words, _("one person, by name"), _("Owner"))
        self.source = TextField(theme, _("report or system"), _("Data source"))
        self.indicator = Picker(theme, icons, words, _("from the indicators"), _("Indicator"))
        self.confidence = FingersField(theme, words)
        reason = words("The room is frozen while votes are entered. F5 shows it again.")
        self._guard = RoomGuard(self.confidence, self.context.room, "confidence", reason)
        self.mean = plain_label("", theme, "caption", "text2")
        self.smart = SmartRow(self.context)

    def _labeled(self, *fields: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for field in fields:
            row.addWidget(LabeledField(field.accessibleName(), field, self.context.theme), 1)
        return row

    def _lay_out(self) -> None:
        self.body.addWidget(self.title)
        self.body.addLayout(self._labeled(self.measured))
        unit = self._labeled(self.unit, self.unit_kind)
        unit.setStretch(1, 2)
        self.body.addLayout(unit)
        self.body.addLayout(self._labeled(self.baseline, self.baseline_date))
        self.body.addLayout(self._labeled(self.target, self.deadline))
        self.body.addLayout(self._labeled(self.owner, self.source))
        shown = self._labeled(self.indicator, self.direction)
        shown.setStretch(1, 0)
        self.body.addLayout(shown)
        self._gives = QVBoxLayout()
        self._gives.setSpacing(6)
        self.body.addLayout(self._gives)
        self.body.addLayout(self._labeled(self.confidence))
        self.body.addWidget(self.mean)
        self.body.addLayout(self.smart)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button())
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        for field, name in ((self.measured, "metric"), (self.unit, "unit"), (self.source, "source")):
            field.committed.connect(partial(self.write_text, name))
        values: tuple[tuple[ValueField | Picker, str], ...] = (
            (self.baseline, "baseline"),
            (self.baseline_date, "baseline_date"),
            (self.target, "target"),
            (self.deadline, "deadline"),
            (self.owner, "owner_id"),
            (self.indicator, "indicator_id"),
        )
        for value, name in values:
            value.chosen.connect(partial(self.write, name))
        self.unit_kind.picked.connect(lambda key: self.write("unit_kind", UnitKind(key) if key else None))
        self.direction.chosen.connect(lambda key: self.write("direction", Direction(key)))
        self.confidence.chosen.connect(self._vote)
        self.confidence.textEdited.connect(self._guard.begin)

    def begin(self) -> None:
        """Typing begins with the title."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def _vote(self, votes: tuple[int, ...]) -> None:
        if self.record is not None:
            self.wanted.emit(set_confidence(self.record, votes))

    def _contribute(self, department_id: str, text: str) -> None:
        if self.record is not None:
            self.wanted.emit(set_contribution(self.record, department_id, text))

    def show_item(self, card: GoalCard) -> None:
        """Another goal, or the same brought up to date; what is being typed stays."""
        self.record = goal = card.goal
        self.title.set_value(goal.title)
        for field, text in ((self.measured, goal.metric), (self.unit, goal.unit), (self.source, goal.source)):
            field.set_value(text or "")
        self.unit_kind.set_current(goal.unit_kind.value if goal.unit_kind else "")
        self.direction.set_current(goal.direction.value)
        numbers: tuple[tuple[ValueField, object], ...] = (
            (self.baseline, goal.baseline),
            (self.baseline_date, goal.baseline_date),
            (self.target, goal.target),
            (self.deadline, goal.deadline),
            (self.confidence, goal.confidence),
        )
        for value_field, value in numbers:
            value_field.set_current(value)
        self._offer(card)
        self._show_gives(card)
        self.mean.setText(confidence_text(card, self.context.words))
        self.mean.setVisible(bool(goal.confidence))
        self.smart.show_smart(card)

    def _offer(self, card: GoalCard) -> None:
        engagement = self.context.bridge.engagement
        self.owner.set_choices(person_choices(engagement))
        self.owner.set_current(card.goal.owner_id)
        self.indicator.set_choices([PickerChoice(i.id, i.title, i.unit or "") for i in engagement.indicators])
        self.indicator.set_current(card.goal.indicator_id)

    def _show_gives(self, card: GoalCard) -> None:
        departments = tuple(department for department, _text in card.contributions)
        if departments != self._departments:
            self._rebuild_gives(departments)
        for department, text in card.contributions:
            self.contributions[department.id].set_value(text)

    def _rebuild_gives(self, departments: tuple[Department, ...]) -> None:
        clear_layout(self._gives)
        _, theme = self.context.words, self.context.theme
        self._departments, self.contributions = departments, {}
        for place, department in enumerate(departments):
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(DepartmentBadge(department.short, department.name, place, theme, 22))
            name = _("Contribution of {department}", department=department.name)
            field = InPlaceText(theme, "body", _("What exactly will this department do?"), name, framed=True)
            field.committed.connect(partial(self._contribute, department.id))
            self.contributions[department.id] = field
            row.addWidget(field, 1)
            self._gives.addWidget(line)
