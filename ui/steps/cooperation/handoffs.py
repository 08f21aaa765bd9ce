"""Handoffs: the client's way on top, the table below, a form under it while one is edited."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage
from ui.pages.table_page import TableFormPage
from ui.pages.tabs import tabbed_header
from ui.steps.cooperation.columns import HandoffColumns
from ui.steps.cooperation.handoff_form import HandoffForm
from ui.steps.cooperation.pasting import read_rows
from ui.steps.cooperation.way import WayMap
from ui.steps.cooperation.words import longest_note, way_note
from ui.widgets.delegates.offered import OfferedRowDelegate
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, button, plain_label
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Handoff
from workshop_app.services.document import Change, Operation
from workshop_app.steps.cooperation.operations import add_handoff, add_suggested, paste_handoffs, remove_handoffs
from workshop_app.steps.cooperation.view import CooperationView, HandoffLine

ROW = 46


class HandoffsPage(TableFormPage[HandoffLine, Handoff]):
    """Enter edits or takes what a decision asks for, F2 edits a cell, 1…9 walks the way."""

    name = "handoffs"
    wide = True
    row_type = Handoff
    form: HandoffForm

    def __init__(self, page: SteppedPage) -> None:
        context = page.context
        model: TableModel[HandoffLine] = TableModel(HandoffColumns(context).all(), context.bridge.run)
        delegate = OfferedRowDelegate(context.theme, context.icons, page, _is_offered, height=ROW)
        table = LineTable(model, delegate, reorder=True)
        table.set_widths((0, 146, 146, 180, 176, 66), optional=(3, 4))
        table.setAccessibleName(context.words("Handoffs"))
        super().__init__(page, model, table, HandoffForm(context))
        self._view: CooperationView | None = None
        self.way = WayMap(context)
        self.way.chosen.connect(self.select)
        self._build()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(
            _("Handoff"), "sec", self.add_new, icons=icons, icon="plus", theme=theme, tip=_("New handoff (Ins)")
        )
        forward = self.forward_button(_("To the projects"), Place("cooperation", "projects"))
        self.fill_stack(
            EmptyState(
                "handshake",
                _("Mark where the client changes hands."),
                theme,
                icons,
                (_("Describe a handoff"), self.add_new),
                (_("To the decisions of the audit"), lambda: self.context.shell.go(Place("audit", "overlay"))),
                detail=_("Three to six handoffs are enough: an event, a package, two names, hours."),
            )
        )
        hints = [
            ("Ins", _("new handoff")),
            ("Enter", _("edit, or take what a decision asks for")),
            ("F2", _("edit a cell")),
            ("F4", _("next problem")),
            ("1…9", _("handoff on the way")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
            ("Alt+W", _("why is this here")),
        ]
        self.lay_out(
            tabbed_header(self, (add, forward)), self._way_card(), self.stack, self.form, grows=self.stack, hints=hints
        )

    def _way_card(self) -> Card:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.way_card = Card(margins=14, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(10)
        self.note = plain_label("", theme, "caption", "text3")
        self.warning = IconLabel("triangle-alert", theme, icons, "warn", 16)
        self.longest = ToneLabel(theme, "small", "text2")
        head.addWidget(plain_label(_("The client’s way"), theme, "card_title"))
        head.addWidget(self.note)
        head.addStretch(1)
        head.addWidget(self.warning)
        head.addWidget(self.longest)
        self.longest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.way_card.body.addLayout(head)
        self.way_card.body.addWidget(self.way)
        return self.way_card

    def show_view(self, view: CooperationView, change: Change | None) -> None:
        """Way, lines, form."""
        self._view, words = view, self.context.words
        self.show_lines((*view.handoffs, *view.suggested))
        self.make_room(editing=self.editing)
        note = longest_note(view, words)
        self.longest.setText(note)
        self.warning.setVisible(bool(note))

    def _show_note(self, view: CooperationView) -> None:
        words, part = self.context.words, self.way.part()
        note = way_note(view, words) if view.handoffs else ""
        if part is not None:
            total = len(view.way.stages)
            note += words("; stages {first}–{last} of {total}", first=part[0], last=part[1], total=total)
        self.note.setText(note)

    def _has_way(self) -> bool:
        return self._view is not None and len(self._view.departments) > 1

    def item(self) -> HandoffLine | None:
        """The form shows the line of a handoff."""
        line = self.line()
        return line if line is not None and line.suggested is None else None

    def taking(self, line: HandoffLine) -> Operation | None:
        """What a decision asks for becomes a handoff."""
        return add_suggested(line.suggested) if line.suggested is not None else None

    def follow(self) -> None:
        """The way shows the current handoff too."""
        if self._view is not None:
            self.way.show_way(self._view, self.table.current_id() or None)
            self._show_note(self._view)
        super().follow()

    def make_room(self, *, editing: bool) -> None:
        """The way goes while the form is open."""
        self.way_card.setVisible(not editing and self._has_way())

    def table_key(self, event: QKeyEvent) -> bool:
        """Handoffs on the way."""
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose_crossing(event.key() - int(Qt.Key.Key_1))
            return True
        return False

    def choose_crossing(self, number: int) -> None:
        """1…9: the handoff at a crossing of the way."""
        ids = self.way.crossing_ids()
        if number < len(ids) and ids[number] is not None:
            self.select(ids[number])

    def removal(self, records: Sequence[Handoff]) -> Operation:
        """Handoffs."""
        return remove_handoffs(records)

    def paste(self, rows: list[list[str]]) -> None:
        """Handoffs of a spreadsheet."""
        made = read_rows(rows, self.page.engagement, self.context.words)
        if made and self.run(paste_handoffs(made)):
            self.table.select(self.page.engagement.handoffs[-1].id)

    def sub_actions(self) -> tuple[Action, ...]:
        """Add, remarks, the way."""
        _ = self.context.words
        section = _("Handoffs")
        return (
            Action("handoff_add", _("New handoff"), self.add_new, section, (), "plus"),
            Action("handoff_edit", _("Edit the handoff"), self.edit, section, ("Enter",), "pencil", local=True),
            Action("handoff_way", _("Handoff on the client’s way"), lambda: None, section, ("1…9",), local=True),
        )

    def add_new(self) -> None:
        """Ins: a new handoff, its title being typed."""
        self.add_and_edit(add_handoff(self.context.words("New handoff")))


def _is_offered(line: HandoffLine) -> bool:
    return line.suggested is not None
