"""A month under a date field, to pick a day from."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QPalette, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QToolButton, QVBoxLayout, QWidget

from ui.icons import Icons
from ui.theme.service import ThemeService
from ui.theme.theme import Theme
from workshop_app.i18n import Words


class CalendarPopup(QFrame):
    """A month to pick a day from. ``picked`` carries the date."""

    picked = Signal(object)

    def __init__(self, parent: QWidget, theme: ThemeService, icons: Icons, words: Words, shown: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("cls", "menu")
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale("ru_RU" if words.language == "ru" else "en_GB"))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.calendar.setMinimumSize(theme.theme.pixels(280), theme.theme.pixels(240))
        self._dress(theme.theme, icons)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.calendar)
        self.calendar.activated.connect(self._pick)
        self.calendar.clicked.connect(self._pick)

    def _dress(self, theme: Theme, icons: Icons) -> None:
        plain, head = QTextCharFormat(), QTextCharFormat()
        plain.setForeground(theme.color("text"))
        head.setForeground(theme.color("text3"))
        head.setBackground(theme.color("surface"))
        head.setFont(theme.font("caption_strong"))
        self.calendar.setHeaderTextFormat(head)
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(day, plain)
        palette = self.calendar.palette()
        palette.setColor(QPalette.ColorRole.Highlight, theme.color("accent"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("on_accent"))
        for part in (self.calendar, self.calendar.findChild(QWidget, "qt_calendar_calendarview")):
            if part is not None:
                part.setPalette(palette)
        bar = self.calendar.findChild(QWidget, "qt_calendar_navigationbar")
        if bar is not None:
            palette.setColor(QPalette.ColorRole.Highlight, theme.color("surface"))
            palette.setColor(QPalette.ColorRole.HighlightedText, theme.color("text"))
            bar.setPalette(palette)
        for name, icon in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            arrow = self.calendar.findChild(QToolButton, name)
            if arrow is not None:
                arrow.setIcon(icons.icon(icon, theme.color("text2")))

    def _pick(self, day: QDate) -> None:
        self.picked.emit(date(day.year(), day.month(), day.day()))
        self.close()
