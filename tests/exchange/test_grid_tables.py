"""Tables as offices draw them: titles, headers of one row or two, sections, totals, columns in any order."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from workshop_app.domain.message import ProblemError
from workshop_app.exchange.grid import Answers, Columns, Field, ListGrid, Skipped, Table, find_columns, find_table

FUNCTIONS = (
    Field("department", "Department", ("отдел", "подразделение", "department"), required=False),
    Field("person", "Person", ("сотрудник", "фио", "исполнитель", "person"), required=False),
    Field("function", "Function", ("функция", "обязанност", "что делает", "function")),
    Field("hours", "Hours", ("часы", "трудозатрат", "hours"), required=False),
)
RACI = (Field("activity", "Activity", ("деятельность", "функция", "activity")),)


def columns(text: str, fields: tuple[Field, ...] = FUNCTIONS, answers: Answers | None = None) -> Columns:
    return find_columns(grid(text), fields, answers)


def grid(text: str) -> ListGrid:
    return ListGrid([[cell.strip() for cell in line.split("|")] for line in text.strip("\n").splitlines()])


def table(text: str, fields: tuple[Field, ...] = FUNCTIONS) -> Table:
    return Table(grid(text), columns(text, fields))


def department(text: str) -> str | None:
    return {"оп-1": "A", "отдел продаж № 1": "A", "оп-2": "B"}.get(text.lower())


@pytest.mark.parametrize(
    "header",
    [
        "Отдел | ФИО | Функция | Часы",
        "Часы в неделю | Что делает | Сотрудник | Подразделение",
        "Department | Person | Function | Hours per week",
        "№ п/п | Наименование подразделения | Исполнитель (ФИО) | Должностные обязанности | Трудозатраты, ч/мес",
    ],
)
def test_columns_are_found_by_words_of_either_language_in_any_order(header: str) -> None:
    found = columns(f"{header}\nа | б | в | г")
    assert found.missing == () and found.questions == () and found.header_rows == (1,)
    titles = {name: found.title(column) for name, column in found.at.items()}
    assert set(titles) == {"department", "person", "function", "hours"}
    assert all(titles[name] in header for name in titles)
    assert not any("п/п" in title for title in titles.values())


def test_the_header_is_found_below_titles_that_use_the_same_words() -> None:
    text = """
Функции отдела продаж за 2024 год
Отдел: | ОП-1 | |
| | |
Сотрудник | Функция | Часы | Комментарий
Анна | Функция контроля | 4 | Часы примерные
"""
    found = columns(text)
    assert found.header_rows == (4,)
    assert found.at == {"person": 0, "function": 1, "hours": 2}
    assert [found.title(column) for column in found.rest] == ["Комментарий"]


def test_a_title_over_a_header_with_other_words_is_no_column() -> None:
    found = columns("Функции отдела продаж | | |\n№ | Чем заняты | Исполнитель | Часы\n1 | Приём заявок | Иванов | 8")
    assert found.at == {"person": 2, "hours": 3} and [wanted.name for wanted in found.missing] == ["function"]


def test_an_exact_word_wins_over_a_longer_title() -> None:
    found = columns("Функция | Функция предприятия | Часы\nа | б | 1")
    assert found.at["function"] == 0 and found.questions == ()


def test_short_words_must_stand_alone() -> None:
    fields = (Field("id", "Code", ("id", "код")), Field("title", "Title", ("название", "title")))
    found = columns("Identity | Кодировка | Код | Название\n1 | 2 | 3 | 4", fields)
    assert found.at == {"id": 2, "title": 3}


@pytest.mark.parametrize("required", [True, False])
def test_equally_good_columns_make_a_question_with_a_default(required: bool) -> None:
    fields = (Field("date", "Date", ("дата",), required), Field("value", "Value", ("значение",)))
    text = "Дата начала | Дата конца | Значение\n1 | 2 | 3"
    (question,) = columns(text, fields).questions
    assert (question.key, question.default, question.blocking) == ("column:date", "0", required)
    answered = columns(text, fields, {"column:date": "1"})
    assert (answered.at["date"], answered.questions) == (1, ())
    assert "date" not in columns(text, fields, {"column:date": "none"}).at
    assert question.as_json(str)["options"] == [
        {"value": "0", "label": "Дата начала"},
        {"value": "1", "label": "Дата конца"},
    ]


def test_two_rows_of_header_are_read_together() -> None:
    text = """
Сотрудник | Работа | | Примечание
 | Функция | Часы |
Анна | Звонит | 4 | нет
"""
    found = columns(text)
    assert found.header_rows == (1, 2)
    assert found.at == {"person": 0, "function": 1, "hours": 2}
    assert (found.title(1), found.title(2), found.title(3)) == ("Работа Функция", "Работа Часы", "Примечание")
    assert [record.text("function") for record in table(text).records()] == ["Звонит"]


def test_positions_below_names_belong_to_the_header() -> None:
    text = """
Деятельность | Анна Зимина | Пётр Авдеев
 | Менеджер | Руководитель
Готовит КП | О | И
"""
    found = columns(text, RACI)
    assert found.header_rows == (1, 2)
    assert [found.header[column] for column in found.rest] == [
        ("Анна Зимина", "Менеджер"),
        ("Пётр Авдеев", "Руководитель"),
    ]
    (record,) = table(text, RACI).records()
    assert [record.at(column) for column in record.columns.rest] == ["О", "И"]


def test_a_row_of_words_below_the_header_is_data() -> None:
    text = "Деятельность | ОП-1 | ОП-2\nГотовит КП | мы | вместе\nЗвонит | они | никто"
    assert columns(text, RACI).header_rows == (1,)
    assert [record.text("activity") for record in table(text, RACI).records()] == ["Готовит КП", "Звонит"]


def test_sections_totals_column_numbers_and_repeated_headers_are_no_data() -> None:
    text = """
Отдел продаж № 1 | |
Сотрудник | Функция | Часы
1 | 2 | 3
Анна | Звонит | 4
 | Итоговая отчётность | 2
Итого | | 6
Отдел: ОП-2 | |
Сотрудник | Функция | Часы
Борис | Пишет | 1
 | |
Отдел | ОП-1 |
Вера | Считает | 1
Всего по отделам: | | 8
7 | Итого | 8
"""
    skipped: list[Skipped] = []
    records = list(table(text).records(section=department, on_skip=skipped.append))
    assert [(record.number, record.section, record.text("function")) for record in records] == [
        (4, "A", "Звонит"),
        (5, "A", "Итоговая отчётность"),
        (9, "B", "Пишет"),
        (12, "A", "Считает"),
    ]
    assert [(row.row, str(row.why)) for row in skipped] == [
        (3, "numbers of the columns"),
        (6, "total row"),
        (8, "the header again"),
        (13, "total row"),
        (14, "total row"),
    ]
    assert skipped[0].as_json(str) == {"row": 3, "why": "numbers of the columns"}


def test_a_single_cell_that_names_no_department_is_data() -> None:
    text = "Сотрудник | Функция\n | Звонит клиентам\nОП-3 |"
    assert [record.number for record in table(text).records(section=department)] == [2, 3]


def test_short_rows_read_as_empty_cells() -> None:
    (record,) = table("Сотрудник | Функция | Часы\nАнна").records()
    assert (record.text("person"), record.text("function"), record.cell("hours"), record.text("department")) == (
        "Анна",
        "",
        "",
        "",
    )


def test_missing_columns_are_named_all_at_once() -> None:
    fields = (Field("date", "Date", ("дата",)), Field("value", "Value", ("значение",)), *FUNCTIONS)
    found = columns("Функция | Часы\nа | 1", fields)
    with pytest.raises(ProblemError, match=r"list.csv: no column is headed Date, Value\."):
        found.require("list.csv")
    columns("Функция | Часы\nа | 1").require("list.csv")


def test_without_known_words_a_person_can_still_answer() -> None:
    text = "Кто | Что\nАнна | Звонит"
    found = columns(text)
    assert found.at == {} and found.header_rows == (1,) and found.rest == (0, 1)
    assert columns(text, FUNCTIONS, {"column:function": "1"}).at == {"function": 1}


def test_a_survey_with_numbers_for_questions_keeps_its_header() -> None:
    fields = (Field("department", "Department", ("отдел",)),)
    found = columns("Отдел | 1 | 2 | 3 (обратный)\nОтдел продаж | 5 | 4 | 1", fields)
    assert found.header_rows == (1,) and [found.title(column) for column in found.rest] == ["1", "2", "3 (обратный)"]


def test_a_workbook_with_titles_merged_headers_and_merged_people(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ["Функции и трудозатраты сотрудников отдела"],
        [],
        [None, "Сотрудник", "Что делает", "Трудозатраты", None],
        [None, None, None, "ч/нед", "доля"],
        [None, "Анна", "Звонит", 4, 0.1],
        [None, None, "Пишет", 2, 0.05],
        [None, "Итого", None, 6, 0.15],
    ):
        sheet.append(row)
    for area in ("A1:E1", "B3:B4", "C3:C4", "D3:E3", "B5:B6"):
        sheet.merge_cells(area)
    path = tmp_path / "functions.xlsx"
    book.save(path)
    found = find_table(path, FUNCTIONS)
    assert found.columns.header_rows == (3, 4)
    assert found.columns.title(found.columns.at["hours"]) == "Трудозатраты ч/нед"
    assert [(r.number, r.text("person"), r.text("function"), r.text("hours")) for r in found.records()] == [
        (5, "Анна", "Звонит", "4"),
        (6, "Анна", "Пишет", "2"),
    ]


@given(
    st.lists(
        st.lists(st.sampled_from(["", "Функция", "Часы", "Отдел", "Итого", "а", "1", "2"]), max_size=4), max_size=7
    )
)
def test_any_rows_are_read_without_a_crash(rows: list[list[str]]) -> None:
    cells = ListGrid(rows)
    found = find_columns(cells, FUNCTIONS)
    records = list(Table(cells, found).records(section=department))
    assert len(records) <= len(rows)
    assert all(record.number > max(found.header_rows, default=0) for record in records)


def test_a_row_that_an_unquoted_comma_made_longer_is_named(tmp_path: Path) -> None:
    path = tmp_path / "functions.csv"
    path.write_text("Функция,Часы\nЗвонки,2\nПродажа (сборка, подъём),3\n", encoding="utf-8")
    spilled = find_table(path, FUNCTIONS).spilled()
    assert spilled is not None
    assert spilled.params == {"rows": "3"}
    path.write_text('Функция,Часы\nЗвонки,2\n"Продажа (сборка, подъём)",3\n', encoding="utf-8")
    assert find_table(path, FUNCTIONS).spilled() is None
