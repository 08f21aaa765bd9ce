"""The fourth point: one correction to a rule. With a rule chosen, what is typed is its new wording, confirmed anew."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.context import WindowContext
from ui.steps.followup.agenda_cards import CORRECTION, AgendaCard, said
from ui.widgets.confirm_checks import ConfirmChecks
from ui.widgets.layout import plain_label
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.text_field import TextField
from workshop_app.domain.decisions import current_decisions
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Decision
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.steps.followup.operations import add_correction, confirm_rule
from workshop_app.steps.followup.view import FollowUpView


class CorrectionCard(AgendaCard):
    """Enter writes it down and, where a rule was chosen, changes that rule."""

    def __init__(self, context: WindowContext) -> None:
        _ = context.words
        super().__init__(context, CORRECTION, _("Correction to a rule"))
        theme = context.theme
        self._ticked_for: tuple[Decision, bool] | None = None
        self.rule = Picker(theme, context.icons, context.words, _("Which rule? (may stay empty)"), _("Rule"))
        self.rule.chosen.connect(self._take_rule)
        self.text = TextField(theme, _("What do we change in the rule?"), _("Correction to a rule"))
        self.text.returnPressed.connect(self._write)
        self.text.textChanged.connect(self._ask_anew)
        self.confirmed = ConfirmChecks(theme, _, _("Confirm the new rule"), self.text)
        self.confirmed.changed.connect(self._confirm)
        self.confirmed.hide()
        self.body.addWidget(self.rule)
        self.body.addWidget(self.text)
        self.body.addWidget(self.confirmed)
        self.body.addWidget(plain_label(_("We change the rule, not the people"), theme, "caption", "text2"))

    def show_view(self, view: FollowUpView) -> None:
        """What was corrected, and the rules there are."""
        lines: list[QWidget] = [said(note.text, self.context, icon="check") for note in view.corrections]
        self.show_lines(lines)
        self.rule.set_choices(rules_of(self.context.bridge.engagement))
        self.confirmed.set_departments(self.context.bridge.engagement.departments)
        self._ask_anew()

    def _chosen(self) -> tuple[Decision | None, str]:
        """The rule to be changed and the title of its activity."""
        engagement = self.context.bridge.engagement
        decision = engagement.get(Decision, self.rule.current_id)
        activity = engagement.activity(decision.activity_id) if decision else None
        return decision, activity.title if activity else ""

    def _take_rule(self, decision_id: str | None) -> None:
        """The rule as it is stands ready to be changed."""
        decision = self.context.bridge.engagement.get(Decision, decision_id)
        if decision is not None and not self.text.text().strip():
            self.text.setText(decision.split_rule or "")
        self._ask_anew()
        self.text.setFocus()

    def _ask_anew(self) -> None:
        """The ticks of the old words do not hold for new ones."""
        decision, _title = self._chosen()
        self.confirmed.setVisible(decision is not None)
        state = (decision, self._is_new(decision)) if decision is not None else None
        if state is not None and state != self._ticked_for:
            self.confirmed.set_ticked(() if state[1] else state[0].confirmed_by)
        self._ticked_for = state

    def _is_new(self, decision: Decision) -> bool:
        return single_line(self.text.text()) != (decision.split_rule or "")

    def _confirm(self) -> None:
        """A rule as it stands is confirmed at once; new words with Enter."""
        decision, title = self._chosen()
        if decision is not None and not self._is_new(decision):
            self.context.bridge.run(confirm_rule(decision, title, self.confirmed.ticked()))

    def _write(self) -> None:
        decision, title = self._chosen()
        if not self.text.text().strip():
            return
        confirmed = self.confirmed.ticked()
        operation = add_correction(self.text.text(), datetime.now(), decision, title, confirmed)
        if self.context.bridge.run(operation) is not None:
            self.text.set_value("")
            self.text.clear()
            self.rule.set_current(None)
            self._ask_anew()
            self._tell(operation, asked=decision is None or bool(confirmed))

    def _tell(self, operation: Operation, *, asked: bool) -> None:
        _ = self.context.words
        unasked = _("The rule has new words: let the departments confirm it")
        self.context.shell.toast(_.message(operation.name) if asked else unasked, undo=True)


def rules_of(engagement: Engagement) -> list[PickerChoice]:
    """Every written rule with the activity it is about."""
    found = []
    for activity_id, decision in current_decisions(engagement).items():
        activity = engagement.activity(activity_id)
        if activity is not None and decision.split_rule:
            found.append(PickerChoice(decision.id, activity.title, decision.split_rule))
    return found
