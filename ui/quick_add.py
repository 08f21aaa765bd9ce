"""The quick-add line at the foot: decision, action, parking or idea, with @owner and #date completed while typing."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.bridge import DocumentBridge
from ui.icons import Icons
from ui.quick_line import OWNER, QuickLineEdit
from ui.theme.service import ThemeService
from ui.widgets.buttons import Button, button
from ui.widgets.key_cap import KeyCap
from ui.widgets.segmented import SegmentedControl
from workshop_app.domain.model import NoteKind
from workshop_app.domain.quick_line import QuickLine, people_matching, read_quick_line
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.session import add_action, add_note, caught

HEIGHT = 50
ACTION = "action"
FEW = 3


class QuickAdd(QFrame):
    """The bar. ``open_list`` asks for the list of a kind; ``recorded`` says what was written, ``doubted`` what was not
    understood; ``left`` when the keys are to go back to the page.
    """

    open_list = Signal(str)
    recorded = Signal(str)
    doubted = Signal(str)
    left = Signal()

    def __init__(self, bridge: DocumentBridge, theme: ThemeService, icons: Icons, words: Words) -> None:
        super().__init__()
        self._bridge, self._theme, self._words = bridge, theme, words
        self.step: str | None = None
        self.recommendations: tuple[int, ...] = ()
        self.kinds = SegmentedControl(theme, icons)
        self.line = QuickLineEdit(bridge, words, theme, self)
        self.line.returnPressed.connect(self.record)
        self.line.left.connect(self.leave)
        self._before: QWidget | None = None
        self._doubtful = ""
        self._counters = {kind: self._counter(kind) for kind in ("decision", ACTION, "parking")}
        self._lay_out()
        bridge.changed.connect(self.refresh)
        theme.changed.connect(self._follow)
        self._follow()
        self.refresh()

    def _counter(self, kind: str) -> Button:
        return button("", "link", lambda: self.open_list.emit(kind), theme=self._theme)

    def _follow(self) -> None:
        self.setFixedHeight(self._theme.theme.pixels(HEIGHT))

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
        for counter in self._counters.values():
            row.addWidget(counter)

    def choose(self, kind: str) -> None:
        """Alt+1…4: the kind; the line gets the focus."""
        self.kinds.set_current(kind)
        self.come()

    def come(self) -> None:
        """Ctrl+J: the line gets the focus."""
        focus = self.window().focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_over(self, other: QuickAdd) -> None:
        """Go on with the kind and the line of the one before: it is not theirs any more."""
        had_focus = other.line.hasFocus()
        self.kinds.set_current(other.kinds.current())
        self.line.setText(other.line.text())
        other.line.clear()
        if had_focus:
            self.line.setFocus()

    def leave(self) -> None:
        """Esc: the keys go back to where they were; what is typed stays."""
        before = self._before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def record(self) -> None:
        """Enter: write the line down; a failed one stays to be mended, and so does, once, one that is in doubt."""
        engagement, typed = self._bridge.engagement, self.line.text()
        line = read_quick_line(typed, engagement.people, self._bridge.as_of)
        if not line.text:
            return
        if line.unknown and typed != self._doubtful:
            self._doubtful = typed
            self.doubted.emit(self._doubt(line.unknown[0]))
            return
        operation = self._operation(line)
        if self._bridge.run(operation) is not None:
            self.line.clear()
            self._doubtful = ""
            self.recorded.emit(self._said(operation, line))

    def keep(self) -> None:
        """The program ends: a line that was not written down goes to the parking, as it is, and says so."""
        text = single_line(self.line.text())
        if not text or self._bridge.document.read_only:
            return
        operation = add_note(NoteKind.PARKING, QuickLine(text), self.step, datetime.now())
        if self._bridge.run(operation) is not None:
            self.line.clear()
            self.recorded.emit(self._words.message(operation.name))

    def _operation(self, line: QuickLine) -> Operation:
        kind = self.kinds.current()
        if kind == ACTION:
            return add_action(line, self.recommendations[:1])
        return add_note(NoteKind(kind), replace(line, text=self._whole(line)), self.step, datetime.now())

    def _owner(self, line: QuickLine) -> str:
        owner = self._bridge.engagement.person(line.owner_id)
        return owner.name if owner else ""

    def _whole(self, line: QuickLine) -> str:
        """A note's text with its owner and date, as ``read_kept_line`` takes it apart again."""
        _, owner = self._words, self._owner(line)
        text = f"{line.text} – {owner}" if owner else line.text
        return _("{text}, by {date}", text=text, date=_.date_year(line.due)) if line.due else text

    def _said(self, operation: Operation, line: QuickLine) -> str:
        said = self._words.message(operation.name)
        if self.kinds.current() != ACTION:
            return said
        day = self._words.date_year(line.due) if line.due else ""
        return " · ".join(part for part in (said, self._owner(line), day) if part)

    def _doubt(self, mark: str) -> str:
        """Why a mark was not understood."""
        _ = self._words
        people = people_matching(mark[1:], self._bridge.engagement.people) if mark[0] == OWNER else ()
        if people:
            why = _("“{mark}” fits several: {names}.", mark=mark, names=", ".join(p.name for p in people[:FEW]))
        else:
            why = _("Nobody is called “{mark}”.", mark=mark[1:]) if mark[0] == OWNER else _("“{mark}” is no date.",
                                                                                            mark=mark[1:])  # fmt: skip
        return f"{why} {_('Enter again writes the line down as it is.')}"

    def refresh(self, _change: object = None) -> None:
        """Counters of what is open."""
        _ = self._words
        found = caught(self._bridge.engagement)
        self._counters["decision"].set_text(_("Decisions {n}", n=found.decisions))
        self._counters[ACTION].set_text(_("Actions {n}", n=found.actions))
        self._counters["parking"].set_text(_("Parking {n}", n=found.parking))
