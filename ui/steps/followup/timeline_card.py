"""The line of 0–30–60–90 days over the meeting; days that nobody has set are set here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.context import WindowContext
from ui.theme.theme import Theme
from ui.widgets.labels import IconLabel
from ui.widgets.layout import Card, button, plain_label
from ui.widgets.picture import Picture
from ui.widgets.timelines import TimelinePoint as Dot
from ui.widgets.timelines import paint_timeline
from workshop_app.domain.followup import TimelinePoint
from workshop_app.steps.followup.view import FollowUpView

HEIGHT = 80


class TimelineCard(Card):
    """``set_wanted`` when the days that are not set yet are to get their dates."""

    set_wanted = Signal()

    def __init__(self, context: WindowContext) -> None:
        super().__init__(margins=8, spacing=0)
        self._context = context
        _, theme, icons = context.words, context.theme, context.icons
        self.line = Picture(theme, lambda _p, _b, _t: None, height=HEIGHT, name="")
        self.unset, self.days = QWidget(), plain_label("", theme, "body", wrap=True)
        row = QHBoxLayout(self.unset)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("triangle-alert", theme, icons, "warn", 16))
        row.addWidget(self.days, 1)
        row.addWidget(button(_("Set 30, 60 and 90 days"), "link", self.set_wanted.emit, theme=theme))
        self.body.addWidget(self.line)
        self.body.addWidget(self.unset)

    def show_view(self, view: FollowUpView) -> None:
        """Session and follow-ups with what was held; today."""
        _ = words = self._context.words
        dates = [(point, point.date or view.unset.get(point.day)) for point in view.timeline]
        dots = [self._dot(point, day) for point, day in dates if day]
        today = _("today, day {n}", n=view.day_number) if view.day_number is not None else _("today")

        def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
            paint_timeline(painter, box, dots, view.today, today, theme)

        self.line.show_picture(paint, ", ".join(f"{dot.title}: {dot.caption}" for dot in dots))
        self.unset.setVisible(bool(view.unset))
        days = words.listing([str(day) for day in view.unset])
        self.days.setText(_("Follow-ups without a date: day {days}", days=days))

    def _dot(self, point: TimelinePoint, day: date) -> Dot:
        _ = words = self._context.words
        title = _("Session") if point.day == 0 else _("{n} days", n=point.day)
        caption = words.date_short(day)
        if point.day and point.held_on:
            late = point.late or 0
            caption += f" · {words.plural('{n} day later', '{n} days later', late) if late > 0 else _('held')}"
        return Dot(day, title, caption, point.held_on is not None)
