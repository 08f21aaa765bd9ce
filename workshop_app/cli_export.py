"""``export``: the document as JSON, a workbook, a calendar, one table, or a form to send out."""

from __future__ import annotations

from pathlib import Path

import click

from workshop_app.cli_console import Console, file_argument, language_option, pass_console, reading
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.forms import FORMS, find_department
from workshop_app.exchange.writing import content_for, write_bytes
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
            content = content_for(document.engagement, target, console.words, table)
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
