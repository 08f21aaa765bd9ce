"""The agenda: three formats side by side, minutes by arrow keys, the clock, and whether the sum fits."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from ui.actions import Action
from ui.models.table import TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.prepare.agenda_table import COLUMN_OF, LONGEST_STEP, AgendaDelegate, agenda_columns, set_minutes
from ui.steps.prepare.agenda_words import FORMAT_NAMES
from ui.steps.prepare.format_cards import FormatCards
from ui.widgets.elided import ElidedLabel
from ui.widgets.labels import IconLabel, tint
from ui.widgets.layout import button, plain_label
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import AgendaItem, SessionFormat
from workshop_app.services.document import Change, Operation
from workshop_app.services.operations import move_row, together
from workshop_app.steps.prepare.agenda import choose_format, own_pauses, remove_pause, restore_agenda, switch_step
from workshop_app.steps.prepare.agenda_view import AgendaView, PlannedLine
from workshop_app.steps.prepare.view import PrepareView

STEP_MINUTES = 5
ROW_HEIGHT = 37


class AgendaPage(SubPage):
    """Formats as cards, the lines below, the sum at the foot."""

    name = "agenda"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: AgendaView | None = None
        self._columns_for: tuple[SessionFormat, int] | None = None
        context = self.context
        self.cards = FormatCards(context)
        self.model: TableModel[PlannedLine] = TableModel((), context.bridge.run)
        delegate = AgendaDelegate(context.theme, context.icons, self, height=ROW_HEIGHT)
        self.table = LineTable(self.model, delegate, reorder=True)
        self.table.setAccessibleName(context.words("Agenda"))
        self._build()
        self._connect()

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        show = button(
            _("Show to the room"), "pri", self.context.room.show, theme=theme, icons=icons, icon="monitor", keys="F5"
        )
        self.breaks = button(_("Own breaks"), "ghost", self._own_pauses, theme=theme, icons=icons, icon="clock")
        card = TableCard()
        card.body.addWidget(self.table)
        self.lay_out(
            tabbed_header(self, (self.breaks, show)), self.cards, card, self._foot(), grows=card, hints=self._hints()
        )

    def _foot(self) -> QHBoxLayout:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.sign = IconLabel("circle-check", theme, icons, "ok")
        self.sum = plain_label("", theme, "body_strong")
        self.note = ElidedLabel(_("Breaks, opening and closing are not counted"))
        self.note.setFont(theme.theme.font("caption"))
        tint(self.note, theme, "text3")
        self.back = button(
            _("Restore the method's times"), "ghost", self._restore, theme=theme, icons=icons, icon="undo-2"
        )
        invite = button(
            _("Print the invitation"),
            "sec",
            lambda: self.context.shell.go(Place("plan", "print", None, "invitation")),
            theme=theme,
            icons=icons,
            icon="printer",
        )
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.sign)
        foot.addWidget(self.sum)
        foot.addWidget(self.note, 1)
        for tool in (self.back, invite):
            foot.addWidget(tool)
        return foot

    def _hints(self) -> list[tuple[str, str]]:
        _ = self.context.words
        return [
            ("← →", _("−5 and +5 minutes")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("switch the step off or on")),
            ("Enter", _("type the minutes")),
        ]

    def _connect(self) -> None:
        self.cards.chosen.connect(self._choose)
        self.table.selected.connect(lambda _id: self._selected())
        self.table.delete_wanted.connect(self._switch)
        self.table.move_wanted.connect(self._move)
        self.table.single_keys = self._single_key

    def show_view(self, view: PrepareView, change: Change | None) -> None:
        """Cards, lines, sum."""
        agenda = self._view = view.agenda
        self.cards.show_view(agenda)
        if self._columns_for != (agenda.format, agenda.meetings):
            self._columns_for = (agenda.format, agenda.meetings)
            self.model.set_columns(agenda_columns(agenda, self.context.words, self._longest))
            self.table.set_widths((70, 0, 120, 150, 212))
        self.model.set_lines(agenda.lines)
        if not self.table.currentIndex().isValid() and agenda.lines:
            self.table.select(agenda.lines[0].id, COLUMN_OF[agenda.format])
        self._show_sum(agenda)

    def _longest(self) -> int:
        lines = self._view.lines if self._view else ()
        return max([LONGEST_STEP, *(line.minutes for line in lines)])

    def _show_sum(self, agenda: AgendaView) -> None:
        _ = self.context.words
        difference = agenda.difference
        values = {"n": agenda.planned, "format": agenda.expected, "difference": abs(difference)}
        if difference == 0:
            text = _("Steps {n} = format {format}", **values)
        elif difference < 0:
            text = _("Steps {n}, format {format}: {difference} min are missing", **values)
        else:
            text = _("Steps {n}, format {format}: {difference} min too many", **values)
        self.sum.setText(text)
        self.sum.set_token("text" if difference == 0 else "warn")
        self.sign.set_icon(*(("circle-check", "ok") if difference == 0 else ("triangle-alert", "warn")))
        self.breaks.setVisible(not agenda.own_pauses and agenda.format is not SessionFormat.SERIES)

    def _lines(self, ids: list[str]) -> list[PlannedLine]:
        return [line for line in self._view.lines if line.id in ids] if self._view else []

    def _selected(self) -> None:
        self.context.bridge.document.end_merge()
        self.tell_moved()

    def _choose(self, kind: SessionFormat) -> None:
        if self._view is not None and kind is not self._view.format and self.run(choose_format(kind)):
            _ = self.context.words
            self.context.shell.toast(_("Agenda: {format}", format=_(FORMAT_NAMES[kind])), undo=True)

    def _restore(self) -> None:
        self.run_and_tell(restore_agenda(self.page.engagement))

    def _own_pauses(self) -> None:
        if self.run(own_pauses(self.page.engagement)):
            self.context.shell.toast(self.context.words("The breaks are lines now: move, lengthen or remove them"))
            self.table.setFocus()

    def _single_key(self, event: QKeyEvent) -> bool:
        line = self.model.line(self.table.currentIndex())
        ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        way = ways.get(Qt.Key(event.key()))
        shift = Qt.KeyboardModifier.ShiftModifier
        if line is None or event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier):
            return False
        if way is not None:
            fine = bool(event.modifiers() & shift)
            self.run(set_minutes(line, line.minutes + way * (1 if fine else STEP_MINUTES)))
            return True
        if event.text().isdecimal() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._type(line, event.text() if event.text().isdecimal() else "")
            return True
        return False

    def _type(self, line: PlannedLine, begun: str) -> None:
        if self._view is None:
            return
        self.table.edit_line(line.id, COLUMN_OF[self._view.format])
        editor = self.table.focusWidget()
        if isinstance(editor, QLineEdit) and begun:
            editor.setText(begun)

    def _switch(self, ids: list[str]) -> None:
        """Del: switch steps off, or on again; a break of the document's own is taken out."""
        operations: list[Operation] = []
        lines = self._lines(ids)
        for line in lines:
            if line.pause is not None and line.item is not None:
                operations.append(remove_pause(line.item))
            elif line.item is not None:
                operations.append(switch_step(line.step, line.off))
        if not operations:
            if lines:
                self.context.shell.toast(self.context.words("Not in the agenda yet: type its minutes to add it"))
            return
        name = operations[0].name if len(operations) == 1 else Message(N_("Steps on or off"))
        if self.run(together(name, operations)):
            self.context.shell.toast(self.context.words.message(name), undo=True)

    def _move(self, moved: str, before: str) -> None:
        engagement = self.page.engagement
        item = engagement.get(AgendaItem, moved)
        if item is not None and self.run(move_row(item, engagement.get(AgendaItem, before or None))):
            self.table.select(moved, self.table.currentIndex().column())

    def select(self, row_id: str | None) -> None:
        """A line of the agenda, or the first one."""
        self.table.select(row_id)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The line with the cursor."""
        return self.table.current_id() or None

    def sub_actions(self) -> tuple[Action, ...]:
        """Formats, breaks, the method's agenda."""
        _ = self.context.words
        section = _("Preparation")
        formats = tuple(
            Action(
                f"agenda_{kind.value}",
                _("Agenda: {format}", format=_(name)),
                partial(self._choose, kind),
                section,
            )
            for kind, name in FORMAT_NAMES.items()
        )
        return (
            *formats,
            Action("agenda_method", _("Restore the method's times"), self._restore, section, (), "undo-2"),
            Action("agenda_breaks", _("Own breaks"), self._own_pauses, section, (), "clock", self.breaks.isVisible),
        )
