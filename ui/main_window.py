"""The facilitator window: the frame around the pages. It puts the parts together and follows where he is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from ui.actions import Actions
from ui.audience.room import Room
from ui.audience.thumbnail import Thumbnail
from ui.bridge import DocumentBridge
from ui.context import WindowContext
from ui.course import CourseWatch
from ui.guide_panel import GuidePanel
from ui.icons import Icons
from ui.leaving import Leaving
from ui.ledger_reckoner import LedgerReckoner
from ui.messages import Messages
from ui.navigation import Rail, StepStatus
from ui.offers import OfferWatch
from ui.page_host import PageHost
from ui.pages.base import Place
from ui.quick_add import QuickAdd
from ui.room_desk import RoomDesk
from ui.saved_sign import SavedSign
from ui.session_bounds import SessionBounds
from ui.session_timer import SessionTimer
from ui.stage import Stage
from ui.step_status import Standing, minutes_of, opening_step, rail_entries
from ui.tasks import Tasks
from ui.theme.service import ThemeService
from ui.top_bar import TopBar
from ui.widgets.tab_order import next_stop, scroll_to
from ui.window_actions import document_actions, frame_actions, room_actions, scene_actions, step_actions
from ui.window_commands import WindowCommands
from workshop_app.domain.message import Message
from workshop_app.domain.model import PrivateNote
from workshop_app.i18n import Words
from workshop_app.services.document import Change
from workshop_app.services.guide import guide
from workshop_app.services.preferences import Preferences
from workshop_app.steps import step_of
from workshop_app.steps.session import write_private_note
from workshop_app.steps.step import Step

MINIMUM = QSize(1280, 640)
NARROW, LOW = 1320, 700
STATUS_DELAY_MS = 150


class FacilitatorWindow(QMainWindow):
    """One open workshop. ``Shell`` for its pages. ``closed`` when the document has been closed, ``rebuilt`` when
    everything was made anew in another language.
    """

    closed = Signal()
    moved = Signal(object)
    rebuilt = Signal()
    quick_add_list_wanted = Signal(str)

    def __init__(
        self, bridge: DocumentBridge, theme: ThemeService, icons: Icons, words: Words, preferences: Preferences
    ) -> None:
        super().__init__()
        self.setObjectName("facilitator_window")
        self.bridge, self.theme, self.icons, self.words = bridge, theme, icons, words
        self.preferences = preferences
        self.room = Room(self)
        self.room.on_command = preferences.settings.room_on_command
        self.timer = SessionTimer(self)
        self.tasks = Tasks(self)
        self.reckoner = LedgerReckoner(bridge, self.tasks, self)
        self.actions_list = Actions(self)
        self.context = WindowContext(
            bridge, theme, icons, words, self.actions_list, self.room, self.tasks, self, preferences
        )
        self.place = Place(opening_step(bridge.engagement, bridge.as_of))
        self.commands = WindowCommands(self)
        self.bounds = SessionBounds(self)
        self.desk = RoomDesk(self)
        self.audience = self.desk.audience
        self.saved = SavedSign(bridge, self)
        self.leaving = Leaving(self)
        self.stage = Stage(self)
        self.course = CourseWatch(bridge, self.timer, lambda: self.words, parent=self)
        self._build()
        self.files: QObject | None = None
        self.watch: QObject | None = None
        self.progress = (0, 0)
        self.standing = Standing(bridge)
        self._guide_wanted: bool | None = None
        self._going = False
        self._status_timer = QTimer(self, singleShot=True, interval=STATUS_DELAY_MS)
        self._status_timer.timeout.connect(self.refresh_status)
        self._listen()
        self.setMinimumSize(MINIMUM)

    def _listen(self) -> None:
        self.bridge.changed.connect(self._on_change)
        self.bridge.problem.connect(self.problem)
        self.bridge.followed.connect(
            lambda: self.toast(self.words("Another program has changed the file: it was read anew."))
        )
        self.saved.changed.connect(self._show_history)
        self.saved.recovered.connect(lambda former: self.messages.forget(self.words.message(former.message)))
        self.room.changed.connect(self._show_room)
        self.desk.said.connect(self.toast)
        self.desk.froze.connect(lambda text: self.messages.toast(text, icon="snowflake"))
        self.audience.changed.connect(lambda _what: self._show_room())
        self.course.warned.connect(lambda text: self.messages.toast(text, icon="timer"))
        self.course.changed.connect(lambda course: self.rail.set_course(course))
        self.commands.audience_wanted.connect(self.audience.toggle)
        self.theme.changed.connect(self._fit)

    def _build(self) -> None:
        self.setWindowTitle(self.bridge.document.file.path.stem)
        self.top_bar = TopBar(self.timer, self.theme, self.icons, self.words)
        self.rail = Rail(self.theme, self.icons, self.words)
        self.rail.set_folded(self.preferences.settings.rail_folded)
        self.host = PageHost(self.context)
        self.thumbnail = Thumbnail(self.room, self.desk.painter, self.words, self.theme, self.icons, self.desk)
        self.guide = GuidePanel(self.theme, self.icons, self.words, self.thumbnail)
        self.quick_add = QuickAdd(self.bridge, self.theme, self.icons, self.words)
        self.frame = self._frame()
        self.setCentralWidget(self.frame)
        self.messages = Messages(self.host, self.theme, self.icons, self.words, self.bridge.undo)
        self.messages.banner.left.connect(self._back_to_page)
        self.offers = OfferWatch(self.bridge, self.messages, self.words, lambda: self.place.step)
        self._connect_parts()

    def _frame(self) -> QWidget:
        frame = QWidget()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.host, 1)
        middle.addWidget(self.guide)
        column.addWidget(self.top_bar)
        column.addLayout(middle, 1)
        column.addWidget(self.quick_add)
        for bar in (self.top_bar, self.rail, self.guide, self.quick_add):
            bar.setProperty("cls", "bar")
        return frame

    def _declare_actions(self) -> None:
        groups = (document_actions, frame_actions, room_actions, scene_actions, step_actions)
        self.actions_list.set_group("window", [action for group in groups for action in group(self)])

    def _connect_parts(self) -> None:
        self._declare_actions()
        self.rail.chosen.connect(lambda step, sub: self.go(Place(step, sub)))
        self.host.moved.connect(self._on_moved)
        self.guide.notes_edited.connect(self._write_notes)
        self.guide.toggle_wanted.connect(self.toggle_guide)
        self.quick_add.open_list.connect(self.quick_add_list_wanted)
        self.quick_add.recorded.connect(lambda text: self.toast(text, undo=True))
        self.quick_add.doubted.connect(lambda text: self.messages.toast(text, icon="circle-alert"))
        self.quick_add.left.connect(self._back_to_page)
        self.top_bar.wants.connect(self.actions_list.run)
        self.top_bar.room_state_chosen.connect(lambda state: self.actions_list.run(f"room_{state.value}"))

    def begin(self) -> None:
        """Size for a laptop, and the first step; how things stand, guide and room come when the window is there."""
        self.resize(1366, 720)
        self.go(self.place)
        QTimer.singleShot(0, self, self._know_standing)

    def _know_standing(self) -> None:
        self.standing.begin()
        self.refresh_status()

    def go(self, place: Place) -> None:
        """Show a step, a sub-step, a row."""
        self._going = True
        try:
            self.host.show_place(place)
        finally:
            self._going = False
        self._arrive(self.host.page.current_place() if self.host.page else place)

    def _on_moved(self, place: Place) -> None:
        """A page tells where he is now: another row asks for nothing but the room."""
        if self._going:
            return
        if (place.step, place.sub_step) != (self.place.step, self.place.sub_step):
            self._arrive(place)
            return
        self.place = place
        if self.host.page is not None:
            self.host.page.follow_in_room(self.room)
        self.moved.emit(place)

    def _arrive(self, place: Place) -> None:
        self.guide.commit_notes()
        step_changed = place.step != self.place.step
        self.place = place
        step = step_of(place.step)
        self.quick_add.step = place.step
        self.quick_add.recommendations = step.recommendations
        if step_changed:
            self._guide_wanted = None
        self._fit()
        if step_changed or self.timer.step is None:
            self.timer.offer(place.step, minutes_of(self.bridge.engagement, step))
        page = self.host.page
        if page is not None:
            self.actions_list.set_group("page", page.page_actions())
            page.follow_in_room(self.room, step_changed=step_changed)
        self.refresh_status()
        self.moved.emit(place)

    def refresh_status(self) -> None:
        """Rail, guide, history and saved sign: everything that tells how things stand."""
        _ = self.words
        bridge, place = self.bridge, self.place
        entries = rail_entries(bridge.engagement, self.standing, place, self.words)
        steps = [entry for entry in entries if not entry.sub_step]
        self.progress = (sum(entry.status is StepStatus.DONE for entry in steps), len(steps))
        self.rail.set_entries(entries)
        step = step_of(place.step)
        self.course.refresh()
        self._show_history()
        if self.standing.begun:
            self._show_guide(step)
            self.thumbnail.go_live()
        self._show_room()

    def _show_guide(self, step: Step) -> None:
        done = tuple((self.words.message(item.text), item.done) for item in self.standing.done(step))
        note = self.bridge.engagement.get(PrivateNote, step.id)
        texts = guide(self.words.language, step.id, self.place.sub_step)
        self.guide.show_guide(step.id, texts, done, note.text if note else "")

    def _show_history(self) -> None:
        document = self.bridge.document
        undo, redo = document.undo_step, document.redo_step
        name = self.words.message
        self.top_bar.set_history(name(undo.name) if undo else None, name(redo.name) if redo else None)
        self.top_bar.name.setText(self.bridge.engagement.company.name or document.file.path.stem)
        self.top_bar.set_saved(self.saved)

    def _show_room(self) -> None:
        sight = self.desk.sight()
        self.top_bar.set_room(sight, self.room.state)
        self.guide.set_room(self.room.state, sight.whole)

    def _on_change(self, change: Change) -> None:
        self._show_history()
        if change.kind in ("undo", "redo"):
            _ = self.words
            text = _("Taken back: {name}") if change.kind == "undo" else _("Done again: {name}")
            self.toast(text.format(name=self.words.message(change.name)))
        self._status_timer.start()

    def _write_notes(self, step: str, text: str) -> None:
        self.bridge.run(write_private_note(step, text))

    def toast(self, text: str, *, undo: bool = False) -> None:
        """Say what has just been done."""
        self.messages.toast(text, undo=undo)

    def problem(self, message: Message) -> None:
        """Show a problem in the banner."""
        self.messages.problem(self.words.message(message))

    def notice(self, text: str, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """Show something to know, with what can be done about it."""
        self.messages.notice(text, actions)

    def _back_to_page(self) -> None:
        if self.host.page is not None:
            self.host.page.take_focus()

    def show_over(
        self, page: QWidget | None, back: Place | None = None, *, again: Callable[[], object] | None = None
    ) -> None:
        """Put a page of its own over the step, or go back from it."""
        if page is None:
            self.go(back or self.place)
            return
        self.actions_list.set_group("page", ())
        self.offers.decline()
        self.host.show_over(page, again)
        self._fit()

    def give_time(self, part: str, minutes: int, *, start: bool = False) -> None:
        """The clock for a part of the step in front; it runs on where it ran."""
        start = start or self.timer.running
        self.timer.offer(self.place.step, minutes, part)
        if start:
            self.timer.start()

    def set_words(self, words: Words) -> None:
        """Another interface language: everything is built again where it stands."""
        self.words = self.context.words = words
        self.guide.commit_notes()
        self.desk.set_words(words)
        self._rebuild()

    def _rebuild(self) -> None:
        place, quick, over_again = self.place, self.quick_add, self.host.over_again
        with self._typing_kept():
            self.host.clear_pages()
            self._build()
            self._fit()
            self.stage.apply()
            self.go(place)
        if over_again is not None:
            over_again()
        self.quick_add.take_over(quick)
        self.rebuilt.emit()

    def renew_pages(self) -> None:
        """A preference that pages look at when they are made has changed; what lies over a page is not disturbed."""
        focus = self.focusWidget()
        if self.host.page is None:
            return
        with self._typing_kept():
            self.host.clear_pages()
            self.go(self.place)
        if focus is not None and isValid(focus) and not self.host.isAncestorOf(focus):
            focus.setFocus()

    @contextmanager
    def _typing_kept(self) -> Iterator[None]:
        from ui.unsaved_typing import put_back, typed_in

        typed = typed_in(self.host.page)
        yield
        QTimer.singleShot(0, self, lambda: put_back(self.host.page, typed))  # its fields are shown then

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: breakpoints of DESIGN.md 5, at the size of the interface."""
        super().resizeEvent(event)
        self._fit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes as one reads: top bar, rail, page, guide, quick line."""
        here = self.focusWidget()
        if here is not None and not here.isVisible() and self.host.isAncestorOf(here):
            self._back_to_page()  # what had the keys has gone: they stay in the page
            return True
        stop = next_stop(self, forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        reason = Qt.FocusReason
        stop.setFocus(reason.TabFocusReason if forward else reason.BacktabFocusReason)
        scroll_to(stop)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc that nobody took puts away what the window says."""
        if event.key() != Qt.Key.Key_Escape or not self.messages.dismiss():
            super().keyPressEvent(event)

    def _fit(self) -> None:
        pixels = self.theme.theme.pixels
        self.rail.set_low(self.height() < pixels(LOW))
        page = self.host.page
        folded = self.width() < pixels(NARROW) or page is None or page.wide
        if self._guide_wanted is not None:
            folded = not self._guide_wanted
        if self.guide.folded != folded:
            self.guide.set_folded(folded)
        self.messages.place()

    def toggle_guide(self) -> None:
        """Ctrl+G: the person's choice holds until the next step."""
        self._guide_wanted = self.guide.folded
        self._fit()

    def keep_field(self) -> None:
        """What stands in a field is committed as if he had left it; the keys stay where they are."""
        focused = self.focusWidget()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.guide.commit_notes()
        if focused is not None and isValid(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Qt: stop the work, close the file; everything is saved, or it is said that it is not."""
        self.leaving.keep_all()
        if event.spontaneous() and not self.leaving.may_go():
            event.ignore()
            return
        self.tasks.stop()
        self.desk.close()
        self.host.clear_pages()
        self.bridge.close()
        super().closeEvent(event)
        self.closed.emit()
