"""``report``: a document of the workshop as PDF."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from workshop_app.cli_console import (
    Console,
    as_of_option,
    day_of,
    file_argument,
    language_option,
    pass_console,
    reading,
    spare_workshops,
)
from workshop_app.cli_usage import Command, OneOf
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from reports.sections.source import Source

PAPERS = ("a4", "letter", "a3")


def report_command(_: Words) -> click.Command:
    """``report``."""
    return Command(
        "report",
        callback=report,
        help=_("Make a document of FILE as PDF. --list names the documents."),
        params=[
            file_argument(required=False),
            click.Argument(["document"], required=False),
            click.Option(["--list", "show_list"], is_flag=True, help=_("Name the documents.")),
            click.Option(
                ["-o", "--output", "out"],
                type=click.Path(path_type=Path),
                help=_("The PDF; else FILE-DOCUMENT.pdf in the current folder."),
            ),
            click.Option(["--paper"], type=OneOf(PAPERS), default=PAPERS[0], help=_("Size of the paper.")),
            click.Option(["--person"], help=_("For one person only: code or name.")),
            click.Option(["--each"], is_flag=True, help=_("A file for each person, in the folder said by --output.")),
            click.Option(["--amounts"], is_flag=True, help=_("Rewards in money, not only in per cent.")),
            click.Option(["--economical"], is_flag=True, help=_("Save ink: no filled areas.")),
            click.Option(["--two-sided"], is_flag=True, help=_("Everybody's sheets begin on fresh paper.")),
            as_of_option(_),
            language_option(_),
        ],
    )


@pass_console
def report(
    console: Console,
    file: Path | None,
    document: str | None,
    show_list: bool,
    out: Path | None,
    paper: Literal["a4", "letter", "a3"],
    person: str | None,
    each: bool,
    amounts: bool,
    economical: bool,
    two_sided: bool,
    as_of: datetime | None,
) -> None:
    """Build the PDF and say where it is."""
    from reports.brand import house_look
    from reports.documents import DOCUMENTS, PrintOptions, build
    from reports.sections.source import Source
    from workshop_app.services.preferences import user_preferences
    from workshop_app.steps.context import view_context

    if show_list:
        _list(console)
        return
    if file is None or document is None:
        raise ProblemError(Message(N_("Say FILE and DOCUMENT, or --list to see the documents.")))
    if document not in DOCUMENTS:
        message = N_("There is no document “{name}”. The documents are: {names}.")
        raise ProblemError(Message(message, {"name": document, "names": ", ".join(DOCUMENTS)}))
    with reading(file) as opened:
        console.follow(opened)
        words = Words(console.words.language)
        if (person or each) and not DOCUMENTS[document].per_person:
            message = N_("“{name}” is not made for one person. Leave --person out.")
            raise ProblemError(Message(message, {"name": document}))
        engagement, context = opened.engagement, view_context(opened, day_of(opened, as_of))
        house = house_look(user_preferences().settings)
        options = PrintOptions(amounts=amounts, economical=economical, two_sided=two_sided, house=house)
        person_id = _person(engagement, person) if person else None
        if each and person_id is None:
            targets = _own_files(Source(engagement, context, options), document, out or Path(), file.stem, words)
        else:
            targets = [(out or Path(f"{file.stem}-{document}.pdf"), person_id)]
        for target, whose in targets:
            spare_workshops(file, target)
            build(document, engagement, context, words, target, paper=paper, person_id=whose, options=options)
            console.say(str(target))


def _own_files(source: Source, document: str, folder: Path, stem: str, words: Words) -> list[tuple[Path, str | None]]:
    """A file with a safe name for everybody who gets a sheet."""
    from reports.documents import DOCUMENTS
    from reports.documents.per_person import sheet_name
    from reports.files import safe_name

    kind = DOCUMENTS[document]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = N_("{file} can't be used as a folder: {why}. Choose another one.")
        raise ProblemError(Message(message, {"file": str(folder), "why": error.strerror or str(error)})) from error
    people = kind.people(source) if kind.people else ()
    names = [" – ".join((stem, words(kind.title), sheet_name(source.engagement, person.id))) for person in people]
    return [(folder / f"{safe_name(name)}.pdf", person.id) for name, person in zip(names, people, strict=True)]


def _list(console: Console) -> None:
    from reports.documents import DOCUMENTS

    width = max(map(len, DOCUMENTS)) + 2
    for name, kind in DOCUMENTS.items():
        console.say(f"{name.ljust(width)}{console.words(kind.title)}")


def _person(engagement: Engagement, text: str) -> str:
    """The id of the person with this code or name."""
    key = norm_text(text)
    found = [p for p in engagement.people if key in (norm_text(p.id), norm_text(p.name))]
    found = found or [p for p in engagement.people if key and norm_text(p.name).startswith(key)]
    if len(found) == 1:
        return found[0].id
    message = N_("There is no single person “{name}”. Say a code, one of: {codes}.")
    codes = ", ".join(person.id for person in found or engagement.people)
    raise ProblemError(Message(message, {"name": text, "codes": codes}))
