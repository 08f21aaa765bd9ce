"""What every page of a step is: built when first shown, refreshed when its tables change, rebuilt on a new language."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QPlainTextEdit, QStackedWidget, QWidget

from ui.audience.scene import Focus
from ui.widgets.card import SelectableCard
from ui.widgets.layout import EmptyState
from workshop_app.domain.frozen import frozen

if TYPE_CHECKING:
    from ui.actions import Action
    from ui.audience.room import Room
    from ui.context import WindowContext
    from workshop_app.domain.engagement import Engagement
    from workshop_app.i18n import Words
    from workshop_app.services.document import Change, Operation


TAKERS = (QAbstractItemView, SelectableCard, QLineEdit, QPlainTextEdit)


def _takes_keys(widget: QWidget) -> bool:
    if not (widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    return not isinstance(widget, QAbstractItemView) or bool(widget.model() and widget.model().rowCount())


@frozen
class Place:
    """Where to go: a step, its sub-step, and the row to select (table and id)."""

    step: str
    sub_step: str | None = None
    table: str | None = None
    row_id: str | None = None


class StepPage(QWidget):
    """A step's page in the workspace.

    Sub-classes set ``step_id``, build their widgets in ``build`` (called once, when the page is first shown) and
    bring them up to date in ``refresh``. A page never writes to another page and never reads SQL: it draws the
    step's view and runs operations.
    """

    step_id: ClassVar[str]

    moved = Signal(object)
    """Emitted with a ``Place`` when the selection or sub-step changes: the rail and the room follow."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self.context = context
        self._built = False
        self._stale = True
        context.bridge.changed.connect(self._on_change)

    @property
    def words(self) -> Words:
        """The interface language."""
        return self.context.words

    @property
    def engagement(self) -> Engagement:
        """The document as it is now."""
        return self.context.bridge.engagement

    def run(self, operation: Operation | None) -> bool:
        """Run an operation; False when there was none or it failed (the banner says why)."""
        return operation is not None and self.context.bridge.run(operation) is not None

    def show_page(self, place: Place) -> None:
        """Come to the front: build if needed, refresh if stale, go to the place."""
        if not self._built:
            self._built = True
            self.build()
        self._refresh_if_stale(None)
        self.go_to(place)
        self.take_focus()

    def take_focus(self) -> None:
        """Where the keys go when the page has come to the front: list, first field, what an empty one offers."""
        if not self._focus_first():
            focused = self.window().focusWidget()
            QTimer.singleShot(0, self, lambda: self._focus_later(focused))  # what has just been made is shown then

    def _focus_later(self, before: QWidget | None) -> None:
        if self.window().focusWidget() is before:
            self._focus_first()

    def _focus_first(self) -> bool:
        focused = self.window().focusWidget()
        chosen = focused is not None and focused.isVisible() and self.isAncestorOf(focused)
        by_qt = focused is self or isinstance(focused, QAbstractButton | QStackedWidget)
        if chosen and not by_qt:
            return True
        first = next((w for kind in TAKERS for w in self.findChildren(kind) if _takes_keys(w)), None)
        if first is None:
            first = next((e.buttons[0] for e in self.findChildren(EmptyState) if e.isVisible() and e.buttons), None)
        if first is None:
            return False
        first.setFocus()
        return True

    def next_problem(self, way: int) -> bool:
        """F4 (``way`` -1: back): the next thing of this page that needs somebody; False leaves it to the checks."""
        return False

    def build(self) -> None:
        """Make the widgets."""
        raise NotImplementedError  # each page has its own

    def refresh(self, change: Change | None) -> None:
        """Bring the widgets up to date; ``change`` None = everything."""
        raise NotImplementedError  # each page has its own

    def go_to(self, place: Place) -> None:
        """Show the sub-step and select the row of ``place``; unknown parts are ignored."""

    def current_place(self) -> Place:
        """Where the facilitator is on this page: the room follows it."""
        return Place(self.step_id)

    def scene(self) -> tuple[str, Focus]:
        """The room's scene for where the facilitator is, and what it points at."""
        place = self.current_place()
        return f"{place.step}.{place.sub_step}" if place.sub_step else place.step, Focus(place.row_id)

    def follow_in_room(self, room: Room, *, step_changed: bool = False) -> None:
        """Tell the room where the facilitator is."""
        scene, focus = self.scene()
        room.follow(scene, focus, step_changed=step_changed)

    def open_to_room(self) -> bool:
        """F5 on a blind scene: open what was hidden; True when the page has done (or refused) it itself."""
        return False

    @property
    def wide(self) -> bool:
        """Whether the page needs the room of the guide (matrices): the guide is a strip until it is opened."""
        return False

    def page_actions(self) -> tuple[Action, ...]:
        """Actions of this page for the palette, the menu and the key sheet."""
        return ()

    def add_new(self) -> None:
        """Ins: begin a new record of the kind this page is about."""

    def leave(self) -> None:
        """Stop listening: the page is thrown away."""
        self.context.bridge.changed.disconnect(self._on_change)

    def _on_change(self, change: Change) -> None:
        self._stale = True
        if self._built and self.isVisible():
            self._refresh_if_stale(change)

    def _refresh_if_stale(self, change: Change | None) -> None:
        if self._stale:
            self._stale = False
            self.refresh(change)
