"""A date typed in words or numbers («12.03», «12 мар», «завтра», ISO) or picked from a calendar (Alt+↓)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.widgets.fields import ValueField
from workshop_app.domain.date_text import parse_date, past_date, quarter_ended
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from ui.widgets.calendar_popup import CalendarPopup

MINIMUM_WIDTH = 140
"""Room for «12 сен 2026» and the calendar's sign."""


def date_of(text: str, today: date, *, past: bool = False) -> date | None:
    """The date a person typed; None for an empty text. ProblemError when it is not a date. ``past``: it has been."""
    cleaned = text.strip().rstrip(".")
    if not cleaned or cleaned in "—–-":
        return None
    found = past_date(cleaned, today) if past else parse_date(cleaned, today)
    if found is None:
        raise ProblemError(
            Message(N_("“{text}” is not a date. Write 12.03, 12 March, tomorrow or 2026-03-12."), {"text": text})
        )
    return found


class DateField(ValueField):
    """``chosen`` carries a date or None. A date without a year is the next one from ``today`` on.

    ``quarters``: the last day of a quarter is shown as the quarter. ``past``: of something that has been, so that
    without a year it is the last one until ``today``.
    """

    def __init__(
        self,
        theme: ThemeService,
        icons: Icons,
        words: Words,
        today: date,
        name: str = "",
        *,
        quarters: bool = False,
        past: bool = False,
    ) -> None:
        _ = words
        super().__init__(theme, words, _("date or quarter") if quarters else _("date"), name or _("Date"))
        self.today, self._quarters, self._past = today, quarters, past
        self.setMinimumWidth(theme.theme.pixels(MINIMUM_WIDTH))
        self._icons = icons
        self._opener = QAction(self)
        self.addAction(self._opener, QLineEdit.ActionPosition.TrailingPosition)
        self._opener.setToolTip(_("Calendar (Alt+↓)"))
        self._opener.triggered.connect(self.open_calendar)
        theme.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        color = self._theme.theme.color("text3")
        self._opener.setIcon(QIcon(self._icons.pixmap("calendar", 16, color, self.devicePixelRatioF())))

    def read(self, text: str) -> object:
        """Date or None."""
        return date_of(text, self.today, past=self._past)

    def show_value(self, value: object) -> str:
        """«12 мар 2026», «2 кв. 2026»; nothing for no date."""
        if not isinstance(value, date):
            return ""
        by_quarter = self._quarters and quarter_ended(value)
        return self._words.day_or_quarter(value) if by_quarter else self._words.date_year(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Alt+↓ opens the calendar."""
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        else:
            super().keyPressEvent(event)

    def open_calendar(self) -> CalendarPopup:
        """The calendar under the field; Enter or a click takes a day, Esc closes."""
        from ui.widgets.calendar_popup import CalendarPopup

        shown = self.value if isinstance(self.value, date) else self.today
        popup = CalendarPopup(self, self._theme, self._icons, self._words, shown)
        popup.picked.connect(self._take)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 2)))
        popup.show()
        popup.calendar.setFocus()
        return popup

    def _take(self, day: date) -> None:
        self.setText(self.show_value(day))
        self.setFocus()
        self.commit()
