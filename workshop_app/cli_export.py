"""``export``: JSON, a workbook, a calendar, one table, a form to send out, or a copy of the workshop for others."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from workshop_app import SUFFIX
from workshop_app.cli_console import (
    Console,
    as_of_option,
    file_argument,
    language_option,
    paper_source,
    pass_console,
    reading,
    spare_workshops,
)
from workshop_app.cli_usage import Command, OneOf
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.copies import LEFT_OUT, CopyChoice, send_copy
from workshop_app.exchange.forms import FORMS, find_department
from workshop_app.exchange.whole_file import write_file
from workshop_app.exchange.writing import content_for
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from reports.sections.source import Source

PICTURE_ENDINGS = (".png", ".svg")
ALL = "all"


def export_command(_: Words) -> click.Command:
    """``export``."""
    return Command(
        "export",
        callback=export,
        help=_(
            "Write FILE into TARGET. What is written is told by TARGET's ending: .json the engagement, "
            ".xlsx all tables, .ics meetings, follow-ups and due dates, .csv one table (--table), "
            ".workshop a copy to send: without history and private notes, and --without more, "
            ".png or .svg a chart (--chart)."
        ),
        params=[
            file_argument(),
            file_argument("target"),
            click.Option(["--table"], help=_("The table for .csv; a wrong name lists them.")),
            click.Option(["--form"], type=OneOf(tuple(FORMS)), help=_("Write a form to fill in (.xlsx).")),
            click.Option(["--department"], help=_("Code of the department that the form is for.")),
            click.Option(
                ["--without"],
                type=OneOf(LEFT_OUT),
                multiple=True,
                help=_("What a .workshop copy leaves out; may be said several times."),
            ),
            click.Option(["--chart"], help=_("The chart for .png or .svg, or “all”; a wrong name lists them.")),
            as_of_option(_),
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
    without: tuple[str, ...],
    chart: str | None,
    as_of: datetime | None,
) -> None:
    """Write one file, or one for each chart."""
    ending = target.suffix.lower()
    spare_workshops(file, target)
    if without and ending != SUFFIX:
        raise ProblemError(Message(N_("--without is for a copy of the workshop. Write a .workshop file.")))
    with reading(file) as document:
        console.follow(document)
        if ending == SUFFIX:
            send_copy(document, target, CopyChoice.without(without))
            console.say(str(target))
            return
        if ending in PICTURE_ENDINGS:
            _draw(console, paper_source(document, as_of), target, chart or "")
            return
        if form:
            content = _form(document.engagement, form, department, target, console.words)
        else:
            content = content_for(document.engagement, target, console.words, table)
    write_file(target, content)
    console.say(str(target))


def _draw(console: Console, source: Source, target: Path, chart: str) -> None:
    """Write a chart, or all of them each into a file of its own."""
    from reports.documents.building import brand_of
    from reports.pictures import write_all_pictures, write_picture

    brand = brand_of(source.engagement, source.options)
    if chart == ALL:
        for path in write_all_pictures(source, console.words, target, brand):
            console.say(str(path))
        return
    write_picture(source, console.words, chart, target, brand)
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
