"""``export``: the document as JSON, a workbook, a calendar, one table, or a form to send out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType

import click

from workshop_app.cli_console import Console, file_argument, language_option, pass_console, reading, write_bytes
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.forms import FORMS, find_department
from workshop_app.i18n import Words


def export_command(_: Words) -> click.Command:
    """``export``."""
    return click.Command(
        "export",
        callback=export,
        help=_(
            "Write FILE into TARGET. What is written is told by TARGET's ending: .json the engagement, "
            ".xlsx all tables, .ics meetings, follow-ups and due dates, .csv one table (--table)."
        ),
        params=[
            file_argument(),
            file_argument("target"),
            click.Option(["--table"], help=_("The table for .csv; a wrong name lists them.")),
            click.Option(["--form"], type=click.Choice(tuple(FORMS)), help=_("Write a form to fill in (.xlsx).")),
            click.Option(["--department"], help=_("Code of the department that the form is for.")),
            language_option(_),
        ],
    )


@pass_console
def export(
    console: Console,
    file: Path,
    target: Path,
    table: str | None,
    form: str | None,
    department: str | None,
    lang: str | None,
) -> None:
    """Write one file."""
    console.choose(lang)
    if target.suffix.lower() == ".workshop" or (target.exists() and target.samefile(file)):
        raise ProblemError(Message(N_("A workshop is never written over by an export. Choose another name.")))
    with reading(file) as document:
        console.follow(document)
        if form:
            content = _form(document.engagement, form, department, target, console.words)
        else:
            content = _content(document.engagement, target, table, console.words)
    write_bytes(target, content)
    console.say(str(target))


def _form(engagement: Engagement, form: str, department: str | None, target: Path, words: Words) -> bytes:
    if target.suffix.lower() != ".xlsx":
        raise ProblemError(
            Message(N_("A form is an .xlsx file. Write, for example, {name}.xlsx."), {"name": target.stem})
        )
    if not department:
        codes = ", ".join(found.short or found.id for found in engagement.departments)
        raise ProblemError(Message(N_("Whose form? Say --department, one of: {codes}."), {"codes": codes}))
    return FORMS[form](engagement, find_department(engagement, department), words)


def _content(engagement: Engagement, target: Path, table: str | None, words: Words) -> bytes:
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
