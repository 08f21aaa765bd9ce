"""The decision under the overlay: kind, its fields, the effect in words; Ctrl+Enter writes it down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.context import WindowContext
from ui.widgets.date_field import DateField
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import Card, FieldMessage, button, plain_label
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.decisions import LABELS, effect_of
from workshop_app.domain.finding_texts import LABELS as FINDING_LABELS
from workshop_app.domain.finding_texts import QUESTIONS
from workshop_app.domain.model import Decision, DecisionType, Department, SameObject
from workshop_app.steps.audit.deciding import record_decision, set_existing_rule, set_same_object
from workshop_app.steps.audit.view import OverlayRow

ICONS = {
    DecisionType.ASSIGN: "user-check",
    DecisionType.SPLIT: "split",
    DecisionType.JOINT: "handshake",
    DecisionType.STOP: "octagon-x",
    DecisionType.DEFER: "clock",
}


class DecisionEditor(Card):
    """Edits the decision of one row. ``recorded`` carries the activity's id."""

    recorded = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__("card-selected", margins=14, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._context = context
        self._row: OverlayRow | None = None
        self._departments: tuple[Department, ...] = ()
        self.title = ElidedLabel()
        self.title.setFont(context.theme.theme.font("card_title"))
        self.question = ElidedLabel()
        self.question.setFont(context.theme.theme.font("caption"))
        self.kinds = SegmentedControl(context.theme, context.icons)
        self.kinds.chosen.connect(lambda _key: self._show_fields())
        self._fields()
        self._lay_out()

    def _fields(self) -> None:
        _ = self._context.words
        theme = self._context.theme
        self.same = SegmentedControl(theme, self._context.icons)
        self.same.chosen.connect(lambda key: self._same_object(key))
        self.existing = self._line(_("Rule that exists today"))
        self.existing.editingFinished.connect(self._existing_rule)
        self.owner = QComboBox()
        self.owner.setAccessibleName(_("Owner department"))
        self.rule = self._line(_("The rule in one sentence"))
        self.reason = self._line(_("Why so"))
        self.dissent = self._line(_("Who disagrees, and why"))
        self.until = DateField(
            theme, self._context.icons, self._context.words, self._context.bridge.as_of, _("Decide by")
        )
        self.awaits = QCheckBox(_("The owner decides later"))
        self.awaits.toggled.connect(lambda _on: self._show_fields())
        self.confirmed: list[tuple[str, QCheckBox]] = []
        self.effect = ElidedLabel()
        self.effect.setFont(theme.theme.font("body_strong"))
        self.message = FieldMessage(theme)
        for field in (self.rule, self.owner):
            signal = field.textChanged if isinstance(field, QLineEdit) else field.currentIndexChanged
            signal.connect(lambda _value: self._show_effect())

    def _line(self, name: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(name)
        field.setAccessibleName(name)
        return field

    def _lay_out(self) -> None:
        _ = self._context.words
        theme = self._context.theme
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(plain_label(_("Same client or document?"), theme, "caption", "text2"))
        head.addWidget(self.same)
        kinds = QHBoxLayout()
        kinds.addWidget(self.kinds)
        kinds.addWidget(self.question, 1)
        self._confirm_row = QHBoxLayout()
        first = QHBoxLayout()
        for field in (self.owner, self.rule, self.until):
            first.addWidget(field, 2)
        first.addLayout(self._confirm_row)
        second = QHBoxLayout()
        for line in (self.reason, self.dissent, self.existing):
            second.addWidget(line, 1)
        second.addWidget(self.awaits)
        foot = QHBoxLayout()
        foot.addWidget(self.effect, 1)
        self.save = button(f"{_('Write the decision down')}  Ctrl+Enter", "pri", self.record, theme=theme)
        foot.addWidget(self.save)
        for row in (head, kinds, first, second):
            row.setSpacing(8)
            self.body.addLayout(row)
        self.body.addWidget(self.message)
        self.body.addLayout(foot)

    def show_row(self, row: OverlayRow | None, departments: tuple[Department, ...]) -> None:
        """Edit another row; the same row is only brought up to date where nothing is being typed."""
        if row is not None and self._row is not None and row.id == self._row.id and self._typing():
            self._row = row
            self._show_effect()
            return
        self._row = row
        self.setEnabled(row is not None)
        if departments != self._departments:
            self._set_departments(departments)
        if row is not None:
            self._fill(row)

    def _typing(self) -> bool:
        focus = self.focusWidget()
        return isinstance(focus, QLineEdit) and focus.isModified()

    def _set_departments(self, departments: tuple[Department, ...]) -> None:
        self._departments = departments
        self.owner.clear()
        self.owner.addItem("—", None)
        for _key, box in self.confirmed:
            self._confirm_row.removeWidget(box)
            box.deleteLater()
        self.confirmed = []
        for department in departments:
            self.owner.addItem(f"{department.short} · {department.name}", department.id)
            box = QCheckBox(department.short.replace("&", "&&"))
            box.setToolTip(self._context.words("{department} confirms the rule", department=department.name))
            self.confirmed.append((department.id, box))
            self._confirm_row.addWidget(box)

    def _fill(self, row: OverlayRow) -> None:
        _ = self._context.words
        decision = row.decision or Decision(id="", type=self._usual(row))
        self.title.setText(_("Decision: “{text}”", text=row.activity.title))
        label = _(FINDING_LABELS[row.finding.primary])
        question = QUESTIONS.get(row.finding.primary)
        self.question.setText(f"{label}. {_(question)}" if question else label)
        self.kinds.set_items([(kind.value, _(LABELS[kind]), ICONS[kind]) for kind in DecisionType])
        self.kinds.set_current(decision.type.value)
        self.same.set_items([("yes", _("yes")), ("no", _("no")), ("unknown", _("?"))])
        self.same.set_current(row.activity.same_object.value)
        self.owner.setCurrentIndex(max(0, self.owner.findData(decision.owner_department_id)))
        for field, text in (
            (self.rule, decision.split_rule),
            (self.reason, decision.reason),
            (self.dissent, decision.dissent),
            (self.existing, row.activity.existing_rule),
        ):
            field.setText(text or "")
            field.setCursorPosition(0)
        self.until.set_current(decision.deferred_until)
        self.awaits.setChecked(decision.awaits_owner)
        for department_id, box in self.confirmed:
            box.setChecked(department_id in decision.confirmed_by)
        self.message.say("")
        self._show_fields()

    def _usual(self, row: OverlayRow) -> DecisionType:
        return DecisionType.SPLIT if len(row.hours) > 1 else DecisionType.ASSIGN

    def chosen_kind(self) -> DecisionType:
        """The chosen kind."""
        return DecisionType(self.kinds.current() or DecisionType.ASSIGN.value)

    def choose_kind(self, place: int) -> None:
        """1…5."""
        self.kinds.set_current(list(DecisionType)[place - 1].value)
        self._show_fields()

    def _show_fields(self) -> None:
        kind = self.chosen_kind()
        shared = kind in (DecisionType.SPLIT, DecisionType.JOINT)
        self.owner.setVisible(kind is DecisionType.ASSIGN)
        self.rule.setVisible(shared)
        for _key, box in self.confirmed:
            box.setVisible(shared)
        self.until.setVisible(kind is DecisionType.DEFER or self.awaits.isChecked())
        self._show_effect()

    def until_date(self) -> date | None:
        """The date typed into «decide by»."""
        value = self.until.value
        return value if isinstance(value, date) else None

    def _draft(self) -> Decision:
        confirmed = tuple(key for key, box in self.confirmed if box.isChecked())
        return Decision(
            id="",
            activity_id=self._row.id if self._row else None,
            type=self.chosen_kind(),
            owner_department_id=self.owner.currentData() if self.chosen_kind() is DecisionType.ASSIGN else None,
            split_rule=" ".join(self.rule.text().split()) or None if self.rule.isVisibleTo(self) else None,
            confirmed_by=confirmed if self.rule.isVisibleTo(self) else (),
            reason=" ".join(self.reason.text().split()) or None,
            dissent=" ".join(self.dissent.text().split()) or None,
            deferred_until=self.until_date() if self.until.isVisibleTo(self) else None,
            awaits_owner=self.awaits.isChecked(),
        )

    def _show_effect(self) -> None:
        if self._row is None:
            return
        _ = words = self._context.words
        effect = effect_of(self._draft(), self._row.finding)
        parts = []
        if effect.frees_up_to:
            parts.append(_("Frees up to {hours} h/wk (an upper bound)", hours=words.number(effect.frees_up_to, 1)))
        if effect.needs_handoff:
            parts.append(_("A handoff belongs to it: step 6"))
        self.effect.setText(". ".join(parts) or _("No hours are freed by this"))

    def record(self) -> None:
        """Write the decision down; what is missing is said, and never blocks."""
        if self._row is None:
            return
        draft = self._draft()
        values: dict[str, Any] = {
            name: getattr(draft, name)
            for name in (
                "owner_department_id",
                "split_rule",
                "confirmed_by",
                "reason",
                "dissent",
                "deferred_until",
                "awaits_owner",
            )
        }
        row = self._row
        operation = record_decision(row.activity, draft.type, self._context.bridge.as_of, **values)
        if self._context.bridge.run(operation) is not None:
            for field in (self.rule, self.reason, self.dissent):
                field.setModified(False)
            self._say_missing(replace(draft, activity_id=row.id))
            self.recorded.emit(row.id)

    def _say_missing(self, decision: Decision) -> None:
        _ = self._context.words
        lacks = ""
        if decision.type is DecisionType.ASSIGN and not decision.owner_department_id and not decision.awaits_owner:
            lacks = _("Written down. Name the owner department: without it the decision does not hold.")
        elif decision.type in (DecisionType.SPLIT, DecisionType.JOINT) and not decision.split_rule:
            lacks = _("Written down. The rule in one sentence is missing, and who confirms it.")
        elif decision.type is DecisionType.DEFER and decision.deferred_until is None:
            lacks = _("Written down. Set the date by which it will be decided.")
        self.message.say(lacks, "warn")

    def _same_object(self, key: str) -> None:
        if self._row is not None:
            self._context.bridge.run(set_same_object(self._row.activity, SameObject(key)))

    def _existing_rule(self) -> None:
        row = self._row
        if row is not None and self.existing.text().strip() != (row.activity.existing_rule or ""):
            everybody = [department.id for department in self._departments]
            confirmed = row.activity.existing_rule_confirmed_by or everybody
            self._context.bridge.run(set_existing_rule(row.activity, self.existing.text(), confirmed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter, or Enter in a line, writes down; 1…5 choose the kind while no text is typed."""
        typing = isinstance(self.focusWidget(), QLineEdit)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and (
            typing or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.record()
            return
        if not typing and event.text() in "12345" and event.text():
            self.choose_kind(int(event.text()))
            return
        super().keyPressEvent(event)

    def focus_first(self) -> QWidget:
        """Where typing begins."""
        self.kinds.setFocus()
        return self.kinds
