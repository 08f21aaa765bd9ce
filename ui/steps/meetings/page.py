"""The page of meetings: the series with the time they take, the log of decisions."""

from __future__ import annotations

from ui.pages.base import Place
from ui.pages.stepped import SteppedPage, SubPage
from workshop_app.domain.model import MeetingLog
from workshop_app.steps.meetings.view import MeetingsView, meetings_view


class MeetingsPage(SteppedPage):
    """S8."""

    step_id = "meetings"

    def sub_pages(self) -> dict[str, type[SubPage]]:
        """Series and log."""
        from ui.steps.meetings.log import LogPage
        from ui.steps.meetings.series import SeriesPage

        return {"series": SeriesPage, "log": LogPage}

    def view(self) -> MeetingsView:
        """The step as it is now."""
        return meetings_view(self.engagement, self.context.bridge.view_context)

    def sub_step_of(self, table: str | None, row_id: str | None) -> str | None:
        """Everything but the log stands with the series: load of people, what the plan lacks."""
        if table in {"meeting_log", "notes"}:
            return "log"
        return "series" if table in {"meetings", "meeting", "person", "plan"} else None

    def row_in(self, sub_step: str, place: Place) -> str | None:
        """In the series an entry of the log is its series."""
        entry = self.engagement.get(MeetingLog, place.row_id)
        return entry.meeting_id if entry is not None and sub_step == "series" else place.row_id
