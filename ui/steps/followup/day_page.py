"""The 60 minutes of a follow-up as five numbered cards, the timeline above."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui.actions import Action as Command
from ui.audience.scene import Focus
from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from ui.steps.followup.agenda_cards import (
    ALARMS,
    BETTER,
    CORRECTION,
    LATE,
    THANKS,
    AgendaCard,
    BesidesCard,
    alarm_lines,
    better_lines,
)
from ui.steps.followup.correction_card import CorrectionCard
from ui.steps.followup.late_column import LateColumn
from ui.steps.followup.thanks_card import ThanksCard
from ui.steps.followup.timeline_card import TimelineCard
from ui.widgets.layout import EmptyState, StepHeader, button
from ui.widgets.scroll_column import ScrollColumn
from ui.widgets.segmented import HeaderTabs
from ui.widgets.status_sign import Counts
from workshop_app.domain.plan import FOLLOW_UP_DAYS
from workshop_app.domain.schedule import FOLLOW_UP_AGENDA
from workshop_app.services.document import Change, Operation
from workshop_app.steps.followup.operations import end_meeting
from workshop_app.steps.followup.view import FollowUpView, followup_view
from workshop_app.steps.session import propose_follow_ups, set_follow_up


class DayPage(SubPage):
    """Day 30, 60 or 90. ``point`` is the number of the card the meeting is at."""

    name = "day"
    wide = True

    def __init__(self, page: SteppedPage) -> None:
        super().__init__(page)
        self._view: FollowUpView | None = None
        self._day: int | None = None
        self.point, self._named = 0, ""
        self._build_cards()
        self._build()

    def _build_cards(self) -> None:
        _ = self.context.words
        self.late = LateColumn(self.context)
        self.late.answered.connect(self._answered)
        self.better = AgendaCard(self.context, BETTER, _("What is better for the client"))
        self.alarms = AgendaCard(self.context, ALARMS, _("In red and amber"))
        self.corrections = CorrectionCard(self.context)
        self.thanked = ThanksCard(self.context)
        self.thanked.noted.connect(lambda text: self._change(notes=text.strip() or None))
        self.thanked.part.named.connect(self._show_named)
        self.besides = BesidesCard(self.context)
        self.right = ScrollColumn((0, 0, 6, 0), 8)
        for card in (self.better, self.alarms, self.corrections, self.thanked, self.besides):
            self.right.column.addWidget(card)
        self.right.column.addStretch(1)

    def _build(self) -> None:
        _ = self.context.words
        theme, icons = self.context.theme, self.context.icons
        self.tabs = HeaderTabs(theme)
        self.tabs.setAccessibleName(_("Follow-up"))
        self.tabs.set_items([(str(day), str(day)) for day in FOLLOW_UP_DAYS])
        self.tabs.chosen.connect(self._choose_day)
        self.counts = Counts(theme)
        paper = button(_("Notes on paper"), "ghost", self._print, icons=icons, icon="printer", theme=theme)
        self.end_button = button(_("End the meeting"), "pri", self._end, icons=icons, icon="check", theme=theme)
        self.header = StepHeader(_("After the session"), theme, (self.counts, paper, self.end_button), tabs=self.tabs)
        self.line = TimelineCard(self.context)
        self.line.set_wanted.connect(self.set_days)
        meeting = QWidget()
        whole = QVBoxLayout(meeting)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(12)
        whole.addWidget(self.line)
        whole.addLayout(row, 1)
        row.addWidget(self.late, 4)
        row.addWidget(self.right, 3)
        hints = [
            ("1 2 3", _("done, move, cancel")),
            ("F4", _("next overdue action")),
            ("Ctrl+Enter", _("next point of the agenda")),
        ]
        self.stack = QStackedWidget()
        self.stack.addWidget(meeting)
        self.stack.addWidget(self._nothing())
        self.lay_out(self.header, self.stack, grows=self.stack, hints=hints)

    def set_days(self) -> None:
        """Day 30, 60 and 90 get their dates."""
        session = self.page.engagement.session.date
        if session is not None:
            self.run_and_tell(propose_follow_ups(session))

    def _nothing(self) -> EmptyState:
        """Before the session has a date there is nothing to look back at."""
        _ = self.context.words
        shell = self.context.shell
        return EmptyState(
            "calendar-clock",
            _("After the session the plan is looked at on day 30, 60 and 90. The days are counted from its date."),
            self.context.theme, self.context.icons,
            primary=(_("Set the date of the session"), lambda: shell.go(Place("prepare", "company"))),
            quiet=(_("To the action plan"), lambda: shell.go(Place("plan", "signing"))),
        )  # fmt: skip

    def show_view(self, view: FollowUpView, change: Change | None) -> None:
        """Timeline, counts and cards."""
        if self._day not in (None, view.day):
            view = followup_view(self.page.engagement, self.context.bridge.view_context, self._day)
        self._view = view
        _ = words = self.context.words
        self.tabs.set_current(str(view.day))
        self.header.set_title(_("After: {n} days", n=view.day))
        counts = view.counts
        self.counts.show_numbers(
            [
                (counts.done, _("done")),
                (counts.in_progress + counts.open, _("under way")),
                (counts.overdue, _("overdue")),
            ]
        )
        held = view.followup.held_on if view.followup else None
        dated = any(point.date for point in view.timeline)
        self.end_button.setEnabled(held is None and dated)
        self.end_button.set_text(_("Held on {date}", date=words.date_short(held)) if held else _("End the meeting"))
        self.stack.setCurrentIndex(0 if dated or view.counts.planned else 1)
        self.line.show_view(view)
        self.late.show_view(view)
        self._show_right(view)

    def _show_right(self, view: FollowUpView) -> None:
        words = self.context.words
        since = words("since {date}", date=words.date_short(view.better.since)) if view.better else ""
        self.better.set_note(since)
        self.better.show_lines(better_lines(view, self.context))
        self.alarms.show_lines(alarm_lines(view, self.context))
        self.corrections.show_view(view)
        self.thanked.show_view(view)
        self.besides.show_view(view)
        self.right.fit_later()

    def _answered(self, operation: Operation) -> None:
        if self.point == 0:  # whoever answers at once is at the second point already
            self._set_point(LATE)
        if self.run_and_tell(operation) and not self.late.focus_first():
            self.late.setFocus()

    def _change(self, **values: object) -> None:
        if self._view is not None:
            self.run(set_follow_up(self._view.day, **values))

    def _choose_day(self, key: str) -> None:
        self._day = int(key)
        self.show_view(followup_view(self.page.engagement, self.context.bridge.view_context, self._day), None)
        self._set_point(0)

    def _show_named(self, nomination_id: str) -> None:
        """The room sees who was named."""
        self._named = nomination_id
        self.tell_moved()

    def _set_point(self, number: int) -> None:
        self.point, self._named = number, ""
        cards = (self.better, self.late.card, self.alarms, self.corrections, self.thanked)
        for card in cards:
            card.set_selected(card.number == number)
            if card.number == number and card is not self.late.card:
                self.right.ensureWidgetVisible(card)
        self.tell_moved()

    def next_point(self) -> None:
        """Ctrl+Enter: the next point of the agenda; after the last one the meeting ends."""
        if self.point >= THANKS:
            self._end()
            return
        self._set_point(self.point + 1)
        self.context.shell.give_time(str(self.point), FOLLOW_UP_AGENDA[self.point - 1][1], start=self.point == BETTER)
        if self.point == LATE:
            self.late.focus_first()
        elif self.point == CORRECTION:
            self.corrections.text.setFocus()
        elif self.point == THANKS:
            self.thanked.part.whom.setFocus()

    def next_problem(self, way: int) -> bool:
        """F4: the next overdue action."""
        if not self.late.focus_next(way):
            self.context.shell.toast(self.context.words("Nothing is overdue."))
        return True

    def _end(self) -> None:
        self.thanked.notes.commit()
        if self._view is None or not self.end_button.isEnabled():
            return
        day = self._view.day
        if self.run(end_meeting(day, self.context.bridge.as_of, self._view.unset.get(day))):
            self._set_point(0)
            self.context.shell.toast(self.context.words("The meeting is written down."), undo=True)

    def _print(self) -> None:
        self.context.shell.go(Place("plan", "print", None, "followup"))

    def select(self, row_id: str | None) -> None:
        """A day, or an overdue action."""
        if row_id in {str(day) for day in FOLLOW_UP_DAYS}:
            self._choose_day(str(row_id))
            return
        for card in self.late.cards:
            if card.late.id == row_id:
                card.setFocus()

    def room_scene(self) -> str:
        """The room follows the point of the agenda: indicators for the third, thanks and who is named for the last."""
        last = "rewards.recognition" if self._named else "thanks"
        return {ALARMS: "feedback.indicators", THANKS: last}.get(self.point, "followup.day")

    def room_focus(self) -> Focus:
        """The day in front; who was named just now."""
        if self.point == THANKS and self._named:
            return Focus(self._named)
        return Focus(None, options=(("day", str(self._view.day if self._view else FOLLOW_UP_DAYS[0])),))

    def sub_actions(self) -> tuple[Command, ...]:
        """Going on, ending the meeting, asking again."""
        _ = self.context.words
        section = _("Follow-up")
        following = _("Next point of the agenda")
        return (
            Command("followup_next", following, self.next_point, section, ("Ctrl+Return",), "arrow-right"),
            Command("followup_end", _("End the meeting"), self._end, section, (), "check"),
            Command("followup_set", _("Set 30, 60 and 90 days"), self.set_days, section, (), "calendar-clock"),
            Command("followup_again", _("Ask the ten activities again"), self._again, section, (), "repeat"),
            Command("followup_paper", _("Notes on paper"), self._print, section, (), "printer"),
        )

    def _again(self) -> None:
        self.page.go_to(Place("followup", "again"))
