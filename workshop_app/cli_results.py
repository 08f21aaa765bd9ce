"""``results``: everything computed, as JSON. ``check``: the plan checks in words."""

from __future__ import annotations

from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from workshop_app.cli_console import (
    Console,
    as_of_option,
    day_of,
    file_argument,
    json_option,
    language_option,
    pass_console,
    reading,
)
from workshop_app.cli_usage import Command
from workshop_app.domain.checks import CheckContext, CheckResult, Severity, message_of, run_checks
from workshop_app.domain.message import N_
from workshop_app.exchange.engagement_json.values import write_step
from workshop_app.exchange.results import results
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.ledger import figures_of, ledger_of

ERRORS_FOUND = 1
"""The exit code of ``check`` when the plan has errors that nobody left open on purpose."""

_HEADINGS = (
    (Severity.ERROR, N_("{n} error"), N_("{n} errors")),
    (Severity.WARNING, N_("{n} warning"), N_("{n} warnings")),
    (Severity.INFO, N_("{n} hint"), N_("{n} hints")),
)


def results_command(_: Words) -> click.Command:
    """``results``."""
    return Command(
        "results",
        callback=show_results,
        help=_("Print everything computed from FILE, as JSON."),
        params=[file_argument(), as_of_option(_)],
    )


@pass_console
def show_results(console: Console, file: Path, as_of: datetime | None) -> None:
    """Print the results JSON."""
    with reading(file) as document:
        ledger = ledger_of(document)
        console.json(results(document.engagement, day_of(document, as_of), ledger, figures_of(ledger)))


def check_command(_: Words) -> click.Command:
    """``check``."""
    return Command(
        "check",
        callback=check,
        help=_("Check the plan in FILE. Exit code 1 when it has errors, else 0."),
        params=[file_argument(), as_of_option(_), language_option(_), json_option(_)],
    )


@pass_console
def check(console: Console, file: Path, as_of: datetime | None, as_json: bool) -> int:
    """Say the open checks; returns the exit code."""
    with reading(file) as document:
        console.follow(document)
        found = _open_checks(document, as_of)
    if as_json:
        console.json([_as_json(result, console.words) for result in found])
    else:
        _say(found, console)
    errors = [result for result in found if result.check.severity is Severity.ERROR and not result.waived]
    return ERRORS_FOUND if errors else 0


def _open_checks(document: Document, as_of: datetime | None) -> tuple[CheckResult, ...]:
    context = CheckContext(day_of(document, as_of), figures_of(ledger_of(document)))
    return run_checks(document.engagement, context)


def _as_json(result: CheckResult, words: Words) -> dict[str, Any]:
    return {
        "rule": result.check.id,
        "severity": result.check.severity.value,
        "object": result.check.object,
        "object_id": result.object_id,
        "number": result.number,
        "message": message_of(result, words),
        "fix": words(result.check.fix),
        "step": write_step(result.check.step),
        "waived": result.waived is not None,
    }


def _say(found: tuple[CheckResult, ...], console: Console) -> None:
    _ = console.words
    if not found:
        console.say(_("All checks of the plan are met."))
    for severity, one, many in _HEADINGS:
        results_of = [result for result in found if result.check.severity is severity]
        if results_of:
            console.say(_.plural(one, many, len(results_of)))
        for check, of_one in groupby(results_of, key=lambda result: result.check):
            for result in of_one:
                left = f" [{_('left open: {reason}', reason=result.waived.reason)}]" if result.waived else ""
                console.say(f"  {check.id}  {message_of(result, _)}{left}")
            console.say(f"          → {_(check.fix)}")
