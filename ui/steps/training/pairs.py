"""Who teaches whom: suggested pairs as dashed cards, accepted ones with their date."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ui.context import WindowContext
from ui.widgets.card import SelectableCard
from ui.widgets.clearing import clear_layout
from ui.widgets.elided import ToneLabel
from ui.widgets.layout import Card, plain_label
from ui.widgets.people import PersonMark, faces
from workshop_app.steps.training.view import PairCard, TrainingView


class PairTile(SelectableCard):
    """A pair; Enter, Space or a click takes a suggested one."""

    def __init__(self, context: WindowContext, card: PairCard) -> None:
        _ = words = context.words
        suggested = card.training is None
        super().__init__("", "dashed" if suggested else "soft", margins=10, spacing=2)
        theme, engagement = context.theme, context.bridge.engagement
        head = QHBoxLayout()
        head.setSpacing(8)
        if card.pair is not None:
            teacher, learner = faces(engagement, (card.pair.teacher_id, card.pair.learner_id))
            head.addWidget(PersonMark(teacher, theme))
            head.addWidget(plain_label("→", theme, "body", "text2"))
            head.addWidget(PersonMark(learner, theme))
            said = _("{teacher} teaches {learner}", teacher=teacher.name, learner=learner.name)
        else:
            title = ToneLabel(theme, "body_strong")
            title.setText(card.training.title if card.training else "")
            head.addWidget(title, 1)
            said = title.text()
        head.addStretch(0 if card.pair is None else 1)
        foot = ToneLabel(theme, "caption", "accent" if suggested else "text2")
        when = words.day_or_quarter(card.training.date) if card.training and card.training.date else _("no date yet")
        said_when = _("take it (Enter)") if suggested else when
        foot.setText(f"{card.skill.title} · {said_when}")
        self.body.addLayout(head)
        self.body.addWidget(foot)
        self.setAccessibleName(f"{said}. {foot.text()}")


class PairsCard(Card):
    """``accepted`` carries a suggested ``PairCard``, ``shown`` the id of a training."""

    accepted = Signal(object)
    shown = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=6)
        self._context = context
        self._cards: tuple[PairCard, ...] = ()
        self.tiles: dict[str, PairTile] = {}
        _, theme = context.words, context.theme
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(plain_label(_("Who teaches whom"), theme, "card_title"))
        note = ToneLabel(theme, "caption", "text3")
        note.setText(_("a pair from two departments where possible"))
        head.addWidget(note, 1)
        self.body.addLayout(head)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.horizontalScrollBar().rangeChanged.connect(lambda _low, _high: self._fit())
        self._inside = QWidget()
        self._row = QHBoxLayout(self._inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self.area.setWidget(self._inside)
        self._inside.setAutoFillBackground(False)
        self.area.viewport().setAutoFillBackground(False)
        self.none = plain_label(_("No critical skill hangs on one person."), theme, "body", "text2")
        column = QVBoxLayout()
        column.addWidget(self.area)
        column.addWidget(self.none)
        self.body.addLayout(column)

    def show_pairs(self, view: TrainingView) -> None:
        """Suggested ones first."""
        self.none.setVisible(not view.pairs)
        self.area.setVisible(bool(view.pairs))
        if view.pairs == self._cards:
            return
        self._cards = view.pairs
        clear_layout(self._row)
        self.tiles = {}
        for card in view.pairs:
            tile = PairTile(self._context, card)
            take = partial(self.accepted.emit, card) if card.training is None else partial(self.shown.emit, card.id)
            tile.chosen.connect(take)
            tile.opened.connect(take)
            self.tiles[card.id] = tile
            self._row.addWidget(tile, 1)
        self._row.addStretch(0)
        self._fit()

    def _fit(self) -> None:
        """As high as a tile, and the bar where the tiles do not fit side by side."""
        bar = self.area.horizontalScrollBar()
        under = bar.sizeHint().height() + 2 if bar.maximum() > 0 else 0
        self.area.setFixedHeight(self._inside.sizeHint().height() + under)

    def next_suggested(self) -> PairTile | None:
        """The first pair that waits to be taken."""
        return next((self.tiles[card.id] for card in self._cards if card.training is None), None)
