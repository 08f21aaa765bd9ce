"""``match``: which functions of different departments are the same work, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import click

from workshop_app.cli_console import Console, file_argument, json_option, language_option, pass_console
from workshop_app.cli_usage import Command
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.text_key import norm_text, single_line
from workshop_app.exchange.grid import DEPARTMENT_WORDS, Field, Table, find_table
from workshop_app.exchange.imports.functions import FIELDS
from workshop_app.i18n import Words

if TYPE_CHECKING:
    from workshop_app.matching import Line, Pair

_FIELDS = (
    Field("department", N_("Department"), DEPARTMENT_WORDS),
    next(field for field in FIELDS if field.name == "function"),
)
_TIERS = MappingProxyType({"confident": N_("probably the same work"), "check": N_("please check")})
_KINDS = MappingProxyType(
    {
        "same": N_("same word"),
        "lemma": N_("word form"),
        "dictionary": N_("dictionary"),
        "own_dictionary": N_("own dictionary"),
        "similar": N_("alike"),
    }
)


def match_command(_: Words) -> click.Command:
    """``match``."""
    return Command(
        "match",
        callback=match,
        short_help=_("Find functions of different departments that may be the same work."),
        help=_("Find functions of different departments that may be the same work, in a table (CSV, XLSX) of both."),
        params=[
            file_argument("functions"),
            json_option(_),
            click.Option(["--light"], is_flag=True, help=_("Without the sentence encoder: faster.")),
            language_option(_),
        ],
    )


@pass_console
def match(console: Console, functions: Path, as_json: bool, light: bool) -> None:
    """Print the ranked pairs."""
    from workshop_app.matching import Matcher, load_encoder

    lines = list(_lines(functions, console))
    if len({line.department_id for line in lines}) < 2:
        text = N_("{file}: functions of two departments or more are needed to compare.")
        raise ProblemError(Message(text, {"file": functions.name}))
    pairs = Matcher(encoder=None if light else load_encoder()).rank(lines)
    texts = {line.id: line.text for line in lines}
    if as_json:
        console.json({"pairs": [_as_json(pair, texts) for pair in pairs]})
        return
    for pair in pairs:
        console.say(_in_words(pair, texts, console.words))
    if not pairs:
        console.say(console.words("No pair looks like the same work."))


def _lines(path: Path, console: Console) -> Iterator[Line]:
    """The functions of a table; a department's name holds for the rows below it."""
    from workshop_app.matching import Line

    table: Table = find_table(path, _FIELDS)
    table.columns.require(path.name)
    spilled = table.spilled()
    if spilled is not None:
        console.remark(console.words.message(spilled))
    department = ""
    for record in table.records():
        department = single_line(record.text("department")) or department
        text = single_line(record.text("function"))
        if department and norm_text(text):
            yield Line(str(record.number), department, text)


def _as_json(pair: Pair, texts: dict[str, str]) -> dict[str, Any]:
    return {
        "a": texts[pair.a],
        "b": texts[pair.b],
        "department_a": pair.department_a,
        "department_b": pair.department_b,
        "score": pair.score,
        "tier": pair.tier,
        "because": [[reason.a, reason.b, reason.kind] for reason in pair.because],
    }


def _in_words(pair: Pair, texts: dict[str, str], _: Words) -> str:
    reasons = "; ".join(f"{r.a} ~ {r.b} ({_(_KINDS[r.kind])})" for r in pair.because)
    head = f"{pair.score:.2f}  {pair.department_a}: {texts[pair.a]}  |  {pair.department_b}: {texts[pair.b]}"
    return f"{head}\n      {_(_TIERS[pair.tier])}" + (f": {reasons}" if reasons else "")
