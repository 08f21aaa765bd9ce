"""Surveys, indicators and actions as offices write them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import (
    Action,
    ActionStatus,
    Department,
    Direction,
    Frequency,
    Indicator,
    IndicatorPoint,
    Survey,
    SurveyResponse,
)
from workshop_app.domain.survey_catalogue import survey_form
from workshop_app.exchange.imports import ImportPlan, plan_import
from workshop_app.i18n import LANGUAGES

Save = Callable[..., Path]
Guess = Callable[..., ImportPlan]
Apply = Callable[[Engagement, ImportPlan], Engagement]

FORM = (
    "Отметка времени;ФИО;Ваш отдел;Я точно знаю, за что отвечаю я, а за что — соседний отдел.;"
    "В2. Мне приходится делать то, что параллельно делает и соседний отдел (обратный);"
    "Своё: нам хватает людей;Что мешает?\n"
    "01.03.2026 10:01;Иванов;ОП-1;4;полностью согласен;3;Нет общего списка\n"
    "02.03.2026 11:00;;ОП-1;5 — полностью согласен;1;;\n"
    "02.03.2026 12:00;;ОП-2;;2;наверное;-\n"
    "03.03.2026 12:00;;Склад;3;3;3;\n"
)


def responses(plan: ImportPlan) -> list[tuple[str, dict[str, int]]]:
    return [(row.department_id, dict(row.answers)) for row in plan.rows if isinstance(row, SurveyResponse)]


def test_a_survey_from_a_form_service(demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply) -> None:
    path = save_csv(FORM, name="Пульс, третья волна.csv")
    plan = guessed(demo, path)
    assert plan.kind == "survey"
    assert responses(plan) == [
        ("A", {"Q1": 4, "Q2": 5, "Q3": 3}),
        ("A", {"Q1": 5, "Q2": 1}),
        ("B", {"Q2": 2}),
    ]
    after = apply(demo, plan)
    survey = after.surveys[-1]
    assert (survey.title, survey.date, survey.threshold) == ("Пульс, третья волна", date(2026, 3, 3), 5)
    questions = [q for q in after.survey_questions if q.survey_id == survey.id]
    assert [(q.code, q.reversed, q.recommendation) for q in questions] == [
        ("Q1", False, 1),
        ("Q2", True, 1),
        ("Q3", False, None),
    ]
    assert [i.invited for i in after.survey_invitations if i.survey_id == survey.id] == [8, 8]
    assert [c.text for c in after.survey_comments if c.survey_id == survey.id] == ["Нет общего списка"]
    assert [skipped.row for skipped in plan.skipped] == [5]
    assert "ФИО" in str(plan.notes[0])
    assert {question.key for question in plan.questions} == {"answer:4:Q3", "department:склад"}
    again = guessed(after, path)
    assert (again.added, again.unchanged, again.also) == (0, 3, ())


@pytest.mark.parametrize(
    ("header", "text", "is_reversed"),
    [
        ("Мне приходится ждать (обратный)", "Мне приходится ждать", True),
        ("Мне приходится ждать (обратная шкала)", "Мне приходится ждать", True),
        ("Обратный: мне приходится ждать", "мне приходится ждать", True),
        ("I have to wait (reversed)", "I have to wait", True),
        ("I have to wait [R]", "I have to wait", True),
        ("I have to wait; reversed", "I have to wait", True),
        ("Я получаю обратную связь от соседнего отдела", "Я получаю обратную связь от соседнего отдела", False),
        ("Обратная связь приходит вовремя", "Обратная связь приходит вовремя", False),
        ("A decision may be reversed later", "A decision may be reversed later", False),
        ("В2 (обратный)  Мне приходится  ждать", "Мне приходится ждать", True),
        ("12) Помощь приходит вовремя", "Помощь приходит вовремя", False),
        ("2 отдела помогают друг другу", "2 отдела помогают друг другу", False),
    ],
)
def test_a_mark_reverses_a_question_and_feedback_does_not(
    demo: Engagement, save_csv: Save, apply: Apply, header: str, text: str, is_reversed: bool
) -> None:
    path = save_csv(f"Отдел\t{header}\nОП-1\t4\nОП-2\t2\n")
    plan = plan_import(demo, path, "survey", {})
    question = apply(demo, plan).survey_questions[-1]
    assert (question.text, question.reversed) == (text, is_reversed)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_question_of_the_catalogue_is_known_by_its_words(
    language: str, save_csv: Save, guessed: Guess, apply: Apply
) -> None:
    form = survey_form(language).questions
    asked = "\t".join(question.text for question in form)
    rows = [f"{n}\t0{n}.03.2026\tA\t" + "\t".join(str(1 + (n + k) % 5) for k in range(11)) for n in range(1, 6)]
    path = save_csv("\n".join([f"№ п/п\tДата\tDepartment\t{asked}", *rows]))
    departments = Engagement.of([Department(id="A", name="A", short="A")])
    plan = guessed(departments, path)
    after = apply(departments, plan)
    assert [question.code for question in after.survey_questions] == [question.code for question in form]
    assert [len(dict(response.answers)) for response in after.survey_responses] == [11] * 5
    assert after.surveys[0].date == date(2026, 3, 5)


def test_answers_go_to_the_survey_that_waits_for_them(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    waiting = demo.with_changes([("surveys", "W9", Survey(id="W9", title="Третья волна", date=date(2026, 6, 1)))])
    plan = guessed(waiting, save_csv("Отдел;Q1;Q2;Q3\nОП-1;1;2;3\n"))
    assert {getattr(row, "survey_id", "") for row in plan.rows} == {"W9"}
    assert [question.key for question in plan.questions] == ["survey"], "its date is known"
    new = guessed(waiting, save_csv("Отдел;Q1;Q2;Q3\nОП-1;1;2;3\n"), survey="new")
    assert {getattr(row, "survey_id", "") for row in new.rows} == {"W10"}
    assert [question.key for question in new.questions] == ["survey_date"]


def test_indicators_with_a_row_per_value(demo: Engagement, save_xlsx: Save, guessed: Guess, apply: Apply) -> None:
    rows = [
        ["Показатели плана"],
        ["Код", "Показатель", "Хорошо", "Частота", "База", "Дата базы", "Цель", "Срок", "Граница", "Дата", "Значение"],
        ["I01", None, None, None, None, None, None, None, None, date(2026, 3, 31), 92.5],
        [None, "Новых клиентов", "рост", "ежемесячно", "10", "31.12.2025", 15, "31.12.2026", 8, "31.01.2026", "11,5"],
        [None, None, None, None, None, None, None, None, None, "28.02.2026", "1 012"],
    ]
    plan = guessed(demo, save_xlsx(rows))
    assert plan.kind == "indicators"
    after = apply(demo, plan)
    new = after.indicators[-1]
    assert new == Indicator(
        id="I11",
        title="Новых клиентов",
        direction=Direction.UP,
        frequency=Frequency.MONTHLY,
        baseline=Decimal(10),
        baseline_date=date(2025, 12, 31),
        target=Decimal(15),
        deadline=date(2026, 12, 31),
        alarm_limit=Decimal(8),
        rank=new.rank,
    )
    points = {(p.indicator_id, p.date): p.value for p in after.indicator_points}
    assert points["I11", date(2026, 2, 28)] == 1012
    assert points["I01", date(2026, 3, 31)] == Decimal("92.5")
    assert len([p for p in after.indicator_points if p.indicator_id == "I01"]) == 12


def test_indicators_with_a_column_per_month(save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Показатель;База;Цель;янв 2026;фев 2026;03.2026\nЖалобы;20;10;18;-;15,5 %\n")
    plan = guessed(Engagement(), path)
    points = [(p.date, p.value) for p in plan.also if isinstance(p, IndicatorPoint)]
    assert points == [(date(2026, 1, 31), 18), (date(2026, 3, 31), Decimal("15.5"))]
    assert getattr(plan.rows[0], "direction", None) == Direction.DOWN


def test_values_alone_are_indicators_too(demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply) -> None:
    title = demo.indicators[0].title
    plan = guessed(demo, save_csv(f"Показатель;Дата;Значение\n{title};15 мая 2026;91,7\n"))
    assert plan.kind == "indicators"
    assert apply(demo, plan).indicator_points[-1].value == Decimal("91.7")


def test_a_number_that_is_none_becomes_a_question(save_csv: Save, guessed: Guess) -> None:
    plan = guessed(Engagement(), save_csv("Показатель;База;Цель\nЖалобы;много;10\n"))
    assert {question.key for question in plan.questions} == {"number:2:много", "direction:жалобы"}


def test_actions_from_a_table(demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply) -> None:
    path = save_csv(
        "Код;Действие;Ответственный;Соисполнитель;Срок;Статус;Рекомендации;Результат;Цель\n"
        "X01;Утвердить карту рынка;P01;P09;2026-02-20;выполнено;1;Подписанная страница;\n"
        ";Обзвонить клиентов;Корнеева Ирина Львовна;Кто-то Ещё;до 30 апреля 2026 г.;в процессе;2, 4;Список;G1\n"
    )
    plan = guessed(demo, path)
    assert (plan.added, plan.updated, plan.unchanged) == (1, 0, 1)
    after = apply(demo, plan)
    made = after.named(Action, "X26")
    assert (made.owner_id, made.due, made.status) == ("P01", date(2026, 4, 30), ActionStatus.IN_PROGRESS)
    assert (made.recommendations, made.goal_id) == ((2, 4), "G1")
    assert [u.text for u in after.unresolved("actions", "X26", "co_owner_id")] == ["Кто-то Ещё"]
