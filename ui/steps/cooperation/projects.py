"""Projects and standing teams as cards; the last one adds."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from ui.actions import Action
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.tabs import tabbed_header
from ui.pages.tile_page import TilePage
from ui.pages.tiles import TileArea
from ui.steps.cooperation.project_form import ProjectForm
from ui.steps.cooperation.project_tile import ProjectTile
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.cooperation import MOST_PROJECTS
from workshop_app.domain.model import Project, ProjectKind
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Change, Operation
from workshop_app.steps.cooperation.projects import add_project, remove_project
from workshop_app.steps.cooperation.view import CooperationView


class ProjectsPage(TilePage[Project]):
    """Enter edits, Ins adds a project, Shift+Ins a team, 1…9 goes to a card."""

    name = "projects"
    wide = True
    row_type = Project

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        context = self.context
        self.add_tile = self._add_tile()
        self.area = TileArea(
            context,
            partial(ProjectTile, context),
            partial(ProjectForm, context),
            extra=(self.add_tile,),
            least=200,
        )
        self._build()
        self.connect_area()

    def _add_tile(self) -> Card:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        tile = Card("dashed", 18, 8)
        tile.body.addStretch(1)
        head = QHBoxLayout()
        head.addStretch(1)
        head.addWidget(IconLabel("plus", theme, icons, "accent", 20))
        head.addWidget(plain_label(_("Project or team"), theme, "card_title", "accent"))
        head.addStretch(1)
        tile.body.addLayout(head)
        self.kind = SegmentedControl(theme, icons)
        self.kind.set_items([("project", _("project, 60–90 days")), ("team", _("standing team"))])
        self.kind.setAccessibleName(_("Kind"))
        self.entry = TextField(theme, _("What do the departments do together?"), _("New project"))
        self.entry.returnPressed.connect(self._enter)
        tile.body.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignHCenter)
        tile.body.addWidget(self.entry)
        self.enough = plain_label("", theme, "caption", "text3", wrap=True)
        self.enough.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        tile.body.addWidget(self.enough)
        tile.body.addStretch(1)
        return tile

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        forward = self.forward_button(_("To training"), Place("training"))
        self.header = tabbed_header(self, (forward,))
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(
            EmptyState(
                "users",
                _("One project, people from different departments, one number."),
                theme,
                icons,
                (_("Start a project"), self.add_new),
                (_("Form a standing team"), self.add_team),
            )
        )
        hints = [
            ("Ins", _("project")),
            ("Shift+Ins", _("standing team")),
            ("Enter", _("edit")),
            ("Esc", _("done")),
            ("1…9", _("card")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
        ]
        self.lay_out(self.header, self.stack, grows=self.stack, hints=hints)

    def show_view(self, view: CooperationView, change: Change | None) -> None:
        """Cards in their order."""
        _ = words = self.context.words
        self.area.set_items(view.projects)
        self.stack.setCurrentIndex(0 if view.projects or self.entry.hasFocus() else 1)
        count = words.plural("{n} project", "{n} projects", view.running)
        many = view.running >= MOST_PROJECTS
        note = _("{projects}: no more for now", projects=count) if many else count
        self.header.set_note(note if view.projects else "")
        self.enough.setText(
            _("More than three projects at once are rarely finished.") if many else _("Enter writes it down.")
        )

    def removal(self, record: Project) -> Operation:
        """Its stages go with it."""
        return remove_project(record)

    def _enter(self) -> None:
        title = single_line(self.entry.text())
        if not title:
            return
        start = self.page.engagement.session.date or self.context.bridge.as_of
        if self.run(add_project(title, ProjectKind(self.kind.current()), start)):
            self.entry.set_value("")
            self.entry.clear()
            self.entry.commit()
            form = self.open_newest()
            if isinstance(form, ProjectForm):
                form.purpose.setFocus(Qt.FocusReason.TabFocusReason)

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, go to a card."""
        _ = self.context.words
        section = _("Projects and teams")
        return (
            Action("project_add", _("New project"), self.add_new, section, (), "plus"),
            Action("team_add", _("New standing team"), self.add_team, section, ("Shift+Insert",), "users"),
            Action("project_card", _("Go to a card"), lambda: None, section, ("1…9",), local=True),
        )

    def add_new(self) -> None:
        """Ins: the line of the last tile, for a project."""
        self._begin(ProjectKind.PROJECT)

    def add_team(self) -> None:
        """Shift+Ins: the same line, for a team without end."""
        self._begin(ProjectKind.TEAM)

    def _begin(self, kind: ProjectKind) -> None:
        self.kind.set_current(kind.value)
        self.stack.setCurrentIndex(0)
        self.entry.setFocus(Qt.FocusReason.TabFocusReason)
        self.area.ensureWidgetVisible(self.add_tile)
