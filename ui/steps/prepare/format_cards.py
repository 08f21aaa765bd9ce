"""The three formats as cards: minutes of work, name, what it means; the chosen one has the accent."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.steps.prepare.agenda_words import FORMAT_NAMES, FORMAT_NOTES
from ui.widgets.card import SelectableCard
from ui.widgets.labels import IconLabel, plain_label
from workshop_app.domain.model import SessionFormat
from workshop_app.steps.prepare.agenda_view import AgendaView, FormatCard
from workshop_app.steps.prepare.company import clock_text


class _Format(SelectableCard):
    def __init__(self, kind: SessionFormat, context: WindowContext) -> None:
        super().__init__(context.words(FORMAT_NAMES[kind]), margins=10, spacing=2)
        theme = context.theme
        self.kind_of_session, self._context = kind, context
        self._sign = IconLabel("circle-check", theme, context.icons, "ok")
        self._number = plain_label("", theme, "number")
        self._unit = plain_label("", theme, "caption", "text3")
        self._name = plain_label("", theme, "card_title")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._number)
        head.addWidget(self._unit, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._name)
        self.body.addWidget(plain_label(context.words(FORMAT_NOTES[kind]), theme, "caption", "text3", wrap=True))
        self.body.addStretch(1)

    def show_format(self, card: FormatCard, view: AgendaView) -> None:
        """Its own minutes, or those planned when it is chosen."""
        _ = self._context.words
        chosen = view.format is card.kind
        fits = not chosen or view.difference == 0
        minutes = view.planned if chosen else card.work
        unit = _("min of work") if fits else _("min of work, by the method {n}", n=card.work)
        name = _(FORMAT_NAMES[card.kind])
        if chosen and view.starts_at and view.ends_at and view.meetings == 1:
            name = f"{name}, {clock_text(view.starts_at)}–{clock_text(view.ends_at)}"
        self._sign.set_icon("circle-check" if fits else "triangle-alert", "ok" if fits else "warn")
        self._number.setText(str(minutes))
        self._unit.setText(unit)
        self._name.setText(name)
        self.set_selected(chosen)
        said = f"{minutes} {unit}"
        self.setAccessibleDescription(_("{text}, chosen", text=said) if chosen else said)


class FormatCards(QWidget):
    """``chosen`` carries the format. ← → go from card to card, Space and Enter choose."""

    chosen = Signal(object)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._cards = [_Format(kind, context) for kind in FORMAT_NAMES]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        for card in self._cards:
            row.addWidget(card, 1)
            card.chosen.connect(lambda kind=card.kind_of_session: self.chosen.emit(kind))
            card.opened.connect(lambda kind=card.kind_of_session: self.chosen.emit(kind))

    def show_view(self, view: AgendaView) -> None:
        """Minutes and the choice."""
        for shown, card in zip(self._cards, view.formats, strict=True):
            shown.show_format(card, view)

    def card(self, kind: SessionFormat) -> QWidget:
        """The card of a format."""
        return next(card for card in self._cards if card.kind_of_session is kind)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: arrows move the focus."""
        way = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        at = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        if way is None or at is None:
            super().keyPressEvent(event)
        else:
            self._cards[(at + way) % len(self._cards)].setFocus(Qt.FocusReason.TabFocusReason)
