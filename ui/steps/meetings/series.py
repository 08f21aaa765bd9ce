"""The series: cards in two columns, ready ones dashed, the load of each person below."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.actions import Action
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.tabs import tabbed_header
from ui.pages.tile_page import TilePage
from ui.pages.tiles import TileArea
from ui.steps.meetings.load import LoadCard
from ui.steps.meetings.ready_tile import ReadyTile
from ui.steps.meetings.series_form import SeriesForm
from ui.steps.meetings.series_tile import SeriesTile
from ui.widgets.buttons import IconButton
from ui.widgets.layout import button
from workshop_app.domain.meetings import MOST_SERIES, ReadySeries
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import Meeting
from workshop_app.domain.short_names import surname
from workshop_app.services.document import Change, Operation
from workshop_app.services.new_files import named_file
from workshop_app.steps.meetings.operations import (
    add_series,
    heaviest,
    release,
    remove_series,
    switch_on,
)
from workshop_app.steps.meetings.view import MeetingsView


class SeriesPage(TilePage[Meeting]):
    """Enter edits or switches a ready series on, Ins adds, Ctrl+Del on a bar releases the person."""

    name = "series"
    row_type = Meeting

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        context = self.context
        self.load = LoadCard(context)
        self.ready: dict[str, ReadyTile] = {}
        self.area = TileArea(
            context,
            partial(SeriesTile, context),
            partial(SeriesForm, context),
            below=self.load,
            least=120,
            wide_forms=True,
        )
        self._build()
        self.connect_area()
        self.load.released.connect(self._release)

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(_("Series"), "ghost", self.add_new, icons=icons, icon="plus", theme=theme)
        add.setToolTip(_("New series (Ins)"))
        said = _("Meetings, follow-ups and due dates for a calendar program (.ics)")
        dates = IconButton("calendar", said, theme, icons, self._ask_where)
        forward = self.forward_button(_("To rewards"), Place("rewards"))
        self.header = tabbed_header(self, (dates, add, forward))
        hints = [
            ("Ins", _("series")),
            ("Enter", _("edit, or switch on")),
            ("Esc", _("done")),
            ("Alt+↑/↓", _("order; in a form: point of the agenda")),
            ("Ctrl+Del", _("release a participant")),
            ("Del", _("delete")),
        ]
        self.lay_out(self.header, self.area, grows=self.area, hints=hints)

    def show_view(self, view: MeetingsView, change: Change | None) -> None:
        """Cards, ready ones, load."""
        words = self.context.words
        self._show_ready(view)
        self.area.set_items(view.series)
        self.load.show_loads(view)
        count = len(view.series)
        enough = words("{n} of {most}: that is enough", n=count, most=MOST_SERIES)
        if self.context.theme.theme.size > 100:
            enough = words("{first} of {total}", first=count, total=MOST_SERIES)
        more = words.plural("{n} series", "{n} series", count)
        beyond = words("{series}: more than four, which one can go?", series=more)
        self.header.set_note(beyond if count > MOST_SERIES else enough if count == MOST_SERIES else more)

    def _show_ready(self, view: MeetingsView) -> None:
        wanted = {ready.title: ready for ready in view.ready} if len(view.series) < MOST_SERIES else {}
        for title, ready in wanted.items():
            if title not in self.ready:
                self.ready[title] = ReadyTile(self.context, ready)
                self.ready[title].opened.connect(partial(self.switch_on, ready))
        tiles: list[QWidget] = [self.ready[title] for title in wanted]
        self.area.set_extra(tiles)

    def switch_on(self, ready: ReadySeries) -> None:
        """A ready series becomes a real one; its chair is asked for."""
        engagement, words = self.page.engagement, self.context.words
        if self.run(switch_on(ready, words, engagement, self.context.bridge.as_of)):
            form = self.open_newest()
            if isinstance(form, SeriesForm):
                form.chair.setFocus(Qt.FocusReason.TabFocusReason)

    def past_the_end(self) -> None:
        """To the first series that is ready to be switched on."""
        shown = [tile for tile in self.ready.values() if not tile.isHidden()]
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(shown[0])

    def _ask_where(self) -> None:
        _ = self.context.words
        path, _kind = QFileDialog.getSaveFileName(self, _("Calendar"), _("Meetings") + ".ics", _("Calendar (*.ics)"))
        if path:
            self.export_calendar(named_file(path, ".ics"))

    def export_calendar(self, target: Path) -> None:
        """Write the dates for a calendar program and say so."""
        from workshop_app.exchange.writing import write_out

        try:
            write_out(self.page.engagement, target, self.context.words)
        except ProblemError as error:
            self.context.shell.problem(error.message)
            return
        self.context.shell.toast(self.context.words("Exported: {name}", name=target.name))

    def removal(self, record: Meeting) -> Operation:
        """Its log goes with it."""
        return remove_series(record)

    def _release(self, person_id: str) -> None:
        """Out of the current series where the person takes part, else out of the heaviest one."""
        engagement = self.page.engagement
        meeting = self.record(self.area.current)
        if meeting is None or person_id not in meeting.participants:
            meeting = heaviest(engagement, person_id)
        person = engagement.person(person_id)
        if meeting is not None and person is not None:
            said = self.context.words(
                "Released: {name} from “{series}”", name=surname(person.name), series=meeting.title
            )
            if self.run(release(meeting, person_id, person.name)):
                self.context.shell.toast(said, undo=True)

    def select(self, row_id: str | None) -> None:
        """A series, or the load of a person."""
        if not self.area.select(row_id) and row_id in self.load.bars:
            self.load.bars[str(row_id)].setFocus(Qt.FocusReason.TabFocusReason)
            self.area.ensureWidgetVisible(self.load.bars[str(row_id)])

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, release."""
        _ = self.context.words
        section = _("Meetings")
        return (
            Action("series_add", _("New series of meetings"), self.add_new, section, (), "plus"),
            Action("series_release", _("Release a participant"), lambda: None, section, ("Ctrl+Del",), local=True),
        )

    def add_new(self) -> None:
        """Ins: a new series, its title being typed; a fifth one is allowed."""
        if self.run(add_series(self.context.words("New series"))):
            self.open_newest()
