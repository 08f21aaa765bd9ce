"""The fourth point: one correction to a rule. With a rule chosen, what is typed is its new wording."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QWidget

from ui.context import WindowContext
from ui.steps.followup.agenda_cards import CORRECTION, AgendaCard, said
from ui.widgets.layout import plain_label
from ui.widgets.picker import Picker, PickerChoice
from ui.widgets.text_field import TextField
from workshop_app.domain.decisions import current_decisions
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Decision
from workshop_app.steps.followup.operations import add_correction
from workshop_app.steps.followup.view import FollowUpView


class CorrectionCard(AgendaCard):
    """Enter writes it down and, where a rule was chosen, changes that rule."""

    def __init__(self, context: WindowContext) -> None:
        _ = context.words
        super().__init__(context, CORRECTION, _("Correction to a rule"))
        theme = context.theme
        self.rule = Picker(theme, context.icons, context.words, _("Which rule? (may stay empty)"), _("Rule"))
        self.rule.chosen.connect(self._take_rule)
        self.text = TextField(theme, _("What do we change in the rule?"), _("Correction to a rule"))
        self.text.returnPressed.connect(self._write)
        self.body.addWidget(self.rule)
        self.body.addWidget(self.text)
        self.body.addWidget(plain_label(_("We change the rule, not the people"), theme, "caption", "text2"))

    def show_view(self, view: FollowUpView) -> None:
        """What was corrected, and the rules there are."""
        lines: list[QWidget] = [said(note.text, self.context, icon="check") for note in view.corrections]
        self.show_lines(lines)
        self.rule.set_choices(rules_of(self.context.bridge.engagement))

    def _take_rule(self, decision_id: str | None) -> None:
        """The rule as it is stands ready to be changed."""
        decision = self.context.bridge.engagement.get(Decision, decision_id)
        if decision is not None and not self.text.text().strip():
            self.text.setText(decision.split_rule or "")
        self.text.setFocus()

    def _write(self) -> None:
        engagement = self.context.bridge.engagement
        decision = engagement.get(Decision, self.rule.current_id)
        activity = engagement.activity(decision.activity_id) if decision else None
        if not self.text.text().strip():
            return
        title = activity.title if activity else ""
        operation = add_correction(self.text.text(), datetime.now(), decision, title)
        if self.context.bridge.run(operation) is not None:
            self.text.set_value("")
            self.text.clear()
            self.rule.set_current(None)
            self.context.shell.toast(self.context.words.message(operation.name), undo=True)


def rules_of(engagement: Engagement) -> list[PickerChoice]:
    """Every written rule with the activity it is about."""
    found = []
    for activity_id, decision in current_decisions(engagement).items():
        activity = engagement.activity(activity_id)
        if activity is not None and decision.split_rule:
            found.append(PickerChoice(decision.id, activity.title, decision.split_rule))
    return found
