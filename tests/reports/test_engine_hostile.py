"""Texts that were typed to break things print as they were typed, quickly."""

from __future__ import annotations

import pytest

from reports.document import Paper
from reports.flowables.badge import Department, badge
from reports.flowables.heading import Section, TitleBlock
from reports.flowables.mark import MarkText
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from tests.reports.pdf import font_names, made, of, words
from tests.reports.specimen import spec

HOSTILE = (
    "<b>жирно</b> <img src='/etc/passwd'/> & &amp; <a href='x'>",
    "{{ 7*7 }} {% raw %} ${HOME} %s {0} {name}",
    "Ы" * 10_000,
    "слово-" * 3_000,
    "a\x00b\x07c\x1b[31m\u202eзло\u2066",
    "😀 👩\u200d👩 ☺ ✓ ₽ №",
    "שלום עולם مرحبا",
    "Z" + "\u0301\u0327" * 300,
    "строка\nдругая\r\nтретья",
    "\ud800 один",
    "",
    "   ",
    "\n\n\n",
    "x" * 1_000_000,
)


def everything(paper: Paper) -> list[object]:
    """The texts in every kind of place."""
    department = Department("<b>&x</b>" * 3, "<i>", 0)
    rows = [Row([text[:4000], text[:4000], MarkText(paper, badge(department), text[:300])]) for text in HOSTILE]
    groups = [RowGroup([Row([text[:500]]) for text in HOSTILE], lead="<i>{{группа}}</i>")]
    return [
        TitleBlock(paper, "<title>& {{x}}", badges=[department], standfirst=HOSTILE[0]),
        Section(paper, HOSTILE[0], HOSTILE[1]),
        *(Text(paper, text) for text in HOSTILE),
        PaperTable(paper, [Column("<th>"), Column("{{th}}"), Column("три")], rows),
        PaperTable(paper, [Column("кто"), Column("что", 3)], groups),
    ]


def test_hostile_texts_print_literally() -> None:
    frame = spec("<b>Злой</b> & {{x}}", plan="<plan>&", step_label="<step>", privacy="<privacy>")
    reader = made(everything, frame)
    pages = words(reader)
    whole = " ".join(pages)
    assert HOSTILE[0] in whole
    assert HOSTILE[1] in whole
    assert "abc[31mзло" in whole
    assert "49" not in whole
    assert "root:" not in whole
    assert "<plan>&" in pages[0]
    assert "<step>" in pages[0]
    assert "<privacy>" in pages[1]
    assert reader.metadata.title == "<b>Злой</b> & {{x}}"
    assert all(name.startswith(("IBMPlexSans", "DejaVuSans")) for name in font_names(reader))


def test_no_letter_of_a_word_without_end_is_lost() -> None:
    whole = "".join(words(made(of(lambda p: Text(p, "Ы" * 10_000)), spec("Проба"))))
    assert whole.count("Ы") == 10_000


def test_what_no_font_has_is_reported() -> None:
    from io import BytesIO

    from reports.document import build

    result = build(of(lambda p: Text(p, "готово 👩 ✓")), spec("Проба"), BytesIO())
    assert result.missing == {"👩"}


@pytest.mark.parametrize("words_count", [30, 240])
def test_a_row_higher_than_a_page_goes_over_it(words_count: int) -> None:
    text = " ".join(f"слово{number}" for number in range(words_count * 8))
    reader = made(
        of(lambda p: PaperTable(p, [Column("Что"), Column("Зачем", 5)], [Row(["имя", text])] * 2)), spec("Проба")
    )
    whole = " ".join(words(reader))
    assert whole.count("слово7 ") == 2
    assert whole.count(f"слово{words_count * 8 - 1}") == 2
