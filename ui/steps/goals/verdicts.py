"""The verdict on each candidate: sign, word, how many of six, one sentence; the chosen one is framed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QWidget

from ui.context import WindowContext
from ui.theme.service import ThemeService
from ui.widgets.card import SIDE, SelectableCard
from ui.widgets.delegates.text import lines_of
from ui.widgets.labels import IconLabel
from ui.widgets.layout import button, plain_label
from ui.widgets.tips import plain_tip
from workshop_app.domain.competence import CRITERIA, VERDICTS, Verdict
from workshop_app.i18n import Words
from workshop_app.steps.goals.view import CandidateLine, GoalsView

SIGNS = {
    Verdict.KEY: ("circle-check", "ok"),
    Verdict.CANDIDATE: ("target", "accent"),
    Verdict.NOT_KEY: ("circle", "text3"),
}
HEIGHT, LOW_HEIGHT, LEAST_WIDTH = 108, 84, 236


def passed_text(line: CandidateLine, words: Words) -> str:
    """«5 of 6»."""
    return words("{n} of {total}", n=line.test.passed, total=len(CRITERIA))


class ClampedText(QWidget):
    """As many lines as fit, «…» and a tooltip where more is left."""

    def __init__(self, theme: ThemeService) -> None:
        super().__init__()
        self._theme, self._text = theme, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        theme.changed.connect(self.update)

    def set_text(self, text: str) -> None:
        """Other words."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the lines."""
        painter, font = QPainter(self), self._theme.theme.font("small")
        painter.setFont(font)
        painter.setPen(self._theme.theme.color("text2"))
        step = painter.fontMetrics().height()
        for place, line in enumerate(lines_of(self._text, font, self.width(), max(1, self.height() // step))[0]):
            box = QRectF(0, place * step, self.width() + 2, step)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), line)


class VerdictCard(SelectableCard):
    """One candidate's verdict; ``wanted`` when it shall be chosen, or not any more."""

    wanted = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__("", margins=10, spacing=2)
        self.body.setContentsMargins(SIDE, 10, 8, 10)  # what is pressed at the right has an edge of its own
        self._context = context
        theme = context.theme
        self.sign = IconLabel("circle", theme, context.icons, "text3", 18)
        self.word = plain_label("", theme, "body_strong")
        self.choose = button(context.words("Choose"), "link", self.wanted.emit, theme=theme)
        said = context.words("This one is chosen. Ctrl+Enter takes it back.")
        self.mark = IconLabel("check", theme, context.icons, "accent", 18, said)
        self.sentence = ClampedText(theme)
        line = QWidget()
        line.setFixedHeight(theme.theme.pixels(28))
        head = QHBoxLayout(line)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(6)
        for part in (self.sign, self.word):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.choose)
        head.addWidget(self.mark)
        self.body.addWidget(line)
        self.body.addWidget(self.sentence, 1)
        self.setMinimumWidth(theme.theme.pixels(LEAST_WIDTH))

    def show_line(self, line: CandidateLine) -> None:
        """Bring it up to date."""
        words = self._context.words
        verdict, chosen = line.test.verdict, line.competence.chosen
        self.sign.set_icon(*SIGNS[verdict])
        self.word.setText(words(VERDICTS[verdict]))
        self.choose.setVisible(not chosen)
        self.mark.setVisible(chosen)
        self.sentence.set_text(f"{passed_text(line, words)}. {words.message(line.test.sentence)}")
        self.setToolTip(plain_tip(line.competence.text))
        self.set_selected(chosen)
        self.setAccessibleName(f"{line.competence.text}: {words(VERDICTS[verdict])}, {passed_text(line, words)}")


class VerdictRow(QScrollArea):
    """The cards side by side. ``pointed`` carries a candidate's id (click), ``wanted`` one to choose."""

    pointed = Signal(str)
    wanted = Signal(str)

    def __init__(self, context: WindowContext) -> None:
        super().__init__()
        self._context = context
        self.cards: dict[str, VerdictCard] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._row = QHBoxLayout(inner)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self.setWidget(inner)
        inner.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self.set_low(False)

    def set_low(self, low: bool) -> None:
        """Fewer lines in a low window."""
        self.setFixedHeight(self._context.theme.theme.pixels(LOW_HEIGHT if low else HEIGHT))

    def show_verdicts(self, view: GoalsView) -> None:
        """Cards for these candidates."""
        ids = [line.id for line in view.candidates]
        if ids != list(self.cards):
            self._rebuild(ids)
        for line in view.candidates:
            self.cards[line.id].show_line(line)

    def _rebuild(self, ids: list[str]) -> None:
        for card in self.cards.values():
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = {}
        for candidate_id in ids:
            card = VerdictCard(self._context)
            card.chosen.connect(partial(self.pointed.emit, candidate_id))
            for signal in (card.wanted, card.opened):
                signal.connect(partial(self.wanted.emit, candidate_id))
            self.cards[candidate_id] = card
            self._row.addWidget(card, 1)

    def reveal(self, candidate_id: str | None) -> None:
        """Bring a candidate's card into view."""
        card = self.cards.get(candidate_id or "")
        if card is not None:
            self.ensureWidgetVisible(card, 12, 0)
