"""The command line (FORMATS.md): every command of the program, and the window when no command is named."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

import click

from workshop_app import __version__
from workshop_app.cli_console import (
    CommandLine,
    Console,
    changing,
    language_option,
    named_locale,
    pass_console,
    system_language,
)
from workshop_app.cli_usage import Command
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words
from workshop_app.services.display import has_display

MODULES = MappingProxyType(
    {
        "check": "cli_results",
        "export": "cli_export",
        "import": "cli_import",
        "ledger": "cli_ledger",
        "match": "cli_match",
        "report": "cli_report",
        "results": "cli_results",
    }
)
"""Where the commands are, apart from ``demo``."""


def command_line(language: str | None = None) -> CommandLine:
    """All commands, with help in a language (the system's when none is said)."""
    words = Words(language or system_language())
    group = CommandLine(
        Console(words),
        {"demo": demo_command, **{name: partial(_command, name) for name in MODULES}},
        open_window,
        name="workshop-app",
        help=_about(words),
        subcommand_metavar="[FILE | COMMAND [ARGS]...]",
    )
    group.params.append(_version_option(words))
    return group


def _command(name: str, words: Words) -> click.Command:
    make = getattr(import_module(f"workshop_app.{MODULES[name]}"), f"{name}_command")
    return cast("Callable[[Words], click.Command]", make)(words)


def _about(_: Words) -> str:
    return _(
        "Joint planning workshops between departments. Without a command the window opens, with FILE or with the start "
        "screen. Exit codes: 0 done, 1 “check” found errors in the plan, 2 could not."
    )


def _version_option(_: Words) -> click.Option:
    def show(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
        if wanted:
            click.echo(__version__)
            context.exit()

    text = _("Show the version.")
    return click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=show, help=text)


def open_window(file: Path | None) -> int:
    """Open the window with a file or with the start screen."""
    if file is not None and not file.exists():
        raise ProblemError(Message(N_("There is no file {file}."), {"file": str(file)}))
    if not has_display():
        raise ProblemError(Message(N_("There is no display here, so no window. See --help for the commands.")))
    from ui.application import run

    return run(str(file) if file else None, sys.argv[:1])


def demo_command(_: Words) -> click.Command:
    """``demo``."""
    return Command(
        "demo",
        callback=demo,
        help=_("Write the example workshop, and open it."),
        params=[
            click.Argument(["file"], type=click.Path(path_type=Path), default=Path("demo.workshop")),
            language_option(_, _("Language of the example: ru or en.")),
            click.Option(["--force"], is_flag=True, help=_("Write over an existing file.")),
            click.Option(["--open/--no-open", "show"], default=True, help=_("Open the window afterwards.")),
        ],
    )


@pass_console
def demo(console: Console, file: Path, lang: str | None, force: bool, show: bool) -> int:
    """Write the example and open it; returns the exit code."""
    from workshop_app.exchange.demo import write_demo

    if file.exists():
        if not force:
            text = N_("“{name}” exists already. Choose another name, or write over it with --force.")
            raise ProblemError(Message(text, {"name": file.name}))
        _vacate(file)
    write_demo(file, lang or _demo_language(), replace=force)
    console.say(console.words("The example is in {file}.", file=str(file)))
    if show and not has_display():
        console.say(console.words("There is no display here, so no window. See --help for the commands."))
    return open_window(file) if show and has_display() else 0


def _demo_language() -> str:
    """English where the system says so, else Russian: the first users speak it."""
    return "en" if named_locale().startswith("en") else "ru"


def _vacate(file: Path) -> None:
    """Keep a backup of a workshop that gives its place up; ``ProblemError`` while somebody has it open."""
    from workshop_app.services.opening import DocumentError
    from workshop_app.storage.backups import Reason

    with suppress(DocumentError), changing(file) as opened:
        opened.back_up(Reason.IMPORT)
