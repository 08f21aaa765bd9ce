"""Recognition: cards of form, rhythm, criteria, owner; the credit rules beside them."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from ui.actions import Action
from ui.audience.scene import Focus
from ui.context import WindowContext
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.rewards.credit_card import CreditRulesCard
from ui.steps.rewards.thanks import ThanksCard
from ui.widgets.buttons import IconButton
from ui.widgets.card import SelectableCard
from ui.widgets.controls import ChoiceBox
from ui.widgets.in_place import InPlaceText
from ui.widgets.labels import icon_line
from ui.widgets.layout import Card, FieldMessage, StepHeader, plain_label
from ui.widgets.picker import Picker, person_choices
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.model import Recognition, RecognitionForm
from workshop_app.services.document import Change
from workshop_app.steps.rewards.operations import (
    add_recognition,
    change_recognition,
    move_recognition,
    remove_recognition,
)
from workshop_app.steps.rewards.view import RewardsView
from workshop_app.steps.rewards.wording import CADENCES, FORMS


class RecognitionCard(SelectableCard):
    """One form of recognition; every field commits by itself. ``moved`` carries ±1, ``removed`` on Del."""

    moved = Signal(int)
    removed = Signal()

    def __init__(self, context: WindowContext, item: Recognition) -> None:
        super().__init__(item.title, margins=14, spacing=6)
        self._context, self.item = context, item
        _, theme, icons = context.words, context.theme, context.icons
        self.title = InPlaceText(theme, "card_title", _("What it is called"), _("What it is called"))
        self.title.committed.connect(
            lambda text: self._change(title=text) if text.strip() else self.show_item(self.item)
        )
        cross = IconButton("trash-2", _("Delete"), theme, icons, self.removed.emit)
        self.form = ChoiceBox(theme, icons, _("Form"))
        self.form.set_items([(form.value, _(title)) for form, title in FORMS.items()])
        self.form.picked.connect(lambda key: self._change(form=RecognitionForm(key)))
        self.cadence = ChoiceBox(theme, icons, _("How often"))
        self.cadence.set_items([("", _("no rhythm yet")), *((key, _(title)) for key, title in CADENCES.items())])
        self.cadence.picked.connect(lambda key: self._change(cadence=key or None))
        self.criteria = InPlaceText(
            theme, "body", _("Only the other department names, only for joint work"), _("Criteria")
        )
        self.criteria.committed.connect(lambda text: self._change(criteria=text or None))
        self.owner = Picker(theme, icons, context.words, _("Who looks after it"), _("Owner"))
        self.owner.chosen.connect(lambda person: self._change(owner_id=person))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.form, 1)
        row.addWidget(self.cadence, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.criteria)
        self.body.addStretch(1)
        self.body.addLayout(row)
        self.body.addWidget(self.owner)

    def show_item(self, item: Recognition) -> None:
        """The form as it is now."""
        self.item = item
        self.setAccessibleName(item.title)
        self.title.set_value(item.title)
        self.form.set_current(item.form.value)
        known = item.cadence or ""
        if known and known not in CADENCES:
            _ = self._context.words
            items = [("", _("no rhythm yet")), *((key, _(title)) for key, title in CADENCES.items()), (known, known)]
            self.cadence.set_items(items)
        self.cadence.set_current(known)
        self.criteria.set_value(item.criteria or "")
        self.owner.set_choices(person_choices(self._context.bridge.engagement, self._context.words("nobody")))
        self.owner.set_current(item.owner_id)

    def _change(self, **values: object) -> None:
        self._context.bridge.run(change_recognition(self.item, **values))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter edits, Alt+↑ ↓ moves, Del deletes."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt and event.key() in ways:
            self.moved.emit(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_F2):
            self.title.setFocus()
        else:
            super().keyPressEvent(event)


class RecognitionPage(SubPage):
    """One or two public forms are enough; the other department nominates."""

    name = "recognition"

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: RewardsView | None = None
        self.cards: dict[str, RecognitionCard] = {}
        self._build()

    def _build(self) -> None:
        _, theme = self.context.words, self.context.theme
        forward = self.forward_button(_("To feedback"), Place("feedback"))
        self.area = ScrollColumn(spacing=10)
        self.message = FieldMessage(theme)
        self.grid = QGridLayout()
        self.grid.setSpacing(12)
        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)
        self.add_card = self._add_tile()
        self.thanks = ThanksCard(self.context)
        self.thanks.part.named.connect(lambda _id: self.tell_moved())
        self.rules = CreditRulesCard(self.context)
        self.area.column.addWidget(self.message)
        self.area.column.addLayout(self.grid)
        self.grid.addWidget(self.add_card, 0, 0)  # before the cards below, so that the keys go there first
        self.area.column.addWidget(self.thanks)
        self.area.column.addWidget(self.rules)
        self.area.column.addStretch(1)
        hints = [
            ("Enter", _("edit")),
            ("Alt+↑/↓", _("order")),
            ("Del", _("delete")),
            ("Ins", _("new form")),
            ("Ctrl+Shift+T", _("who is named")),
        ]
        self.lay_out(StepHeader(_("Recognition"), theme, (forward,)), self.area, grows=self.area, hints=hints)

    def _add_tile(self) -> Card:
        _, theme = self.context.words, self.context.theme
        tile = Card("dashed", 16, 8)
        tile.body.addStretch(1)
        tile.body.addWidget(
            icon_line("trophy", _("A new form of recognition"), theme, self.context.icons, "accent", "card_title")
        )
        self.entry = TextField(theme, _("A thank-you of the week from the neighbours"), _("A new form of recognition"))
        self.entry.committed.connect(self._add)
        tile.body.addWidget(self.entry)
        hint = _("Public, simple, regular. Nobody is paid for it.")
        tile.body.addWidget(plain_label(hint, theme, "caption", "text3", wrap=True))
        tile.body.addStretch(1)
        tile.setMinimumHeight(theme.theme.pixels(150))
        return tile

    def show_view(self, view: RewardsView, change: Change | None) -> None:
        """Cards in their order, the tile to add last."""
        self._view = view
        if [item.id for item in view.recognition] != list(self.cards) or not self.grid.count():
            self._arrange(view)
        for item in view.recognition:
            self.cards[item.id].show_item(item)
        _ = self.context.words
        public = any(item.form is RecognitionForm.PUBLIC for item in view.recognition)
        self.message.say(
            ""
            if public or not view.recognition
            else _("No public form yet: add a simple occasion at the joint meeting."),
            "warn",
        )
        self.thanks.show_view(view)
        self.rules.show_view(view)

    def _arrange(self, view: RewardsView) -> None:
        while self.grid.count():
            self.grid.takeAt(0)
        kept, self.cards = self.cards, {}
        for item in view.recognition:
            self.cards[item.id] = kept.pop(item.id) if item.id in kept else self._card(item)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        for place, widget in enumerate([*self.cards.values(), self.add_card]):
            self.grid.addWidget(widget, place // 2, place % 2)
        self.area.fit_later()

    def _card(self, item: Recognition) -> RecognitionCard:
        card = RecognitionCard(self.context, item)
        card.moved.connect(lambda way: self._move(card.item, way))
        card.removed.connect(lambda: self._remove(card.item))
        card.chosen.connect(self.tell_moved)
        return card

    def _add(self, title: str) -> None:
        if title.strip() and self.run(add_recognition(title)):
            self.entry.clear()
            self.entry.set_value("")

    def _move(self, item: Recognition, way: int) -> None:
        items = [card.item for card in self.cards.values()]
        at = next(place for place, each in enumerate(items) if each.id == item.id)
        before = at - 1 if way < 0 else at + 2
        if 0 <= before <= len(items):
            self.run(move_recognition(item, items[before] if before < len(items) else None))
            self.cards[item.id].setFocus()

    def _remove(self, item: Recognition) -> None:
        _ = self.context.words
        if self.run(remove_recognition(item)):
            self.context.shell.toast(_("Removed: {text}", text=item.title), undo=True)

    def select(self, row_id: str | None) -> None:
        """Go to a card, a nomination or a credit rule."""
        lines = {key: line.reason for key, line in self.thanks.part.lines.items()}
        rules = {key: line.title for key, line in self.rules.lines.items()}
        found = {**self.cards, **lines, **rules}.get(row_id or "")
        if found is not None:
            found.setFocus()
            self.area.ensureWidgetVisible(found)

    def focus_id(self) -> str | None:
        """The card with the focus; the newest nomination while people are named."""
        focused = self.window().focusWidget()
        if focused is not None and self.thanks.isAncestorOf(focused):
            return next(reversed(self.thanks.part.lines), None)
        return next((key for key, card in self.cards.items() if card.hasFocus()), None)

    def room_focus(self) -> Focus:
        """The card in front."""
        return Focus(self.focus_id())

    def name_somebody(self) -> None:
        """The line where somebody is named."""
        field = self.thanks.part.whom if self.thanks.isVisibleTo(self) else self.entry
        field.setFocus()
        self.area.ensureWidgetVisible(field)
        self.tell_moved()

    def sub_actions(self) -> tuple[Action, ...]:
        """Name somebody."""
        _ = self.context.words
        title = _("Name somebody of another department")
        return (Action("rewards.thank", title, self.name_somebody, _("Rewards"), ("Ctrl+Shift+T",), "handshake"),)

    def add_new(self) -> None:
        """Ins: the line of the tile."""
        self.entry.setFocus()
