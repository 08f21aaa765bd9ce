"""``import``: an engagement into a new file; tables and sales ledgers into a new or a given one."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path

import click

from workshop_app.cli_console import (
    Console,
    answer_option,
    answers_of,
    changing,
    file_argument,
    language_option,
    pass_console,
    reading,
    require_answered,
)
from workshop_app.cli_usage import Command, OneOf
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.exchange.engagement_file import engagement_text
from workshop_app.exchange.engagement_json import ReadEngagement, read_engagement
from workshop_app.exchange.grid import Answers, Question
from workshop_app.exchange.imports import ENGAGEMENT, KINDS, LEDGER, ImportPlan, guess_kind, plan_import
from workshop_app.exchange.imports.plan import row_json
from workshop_app.exchange.ledger_loading import LedgerPlan, plan_ledger
from workshop_app.exchange.new_file import write_new_file
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.steps.templates import begin_workshop
from workshop_app.storage.backups import Reason

_SHOWN = 12
_RUSSIAN = re.compile("[А-Яа-яЁё]")

Plan = ImportPlan | LedgerPlan


def import_command(_: Words) -> click.Command:
    """``import``."""
    kinds = (ENGAGEMENT, *KINDS, LEDGER)
    return Command(
        "import",
        callback=run_import,
        help=_(
            "Make FILE from SOURCE, or add SOURCE to it. SOURCE is an engagement (JSON) or a table (CSV, XLSX); which "
            "one is told by its content unless --kind says it."
        ),
        params=[
            file_argument(),
            file_argument("source"),
            click.Option(["--kind"], type=OneOf(kinds), help=_("What SOURCE is.")),
            language_option(_, _("Language of a new FILE and of the answer.")),
            click.Option(["--dry-run"], is_flag=True, help=_("Change nothing; print as JSON what would be imported.")),
            click.Option(
                ["--replace"],
                is_flag=True,
                help=_(
                    "Let an engagement overwrite FILE, or a ledger take the place of earlier ones; "
                    "a backup is made first."
                ),
            ),
            answer_option(_),
        ],
    )


@pass_console
def run_import(
    console: Console,
    file: Path,
    source: Path,
    kind: str | None,
    lang: str | None,
    dry_run: bool,
    replace: bool,
    answer: tuple[str, ...],
) -> None:
    """Import a source; with ``dry_run`` only say what it would do."""
    before = _before(file, kind, console)
    if not source.exists():
        raise ProblemError(Message(N_("There is no file {file}."), {"file": str(source)}))
    found = kind or guess_kind(source, before)
    if found == ENGAGEMENT:
        _import_engagement(console, file, source, dry_run=dry_run, replace=replace)
        return
    plan = _plan(before, source, found, answers_of(answer))
    if dry_run:
        console.json(plan.as_json(console.words.message))
        return
    require_answered(plan.questions, source)
    _apply(file, plan, lang, replace=replace)
    _report(plan, console)
    earlier = ", ".join(dict.fromkeys(batch.file for batch in before.ledger_batches if batch.active))
    if earlier and isinstance(plan, LedgerPlan) and not replace:
        text = N_("Ledgers loaded earlier count as well: {files}. With --replace the new one takes their place.")
        console.say("  " + console.words(text, files=earlier))


def _before(file: Path, kind: str | None, console: Console) -> Engagement:
    """The document as it is; an empty one where there is none, or where it does not matter."""
    if not file.exists() or kind == ENGAGEMENT:
        return Engagement()
    with reading(file) as document:
        console.follow(document)
        return document.engagement


def _plan(before: Engagement, source: Path, kind: str, answers: Answers) -> Plan:
    if kind == LEDGER:
        return plan_ledger(before, source, answers)
    return plan_import(before, source, kind, answers)


def _apply(file: Path, plan: Plan, language: str | None, *, replace: bool) -> None:
    def write(document: Document) -> None:
        if isinstance(plan, LedgerPlan):
            plan.load(document, replace_earlier=replace)
        else:
            document.run(plan.operation())

    def fill(document: Document) -> None:
        chosen = language or ("ru" if any(map(_RUSSIAN.search, plan.texts())) else "en")
        write(document)
        document.run(begin_workshop("blank", Words(chosen)))  # the plan knows an empty workshop only

    if not file.exists():
        write_new_file(file, fill)
        return
    with changing(file) as opened:
        opened.back_up(Reason.IMPORT)
        write(opened.document)


def _report(plan: Plan, console: Console) -> None:
    _ = console.words
    text = N_("{kind}: {added} added, {updated} updated, {unchanged} as before, {skipped} skipped, {repeats} repeated.")
    console.say(_(text, kind=plan.kind, **asdict(plan.counts)))
    for entry in plan.skipped[:_SHOWN]:
        console.say("  " + _("row {row}: {why}", row=entry.row, why=entry.why))
    for note in plan.notes if isinstance(plan, ImportPlan) else ():
        console.say("  " + _.message(note))
    _ask(plan.questions, console)


def _ask(questions: tuple[Question, ...], console: Console) -> None:
    _ = console.words
    if questions:
        console.say(_("Questions (answer with --answer KEY=VALUE):"))
    for question in questions[:_SHOWN]:
        options = "; ".join(f"{option.value} = {_.message(option.label)}" for option in question.options)
        taken = _("taken: {value}", value=question.default) if question.default else ""
        tail = " · ".join(filter(None, (options, taken)))
        console.say(f"  {question.key}: {_.message(question.text)}" + (f" [{tail}]" if tail else ""))
    if len(questions) > _SHOWN:
        console.say("  " + _("… and {n} more; --dry-run lists all.", n=len(questions) - _SHOWN))


def _import_engagement(console: Console, file: Path, source: Path, *, dry_run: bool, replace: bool) -> None:
    _ = console.words
    read = read_engagement(engagement_text(source))
    if dry_run:
        console.json(_engagement_json(read, source))
        return
    if file.exists() and not replace:
        text = N_("“{name}” exists already, and an engagement goes into a new file. Use --replace to overwrite it.")
        raise ProblemError(Message(text, {"name": file.name}))
    if file.exists():
        with changing(file) as opened:
            opened.back_up(Reason.IMPORT)
    operation = put_rows(Message(N_("Import of {file}"), {"file": source.name}), read.rows)
    write_new_file(file, lambda document: document.run(operation), replace=replace)
    console.say(_("engagement: {n} rows in {file}.", n=len(read.rows), file=str(file)))
    if read.unknown_fields:
        fields = ", ".join(read.unknown_fields[:_SHOWN])
        console.remark(_("Fields that this format does not have are left out: {fields}.", fields=fields))
    if read.unresolved:
        names = ", ".join(dict.fromkeys(reference.text for reference in read.unresolved[:_SHOWN]))
        console.remark(_("Names that lead nowhere are kept as they are: {names}.", names=names))


def _engagement_json(read: ReadEngagement, source: Path) -> dict[str, object]:
    return {
        "kind": ENGAGEMENT,
        "file": source.name,
        "added": len(read.rows),
        "updated": 0,
        "unchanged": 0,
        "rows": [row_json(row) for row in read.rows],
        "skipped": [],
        "repeats": [],
        "questions": [],
        "unknown_fields": list(read.unknown_fields),
        "unresolved": [row_json(reference) for reference in read.unresolved],
    }
