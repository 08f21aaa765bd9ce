"""What is written out of an engagement, told by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.whole_file import write_file
from workshop_app.i18n import Words


def write_out(engagement: Engagement, target: Path, words: Words, table: str | None = None) -> None:
    """Write .json (the engagement), .xlsx (all tables), .ics (dates) or .csv (one ``table``; FORMATS).

    ``ProblemError`` for another ending, an unknown table, or a place that can't be written.
    """
    write_file(target, content_for(engagement, target, words, table))


def content_for(engagement: Engagement, target: Path, words: Words, table: str | None = None) -> bytes:
    """What ``write_out`` puts into the file."""
    suffix = target.suffix.lower()
    if suffix not in _WRITERS:
        message = N_("{name}: the ending says what to write. Use one of: {endings}.")
        raise ProblemError(Message(message, {"name": target.name, "endings": ", ".join(_WRITERS)}))
    return _WRITERS[suffix](engagement, words, table)


def _json(engagement: Engagement, words: Words, table: str | None) -> bytes:
    from workshop_app.exchange.engagement_json import engagement_text

    return engagement_text(engagement).encode("utf-8")


def _xlsx(engagement: Engagement, words: Words, table: str | None) -> bytes:
    from workshop_app.exchange.sheets import all_sheets
    from workshop_app.exchange.workbook import write_workbook

    return write_workbook(all_sheets(engagement, words), words)


def _ics(engagement: Engagement, words: Words, table: str | None) -> bytes:
    from workshop_app.exchange.calendar_file import write_calendar

    return write_calendar(engagement, words, datetime.now(UTC).replace(microsecond=0))


def _csv(engagement: Engagement, words: Words, table: str | None) -> bytes:
    from workshop_app.exchange.sheets import all_sheets
    from workshop_app.exchange.workbook import write_csv

    sheets = {sheet.key: sheet for sheet in all_sheets(engagement, words)}
    if table not in sheets:
        raise ProblemError(Message(N_("Which table? Say --table, one of: {tables}."), {"tables": ", ".join(sheets)}))
    return write_csv(sheets[table], words)


_WRITERS: Mapping[str, Callable[[Engagement, Words, str | None], bytes]] = MappingProxyType(
    {".json": _json, ".xlsx": _xlsx, ".ics": _ics, ".csv": _csv}
)
