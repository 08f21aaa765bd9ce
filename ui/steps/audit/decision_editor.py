"""The decision under the overlay: kind, its fields, the effect in words; Ctrl+Enter writes it down."""

from __future__ import annotations

from dataclasses import fields, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ui.context import WindowContext
from ui.steps.audit.decision_fields import DecisionFields
from ui.widgets.buttons import Button
from ui.widgets.elided import ToneLines
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, FieldMessage, button, plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.tips import plain_tip
from workshop_app.domain.decisions import effect_of, is_deferred, usual_type
from workshop_app.domain.finding_texts import LABELS as FINDING_LABELS
from workshop_app.domain.finding_texts import QUESTIONS, USUAL_DECISIONS
from workshop_app.domain.findings import findings
from workshop_app.domain.message import N_
from workshop_app.domain.model import Activity, Decision, DecisionType, Department, SameObject
from workshop_app.i18n import half_up
from workshop_app.services.document import Operation
from workshop_app.steps.audit.deciding import record_decision, set_existing_rule, set_same_object
from workshop_app.steps.audit.view import OverlayRow

UPPER_BOUND = N_("All hours of shared rows but those of the busiest department: an upper bound, not a promise.")
KEPT = tuple(field.name for field in fields(Decision) if field.name not in ("id", "activity_id", "type", "rank"))


class DecisionEditor(Card):
    """Edits the decision of one row. ``recorded`` carries the activity's id.

    What is typed and not written down when the row, the page or the window is left is written down then.
    """

    recorded = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=8)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_selected(True)
        self._context = context
        self._row: OverlayRow | None = None
        self._departments: tuple[Department, ...] = ()
        self._left: dict[str, Decision] = {}
        """Drafts of rows that were left, until they are written down."""
        self._touched = False
        self._roomy = True
        self._make()
        self._lay_out()
        self.open_more()

    def _make(self) -> None:
        _, theme, icons = self._context.words, self._context.theme, self._context.icons
        self.title = ToneLines(theme, "card_title")
        self.question = plain_label("", theme, "caption", "text2", wrap=True)
        self.same = SegmentedControl(theme, icons)
        self.same.set_items([("yes", _("yes")), ("no", _("no")), ("unknown", _("?"))])
        self.same.chosen.connect(self._same_object)
        self.form = DecisionFields(self._context)
        self.form.touched.connect(self._on_touched)
        self.form.rule_left.connect(self._existing_rule)
        self.effect = ToneLines(theme, "body_strong")
        self.message = FieldMessage(theme)
        self.more = Button(_("More fields"), "ghost", theme, icons, after="chevron-down")
        self.more.setCheckable(True)
        self.more.toggled.connect(self.form.second.setVisible)
        self.save = button(f"{_('Record the decision')}  Ctrl+Enter", "pri", self.record, theme=theme)

    def _lay_out(self) -> None:
        _, theme, icons = self._context.words, self._context.theme, self._context.icons
        head, kinds, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(IconLabel("gavel", theme, icons, "accent", 18))
        head.addWidget(self.title, 1)
        head.addWidget(plain_label(_("Same client or document?"), theme, "caption", "text2"))
        head.addWidget(self.same)
        kinds.addWidget(self.form.kinds)
        kinds.addWidget(self.question, 1)
        clock = IconLabel("clock", theme, icons, "text2", 16)
        clock.setToolTip(plain_tip(_(UPPER_BOUND)))
        foot.addWidget(clock)
        foot.addWidget(self.effect, 1)
        for widget in (self.form.awaits, self.more, self.save):
            foot.addWidget(widget)
        for row in (head, kinds):
            row.setSpacing(8)
            self.body.addLayout(row)
        self.body.addWidget(self.form)
        self.body.addWidget(self.message)
        foot.setSpacing(8)
        self.body.addLayout(foot)

    def set_roomy(self, roomy: bool) -> None:
        """On a high page the second row of fields is open; on a low one it comes when it is wanted."""
        if roomy != self._roomy:
            self._roomy = roomy
            self.open_more(roomy)

    def open_more(self, opened: bool = True) -> None:
        """Show or fold the second row."""
        self.more.setChecked(opened)
        self.form.second.setVisible(opened)

    def show_row(self, row: OverlayRow | None, departments: tuple[Department, ...]) -> None:
        """Edit another row; the same row is only brought up to date where something is being changed."""
        if departments != self._departments:
            self._departments = departments
            self.form.set_departments(departments)
        if row is not None and self._row is not None and row.id == self._row.id and self._touched:
            self._row = row
            self.form.show_existing(row.activity)
            self._show_effect()
            return
        if row is None or self._row is None or row.id != self._row.id:
            self._leave_row()
        self._row = row
        self.setEnabled(row is not None)
        if row is not None:
            self._fill(row)

    def _leave_row(self) -> None:
        """What was not written down is; on the next turn, for rows are shown while a change is being told."""
        if self._row is not None and self._touched:
            self.form.until.commit()
            self._left[self._row.id] = self.form.draft(self._row.id)
            self._touched = False
            QTimer.singleShot(0, self, self.write_left)
        self.form.existing.commit()

    def leave(self) -> None:
        """The page or the window goes: nothing of what was typed is lost."""
        self._leave_row()
        self.write_left()

    def write_left(self) -> None:
        """Write down the drafts of rows that were left; one that holds nothing but a kind is let go."""
        left, self._left = self._left, {}
        for activity_id, draft in left.items():
            activity = self._context.bridge.engagement.get(Activity, activity_id)
            if activity is None or not self._says_something(draft):
                continue
            operation = self._recording(activity, draft)
            if self._context.bridge.run(operation) is None:
                self._left[activity_id] = draft
            else:
                self._context.shell.toast(self._context.words.message(operation.name), undo=True)

    def _says_something(self, draft: Decision) -> bool:
        """More than a kind that was looked at, and more than what is written down already."""
        decisions = self._context.bridge.engagement.decisions
        written = next((decision for decision in decisions if decision.activity_id == draft.activity_id), None)
        if written is not None:
            return any(
                getattr(draft, name) != getattr(written, name) for name in ("type", *KEPT) if name != "decided_on"
            )
        return not self._lack(draft) or draft != Decision(id="", activity_id=draft.activity_id, type=draft.type)

    def _recording(self, activity: Activity, draft: Decision) -> Operation:
        values = {name: getattr(draft, name) for name in KEPT if name != "decided_on"}
        return record_decision(activity, draft.type, self._context.bridge.as_of, **values)

    def _fill(self, row: OverlayRow) -> None:
        _ = self._context.words
        draft = self._left.pop(row.id, None)
        decision = draft or row.decision or Decision(id="", type=usual_type(row.finding))
        self.title.setText(_("Decision: “{text}”", text=row.activity.title))
        first = row.finding.primary
        codes = (first, *(code for code in row.finding.codes if code is not first))
        labels = " · ".join(_(FINDING_LABELS[code]) for code in codes)
        self.question.setText(f"{labels}. {_(QUESTIONS[first])}" if first in QUESTIONS else labels)
        usual = USUAL_DECISIONS.get(first)
        self.question.setToolTip(plain_tip(_("Usually: {decision}", decision=_(usual))) if usual else "")
        self.same.set_current(row.activity.same_object.value)
        self.form.show_decision(decision, row.activity)
        self._touched = draft is not None
        self.message.say(_("Not recorded yet") if draft else "", "warn")
        self._show_effect()

    def choose_kind(self, place: int) -> None:
        """1…5."""
        self.form.kinds.set_current(list(DecisionType)[place - 1].value)
        self.form.show_kind()
        self._on_touched()

    def _on_touched(self) -> None:
        self._touched = True
        self._show_effect()

    def _show_effect(self) -> None:
        if self._row is None:
            return
        _ = words = self._context.words
        effect = effect_of(self.form.draft(self._row.id), self._row.finding)
        parts = []
        if effect.frees_up_to:
            parts.append(_("Frees up to {hours} h/wk", hours=words.number(half_up(effect.frees_up_to, 1))))
        if effect.needs_handoff:
            parts.append(_("A handoff belongs to it: step 6"))
        self.effect.setText(". ".join(parts) or _("No hours are freed by this"))

    def record(self) -> None:
        """Write the decision down; what is missing is said, and never blocks."""
        row = self._row
        if row is None or not self._date_is_understood():
            return
        self.form.until.commit()
        draft = self.form.draft(row.id)
        touched, self._touched = self._touched, False
        if self._context.bridge.run(self._recording(row.activity, draft)) is None:
            self._touched = touched
            return
        self._say_missing(replace(draft, activity_id=row.id))
        self.recorded.emit(row.id)

    def _date_is_understood(self) -> bool:
        """A text that is no date stays under the cursor, and is explained."""
        field = self.form.until
        wrong = field.isVisibleTo(self) and not field.understood()
        if wrong:
            field.setFocus()
        return not wrong

    def _say_missing(self, decision: Decision) -> None:
        lacks = self._lack(decision)
        if lacks:
            self._context.shell.toast(lacks, undo=True)  # the next row is in the editor already

    def _lack(self, decision: Decision) -> str:
        """What a decision of this kind does not hold without, in words."""
        _ = self._context.words
        if is_deferred(decision) and decision.deferred_until is None:
            return _("Recorded. Set the date by which it will be decided.")
        if decision.awaits_owner:
            return ""
        if decision.type is DecisionType.ASSIGN and not decision.owner_department_id:
            return _("Recorded. Name the owner department: without it the decision does not hold.")
        if decision.type in (DecisionType.SPLIT, DecisionType.JOINT) and not decision.split_rule:
            return _("Recorded. The rule in one sentence is missing, and who confirms it.")
        if decision.type in (DecisionType.SPLIT, DecisionType.JOINT) and (names := self._unconfirmed(decision)):
            return _("Recorded. The rule still has to be confirmed by: {names}", names=", ".join(names))
        return ""

    def _unconfirmed(self, decision: Decision) -> list[str]:
        """The departments that do the work and have not confirmed the rule (AUD-10)."""
        performing = findings(self._context.bridge.engagement)[decision.activity_id or ""].performing or ()
        return [d.name for d in self._departments if d.id in performing and d.id not in decision.confirmed_by]

    def _same_object(self, key: str) -> None:
        if self._row is not None:
            self._context.bridge.run(set_same_object(self._row.activity, SameObject(key)))

    def _existing_rule(self) -> None:
        """Written down when the field is left; whoever confirms it is ticked beside it, everybody at first."""
        row = self._row
        if row is None:
            return
        confirmed = self.form.existing_confirmed.ticked()
        if not row.activity.existing_rule and not confirmed:
            confirmed = tuple(department.id for department in self._departments)
        self._context.bridge.run(set_existing_rule(row.activity, self.form.existing.text(), confirmed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+Enter, or Enter in a line, writes down; 1…5 choose the kind while no text is typed."""
        focus = self.focusWidget()
        typing = isinstance(focus, QLineEdit)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if enter and (with_control or (typing and focus is not self.form.existing)):
            self.record()
        elif not typing and event.text() and event.text() in "12345":
            self.choose_kind(int(event.text()))
        else:
            super().keyPressEvent(event)

    def focus_first(self) -> QWidget:
        """Where typing begins."""
        self.form.kinds.setFocus()
        return self.form.kinds
