"""What every command shares: the language it speaks, its options, its answers and its one-line errors."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from workshop_app import SUFFIX
from workshop_app.cli_usage import Command, Day, OneOf, SpokenContext, misuse
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import single_line
from workshop_app.i18n import LANGUAGES, Words

if TYPE_CHECKING:
    from reports.sections.source import Source
    from workshop_app.exchange.grid import Question
    from workshop_app.services.document import Document
    from workshop_app.services.opening import OpenWorkshop

COULD_NOT = 2
"""The exit code of a command that could not do what it was asked."""


@dataclass
class Console:
    """Speaks to the person who typed the command. ``chosen``: the language was said by ``--lang``."""

    words: Words
    chosen: bool = False

    def choose(self, language: str | None) -> None:
        """Speak the language of ``--lang``."""
        if language:
            self.words, self.chosen = Words(language), True

    def follow(self, document: Document) -> None:
        """Speak the document's language, unless one was said."""
        if not self.chosen:
            self.words = Words(document.engagement.company.language)

    def say(self, text: str) -> None:
        """Answer on the standard output."""
        click.echo(text)

    def remark(self, text: str) -> None:
        """A remark beside the answer, on the standard error."""
        click.echo(text, err=True)

    def json(self, data: Any) -> None:
        """Answer in JSON, always in UTF-8."""
        from workshop_app.exchange.engagement_json import json_text

        click.echo(json_text.write(data).encode("utf-8"))


pass_console = click.make_pass_decorator(Console)


def named_locale() -> str:
    """The locale that the environment names, in small letters; empty where it names none."""
    names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, names), "").casefold()


def system_language() -> str:
    """The language of the person's system: Russian, else English."""
    said = named_locale() or (locale.getlocale()[0] or "").casefold()
    return "ru" if said.startswith("ru") else "en"


def file_argument(name: str = "file", *, required: bool = True) -> click.Argument:
    """A path."""
    return click.Argument([name], type=click.Path(path_type=Path), required=required)


def language_option(_: Words, about: str = "") -> click.Option:
    """``--lang``, heard before everything else is read. ``about``: its help where the command itself wants it too."""

    def speak(context: click.Context, _option: click.Parameter, language: str | None) -> str | None:
        context.ensure_object(Console).choose(language)
        return language

    text = about or _("Language of the answer: ru or en.")
    kind = OneOf(LANGUAGES)
    return click.Option(["--lang"], type=kind, help=text, is_eager=True, callback=speak, expose_value=bool(about))


def as_of_option(_: Words) -> click.Option:
    """``--as-of``."""
    text = _("The day to reckon from; else the file's own, else today.")
    return click.Option(["--as-of"], type=Day(), metavar="YYYY-MM-DD", help=text)


def json_option(_: Words) -> click.Option:
    """``--json``."""
    return click.Option(["--json", "as_json"], is_flag=True, help=_("Answer in JSON."))


def answer_option(_: Words) -> click.Option:
    """``--answer``, as often as there are questions."""
    text = _("Answer a question of the file; --dry-run lists the questions with their keys.")
    return click.Option(["--answer"], multiple=True, metavar="KEY=VALUE", help=text)


def answers_of(pairs: tuple[str, ...]) -> dict[str, str]:
    """The answers of ``--answer KEY=VALUE``."""
    answers = {}
    for pair in pairs:
        key, mark, value = pair.rpartition("=")
        if not mark or not key:
            raise ProblemError(Message(N_("--answer {text}: write KEY=VALUE."), {"text": pair}))
        answers[key] = value
    return answers


def require_answered(questions: tuple[Question, ...], path: Path) -> None:
    """``ProblemError`` that asks the first question without which a table can't be read, and names the answers."""
    from workshop_app.exchange.grid import first_blocking

    question = first_blocking(questions)
    if question is not None:
        values = ", ".join(f"{question.key}={option.value}" for option in question.options)
        text = N_("{file}: {question} Say --answer with one of: {values}.")
        raise ProblemError(Message(text, {"file": path.name, "question": question.text, "values": values}))


def day_of(document: Document, as_of: datetime | None) -> date:
    """The option, else the file's field, else today (DECISIONS, Meaning)."""
    return as_of.date() if as_of else document.engagement.company.as_of or date.today()


def paper_source(
    document: Document,
    as_of: datetime | None,
    *,
    amounts: bool = False,
    economical: bool = False,
    two_sided: bool = False,
) -> Source:
    """What paper and pictures are drawn from, in the person's own look; the choices are those of ``PrintOptions``."""
    from reports.brand import house_look
    from reports.sections.source import PrintOptions, Source
    from workshop_app.services.preferences import user_preferences
    from workshop_app.steps.context import view_context

    house = house_look(user_preferences().settings)
    options = PrintOptions(amounts=amounts, economical=economical, two_sided=two_sided, house=house)
    return Source(document.engagement, view_context(document, day_of(document, as_of)), options)


def spare_workshops(file: Path, target: Path) -> None:
    """``ProblemError`` when what is made out of ``file`` would be written over it or over another workshop."""
    if target.exists() and (target.suffix.lower() == SUFFIX or (file.exists() and target.samefile(file))):
        raise ProblemError(Message(N_("A workshop is never written over by an export. Choose another name.")))


@contextmanager
def reading(path: Path) -> Iterator[Document]:
    """A workshop opened for reading; raises ``DocumentError``."""
    from workshop_app.services.document import Document

    document = Document.open(path, read_only=True)
    try:
        yield document
    finally:
        document.close()


@contextmanager
def changing(path: Path) -> Iterator[OpenWorkshop]:
    """A workshop opened for a change; ``ProblemError`` when somebody else has it open or it takes no changes."""
    from workshop_app.services.opening import open_workshop

    opened = open_workshop(path)
    try:
        if opened.held_by is not None:
            message = N_("“{name}” is open on {host} ({user}). Close it there first.")
            who = {"name": path.name, "host": opened.held_by.host or "?", "user": opened.held_by.user or "?"}
            raise ProblemError(Message(message, who))
        if opened.document.read_only:
            message = N_("“{name}” can be read but not changed here. Copy it to a folder where you may write.")
            raise ProblemError(Message(message, {"name": path.name}))
        yield opened
    finally:
        opened.close()


class CommandLine(click.Group):
    """The commands, each imported when it is asked for.

    A first word that is no command is a file to open; every problem is one line and exit code 2.
    """

    context_class = SpokenContext

    def __init__(
        self,
        console: Console,
        makers: Mapping[str, Callable[[Words], click.Command]],
        open_file: Callable[[Path | None], int],
        **options: Any,
    ) -> None:
        super().__init__(invoke_without_command=True, callback=self._without_command, **options)
        self.console, self._makers, self._words = console, makers, console.words
        self._open_file = open_file
        self.context_settings = {"help_option_names": ["-h", "--help"], "obj": console}

    @staticmethod
    @click.pass_context
    def _without_command(context: click.Context) -> int | None:
        group = context.command
        assert isinstance(group, CommandLine)
        return group._open_file(None) if context.invoked_subcommand is None else None

    def list_commands(self, context: click.Context) -> list[str]:
        """The names of all commands, in the order of the alphabet."""
        return sorted(self._makers)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """A command, in the language of the help; None when there is none of that name."""
        if name in self._makers and name not in self.commands:
            self.add_command(self._makers[name](self._words))
        return super().get_command(context, name)

    def resolve_command(
        self, context: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command, or the hidden one that opens a file."""
        path = Path(args[0])
        if self.get_command(context, args[0]) is not None or args[0].startswith("-"):
            return super().resolve_command(context, args)
        if not path.suffix and not path.exists():
            names = ", ".join(self.list_commands(context))
            text = N_("There is no command and no file “{name}”. Commands: {commands}.")
            raise ProblemError(Message(text, {"name": args[0], "commands": names}))
        command = Command("open", params=[file_argument()], callback=self._open_file)
        return "open", command, args

    def main(self, args: Any = None, prog_name: str | None = None, *rest: Any, **extra: Any) -> Any:
        """Run, then leave with the exit code."""
        standalone = extra.pop("standalone_mode", True)
        code = self._run(args, prog_name, extra)
        if standalone:
            sys.exit(code)
        return code

    def _run(self, args: Any, prog_name: str | None, extra: dict[str, Any]) -> int:
        try:
            done = super().main(args, prog_name, standalone_mode=False, **extra)
            return done if isinstance(done, int) else 0
        except ProblemError as error:
            return self._failed(self.console.words.message(error.message))
        except click.ClickException as error:
            return self._failed(self.console.words.message(misuse(error)))
        except click.Abort:
            return self._failed(self.console.words("Stopped."))
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        except OSError as error:
            text = N_("{file} can't be used: {why}. Choose another name or folder.")
            said = {"file": str(error.filename or ""), "why": error.strerror or str(error)}
            return self._failed(self.console.words.message(Message(text, said)))

    @staticmethod
    def _failed(text: str) -> int:
        click.echo(single_line(text), err=True)
        return COULD_NOT
