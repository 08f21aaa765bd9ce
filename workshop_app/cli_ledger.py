"""``ledger``: a sales ledger cleaned and reckoned, without a workshop."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import click

from workshop_app.cli_console import (
    Console,
    answer_option,
    answers_of,
    file_argument,
    json_option,
    language_option,
    pass_console,
    require_answered,
)
from workshop_app.cli_usage import Command
from workshop_app.domain.ledger import CleaningReport, DepartmentNames, Ledger, LedgerRow, metrics
from workshop_app.domain.message import N_
from workshop_app.exchange.grid import Answers
from workshop_app.exchange.ledger_file import aliases_from, alike_answers, open_ledger, report_questions
from workshop_app.i18n import Words

_SHOWN = 10


def ledger_command(_: Words) -> click.Command:
    """``ledger``."""
    return Command(
        "ledger",
        callback=ledger,
        help=_("Clean a sales ledger (CSV, XLSX). Prints what was found and the metrics of every year."),
        params=[file_argument("ledger"), json_option(_), language_option(_), answer_option(_)],
    )


@pass_console
def ledger(console: Console, ledger: Path, as_json: bool, answer: tuple[str, ...]) -> None:
    """Print the cleaning report and the metrics; ``ProblemError`` while a question must be answered first."""
    answers = answers_of(answer)
    rows, names, report = _read(ledger, answers)
    if alike := alike_answers(report, answers):
        answers = {**answers, **alike}
        rows, names, report = _read(ledger, answers)
    found = metrics(rows, names.order)
    if not as_json:
        _say(report, found, console)
        return
    questions = [question for question in report_questions(report, ()) if question.key not in answers]
    console.json(
        {
            "file": ledger.name,
            "report": report.as_json(console.words.message),
            "questions": [question.as_json(console.words.message) for question in questions],
            "ledger": found.as_json(),
        }
    )


def _read(ledger: Path, answers: Answers) -> tuple[list[LedgerRow], DepartmentNames, CleaningReport]:
    departments, clients = aliases_from(answers)
    opened = open_ledger(ledger, answers)
    require_answered(opened.questions, ledger)
    names = DepartmentNames(aliases=departments)
    reading = opened.read(names, clients)
    return list(reading), names, reading.report()


def _say(report: CleaningReport, found: Ledger, console: Console) -> None:
    for text in (*_report_lines(report, console.words), "", *_metric_lines(found, console.words)):
        console.say(text)


def _report_lines(report: CleaningReport, _: Words) -> list[str]:
    lines = [
        _(
            "Rows: {rows}; used: {used}; sum: {total}.",
            rows=_.number(report.rows),
            used=_.number(report.accepted),
            total=_.number(report.total, 2),
        )
    ]
    if report.first_date and report.last_date:
        lines.append(_("From {first} to {last}", first=report.first_date, last=report.last_date))
    counted = (
        (report.rejected_count, N_("Rejected rows: {n}.")),
        (len(report.totals), N_("Total rows left out: {n}.")),
        (report.repeats_dropped, N_("Repeats dropped: {n}.")),
        (report.repeats_possible, N_("Possible repeats, kept: {n}.")),
        (report.refunds, N_("Refunds and corrections: {n}.")),
        (report.spellings_merged, N_("Spellings of clients brought together: {n}.")),
    )
    lines += [_(text, n=_.number(number)) for number, text in counted if number]
    lines += [
        "  " + _("row {row}: {why}", row=entry.row, why=_.message(entry.why)) for entry in report.rejected[:_SHOWN]
    ]
    for total in report.totals:
        if not total.agrees and total.stated is not None:
            text = N_("  row {row}: “{text}” says {stated}, the rows add up to {counted}")
            lines.append(_(text, row=total.row, text=total.text, stated=total.stated, counted=total.counted))
    for pair in report.near[:_SHOWN]:
        lines.append("  " + _("perhaps one client: “{first}” and “{second}”", first=pair.first, second=pair.second))
    return lines


def _metric_lines(found: Ledger, _: Words) -> list[str]:
    """A line for each figure, a column for each year."""
    table = found.as_json()
    titles = {
        "revenue_total": _("Revenue"),
        "active_clients": _("Active clients"),
        "share_new_pct": _("New clients' share, %"),
        "share_returned_pct": _("Returned clients' share, %"),
        "share_renewal_pct": _("Renewal share, %"),
        "share_addon_pct": _("Add-on share, %"),
        "client_retention_pct": _("Client retention, %"),
        "bought_once_pct": _("Bought once, %"),
        "same_basket_pct": _("Same basket, %"),
        "grr_pct": _("GRR, %"),
        "nrr_pct": _("NRR, %"),
        "shared_clients_pct": _("Shared clients, %"),
        "conflict_pairs": _("Conflict pairs"),
        "internal_new_pct": _("“New” from the other department, %"),
        "moved_clients": _("Moved clients"),
        "addon_quarter_end_pct": _("Add-ons in the last month of a quarter, %"),
    }
    width = max(len(title) for title in titles.values()) + 2
    lines = [" " * width + "".join(f"{year:>14}" for year in table)]
    for key, title in titles.items():
        figures = [table[year].get(key) for year in table]
        decimals = 1 if key.endswith("_pct") else 0
        cells = [_.number(None if figure is None else Decimal(str(figure)), decimals) for figure in figures]
        lines.append(title.ljust(width) + "".join(f"{cell:>14}" for cell in cells))
    return lines
