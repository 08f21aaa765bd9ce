"""The quick-add line at the foot: decision, action, parking or idea, with @owner and #date completed while typing."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from ui.bridge import DocumentBridge
from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.key_cap import KeyCap
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import ActionStatus, NoteKind
from workshop_app.domain.quick_line import QuickLine, people_matching, read_quick_line
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.session import add_action, add_note

HEIGHT = 50
ACTION = "action"


class QuickLineEdit(QLineEdit):
    """The line itself: after «@» it offers names."""

    def __init__(self, bridge: DocumentBridge, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter and Tab take the offered name; everything else is typing."""
        popup = self._completer.popup()
        taking = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
        if popup is not None and popup.isVisible() and taking:
            index = popup.currentIndex()
            self._complete(str((index if index.isValid() else popup.model().index(0, 0)).data()))
            popup.hide()
            return
        super().keyPressEvent(event)

    def _fragment(self) -> str | None:
        before = self.text()[: self.cursorPosition()]
        mark = before.rfind("@")
        if mark < 0 or (mark and not before[mark - 1].isspace()):
            return None
        fragment = before[mark + 1 :]
        return fragment if len(fragment.split()) < 2 and not fragment.endswith(" ") else None

    def _offer(self) -> None:
        fragment = self._fragment()
        people = people_matching(fragment, self._bridge.engagement.people) if fragment is not None else ()
        self._names.setStringList([person.name for person in people[:8]])
        popup = self._completer.popup()
        if not people or popup is None:
            if popup is not None:
                popup.hide()
            return
        self._completer.setCompletionPrefix("")
        self._completer.complete()
        popup.setCurrentIndex(popup.model().index(0, 0))

    def _complete(self, name: str) -> None:
        fragment = self._fragment()
        if fragment is None:
            return
        at = self.cursorPosition()
        start = at - len(fragment)
        text = self.text()
        self.setText(f"{text[:start]}{name} {text[at:]}")
        self.setCursorPosition(start + len(name) + 1)


class QuickAdd(QFrame):
    """The bar. ``open_list`` asks for the list of a kind; ``recorded`` says what was written."""

    open_list = Signal(str)
    recorded = Signal(str)

    def __init__(self, bridge: DocumentBridge, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._bridge, self._words = bridge, words
        self.step: str | None = None
        self.recommendations: tuple[int, ...] = ()
        self.setFixedHeight(HEIGHT)
        self.kinds = SegmentedControl(theme, icons)
        self.line = QuickLineEdit(bridge, self)
        self.line.setMinimumHeight(32)
        self.line.returnPressed.connect(self.record)
        self._counters = {kind: self._counter(kind) for kind in ("decision", ACTION, "parking")}
        self._lay_out()
        bridge.changed.connect(lambda _change: self.refresh())
        self.refresh()

    def _counter(self, kind: str) -> QPushButton:
        button = QPushButton()
        button.setProperty("cls", "link")
        button.setFlat(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda _checked=False: self.open_list.emit(kind))
        return button

    def _lay_out(self) -> None:
        _ = self._words
        self.kinds.set_items(
            [
                (NoteKind.DECISION.value, _("Decision"), "gavel"),
                (ACTION, _("Action"), "list-todo"),
                (NoteKind.PARKING.value, _("Parking"), "circle-parking"),
                (NoteKind.IDEA.value, _("Idea"), "lightbulb"),
            ]
        )
        self.kinds.setAccessibleName(_("What to write down"))
        self.kinds.chosen.connect(lambda _kind: self.line.setFocus())
        self.line.setPlaceholderText(_("What was said? @ – owner, # – date, Enter – write down"))
        self.line.setAccessibleName(_("Quick line"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(KeyCap("Ctrl+J"))
        row.addWidget(self.kinds)
        row.addWidget(self.line, 1)
        for button in self._counters.values():
            row.addWidget(button)

    def choose(self, kind: str) -> None:
        """Alt+1…4: the kind; the line gets the focus."""
        self.kinds.set_current(kind)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def record(self) -> None:
        """Enter: write the line down; a failed one stays to be mended."""
        engagement = self._bridge.engagement
        line = read_quick_line(self.line.text(), engagement.people, self._bridge.as_of)
        if not line.text:
            return
        if self._bridge.run(self._operation(line)) is not None:
            self.line.clear()
            self.recorded.emit(line.text)

    def _operation(self, line: QuickLine) -> Operation:
        kind = self.kinds.current()
        if kind == ACTION:
            return add_action(line, self.recommendations[:1])
        return add_note(NoteKind(kind), line, self.step, datetime.now())

    def refresh(self) -> None:
        """Counters of what is open."""
        _ = self._words
        engagement = self._bridge.engagement
        notes = engagement.notes
        decisions = len(engagement.decisions) + sum(note.kind is NoteKind.DECISION for note in notes)
        actions = sum(action.status is not ActionStatus.CANCELLED for action in engagement.actions)
        parking = sum(note.kind is not NoteKind.DECISION and not note.resolved for note in notes)
        self._counters["decision"].setText(_("Decisions {n}", n=decisions))
        self._counters[ACTION].setText(_("Actions {n}", n=actions))
        self._counters["parking"].setText(_("Parking {n}", n=parking))
