"""The wording of letters: plain text with placeholders, the usual one or the workshop's own, checked before use.

A blank line ends a paragraph; ``# `` begins a heading, ``- `` a point of a list, ``**…**`` is bold; ``{{ name }}`` is
filled in, ``{% if place %}…{% else %}…{% endif %}`` depends on a value. Nothing else of Jinja2 is allowed. What a
person typed is filled in as it is: it never becomes a heading, a list or a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from reports.text import clean
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Wording

INVITATION = "invitation"
PLACEHOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "name": N_("how a letter calls the person"),
        "departments": N_("names of the departments"),
        "when": N_("date of the session, or dates of the meetings"),
        "starts": N_("when it begins"),
        "place": N_("place"),
        "question": N_("the owner's question"),
        "facilitator": N_("facilitator"),
        "statements": N_("number of statements in the pulse survey"),
        "head": N_("condition: the person is the head of a department"),
        "outside": N_("condition: the person is of none of the departments (owner, director)"),
        "claims_before": N_("condition: the form “Whose work is it?” is filled in beforehand (three hours)"),
    }
)
"""What a letter may ask for, and what it is (message ids)."""

LONGEST, DEEPEST = 20_000, 24
"""Characters of a wording, and how deep its parts may stand inside each other."""
_ALLOWED = frozenset({"Template", "TemplateData", "Output", "Name", "If", "Not", "And", "Or"})
_COMMAND = re.compile(r"\s*\{%.*%\}\s*")
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SPLIT = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})")


def default_wording(language: str, letter: str) -> str:
    """The usual text of a letter in a language."""
    return (files("resources") / "templates" / language / f"{letter}.txt").read_text(encoding="utf-8")


def wording_of(engagement: Engagement, language: str, letter: str) -> str:
    """The workshop's own text where there is one that can be used, else the usual one."""
    own = engagement.get(Wording, f"{language}/{letter}")
    if own is not None and own.text.strip() and problem_of(own.text) is None:
        return own.text
    return default_wording(language, letter)


def problem_of(text: str) -> Message | None:
    """What is wrong with a wording, with its line; None for one that can be used."""
    from jinja2 import TemplateSyntaxError
    from jinja2.nodes import Name

    if len(text) > LONGEST:
        return Message(N_("The text is longer than {n} characters."), {"n": LONGEST})
    try:
        tree = _environment().parse(_elements(text))
    except TemplateSyntaxError as error:
        return Message(
            N_("Line {line}: a bracket or an “endif” is missing, or a command is not known."), {"line": error.lineno}
        )
    except RecursionError:
        return Message(N_("There are too many conditions inside each other."))
    for node, depth in _nodes(tree):
        if depth > DEEPEST:
            return Message(N_("There are too many conditions inside each other."))
        if type(node).__name__ not in _ALLOWED:
            return Message(N_("Line {line}: only placeholders and “if” are possible here."), {"line": node.lineno})
        if isinstance(node, Name) and node.name not in PLACEHOLDERS:
            message = N_("Line {line}: there is no placeholder “{name}”.")
            return Message(message, {"line": node.lineno, "name": node.name})
    return None


def _nodes(tree: Any) -> Iterator[tuple[Any, int]]:
    """Every node with how deep it stands."""
    waiting = [(tree, 0)]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        waiting += reversed([(inner, depth + 1) for inner in node.iter_child_nodes()])


def filled(text: str, values: Mapping[str, Any]) -> str:
    """The wording with its values as elements ``<h>``, ``<p>``, ``<li>`` and ``<b>`` inside them.

    Raises ``jinja2.TemplateError`` for a text that has a problem, see ``problem_of``.
    """
    cleaned = {key: clean(value) if isinstance(value, str) else value for key, value in values.items()}
    return str(_environment().from_string(_elements(text)).render(**cleaned))


def _environment() -> Any:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def _elements(text: str) -> str:
    """The wording with elements instead of signs, line for line; placeholders and conditions stay."""
    lines: list[str] = []
    inside = False
    for line in clean(text).split("\n"):
        kind = _kind(line)
        if inside and kind != "more":
            lines[-1] += "</p>"
        if kind == "more":
            lines.append(_inline(line) if inside else f"<p>{_inline(line)}")
        elif kind in ("h", "li"):
            lines.append(f"<{kind}>{_inline(line.strip()[2:])}</{kind}>")
        else:
            lines.append(line)
        inside = kind == "more"
    return "\n".join(lines) + ("</p>" if inside else "")


def _kind(line: str) -> str:
    bare = line.strip()
    if not bare:
        return "empty"
    if _COMMAND.fullmatch(line) and bare.count("{%") == 1:
        return "command"
    return {"# ": "h", "- ": "li"}.get(bare[:2], "more")


def _inline(line: str) -> str:
    """A line with bold stretches; what stands outside of placeholders prints as it is, what stands inside stays."""
    parts = _SPLIT.split(line)
    kept = parts[1::2]
    plain = "\0".join(escape(part, quote=False) for part in parts[::2])
    shown = _BOLD.sub(r"<b>\1</b>", plain).split("\0")
    return "".join(text + code for text, code in zip(shown, [*kept, ""], strict=True))
