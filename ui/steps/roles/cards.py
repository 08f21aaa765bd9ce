"""Role cards: everybody in a list, the card of one beside it, confirmed one after another."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget

from ui.actions import Action
from ui.audience.room import RoomState
from ui.audience.scene import Focus
from ui.models.table import Column, TableModel
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.pages.tabs import tabbed_header
from ui.steps.roles.card_view import RoleCardView
from ui.widgets import roles
from ui.widgets.delegates.cell import CellDelegate
from ui.widgets.layout import EmptyState, button, plain_label
from ui.widgets.table_look import TableCard
from ui.widgets.table_view import LineTable
from workshop_app.domain.role_card import role_card
from workshop_app.domain.short_names import told_apart
from workshop_app.services.document import Change
from workshop_app.steps.roles.cards import CardLine, card_lines
from workshop_app.steps.roles.operations import confirm_conversation, make_cards
from workshop_app.steps.roles.view import RolesView

LIST_WIDTH = 236


class CardsPage(SubPage):
    """The room sees how many are confirmed, and a person's card only after F5."""

    name = "cards"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._open = False
        self._short: dict[str, str] = {}
        self.model: TableModel[CardLine] = TableModel(self._columns(), self.context.bridge.run)
        self.table = LineTable(self.model, CellDelegate(self.context.theme, self.context.icons, self, height=34))
        self.table.ring_rows()
        self.card = RoleCardView(self.context)
        self._build()
        self._connect()

    def _columns(self) -> list[Column[CardLine]]:
        _ = words = self.context.words
        return [
            Column(
                "person",
                _("Person"),
                lambda line: self._short.get(line.person.name, line.person.name),
                roles={
                    roles.BADGE: lambda line: (line.department.short, line.place) if line.department else None,
                    roles.TONE: lambda line: "text" if line.exists else "text2",
                },
                tooltip=_who,
                accessible=lambda line: f"{line.person.name}, {self._state(line)}",
            ),
            Column(
                "state",
                "",
                lambda line: "" if line.exists else "—",
                roles={
                    roles.ICON: lambda line: ("check", "ok") if line.acknowledged_on else None,
                    roles.TONE: lambda line: "text3",
                },
                tooltip=lambda line: (
                    _("Talked through on {date}", date=line.acknowledged_on)
                    if line.acknowledged_on
                    else words("Not talked through yet")
                ),
            ),
        ]

    def _state(self, line: CardLine) -> str:
        _ = self.context.words
        return _("confirmed") if line.acknowledged_on else _("not confirmed")

    def _build(self) -> None:
        _, theme, icons = self.context.words, self.context.theme, self.context.icons
        self.make = button(_("Cards for everybody"), "ghost", self._make_all, icons=icons, icon="plus", theme=theme)
        self.paper = button(_("Print"), "ghost", self._print, icons=icons, icon="printer", theme=theme)
        self.main = button(_("Confirm the conversation"), "pri", self.go_on, icons=icons, theme=theme)
        self.show_button = button(
            _("Show the room"), "ghost", self._show_in_room, icons=icons, icon="monitor", theme=theme
        )
        self.stack = QStackedWidget()
        self.stack.addWidget(self._two_parts())
        self.stack.addWidget(self._nobody())
        foot = QHBoxLayout()
        made = _("Put together from decisions, matrix, handoffs and rewards; three fields are typed.")
        foot.addWidget(plain_label(made, theme, "caption", "text2", wrap=True), 1)
        foot.addWidget(self.show_button)
        hints = [
            ("↑ ↓", _("other person")),
            ("F2", _("edit")),
            ("1…9", _("take a suggestion")),
            ("Ctrl+Enter", _("confirm, next")),
            ("F5", _("show the room")),
            ("Alt+W", _("why is this here")),
        ]
        header = tabbed_header(self, (self.make, self.paper, self.main))
        self.lay_out(header, self.stack, foot, grows=self.stack, hints=hints)

    def _two_parts(self) -> QFrame:
        theme = self.context.theme
        parts = QFrame()
        row = QHBoxLayout(parts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        left = TableCard()
        left.setFixedWidth(theme.theme.pixels(LIST_WIDTH))
        self.count = plain_label("", theme, "caption_strong", "text2")
        self.count.setContentsMargins(14, 8, 8, 8)
        left.body.addWidget(self.count)
        left.body.addWidget(self.table, 1)
        self.table.horizontalHeader().hide()
        self.table.set_widths((0, 36))
        self.table.setAccessibleName(self.context.words("Role cards"))
        right = TableCard()
        self.area = QScrollArea()
        self.area.setAccessibleName(self.context.words("Role card"))
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.card)
        for ground in (self.area.viewport(), self.card):
            ground.setAutoFillBackground(False)
        right.body.addWidget(self.area)
        row.addWidget(left)
        row.addWidget(right, 1)
        return parts

    def _nobody(self) -> EmptyState:
        _ = self.context.words
        return EmptyState(
            "user",
            _("Role cards are made for people: there are none yet."),
            self.context.theme,
            self.context.icons,
            (_("To departments and people"), lambda: self.context.shell.go(Place("prepare", "people"))),
        )

    def _connect(self) -> None:
        self.table.selected.connect(lambda _id: self._chosen())
        self.table.opened.connect(lambda _id: self.card.edit_first())
        self.table.single_keys = self._single_key
        self.card.wanted.connect(self.run)
        self.card.matrix_wanted.connect(self._to_matrix)

    def show_view(self, view: RolesView, change: Change | None) -> None:
        """List, counts and the card of the current person."""
        lines = card_lines(self.page.engagement, view)
        self.stack.setCurrentIndex(0 if lines else 1)
        self._short = told_apart(line.person.name for line in lines)
        self.model.set_lines(lines)
        if lines and not self.table.currentIndex().isValid():
            self.table.select(lines[0].id)
        _ = self.context.words
        done = sum(line.acknowledged_on is not None for line in lines)
        self.count.setText(_("{n} of {total} confirmed", n=done, total=len(lines)))
        self.make.setVisible(any(not line.exists for line in lines))
        self._show_card()

    def _line(self) -> CardLine | None:
        return self.model.line(self.table.currentIndex())

    def _show_card(self) -> None:
        _, line = self.context.words, self._line()
        for part in (self.card, self.main, self.show_button, self.paper):
            part.setVisible(line is not None)
        if line is None:
            return
        self.card.show_card(role_card(self.page.engagement, line.id), line.place)
        confirmed = line.acknowledged_on is not None
        self.main.set_text(_("Next card") if confirmed else _("Confirm the conversation"))
        self.main.after = "arrow-right" if confirmed else ""
        self.main.icon_name = "" if confirmed else "check"
        self.main.updateGeometry()

    def _chosen(self) -> None:
        self._show_card()
        self.area.verticalScrollBar().setValue(0)
        self.tell_moved()

    def go_on(self) -> None:
        """Ctrl+Enter: confirm the conversation, then the next person."""
        self.card.commit()
        line = self._line()
        if line is None:
            return
        if line.acknowledged_on is None:
            stored = self.card.stored()
            self.run(confirm_conversation(stored, line.person, self.context.bridge.as_of))
        else:
            row = (self.table.currentIndex().row() + 1) % len(self.model.lines)
            self.table.select(self.model.lines[row].id)
        self.table.setFocus()

    def _single_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_F2:
            self.card.edit_first()
            return True
        if event.text().isdecimal() and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return self.card.take_suggestion(int(event.text()))
        return False

    def _make_all(self) -> None:
        missing = [line.person for line in self.model.lines if not line.exists]
        if self.run(make_cards(missing)):
            words = self.context.words
            self.context.shell.toast(words.plural("{n} card made", "{n} cards made", len(missing)), undo=True)

    def _print(self) -> None:
        self.context.shell.go(Place("plan", "print", None, f"role-card/{self.focus_id() or ''}"))

    def _to_matrix(self) -> None:
        self.page.go_to(Place("roles", "matrix", "people", self.focus_id()))

    def _show_in_room(self) -> None:
        self.context.actions.run("room_show")

    def select(self, row_id: str | None) -> None:
        """A person's card."""
        self.table.select(row_id)
        self.table.setFocus()

    def focus_id(self) -> str | None:
        """The person."""
        return self.table.current_id() or None

    def room_focus(self) -> Focus:
        """The person, hidden until shown."""
        return Focus(self.focus_id(), revealed=self._open)

    def open_to_room(self) -> bool:
        """F5: a card of a person is shown to all only on purpose; pressed again, counts only."""
        room = self.context.room
        if room.state is not RoomState.SHOW or room.live.scene != self.room_scene():
            return False
        _ = self.context.words
        self._open = not self._open
        self.context.shell.toast(
            _("The room sees this card. F5 hides it.") if self._open else _("The room sees only the count again.")
        )
        return True

    def sub_actions(self) -> tuple[Action, ...]:
        """Confirm, edit, make."""
        _ = self.context.words
        section = _("Roles")
        return (
            Action("card_on", _("Confirm the conversation, then the next card"), self.go_on, section, ("Ctrl+Return",)),
            Action("card_edit", _("Edit the role card"), self.card.edit_first, section, ("F2",), "pencil", local=True),
            Action("card_make", _("Role cards for everybody"), self._make_all, section, (), "plus"),
            Action("card_take", _("Take a suggestion"), lambda: None, section, ("1…9",), local=True),
        )


def _who(line: CardLine) -> str:
    """The whole name, and the department in full."""
    return "\n".join(filter(None, (line.person.name, line.department.name if line.department else "")))
