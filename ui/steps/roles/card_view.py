"""One role card: what is computed in two columns, three fields typed in place, the day of the conversation."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.roles.card_sections import CardSections
from ui.widgets.badge import DepartmentBadge
from ui.widgets.buttons import Button
from ui.widgets.clearing import clear_layout
from ui.widgets.date_field import DateField
from ui.widgets.elided import ToneLines
from ui.widgets.fields import LabeledField
from ui.widgets.in_place import MARGIN, InPlaceText
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, button, plain_label
from workshop_app.domain.model import RoleCard
from workshop_app.domain.role_card import RoleCardContent
from workshop_app.steps.roles.cards import open_suggestions
from workshop_app.steps.roles.operations import accept_stop, change_card, confirm_conversation


class RoleCardView(QWidget):
    """``wanted`` carries operations; ``matrix_wanted`` when the person has no letters yet."""

    wanted = Signal(object)
    matrix_wanted = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self._content: RoleCardContent | None = None
        self._offered: list[tuple[str, str]] = []
        self._takes: list[Button] = []
        _, theme, icons = context.words, context.theme, context.icons
        self.badge = DepartmentBadge("", "", 0, theme, 30)
        self.name = ToneLines(theme, "title")
        self.place = ToneLines(theme, "body", "text2")
        said = _("Conversation with the head")
        self.day = DateField(theme, icons, context.words, context.bridge.as_of, said, past=True)
        self.purpose = InPlaceText(theme, "card_title", _("Purpose of the role in one line"), _("Purpose"))
        self.stops = InPlaceText(theme, "body", _("What ends, from which day"), _("Stops doing"))
        self.alone = InPlaceText(theme, "body", _("What needs nobody's approval"), _("Decides without approval"))
        self.left = CardSections(context)
        self.right = CardSections(context, MARGIN)
        self.suggestions = QVBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(self._purpose_card())
        self.no_letters = self._no_letters()
        column.addWidget(self.no_letters)
        two = QHBoxLayout()
        two.setSpacing(28)
        right = QVBoxLayout()
        right.setSpacing(10)
        framed = QHBoxLayout()
        framed.setContentsMargins(MARGIN, 0, 0, 0)  # the frame begins where the words below it begin
        framed.addWidget(self._stops_card())
        right.addLayout(framed)
        right.addLayout(self._alone_part())
        right.addWidget(self.right)
        right.addStretch(1)
        left = QVBoxLayout()
        left.addWidget(self.left)
        left.addStretch(1)
        two.addLayout(left, 1)
        two.addLayout(right, 1)
        column.addLayout(two)
        column.addStretch(1)

    def _head(self) -> QHBoxLayout:
        _, theme = self._context.words, self._context.theme
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.place)
        names.addStretch(1)
        day = LabeledField(_("Conversation with the head"), self.day, theme)
        day.setFixedWidth(theme.theme.pixels(168))
        head.addWidget(self.badge)
        head.addLayout(names, 1)
        head.addWidget(day)
        return head

    def _purpose_card(self) -> Card:
        theme = self._context.theme
        card = Card("soft", 6, 0)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addSpacing(6)
        row.addWidget(IconLabel("target", theme, self._context.icons, "text2"))
        row.addWidget(self.purpose, 1)
        card.body.addLayout(row)
        return card

    def _no_letters(self) -> QWidget:
        _, theme = self._context.words, self._context.theme
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(IconLabel("triangle-alert", theme, self._context.icons, "warn"))
        row.addWidget(plain_label(_("No letters in the matrix yet."), theme, "body", "warn"))
        row.addWidget(button(_("To the matrix"), "link", self.matrix_wanted.emit, theme=theme))
        row.addStretch(1)
        return line

    def _stops_card(self) -> Card:
        _, theme = self._context.words, self._context.theme
        card = Card("card", 12, 2)
        card.set_selected(True)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(IconLabel("circle-x", theme, self._context.icons, "accent"))
        head.addWidget(plain_label(_("Stops doing"), theme, "card_title"))
        head.addStretch(1)
        card.body.addLayout(head)
        card.body.addWidget(self.stops)
        self.suggestions.setSpacing(0)
        card.body.addLayout(self.suggestions)
        return card

    def _alone_part(self) -> QVBoxLayout:
        _, theme = self._context.words, self._context.theme
        part = QVBoxLayout()
        part.setSpacing(0)
        heading = plain_label(_("Decides without approval"), theme, "caption_strong", "text2")
        heading.setContentsMargins(MARGIN, 0, 0, 0)
        part.addWidget(heading)
        part.addWidget(self.alone)
        return part

    def _connect(self) -> None:
        for field, name in ((self.purpose, "purpose"), (self.stops, "stops_doing"), (self.alone, "decides_alone")):
            field.committed.connect(lambda text, name=name: self._write(name, text))
        self.day.chosen.connect(self._confirm)

    def stored(self) -> RoleCard:
        """The typed part as the document holds it."""
        person_id = self._content.person.id if self._content else ""
        engagement = self._context.bridge.engagement
        return engagement.get(RoleCard, person_id) or RoleCard(id=person_id, person_id=person_id)

    def _write(self, name: str, text: str) -> None:
        if self._content is not None:
            self.wanted.emit(change_card(self.stored(), self._content.person, **{name: text or None}))

    def _confirm(self, day: date | None) -> None:
        if self._content is not None:
            self.wanted.emit(confirm_conversation(self.stored(), self._content.person, day))

    def show_card(self, card: RoleCardContent, place: int) -> None:
        """Another person, or the same one brought up to date; typed text that is not committed stays."""
        if self._content is not None and self._content.person.id != card.person.id:
            self.commit()
        self._content = card
        department = card.department
        self.badge.setVisible(department is not None)
        if department is not None:
            self.badge.set_department(department.short, department.name, place)
        self.name.setText(card.person.name)
        parts = [card.position.title if card.position else "", department.name if department else ""]
        self.place.setText(", ".join(part for part in parts if part))
        self.day.set_current(card.acknowledged_on)
        for field, text in (
            (self.purpose, card.purpose),
            (self.stops, card.stops_doing),
            (self.alone, card.decides_alone),
        ):
            field.set_value(text)
        self.no_letters.setVisible(not card.has_letters)
        self.left.show_duties(card)
        self.right.show_rest(card)
        self._show_suggestions(card)

    def _show_suggestions(self, card: RoleCardContent) -> None:
        message = self._context.words.message
        offered = [(found.line.text, message(found.reason)) for found in open_suggestions(card)]
        if offered == self._offered:
            return  # the cursor may stand on one
        here = any(take.hasFocus() for take in self._takes)
        self._offered = offered
        self._rebuild_suggestions()
        if here:
            (self._takes[0] if self._takes else self.alone).setFocus()

    def _rebuild_suggestions(self) -> None:
        clear_layout(self.suggestions)
        self._takes = []
        theme = self._context.theme
        for place, (text, reason) in enumerate(self._offered, start=1):
            take = button(
                f"+ {place}" if place <= 9 else "+", "link", partial(self.take_suggestion, place), theme=theme
            )
            take.setAccessibleName(f"{text}: {reason}")
            self.suggestions.addWidget(self._suggestion(take, text, reason))
            QWidget.setTabOrder(self._takes[-1] if self._takes else self.stops, take)
            self._takes.append(take)
        QWidget.setTabOrder(self._takes[-1] if self._takes else self.stops, self.alone)

    def _suggestion(self, take: Button, text: str, reason: str) -> QWidget:
        theme, line = self._context.theme, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(plain_label(text, theme, "control_strong", "accent", wrap=True))
        words.addWidget(plain_label(reason, theme, "caption", "text3", wrap=True))
        row.addWidget(take, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return line

    def take_suggestion(self, place: int) -> bool:
        """Write the suggestion with this number (from 1) into what the person stops doing."""
        if self._content is None:
            return False
        self.commit()
        found = open_suggestions(self._content)
        if not 1 <= place <= len(found):
            return False
        self.wanted.emit(accept_stop(self.stored(), self._content.person, found[place - 1]))
        return True

    def commit(self) -> None:
        """Write down what is being typed."""
        for field in (self.purpose, self.stops, self.alone):
            field.commit()

    def edit_first(self) -> None:
        """F2: what the person stops doing."""
        self.stops.setFocus()
        self.stops.selectAll()
