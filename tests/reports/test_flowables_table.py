"""Tables: widths by the longest word, rows that stay whole, groups that say they go on."""

from __future__ import annotations

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports import fonts
from reports.document import Paper
from reports.flowables.badge import Department, badge
from reports.flowables.columns import Want, column_widths
from reports.flowables.heading import Section
from reports.flowables.mark import MarkText
from reports.flowables.numbers import Legend
from reports.flowables.signing import tick_circle
from reports.flowables.status import tick
from reports.flowables.table import PaperTable
from reports.flowables.table_model import Column, Row, RowGroup
from reports.flowables.text import Text
from reports.page import Sheet
from reports.style import CELL, CELL_NAME
from tests.reports.pdf import Bar, made, of, words
from tests.reports.specimen import decisions, spec
from tests.reports.specimen_audit import audit, claims_form
from tests.work_counted import work_of

LONG = ("Перекладывание", "Односторонний взгляд", "Верещагин М. А.", "закрепить", "Невидимая работа")


@pytest.fixture
def paper() -> Paper:
    fonts.register()
    frame = spec("Проба")
    return Paper(frame.words, frame.brand, frame.sheet)


def printed_words(table: PaperTable) -> set[str]:
    """Words of all cells as they stand in the lines."""
    found = set()
    for row in table.rows:
        for cell in row.cells:
            if isinstance(cell, Text):
                found |= {word for line in cell.lines for _, run in line.pieces for word in run.text.split()}
    return found


@pytest.mark.parametrize("sheet", [Sheet("A4"), Sheet("Letter"), Sheet("A4", "landscape"), Sheet("A3")])
def test_no_word_is_broken_in_a_column_however_small_its_share(paper: Paper, sheet: Sheet) -> None:
    columns = [Column("Деятельность", 10, grows=True), *(Column("Вывод", 0.1, role=CELL_NAME) for _ in LONG)]
    table = PaperTable(paper, columns, [Row(["Подготовка и согласование договоров " * 4, *LONG])] * 3)
    table.wrap(sheet.text_width, 10_000)
    whole = {word for text in (*LONG, "Подготовка и согласование договоров") for word in text.split()}
    assert printed_words(table) == whole


def test_names_and_initials_stay_on_one_line_when_there_is_room(paper: Paper) -> None:
    table = PaperTable(
        paper, [Column("Кто", 0.1), Column("Что", 5, grows=True)], [Row(["Верещагин М. А.", "дело " * 40])]
    )
    table.wrap(paper.width, 10_000)
    name = table.rows[0].cells[0]
    assert isinstance(name, Text)
    assert len(name.lines) == 1


_WANT = st.builds(
    Want,
    share=st.floats(0.1, 20),
    fixed=st.sampled_from([0, 0, 0, 20]),
    least=st.floats(10, 400),
    hard=st.floats(5, 10),
    most=st.floats(400, 900) | st.just(inf),
    grows=st.booleans(),
)


@given(st.lists(_WANT, min_size=1, max_size=8), st.floats(150, 800))
def test_widths_fill_the_width_and_respect_words(wants: list[Want], width: float) -> None:
    widths = column_widths(wants, width)
    if any(not want.fixed for want in wants):
        assert sum(widths) == pytest.approx(width)
        assert all(got >= want.hard - 1e-6 for got, want in zip(widths, wants, strict=True))
    if sum(want.fixed or want.least for want in wants) <= width:
        assert all(got >= (want.fixed or want.least) - 1e-6 for got, want in zip(widths, wants, strict=True))


def test_a_column_hands_on_what_its_texts_do_not_need() -> None:
    code, text, story = Want(1, 0, 10, 10, 20, False), Want(1, 0, 40, 40, 250, False), Want(2, 0, 40, 40, 900, False)
    assert column_widths([code, text, story], 400) == pytest.approx([20, 100 + 80 / 3, 200 + 160 / 3])
    assert column_widths([code, text], 400) == pytest.approx([150, 250])
    blank = Want(1, 0, 30, 30, inf, False)
    assert column_widths([code, blank, story], 400)[1] == pytest.approx(100)


def test_columns_with_endless_words_leave_the_others_alone() -> None:
    endless = Want(1, 0, 9_000, 9_000, 9_000, False)
    assert column_widths([endless, endless, Want(1, 0, 40, 40, 40, False)], 500) == [230, 230, 40]


@pytest.mark.parametrize("room", range(0, 120, 9))
def test_no_row_stands_alone_at_the_foot_or_at_the_top(room: int) -> None:
    rows = [Row([f"строка{number:02}"]) for number in range(8)]
    pages = words(made(of(Bar(700 - room), lambda p: PaperTable(p, [Column("Что")], rows)), spec("Проба")))
    counts = [text.count("строка") for text in pages]
    assert sum(counts) == 8
    assert 1 not in counts


def test_a_group_over_a_page_says_it_goes_on() -> None:
    groups = [
        RowGroup([Row([f"дело {number}"]) for number in range(9)], lead=name)
        for name in ("Гущина М. С.", "Зимин А. В.")
    ]
    story = of(Bar(600), lambda p: PaperTable(p, [Column("Кто"), Column("Что", 3)], groups))
    first, second = words(made(story, spec("Проба")))
    assert first.count("Гущина М. С.") == 1
    assert "(продолжение)" not in first
    assert second.count("(продолжение)") == 1
    assert second.count("Зимин А. В.") == 1


def test_a_table_of_one_page_says_nothing_of_going_on() -> None:
    groups = [RowGroup([Row(["раз"]), Row(["два"])], lead="Гущина М. С.")]
    (page,) = words(made(of(lambda p: PaperTable(p, [Column("Кто"), Column("Что", 3)], groups)), spec("Проба")))
    assert page.count("Гущина М. С.") == 1
    assert "(продолжение)" not in page


@pytest.mark.parametrize("room", range(40, 220, 12))
def test_the_legend_stays_with_rows_of_its_table(room: int) -> None:
    rows = [Row([f"строка{number:02}"]) for number in range(8)]
    story = of(
        Bar(690 - room),
        lambda p: PaperTable(p, [Column("Что")], rows, foot=Legend(p, [(tick(), "легенда таблицы")])),
    )
    page = next(text for text in words(made(story, spec("Проба"))) if "легенда таблицы" in text)
    assert page.count("строка") >= 2


def test_a_band_is_not_left_at_the_foot() -> None:
    for room in range(30, 150, 8):
        groups = [RowGroup([Row([f"дело {n}"]) for n in range(4)], band=f"Группа{group}") for group in range(5)]
        story = of(Bar(690 - room), lambda p, groups=groups: PaperTable(p, [Column("Что")], groups))
        for text in words(made(story, spec("Проба"))):
            body = text.split(" ООО «Аргонт-Сервис» · ")[0]
            assert not body.rstrip().endswith(tuple("Группа" + str(n) for n in range(5)))


def test_rows_of_a_form_grow_to_fill_the_page(paper: Paper) -> None:
    def form(stretch: float) -> float:
        rows = [Row([f"{number}", tick_circle("1")]) for number in range(30)]
        return PaperTable(paper, [Column("Вопрос", 5), Column("мы")], rows, stretch=stretch, reserve=40).wrap(400, 700)[
            1
        ]

    assert form(0) < 600
    assert form(100) == pytest.approx(660, abs=1)
    assert form(20) == pytest.approx(30 * 20, abs=20)


def test_a_long_text_is_never_shortened() -> None:
    text = "Единое окно: жалобу регистрирует координатор, отвечает ведущий менеджер за 2 рабочих дня. " * 6
    (page,) = words(
        made(of(lambda p: PaperTable(p, [Column("Правило"), Column("Кто")], [Row([text, "он"])])), spec("П"))
    )
    assert "…" not in page
    assert page.count("рабочих дня.") == 6


def test_a_wrong_cell_is_named(paper: Paper) -> None:
    with pytest.raises(TypeError, match="not a cell: 7"):
        PaperTable(paper, [Column("Число")], [Row([7])])


def test_a_thousand_rows_take_work_in_proportion() -> None:
    def work(rows: int) -> int:
        items = [Row([str(number), "Подготовка и согласование договоров", "Накладка"]) for number in range(rows)]
        columns = [Column("№"), Column("Деятельность", 5, role=CELL), Column("Вывод", 2)]
        return work_of(lambda: made(of(lambda p: PaperTable(p, columns, items)), spec("Проба")))

    work(50)
    assert work(800) < work(200) * 4 * 1.1


def test_the_decisions_of_the_specimen_break_no_word() -> None:
    text = " ".join(words(made(lambda p: decisions(p, 3), spec("Решения"))))
    assert text.count("Перекладывание") == 3
    assert text.count("закрепить") == 12


def test_a_badge_and_a_name_go_on_together() -> None:
    def table(paper: Paper) -> PaperTable:
        lead = MarkText(paper, badge(Department("ОП-1", "Отдел", 0)), "Гущина М. С.")
        rows = [Row([f"дело {number}"]) for number in range(30)]
        return PaperTable(paper, [Column("Кто"), Column("Что", 3)], [RowGroup(rows, lead)])

    second = words(made(of(Bar(500), table), spec("План")))[1]
    assert "Гущина М. С. (продолжение)" in second
    assert "ОП-1" in second


def test_a_form_fills_its_page_and_no_more() -> None:
    reader = made(claims_form, spec("Бланк", as_of=None))
    assert len(reader.pages) == 1
    assert "Чего здесь нет" in words(reader)[0]


def test_the_audit_fits_one_page_and_counts_its_findings() -> None:
    (page,) = words(made(audit, spec("Аудит функций")))
    assert "Задвоение 6 продажа доп. услуг" in page
    assert "верхняя граница облегчения, не обещание" in page


@pytest.mark.parametrize("above", range(640, 660, 4))
def test_a_heading_stays_with_a_short_table_that_no_page_breaks(above: int) -> None:
    rows = [Row([name, "1"]) for name in ("Первая", "Вторая", "Третья")]
    story = of(
        lambda paper: Bar(above),
        lambda paper: Section(paper, "Показатели"),
        lambda paper: PaperTable(paper, [Column("Показатель"), Column("Сейчас")], rows),
    )
    pages = words(made(story, spec("Проба")))
    assert [page for page in pages if "Показатели" in page] == [page for page in pages if "Третья" in page]
