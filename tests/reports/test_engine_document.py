"""A whole document: pages, numbers, contents, bookmarks, fonts, tags, and what happens when it can't be written."""

from __future__ import annotations

import errno
import os
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from reports.brand import Brand
from reports.document import BuildCancelled, Paper, build, new_page, turn
from reports.flow import ChapterBreak
from reports.flowables.heading import Section, TitleBlock
from reports.flowables.numbers import Items
from reports.flowables.privacy import PrivacyNote
from reports.flowables.signing import Signature, Signatures
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row
from reports.flowables.text import Text
from reports.page import Sheet
from tests.reports.pdf import Bar, elements, font_names, made, made_bytes, of, tags, words
from tests.reports.specimen import action_plan, action_plan_spec, long_report, raci, raci_spec, spec
from workshop_app.domain.message import ProblemError
from workshop_app.i18n import Words

ALLOWED = re.compile(r"(IBMPlexSans|DejaVuSans)(-\w+)?")


@pytest.mark.parametrize(("story", "frame"), [(action_plan, action_plan_spec()), (raci, raci_spec())])
def test_every_font_is_ours_and_embedded(story, frame) -> None:
    reader = made(story, frame)
    names = font_names(reader)
    assert names
    assert all(ALLOWED.fullmatch(name) for name in names), names
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].get_object().values():
            assert "/FontFile2" in font.get_object()["/FontDescriptor"].get_object()


def test_pages_say_which_of_how_many_they_are() -> None:
    pages = words(made(action_plan, action_plan_spec()))
    assert len(pages) == 4
    assert [f"{number} из 4" in text for number, text in enumerate(pages, 1)] == [True] * 4


def test_english_pages_speak_english() -> None:
    page = words(made(of(lambda p: TitleBlock(p, "Plan")), spec("Plan", words=Words("en"))))[0]
    assert "1 of 1" in page
    assert "as of 20 April 2026" in page


def test_blank_forms_carry_no_date() -> None:
    page = words(made(of(lambda p: TitleBlock(p, "Бланк")), spec("Бланк", as_of=None)))[0]
    assert "апреля" not in page


def chapters(*heights: tuple[int, ...]) -> list[list[int]]:
    """Which chapters each page has, after a first page; they are bars of these heights in points above their name, 0
    turns the paper.
    """

    def story(paper: Paper) -> list[Any]:
        blocks: list[Any] = [Text(paper, "Обложка"), *new_page()]
        for at, high in enumerate(heights):
            blocks.append(ChapterBreak())
            for each in high:
                blocks += [Bar(each), Text(paper, f"Глава {at}")] if each else turn("landscape")
        return blocks

    pages = words(made(story, spec("Отчёт")))[1:]
    return [sorted({int(number) for number in re.findall(r"Глава (\d)", page)}) for page in pages]


def test_a_chapter_goes_on_where_the_one_before_left_most_of_a_page_empty() -> None:
    assert chapters((200,), (450,)) == [[0, 1]]
    assert chapters((400,), (200,)) == [[0], [1]]


def test_a_chapter_begins_a_page_where_its_own_last_one_would_be_nearly_empty_unless_the_next_fills_that() -> None:
    assert chapters((200,), (400, 150)) == [[0], [1]]
    assert chapters((200,), (400, 150), (700,)) == [[0], [1], [2]]
    assert chapters((200,), (400, 150), (500,)) == [[0, 1], [1, 2]]
    assert chapters((200,), (400, 150, 0, 100), (400,)) == [[0], [1], [1], [2]], "nothing goes on where paper turns"


def test_contents_name_the_pages_where_chapters_begin() -> None:
    pages = words(made(long_report(3, 45), spec("Полный отчёт", cover=True)))
    begins = {
        chapter: next(number for number, text in enumerate(pages, 1) if number > 2 and f"Глава {chapter}: что" in text)
        for chapter in range(1, 4)
    }
    assert len(set(begins.values())) == 3
    for chapter, page in begins.items():
        assert f"Глава {chapter}: что нашли {45 * chapter} строк {page}" in pages[1]


def test_the_cover_has_no_number_and_counts_as_a_page() -> None:
    pages = words(made(long_report(1, 5), spec("Полный отчёт", cover=True)))
    assert " из " not in pages[0]
    assert "2 из 3" in pages[1]


def test_the_sections_of_a_document_without_chapters_stand_side_by_side_in_the_bookmarks() -> None:
    outline = made(action_plan, action_plan_spec()).outline
    assert len(outline) > 2 and not any(isinstance(item, list) for item in outline)


def test_bookmarks_lead_to_headings() -> None:
    reader = made(long_report(2, 60), spec("Полный отчёт", cover=True))
    outline = [item for item in reader.outline if not isinstance(item, list)]
    assert [item.title for item in outline] == ["Глава 1: что нашли", "Глава 2: что нашли"]
    assert [reader.get_destination_page_number(item) for item in outline] == [2, 4]
    nested = [item for item in reader.outline if isinstance(item, list)]
    assert nested[0][0].title == "Раздел 1.1"
    assert outline[0].typ == "/XYZ"


def test_the_file_has_title_language_and_viewer_shows_the_title() -> None:
    reader = made(action_plan, action_plan_spec())
    root = reader.trailer["/Root"]
    assert reader.metadata.title == "План действий"
    assert root["/Lang"] == "ru"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert root["/MarkInfo"]["/Marked"]


def test_the_same_story_gives_the_same_bytes() -> None:
    assert made_bytes(action_plan, action_plan_spec()) == made_bytes(action_plan, action_plan_spec())


def test_structure_can_be_read_aloud() -> None:
    reader = made(action_plan, action_plan_spec())
    found = tags(reader)
    assert found["H1"] == 1
    assert found["H2"] == 6
    assert found["Table"] == 4
    assert found["TH"] > 20
    assert found["TR"] > 40
    first = next(element for element in elements(reader) if element["/S"] == "/Table")
    head = [kid.get_object()["/S"] for kid in first["/K"][0].get_object()["/K"]]
    assert head == ["/TH"] * 4


def test_a_head_that_is_repeated_is_read_once() -> None:
    rows = [Row([str(number), "строка"]) for number in range(120)]
    reader = made(of(lambda p: PaperTable(p, [Column("№"), Column("Что")], rows)), spec("Таблица"))
    assert len(reader.pages) == 3
    assert tags(reader)["TR"] == 121
    assert all("№ Что" in text for text in words(reader))


def test_lists_and_pictures_have_their_tags() -> None:
    from reports.charts.look import ChartLook
    from reports.charts.rows import Part, split_bar
    from reports.flowables.numbers import Figure

    look = ChartLook.paper()
    reader = made(
        of(
            lambda p: Items([Text(p, "раз", tag="LBody"), Text(p, "два", tag="LBody")]),
            lambda p: Figure(
                lambda width: split_bar(look, width, [Part(2, "две"), Part(1, "одна")]), "Две трети и одна"
            ),
        ),
        spec("Проба"),
    )
    found = tags(reader)
    assert (found["L"], found["LI"], found["LBody"], found["Figure"]) == (1, 2, 2, 1)
    figure = next(element for element in elements(reader) if element["/S"] == "/Figure")
    assert figure["/Alt"] == "Две трети и одна"
    assert len(figure["/A"]["/BBox"]) == 4


def test_every_marked_content_belongs_to_an_element() -> None:
    reader = made(action_plan, action_plan_spec())
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    for page in reader.pages:
        content = page.get_contents().get_data()
        parents = numbers[2 * page["/StructParents"] + 1].get_object()
        assert content.count(b"BDC") == len(parents)
        assert content.count(b"BDC") + content.count(b"BMC") == len(re.findall(rb"\bEMC\b", content))


def test_a_page_may_lie_on_its_side() -> None:
    story = of(
        lambda p: Text(p, "стоит"),
        turn("landscape"),
        lambda p: Text(p, "лежит"),
        turn("portrait"),
        lambda p: Text(p, "стоит"),
    )
    boxes = [page.mediabox for page in made(story, spec("Повороты")).pages]
    assert [box.width > box.height for box in boxes] == [False, True, False]


def test_letter_paper_keeps_the_margins() -> None:
    reader = made(action_plan, action_plan_spec(sheet=Sheet("Letter")))
    assert [round(float(value)) for value in reader.pages[0].mediabox[2:]] == [612, 792]
    assert Sheet("Letter").text_width == pytest.approx(179.9 / 25.4 * 72)


def test_privacy_note_stands_on_its_page_only() -> None:
    story = of(lambda p: Text(p, "раз"), new_page(), lambda p: PrivacyNote("Личные суммы"), lambda p: Text(p, "два"))
    pages = words(made(story, spec("Награды")))
    assert ["Личные суммы" in text for text in pages] == [False, True]


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for room in range(0, 90, 7):
        story = of(
            Bar(690 - room),
            lambda p: Section(p, "Раздел"),
            lambda p: PaperTable(p, [Column("Что")], [Row(["строка"]) for _ in range(9)]),
        )
        for text in words(made(story, spec("Проба"))):
            assert ("Раздел" not in text) or text.count("строка") >= 2


def test_signatures_take_the_last_rows_with_them() -> None:
    for room in range(60, 330, 20):
        story = of(
            Bar(690 - room),
            lambda p: PaperTable(p, [Column("Что")], [Row(["строка"]) for _ in range(9)]),
            lambda p: Section(p, "Подписи"),
            lambda p: Signatures(p, [Signature("Корнеева И. Л.", "ОП-1")]),
        )
        page = next(text for text in words(made(story, spec("Проба"))) if "Подписи" in text)
        assert "Корнеева" in page
        assert page.count("строка") >= 2


def test_a_nearly_empty_last_page_is_saved_by_tighter_gaps() -> None:
    def story(paper: Paper) -> list[object]:
        return [block for number in range(6) for block in (Section(paper, f"Раздел {number}"), Bar(93))]

    assert len(made(story, spec("Проба")).pages) == 1


def test_progress_goes_up_to_one() -> None:
    seen: list[float] = []
    build(long_report(3, 60), spec("Отчёт", cover=True), BytesIO(), seen.append)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert 0 < seen[3] < 1


def test_a_cancelled_document_leaves_nothing(tmp_path: Path) -> None:
    asked: list[int] = []

    def cancelled() -> bool:
        asked.append(1)
        return len(asked) > 5

    with pytest.raises(BuildCancelled):
        build(long_report(9), spec("Отчёт", cover=True), tmp_path / "report.pdf", cancelled=cancelled)
    assert list(tmp_path.iterdir()) == []


def test_the_old_file_stays_until_the_new_one_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ProblemError, match="disk is full"):
        build(of(lambda p: Text(p, "раз")), spec("План"), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_file_replaces_the_old_one_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "plan.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    build(of(lambda p: Text(p, "раз")), spec("План"), path)
    assert PdfReader(path).metadata.title == "План"
    assert path.stat().st_mode & 0o777 == 0o640


def test_trouble_with_the_place_is_said_in_plain_words(tmp_path: Path) -> None:
    story = of(lambda p: Text(p, "раз"))
    (tmp_path / "file").write_text("x")
    for path, said in (
        (tmp_path / "gone" / "plan.pdf", "does not exist"),
        (tmp_path / "file" / "plan.pdf", "is not a folder"),
        (tmp_path, "the name of a folder"),
        (tmp_path / ("x" * 300 + ".pdf"), "too long"),
    ):
        with pytest.raises(ProblemError, match=said) as problem:
            build(story, spec("План"), path)
        assert "Не записано" in Words("ru").message(problem.value.message)


def test_a_text_higher_than_a_page_is_cut_and_says_how_much_is_left_out() -> None:
    reader = made(of(lambda paper: TitleBlock(paper, "слово " * 3000)), spec("Проба"))
    text = words(reader)[0]
    assert "…" in text and re.search(r"ещё [\d ]+ знаков", text)


def test_the_foot_gives_way_to_the_note_on_privacy() -> None:
    company = "Общество с ограниченной ответственностью «Аргонт-Сервис и партнёры»"
    quiet = spec("Обратная связь", privacy="ответы без имён; группы меньше порога скрыты", brand=Brand(company=company))
    reader = made(of(lambda paper: TitleBlock(paper, "Проба")), quiet)
    text = words(reader)[0]
    assert "ответы без имён; группы меньше порога скрыты" in text and "Обратная связь" in text
    assert text.count(company) == 1
