"""Columns of the log: date, series, whose turn to chair, decisions, rating."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ui.context import WindowContext
from ui.models.table import Column
from ui.widgets import roles
from ui.widgets.delegates.editing import date_editor
from workshop_app.domain.text_key import single_line
from workshop_app.steps.meetings.operations import change_entry
from workshop_app.steps.meetings.view import LogLine

if TYPE_CHECKING:
    from workshop_app.services.document import Operation


def rating_text(line: LogLine) -> str:
    """«4 / 5»."""
    return f"{line.entry.rating}\N{NO-BREAK SPACE}/\N{NO-BREAK SPACE}5" if line.entry.rating else "—"


def log_columns(context: WindowContext) -> list[Column[LogLine]]:
    """In order."""
    _ = words = context.words
    maker = date_editor(context.theme, context.icons, words, lambda: context.bridge.as_of)

    def move(line: LogLine, day: Any) -> Operation | None:
        return change_entry(line.entry, date=day) if day != line.entry.date else None

    def decide(line: LogLine, text: str) -> Operation | None:
        found = tuple(single_line(part) for part in text.split(";") if part.strip())
        return change_entry(line.entry, decisions=found) if found != line.entry.decisions else None

    return [
        Column(
            "date",
            _("Date"),
            lambda line: words.date_short(line.entry.date),
            move,
            value=lambda line: line.entry.date,
            roles={roles.EDITOR: lambda _line: maker, roles.CHECKED: lambda line: line.entry.held},
            accessible=lambda line: f"{words.date_short(line.entry.date)}, {_held(line, context)}",
        ),
        Column(
            "series",
            _("Series"),
            lambda line: line.meeting.title,
            roles={
                roles.BADGE: lambda line: (line.chair.short, line.chair_place) if line.chair else None,
                roles.CAPTION: lambda line: "" if line.entry.held else _held(line, context),
            },
            tooltip=lambda line: _("In the chair: {department}", department=line.chair.name) if line.chair else "",
        ),
        Column(
            "decisions",
            _("Decisions"),
            lambda line: "; ".join(line.entry.decisions) or ("—" if not line.entry.held else _("nothing written down")),
            decide,
            value=lambda line: "; ".join(line.entry.decisions),
            roles={roles.TONE: lambda line: "text" if line.entry.decisions else "warn" if line.entry.held else "text3"},
            tooltip=lambda line: "\n".join(f"• {text}" for text in line.entry.decisions),
        ),
        Column("rating", _("Rating"), rating_text, roles={roles.STRONG: lambda _line: True}),
    ]


def _held(line: LogLine, context: WindowContext) -> str:
    return context.words("held") if line.entry.held else context.words("fell out")
