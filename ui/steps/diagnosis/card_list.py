"""One list of image cards: Enter for the next one, each edited where it stands, a quiet word when it names a person."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.context import WindowContext
from ui.widgets.buttons import IconButton
from ui.widgets.elided import ElidedLabel
from ui.widgets.in_place import InPlaceText
from ui.widgets.labels import tint
from ui.widgets.layout import Card, FieldMessage, plain_label
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.text_field import TextField
from workshop_app.domain.message import N_
from workshop_app.domain.model import Department, ImageCard, ImageList
from workshop_app.services.document import Operation
from workshop_app.steps.diagnosis.images import (
    LEAST_CARDS,
    LIST_TITLES,
    CardLine,
    CardList,
    add_card,
    add_cards,
    change_card,
    move_card,
    remove_card,
)

CAPTIONS: Mapping[ImageList, str] = MappingProxyType(
    {
        ImageList.SELF: N_("what clients value us for"),
        ImageList.OTHER: N_("their work, not the people"),
        ImageList.GUESS: N_("our guess"),
    }
)
_WAYS = MappingProxyType({Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1})


def _list_way(event: QKeyEvent) -> int:
    """±1 for Ctrl+← →, else 0."""
    control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
    return _WAYS.get(Qt.Key(event.key()), 0) if control else 0


class CardEntry(TextField):
    """The line for the next card; ``other_list`` carries ±1, ``pasted`` several lines."""

    other_list = Signal(int)
    pasted = Signal(list)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+← → in an empty line, pasting several lines."""
        way = _list_way(event)
        if way and not self.text():
            self.other_list.emit(way)
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            lines = [line.strip() for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
            if len(lines) > 1:
                self.pasted.emit(lines)
                return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: this list is the one."""
        super().focusInEvent(event)
        self.entered.emit()


class CardText(InPlaceText):
    """The text of a card; ``moved`` carries ±1 for Alt+↑ ↓, ``removed`` on Del in an empty or wholly marked text."""

    moved = Signal(int)
    removed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: order and removal."""
        ways = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        alt = event.modifiers() & Qt.KeyboardModifier.AltModifier
        whole = self.textCursor().selectedText() == self.toPlainText()
        if alt and event.key() in ways:
            self.moved.emit(ways[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Delete and whole and not self.dirty():
            self.removed.emit()
        else:
            super().keyPressEvent(event)


class ImageCardBox(Card):
    """One card: text, a cross, the hint about names."""

    def __init__(self, context: WindowContext, line: CardLine) -> None:
        super().__init__("soft", 4, 0)
        _ = context.words
        self.card = line.card
        self.text = CardText(context.theme, "body", name=_("Image card"))
        self.cross = IconButton("x", _("Remove the card"), context.theme, context.icons)
        self.cross.setFixedSize(26, 26)
        self.cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hint = FieldMessage(context.theme)
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self.text, 1)
        row.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setContentsMargins(6, 1, 2, 1)
        self.body.addLayout(row)
        self.body.addWidget(self.hint)
        self._words = context.words

    def show_line(self, line: CardLine) -> None:
        """The card as it is now."""
        self.card = line.card
        self.text.set_value(line.card.text)
        self.hint.say(self._words("No names: about the work") if line.named else "", "warn")


class CardListCard(Card):
    """A list: title, «2 of 3», cards, entry. ``other_list`` carries ±1; ``changed_focus`` when it is entered."""

    other_list = Signal(int)
    changed_focus = Signal()

    def __init__(self, context: WindowContext, department: Department, kind: ImageList) -> None:
        super().__init__(margins=0, spacing=4)
        self._context, self.department, self.which = context, department, kind
        _, theme = context.words, context.theme
        self.boxes: dict[str, ImageCardBox] = {}
        title = ElidedLabel(_(LIST_TITLES[kind]))
        title.setFont(theme.theme.font("body_strong"))
        self.count = plain_label("", theme, "small", "warn")
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.count)
        caption = ElidedLabel(_(CAPTIONS[kind]))
        caption.setFont(theme.theme.font("caption"))
        tint(caption, theme, "text2")
        self.list = ScrollColumn(spacing=3)
        self.entry = CardEntry(
            theme, _("About work, no names"), f"{department.name}: {_(LIST_TITLES[kind])}, {_('next card')}"
        )
        self.entry.committed.connect(self._add)
        self.entry.pasted.connect(self._paste)
        self.entry.other_list.connect(self.other_list)
        self.entry.entered.connect(self.changed_focus)
        inside = QVBoxLayout()
        inside.setContentsMargins(10, 8, 10, 8)
        inside.setSpacing(3)
        inside.addLayout(head)
        inside.addWidget(caption)
        inside.addWidget(self.list, 1)
        inside.addWidget(self.entry)
        self.body.addLayout(inside)

    def show_cards(self, cards: CardList) -> None:
        """The cards in order; boxes that stay keep what is being typed."""
        _ = self._context.words
        wanted = [line.id for line in cards.cards]
        if wanted != list(self.boxes):
            self._rebuild(cards)
        for line in cards.cards:
            self.boxes[line.id].show_line(line)
        self.count.setText(_("{n} of {whole}", n=len(cards.cards), whole=LEAST_CARDS))
        self.count.set_token("ok" if cards.ready else "warn")

    def _rebuild(self, cards: CardList) -> None:
        kept = self.boxes
        while self.list.column.count():
            self.list.column.takeAt(0)
        self.boxes = {}
        for line in cards.cards:
            self.boxes[line.id] = kept.pop(line.id) if line.id in kept else self._box(line)
            self.list.column.addWidget(self.boxes[line.id])
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        self.list.column.addStretch(1)
        self.list.fit_later()

    def _box(self, line: CardLine) -> ImageCardBox:
        box = ImageCardBox(self._context, line)
        box.text.committed.connect(lambda text: self._run(change_card(box.card, text)))
        box.text.moved.connect(lambda way: self._move(box.card, way))
        box.text.removed.connect(lambda: self._remove(box.card))
        box.cross.clicked.connect(lambda _checked=False: self._remove(box.card))
        return box

    def focus_card(self, card_id: str | None) -> bool:
        """Put the cursor into a card; False when it is not here."""
        box = self.boxes.get(card_id or "")
        if box is not None:
            box.text.setFocus()
        return box is not None

    def _run(self, operation: Operation) -> bool:
        return self._context.bridge.run(operation) is not None

    def _add(self, text: str) -> None:
        if text.strip() and self._run(add_card(self.department.id, self.which, text)):
            self.entry.clear()
            self.entry.set_value("")
            self.list.fit_later()
            self.list.verticalScrollBar().setValue(self.list.verticalScrollBar().maximum())

    def _paste(self, lines: list[str]) -> None:
        self._run(add_cards(self.department.id, self.which, lines))

    def _move(self, card: ImageCard, way: int) -> None:
        cards = [box.card for box in self.boxes.values()]
        at = next(place for place, each in enumerate(cards) if each.id == card.id)
        before = at - 1 if way < 0 else at + 2
        if 0 <= before <= len(cards):
            self._run(move_card(card, cards[before] if before < len(cards) else None))
            self.focus_card(card.id)

    def _remove(self, card: ImageCard) -> None:
        _ = self._context.words
        if self._run(remove_card(card)):
            self._context.shell.toast(_("Card removed: {text}", text=card.text), undo=True)
            self.entry.setFocus()
