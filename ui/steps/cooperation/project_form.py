"""A project or team being edited: purpose, people, dates, one number, cost, stages with their status."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.buttons import IconButton
from ui.widgets.controls import ChoiceBox
from ui.widgets.date_field import DateField
from ui.widgets.form_card import RecordForm
from ui.widgets.in_place import InPlaceText
from ui.widgets.layout import plain_label
from ui.widgets.number_field import NumberField
from ui.widgets.people import PeopleField
from ui.widgets.picker import Picker, person_choices
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Project, ProjectKind, ProjectStage, StageStatus
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import Words
from workshop_app.steps.cooperation.projects import add_stage, change_project, change_stage
from workshop_app.steps.cooperation.view import ProjectCard


def status_items(words: Words) -> list[tuple[str, str]]:
    """The states of a stage with their words."""
    _ = words
    return [
        (StageStatus.OPEN.value, _("to come")),
        (StageStatus.IN_PROGRESS.value, _("in progress")),
        (StageStatus.DONE.value, _("done")),
        (StageStatus.CANCELLED.value, _("cancelled")),
    ]


class StageLine(QWidget):
    """Title, date, status, a cross. ``wanted`` carries operations."""

    wanted = Signal(object)

    def __init__(self, context: WindowContext, stage: ProjectStage) -> None:
        super().__init__()
        _, theme, icons = context.words, context.theme, context.icons
        self._stage = stage
        self.title = TextField(theme, "", _("Stage"))
        self.due = DateField(theme, icons, context.words, context.bridge.as_of, _("Stage is done by"))
        self.status = ChoiceBox(theme, icons, _("State of the stage"))
        self.status.set_items(status_items(context.words))
        cross = IconButton("x", _("Remove the stage"), theme, icons, lambda: self._change(title=""))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.title, 1)
        row.addWidget(self.due)
        row.addWidget(self.status)
        row.addWidget(cross)
        self.title.committed.connect(lambda text: self._change(title=single_line(text)))
        self.due.chosen.connect(lambda due: self._change(due=due))
        self.status.picked.connect(lambda key: self._change(status=StageStatus(key)))

    def _change(self, **values: Any) -> None:
        self.wanted.emit(change_stage(self._stage, **values))

    def show_stage(self, stage: ProjectStage) -> None:
        """The stage as it is now."""
        self._stage = stage
        self.title.set_value(stage.title)
        self.due.set_current(stage.due)
        self.status.set_current(stage.status.value)


class StageEntry(TextField):
    """Enter adds a stage and waits for the next one; in an empty line it goes on."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the form does not see an Enter that added."""
        adds = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(self.text().strip())
        super().keyPressEvent(event)
        if adds:
            event.accept()


class ProjectForm(RecordForm[Project]):
    """Fields that commit by themselves."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context, change_project)
        self.stage_lines: dict[str, StageLine] = {}
        self._fields()
        self._lay_out()
        self._connect()

    def _fields(self) -> None:
        _ = words = self.context.words
        theme, icons, today = self.context.theme, self.context.icons, self.context.bridge.as_of
        self.title = InPlaceText(theme, "card_title", _("What it is called"), _("Project"), framed=True)
        self.project_kind = SegmentedControl(theme, icons)
        self.project_kind.setAccessibleName(_("Kind"))
        self.project_kind.set_items(
            [(ProjectKind.PROJECT.value, _("project, 60–90 days")), (ProjectKind.TEAM.value, _("standing team"))]
        )
        self.purpose = InPlaceText(
            theme, "body", _("What will be different for the client?"), _("Purpose"), framed=True
        )
        self.leader = Picker(theme, icons, words, _("one person, by name"), _("Leader"))
        self.sponsor = Picker(theme, icons, words, _("who clears the way"), _("Sponsor"))
        self.team = PeopleField(theme, icons, words, _("Team, people from different departments"))
        self.start = DateField(theme, icons, words, today, _("Start"))
        self.end = DateField(theme, icons, words, today, _("End"))
        self.measure = TextField(theme, _("Which number will change?"), _("Measure"))
        self.target = NumberField(theme, words, _("Target"), low=None)
        self.cost = NumberField(theme, words, _("Cost"))
        self.hours = NumberField(theme, words, _("Hours"))
        self.stage = StageEntry(theme, _("one more stage; Enter adds it"), _("New stage"))

    def _lay_out(self) -> None:
        _, theme = self.context.words, self.context.theme
        self.body.addWidget(self.title)
        self.body.addWidget(self.project_kind)
        self.body.addWidget(self.purpose)
        self.add_row(self.leader, self.sponsor)
        self.add_row(self.team)
        self.dates = self.add_row(self.start, self.end)
        self.add_row(self.measure, self.target, stretch=(3, 1))
        self.add_row(self.cost, self.hours)
        self.stages_part = QWidget()
        part = QVBoxLayout(self.stages_part)
        part.setContentsMargins(0, 0, 0, 0)
        part.setSpacing(6)
        part.addWidget(plain_label(_("Stages"), theme, "caption", "text2"))
        self.stages = QVBoxLayout()
        self.stages.setSpacing(4)
        part.addLayout(self.stages)
        part.addWidget(self.stage)
        self.body.addWidget(self.stages_part)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.done_button())
        self.body.addLayout(foot)

    def _connect(self) -> None:
        self.title.committed.connect(self.rename)
        self.purpose.committed.connect(partial(self.write_text, "purpose"))
        self.measure.committed.connect(partial(self.write_text, "result_metric"))
        self.project_kind.chosen.connect(lambda key: self.write("kind", ProjectKind(key)))
        self.team.changed.connect(partial(self.write, "team"))
        for field, name in (
            (self.leader, "leader_id"),
            (self.sponsor, "sponsor_id"),
            (self.start, "start"),
            (self.end, "end"),
            (self.target, "result_target"),
            (self.cost, "cost"),
            (self.hours, "hours"),
        ):
            field.chosen.connect(partial(self.write, name))
        self.stage.committed.connect(self._add_stage)

    def _add_stage(self, text: str) -> None:
        title = single_line(text)
        if title and self.record is not None:
            self.wanted.emit(add_stage(self.record, title))
            self.stage.set_value("")

    def begin(self) -> None:
        """The title first."""
        self.title.setFocus(Qt.FocusReason.TabFocusReason)

    def show_item(self, card: ProjectCard) -> None:
        """Another project, or the same with new values; what is being typed stays."""
        self.record = project = card.project
        engagement = self.context.bridge.engagement
        self.title.set_value(project.title)
        self.purpose.set_value(project.purpose or "")
        self.measure.set_value(project.result_metric or "")
        self.project_kind.set_current(project.kind.value)
        for picker, person in ((self.leader, project.leader_id), (self.sponsor, project.sponsor_id)):
            picker.set_choices(person_choices(engagement, "—"))
            picker.set_current(person)
        self.team.show_people(engagement, project.team)
        for field, value in (
            (self.start, project.start),
            (self.end, project.end),
            (self.target, project.result_target),
            (self.cost, project.cost),
            (self.hours, project.hours),
        ):
            field.set_current(value)
        self.stages_part.setVisible(project.kind is ProjectKind.PROJECT)
        self._show_stages(card)

    def _show_stages(self, card: ProjectCard) -> None:
        ids = [stage.id for stage in card.stages]
        for gone in self.stage_lines.keys() - set(ids):
            line = self.stage_lines.pop(gone)
            line.hide()
            line.deleteLater()
        for stage in card.stages:
            if stage.id not in self.stage_lines:
                made = StageLine(self.context, stage)
                made.wanted.connect(self.wanted)
                self.stage_lines[stage.id] = made
                self.stages.addWidget(made)
            self.stage_lines[stage.id].show_stage(stage)
