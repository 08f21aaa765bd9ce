"""Columns of the suggestions: what was said and what was answered, when, and the clock of fourteen days."""

from __future__ import annotations

from collections.abc import Callable

from ui.models.table import Column
from ui.widgets import roles
from workshop_app.domain.model import Department, SuggestionStatus
from workshop_app.i18n import Words
from workshop_app.steps.feedback.operations import change_suggestion
from workshop_app.steps.feedback.view import SuggestionLine

ICONS = {
    SuggestionStatus.NEW: ("message-square", "accent"),
    SuggestionStatus.ACCEPTED: ("clock", "ok"),
    SuggestionStatus.DECLINED: ("x", "text3"),
    SuggestionStatus.DONE: ("circle-check", "ok"),
}


def state_text(line: SuggestionLine, words: Words) -> str:
    """«written today», «waits 6 days», «accepted»."""
    _ = words
    if line.suggestion.status is SuggestionStatus.NEW and line.age is not None:
        return _("written today") if line.age == 0 else words.plural("waits {n} day", "waits {n} days", line.age)
    return {
        SuggestionStatus.NEW: _("waits"),
        SuggestionStatus.ACCEPTED: _("accepted"),
        SuggestionStatus.DECLINED: _("declined"),
        SuggestionStatus.DONE: _("done"),
    }[line.suggestion.status]


def clock_text(line: SuggestionLine, words: Words) -> str:
    """How many days are left for the answer, or how late it is; empty once there is one."""
    if line.left is None:
        return ""
    if line.left < 0:
        return words.plural("{n} day past the answer's day", "{n} days past the answer's day", -line.left)
    return words.plural("{n} day left to answer", "{n} days left to answer", line.left)


def suggestion_columns(words: Words, place: Callable[[Department], int]) -> list[Column[SuggestionLine]]:
    """Suggestion with its answer, date, state with its clock."""
    _ = words

    def badge(line: SuggestionLine) -> tuple[str, int] | None:
        return (line.department.short, place(line.department)) if line.department else None

    def icon(line: SuggestionLine) -> tuple[str, str]:
        return ("triangle-alert", "warn") if line.late else ICONS[line.suggestion.status]

    return [
        Column(
            "title",
            _("Suggestion"),
            lambda line: line.suggestion.title or line.suggestion.text,
            lambda line, value: change_suggestion(line.suggestion, title=value.strip(), text=value.strip()),
            roles={roles.BADGE: badge, roles.CAPTION: lambda line: line.suggestion.reply or ""},
            tooltip=lambda line: line.suggestion.text,
        ),
        Column(
            "date",
            _("Date"),
            lambda line: words.date_short(line.suggestion.date),
            roles={roles.TONE: lambda _line: "text2"},
        ),
        Column(
            "state",
            _("State"),
            lambda line: state_text(line, words),
            roles={
                roles.ICON: icon,
                roles.TONE: lambda line: "warn" if line.late else "text2",
                roles.CAPTION: lambda line: clock_text(line, words),
            },
        ),
    ]
