"""What every document keeps to for a screen reader, and that the same content gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from reports.document import DocumentSpec, new_page
from reports.documents import DOCUMENTS
from reports.flowables.heading import Section
from reports.flowables.text import Text
from tests.reports.pdf import made, of
from tests.reports.printed import example
from tests.reports.structure_reader import lonely_headings, loose_in, structure_faults
from workshop_app.i18n import Words

NAMES = tuple(DOCUMENTS)
LANGUAGES = ("ru", "en")


@pytest.fixture(params=[(name, language) for name in NAMES for language in LANGUAGES], ids="-".join)
def document(request: pytest.FixtureRequest) -> tuple[str, str, PdfReader]:
    name, language = request.param
    return name, language, PdfReader(BytesIO(example(name, language)))


def test_language_and_title_are_told(document: tuple[str, str, PdfReader]) -> None:
    name, language, reader = document
    root: Any = reader.trailer["/Root"]
    title = str(reader.metadata.title if reader.metadata else "").replace("\u00a0", " ")
    said = Words(language)(DOCUMENTS[name].title).replace("\u00a0", " ")
    assert root["/Lang"] == language
    assert title.startswith(f"{said}: ") if DOCUMENTS[name].per_person else title == said


def test_a_screen_reader_stumbles_over_nothing(document: tuple[str, str, PdfReader]) -> None:
    assert structure_faults(document[2]) == []


def test_no_heading_stands_alone_at_the_foot_of_a_page(document: tuple[str, str, PdfReader]) -> None:
    assert lonely_headings(document[2]) == []


def test_a_lonely_heading_and_a_skipped_level_would_be_seen() -> None:
    story = of(
        lambda paper: Section(paper, "Решения"),
        lambda paper: new_page()[0],
        lambda paper: Text(paper, "Ничего"),
        lambda paper: Text(paper, "Ниже", tag="H1"),
        lambda paper: Text(paper, "Ещё ниже", tag="H3"),
        lambda paper: Text(paper, "Всё"),
    )
    reader = made(story, DocumentSpec("Образец", Words("ru")))
    assert lonely_headings(reader) == [1]
    skipped = "a heading of level 3 under one of level 1"
    assert structure_faults(reader) == ["the first heading is of level [2]", skipped]


def test_loose_words_and_open_marks_would_be_seen() -> None:
    marked = b"/P <</MCID 0>> BDC (a \\) Tj) Tj <0a> Tj EMC /Artifact BMC [(b) 2 (EMC)] TJ EMC"
    assert list(loose_in(marked)) == []
    assert list(loose_in(marked + b" (c) Tj")) == ["loose words"]
    assert list(loose_in(marked + b" /P BMC (d) Tj")) == ["marks that do not close"]


@pytest.mark.parametrize("name", [name for name in NAMES if len(DOCUMENTS[name].sections) > 2])
def test_long_documents_have_bookmarks(name: str) -> None:
    assert PdfReader(BytesIO(example(name))).outline


@pytest.mark.parametrize("name", NAMES)
def test_the_same_content_gives_the_same_bytes(name: str) -> None:
    first = example(name)
    assert example.__wrapped__(name) == first


def test_marks_of_shapes_bring_no_fonts_that_viewers_would_load_at_each_of_them() -> None:
    page: Any = PdfReader(BytesIO(example("raci"))).pages[0]
    forms = [form.get_object() for form in page["/Resources"]["/XObject"].values()]
    assert any(b"Tj" not in form.get_data() for form in forms)
    assert all(("/Font" in form["/Resources"]) == (b"Tj" in form.get_data()) for form in forms)
