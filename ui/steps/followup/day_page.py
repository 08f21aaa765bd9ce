"""The 60 minutes of a follow-up as five numbered cards, the timeline above."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.followup.late_card import LateCard
from ui.theme.theme import Theme
from ui.widgets.badge import DepartmentBadge
from ui.widgets.layout import Card, HintLine, StepHeader, button, plain_label
from ui.widgets.picture import Picture
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import HeaderTabs
from ui.widgets.text_field import TextField
from ui.widgets.timelines import TimelinePoint as Dot
from ui.widgets.timelines import paint_timeline
from workshop_app.domain.followup import TimelinePoint
from workshop_app.domain.indicators import SIGNALS, STATUSES, Status
from workshop_app.services.document import Change, Operation
from workshop_app.steps.followup.operations import add_correction, change_follow_up, end_meeting
from workshop_app.steps.followup.view import FollowUpView, followup_view

STATUS_ICONS = {Status.RED: ("octagon-x", "err"), Status.AMBER: ("triangle-alert", "warn")}


class DayPage(SubPage):
    """Day 30, 60 or 90."""

    name = "day"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self._view: FollowUpView | None = None
        self._day: int | None = None
        self.tabs = HeaderTabs(theme)
        self.tabs.set_items([("30", "30"), ("60", "60"), ("90", "90")])
        self.tabs.chosen.connect(self._choose_day)
        self.counts = plain_label("", theme, "control_strong", "text2")
        self.end_button = button(_("End the meeting"), "pri", self._end, icons=icons, icon="check", theme=theme)
        self.header = StepHeader(_("After the session"), theme, (self.counts, self.end_button), tabs=self.tabs)
        self.line = Picture(theme, lambda _p, _b, _t: None, height=100, name="")
        line_card = Card(margins=12, spacing=0)
        line_card.body.addWidget(self.line)
        self.late = ScrollColumn((0, 0, 6, 0), 8)
        self.right = ScrollColumn((0, 0, 6, 0), 8)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.late, 3)
        row.addWidget(self.right, 2)
        hints = [("1 2 3", _("done, move, cancel")), ("F4", _("next problem")), ("Ctrl+Enter", _("end the meeting"))]
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.header)
        column.addWidget(line_card)
        column.addLayout(row, 1)
        column.addWidget(HintLine(hints, theme))
        self.correction = TextField(theme, _("What do we change in the rule?"), _("Correction to a rule"))
        self.correction.committed.connect(self._correct)
        self.thanks = TextField(theme, _("Only the other department thanks"), _("Thanks"))
        self.thanks.committed.connect(lambda text: self._change(notes=text.strip() or None))

    def show_view(self, view: FollowUpView, change: Change | None) -> None:
        """Timeline, counts and cards."""
        if self._day not in (None, view.day):
            view = followup_view(self.page.engagement, self.context.bridge.view_context, self._day)
        self._view = view
        _ = words = self.context.words
        self.tabs.set_current(str(view.day))
        self.header.title.setText(_("After: {n} days", n=view.day))
        counts = view.counts
        parts = [
            _("{n} done", n=counts.done),
            _("{n} under way", n=counts.in_progress + counts.open),
            _("{n} overdue", n=counts.overdue),
        ]
        self.counts.setText("    ".join(parts))
        held = view.followup.held_on if view.followup else None
        self.end_button.setEnabled(held is None)
        self.end_button.setToolTip(_("held on {date}", date=words.date_year(held)) if held else "")
        self._show_line(view)
        self._fill_late(view)
        self._fill_right(view)

    def _show_line(self, view: FollowUpView) -> None:
        _ = self.context.words
        dots = [self._dot(point) for point in view.timeline if point.date]
        today = _("today, day {n}", n=view.day_number) if view.day_number is not None else _("today")

        def paint(painter: QPainter, box: QRectF, theme: Theme) -> None:
            paint_timeline(painter, box, dots, view.today, today, theme)

        self.line.show_picture(paint, ", ".join(f"{dot.title}: {dot.caption}" for dot in dots))

    def _dot(self, point: TimelinePoint) -> Dot:
        _ = words = self.context.words
        title = _("Session") if point.day == 0 else _("{n} days", n=point.day)
        caption = words.date_short(point.date)
        if point.day and point.held_on:
            late = point.late or 0
            caption += f" · {words.plural('{n} day later', '{n} days later', late) if late > 0 else _('held')}"
        assert point.date is not None
        return Dot(point.date, title, caption, point.held_on is not None)

    def _fill_late(self, view: FollowUpView) -> None:
        _ = words = self.context.words
        theme = self.context.theme
        self.late.clear()
        card = Card(spacing=10)
        card.body.addLayout(self._head(2, _("Overdue actions"), 20))
        if not view.overdue:
            card.body.addWidget(plain_label(f"✓  {_('Nothing is overdue.')}", theme, "body", "ok"))
        for late in view.overdue:
            item = LateCard(self.context, late, self._place(late.department))
            item.answered.connect(self._answered)
            card.body.addWidget(item)
        if view.upcoming:
            card.body.addWidget(plain_label(_("Coming up"), theme, "caption_strong", "text2"))
        for soon in view.upcoming[:8]:
            row = QHBoxLayout()
            if soon.department is not None:
                row.addWidget(
                    DepartmentBadge(
                        soon.department.short, soon.department.name, self._place(soon.department), theme, 20
                    )
                )
            row.addWidget(plain_label(soon.action.title, theme, "body", wrap=True), 1)
            row.addWidget(plain_label(words.date_short(soon.action.due), theme, "control", "text2"))
            card.body.addLayout(row)
        self.late.column.addWidget(card)
        self.late.column.addStretch(1)
        self.late.fit_later()

    def _place(self, department: object) -> int:
        departments = self._view.departments if self._view else ()
        return next((at for at, other in enumerate(departments) if other == department), 0)

    def _head(self, number: int, title: str, minutes: int) -> QHBoxLayout:
        _ = self.context.words
        row = QHBoxLayout()
        row.addWidget(plain_label(f"{number}. {title}", self.context.theme, "card_title"))
        row.addWidget(plain_label(_("{n} min", n=minutes), self.context.theme, "caption", "text2"))
        row.addStretch(1)
        return row

    def _fill_right(self, view: FollowUpView) -> None:
        for field in (self.correction, self.thanks):
            field.setParent(None)
        self.right.clear()
        for card in (self._better(view), self._alarms(view), self._corrections(view), self._thanks(view)):
            self.right.column.addWidget(card)
        self.right.column.addStretch(1)
        self.right.fit_later()

    def _better(self, view: FollowUpView) -> Card:
        _ = words = self.context.words
        card = Card(spacing=6)
        card.body.addLayout(self._head(1, _("What is better for the client"), 10))
        lines = []
        for change in view.changes.improved if view.changes else ():
            before, after = words.number(change.before), words.number(change.after)
            lines.append(f"✓  {change.indicator.title}: {before} → {after} {change.indicator.unit or ''}".strip())
        done = len(view.changes.done) if view.changes else 0
        if done:
            lines.append("✓  " + words.plural("{n} action done", "{n} actions done", done))
        for line in lines or [_("Say it in the room: what do clients notice?")]:
            card.body.addWidget(plain_label(line, self.context.theme, "body", wrap=True))
        return card

    def _alarms(self, view: FollowUpView) -> Card:
        _ = self.context.words
        theme = self.context.theme
        card = Card(spacing=6)
        card.body.addLayout(self._head(3, _("In red and amber"), 15))
        if not view.alarms:
            card.body.addWidget(plain_label(f"✓  {_('All indicators are in order.')}", theme, "body", "ok"))
        for indicator, trend in view.alarms:
            row = QHBoxLayout()
            icon, token = STATUS_ICONS[trend.status]
            sign = plain_label("", theme)
            sign.setPixmap(self.context.icons.pixmap(icon, 16, theme.theme.color(token), 2.0))
            row.addWidget(sign)
            row.addWidget(plain_label(indicator.title, theme, "body", wrap=True), 1)
            said = ", ".join(_(SIGNALS[signal]) for signal in trend.signals[:1]) or _(STATUSES[trend.status])
            row.addWidget(plain_label(said, theme, "caption", "text2"))
            card.body.addLayout(row)
        return card

    def _corrections(self, view: FollowUpView) -> Card:
        _ = self.context.words
        card = Card(spacing=6)
        card.body.addLayout(self._head(4, _("Correction to a rule"), 10))
        for note in view.corrections:
            card.body.addWidget(plain_label(f"·  {note.text}", self.context.theme, "body", wrap=True))
        card.body.addWidget(self.correction)
        card.body.addWidget(
            plain_label(_("We change the rule, not the people"), self.context.theme, "caption", "text2")
        )
        return card

    def _thanks(self, view: FollowUpView) -> Card:
        _ = self.context.words
        card = Card(spacing=6)
        card.body.addLayout(self._head(5, _("Thanks and notes of the meeting"), 5))
        self.thanks.set_value((view.followup.notes or "") if view.followup else "")
        card.body.addWidget(self.thanks)
        return card

    def _answered(self, operation: Operation) -> None:
        if self.run(operation):
            self.context.shell.toast(self.context.words.message(operation.name), undo=True)

    def _correct(self, text: str) -> None:
        if text.strip() and self.run(add_correction(text, datetime.now())):
            self.correction.set_value("")
            self.correction.clear()

    def _change(self, **values: object) -> None:
        if self._view is not None:
            self.run(change_follow_up(self._view.day, **values))

    def _choose_day(self, key: str) -> None:
        self._day = int(key)
        self.show_view(followup_view(self.page.engagement, self.context.bridge.view_context, self._day), None)
        self.tell_moved()

    def _end(self) -> None:
        if self._view is not None and self.run(end_meeting(self._view.day, self.context.bridge.as_of)):
            self.context.shell.toast(self.context.words("The meeting is written down."), undo=True)

    def select(self, row_id: str | None) -> None:
        """A day, or an overdue action."""
        if row_id in {"30", "60", "90"}:
            self._choose_day(row_id)
            return
        for card in self.findChildren(LateCard):
            if card.late.id == row_id:
                card.setFocus()

    def room_focus(self) -> Focus:
        """The day in front."""
        return Focus(None, options=(("day", str(self._view.day if self._view else 30)),))

    def sub_actions(self) -> tuple[Command, ...]:
        """Ending the meeting, asking again."""
        _ = self.context.words
        section = _("Follow-up")
        return (
            Command("followup_end", _("End the meeting"), self._end, section, ("Ctrl+Return",), "check"),
            Command("followup_again", _("Ask the ten activities again"), self._again, section, (), "repeat"),
        )

    def _again(self) -> None:
        self.page.go_to(Place("followup", "again"))
