"""The quick line itself: after «@» it offers names, after «#» dates; Enter or Tab takes the offered one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ui.bridge import DocumentBridge
from workshop_app.domain.date_text import next_day_of_month, parse_date
from workshop_app.domain.frozen import frozen
from workshop_app.domain.plan import FOLLOW_UP_DAYS
from workshop_app.domain.quick_line import people_matching
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

MOST = 8
OWNER, DATE = "@", "#"
LATER = (1, 7, 14, 30)
WEEK = range(1, 8)
FRIDAY = 4


@frozen
class Offer:
    """What the list shows, and what is written into the line when it is taken."""

    shown: str
    written: str


class QuickLineEdit(QLineEdit):
    """Completes names and dates while typing. ``left`` on Esc that closed no list."""

    left = Signal()

    def __init__(self, bridge: DocumentBridge, words: Words, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._words = bridge, words
        self._offers: dict[str, str] = {}
        self._shown = QStringListModel(self)
        self._completer = QCompleter(self._shown, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._offer)

    @property
    def offered(self) -> tuple[str, ...]:
        """What the list shows now; empty while it is closed."""
        popup = self._completer.popup()
        return tuple(self._offers) if popup is not None and popup.isVisible() else ()

    def event(self, event: QEvent) -> bool:
        """Qt: an empty line leaves undo and redo to the workshop."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and not self.text():
            keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
            if any(event.matches(key) for key in keys):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter takes what is offered, Esc leaves; everything else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            event.ignore()  # the window puts away what it says
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not self._take():
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab takes what is offered too."""
        return (forward and self._take()) or super().focusNextPrevChild(forward)

    def _take(self) -> bool:
        popup = self._completer.popup()
        if popup is None or not popup.isVisible():
            return False
        index = popup.currentIndex()
        self._complete(str((index if index.isValid() else popup.model().index(0, 0)).data()))
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the list closes with the line."""
        super().focusOutEvent(event)
        popup = self._completer.popup()
        if popup is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            popup.hide()

    def _fragment(self) -> tuple[str, str] | None:
        """The mark before the cursor and what is typed after it."""
        before = self.text()[: self.cursorPosition()]
        at = max(before.rfind(OWNER), before.rfind(DATE))
        if at < 0 or (at and not before[at - 1].isspace()):
            return None
        mark, fragment = before[at], before[at + 1 :]
        most = 2 if mark == DATE else 3
        words = fragment.split()
        finished = fragment.endswith(" ") and (mark == OWNER or len(words) == most)
        return None if len(words) > most or finished else (mark, fragment)

    def _offer(self) -> None:
        found = self._fragment()
        makers: dict[str, Callable[[str], list[Offer]]] = {OWNER: self._people, DATE: self._dates}
        offers = makers[found[0]](found[1]) if found else []
        self._offers = {offer.shown: offer.written for offer in offers[:MOST]}
        self._shown.setStringList(list(self._offers))
        popup = self._completer.popup()
        if popup is None:
            return
        if not self._offers:
            popup.hide()
            return
        self._completer.setCompletionPrefix("")
        self._completer.complete()
        popup.setCurrentIndex(popup.model().index(0, 0))

    def _people(self, fragment: str) -> list[Offer]:
        people = people_matching(fragment, self._bridge.engagement.people)
        return [Offer(person.name, person.name) for person in people]

    def _dates(self, fragment: str) -> list[Offer]:
        """The date that is typed, else near days whose words begin with what is typed."""
        today, key = self._bridge.as_of, norm_text(fragment)
        typed = parse_date(fragment, today) if key else None
        if key.isdecimal():
            typed = next_day_of_month(int(key), today)
        near = date_offers([day for day in self._near(today) if not key or self._fits(day, key)], today, self._words)
        week = [today + timedelta(days=days) for days in WEEK]
        named_days = date_offers([day for day in week if key and self._fits(day, key)], today, self._words)
        hits = list({offer.written: offer for offer in (*near, *named_days)}.values())
        if typed is None:
            return hits
        named = date_offers([typed], today, self._words)[0]
        return [named, *(offer for offer in hits if offer.written != named.written)]

    def _fits(self, day: date, key: str) -> bool:
        """Whether a word of the day begins with what is typed: «завтра», «пт», «пятница», «14»."""
        shown = date_offers([day], self._bridge.as_of, self._words)[0].shown
        spoken = norm_text(f"{shown} {self._words.weekday(day, 'wide')}")
        return any(word.startswith(key) for word in spoken.split())

    def _near(self, today: date) -> list[date]:
        days = [today + timedelta(days=days) for days in LATER]
        days.append(today + timedelta(days=(FRIDAY - today.weekday() - 1) % 7 + 1))
        session = self._bridge.engagement.session.date
        if session is not None:
            days += [session + timedelta(days=day) for day in FOLLOW_UP_DAYS]
        return sorted({day for day in days if day > today})

    def _complete(self, shown: str) -> None:
        found = self._fragment()
        popup = self._completer.popup()
        if popup is not None:
            popup.hide()
        if found is None:
            return
        written = self._offers.get(shown, shown)
        at = self.cursorPosition()
        start = at - len(found[1])
        text = self.text()
        self.setText(f"{text[:start]}{written} {text[at:].lstrip()}")
        self.setCursorPosition(start + len(written) + 1)


def date_offers(days: list[date], today: date, words: Words) -> list[Offer]:
    """Days in words: «завтра, пт, 14 мар 2026»; written as the language's short date."""
    _ = words
    offers = []
    for day in days:
        named = [_("tomorrow")] if day == today + timedelta(days=1) else []
        parts = [*named, words.weekday(day, "abbreviated"), words.date_year(day)]
        written = f"{day:%d.%m.%Y}" if words.language == "ru" else day.isoformat()
        offers.append(Offer(", ".join(parts), written))
    return offers
