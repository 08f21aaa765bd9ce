"""What a command line says about itself — help and misused options — in the person's language, with the cure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Protocol

import click

from workshop_app.domain.date_text import FIRST_YEAR, LAST_YEAR
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.i18n import Words


class Speaker(Protocol):
    """What the context of every command carries: the language of the person who typed it."""

    words: Words


class SpokenFormatter(click.HelpFormatter):
    """Help with translated headings."""

    _TEXTS = (N_("Usage:"), N_("Options:"), N_("Commands:"), N_("Show this message and exit."))

    def __init__(self, words: Words, **options: Any) -> None:
        super().__init__(**options)
        self._words = words

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """See click."""
        super().write_usage(prog, args, self._words(self._TEXTS[0]) + " ")

    def write_heading(self, heading: str) -> None:
        """See click."""
        super().write_heading(self._spoken(f"{heading}:").removesuffix(":"))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """See click."""
        super().write_dl([(first, self._spoken(second)) for first, second in rows], col_max, col_spacing)

    def _spoken(self, text: str) -> str:
        return self._words(text) if text in self._TEXTS else text


class SpokenContext(click.Context):
    """A context whose help is in the person's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """See click."""
        speaker: Speaker = self.find_root().obj
        return SpokenFormatter(speaker.words, width=self.terminal_width, max_width=self.max_content_width)


class Command(click.Command):
    """One command; words it has no place for are named."""

    context_class = SpokenContext

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments; ``ProblemError`` for words left over."""
        ctx.allow_extra_args = True
        rest = super().parse_args(ctx, args)
        if rest:
            text = N_("“{text}” is too much here. Names with spaces go into quotation marks. See {command} --help.")
            raise ProblemError(Message(text, {"text": " ".join(rest), "command": ctx.command_path}))
        return rest


class OneOf(click.Choice[str]):
    """One of several words."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word; ``ProblemError`` names those there are."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            text = N_("{option}: “{value}” is not known. Say one of: {words}.")
            said = {"option": _name(param), "value": value, "words": ", ".join(self.choices)}
            raise ProblemError(Message(text, said)) from None


class Day(click.DateTime):
    """A date as year-month-day."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The date; ``ProblemError`` where there is none such."""
        try:
            found = super().convert(value, param, ctx)
        except click.BadParameter:
            raise self._problem(value, param) from None
        if found is not None and not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise self._problem(value, param)
        return found

    @staticmethod
    def _problem(value: Any, param: click.Parameter | None) -> ProblemError:
        text = N_(
            "{option}: “{value}” is no date of the years 1900–2100. Write year-month-day, for example 2026-02-10."
        )
        return ProblemError(Message(text, {"option": _name(param), "value": value}))


def misuse(error: click.ClickException) -> Message:
    """What is wrong with a command line that click refused, and how to write it."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    command = context.command_path if context else "workshop-app"
    if isinstance(error, click.MissingParameter):
        text = N_("{what} is missing. See {command} --help.")
        return Message(text, {"what": _metavar(error), "command": command})
    if isinstance(error, click.NoSuchOption):
        names = ", ".join(_options(context)) if context else ""
        text = N_("{command} has no option {option}. Its options: {names}.")
        return Message(text, {"command": command, "option": error.option_name, "names": names})
    if isinstance(error, click.BadOptionUsage):
        text = N_("{option}: a value is missing after it, or there is one too many. See {command} --help.")
        return Message(text, {"option": error.option_name, "command": command})
    return Message("{text}", {"text": error.format_message()})


def _metavar(error: click.MissingParameter) -> str:
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else ""


def _options(context: click.Context) -> list[str]:
    options = [param for param in context.command.get_params(context) if isinstance(param, click.Option)]
    return [max(option.opts, key=len) for option in options]


def _name(param: click.Parameter | None) -> str:
    return max(param.opts, key=len) if param and param.opts else ""
