"""The numbered cards of the sixty minutes: what is better, red and amber, thanks, and what belongs besides."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.context import WindowContext
from ui.pages.base import Place
from ui.widgets.elided import ToneLabel
from ui.widgets.labels import IconLabel, PlainLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.marks import Status as Mark
from ui.widgets.status_sign import StatusSign
from workshop_app.domain.followup import IndicatorChange
from workshop_app.domain.indicators import STATUSES, Signal, Status, Trend
from workshop_app.domain.model import Indicator
from workshop_app.domain.plan import FOLLOW_UP_DAYS
from workshop_app.domain.schedule import FOLLOW_UP_AGENDA
from workshop_app.i18n import NBSP, Words
from workshop_app.steps.followup.view import Besides, FollowUpView, talked_through
from workshop_app.steps.indicator_words import signal_words

MARKS = {Status.RED: Mark.ALARM, Status.AMBER: Mark.WATCH, Status.GREEN: Mark.GOOD, Status.GREY: Mark.NO_DATA}
MOST_BETTER = 3
BETTER, LATE, ALARMS, CORRECTION, THANKS = range(1, 6)
"""The five points in their order."""


class AgendaCard(Card):
    """«3. In red and amber  15 min»: the point that is on has an accent border."""

    def __init__(self, context: WindowContext, number: int, title: str) -> None:
        super().__init__(margins=12, spacing=6)
        self.context, self.number = context, number
        _ = context.words
        self.head = QHBoxLayout()
        self.title = ToneLabel(context.theme, "card_title")
        self.title.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.title.setText(f"{number}. {title}")
        self.note = plain_label("", context.theme, "small", "text2")
        minutes = FOLLOW_UP_AGENDA[number - 1][1]
        self.head.addWidget(self.title)
        self.head.addWidget(plain_label(_("{n} min", n=minutes), context.theme, "caption", "text2"))
        self.head.addStretch(1)
        self.head.addWidget(self.note)
        self.body.addLayout(self.head)
        self._lines: list[QWidget] = []

    def set_note(self, text: str) -> None:
        """A quiet word at the right of the head."""
        self.note.setText(text)

    def show_lines(self, lines: Iterable[QWidget]) -> None:
        """Other lines under the head; what was added to ``body`` besides stays below them."""
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = list(lines)
        for place, line in enumerate(self._lines, start=1):
            self.body.insertWidget(place, line)


def said(text: str, context: WindowContext, token: str = "text", icon: str = "", tone: str = "ok") -> QWidget:
    """A line with an icon before it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    if icon:
        row.addWidget(IconLabel(icon, context.theme, context.icons, tone, 16))
    row.addWidget(plain_label(text, context.theme, "body", token, wrap=True), 1)
    return holder


def better_lines(view: FollowUpView, context: WindowContext) -> list[QWidget]:
    """Indicators that moved the good way, actions done."""
    _ = words = context.words
    changes = view.better
    if changes is None:
        return [said(_("The session has no date yet."), context, "text2")]
    lines = [said(_way(change, words), context, icon="check") for change in changes.improved[:MOST_BETTER]]
    if changes.done:
        text = words.plural("{n} action done", "{n} actions done", len(changes.done))
        lines.append(said(text[:1].upper() + text[1:], context, icon="check"))
    if changes.confirmed_cards:
        lines.append(said(talked_through(changes, words), context, icon="check"))
    if not lines:
        return [said(_("Say it in the room: what do clients notice?"), context, "text2")]
    return lines


def _way(change: IndicatorChange, words: Words) -> str:
    numbers = f"{words.number(change.before)} → {words.measured(change.after, change.indicator.unit)}"
    return f"{change.indicator.title}: {numbers.replace(' ', NBSP)}"


def alarm_lines(view: FollowUpView, context: WindowContext) -> list[QWidget]:
    """Indicators in red and amber with their value and what it says."""
    _ = context.words
    if not view.indicators:
        return [said(_("No indicators yet: they are chosen in step 10."), context, "text2")]
    if not view.alarms and view.without_values:
        text = _.plural("{n} indicator has no values yet.", "{n} indicators have no values yet.", view.without_values)
        return [said(text, context, icon="info")]
    if not view.alarms:
        return [said(_("All indicators are in order."), context, icon="check")]
    return [_alarm(indicator, trend, context) for indicator, trend in view.alarms]


def _alarm(indicator: Indicator, trend: Trend, context: WindowContext) -> QWidget:
    words, theme = context.words, context.theme
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(StatusSign(MARKS[trend.status], theme, words(STATUSES[trend.status])))
    row.addWidget(plain_label(indicator.title, theme, "body", wrap=True), 3)
    says = plain_label(alarm_text(indicator, trend, words), theme, "caption", "text2", wrap=True)
    says.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    row.addWidget(says, 2)
    return holder


def alarm_text(indicator: Indicator, trend: Trend, words: Words) -> str:
    """«75 %, limit 80», «57 %, five values worse one after another», «no data for 35 days»."""
    value = words.measured(trend.last.value, indicator.unit) if trend.last else ""
    said_of = signal_words(trend, words)
    if Signal.LIMIT in trend.signals and indicator.alarm_limit is not None:
        said_of = words("limit {value}", value=words.number(indicator.alarm_limit))
    return ", ".join(part for part in (value, said_of) if part)


class BesidesCard(Card):
    """What belongs to this day beside the five points, each with the way to where it is done."""

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=12, spacing=6)
        self._context = context
        self.title: PlainLabel = plain_label("", context.theme, "card_title")
        following = context.words("Next year’s workshop")
        self.next_year = button(following, "link", lambda: context.actions.run("next_year"), theme=context.theme)
        self.body.addWidget(self.title)
        self.body.addWidget(self.next_year)
        self._lines: list[QWidget] = []

    def show_view(self, view: FollowUpView) -> None:
        """Another day."""
        self.title.setText(self._context.words("On day {n} besides", n=view.day))
        for line in self._lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._line(point) for point in view.besides]
        for place, line in enumerate(self._lines, start=1):
            self.body.insertWidget(place, line)
        self.next_year.setVisible(view.day >= FOLLOW_UP_DAYS[-1])

    def _line(self, point: Besides) -> QWidget:
        words, theme = self._context.words, self._context.theme
        icon, tone = ("circle-check", "ok") if point.done else ("circle", "text3")
        line = said(words.message(point.text), self._context, icon=icon, tone=tone)
        row = line.layout()
        if row is not None:
            row.addWidget(button(words("Open"), "link", lambda: self._go(point), theme=theme))
        return line

    def _go(self, point: Besides) -> None:
        self._context.shell.go(Place(point.step, point.sub_step))
