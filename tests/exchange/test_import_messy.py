"""What messy tables leave out is said, and what they leave unsaid is understood."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Indicator, IndicatorPoint, Person
from workshop_app.exchange.imports import ImportPlan, guess_kind
from workshop_app.i18n import Words

Save = Callable[..., Path]
Guess = Callable[..., ImportPlan]


def notes(plan: ImportPlan) -> list[str]:
    return [Words("ru").message(note) for note in plan.notes]


def points(plan: ImportPlan) -> dict[date, Decimal | None]:
    return {row.date: row.value for row in plan.also if isinstance(row, IndicatorPoint)}


def test_the_corner_of_a_matrix_may_be_empty(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    answers = "Функции: кто это делает? (мы / они);;\n;ОП-1;ОП-2\nСбор отзывов;мы;они\nРазбор архива;?;никто\n"
    plan = guessed(demo, save_csv(answers))
    assert (plan.kind, len(plan.rows)) == ("claims", 4)
    one, other = demo.people[0].name, demo.people[1].name
    plan = guessed(demo, save_csv(f";{one};{other}\nСбор отзывов;A;R\nРазбор архива;;A\n"))
    assert (plan.kind, len(plan.rows)) == ("raci", 3)


def test_a_column_that_another_field_takes_is_not_asked_about(
    demo: Engagement, save_xlsx: Save, guessed: Guess
) -> None:
    rows = [
        ["Отдел", "Исполнитель", None, "Что делает", "Телефон", "№"],
        [None, "ФИО", "Должность", None, None, None],
        ["ОП-1", "Новиков Илья", "Стажёр", "Носит папки", "12-34", 1],
    ]
    plan = guessed(
        demo, save_xlsx(rows, merged=["B1:C1", "A1:A2", "D1:D2", "E1:E2"], Итоги=[["Всего", 1]], Архив=[["х", 2]])
    )
    assert [question.key for question in plan.questions] == []
    assert notes(plan) == [
        "Прочитан только лист «Лист1», остальные не тронуты: Итоги, Архив.",
        "Эти столбцы не загружаются: Телефон.",
    ]
    assert [row.name for row in plan.also if isinstance(row, Person)] == ["Новиков Илья"]


def test_shares_are_read_as_they_are_shown(demo: Engagement, tmp_path: Path, guessed: Guess) -> None:
    book = Workbook()
    book.create_sheet("Прочее")
    sheet = book.create_sheet("Цифры & «доли»", 0)
    for row in (["Показатель", "Ед.", "Цель", date(2026, 1, 31), "фев.26"], ["Возврат клиентов", "%", 0.65, 0.525, 53]):
        sheet.append(row)
    sheet["C2"].number_format, sheet["D2"].number_format = "0%", "0.00%"
    sheet["E2"].number_format = '0" %"'
    book.save(tmp_path / "list.xlsx")
    plan = guessed(demo, tmp_path / "list.xlsx")
    assert [row.target for row in plan.rows if isinstance(row, Indicator)] == [65]
    assert points(plan) == {date(2026, 1, 31): Decimal("52.5"), date(2026, 2, 28): 53}


@pytest.mark.parametrize(
    "header", ["янв.26;фев.2026;мар 26", "Jan-26;Feb 2026;Mar'26", "31.01.2026;02.2026;2026-03-31"]
)
def test_columns_headed_by_months(demo: Engagement, save_csv: Save, guessed: Guess, header: str) -> None:
    plan = guessed(demo, save_csv(f"Показатель;{header}\nНовый;52%;53,5 %;54\n"))
    assert (plan.kind, notes(plan)) == ("indicators", [])
    assert list(points(plan).items()) == [
        (date(2026, 1, 31), 52),
        (date(2026, 2, 28), Decimal("53.5")),
        (date(2026, 3, 31), 54),
    ]


def test_a_formula_that_was_never_computed_is_said(demo: Engagement, save_xlsx: Save, guessed: Guess) -> None:
    rows = [
        ["Отдел", "Что делает", "Часы"],
        ["ОП-1", "Звонит", "=2*2"],
        ["ОП-1", "Пишет", '=CONCAT("a";B2)'],
        ["ОП-2", "Ждёт", 1],
    ]
    path = save_xlsx(rows)
    assert notes(guessed(demo, path)) == [
        "Формулы без результата прочитаны как пустые: C2, C3. Откройте файл в табличном редакторе и сохраните."
    ]
    book = load_workbook(path)
    book.active["C2"], book.active["C3"] = 4, 5
    book.save(path)
    assert notes(guessed(demo, path)) == []


def test_a_table_of_another_kind_is_not_taken_for_a_matrix(demo: Engagement, save_csv: Save) -> None:
    path = save_csv(";Цена;Склад\nБолт;12;3\nГайка;7;9\n")
    with pytest.raises(Exception, match="not clear what this table is"):
        guess_kind(path, demo)


def test_a_list_of_people_says_who_works_here_since_and_until_when(
    demo: Engagement, save_csv: Save, guessed: Guess
) -> None:
    path = save_csv(
        "ФИО;Отдел;Должность;Ставка;Работает;Работает с;Уволен\n"
        "Сидоров Семён;ОП-1;Стажёр;0,5;да;01.03.2026;\n"
        "Орлова Ольга;ОП-2;Стажёр;50%;нет;2019-05-06;31.01.26\n"
        "Быков Борис;ОП-2;Стажёр;1;скоро;март;-\n"
    )
    plan = guessed(demo, path)
    assert [(p.employment, p.active, p.joined_on, p.left_on) for p in plan.rows if isinstance(p, Person)] == [
        (Decimal("0.5"), True, date(2026, 3, 1), None),
        (Decimal("0.5"), False, date(2019, 5, 6), date(2026, 1, 31)),
        (1, True, None, None),
    ]
    assert [question.key for question in plan.questions] == ["active:4", "joined_on:4"]
    assert notes(plan) == []
