"""Activities, answers and matrices as offices write them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import Activity, Answer, Claim, Department, RaciCell, SameObject
from workshop_app.exchange.imports import ImportPlan, guess_kind, plan_import
from workshop_app.exchange.imports.draft import MOST_LISTED, listed
from workshop_app.i18n import Words

Save = Callable[..., Path]
Guess = Callable[..., ImportPlan]
Apply = Callable[[Engagement, ImportPlan], Engagement]


def three_departments() -> Engagement:
    names = (("A", "Продажи", "П"), ("B", "Сервис", "С"), ("C", "Закупки и склад", "ЗС"))
    departments = [Department(id=key, name=name, short=code, rank=rank) for rank, (key, name, code) in enumerate(names)]
    activities = [Activity(id="ACT01", title="Приём заявок"), Activity(id="ACT02", title="Разбор жалоб", rank=1)]
    return Engagement.of([*departments, *activities])


def answers(plan: ImportPlan) -> list[tuple[str, str, Answer, tuple[str, ...]]]:
    return [(row.activity_id, row.department_id, row.answer, row.others) for row in plan.rows if isinstance(row, Claim)]


def test_answers_of_three_departments(save_xlsx: Save, guessed: Guess) -> None:
    rows = [
        ["Кто это делает?", None, None, None, None],
        ["№", "Деятельность", "Продажи", "С", "Закупки и склад"],
        [1, "Приём заявок", "мы", "Продажи", "П + С"],
        [2, "разбор жалоб.", "все", "никто", "?"],
        [3, "Выезд к клиенту", "вместе", "мы и Закупки и склад", None],
    ]
    plan = guessed(three_departments(), save_xlsx(rows, merged=["A1:E1"]))
    assert plan.kind == "claims"
    assert answers(plan) == [
        ("ACT01", "A", Answer.WE, ()),
        ("ACT01", "B", Answer.THEY, ("A",)),
        ("ACT01", "C", Answer.THEY, ("A", "B")),
        ("ACT02", "A", Answer.BOTH, ()),
        ("ACT02", "B", Answer.NOBODY, ()),
        ("ACT02", "C", Answer.UNKNOWN, ()),
        ("ACT03", "B", Answer.BOTH, ("C",)),
    ]
    assert [question.key for question in plan.questions] == ["answer:5:П"]


def test_an_answer_given_to_a_question_counts(save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Деятельность;Продажи;Сервис;ЗС\nПриём заявок;мы;как получится;мы\n")
    assert [q.key for q in guessed(three_departments(), path).questions] == ["answer:2:С"]
    plan = guessed(three_departments(), path, **{"answer:2:С": "никто"})
    assert not plan.questions
    assert ("ACT01", "B", Answer.NOBODY, ()) in answers(plan)


def test_the_second_wave_stands_beside_the_first(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    text = "Деятельность;ОП-1;ОП-2\nACT01;мы;мы\n"
    first = guessed(demo, save_csv(text))
    second = guessed(demo, save_csv("Ответы, волна 2;;\n" + text))
    assert (first.added, first.updated) == (0, 2)
    assert [row.id for row in second.rows] == ["ACT01/A/2", "ACT01/B/2"]


def test_a_sheet_without_departments_is_refused(demo: Engagement, save_csv: Save) -> None:
    with pytest.raises(ProblemError, match="headed by a department"):
        plan_import(demo, save_csv("Деятельность;Когда;Зачем\nПриём заявок;утром;надо\n"), "claims")


def test_answers_can_found_a_workshop(save_csv: Save, guessed: Guess, apply: Apply) -> None:
    path = save_csv("Activity,Sales One,Sales Two\nOffers,we,they\nComplaints,both,don't know\n")
    after = apply(Engagement(), guessed(Engagement(), path))
    assert [d.name for d in after.departments] == ["Sales One", "Sales Two"]
    assert len(after.claims) == 4


def test_activities_with_rules(demo: Engagement, save_csv: Save, guessed: Guess, apply: Apply) -> None:
    text = (
        "Код;Деятельность;Ключевая;Аудит;Один и тот же объект;Правило;Подтверждено\n"
        "ACT01;;да;нет;не знаем;Делим по отраслям;ОП-1, ОП-2\n"
        ";Новая деятельность;✓;;да;;ОП-1 и Склад\n"
        "ACT01;Ещё раз;;;;;\n"
    )
    plan = guessed(demo, save_csv(text))
    assert plan.kind == "activities"
    assert (plan.added, plan.updated, len(plan.repeats)) == (1, 1, 1)
    after = apply(demo, plan)
    first, new = after.named(Activity, "ACT01"), after.activities[-1]
    assert first.title == demo.activities[0].title
    assert (first.audited, first.same_object) == (False, SameObject.UNKNOWN)
    assert first.existing_rule_confirmed_by == ("A", "B")
    assert (new.id, new.key, new.same_object, new.existing_rule_confirmed_by) == (
        "ACT31",
        True,
        SameObject.YES,
        ("A",),
    )
    assert [u.text for u in after.unresolved("activities", "ACT31", "existing_rule_confirmed_by")] == ["Склад"]


def letters(plan: ImportPlan) -> dict[str, str]:
    return {row.id: row.letters for row in plan.rows if isinstance(row, RaciCell)}


def test_a_matrix_with_departments_above_the_names(demo: Engagement, save_xlsx: Save, guessed: Guess) -> None:
    rows = [
        ["Деятельность", "ОП-1", None, "ОП-2", "Примечание"],
        [None, "Корнеева И. Л.", "P02", "Неизвестный Н. Н.", None],
        ["ACT01", "а", "r / C", "И", "обсудить на планёрке"],
        ["ACT02", "-", "AR", None, None],
    ]
    plan = guessed(demo, save_xlsx(rows, merged=["B1:C1", "A1:A2"]))
    assert plan.kind == "raci"
    assert letters(plan) == {"ACT01/P02": "RC", "ACT02/P02": "AR"}
    assert plan.unchanged == 1
    assert [(getattr(row, "text", ""), getattr(row, "value", "")) for row in plan.also] == [("Неизвестный Н. Н.", "И")]
    assert "Примечание" in str(plan.notes[0])


def test_a_whole_sheet_of_russian_letters_is_read_as_such(demo: Engagement, save_csv: Save, guessed: Guess) -> None:
    path = save_csv("Деятельность;P01;P02;P03\nACT01;О;И;К\nACT02;ОИ;У;\n")
    plan = guessed(demo, path)
    assert letters(plan)["ACT01/P02"] == "R"
    assert letters(plan)["ACT02/P01"] == "AR"
    assert [question.key for question in plan.questions] == ["letters", "emptied"]
    mixed = guessed(demo, save_csv("Деятельность;P01;P02;P03\nACT01;A;И;C\n"))
    assert letters(mixed)["ACT01/P02"] == "И"


def test_a_matrix_can_bring_its_people(save_csv: Save, guessed: Guess, apply: Apply) -> None:
    after = apply(Engagement(), guessed(Engagement(), save_csv("Activity,Ann Lee,Bob Ray\nOffers,A,R\nCalls,I,AR\n")))
    assert [person.name for person in after.people] == ["Ann Lee", "Bob Ray"]
    assert len(after.raci_rows) == 2


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Дата;Клиент;Услуга;Отдел;Сумма\n01.02.2025;Альфа;Аудит;ОП-1;100\n", "ledger"),
        ('{"format": "joint-plan-engagement/1"}', "engagement"),
        ("Отдел;Q1;Q2;Q3\nОП-1;1;4;5\nОП-2;2;3;3\n", "survey"),
        ("Показатель;Хорошо;База;Цель\nУдержание;рост;90,8;93\n", "indicators"),
        ("Что сделать;Кто;Срок\nСоставить список;P01;01.03.2026\n", "actions"),
    ],
)
def test_the_kind_is_told_by_the_content(demo: Engagement, save_csv: Save, text: str, kind: str) -> None:
    assert guess_kind(save_csv(text), demo) == kind


def test_a_matrix_without_people_says_what_is_missing(demo: Engagement, save_csv: Save) -> None:
    path = save_csv("№;Деятельность\n1;Подготовка и согласование договоров\n")
    with pytest.raises(ProblemError, match="headed by a person"):
        plan_import(demo, path, "raci")


@pytest.mark.parametrize(("count", "tail"), [(1, ""), (MOST_LISTED, ""), (MOST_LISTED + 1, " and 1 more")])
def test_the_first_names_are_listed_and_the_others_counted(count: int, tail: str) -> None:
    names = [f"N{place}" for place in range(count)]
    assert Words("en").message(Message("{names}", {"names": listed(names)})) == ", ".join(names[:MOST_LISTED]) + tail
