"""What was caught during the session: parking, decisions, ideas …; tick off, make an action of it, remove."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.models.table import Column, TableModel
from ui.overlay import OverlayPanel
from ui.widgets import roles
from ui.widgets.buttons import Button
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.layout import plain_label
from ui.widgets.segmented import SegmentedControl
from ui.widgets.table_view import LineTable
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Note, NoteKind
from workshop_app.services.operations import change_row
from workshop_app.steps.session import note_to_action, remove_note, resolve_note

ICONS = {
    NoteKind.PARKING: "circle-parking",
    NoteKind.DECISION: "gavel",
    NoteKind.IDEA: "lightbulb",
    NoteKind.OPPORTUNITY: "target",
    NoteKind.QUESTION: "circle-help",
}


@frozen
class NoteLine:
    """A note."""

    id: str
    note: Note


class NotesPanel(OverlayPanel):
    """The lists behind the counters of the quick line."""

    width_wanted, height_wanted = 760, 520
    passing = True

    def __init__(self, parent: QWidget, context: WindowContext) -> None:
        super().__init__(
            parent, context.words("Caught during the session"), context.theme, context.icons, context.words
        )
        _ = context.words
        self._context = context
        self.kinds = SegmentedControl(context.theme, context.icons)
        self.kinds.set_items(
            [("", _("All")), ("parking", _("Parking")), ("decision", _("Decisions")), ("idea", _("Ideas"))]
        )
        self.kinds.chosen.connect(lambda _key: self.refresh())
        self.body.addWidget(self.kinds)
        self.model: TableModel[NoteLine] = TableModel(self._columns(), context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(context.theme, context.icons, self))
        self.table.set_widths((0, 150))
        self.table.single_keys = self._key
        self.table.delete_wanted.connect(self._remove)
        self.empty = plain_label(
            _("Nothing is written down here yet. Alt+1…4 lead to the quick line."), context.theme, "body", "text2"
        )
        self.body.addWidget(self.empty)
        self.body.addWidget(self.table, 100)
        self.body.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        self.tools = (
            self._tool(_("Done"), "check", _("Space"), self._tick),
            self._tool(_("Make an action of it"), "list-todo", "A", self._to_action),
            self._tool(_("Edit"), "pencil", "F2", self._edit),
            self._tool(_("Remove"), "trash-2", "Del", lambda: self._remove(self.table.chosen_ids())),
        )
        for tool in self.tools:
            foot.addWidget(tool)
        foot.addStretch(1)
        self.body.addLayout(foot)
        context.bridge.changed.connect(self._follow)

    def _tool(self, text: str, icon: str, keys: str, run: Callable[[], object]) -> Button:
        """A key that a mouse can press; the list keeps the keys."""
        context = self._context
        made = Button(text, "ghost", context.theme, context.icons, icon, keys=keys)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.clicked.connect(lambda _on=False: run())
        return made

    def _follow(self, _change: object) -> None:
        if self.isVisible():
            self.refresh()

    def _columns(self) -> list[Column[NoteLine]]:
        _ = self.words
        return [
            Column(
                "text",
                _("Note"),
                lambda line: line.note.text,
                lambda line, value: change_row(resolve_note(line.note).name, line.note, text=value.strip()),
                roles={
                    roles.ICON: lambda line: (
                        ("circle-check", "ok") if line.note.resolved else (ICONS[line.note.kind], "text2")
                    ),
                    roles.TONE: lambda line: "text3" if line.note.resolved else "text",
                },
            ),
            Column(
                "at",
                _("When"),
                self._when,
                roles={roles.TONE: lambda _l: "text3"},
            ),
        ]

    def _when(self, line: NoteLine) -> str:
        """«10 фев, 14:05»; what is no date stands as it came."""
        stamp = line.note.created_at or ""
        try:
            moment = datetime.fromisoformat(stamp)
        except ValueError:
            return stamp
        day = self.words.date_short(moment.date())
        return f"{day}, {moment.hour}:{moment:%M}" if len(stamp) > len("2026-02-10") else day

    def show_kind(self, kind: str) -> None:
        """Open with one kind; ideas and questions are counted with the parking, so they are shown with it."""
        notes = [note for note in self._context.bridge.engagement.notes if note.kind is not NoteKind.DECISION]
        mixed = kind == "parking" and any(note.kind is not NoteKind.PARKING for note in notes)
        self.kinds.set_current("" if mixed else kind)
        self.open()

    def show_note(self, note_id: str) -> None:
        """Open at one note."""
        self.kinds.set_current("")
        self.refresh()
        self.table.select(note_id)
        self.open()

    def focus_first(self) -> None:
        """The list."""
        self.refresh()
        (self.table if self.model.lines else self.kinds).setFocus()
        if self.model.lines and not self.table.currentIndex().isValid():
            self.table.select(self.model.lines[0].id)

    def refresh(self) -> None:
        """Bring the list up to date, open ones first."""
        kind = self.kinds.current()
        notes = [n for n in self._context.bridge.engagement.notes if not kind or n.kind == kind]
        notes.sort(key=lambda note: note.resolved)
        self.model.set_lines([NoteLine(note.id, note) for note in notes])
        self.empty.setVisible(not self.model.lines)
        self.table.setVisible(bool(self.model.lines))
        for tool in self.tools:
            tool.setEnabled(bool(self.model.lines))

    def _current(self) -> Note | None:
        line = self.model.line(self.table.currentIndex())
        return line.note if line else None

    def _key(self, event: QKeyEvent) -> bool:
        note = self._current()
        if note is None:
            return False
        if event.key() == Qt.Key.Key_Space:
            self._tick()
            return True
        if event.text().casefold() in ("a", "ф", "а"):
            self._to_action()
            return True
        return False

    def _edit(self) -> None:
        self.table.edit(self.table.currentIndex().siblingAtColumn(0))

    def _tick(self) -> None:
        note = self._current()
        if note is not None:
            self._context.bridge.run(resolve_note(note, not note.resolved))

    def _to_action(self) -> None:
        note = self._current()
        if note is None:
            return
        operation = note_to_action(note)
        if self._context.bridge.run(operation) is not None:
            self._context.shell.toast(self.words.message(operation.name), undo=True)

    def _remove(self, ids: list[str]) -> None:
        for row_id in ids:
            note = self._context.bridge.engagement.get(Note, row_id)
            if note is not None and self._context.bridge.run(remove_note(note)) is not None:
                self._context.shell.toast(self.words.message(remove_note(note).name), undo=True)
