"""Ideas and opportunities that come up in meetings: notes, written down in one line, ticked off or made an action."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.controls import CheckBox
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import SegmentedControl
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Note, NoteKind
from workshop_app.domain.text_key import single_line
from workshop_app.steps.meetings.operations import add_idea
from workshop_app.steps.meetings.view import MeetingsView
from workshop_app.steps.session import note_to_action, resolve_note

WIDTH, NARROW_IDEAS = 320, 232


class IdeasCard(Card):
    """``wanted`` carries operations."""

    wanted = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=8)
        self._context = context
        self._notes: tuple[Note, ...] = ()
        _, theme, icons = context.words, context.theme, context.icons
        self.body.addWidget(plain_label(_("Ideas and opportunities"), theme, "card_title"))
        self.note_kind = SegmentedControl(theme, icons)
        self.note_kind.setAccessibleName(_("Kind of the note"))
        self.note_kind.set_items([(NoteKind.IDEA.value, _("idea")), (NoteKind.OPPORTUNITY.value, _("opportunity"))])
        self.entry = TextField(theme, _("what came up; Enter writes it down"), _("New idea or opportunity"))
        self.entry.returnPressed.connect(self._enter)
        self.body.addWidget(self.note_kind)
        self.body.addWidget(self.entry)
        self.list = ScrollColumn(spacing=6)
        self.body.addWidget(self.list, 1)

    def _enter(self) -> None:
        text = single_line(self.entry.text())
        if text:
            self.wanted.emit(add_idea(NoteKind(self.note_kind.current()), text, datetime.now()))
            self.entry.set_value("")
            self.entry.clear()
            self.entry.commit()

    def show_ideas(self, view: MeetingsView) -> None:
        """Open ones first, newest first."""
        if view.ideas == self._notes and self.list.column.count():
            return
        self._notes = view.ideas
        if self.list.isAncestorOf(self.focusWidget() or self):
            self.entry.setFocus()
        self.list.clear()
        _, theme = self._context.words, self._context.theme
        order = sorted(reversed(view.ideas), key=lambda note: note.resolved)
        items = [self._item(note) for note in order]
        for item in items:
            self.list.column.addWidget(item)
        if not order:
            empty = plain_label(_("Nothing has come up yet."), theme, "body", "text3", wrap=True)
            self.list.column.addWidget(empty)
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _item(self, note: Note) -> QWidget:
        _, theme = self._context.words, self._context.theme
        item = Card("soft", margins=8, spacing=2)
        tone = "text3" if note.resolved else "text"
        item.body.addWidget(plain_label(note.text, theme, "body", tone, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        done = CheckBox(_("idea") if note.kind is NoteKind.IDEA else _("opportunity"), theme)
        done.setChecked(note.resolved)
        done.setAccessibleName(_("Dealt with: {text}", text=note.text))
        done.setToolTip(_("Tick off what has been dealt with"))
        done.toggled.connect(partial(self._resolve, note))
        row.addWidget(done, 1)
        if not note.resolved:
            make = partial(self.wanted.emit, note_to_action(note))
            row.addWidget(button(_("Make an action"), "link", make, theme=theme))
        item.body.addLayout(row)
        return item

    def _resolve(self, note: Note, on: bool) -> None:
        self.wanted.emit(resolve_note(note, on))
