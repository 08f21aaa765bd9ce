"""The quick line itself: after «@» it offers names, after «#» dates; Enter or Tab takes the offered one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.bridge import DocumentBridge
from ui.theme.service import ThemeService
from workshop_app.domain.date_text import next_day_of_month, parse_date
from workshop_app.domain.frozen import frozen
from workshop_app.domain.plan import FOLLOW_UP_DAYS
from workshop_app.domain.quick_line import people_matching
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from ui.offer_list import OfferList
    from ui.widgets.picker import PickerChoice

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

    def __init__(self, bridge: DocumentBridge, words: Words, theme: ThemeService, parent: QWidget) -> None:
        super().__init__(parent)
        self._bridge, self._words, self._theme = bridge, words, theme
        self._list: OfferList | None = None
        self._offers: tuple[PickerChoice, ...] = ()
        self.textEdited.connect(self._offer)

    @property
    def offered(self) -> tuple[str, ...]:
        """What the list shows now; empty while it is closed."""
        return tuple(offer.text for offer in self._offers) if self._is_open() else ()

    def _is_open(self) -> bool:
        return self._list is not None and self._list.is_open

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
        if self._list is None or not self._is_open():
            return False
        self._complete(self._list.marked)
        return True

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the list closes with the line."""
        super().focusOutEvent(event)
        if self._list is not None and event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._list.put_away()

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
        makers: dict[str, Callable[[str], list[PickerChoice]]] = {OWNER: self._people, DATE: self._days}
        self._offers = tuple(makers[found[0]](found[1])[:MOST]) if found else ()
        if self._offers:
            self._offer_list().show_offers(self._offers)
        elif self._list is not None:
            self._list.put_away()

    def _offer_list(self) -> OfferList:
        from ui.offer_list import OfferList

        if self._list is None:
            self._list = OfferList(self, self._theme)
            self._list.taken.connect(self._complete)
        return self._list

    def _people(self, fragment: str) -> list[PickerChoice]:
        from ui.widgets.picker import person_choices

        engagement = self._bridge.engagement
        wanted = {person.id for person in people_matching(fragment, engagement.people)}
        return [choice for choice in person_choices(engagement) if choice.id in wanted]

    def _days(self, fragment: str) -> list[PickerChoice]:
        from ui.widgets.picker import PickerChoice

        return [PickerChoice(offer.written, offer.shown) for offer in self._dates(fragment)]

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

    def _complete(self, row: int) -> None:
        """Write the offer of a row, the first one where none is marked, in place of what is typed after the mark."""
        found = self._fragment()
        if self._list is not None:
            self._list.put_away()
        if found is None or not self._offers:
            return
        offer = self._offers[max(0, row)]
        written = offer.text if found[0] == OWNER else str(offer.id)
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
