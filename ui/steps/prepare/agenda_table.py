"""The agenda as a table: clock, step, and the three formats side by side, the chosen one in accent."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from ui.models.table import Column
from ui.steps.prepare.agenda_words import FORMAT_NAMES, line_caption, line_title
from ui.widgets import roles
from ui.widgets.bars import round_bar
from ui.widgets.delegates.cell import CellDelegate, Index
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import SessionFormat
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.steps.prepare.agenda import add_step, change_minutes
from workshop_app.steps.prepare.agenda_view import AgendaView, PlannedLine
from workshop_app.steps.prepare.company import clock_text, typed_whole

LONGEST_STEP = 80
MOST_MINUTES = 480
COLUMN_OF = {SessionFormat.THREE_HOURS: 2, SessionFormat.ONE_DAY: 3, SessionFormat.SERIES: 4}
NUMBER_WIDTH = 40


@frozen
class MinutesPaint:
    """A bar of minutes; ``top`` fills the box. ``minutes`` None: nothing is drawn."""

    minutes: int | None
    top: int
    chosen: bool
    off: bool


@frozen
class MeetingsPaint:
    """A box of minutes for each meeting of a series; 0 is a dot."""

    minutes: tuple[int, ...]
    chosen: bool
    off: bool


class AgendaDelegate(CellDelegate):
    """Bars and boxes of minutes; the rest are plain cells."""

    def content(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """What the cell's picture is."""
        picture = index.data(roles.PICTURE)
        if isinstance(picture, MinutesPaint):
            self._minutes(painter, box, picture)
        elif isinstance(picture, MeetingsPaint):
            self._meetings(painter, box, picture)
        else:
            super().content(painter, box, option, index)

    def _minutes(self, painter: QPainter, box: QRectF, picture: MinutesPaint) -> None:
        if picture.minutes is None:
            return
        theme = self.theme
        number = theme.pixels(NUMBER_WIDTH)
        track = box.adjusted(0, 0, -number - 8, 0)
        if picture.minutes and not picture.off:
            width = max(4.0, track.width() * picture.minutes / picture.top)
            bar = QRectF(track.left(), track.center().y() - 3.5, min(width, track.width()), 7)
            round_bar(painter, bar, theme.color("accent" if picture.chosen else "border_strong"))
        strong = picture.chosen and not picture.off
        painter.setFont(theme.font("body_strong" if strong else "body"))
        painter.setPen(theme.color("text3" if picture.off else "text" if picture.chosen else "text2"))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight)
        painter.drawText(box, flags, str(picture.minutes))

    def _meetings(self, painter: QPainter, box: QRectF, picture: MeetingsPaint) -> None:
        theme = self.theme
        step = box.width() / max(1, len(picture.minutes))
        height = float(theme.pixels(24))
        for place, minutes in enumerate(picture.minutes):
            cell = QRectF(box.left() + place * step, box.center().y() - height / 2, step - 5, height)
            filled = picture.chosen and not picture.off
            if minutes:
                painter.setPen(QPen(theme.color("accent" if filled else "border"), 1))
                painter.setBrush(theme.color("accent" if filled else "sunken"))
                painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setFont(theme.font("control_strong" if filled and minutes else "control"))
            painter.setPen(theme.color("on_accent" if filled and minutes else "text2"))
            painter.drawText(cell, int(Qt.AlignmentFlag.AlignCenter), str(minutes) if minutes else "·")


def agenda_columns(view: AgendaView, words: Words, top: Callable[[], int]) -> list[Column[PlannedLine]]:
    """The columns for the chosen format; ``top`` is the number of minutes that fills a bar."""
    _ = words
    tone = {roles.TONE: lambda line: "text3" if line.off or line.item is None else "text"}
    return [
        Column(
            "start",
            _("Start"),
            lambda line: clock_text(line.starts_at) if line.starts_at else "—",
            roles={**tone, roles.STRONG: lambda line: line.starts_at is not None},
        ),
        Column(
            "step",
            _("Step"),
            lambda line: line_title(line, words),
            roles={
                **tone,
                roles.NAME: lambda _line: True,
                roles.CAPTION: lambda line: line_caption(line, words, view.meetings),
            },
        ),
        _minutes_column(SessionFormat.THREE_HOURS, view, words, top),
        _minutes_column(SessionFormat.ONE_DAY, view, words, top),
        _series_column(view, words),
    ]


def _minutes_column(kind: SessionFormat, view: AgendaView, words: Words, top: Callable[[], int]) -> Column[PlannedLine]:
    chosen = view.format is kind
    shown = _own_minutes if chosen else lambda line: (line.minutes_in(kind) or (None,))[0]
    return Column(
        kind.value,
        words(FORMAT_NAMES[kind]),
        lambda line: "" if shown(line) is None else str(shown(line)),
        edit=_type_minutes if chosen else None,
        value=_typed_from,
        roles={
            **roles.RIGHT,
            roles.PICTURE: lambda line: MinutesPaint(shown(line), top(), chosen, line.off),
        },
        accessible=lambda line: ": ".join((words(FORMAT_NAMES[kind]), words("{n} min", n=shown(line) or 0))),
    )


def _series_column(view: AgendaView, words: Words) -> Column[PlannedLine]:
    _ = words
    chosen = view.format is SessionFormat.SERIES
    count = view.meetings if chosen else len(view.lines[0].minutes_in(SessionFormat.SERIES)) if view.lines else 4
    count = max(count, 4)
    places = " · ".join(str(place) for place in range(1, count + 1))

    def minutes(line: PlannedLine) -> tuple[int, ...]:
        if not chosen:
            return line.minutes_in(SessionFormat.SERIES)
        return tuple(line.minutes if place == line.meeting else 0 for place in range(1, count + 1))

    return Column(
        SessionFormat.SERIES.value,
        _("Series: meetings {places}", places=places),
        lambda line: " ".join(str(number) for number in minutes(line) if number),
        edit=_type_minutes if chosen else None,
        value=_typed_from,
        roles={roles.PICTURE: lambda line: MeetingsPaint(minutes(line), chosen, line.off)},
    )


def _own_minutes(line: PlannedLine) -> int | None:
    return line.minutes if line.item is not None else None


def _typed_from(line: PlannedLine) -> str:
    return str(line.minutes)


def _type_minutes(line: PlannedLine, text: str) -> Operation | None:
    """A typed number of minutes; anything else leaves the line as it is."""
    try:
        minutes = typed_whole(text, 0, MOST_MINUTES)
    except ProblemError:
        return None
    return None if minutes is None else set_minutes(line, minutes)


def set_minutes(line: PlannedLine, minutes: int) -> Operation | None:
    """Another length of a line; a step that is not in the agenda comes into it. None when nothing changes."""
    wanted = max(0, min(MOST_MINUTES, minutes))
    if line.item is None:
        return add_step(line.step, wanted) if wanted else None
    return None if wanted == line.minutes else change_minutes(line.item, wanted)
