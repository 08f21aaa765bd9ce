"""Departments as cards: badge, head, counts; one selected filters the people below; the dashed one adds."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import IconButton
from ui.widgets.card import SelectableCard
from ui.widgets.card_drag import CardDrag, place_before
from ui.widgets.counts import Counts
from ui.widgets.elided import ElidedLabel, FewLines
from ui.widgets.labels import IconLabel, tint
from ui.widgets.layout import plain_label
from ui.widgets.tips import plain_tip
from workshop_app.domain.membership import FEWEST_DEPARTMENTS, MOST_DEPARTMENTS
from workshop_app.steps.prepare.view import DepartmentCard

IN_A_ROW = 4
FULL_CARDS = 3


class _Department(SelectableCard):
    """A department; ``compact`` leaves the head out and puts the counts in one short line."""

    def __init__(self, card: DepartmentCard, context: WindowContext, *, compact: bool) -> None:
        super().__init__(card.department.name, margins=12, spacing=4)
        self.card, self._context, self._compact = card, context, compact
        theme = context.theme
        self._badge = DepartmentBadge("", "", 0, theme, 22 if compact else 26)
        self._name = ElidedLabel() if compact else FewLines()
        self._name.setFont(theme.theme.font("body_strong" if compact else "card_title"))
        self.more = IconButton(
            "ellipsis", context.words("Change the department"), theme, context.icons, self.opened.emit
        )
        self.more.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._head = ElidedLabel()
        self._head.setFont(theme.theme.font("small"))
        self._counts = Counts(theme)
        self._lay_out()
        self.show_card(card)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._badge)
        top.addWidget(self._name, 1)
        top.addWidget(self.more)
        self.body.addLayout(top)
        if self._compact:
            self.more.hide()
        if not self._compact:
            self.body.addWidget(self._head)
        self.body.addWidget(self._counts)

    def show_card(self, card: DepartmentCard) -> None:
        """Names and numbers."""
        _ = words = self._context.words
        self.card = card
        department = card.department
        self._badge.set_department(department.short, department.name, card.place)
        self._name.setText(department.name)
        self._head.setText(_("Head: {name}", name=card.head) if card.head else _("No head yet"))
        tint(self._head, self._context.theme, "text2" if card.head else "warn")
        counted = (
            words.plural("{n} person", "{n} people", card.people),
            words.plural("{n} function", "{n} functions", card.functions),
            _("{hours} h/wk", hours=_.hours_alone(card.hours)),
        )
        self._counts.show_counts((counted[0], counted[2]) if self._compact else counted)
        self.setAccessibleName(f"{department.name}. {self._head.text()}")
        self.setAccessibleDescription(", ".join(counted))
        self.setToolTip(plain_tip(department.name) if self._compact else "")


class DepartmentCards(QWidget):
    """``chosen`` carries the id of the department that filters, or nothing; ``opened`` one to change, empty = new.

    Arrows go from card to card, Space filters, Enter changes, Del removes, Alt+← → moves.
    """

    chosen = Signal(str)
    opened = Signal(str)
    removed = Signal(str)
    shifted = Signal(str, int)
    put_before = Signal(str, str)
    """A department dragged to another place, and the one it then stands before (empty = last)."""

    taken_in = Signal(str, str)
    """A person dragged from the list, and the department it was dropped on."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._cards: list[_Department] = []
        self.selected = ""
        self.drag = CardDrag(self, takes_rows=True)
        self.drag.moved.connect(self._dragged)
        self.drag.row_dropped.connect(self.taken_in)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._add = self._dashed()
        self._grid.addWidget(self._add, 0, 0)

    def _dashed(self) -> SelectableCard:
        _ = self._context.words
        theme = self._context.theme
        card = SelectableCard(_("Add a department"), "dashed", margins=12, spacing=2)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addStretch(1)
        head.addWidget(IconLabel("plus", theme, self._context.icons, "accent"))
        head.addWidget(plain_label(_("Department"), theme, "card_title", "accent"))
        head.addStretch(1)
        note = plain_label(_("from two to eight"), theme, "caption", "text3")
        note.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = QVBoxLayout()
        middle.setSpacing(2)
        middle.addStretch(1)
        middle.addLayout(head)
        middle.addWidget(note)
        middle.addStretch(1)
        card.body.addLayout(middle)
        card.chosen.connect(lambda: self.opened.emit(""))
        card.opened.connect(lambda: self.opened.emit(""))
        return card

    def show_departments(self, cards: tuple[DepartmentCard, ...]) -> None:
        """Cards in order; made anew when others are there."""
        compact = len(cards) > FULL_CARDS
        made_for = [made.card.id for made in self._cards]
        if made_for != [card.id for card in cards] or any(made._compact is not compact for made in self._cards):
            self._rebuild(cards, compact)
        for made, card in zip(self._cards, cards, strict=True):
            made.show_card(card)
        if self.selected not in {card.id for card in cards}:
            self.selected = ""
        self._mark()
        self._add.setVisible(len(cards) < MOST_DEPARTMENTS)

    def _rebuild(self, cards: tuple[DepartmentCard, ...], compact: bool) -> None:
        focused = next((made.card.id for made in self._cards if made.hasFocus()), "")
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget is not self._add:
                widget.hide()
                widget.deleteLater()
        self._cards = [_Department(card, self._context, compact=compact) for card in cards]
        for place, made in enumerate(self._cards):
            self._grid.addWidget(made, place // IN_A_ROW, place % IN_A_ROW)
            made.chosen.connect(lambda made=made: self._choose(made.card.id))
            made.opened.connect(lambda made=made: self.opened.emit(made.card.id))
            self.drag.add(made, made.card.id)
            made.show()
        self._grid.addWidget(self._add, len(cards) // IN_A_ROW, len(cards) % IN_A_ROW)
        for column in range(IN_A_ROW):
            used = column < min(len(cards), IN_A_ROW)
            self._grid.setColumnStretch(column, 9 if used else 4 if column == len(cards) else 0)
        self.focus_card(focused)

    def _dragged(self, moved: str, target: str) -> None:
        self.put_before.emit(moved, place_before([made.card.id for made in self._cards], moved, target))

    def focus_card(self, department_id: str) -> None:
        """Put the focus on a card, where it is there."""
        for made in self._cards:
            if made.card.id == department_id:
                made.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_add(self) -> None:
        """Put the focus on the card that adds a department."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, department_id: str) -> None:
        self.select("" if self.selected == department_id else department_id)
        self.chosen.emit(self.selected)

    def select(self, department_id: str) -> None:
        """Mark the department that filters, or none, without telling."""
        self.selected = department_id
        self._mark()

    def _mark(self) -> None:
        for made in self._cards:
            made.set_selected(made.card.id == self.selected)

    @property
    def enough(self) -> bool:
        """Whether there are as many departments as a workshop needs."""
        return len(self._cards) >= FEWEST_DEPARTMENTS

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows, Del, F2, Alt with arrows."""
        stops: list[SelectableCard] = [*self._cards, *([self._add] if self._add.isVisible() else [])]
        at = next((at for at, card in enumerate(stops) if card.hasFocus()), None)
        if at is None:
            super().keyPressEvent(event)
            return
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        own = self._cards[at].card.id if at < len(self._cards) else ""
        if way is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier and own:
            self.shifted.emit(own, way)
        elif way is not None:
            stops[min(max(0, at + way), len(stops) - 1)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_F2:
            self.opened.emit(own)
        elif event.key() == Qt.Key.Key_Delete and own:
            self.removed.emit(own)
        else:
            super().keyPressEvent(event)
