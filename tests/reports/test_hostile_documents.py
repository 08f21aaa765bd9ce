"""Whatever stands in whatever field: a document is made, shows it as typed or a substitute, and carries no file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from functools import cache
from itertools import count
from typing import Any, get_type_hints
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from reports.documents import DOCUMENTS
from reports.pictures import available, record
from reports.pictures.png import png_bytes
from reports.pictures.svg import svg_bytes
from reports.sections.source import Source
from tests.reports.printed import AS_OF, demo, printed, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Row
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext

TAG, COMMAND, EMOJI, WRITTEN_BACK = "<b>&amp;<img src='/etc/passwd'/>", "{{7*7}}{%raw%}", "Ж😀\u200d☺", "שלום‮abc"
SHORT = (
    TAG,
    COMMAND,
    "a\x00b\x1b[31m\ud800c",
    EMOJI,
    WRITTEN_BACK,
    "Z" + "\u0301\u0327" * 200,
    "\n\n \t",
    "одна\r\nдругая\u2028третья",
)
LONG = "Щ" * 10_000
CODES = frozenset(
    {
        *(
            "id",
            "code",
            "step",
            "rule",
            "object_id",
            "object_table",
            "field",
            "value",
            "subject",
            "criterion",
            "letters",
        ),
        *("cadence", "starts_at", "time", "timezone", "dates", "created_at", "imported_at", "indicator", "unit_kind"),
        *("language", "currency", "brand_accent", "brand_logo", "file", "report", "gate_indicator", "shares"),
        *("client_aliases", "service_aliases", "department_aliases", "steps_off", "addon_services"),
    }
)
"""Fields that hold words of the program, not texts of people."""


@cache
def texts_of(row_type: type[Row]) -> tuple[str, ...]:
    """Names of the fields in which people write; lists of texts too."""
    hints = get_type_hints(row_type)
    written = (str, str | None, tuple[str, ...])
    return tuple(
        each.name
        for each in fields(row_type)
        if hints[each.name] in written and not each.metadata and each.name not in CODES
    )


def spoilt(row: Row, text: Callable[[], str]) -> Row:
    values: dict[str, Any] = {}
    for name in texts_of(type(row)):
        old = getattr(row, name)
        values[name] = (text(), text()) if isinstance(old, tuple) else text()
    return replace(row, **values)


@cache
def in_every_field() -> Engagement:
    number = count()
    return Engagement.of(spoilt(row, lambda: SHORT[next(number) % len(SHORT)]) for row in demo("ru").all_rows())


@cache
def endless_words() -> Engagement:
    """The first row of every table has a word of ten thousand letters in every field."""

    def rows() -> Iterator[Row]:
        seen: set[str] = set()
        for row in demo("ru").all_rows():
            yield row if row.table in seen else spoilt(row, lambda: LONG)
            seen.add(row.table)

    return Engagement.of(rows())


def carries_nothing(reader: PdfReader) -> bool:
    """No embedded files, scripts, or actions that start something."""
    root = reader.trailer["/Root"].get_object()
    names = root.get("/Names", {})
    actions = [
        action
        for page in reader.pages
        for note in page.get("/Annots", [])
        if (action := note.get_object().get("/A")) and action.get_object().get("/S") not in ("/GoTo", None)
    ]
    return not actions and "/EmbeddedFiles" not in names and "/JavaScript" not in names and "/AF" not in root


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_every_field_may_hold_anything(name: str) -> None:
    person = "P03" if DOCUMENTS[name].per_person else None
    reader = printed(name, in_every_field(), person_id=person)
    text = squeezed(text_of(reader))
    assert carries_nothing(reader)
    assert squeezed(TAG) in text or COMMAND in text
    assert "root:x:" not in text and "\x1b" not in text and "\u202e" not in text


@pytest.mark.slow
@pytest.mark.parametrize("name", list(DOCUMENTS))
def test_a_word_without_end_breaks_nothing(name: str) -> None:
    person = "P01" if DOCUMENTS[name].per_person else None
    reader = printed(name, endless_words(), person_id=person)
    assert "ЩЩЩЩЩЩЩЩ" in squeezed(text_of(reader)) and carries_nothing(reader)


def test_charts_of_any_texts_are_whole_pictures() -> None:
    source = Source(in_every_field(), ViewContext(AS_OF))
    offered = available(source, Words("ru"))
    assert len(offered) > 15
    for picture in offered.values():
        recording = record(picture, source, Words("ru"))
        ElementTree.fromstring(svg_bytes(recording))
    assert png_bytes(record(offered["goals"], source, Words("ru")), 1).startswith(b"\x89PNG")


@pytest.mark.parametrize("spoilt_field", ["brand_accent", "brand_logo"])
def test_a_look_that_cannot_be_printed_is_left_out(spoilt_field: str) -> None:
    settings = replace(demo("ru").settings, **{spoilt_field: "bm90IGEgcGljdHVyZQ=="})
    whole = Engagement.of([*demo("ru").all_rows(), settings])
    assert "Обучение" in text_of(printed("training", whole))
