"""Lists of a clinic and of a freight forwarder: headings, departments and names that no office list of sales has."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    Activity,
    Answer,
    Claim,
    Department,
    Function,
    Person,
    RaciCell,
    SameObject,
    Survey,
    SurveyResponse,
)
from workshop_app.exchange.imports import ImportPlan
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.i18n import Words

Save = Callable[..., Path]
Guess = Callable[..., ImportPlan]
Apply = Callable[[Engagement, ImportPlan], Engagement]

FREIGHT = [
    ["Norfreight Ltd: who does what", None, None, None],
    [None, "Role", "Name", "Task", "Time spent"],
    ["Customer Care", None, None, None],
    [None, "Team lead", "Byrne, Aoife", "Quotes rates", "6 h/week"],
    ["Dispatch", None, None, None],
    [None, "Dispatcher", "Kaya, Emre", "Books carriers", "~3"],
    ["Customs & Compliance", None, None, None],
    [None, "Declarant", "Meyer, Ute", "Classifies goods", 8],
]
CLINIC = Engagement().with_changes(
    [
        ("departments", department.id, department)
        for department in (
            Department(id="R", name="Регистратура", short="РЕ"),
            Department(id="K", name="Контакт-центр", short="КО"),
            Department(id="M", name="Отдел маркетинга", short="ОМ"),
        )
    ]
)


def departments(engagement: Engagement) -> dict[str, str]:
    """The department of every function."""
    return {f.text: engagement.named(Department, f.department_id or "").name for f in engagement.functions}


def test_headings_stand_for_departments_whatever_they_are_called(save_xlsx: Save, guessed: Guess, apply: Apply) -> None:
    plan = guessed(Engagement(), save_xlsx(FREIGHT, merged=["A3:E3", "A5:E5", "A7:E7"]))
    after = apply(Engagement(), plan)
    assert departments(after) == {
        "Quotes rates": "Customer Care",
        "Books carriers": "Dispatch",
        "Classifies goods": "Customs & Compliance",
    }
    assert [f.hours_per_week for f in after.functions] == [6, 3, 8]
    assert [person.name for person in after.people] == ["Aoife Byrne", "Emre Kaya", "Ute Meyer"]
    assert [position.title for position in after.positions] == ["Team lead", "Dispatcher", "Declarant"]
    assert [question.key for question in plan.questions] == [
        "heading:customer care",
        "heading:dispatch",
        "heading:customs & compliance",
    ]


def test_a_person_says_that_a_heading_is_no_department(save_xlsx: Save, guessed: Guess, apply: Apply) -> None:
    path = save_xlsx(FREIGHT, merged=["A3:E3", "A5:E5", "A7:E7"])
    after = apply(Engagement(), guessed(Engagement(), path, **{"heading:dispatch": "none"}))
    assert departments(after)["Books carriers"] == "Customer Care"


def test_headings_that_come_again_name_no_departments(save_xlsx: Save, guessed: Guess, apply: Apply) -> None:
    rows = [
        ["", "Что делает", "Часы"],
        ["Регистратура"],
        ["Ежедневно"],
        ["", "Звонит", 1],
        ["Контакт центр"],
        ["Ежедневно"],
        ["", "Пишет", 2],
    ]
    plan = guessed(CLINIC, save_xlsx(rows, merged=["A2:C2", "A3:C3", "A5:C5", "A6:C6"]))
    assert [f.department_id for f in plan.rows if isinstance(f, Function)] == ["R", "K"]
    assert not plan.questions


def test_an_unknown_heading_between_known_ones_is_asked_about(save_xlsx: Save, guessed: Guess) -> None:
    rows = [
        ["", "Что делает", "Кто"],
        ["Регистратура"],
        ["", "Звонит", "Ким А."],
        ["Лаборатория"],
        ["", "Берёт кровь", "Ан Б."],
    ]
    plan = guessed(CLINIC, save_xlsx(rows, merged=["A2:C2", "A4:C4"]))
    assert [question.key for question in plan.questions] == ["heading:лаборатория"]
    assert [row.name for row in plan.also if isinstance(row, Department)] == ["Лаборатория"]


def test_a_latin_letter_in_a_name_is_not_another_person(save_csv: Save, guessed: Guess, apply: Apply) -> None:
    staff = "ФИО;Отдел;Должность\nСидорова Мaрина;Регистратура;Администратор\n"
    known = apply(CLINIC, guessed(CLINIC, save_csv(staff)))
    plan = guessed(known, save_csv("Отдел;Кто;Чем занимается;ч/мес\nРегистратура;Сидорова Марина;Звонит;26\n"))
    assert not plan.questions
    assert [(f.person_id, str(f.hours_per_week)) for f in plan.rows if isinstance(f, Function)] == [("P01", "6")]


@pytest.mark.parametrize(
    ("title", "department", "is_head"),
    [
        ("Руководитель контакт-центра", "Контакт-центр", True),
        ("Руководитель отдела маркетинга", "Отдел маркетинга", True),
        ("Dispatch manager", "Dispatch", True),
        ("Team lead", "Dispatch", True),
        ("Старший администратор", "Регистратура", False),
        ("Руководитель проекта", "Регистратура", False),
    ],
)
def test_the_head_is_told_by_the_title(
    title: str, department: str, is_head: bool, save_csv: Save, guessed: Guess, apply: Apply
) -> None:
    text = f"ФИО;Отдел;Должность\nИванов Иван;{department};{title}\nПетров Пётр;{department};Оператор\n"
    after = apply(Engagement(), guessed(Engagement(), save_csv(text)))
    assert after.departments[0].head_person_id == ("P01" if is_head else None)


def test_what_somebody_works_as_is_not_whether_they_work(save_csv: Save, guessed: Guess, apply: Apply) -> None:
    text = "ФИО;Отдел;Кем работает;Работает\nИванов Иван;Склад;кладовщик;да\nКим Ольга;Закупки;менеджер;нет\n"
    after = apply(Engagement(), guessed(Engagement(), save_csv(text)))
    assert [position.title for position in after.positions] == ["кладовщик", "менеджер"]
    assert [person.active for person in after.people] == [True, False]


def test_the_management_does_not_take_part_unless_somebody_says_so(save_csv: Save, guessed: Guess) -> None:
    text = "ФИО;Отдел;Должность\n" + "".join(
        f"{name};{home};Сотрудник\n"
        for name, home in (("Ан А", "Аптека"), ("Бо Б", "Аптека"), ("Вэй В", "Дирекция"), ("Го Г", "Дирекция"))
    )
    defaults = {question.key: question.default for question in guessed(Engagement(), save_csv(text)).questions}
    assert defaults == {"takes_part:аптека": "new", "takes_part:дирекция": "outside"}


def test_answers_of_a_survey_find_their_departments_and_their_day(save_csv: Save, guessed: Guess) -> None:
    """As the form of a large search engine writes them; «Лаборатория» is none of the departments."""
    answers = "".join(
        f"2026/09/{day} 9:05:00 AM GMT+3,{home},{','.join('43215'[: 3 + day % 2])}\n"
        for day, home in (
            (10, "Регистратура"),
            (11, "КЦ"),
            (12, "Маркетинг"),
            (13, "контакт центр"),
            (14, "Лаборатория"),
        )
    )
    plan = guessed(CLINIC, save_csv(f"Отметка времени,Ваш отдел?,Q1,Q2,Q3,Q4\n{answers}"))
    assert [r.department_id for r in plan.rows if isinstance(r, SurveyResponse)] == ["R", "K", "M", "K"]
    assert {q.key: q.default for q in plan.questions} == {
        "department:кц": "K",
        "department:маркетинг": "M",
        "department:лаборатория": "none",
    }
    assert [survey.date for survey in plan.also if isinstance(survey, Survey)] == [date(2026, 9, 14)]


def test_a_ledger_knows_a_department_without_its_hyphen(save_csv: Save) -> None:
    path = save_csv("Дата;Отдел;Клиент;Услуга;Сумма\n09.01.2026;Контакт центр;ООО «Заря»;Осмотр;100,50\n")
    plan = plan_ledger(CLINIC, path)
    assert [(row.department_id, row.cents) for row in plan.rows] == [("K", 10050)]
    assert not plan.questions


def test_people_of_one_cell_are_told_from_a_name_with_a_comma(save_csv: Save, guessed: Guess) -> None:
    text = "Отдел;Кто;Что делает\nРегистратура;Иванова, Петренко;Звонит\nРегистратура;Ким Анна;Пишет\n"
    plan = guessed(CLINIC, save_csv(text))
    assert [question.key for question in plan.questions] == ["performer:иванова, петренко"]
    assert "Петренко Иванова" not in {row.name for row in plan.also if isinstance(row, Person)}


def test_a_column_of_answers_that_is_called_otherwise_is_asked_about(save_csv: Save, guessed: Guess) -> None:
    text = (
        "№;Деятельность;Регистратура;КЦ;Маркетинг;Мнение директора\n"
        "1;Запись;мы;РЕ;РЕ и КО;спросить\n"
        "2;Отзывы;мы;мы;?;да\n"
    )
    plan = guessed(CLINIC, save_csv(text))
    assert [(c.department_id, c.answer, c.others) for c in plan.rows if isinstance(c, Claim)][:3] == [
        ("R", Answer.WE, ()),
        ("K", Answer.THEY, ("R",)),
        ("M", Answer.THEY, ("R", "K")),
    ]
    assert {q.key: q.default for q in plan.questions} == {"department:кц": "K", "department:маркетинг": "M"}
    assert [Words("ru").message(note) for note in plan.notes] == ["Эти столбцы не загружаются: Мнение директора."]
    assert plan.unread == (0, 5)
    left = guessed(CLINIC, save_csv(text), **{"department:маркетинг": "none"})
    assert {c.department_id for c in left.rows if isinstance(c, Claim)} == {"R", "K"}


def test_a_cell_names_a_department_as_the_heading_of_its_column_does(save_csv: Save, guessed: Guess) -> None:
    text = "Деятельность;Регистратура;КЦ;Маркетинг\nЗапись;Маркетинг;мы и маркетинг;мы\n"
    plan = guessed(CLINIC, save_csv(text))
    assert [(c.answer, c.others) for c in plan.rows if isinstance(c, Claim)] == [
        (Answer.THEY, ("M",)),
        (Answer.BOTH, ("M",)),
        (Answer.WE, ()),
    ]


def test_names_may_stand_over_the_row_that_says_activity(save_xlsx: Save, guessed: Guess, apply: Apply) -> None:
    people = [Person(id="P1", name="Ким Анна", department_id="R"), Person(id="P2", name="Ли Вера", department_id="K")]
    known = CLINIC.with_changes([("people", person.id, person) for person in people])
    rows = [
        ["Матрица"],
        ["", "Ким А.", "Ли Вера"],
        ["Деятельность", "Регистратура", "Контакт-центр"],
        ["Запись", "А", "r"],
    ]
    plan = guessed(known, save_xlsx(rows, merged=["A1:C1"]))
    assert [(cell.person_id, cell.letters) for cell in plan.rows if isinstance(cell, RaciCell)] == [
        ("P1", "A"),
        ("P2", "R"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Activity,Key?,Same client or document?\nBooking,yes,yes\n", "activities"),
        ("Деятельность;Ключевая;Тот же клиент или документ?\nЗапись;да;да\n", "activities"),
        ("Measure,Unit,Baseline,Target\nOn-time delivery,%,88,95\n", "indicators"),
        ("Метрика;Ед.;Было;Цель\nЗвонки в срок;%;80;95\n", "indicators"),
    ],
)
def test_tables_are_known_by_the_words_people_use(text: str, kind: str, save_csv: Save, guessed: Guess) -> None:
    plan = guessed(CLINIC, save_csv(text))
    assert (plan.kind, len(plan.rows), plan.unread) == (kind, 1, ())
    assert all(row.same_object is SameObject.YES for row in plan.rows if isinstance(row, Activity))


@pytest.mark.parametrize(
    ("seller", "department"),
    [
        ("Зимин Антон Викторович", "R"),
        ("Зимин А. В.", "R"),
        ("А.В. Зимин", "R"),
        ("Зимин А", "R"),
        ("Антон Зимин", "R"),
        ("Зимин", "R"),
        ("Зимина", None),
        ("J. Novak", "K"),
        ("Novak Jan", "K"),
        ("Ли", None),
        ("Ли М.", "M"),
        ("Ли В.", "K"),
    ],
)
def test_a_ledger_that_names_who_sold_knows_people_by_their_initials(
    seller: str, department: str | None, save_csv: Save
) -> None:
    names = (("Зимин Антон Викторович", "R"), ("Jan Novak", "K"), ("Ли Вера", "K"), ("Ли Мария", "M"))
    people = [Person(id=f"P{n}", name=name, department_id=home) for n, (name, home) in enumerate(names)]
    known = CLINIC.with_changes([("people", person.id, person) for person in people])
    path = save_csv(
        f"Дата;Менеджер;Клиент;Услуга;Сумма\n09.01.2026;{seller};Заря;Осмотр;1\n09.01.2026;КО;Заря;Осмотр;1\n"
    )
    sold = {row.department_id for row in plan_ledger(known, path).rows if row.date.day == 9}
    assert sold == {"K", *((department,) if department else ())}
