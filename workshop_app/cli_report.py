"""``report``: a document of the workshop as PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

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
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from reports.documents.kind import DocumentKind, PaperName
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
    /,
    file: Path | None,
    document: str | None,
    show_list: bool,
    out: Path | None,
    paper: PaperName,
    person: str | None,
    each: bool,
    as_of: datetime | None,
    **printing: bool,
) -> None:
    """Build the PDF and say where it is; ``printing`` are the options of the paper itself."""
    from reports.documents.building import make

    if show_list:
        _list(console)
        return
    if file is None or document is None:
        raise ProblemError(Message(N_("Say FILE and DOCUMENT, or --list to see the documents.")))
    kind = _kind(document, for_one=bool(person or each))
    with reading(file) as opened:
        console.follow(opened)
        source = paper_source(opened, as_of, **printing)
        person_id = _person(source.engagement, person) if person else None
        if each and person_id is None:
            targets = _own_files(source, kind, out or Path(), file.stem, console.words)
        else:
            targets = [(out or Path(f"{file.stem}-{document}.pdf"), person_id)]
        for target, whose in targets:
            spare_workshops(file, target)
            make(kind, replace(source, person_id=whose), console.words, target, paper)
            console.say(str(target))


def _kind(document: str, *, for_one: bool) -> DocumentKind:
    """The document of this name; ``for_one``: it is wanted for single people."""
    from reports.documents import DOCUMENTS

    if document not in DOCUMENTS:
        message = N_("There is no document “{name}”. The documents are: {names}.")
        raise ProblemError(Message(message, {"name": document, "names": ", ".join(DOCUMENTS)}))
    kind = DOCUMENTS[document]
    if for_one and not kind.per_person:
        message = N_("“{name}” is not made for one person. Leave --person out.")
        raise ProblemError(Message(message, {"name": document}))
    return kind


def _own_files(
    source: Source, kind: DocumentKind, folder: Path, stem: str, words: Words
) -> list[tuple[Path, str | None]]:
    """A file with a safe name for everybody who gets a sheet, and whose it is."""
    from reports.documents.per_person import sheet_name
    from reports.files import safe_name

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
    found = found or [p for p in engagement.people if key and _is_part(key, norm_text(p.name))]
    if len(found) == 1:
        return found[0].id
    message = N_("There is no single person “{name}”. Say a code, one of: {codes}.")
    codes = ", ".join(f"{person.id} {person.name}" for person in found or engagement.people)
    raise ProblemError(Message(message, {"name": text, "codes": codes}))


def _is_part(key: str, name: str) -> bool:
    """Whether words begin a name or are some of its words: a surname, wherever it stands."""
    return name.startswith(key) or set(key.split()) <= set(name.split())
