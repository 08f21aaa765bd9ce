"""The image exchange: three lists a department, blind until every department is ready and F5 opens them all."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.actions import Action
from ui.audience.guarding import RoomGuard
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.diagnosis.card_list import CardListCard
from ui.widgets.badge import DepartmentBadge
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ElidedLabel
from ui.widgets.layout import EmptyState, StepHeader, plain_label
from ui.widgets.segmented import HeaderTabs, SegmentedControl
from workshop_app.services.document import Change
from workshop_app.steps.diagnosis.images import DepartmentImages
from workshop_app.steps.diagnosis.view import DiagnosisView

SIDE_BY_SIDE = 2
"""So many departments stand below each other; more take turns by tabs."""


class DepartmentRow(QWidget):
    """A department's three lists side by side, with what is missing."""

    def __init__(self, context_page: ImagesPage, index: int, images: DepartmentImages) -> None:
        super().__init__()
        context = context_page.context
        theme = context.theme
        self.department = images.department
        name = ElidedLabel(images.department.name)
        name.setFont(theme.theme.font("body_strong"))
        self.state = plain_label("", theme, "small", "warn")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(DepartmentBadge(images.department.short, images.department.name, index, theme, 22))
        head.addWidget(name, 1)
        head.addWidget(self.state)
        self.lists = [CardListCard(context, images.department, cards.kind) for cards in images.lists]
        row = QHBoxLayout()
        row.setSpacing(10)
        for made in self.lists:
            row.addWidget(made, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addLayout(row, 1)
        self._words = context.words

    def show_images(self, images: DepartmentImages) -> None:
        """Bring the lists up to date."""
        _ = words = self._words
        for made, cards in zip(self.lists, images.lists, strict=True):
            made.show_cards(cards)
        missing = words.plural("{n} card is missing", "{n} cards are missing", images.missing)
        self.state.setText(_("ready") if images.ready else missing)
        self.state.set_token("ok" if images.ready else "warn")


class ImagesPage(SubPage):
    """Blind: the room sees counters. Together: the room sees all lists."""

    name = "images"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: DiagnosisView | None = None
        self.rows: list[DepartmentRow] = []
        self.opened = False
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        reason = _("The room is frozen while the lists are typed blind. F5 shows the counters.")
        self._guard = RoomGuard(self, self.context.room, "images", reason)
        self.mode = SegmentedControl(theme, icons)
        self.mode.setAccessibleName(_("What the room sees"))
        self.mode.set_items([("blind", _("Blind"), "eye-off"), ("open", _("Together"), "eye")])
        self.mode.chosen.connect(lambda key: self._open(key == "open"))
        forward = self.forward_button(_("To the common problem"), Place("diagnosis", "problem"))
        self.tabs = HeaderTabs(theme)
        self.tabs.chosen.connect(self._show_department)
        self._body = QVBoxLayout()
        self._body.setSpacing(8)
        hints = [
            ("Enter", _("next card")),
            ("Ctrl+←/→", _("other list")),
            ("Alt+↑/↓", _("move a card")),
            ("F5", _("open all lists to the room")),
        ]
        self.lay_out(
            StepHeader(_("Image exchange"), theme, (self.mode, forward), tabs=self.tabs),
            self._body,
            grows=self._body,
            hints=hints,
        )

    def show_view(self, view: DiagnosisView, change: Change | None) -> None:
        """The departments' lists."""
        self._view = view
        shown_now = [row.department for row in self.rows]
        if not self._body.count() or shown_now != [images.department for images in view.images]:
            self._rebuild(view)
        for row, images in zip(self.rows, view.images, strict=True):
            row.show_images(images)
        self.mode.set_current("open" if self.opened else "blind")

    def _rebuild(self, view: DiagnosisView) -> None:
        clear_layout(self._body)
        self.rows = [DepartmentRow(self, index, images) for index, images in enumerate(view.images)]
        for row in self.rows:
            self._body.addWidget(row, 1)
            for made in row.lists:
                made.other_list.connect(self._to_other)
                made.changed_focus.connect(self.tell_moved)
                made.entry.textEdited.connect(self._typed)
        if not self.rows:
            self._body.addWidget(self._empty())
        many = len(self.rows) > SIDE_BY_SIDE
        self.tabs.setVisible(many)
        self.tabs.set_items([(row.department.id, row.department.short) for row in self.rows] if many else [])
        if many:
            self._show_department(self.tabs.current())

    def _typed(self) -> None:
        if not self.opened:
            self._guard.begin()

    def _empty(self) -> QWidget:
        _ = self.context.words
        return EmptyState(
            "users",
            _("Two departments are needed before they can exchange images."),
            self.context.theme,
            self.context.icons,
            primary=(_("To departments and people"), lambda: self.context.shell.go(Place("prepare", "people"))),
        )

    def _show_department(self, department_id: str) -> None:
        self.tabs.set_current(department_id)
        for row in self.rows:
            row.setVisible(row.department.id == department_id)
        self.tell_moved()

    def lists(self) -> list[CardListCard]:
        """All lists in order: department by department."""
        return [made for row in self.rows for made in row.lists]

    def _at(self) -> int:
        return next((at for at, made in enumerate(self.lists()) if made.isAncestorOf(self.focusWidget() or self)), 0)

    def _to_other(self, way: int) -> None:
        found = self.lists()
        wanted = found[(self._at() + way) % len(found)]
        if not wanted.isVisible():
            self._show_department(wanted.department.id)
        wanted.entry.setFocus()

    def select(self, row_id: str | None) -> None:
        """Go to a card."""
        for made in self.lists():
            if made.focus_card(row_id):
                return

    def add_new(self) -> None:
        """Ins: the entry of the list with the focus."""
        if self.rows:
            self.lists()[self._at()].entry.setFocus()

    def focus_id(self) -> str | None:
        """The department whose lists are in front (the room turns to it)."""
        if not self.rows:
            return None
        many = len(self.rows) > SIDE_BY_SIDE
        return self.tabs.current() if many else self.rows[self._at() // len(self.rows[0].lists)].department.id

    def room_focus(self) -> Focus:
        """Blind until opened."""
        return Focus(self.focus_id(), revealed=self.opened)

    def open_to_room(self) -> bool:
        """F5: all lists at once, or counters again; refused while a department is not ready."""
        if self._guard.thaw():
            self.context.shell.toast(self.context.words("The room sees the counters. F5 again opens all lists."))
            return True
        return self._open(not self.opened)

    def _open(self, opened: bool) -> bool:
        _ = words = self.context.words
        waiting = [images for images in self._view.images if not images.ready] if self._view else []
        if opened and (waiting or not self.rows):
            names = words.listing([images.department.name for images in waiting])
            self.context.shell.toast(_("Not yet: three cards a list are still missing from {names}.", names=names))
            self.mode.set_current("blind")
            return True
        self._guard.end()
        self.opened = opened
        self.mode.set_current("open" if opened else "blind")
        self.context.shell.toast(
            _("The room sees all lists now.") if opened else _("The room sees only the counters again.")
        )
        self.tell_moved()
        self.context.room.show()
        return True

    def sub_actions(self) -> tuple[Action, ...]:
        """Opening the lists."""
        _ = self.context.words
        return (
            Action("diagnosis.open", _("Open the images to the room"), self.open_to_room, _("Diagnosis"), icon="eye"),
        )
