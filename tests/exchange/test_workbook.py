"""The document as a workbook: whole, harmless, and read back as it was."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Action, Answer, Claim, Department, Function, PerformedBy, Person
from workshop_app.exchange.forms import FORMS, find_department
from workshop_app.exchange.imports import ImportPlan, plan_import
from workshop_app.exchange.sheets import Sheet, all_sheets
from workshop_app.exchange.workbook import safe_text, write_csv, write_workbook
from workshop_app.i18n import Words

Guess = Callable[..., ImportPlan]
LANGUAGES = ("ru", "en")


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture(scope="session")
def rich(demo: Engagement) -> Engagement:
    """The demo with what spreadsheets stumble over: a third department, formulas, odd performers, exact hours."""
    text = "=1+1|cmd; «кавычки»\n+ ещё"
    functions = (
        Function(id="F900", department_id="A", text=text, person_id="P01", hours_per_week=Decimal("2.3076923077")),
        Function(id="F901", department_id="C", text="Звонит", performed_by=PerformedBy.DEPARTMENT, outside_list=True),
        Function(
            id="F902",
            department_id="A",
            text="Считает",
            position_id="POS-A1",
            performed_by=PerformedBy.POSITION,
            comment="-1",
        ),
    )
    named = [replace(c, others=("B" if c.department_id == "A" else "A",)) for c in demo.claims if c.answer == "they"]
    return demo.with_changes(
        [
            ("departments", "C", Department(id="C", name="Сервис", short="С", rank=2**30)),
            *((f.table, f.id, replace(f, rank=2**30 + n)) for n, f in enumerate(functions)),
            *((claim.table, claim.id, claim) for claim in named),
            (
                "claims",
                "ACT01/C/1",
                Claim(id="ACT01/C/1", activity_id="ACT01", department_id="C", answer=Answer.BOTH, others=("B",)),
            ),
            ("actions", "X25", replace(demo.actions[-1], title="@всем: позвонить")),
        ]
    )


@pytest.fixture(scope="session")
def books(rich: Engagement, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The whole document as a workbook in both languages."""
    folder = tmp_path_factory.mktemp("books")
    for language in LANGUAGES:
        words = Words(language)
        (folder / f"all-{language}.xlsx").write_bytes(write_workbook(all_sheets(rich, words), words))
    return {language: folder / f"all-{language}.xlsx" for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["functions", "activities", "claims", "raci", "actions", "indicators", "people"])
def test_a_sheet_is_read_back_without_a_change(
    rich: Engagement, books: dict[str, Path], language: str, kind: str
) -> None:
    plan = plan_import(rich, books[language], kind)
    assert (plan.added, plan.updated) == (0, 0), plan.rows
    assert plan.unchanged > 0
    assert [question.key for question in plan.questions] == []
    assert plan.also == plan.removed == plan.repeats == ()


def test_a_changed_cell_comes_back_as_one_change(rich: Engagement, books: dict[str, Path], tmp_path: Path) -> None:
    path = tmp_path / "changed.xlsx"
    book = load_workbook(books["ru"])
    sheet = book["Действия"]
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(row=2, column=titles.index("Статус") + 1, value="отменено")
    book.save(path)
    plan = plan_import(rich, path, "actions")
    assert [(row.id, row.status) for row in plan.rows if isinstance(row, Action)] == [("X01", "cancelled")]


def test_cells_are_typed_and_nothing_is_a_formula(books: dict[str, Path]) -> None:
    book = load_workbook(books["ru"])
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    actions = [cell.value for cell in next(book["Действия"].iter_rows(min_row=2, max_row=2))]
    assert actions[4].date() == date(2026, 2, 20)
    hours = {cell.value for cell in book["Функции"]["E"]}
    assert 6 in hours
    assert "'=1+1|cmd; «кавычки»\n+ ещё" in {cell.value for cell in book["Функции"]["D"]}


def test_raw_answers_and_private_notes_stay_out(demo: Engagement) -> None:
    keys = {sheet.key for sheet in all_sheets(demo, Words("en"))}
    assert "surveys" in keys
    assert not keys & {"survey_responses", "survey_comments", "private_notes"}


def test_small_departments_are_not_shown_in_the_survey_sheet(demo: Engagement) -> None:
    few = [("survey_responses", r.id, None) for r in demo.survey_responses if r.department_id == "B"][:4]
    sheet = next(s for s in all_sheets(demo.with_changes(few), Words("en")) if s.key == "surveys")
    assert all(row[-1] is None for row in sheet.rows if row[0] == demo.surveys[0].title)
    assert any(row[-1] is not None for row in sheet.rows if row[0] == demo.surveys[1].title)


@given(st.text(max_size=50))
def test_any_text_makes_a_workbook_that_opens(text: str) -> None:
    sheet = Sheet("x", text, ((text,),), ((text, 1), (None, Decimal("1.5"))))
    book = opened(write_workbook([sheet, sheet], Words("en")))
    assert len(book.sheetnames) == 2
    assert not safe_text(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_csv_opens_in_the_readers_spreadsheet(demo: Engagement) -> None:
    functions = {language: Sheet("f", "F", (("A", "B"),), (("a;b", Decimal("2.5")), ("=x", None))) for language in "re"}
    assert write_csv(functions["r"], Words("ru")) == '\ufeffA;B\r\n"a;b";2,5\r\n\'=x;\r\n'.encode()
    assert write_csv(functions["e"], Words("en")) == "\ufeffA,B\r\na;b,2.5\r\n'=x,\r\n".encode()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["functions", "claims"])
def test_a_form_comes_back_without_questions(
    rich: Engagement, tmp_path: Path, guessed: Guess, language: str, kind: str
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(FORMS[kind](rich, find_department(rich, "ОП-2"), Words(language)))
    plan = guessed(rich, path)
    assert plan.kind == kind
    assert plan.questions == ()
    assert (plan.added, plan.updated, plan.also) == (0, 0, ())


def test_a_filled_form_brings_its_new_lines(demo: Engagement, tmp_path: Path, guessed: Guess) -> None:
    content = FORMS["functions"](demo, find_department(demo, "B"), Words("ru"))
    book = opened(content)
    sheet = book.worksheets[0]
    sheet.append(["Назарова Елена Максимовна", None, "Ведёт журнал передач", 1.5, demo.activities[3].title])
    book.save(tmp_path / "form.xlsx")
    plan = guessed(demo, tmp_path / "form.xlsx")
    made = [row for row in plan.rows if isinstance(row, Function)]
    assert [(f.department_id, f.hours_per_week, f.activity_id) for f in made] == [("B", Decimal("1.5"), "ACT04")]
    assert plan.questions == ()


def test_a_form_for_a_new_department_of_a_new_workshop(tmp_path: Path, guessed: Guess) -> None:
    empty = Engagement.of(
        [Department(id="D", name="Склад", short="СК"), Person(id="P1", name="Ян Ли", department_id="D")]
    )
    (tmp_path / "form.xlsx").write_bytes(FORMS["functions"](empty, empty.departments[0], Words("ru")))
    book = load_workbook(tmp_path / "form.xlsx")
    book.worksheets[0].append(["Ян Ли", "Кладовщик", "Принимает товар", "30 мин/день"])
    book.save(tmp_path / "form.xlsx")
    plan = guessed(empty, tmp_path / "form.xlsx")
    assert [getattr(row, "hours_per_week", None) for row in plan.rows] == [Decimal("2.5")]
    assert plan.questions == ()


def test_every_table_has_a_sheet_but_raw_answers_and_private_notes(demo: Engagement) -> None:
    sheets = {sheet.key: sheet for sheet in all_sheets(demo, Words("ru"))}
    assert {"company", "session", "diagnosis", "skill_list", "reward_schemes", "dictionary"} <= set(sheets)
    assert sheets["session"].rows[0][0] == date(2026, 2, 10)
    assert "Корнеева Ирина Львовна" in str(sheets["session"].rows[0][5])
    assert [row[7] for row in sheets["reward_schemes"].rows][-1] is not None
