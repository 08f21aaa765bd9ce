"""Function lists as offices write them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.findings import findings
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import Department, Function, PerformedBy, Person
from workshop_app.exchange.imports import ImportPlan, guess_kind, plan_import

Save = Callable[..., Path]
Guess = Callable[..., ImportPlan]
Apply = Callable[[Engagement, ImportPlan], Engagement]

MESSY = [
    ["ООО «Ромашка»", None, None, None, None],
    ["Перечень функций по отделам, 2026 год", None, None, None, None],
    [None] * 5,
    ["№ п/п", "Исполнитель", None, "Что делает", "Трудозатраты, ч/мес"],
    [None, "ФИО", "Должность", None, None],
    ["Отдел продаж № 1", None, None, None, None],
    [1, "Иванов Пётр Ильич", "Менеджер", "Готовит коммерческие  предложения ", 52],
    [2, None, None, "Ведёт CRM", "26,0"],
    ["Итого по отделу", None, None, None, 78],
    ["Отдел продаж № 2", None, None, None, None],
    [1, "Сидорова А. В.", "Менеджер", "готовит коммерческие предложения", "2 ч/день"],
    [2, "Сидорова А. В.", "Менеджер", "Готовит коммерческие предложения.", "2 ч/день"],
    [3, "Сидорова А.В.", "Менеджер", "Принимает заявки", None],
    ["Сервисная служба", None, None, None, None],
    [1, "Вакансия", "Инженер", "Выезжает к клиентам", 10],
    [2, "Диспетчер", None, "Принимает заявки", "30 мин/день"],
    ["Всего", None, None, None, 999],
]


@pytest.fixture
def messy(save_xlsx: Save) -> Path:
    return save_xlsx(MESSY, merged=["A1:E1", "A2:E2", "B4:C4", "B7:B8", "C7:C8", "A4:A5", "D4:D5", "E4:E5"])


def lines(engagement: Engagement) -> list[tuple[str, str, str, Decimal | None]]:
    return [
        (
            engagement.named(Department, f.department_id or "").name,
            person.name if (person := engagement.person(f.person_id)) else str(f.performed_by),
            f.text,
            f.hours_per_week,
        )
        for f in engagement.functions
    ]


def test_a_messy_list_of_three_departments_is_read_whole(messy: Path, guessed: Guess, apply: Apply) -> None:
    plan = guessed(Engagement(), messy)
    assert plan.kind == "functions"
    after = apply(Engagement(), plan)
    assert [department.short for department in after.departments] == ["ОП-1", "ОП-2", "СС"]
    assert lines(after) == [
        ("Отдел продаж № 1", "Иванов Пётр Ильич", "Готовит коммерческие предложения", Decimal(12)),
        ("Отдел продаж № 1", "Иванов Пётр Ильич", "Ведёт CRM", Decimal(6)),
        ("Отдел продаж № 2", "Сидорова А. В.", "готовит коммерческие предложения", Decimal(10)),
        ("Отдел продаж № 2", "Сидорова А. В.", "Принимает заявки", None),
        ("Сервисная служба", "Вакансия", "Выезжает к клиентам", Decimal("2.3076923077")),
        ("Сервисная служба", "position", "Принимает заявки", Decimal("2.5")),
    ]
    assert [repeat.as_json() for repeat in plan.repeats] == [
        {"row": 12, "same_as": 11, "text": "Готовит коммерческие предложения."}
    ]
    assert [(skipped.row, str(skipped.why)) for skipped in plan.skipped] == [(9, "total row"), (17, "total row")]
    assert {p.name: p.active for p in after.people}["Вакансия"] is False
    assert [question.key for question in plan.questions] == ["performer:диспетчер"]


def test_new_ids_continue_those_of_the_workshop(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы\nОП-1;Корнеева Ирина Львовна;Ведёт планёрку;2\n")
    plan = guessed(demo, path)
    assert [(row.id, getattr(row, "person_id", None)) for row in plan.rows] == [("F136", "P01")]
    assert not plan.also


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_the_same_list_again_changes_nothing(
    demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply, encoding: str
) -> None:
    text = (
        "Отдел;Сотрудник;Обязанности;Часов в неделю;Деятельность\n"
        "ОП-1;Корнеева Ирина Львовна;Ведёт планёрку;2,5;ACT01\n"
        "Отдел продаж № 2;Новиков Пётр;Ведёт журнал;0;Журнал передач\n"
    )
    path = save_csv(text, encoding=encoding)
    first = guessed(demo, path)
    assert (first.added, first.updated, first.unchanged) == (2, 0, 0)
    after = apply(demo, first)
    again = guessed(after, path)
    assert (again.added, again.updated, again.unchanged) == (0, 0, 2)
    changed = guessed(after, save_csv(text.replace("2,5", "4"), encoding=encoding))
    assert (changed.added, changed.updated, changed.unchanged) == (0, 1, 1)
    assert getattr(changed.rows[0], "hours_per_week", None) == 4
    assert [activity.title for activity in after.activities][-1] == "Журнал передач"


def test_yo_spaces_and_quotes_do_not_double_a_line(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv(
        "Отдел;ФИО;Функция;Часы\n"
        "ОП-1;Корнеева Ирина Львовна;«Ведёт» учёт;2\n"
        "ОП-1 ;Корнеева  Ирина Львовна;Ведет учет.;3\n"
    )
    plan = guessed(demo, path)
    assert len(plan.rows) == len(plan.repeats) == 1


def test_a_department_that_joins_a_workshop_is_asked_about(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы\nСервис;Ян Ли;Выезжает;2\n")
    plan = guessed(demo, path)
    key = "department:сервис"
    assert [(q.key, q.default, q.blocking) for q in plan.questions] == [(key, "new", False)]
    assert [row.table for row in plan.also] == ["departments", "people"]
    joined = guessed(demo, path, **{key: "B"})
    assert [getattr(row, "department_id", None) for row in joined.rows] == ["B"]


def test_initials_are_taken_for_the_person_and_asked_about(
    demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply
) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы\nОП-1;Корнеева И. Л.;Ведёт планёрку;2\nОП-1;Корнеева И.Л.;Звонит;1\n")
    plan = guessed(demo, path)
    key = "person:A:корнеева и. л"
    assert [(q.key, q.default, q.blocking) for q in plan.questions][:1] == [(key, "P01", False)]
    assert {getattr(row, "person_id", None) for row in plan.rows} == {"P01"}
    other = guessed(demo, path, **{key: "new", "person:A:корнеева и.л": "new"})
    assert any(isinstance(row, Person) and row.name == "Корнеева И. Л." for row in other.also)


def test_a_slip_in_a_name_makes_a_new_person_and_a_question(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы\nОП-1;Корнева Ирина Львовна;Ведёт планёрку;2\n")
    plan = guessed(demo, path)
    assert [question.default for question in plan.questions] == ["new"]
    assert [row.table for row in plan.also] == ["people"]


def test_a_list_that_names_no_department_asks_whose_it_is(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("ФИО;Функция;Часы\nКорнеева Ирина Львовна;Ведёт планёрку;2\n")
    plan = guessed(demo, path)
    assert plan.open_question is not None
    assert [option.value for option in plan.open_question.options] == ["A", "B"]
    with pytest.raises(ProblemError):
        plan.operation()
    answered = guessed(demo, path, department="B")
    assert [getattr(row, "department_id", None) for row in answered.rows] == ["B"]


def test_the_file_name_or_title_tells_whose_list_it_is(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    text = "ФИО;Функция;Часы\nКто-то Новый;Ведёт планёрку;2\n"
    by_name = guessed(demo, save_csv(text, name="Функции_ОП-2_2026.csv"))
    by_title = guessed(demo, save_csv("Перечень функций ОП-1 на 2026 год;;\n" + text))
    assert [getattr(plan.rows[0], "department_id", None) for plan in (by_name, by_title)] == ["B", "A"]


def test_performers_that_are_no_single_person(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv(
        "Отдел;Исполнитель;Должность;Функция;Часы\n"
        "ОП-1;весь отдел;;Отвечает на звонки;5\n"
        "ОП-1;;Начальник отдела;Подписывает договоры;1\n"
        "ОП-1;Иванов И.И., Петров П.П.;;Едет на выставку;3\n"
        "ОП-1;;;Поливает цветы;1\n"
    )
    plan = guessed(demo, path)
    rows = [row for row in plan.rows if isinstance(row, Function)]
    assert [row.performed_by for row in rows] == [PerformedBy.DEPARTMENT, PerformedBy.POSITION, None, None]
    assert rows[1].position_id == "POS-A1"
    assert [getattr(row, "text", "") for row in plan.also] == ["Иванов И.И., Петров П.П."]
    assert "people:иванов и.и., петров п.п" in {question.key for question in plan.questions}


def test_hours_that_cannot_be_read_become_a_question(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы\nОП-1;Корнеева Ирина Львовна;Ведёт планёрку;4 ч на клиента\n")
    plan = guessed(demo, path)
    assert [question.key for question in plan.questions] == ["hours:2"]
    assert getattr(plan.rows[0], "hours_per_week", 0) is None
    answered = guessed(demo, path, **{"hours:2": "1,5 ч/день"})
    assert getattr(answered.rows[0], "hours_per_week", 0) == Decimal("7.5")


def test_a_code_of_an_unknown_activity_is_kept(demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply) -> None:
    path = save_csv("Отдел;ФИО;Функция;Часы;Деятельность\nОП-1;Корнеева Ирина Львовна;Ведёт планёрку;2;ACT77\n")
    after = apply(demo, guessed(demo, path))
    assert [entry.text for entry in after.unresolved("functions", "F136", "activity_id")] == ["ACT77"]
    assert len(after.activities) == len(demo.activities)
    settled = apply(after, guessed(after, save_csv(path.read_text(encoding="utf-8").replace("ACT77", "ACT02"))))
    assert settled.named(Function, "F136").activity_id == "ACT02"
    assert not settled.unresolved("functions", "F136", "activity_id")


def test_a_list_without_functions_says_what_is_missing(demo: Engagement, save_csv: Save) -> None:
    path = save_csv("Отдел;ФИО;Часы\nОП-1;Корнеева;2\n")
    with pytest.raises(ProblemError, match="Function"):
        plan_import(demo, path, "functions")
    with pytest.raises(ProblemError, match="kind"):
        guess_kind(path, demo)


def test_english_lists_are_read_too(save_csv: Save, guessed: Guess, apply: Apply) -> None:
    path = save_csv(
        "Department,Employee,Duties,Hours per month,Activity\n"
        "Sales One,Helen Nash,Writes offers,52,Offers\n"
        "Sales Two,Owen Lacey,Writes offers,26,Offers\n"
    )
    after = apply(Engagement(), guessed(Engagement(), path))
    assert [d.short for d in after.departments] == ["SO", "ST"]
    assert findings(after)["ACT01"].overlap_hours == 6


def test_other_sheets_are_named(save_xlsx: Save, guessed: Guess) -> None:
    rows = [["Отдел", "Сотрудник", "Функция", "Часы"], ["ОП-1", "Иванов Иван", "Звонит", 3]]
    plan = guessed(Engagement(), save_xlsx(rows, Справочник=[["что-то", "ещё"]]))
    assert "Справочник" in str(plan.notes[0])


@pytest.mark.parametrize(
    "head",
    [
        ("Служба", "ФИО", "Обязанности", "Часы"),
        ("Департамент", "Исполнитель", "Виды работ", "Трудозатраты, ч/нед"),
        ("Цех", "Кто", "Что делает", "ч/нед"),
        ("Dept", "Performer", "What they do", "Time"),
        ("Division", "Employee", "Responsibilities", "Hours"),
    ],
)
def test_columns_are_found_by_the_words_of_any_office(
    head: tuple[str, ...], save_xlsx: Save, guessed: Guess, apply: Apply
) -> None:
    after = apply(Engagement(), guessed(Engagement(), save_xlsx([head, ("Склад", "Анна Белова", "Приёмка", 4)])))
    assert lines(after) == [("Склад", "Анна Белова", "Приёмка", Decimal(4))]


@pytest.mark.parametrize(
    ("head", "hours", "asked"),
    [
        ("Часы", (160, 60, 160), True),
        ("Часы", (160, 60, 40), False),
        ("Часы", (40, 71, 160), True),
        ("Часы", (160, 40, 70), False),
        ("Часы", (160, 71), True),
        ("Часы в месяц", (160, 160, 160), False),
    ],
)
def test_hours_that_no_week_has_are_asked_about(
    head: str, hours: tuple[int, ...], asked: bool, save_csv: Save, guessed: Guess
) -> None:
    """By the person in the middle: one who typed a month does not make a list of months."""
    rows = [f"Склад;{name};Приёмка;{n}" for name, n in zip(("Белова А.", "Ким Е.", "Зимин А."), hours, strict=False)]
    plan = guessed(Engagement(), save_csv("\n".join((f"Отдел;ФИО;Функция;{head}", *rows, ""))))
    assert ("hours_unit" in {question.key for question in plan.questions}) is asked


def test_a_comment_comes_along_and_an_empty_one_leaves_what_was_there(
    save_csv: Save, guessed: Guess, apply: Apply
) -> None:
    listed = "Отдел;ФИО;Функция;Часы;Комментарий\nСклад;Белова Анна;Приёмка;4;{}\n"
    first = apply(Engagement(), guessed(Engagement(), save_csv(listed.format("по утрам"))))
    assert [row.comment for row in first.functions] == ["по утрам"]
    again = apply(first, guessed(first, save_csv(listed.format(""))))
    assert [row.comment for row in again.functions] == ["по утрам"]
