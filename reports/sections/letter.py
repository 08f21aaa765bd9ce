"""Letters and longer texts: wording from ``reports.wording``, layout by this paper's own blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from typing import Any

from reports.flowables.block import Block
from reports.flowables.heading import SubHead
from reports.flowables.numbers import bullets
from reports.flowables.status import dot
from reports.flowables.text import Text
from reports.lines import Run
from reports.paper import Paper
from reports.style import INK, ITEM, MM, Role
from reports.wording import filled

_SPACES = re.compile(r"[ \t\n]+")
_ELEMENTS = frozenset({"h", "p", "li"})


def letter(paper: Paper, text: str, values: Mapping[str, Any], role: Role = ITEM) -> list[Block]:
    """The wording with its values as blocks; ``jinja2.TemplateError`` when it has a problem."""
    reader = _Reader()
    reader.feed(filled(text, values))
    reader.close()
    return _blocks(paper, reader.parts, role)


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
            blocks.append(Text(paper, _runs(pieces, role), role, after=2 * MM))
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
