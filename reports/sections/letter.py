"""Letters and longer texts from ``resources/templates``: wording in Jinja2, layout by this paper's own blocks.

A template is a sequence of ``<h>``, ``<p>``, ``<small>``, ``<li>`` elements, ``<b>`` inside them; nothing else. What a
person typed is escaped on its way in, so that it never becomes an element.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import SubHead
from reports.flowables.numbers import bullets
from reports.flowables.status import dot
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.style import CAPTION, INK, ITEM, MM, Role
from reports.text import clean

_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "templates"
_SPACES = re.compile(r"[ \t\n]+")
_ELEMENTS = frozenset({"h", "p", "small", "li"})


def letter(paper: Paper, name: str, values: Mapping[str, Any], role: Role = ITEM) -> list[Block]:
    """The template ``name`` in the document's language as blocks.

    Raises ``jinja2.UndefinedError`` for a value the template asks for and is not given.
    """
    reader = _Reader()
    reader.feed(rendered(paper.language, name, values))
    reader.close()
    return _blocks(paper, reader.parts, role)


def rendered(language: str, name: str, values: Mapping[str, Any]) -> str:
    """The template's text with escaped values."""
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(_FOLDER / language),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(f"{name}.html").render(**_cleaned(values))


def _cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: clean(value) if isinstance(value, str) else value for key, value in values.items()}


class _Reader(HTMLParser):
    """Collects elements with their pieces of plain and bold text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[tuple[str, list[tuple[str, bool]]]] = []
        self._bold = False
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ELEMENTS:
            self.parts.append((tag, []))
            self._inside = True
        elif tag == "b":
            self._bold = True

    def handle_endtag(self, tag: str) -> None:
        if tag in _ELEMENTS:
            self._inside = False
        elif tag == "b":
            self._bold = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.parts[-1][1].append((_SPACES.sub(" ", data), self._bold))


def _blocks(paper: Paper, parts: list[tuple[str, list[tuple[str, bool]]]], role: Role) -> list[Block]:
    blocks: list[Block] = []
    for index, (tag, pieces) in enumerate(parts):
        if tag == "li" and index and parts[index - 1][0] == "li":
            continue
        if tag == "li":
            stop = next((at for at in range(index, len(parts)) if parts[at][0] != "li"), len(parts))
            items = [_runs(each, role) for _tag, each in parts[index:stop]]
            blocks.append(_spaced(bullets(paper, dot(INK, 3), items, role, gap=2)))
        elif tag == "h":
            blocks.append(SubHead(paper, _runs(pieces, role)))
        else:
            shown = CAPTION.sized(8) if tag == "small" else role
            blocks.append(Text(paper, _runs(pieces, shown), shown, after=2 * MM))
    return blocks


def _spaced(block: Block) -> Block:
    block.spaceAfter = 2 * MM
    return block


def _runs(pieces: list[tuple[str, bool]], role: Role) -> list[str | Run]:
    texts = [(text, bold) for text, bold in pieces if text]
    if texts:
        texts[0] = (texts[0][0].lstrip(), texts[0][1])
        texts[-1] = (texts[-1][0].rstrip(), texts[-1][1])
    return [Run(text, role.bold()) if bold else text for text, bold in texts]
