"""How formats, steps and pauses are called on the agenda page."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.message import N_
from workshop_app.domain.model import SessionFormat
from workshop_app.domain.schedule import PAUSES
from workshop_app.i18n import Words
from workshop_app.steps import STEPS
from workshop_app.steps.prepare.agenda_view import PauseOf, PlannedLine

FORMAT_NAMES: Mapping[SessionFormat, str] = MappingProxyType(
    {
        SessionFormat.THREE_HOURS: N_("3 hours"),
        SessionFormat.ONE_DAY: N_("One day"),
        SessionFormat.SERIES: N_("Series of four meetings"),
    }
)
FORMAT_NOTES: Mapping[SessionFormat, str] = MappingProxyType(
    {
        SessionFormat.THREE_HOURS: N_("The ten most important rows; the others are put off for up to 14 days"),
        SessionFormat.ONE_DAY: N_("Lunch 60, two breaks of 15: 480 in all"),
        SessionFormat.SERIES: N_("Once a week, 120 minutes each; homework after the first and the third"),
    }
)


def line_title(line: PlannedLine, words: Words) -> str:
    """The step's title, or the pause with a capital letter."""
    if line.pause is not None:
        name = words(PAUSES[line.pause])
        return name[:1].upper() + name[1:]
    return words(next((step.title for step in STEPS if step.id == line.step), line.step))


def pauses_text(pauses: tuple[PauseOf, ...], words: Words) -> str:
    """«перерыв 15 мин, обед 60 мин»."""
    _ = words
    return ", ".join(" ".join((_(PAUSES[kind]), _("{n} min", n=minutes))) for kind, minutes in pauses)


def line_caption(line: PlannedLine, words: Words, meetings: int) -> str:
    """What stands around a line: its meeting, the pauses before and after, or that it is off."""
    _ = words
    if line.item is None:
        return _("not in the agenda")
    if line.off:
        return _("switched off")
    parts = []
    if meetings > 1 and line.opens:
        day = f", {words.date_short(line.date)}" if line.date else ""
        parts.append(_("meeting {n}", n=line.meeting) + day)
    if line.before:
        parts.append(_("before: {pauses}", pauses=pauses_text(line.before, words)))
    if line.after:
        parts.append(_("after: {pauses}", pauses=pauses_text(line.after, words)))
    return " · ".join(parts)
