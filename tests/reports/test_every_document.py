"""What every document keeps to for a screen reader, and that the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from reports.documents import DOCUMENTS
from tests.reports.pdf import elements
from tests.reports.printed import example
from workshop_app.i18n import Words

NAMES = tuple(DOCUMENTS)
LANGUAGES = ("ru", "en")
_SHOWS = frozenset({b"Tj", b"TJ", b"'", b'"'})
_ALLOWED = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
    "TOCI": {"TOC"},
}
"""Where an element may stand."""


@pytest.fixture(params=[(name, language) for name in NAMES for language in LANGUAGES], ids="-".join)
def document(request: pytest.FixtureRequest) -> tuple[str, str, PdfReader]:
    name, language = request.param
    return name, language, PdfReader(BytesIO(example(name, language)))


def test_language_title_and_marking_are_told(document: tuple[str, str, PdfReader]) -> None:
    name, language, reader = document
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == language and root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"]
    title = str(reader.metadata.title if reader.metadata else "").replace("\u00a0", " ")
    assert title == Words(language)(DOCUMENTS[name].title).replace("\u00a0", " ")
    assert all(page["/Tabs"] == "/S" and "/StructParents" in page for page in reader.pages)


def test_the_structure_has_headings_table_heads_and_words_for_pictures(document: tuple[str, str, PdfReader]) -> None:
    _name, _language, reader = document
    levels = []
    for element in elements(reader):
        tag, parent = str(element["/S"])[1:], element["/P"].get_object()
        if tag in _ALLOWED:
            assert str(parent["/S"])[1:] in _ALLOWED[tag], tag
        if tag == "Figure":
            assert str(element["/Alt"]).strip()
        if tag in ("H1", "H2", "H3"):
            levels.append(int(tag[1]))
        if tag == "Table":
            rows = [kid.get_object() for kid in element["/K"] if not isinstance(kid, int)]
            assert any(cell.get_object()["/S"] == "/TH" for row in rows for cell in row["/K"])
    assert levels and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_word_is_either_content_or_decoration(document: tuple[str, str, PdfReader]) -> None:
    _name, _language, reader = document
    for page in reader.pages:
        depth = 0
        for _operands, operator in ContentStream(page["/Contents"].get_object(), reader).operations:
            if operator in (b"BDC", b"BMC"):
                depth += 1
            elif operator == b"EMC":
                depth -= 1
            elif operator in _SHOWS:
                assert depth > 0
        assert depth == 0


@pytest.mark.parametrize("name", [name for name in NAMES if len(DOCUMENTS[name].sections) > 2])
def test_long_documents_have_bookmarks(name: str) -> None:
    assert PdfReader(BytesIO(example(name))).outline


@pytest.mark.parametrize("name", NAMES)
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    first = example(name)
    assert example.__wrapped__(name) == first
