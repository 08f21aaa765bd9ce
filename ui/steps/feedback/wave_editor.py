"""A wave of the pulse survey: title, day, threshold, how many were asked in each department; or out with it."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.context import WindowContext
from ui.widgets.clearing import clear_layout
from ui.widgets.date_field import DateField
from ui.widgets.fields import LabeledField
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.number_field import NumberField
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Department, Survey
from workshop_app.domain.pulse import is_second_wave
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.steps.feedback.operations import change_survey, remove_survey, set_invited
from workshop_app.steps.feedback.view import Wave

NUMBER_WIDTH = 96


class WaveEditor(Card):
    """Each field commits by itself."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=8)
        self._context = context
        self._survey: Survey | None = None
        self._sure = False
        _ = words = context.words
        theme, icons = context.theme, context.icons
        self.title = TextField(theme, "", _("Title"))
        self.date = DateField(theme, icons, words, context.bridge.as_of, _("Day of the survey"))
        self.threshold = NumberField(theme, words, _("Anonymity threshold"), low=Decimal(4), whole=True)
        self.threshold.setFixedWidth(NUMBER_WIDTH)
        self.invited: dict[str, NumberField] = {}
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(LabeledField(_("Title"), self.title, theme), 1)
        row.addWidget(LabeledField(_("Day of the survey"), self.date, theme))
        row.addWidget(LabeledField(_("Threshold, 4–10"), self.threshold, theme))
        self.body.addLayout(row)
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self.body.addLayout(self._grid)
        foot = QHBoxLayout()
        self.when = plain_label("", theme, "caption", "text2")
        self.remove = button(_("Remove the wave"), "ghost", self._remove, icons=icons, icon="trash-2", theme=theme)
        foot.addWidget(self.when, 1)
        foot.addWidget(self.remove)
        self.body.addLayout(foot)
        self.body.addStretch(1)
        self.title.committed.connect(lambda text: self._change(title=single_line(text)) if text.strip() else None)
        self.date.chosen.connect(lambda day: self._change(date=day))
        self.threshold.chosen.connect(self._limit)

    def show_wave(self, wave: Wave, departments: tuple[Department, ...]) -> None:
        """Another wave, or the same with new values."""
        _ = words = self._context.words
        survey, engagement = wave.survey, self._context.bridge.engagement
        if self._survey is None or self._survey.id != survey.id:
            self._sure = False
        self._survey = survey
        self.title.set_value(survey.title)
        self.date.set_current(survey.date)
        self.threshold.set_current(Decimal(survey.threshold))
        if list(self.invited) != [department.id for department in departments]:
            self._rebuild(departments)
        for department in departments:
            self.invited[department.id].set_current(Decimal(wave.results.invited.get(department.id, 0)))
        second = is_second_wave(engagement, survey.date)
        self.when.setText(_("The second wave: 45–75 days after the session") if second else "")
        count = wave.results.n_total
        text = words.plural("Press again: {n} answer goes for good", "Press again: {n} answers go for good", count)
        self.remove.set_text(text if self._sure and count else _("Remove the wave"))

    def _rebuild(self, departments: tuple[Department, ...]) -> None:
        _ = self._context.words
        clear_layout(self._grid)
        self.invited = {}
        for place, department in enumerate(departments):
            field = NumberField(self._context.theme, self._context.words, _("Asked"), whole=True)
            field.chosen.connect(lambda count, name=department.id: self._invite(name, count))
            self.invited[department.id] = field
            label = _("Asked in {department}", department=department.short)
            self._grid.addWidget(LabeledField(label, field, self._context.theme), place // 4, place % 4)

    def _run(self, operation: Operation) -> None:
        self._context.bridge.run(operation)

    def _change(self, **values: object) -> None:
        survey = self._survey
        if survey is not None and any(getattr(survey, name) != value for name, value in values.items()):
            self._run(change_survey(survey, **values))

    def _limit(self, number: object) -> None:
        if isinstance(number, Decimal):
            self._change(threshold=min(10, int(number)))

    def _invite(self, department_id: str, count: object) -> None:
        if self._survey is not None:
            self._run(set_invited(self._survey, department_id, int(count) if isinstance(count, Decimal) else 0))

    def _remove(self) -> None:
        """A wave with answers goes at the second press: they never come back."""
        survey, engagement = self._survey, self._context.bridge.engagement
        if survey is None:
            return
        answered = any(response.survey_id == survey.id for response in engagement.survey_responses)
        if answered and not self._sure:
            self._sure = True
            count = sum(response.survey_id == survey.id for response in engagement.survey_responses)
            plural = self._context.words.plural
            self.remove.set_text(
                plural("Press again: {n} answer goes for good", "Press again: {n} answers go for good", count)
            )
            return
        self._sure = False
        operation = remove_survey(survey)
        self._run(operation)
        self._context.shell.toast(self._context.words.message(operation.name), undo=not answered)
