"""A page with sub-steps: each one is a widget of its own, made when first shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.audience.scene import Focus
from ui.clipboard import clipboard_rows
from ui.pages.base import Place, StepPage
from ui.widgets.buttons import Button, button
from ui.widgets.layout import HintLine

if TYPE_CHECKING:
    from ui.actions import Action
    from ui.context import WindowContext
    from workshop_app.services.document import Change, Operation


class SubPage(QWidget):
    """One sub-step. It draws the step's view and runs operations through its page."""

    name: ClassVar[str]
    wide: bool = False

    def __init__(self, page: SteppedPage) -> None:
        super().__init__()
        self.page = page

    @property
    def context(self) -> WindowContext:
        """The window's context."""
        return self.page.context

    def run(self, operation: Operation | None) -> bool:
        """Run an operation; False when there was none or it failed."""
        return self.page.run(operation)

    def run_and_tell(self, operation: Operation) -> bool:
        """Run an operation that people may want back at once: a toast names it, with undo beside it."""
        done = self.run(operation)
        if done:
            self.context.shell.toast(self.context.words.message(operation.name), undo=True)
        return done

    def lay_out(
        self, *parts: QWidget | QLayout, grows: QWidget | QLayout, hints: Sequence[tuple[str, str]]
    ) -> HintLine:
        """The parts from head to foot, of which one grows with the window, and under them what the keys do."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in parts:
            stretch = 1 if part is grows else 0
            if isinstance(part, QLayout):
                column.addLayout(part, stretch)
            else:
                column.addWidget(part, stretch)
        line = HintLine(hints, self.context.theme)
        column.addWidget(line)
        return line

    def forward_button(self, text: str, place: Place) -> Button:
        """The way on, the page's primary button."""
        context = self.context
        go = self.page.go_to if place.step == self.page.step_id else context.shell.go
        return button(text, "pri", lambda: go(place), theme=context.theme, icons=context.icons, after="arrow-right")

    def show_view(self, view: Any, change: Change | None) -> None:
        """Bring it up to date; ``change`` None = everything."""
        raise NotImplementedError  # each page has its own

    def select(self, row_id: str | None) -> None:
        """Select a row, where it has it."""

    def focus_id(self) -> str | None:
        """The row the facilitator is on."""
        return None

    def room_focus(self) -> Focus:
        """What the room's scene is told."""
        return Focus(self.focus_id())

    def room_scene(self) -> str:
        """The room's scene of this sub-step."""
        return f"{self.page.step_id}.{self.name}"

    def sub_actions(self) -> tuple[Action, ...]:
        """Its own actions for palette, menu and key sheet."""
        return ()

    def add_new(self) -> None:
        """Ins."""

    def open_to_room(self) -> bool:
        """F5: open what is hidden; False when nothing is hidden here."""
        return False

    def next_problem(self, way: int) -> bool:
        """F4: the next thing here that needs somebody; False leaves it to the checks."""
        return False

    def paste(self, rows: list[list[str]]) -> None:
        """Cells pasted anywhere on it: the list may be empty still, and an empty table takes no keys."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+V that no list or field took."""
        if event.matches(QKeySequence.StandardKey.Paste):
            rows = clipboard_rows()
            if rows:
                self.paste(rows)
            return
        super().keyPressEvent(event)

    def leave(self) -> None:
        """The page is thrown away: keep what was typed."""

    def tell_moved(self) -> None:
        """The selection or what the room may see has changed; a sub-step behind another one keeps silent."""
        if self.page.in_front(self):
            self.page.moved.emit(self.page.current_place())


SubPageMaker = Callable[["SteppedPage"], SubPage]
"""A sub-page's class, or a function that imports it first."""


class SteppedPage(StepPage):
    """Sub-classes give ``sub_pages`` (name → maker), the first is shown first, and ``view``."""

    def sub_pages(self) -> Mapping[str, SubPageMaker]:
        """The sub-steps in order."""
        raise NotImplementedError  # each page has its own

    def view(self) -> Any:
        """The step's view as it is now."""
        raise NotImplementedError  # each page has its own

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """The sub-step that shows a row of a table (or a kind of checked object); None = stay."""
        return None

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """The row to select for a place that names a record (an activity for its decision …)."""
        return place.row_id

    def build(self) -> None:
        """The stack; sub-steps come when they are shown."""
        self._makers = self.sub_pages()
        self._sub_step = next(iter(self._makers))
        self._subs: dict[str, SubPage] = {}
        self.stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 6)
        column.addWidget(self.stack)

    def sub(self, name: str) -> SubPage:
        """The widget of a sub-step."""
        if name not in self._subs:
            made = self._makers[name](self)
            self._subs[name] = made
            self.stack.addWidget(made)
        return self._subs[name]

    @property
    def front(self) -> SubPage:
        """The sub-step in front."""
        return self.sub(self._sub_step)

    def in_front(self, sub_page: SubPage) -> bool:
        """Whether this is the sub-step that is shown; not so while it is still being made."""
        return self._subs.get(self._sub_step) is sub_page

    def refresh(self, change: Change | None) -> None:
        """Bring the front sub-step up to date; the others when they are shown."""
        self.front.show_view(self.view(), change)

    def go_to(self, place: Place) -> None:
        """Show a sub-step; a record that was named decides it where none is given."""
        wanted = place.sub_step or self.sub_step_of(place.table, place.row_id)
        if wanted in self._makers:
            self._sub_step = str(wanted)
        front = self.front
        front.show_view(self.view(), None)
        self.stack.setCurrentWidget(front)
        if place.row_id:
            front.select(self.row_in(self._sub_step, place))
        self.take_focus()
        self.moved.emit(self.current_place())

    def current_place(self) -> Place:
        """Where the facilitator is."""
        return Place(self.step_id, self._sub_step, None, self.front.focus_id())

    def scene(self) -> tuple[str, Focus]:
        """The room follows the sub-step and its row."""
        return self.front.room_scene(), self.front.room_focus()

    def leave(self) -> None:
        """Each sub-step that was shown keeps what was typed there."""
        for sub_page in self._subs.values() if self._built else ():
            sub_page.leave()
        super().leave()

    def next_problem(self, way: int) -> bool:
        """F4."""
        return self.front.next_problem(way)

    def open_to_room(self) -> bool:
        """F5."""
        opened = self.front.open_to_room()
        if opened:
            self.front.tell_moved()
        return opened

    @property
    def wide(self) -> bool:
        """Whether the sub-step in front needs the room of the guide."""
        return self.front.wide

    def page_actions(self) -> tuple[Action, ...]:
        """The actions of the sub-step in front."""
        return self.front.sub_actions()

    def add_new(self) -> None:
        """Ins."""
        self.front.add_new()
