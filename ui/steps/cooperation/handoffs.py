"""Handoffs: the client's way on top, the table below, a form under it while one is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.cooperation.columns import HandoffColumns
from ui.steps.cooperation.handoff_form import HandoffForm
from ui.steps.cooperation.pasting import read_rows
from ui.steps.cooperation.way import WayMap
from ui.steps.cooperation.words import longest_note, way_note
from ui.widgets.delegates.offered import OfferedRowDelegate
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, EmptyState, HintLine, button, plain_label
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.model import Handoff
from workshop_app.services.document import Change
from workshop_app.services.operations import move_row
from workshop_app.steps.cooperation.operations import add_handoff, add_suggested, paste_handoffs, remove_handoffs
from workshop_app.steps.cooperation.view import CooperationView, HandoffLine

ROW = 46


class HandoffsPage(SubPage):
    """Enter edits or takes what a decision asks for, F2 edits a cell, 1…9 walks the way."""

    name = "handoffs"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: CooperationView | None = None
        theme, icons = self.context.theme, self.context.icons
        self.model: TableModel[HandoffLine] = TableModel(HandoffColumns(self.context).all(), self.context.bridge.run)
        self.delegate = OfferedRowDelegate(theme, icons, self, lambda line: line.suggested is not None, height=ROW)
        self.table = LineTable(self.model, self.delegate, reorder=True)
        self.table.set_widths((0, 146, 146, 180, 176, 66), optional=(3, 4))
        self.table.setAccessibleName(self.context.words("Handoffs"))
        self.way = WayMap(self.context)
        self.form = HandoffForm(self.context)
        self._build()
        self._connect()

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        add = button(
            _("Handoff"), "sec", self.add_new, icons=icons, icon="plus", theme=theme, tip=_("New handoff (Ins)")
        )
        forward = button(_("To the projects"), "pri", self._forward, icons=icons, after="arrow-right", theme=theme)
        self.table_card = TableCard(self.table)
        self.stack = QStackedWidget()
        self.stack.setMinimumHeight(theme.theme.pixels(80))
        self.stack.addWidget(self.table_card)
        self.stack.addWidget(
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
        self.form.hide()
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
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(tabbed_header(self, (add, forward)))
        column.addWidget(self._way_card())
        column.addWidget(self.stack, 1)
        column.addWidget(self.form)
        column.addWidget(HintLine(hints, theme))

    def _way_card(self) -> Card:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.way_card = Card(margins=14, spacing=8)
        head = QHBoxLayout()
        head.setSpacing(10)
        self.note = plain_label("", theme, "caption", "text3")
        self.warning = IconLabel("triangle-alert", theme, icons, "warn", 16)
        self.longest = ToneLabel(theme, "control", "text2")
        head.addWidget(plain_label(_("The client’s way"), theme, "card_title"))
        head.addWidget(self.note)
        head.addStretch(1)
        head.addWidget(self.warning)
        head.addWidget(self.longest)
        self.longest.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.way_card.body.addLayout(head)
        self.way_card.body.addWidget(self.way)
        return self.way_card

    def _connect(self) -> None:
        self.way.chosen.connect(self.select)
        self.table.selected.connect(self._chosen)
        self.table.delete_wanted.connect(self._remove)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self._paste)
        self.table.single_keys = self._key
        self.delegate.problem.connect(self.context.shell.toast)
        self.form.wanted.connect(self.run)
        self.form.closed.connect(self.close_form)

    def _forward(self) -> None:
        self.page.go_to(Place("cooperation", "projects"))

    def show_view(self, view: CooperationView, change: Change | None) -> None:
        """Way, lines, form."""
        self._view, words = view, self.context.words
        self.model.set_lines((*view.handoffs, *view.suggested))
        self.stack.setCurrentIndex(0 if self.model.lines else 1)
        if self.model.lines and not self.table.currentIndex().isValid():
            self.table.select(self.model.lines[0].id)
        if not self.editing:
            self.way_card.setVisible(self._has_way())
        note = longest_note(view, words)
        self.longest.setText(note)
        self.warning.setVisible(bool(note))
        self._follow()

    def _show_note(self, view: CooperationView) -> None:
        words, part = self.context.words, self.way.part()
        note = way_note(view, words) if view.handoffs else ""
        if part is not None:
            total = len(view.way.stages)
            note += words("; stages {first}–{last} of {total}", first=part[0], last=part[1], total=total)
        self.note.setText(note)

    def _has_way(self) -> bool:
        return self._view is not None and len(self._view.departments) > 1

    def _current(self) -> HandoffLine | None:
        return self.model.line(self.table.currentIndex())

    def _follow(self) -> None:
        line = self._current()
        if self._view is not None:
            self.way.show_way(self._view, line.id if line else None)
            self._show_note(self._view)
        if self.editing and line is not None and line.suggested is None:
            self.form.show_line(line)
        elif self.editing:
            self.close_form()

    @property
    def editing(self) -> bool:
        """Whether the form is open."""
        return not self.form.isHidden()

    def _chosen(self, _row_id: str) -> None:
        self._follow()
        if self.isVisible():
            self.tell_moved()

    def edit(self) -> None:
        """Enter: the form of the current handoff; a suggested one is taken first."""
        line = self._current()
        if line is None:
            return
        if line.suggested is not None:
            if not self.run(add_suggested(line.suggested)):
                return
            self.table.select(self.page.engagement.handoffs[-1].id)
            line = self._current()
        if line is None or line.suggested is not None:
            return
        self.form.show_line(line)
        self.way_card.hide()
        self.form.show()
        self.form.trigger.setFocus(Qt.FocusReason.TabFocusReason)

    def close_form(self) -> None:
        """Back to the table."""
        self.form.hide()
        self.way_card.setVisible(self._has_way())
        self.table.setFocus()

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.edit()
            return True
        if Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_9 and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.choose_crossing(event.key() - int(Qt.Key.Key_1))
            return True
        return False

    def choose_crossing(self, number: int) -> None:
        """1…9: the handoff at a crossing of the way."""
        ids = self.way.crossing_ids()
        if number < len(ids) and ids[number] is not None:
            self.select(ids[number])

    def _handoffs(self, ids: list[str]) -> list[Handoff]:
        return [handoff for handoff in self.page.engagement.handoffs if handoff.id in set(ids)]

    def _remove(self, ids: list[str]) -> None:
        doomed = self._handoffs(ids)
        if doomed:
            self.run_and_tell(remove_handoffs(doomed))

    def _move(self, moved: str, before: str) -> None:
        row, there = self._handoffs([moved]), self._handoffs([before])
        if row:
            self.run(move_row(row[0], there[0] if there else None))
            self.table.select(moved)

    def _paste(self, rows: list[list[str]]) -> None:
        made = read_rows(rows, self.page.engagement, self.context.words)
        if made and self.run(paste_handoffs(made)):
            self.table.select(self.page.engagement.handoffs[-1].id)

    def select(self, row_id: str | None) -> None:
        """A handoff, or what a decision asks for."""
        if self.table.select(row_id):
            self.table.setFocus()

    def focus_id(self) -> str | None:
        """The current handoff."""
        line = self._current()
        return line.id if line is not None and line.suggested is None else None

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
        if self.run(add_handoff(self.context.words("New handoff"))):
            self.table.select(self.page.engagement.handoffs[-1].id)
            self.edit()
            self.form.title.setFocus()
            self.form.title.selectAll()
