"""A project or standing team to read: purpose, leader, team, stages, one number, warnings in words."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout

from ui.context import WindowContext
from ui.pages.tiles import Tile
from ui.steps.cooperation.words import facts_text, goal_text, project_faults, until_text
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import plain_label
from ui.widgets.people import PeopleRow, faces
from ui.widgets.picture import Picture
from ui.widgets.timelines import StagePaint, StageState, paint_stages
from ui.widgets.warnings_column import WarningsColumn
from workshop_app.domain.model import ProjectKind, ProjectStage, StageStatus
from workshop_app.domain.short_names import short_name
from workshop_app.steps.cooperation.view import ProjectCard

STATES = {
    StageStatus.DONE: StageState.DONE,
    StageStatus.IN_PROGRESS: StageState.CURRENT,
    StageStatus.OPEN: StageState.COMING,
}


class ProjectTile(Tile):
    """One card of the grid."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(context)
        theme, icons = context.theme, context.icons
        self.title = plain_label("", theme, "card_title", wrap=True)
        self.until = plain_label("", theme, "caption", "text3")
        self.purpose = plain_label("", theme, "body", "text2", wrap=True)
        self.leader = ToneLabel(theme, "body_strong")
        self.sponsor = ToneLabel(theme, "caption", "text3")
        self.team = PeopleRow(theme)
        self.stages = Picture(theme, lambda p, b, t: None, height=50, name="")
        self.measure = plain_label("", theme, "body", "text2", wrap=True)
        self.number = plain_label("", theme, "body_strong")
        self.facts = plain_label("", theme, "caption", "text3")
        self.faults = WarningsColumn(theme, icons)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.until)
        head.addWidget(self.more)
        who = QHBoxLayout()
        who.setSpacing(6)
        who.addWidget(IconLabel("user-check", theme, icons, "text2", 16))
        for said in (self.leader, self.sponsor):
            said.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            who.addWidget(said)
        who.addStretch(1)
        result = QHBoxLayout()
        result.setSpacing(10)
        result.addWidget(self.measure, 1)
        result.addWidget(self.number)
        column = QVBoxLayout()
        column.setSpacing(6)
        for part in (head, self.purpose, who, self.team, self.stages, result, self.facts, self.faults):
            column.addWidget(part) if not isinstance(part, QHBoxLayout) else column.addLayout(part)
        self.body.addLayout(column)
        self.body.addStretch(1)

    def show_item(self, card: ProjectCard) -> None:
        """Another project, or the same brought up to date."""
        _ = words = self.context.words
        project, engagement = card.project, self.context.bridge.engagement
        self.title.setText(project.title)
        self.setAccessibleName(project.title)
        self.until.setText(until_text(card, words))
        self.purpose.setText(project.purpose or _("What for?"))
        self.purpose.set_token("text2" if project.purpose else "text3")
        self.leader.setText(
            _("Leader: {name}", name=short_name(card.leader.name)) if card.leader else _("Nobody leads it yet")
        )
        self.leader.set_token("text" if card.leader else "warn")
        self.sponsor.setText("· " + _("sponsor {name}", name=short_name(card.sponsor.name)) if card.sponsor else "")
        self.team.set_faces(faces(engagement, project.team))
        self.team.setVisible(bool(project.team))
        self._show_stages(card)
        self.measure.setText(project.result_metric or _("Which number will change?"))
        self.measure.set_token("text2" if project.result_metric else "warn")
        self.number.setText(goal_text(card, words))
        facts = facts_text(card, engagement.settings.currency, words)
        self.facts.setText(facts)
        self.facts.setVisible(bool(facts))
        self.faults.set_warnings(project_faults(card, self.context.bridge.as_of, words))

    def _show_stages(self, card: ProjectCard) -> None:
        _ = words = self.context.words
        team = card.project.kind is ProjectKind.TEAM
        kept = [stage for stage in card.stages if stage.status is not StageStatus.CANCELLED]
        painted = [self._stage(stage) for stage in kept]
        said = _("{done} of {all} stages done", done=card.progress.done, all=card.progress.stages)
        self.stages.show_picture(lambda p, b, t: paint_stages(p, b, painted, t), said)
        self.stages.setVisible(bool(painted) and not team)
        self.setAccessibleDescription(f"{said}. {words(until_text(card, words))}" if kept else "")

    def _stage(self, stage: ProjectStage) -> StagePaint:
        words = self.context.words
        caption = words.date_short(stage.due) if stage.due else words("no date")
        return StagePaint(stage.title, caption, STATES[stage.status])
