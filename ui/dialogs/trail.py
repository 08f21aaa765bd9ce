"""Where something comes from and where it went: the way of an activity, or of everything in a person's role card."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.overlay import OverlayPanel
from ui.pages.base import Place
from ui.widgets import roles
from ui.widgets.delegates.special import RowDelegate
from ui.widgets.elided import ToneLabel
from ui.widgets.layout import HintLine, plain_label
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Activity, Person
from workshop_app.steps.trail import TrailLine, activity_trail, person_trail, title_of_trail


class TrailPanel(OverlayPanel):
    """Enter goes to a stage; from a person's card it goes on to the way of the activity, Backspace comes back."""

    width_wanted, height_wanted = 760, 520
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext) -> None:
        title = context.words("Where it comes from and where it went")
        super().__init__(parent, title, context.theme, context.icons, context.words)
        _ = context.words
        self._context = context
        self._way: list[Activity | Person] = []
        self.subject = ToneLabel(context.theme, "body_strong")
        self.body.addWidget(self.subject)
        self.model: TableModel[TrailLine] = TableModel(self._columns(), context.bridge.run)
        self.table = LineTable(self.model, RowDelegate(context.theme, context.icons, self, height=44))
        self.table.set_widths((220, 0))
        self.table.opened.connect(self._open)
        self.table.single_keys = self._key
        self.nothing = plain_label(_("No letters for this person in the matrix yet."), context.theme, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.nothing, 1)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(
            HintLine([("Enter", _("go there")), ("Backspace", _("back")), ("Esc", _("close"))], context.theme)
        )
        context.bridge.changed.connect(self._follow)

    def _follow(self, _change: object) -> None:
        if self.isVisible():
            self._fill()

    def _columns(self) -> list[Column[TrailLine]]:
        _ = self.words
        return [
            Column("stage", _("Stage"), lambda line: line.stage, roles={roles.TONE: lambda _line: "text2"}),
            Column(
                "text",
                _("What it says"),
                lambda line: line.text,
                roles={roles.CAPTION: lambda line: line.more},
                tooltip=lambda line: "\n".join(filter(None, (line.text, line.more))),
            ),
        ]

    def show_subject(self, subject: Activity | Person) -> None:
        """Open for an activity or a person."""
        self._way = [subject]
        self._fill()
        self.open()

    def focus_first(self) -> None:
        """The list."""
        self.table.setFocus()
        if self.model.lines:
            self.table.select(self.model.lines[0].id)

    def _fill(self) -> None:
        if not self._way:
            return
        subject, engagement = self._way[-1], self._context.bridge.engagement
        if engagement.get(type(subject), subject.id) is None:
            self.leave()
            return
        self.subject.setText(title_of_trail(subject))
        make = person_trail if isinstance(subject, Person) else activity_trail
        lines = make(engagement, subject.id, self.words)
        self.model.set_lines(lines)
        self.table.setVisible(bool(lines))
        self.nothing.setVisible(not lines)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Backspace or len(self._way) < 2:
            return False
        came_from = self._way.pop()
        self._fill()
        self.table.select(came_from.id)
        return True

    def _open(self, line_id: str) -> None:
        line = next((line for line in self.model.lines if line.id == line_id), None)
        subject = self._way[-1] if self._way else None
        activity = self._context.bridge.engagement.activity(line_id)
        if isinstance(subject, Person) and activity is not None:
            self._way.append(activity)
            self._fill()
            self.focus_first()
        elif line is not None and line.place is not None:
            self.leave()
            self._context.shell.go(Place(*line.place))
