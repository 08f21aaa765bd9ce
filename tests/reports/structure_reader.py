"""Reads the structure of a finished PDF as a screen reader does, and tells what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from pypdf import PdfReader

from tests.reports.pdf import elements

HEADINGS = frozenset({"H1", "H2", "H3"})
_OPENS, _SHOWS = frozenset({b"BDC", b"BMC"}), frozenset({b"Tj", b"TJ", b"'", b'"'})
_OPERATOR = re.compile(rb"""\((?:\\.|[^()\\])*\)|<[0-9A-Fa-f]*>|(?<![\w/])(BDC|BMC|EMC|Tj|TJ|'|")(?!\w)""", re.DOTALL)
"""Texts, so that nothing in them counts, and what marks, shows and ends content."""
_PARENTS = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
"""Where an element may stand."""


def tag_of(element: Any) -> str:
    return str(element["/S"])[1:]


def structure_faults(reader: PdfReader) -> list[str]:
    """What a screen reader would stumble over: levels of headings, heads of tables, words for pictures, loose words."""
    found = list(elements(reader))
    return [*_catalog_faults(reader), *_tree_faults(found), *_heading_faults(found), *_loose_words(reader)]


def _catalog_faults(reader: PdfReader) -> Iterator[str]:
    root: Any = reader.trailer["/Root"]
    if not root["/MarkInfo"]["/Marked"] or not root["/ViewerPreferences"]["/DisplayDocTitle"]:
        yield "not marked, or the title is not shown"
    for number, page in enumerate(reader.pages, 1):
        if str(page["/Tabs"]) != "/S" or "/StructParents" not in page:
            yield f"page {number} has no order"


def _tree_faults(found: Sequence[Any]) -> Iterator[str]:
    for element in found:
        above = element["/P"].get_object()
        tag, parent = tag_of(element), tag_of(above) if "/S" in above else ""
        if parent not in _PARENTS.get(tag, {parent}):
            yield f"{tag} in {parent}"
        if tag == "Figure" and not str(element.get("/Alt", "")).strip():
            yield "a picture without words"
        if tag == "Table" and not _has_head(element):
            yield "a table without a head"


def _has_head(table: Any) -> bool:
    rows = [kid.get_object() for kid in table["/K"] if not isinstance(kid, int)]
    return any(tag_of(cell.get_object()) == "TH" for row in rows for cell in row["/K"])


def _heading_faults(found: Sequence[Any]) -> Iterator[str]:
    levels = [int(tag[1]) for tag in map(tag_of, found) if tag in HEADINGS]
    if levels[:1] != [1]:
        yield f"the first heading is of level {levels[:1]}"
    for before, after in pairwise(levels):
        if after - before > 1:
            yield f"a heading of level {after} under one of level {before}"


def _loose_words(reader: PdfReader) -> Iterator[str]:
    """Words that are neither content nor decoration."""
    for number, page in enumerate(reader.pages, 1):
        contents = page.get_contents()
        for fault in loose_in(contents.get_data() if contents else b""):
            yield f"page {number}: {fault}"


def loose_in(drawing: bytes) -> Iterator[str]:
    """Words outside all marks, and marks that do not close, in what a page draws."""
    depth = 0
    for operator in _OPERATOR.findall(drawing):
        if operator in _OPENS:
            depth += 1
        elif operator == b"EMC":
            depth -= 1
        elif operator in _SHOWS and depth <= 0:
            yield "loose words"
    if depth:
        yield "marks that do not close"


def lonely_headings(reader: PdfReader) -> list[int]:
    """Pages that end with a heading, or with the head of a table, whose content begins on a later page."""
    pieces = list(_pieces(reader))
    lonely = []
    for place, (tag, _first, last) in enumerate(pieces):
        if tag in HEADINGS:
            follower = next((first for kind, first, _ in pieces[place + 1 :] if kind not in {*HEADINGS, "TH"}), None)
            if follower != last:
                lonely.append(last)
    return lonely


def _pieces(reader: PdfReader) -> Iterator[tuple[str, int, int]]:
    """Each element that has content of its own in the order of reading, with its first and its last page."""
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages, 1)}
    for element in elements(reader):
        stands = []
        for kid in element.get("/K", []):
            if isinstance(kid, int):
                stands.append(pages[element.raw_get("/Pg").idnum])
            elif (content := kid.get_object()).get("/Type") == "/MCR":
                stands.append(pages[content.raw_get("/Pg").idnum])
        if stands:
            yield tag_of(element), stands[0], stands[-1]
