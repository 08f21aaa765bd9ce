"""Answers as people write them in a spreadsheet (METHOD C.2)."""

from __future__ import annotations

import pytest

from workshop_app.domain.claims_text import department_answer, read_answer
from workshop_app.domain.model import Answer, Department

SALES = Department(id="A", name="Отдел продаж № 1", short="ОП-1", aliases=("промышленность",), rank=1)
ADS = Department(id="B", name="Отдел маркетинга и рекламы", short="ОМ", rank=2)
SERVICE = Department(id="C", name="Сервис", short="СЕ", rank=3)
TWO, THREE = (SALES, ADS), (SALES, ADS, SERVICE)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("", None),
        ("  ", None),
        (" . ", None),
        ("?", Answer.UNKNOWN),
        ("Не знаем", Answer.UNKNOWN),
        ("не знаю.", Answer.UNKNOWN),
        ("don't know", Answer.UNKNOWN),
        ("Don’t know", Answer.UNKNOWN),
        ("unknown", Answer.UNKNOWN),
        ("никто", Answer.NOBODY),
        ("Нет", Answer.NOBODY),
        ("nobody", Answer.NOBODY),
        ("none", Answer.NOBODY),
        ("все", Answer.BOTH),
        ("All", Answer.BOTH),
        ("вместе", Answer.BOTH),
        ("ОБА", Answer.BOTH),
        ("both", Answer.BOTH),
        ("мы", Answer.WE),
        ("«Мы»", Answer.WE),
        ("we", Answer.WE),
        ("us", Answer.WE),
        ("они", Answer.THEY),
        ("they", Answer.THEY),
        ("мы + они", Answer.BOTH),
        ("мы и они", Answer.BOTH),
        ("we and they", Answer.BOTH),
        ("ОП-1", Answer.WE),
        ("отдел продаж №1", None),
        ("Отдел продаж № 1", Answer.WE),
        ("промышленность", Answer.WE),
        ("ОМ", Answer.THEY),
        ("отдел маркетинга и рекламы", Answer.THEY),
        ("мы и отдел маркетинга и рекламы", Answer.BOTH),
        ("ОП-1; ОМ", Answer.BOTH),
        ("ом & мы", Answer.BOTH),
    ],
)
def test_two_departments(text: str, answer: Answer | None) -> None:
    read = read_answer(text, "A", TWO)
    assert (read.answer, read.others) == (answer, ())


@pytest.mark.parametrize(
    ("text", "answer", "others"),
    [
        ("мы", Answer.WE, ()),
        ("все", Answer.BOTH, ()),
        ("ОП-1, ОМ, СЕ", Answer.BOTH, ()),
        ("мы, сервис", Answer.BOTH, ("C",)),
        ("СЕ", Answer.THEY, ("C",)),
        ("Сервис и отдел маркетинга и рекламы", Answer.THEY, ("B", "C")),
    ],
)
def test_three_departments(text: str, answer: Answer, others: tuple[str, ...]) -> None:
    read = read_answer(text, "A", THREE)
    assert (read.answer, read.others, read.question) == (answer, others, None)


@pytest.mark.parametrize(
    ("text", "departments"),
    [
        ("вместе", THREE),
        ("оба", THREE),
        ("они", THREE),
        ("мы и они", THREE),
        ("склад", TWO),
        ("мы и склад", TWO),
        ("+", TWO),
        ("—", TWO),
        ("отдел", TWO),
    ],
)
def test_what_is_not_clear_is_asked_and_never_guessed(text: str, departments: tuple[Department, ...]) -> None:
    read = read_answer(text, "A", departments)
    assert read.answer is None
    assert read.question is not None
    assert text in str(read.question)


def test_a_name_that_fits_two_departments_is_asked() -> None:
    twins = (SALES, Department(id="B", name="Sales", aliases=("Промышленность",)))
    assert read_answer("промышленность", "A", twins).question is not None


@pytest.mark.parametrize(
    ("answers", "expected", "split"),
    [
        ([Answer.WE, Answer.WE, Answer.THEY], Answer.WE, False),
        ([Answer.WE, Answer.THEY], Answer.UNKNOWN, True),
        ([Answer.WE, Answer.WE, Answer.THEY, Answer.UNKNOWN], Answer.UNKNOWN, True),
        ([Answer.UNKNOWN, Answer.UNKNOWN, Answer.WE], Answer.UNKNOWN, False),
    ],
)
def test_individual_answers_need_more_than_half(answers: list[Answer], expected: Answer, split: bool) -> None:
    found = department_answer([(answer, ()) for answer in answers])
    assert found is not None
    assert (found.answer, found.split_vote) == (expected, split)


def test_the_same_answer_with_other_names_is_another_answer() -> None:
    found = department_answer([(Answer.THEY, ("B",)), (Answer.THEY, ("C",)), (Answer.THEY, ("B",))])
    assert found is not None and found.others == ("B",)
    assert department_answer([]) is None
