"""A department's column of the collecting page: its list, its counts, the row being typed."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.clipboard import clipboard_rows
from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.widgets import roles
from ui.widgets.badge import DepartmentBadge
from ui.widgets.completing import OfferedTexts
from ui.widgets.counts import Counts
from ui.widgets.delegates.cell import TALL_ROW_HEIGHT, CellDelegate
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import EmptyState, FieldMessage
from ui.widgets.scroll_edges import ScrollEdges
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from ui.widgets.text_field import TextField
from workshop_app.domain.hours_text import read_hours
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import Function
from workshop_app.domain.short_names import told_apart
from workshop_app.exchange.imports.draft import listed
from workshop_app.i18n import Words, half_up
from workshop_app.services.document import Operation
from workshop_app.services.operations import move_row
from workshop_app.steps.audit.collecting import (
    TypedLine,
    add_functions,
    change_hours,
    change_performer,
    change_text,
    remove_functions,
)
from workshop_app.steps.audit.pasting import PastedLines, pasted_lines
from workshop_app.steps.audit.view import DepartmentList, FunctionLine

WHO_WIDTH, HOURS_WIDTH = 124, 64
"""Pixels at 100 % of the second and third column, in the list and in the row being typed."""
NARROW_ROW_HEIGHT, NARROW_WHO_WIDTH, NARROW_HOURS_WIDTH = 62, 120, 60
"""Three lines: beside two other departments a function has little width."""


BEYOND = N_("A week has 168 hours. If these are hours a month, write, for example, 200 h/month.")


def typed_hours(text: str) -> Decimal | None:
    """Hours per week of a typed cell, to four decimals; None = unknown. ProblemError for words."""
    found = read_hours(text)
    return None if found is None else half_up(found, 4).normalize() + Decimal(0)


class EntryRow(QWidget):
    """The line being typed: function, who, hours; Enter writes it down and stays for the next one."""

    entered = Signal(object)
    pasted = Signal(list)
    refused = Signal(object)
    other_column = Signal(int)

    def __init__(self, context: WindowContext, widths: tuple[int, int] = (WHO_WIDTH, HOURS_WIDTH)) -> None:
        super().__init__()
        _ = context.words
        self._theme, self._widths = context.theme, widths
        names = (_("New function"), _("Who"), _("H/wk"))
        self.text, self.who, self.hours = self._fields = tuple(TextField(context.theme, name) for name in names)
        for field in self._fields:
            field.returnPressed.connect(self._enter)
            field.installEventFilter(self)
        self._names = OfferedTexts(self.who)
        self.hours.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 6, 8, 6)
        row.setSpacing(6)
        for field in self._fields:
            row.addWidget(field, 1 if field is self.text else 0)
        context.theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        pixels = self._theme.theme.pixels
        for field, width in zip((self.who, self.hours), self._widths, strict=True):
            field.setFixedWidth(pixels(width))

    def offer_names(self, names: list[str]) -> None:
        """Names for the second field."""
        self._names.offer(names)

    def begin(self, event: QKeyEvent) -> bool:
        """A letter or digit typed elsewhere is the first one of a new line; False for any other key."""
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        typed = "" if held else event.text()
        if not typed.isalnum():
            return False
        self.text.setFocus()
        self.text.insert(typed)
        return True

    def _enter(self) -> None:
        try:
            hours = typed_hours(self.hours.text())
        except ProblemError as error:
            self.hours.setFocus()
            self.hours.selectAll()
            self.refused.emit(error.message)
            return
        if self.text.text().strip():
            self.entered.emit(TypedLine(self.text.text(), self.who.text(), hours))
        else:
            self.text.setFocus()

    def clear(self) -> None:
        """Ready for the next line."""
        for field in self._fields:
            field.commit()
            field.set_value("")
        self.text.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Ctrl+← → in a field go to the other department's column, several cells become lines of the list."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        way = column_way(event)
        if way:
            self.other_column.emit(way)
        return bool(way) or (event.matches(QKeySequence.StandardKey.Paste) and self._paste())

    def _paste(self) -> bool:
        rows = clipboard_rows()
        several = len(rows) > 1 or any(len(row) > 1 for row in rows)
        if several:
            self.pasted.emit(rows)
        return several


def column_way(event: QEvent) -> int:
    """Ctrl+← is -1, Ctrl+→ is 1, any other key 0."""
    if not isinstance(event, QKeyEvent) or event.modifiers() != Qt.KeyboardModifier.ControlModifier:
        return 0
    return {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)


class DepartmentColumn(TableCard):
    """One department's list with its counts and entry row; blurred lines while hidden. ``narrow``: one of many."""

    moved = Signal()
    other_column = Signal(int)

    def __init__(self, context: WindowContext, index: int, department: DepartmentList, *, narrow: bool) -> None:
        super().__init__()
        self._context, self._index = context, index
        self.department = department.department
        self.hidden = False
        self._short: dict[str, str] = {}
        self.model = TableModel(self._columns(), self._run)
        height, lines = (NARROW_ROW_HEIGHT, 3) if narrow else (TALL_ROW_HEIGHT, 2)
        delegate = CellDelegate(context.theme, context.icons, self, height=height, lines=lines)
        self.table = LineTable(self.model, delegate, reorder=True)
        widths = (NARROW_WHO_WIDTH, NARROW_HOURS_WIDTH) if narrow else (WHO_WIDTH, HOURS_WIDTH)
        self.table.set_widths((0, *widths))
        self.table.single_keys = self._key
        self.table.setAccessibleName(self.department.name)
        self.entry = EntryRow(context, (widths[0], HOURS_WIDTH))
        self.message = FieldMessage(context.theme)
        self.message.setContentsMargins(36, 0, 16, 6)
        self.counts = Counts(context.theme)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        context = self._context
        head = QHBoxLayout()
        head.setContentsMargins(15, 8, 10, 4)
        head.setSpacing(10)
        head.addWidget(DepartmentBadge(self.department.short, self.department.name, self._index, context.theme, 26))
        name = ElidedLabel(self.department.name)
        name.setFont(context.theme.theme.font("card_title"))
        head.addWidget(name, 1)
        self.body.addLayout(head)
        counts = QHBoxLayout()
        counts.setContentsMargins(15, 0, 8, 8)
        counts.addWidget(self.counts)
        self.body.addLayout(counts)
        _ = context.words
        self._curtain = EmptyState(
            "eye-off", _("Hidden while the other department is typing"), context.theme, context.icons
        )
        self._curtain.hide()
        self.table.keep_to_lines()
        ScrollEdges(self.table, above=False)
        for part, share in ((self.table, 1), (self._curtain, 1), (self.entry, 0), (self.message, 0)):
            self.body.addWidget(part, share)
        self.body.addStretch()

    def _connect(self) -> None:
        self.entry.entered.connect(self._add)
        self.entry.pasted.connect(self._paste)
        self.entry.refused.connect(self._refuse)
        self.entry.other_column.connect(self.other_column)
        self.table.selected.connect(lambda _id: self.moved.emit())
        self.table.delete_wanted.connect(self._delete)
        self.table.move_wanted.connect(self._move)
        self.table.pasted.connect(self._paste)

    def _key(self, event: QKeyEvent) -> bool:
        """Ctrl+← → in the list; a letter begins the next line."""
        way = column_way(event)
        if way:
            self.other_column.emit(way)
        return bool(way) or self.entry.begin(event)

    def _columns(self) -> list[Column[FunctionLine]]:
        _ = self._context.words
        words: Words = self._context.words
        return [
            Column(
                "text", _("Function"), lambda line: line.text, lambda line, value: change_text(line.function, value)
            ),
            Column(
                "performer",
                _("Who does it"),
                self._performer,
                lambda line, value: change_performer(line.function, value),
                value=lambda line: line.performer,
                roles={roles.TONE: lambda line: "warn" if line.meant else "text2"},
                tooltip=self._whole_performer,
            ),
            Column(
                "hours",
                _("H/wk"),
                lambda line: words.hours_alone(line.hours),
                self._edit_hours,
                value=lambda line: "" if line.hours is None else words.number(line.hours),
                roles={
                    **roles.RIGHT,
                    roles.STRONG: lambda line: line.hours is not None,
                    roles.TONE: lambda line: "warn" if line.beyond else "text",
                },
                tooltip=lambda line: _(BEYOND) if line.beyond else "",
            ),
        ]

    def _performer(self, line: FunctionLine) -> str:
        """A person by surname and initials, as the column is narrow, whole beside a namesake; or a position."""
        return self._short.get(line.performer, line.performer) if line.function.person_id else line.performer

    def _whole_performer(self, line: FunctionLine) -> str:
        _ = self._context.words
        if line.meant:
            return _("Several people are called so: {names}. Choose one.", names=", ".join(line.meant))
        return line.performer or _("The whole department")

    def _edit_hours(self, line: FunctionLine, value: str) -> Operation | None:
        try:
            return change_hours(line.function, typed_hours(value))
        except ProblemError as error:
            self._refuse(error.message)
            return None

    def _refuse(self, message: Message) -> None:
        self.message.say(self._context.words.message(message))

    def _run(self, operation: Operation) -> object:
        """Do it; hours that no week has and names of several people are remarked on, and stay."""
        self.message.say("")
        before = {line.id: line for line in self.model.lines}
        done = self._context.bridge.run(operation)
        fresh = [line for line in self.model.lines if before.get(line.id) != line]
        unclear = next((line for line in fresh if line.meant), None)
        if any(line.beyond for line in fresh):
            self.message.say(self._context.words(BEYOND), "warn")
        elif unclear is not None:
            self.message.say(self._whole_performer(unclear), "warn")
        return done

    def show_list(self, shown: DepartmentList, names: list[str]) -> None:
        """Bring lines and counts up to date."""
        _ = words = self._context.words
        self._short = told_apart({*names, *(line.performer for line in shown.lines if line.function.person_id)})
        self.model.set_lines(shown.lines)
        self.counts.show_counts(
            (
                words.plural("{n} function", "{n} functions", len(shown.lines)),
                _("{hours} h/wk", hours=words.hours_alone(shown.hours)),
                _("{n} without hours", n=shown.without_hours),
            )
        )
        self.entry.offer_names(names)

    def set_hidden(self, hidden: bool) -> None:
        """Draw the curtain over the lines, or open it."""
        self.hidden = hidden
        self.table.setVisible(not hidden)
        self._curtain.setVisible(hidden)

    def _add(self, line: TypedLine) -> None:
        if self._run(add_functions(self.department.id, [line])) is not None:
            self.entry.clear()
            self.table.scrollToBottom()

    def _paste(self, rows: list[list[str]]) -> None:
        pasted = pasted_lines(self._context.bridge.engagement, self.department.id, rows)
        if pasted.lines and self._run(add_functions(self.department.id, pasted.lines)) is None:
            return
        self._context.shell.toast(self._what_was_pasted(pasted), undo=bool(pasted.lines))
        self.table.scrollToBottom()

    def _what_was_pasted(self, pasted: PastedLines) -> str:
        words = self._context.words
        said = [words.plural("{n} function pasted", "{n} functions pasted", len(pasted.lines))]
        if pasted.repeats:
            said.append(words.plural("{n} is in the list already", "{n} are in the list already", pasted.repeats))
        if pasted.unread:
            said.append(words.plural("hours of {n} not understood", "hours of {n} not understood", pasted.unread))
        if pasted.hired:
            said.append(words("new people: {names}", names=listed(pasted.hired)))
        if pasted.unclear:
            said.append(words("several people are called {names}", names=listed(pasted.unclear)))
        return "; ".join(said)

    def _functions(self, ids: list[str]) -> list[Function]:
        engagement = self._context.bridge.engagement
        return [engagement.named(Function, row_id) for row_id in ids]

    def _delete(self, ids: list[str]) -> None:
        operation = remove_functions(self._functions(ids)) if ids else None
        if operation is not None and self._run(operation) is not None:
            self._context.shell.toast(self._context.words.message(operation.name), undo=True)

    def _move(self, moved: str, before: str) -> None:
        engagement = self._context.bridge.engagement
        target = engagement.get(Function, before or None)
        self._run(move_row(engagement.named(Function, moved), target))
        self.table.select(moved)
