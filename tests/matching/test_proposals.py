"""What is proposed, in which tier, with which words, and how the facilitator's answers change it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from workshop_app.matching import CHECK, CONFIDENT, Answers, Because, Line, Matcher, Pair

SALES = (
    "Подготовка КП",
    "Работа с дебиторкой",
    "Обучение новых менеджеров",
    "Выставление счетов",
    "Обзвон холодной базы",
    "Согласование скидок с руководителем",
    "Участие в выставках",
    "Планёрки по понедельникам",
)
SERVICE = (
    "Составление коммерческих предложений",
    "Взыскание ДЗ",
    "Обучение клиентов",
    "Приём жалоб",
    "Выезд мастера к клиенту",
    "Заказ запчастей",
    "График смен мастеров",
    "Утренние летучки",
)


def lines_of(department: str, texts: Sequence[str]) -> list[Line]:
    return [Line(f"{department}{number}", department, text) for number, text in enumerate(texts, start=1)]


LINES = lines_of("S", SALES) + lines_of("V", SERVICE)


def link(first: str, second: str) -> frozenset[frozenset[str]]:
    return frozenset({frozenset((first, second))})


def pair_of(pairs: Sequence[Pair], first: str, second: str) -> Pair | None:
    return next((pair for pair in pairs if {pair.a, pair.b} == {first, second}), None)


def test_same_work_comes_first_and_only_between_departments(matcher: Matcher) -> None:
    pairs = matcher.rank(LINES)
    assert {(pair.a, pair.b) for pair in pairs[:3]} == {("S1", "V1"), ("S2", "V2"), ("S8", "V8")}
    assert all((pair.department_a, pair.department_b) == ("S", "V") for pair in pairs)
    assert [pair.score for pair in pairs] == sorted((pair.score for pair in pairs), reverse=True)


def test_words_explain_a_pair_as_they_were_typed(matcher: Matcher) -> None:
    pair = pair_of(matcher.rank(LINES), "S2", "V2")
    assert pair
    assert pair.because == (Because("дебиторкой", "Взыскание ДЗ", "dictionary"),)
    assert all(pair.because for pair in matcher.rank(LINES))


@pytest.mark.parametrize(("first", "second", "kind"), [
    ("Стирка штор", "Стирка белья", "same"),
    ("Стирка штор", "Белье для стирки", "lemma"),
    ("Выставление счетов", "Биллинг", "dictionary"),
    ("Отгрузка со склада", "Отправка товара", "dictionary"),
    ("Ведение зумбатории", "Работа с зумбаториями", "similar"),
])  # fmt: skip
def test_kinds_of_reasons(matcher: Matcher, first: str, second: str, kind: str) -> None:
    pairs = matcher.rank([Line("a", "A", first), Line("b", "B", second)])
    kinds = {reason.kind for pair in pairs for reason in pair.because}
    assert kind in kinds or (kind == "similar" and "lemma" in kinds)


def test_tiers_follow_the_score(matcher: Matcher) -> None:
    pairs = matcher.rank(LINES)
    assert {pair.tier for pair in pairs} == {"confident", "check"}
    for pair in pairs:
        assert pair.tier == ("confident" if pair.score >= CONFIDENT else "check")
        assert CHECK <= pair.score <= 1


def test_a_pair_to_check_is_among_the_best_three_of_either_line(matcher: Matcher) -> None:
    pairs = matcher.rank([*LINES, *(Line(f"{line.id}-2", f"{line.department_id}2", line.text) for line in LINES)])
    ranks: dict[str, int] = {}
    assert any(pair.tier == "check" for pair in pairs)
    for pair in pairs:
        for line in (pair.a, pair.b):
            ranks[line] = ranks.get(line, 0) + 1
        assert pair.tier == "confident" or min(ranks[pair.a], ranks[pair.b]) <= 3


def test_other_participants_are_other_work(matcher: Matcher) -> None:
    pairs = matcher.rank([*LINES, Line("V9", "V", "Обучение сотрудников сервиса")])
    own, customers = pair_of(pairs, "S3", "V9"), pair_of(pairs, "S3", "V3")
    assert own and own.tier == "confident"
    assert customers is None or customers.score < own.score / 2


def test_the_part_of_a_compound_line_counts(matcher: Matcher) -> None:
    lines = [*LINES, Line("V9", "V", "Приём заявок, выставление счетов и отправка почты")]
    found = pair_of(matcher.rank(lines), "S4", "V9")
    assert found and found.tier == "confident"
    assert any(reason.a == reason.b.capitalize() for reason in found.because)


def test_a_mistyped_word_is_understood(matcher: Matcher) -> None:
    lines = [Line("a", "A", "Инвинтаризация склада"), Line("b", "B", "Переучёт остатков")]
    assert matcher.rank(lines)[0].tier == "confident"


def test_russian_and_english_meet(matcher: Matcher) -> None:
    lines = [Line("a", "A", "Выставление счетов"), Line("b", "B", "Raise invoices")]
    assert matcher.rank(lines)[0].tier == "confident"


class ByLetters:
    """An encoder for which every form of a word is another text."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        table = np.array([[text.count(chr(sign)) for sign in range(ord("а"), ord("я") + 1)] for text in texts])
        vectors: NDArray[np.float32] = (table / np.maximum(np.linalg.norm(table, axis=1), 1)[:, None]).astype(
            np.float32
        )
        return vectors


def test_the_order_of_lines_and_departments_does_not_matter(matcher: Matcher) -> None:
    lines = lines_of("D", ("Уборка номеров", "Проверка номера перед заездом", "Регистрация забытых вещей"))
    lines += lines_of("R", ("Отчёт о номерах", "Учёт забытой вещи", "Контроль заездов гостей"))
    heard = matcher.with_encoder(ByLetters())
    found, turned = (
        {frozenset((pair.a, pair.b)): (round(pair.score, 5), pair.tier) for pair in heard.rank(given)}
        for given in (lines, lines[::-1])
    )
    assert found == turned and len(found) > 3


def test_the_same_input_gives_the_same_output(matcher: Matcher) -> None:
    assert matcher.rank(LINES) == matcher.rank(LINES) == Matcher().rank(LINES)


@pytest.mark.parametrize("lines", [
    [],
    [Line("a", "A", "Выставление счетов")],
    [Line("a", "A", ""), Line("b", "B", "   ")],
    [Line("a", "A", "…"), Line("b", "B", "123")],
    [Line("a", "A", "и"), Line("b", "B", "Выставление счетов")],
])  # fmt: skip
def test_nothing_to_compare_gives_nothing(matcher: Matcher, lines: list[Line]) -> None:
    assert matcher.rank(lines) == ()
    assert matcher.groups(lines) == ()


def test_a_very_long_text_is_no_trouble(matcher: Matcher) -> None:
    essay = "Подготовка договоров, счетов и актов для клиентов по запросу. " * 500
    pairs = matcher.rank([Line("a", "A", essay), Line("b", "B", "Подготовка договоров")])
    assert [(pair.a, pair.b) for pair in pairs] == [("a", "b")]


def test_a_text_that_several_people_have_is_proposed_once(matcher: Matcher) -> None:
    pairs = matcher.rank([*LINES, Line("S20", "S", "подготовка  КП")])
    assert pair_of(pairs, "S1", "V1")
    assert pair_of(pairs, "S20", "V1") is None


@pytest.mark.parametrize("kind", ["must_link", "related", "cannot_link"])
def test_answered_pairs_are_not_proposed_again(matcher: Matcher, kind: str) -> None:
    pairs = matcher.rank(LINES, Answers(**{kind: link("S1", "V1")}))
    assert pair_of(pairs, "S1", "V1") is None
    assert pair_of(pairs, "S2", "V2")


def test_an_answer_for_one_person_holds_for_all_with_the_same_text(matcher: Matcher) -> None:
    pairs = matcher.rank([*LINES, Line("S20", "S", "подготовка КП")], Answers(cannot_link=link("S20", "V1")))
    assert pair_of(pairs, "S1", "V1") is None


THREE = [Line("a", "A", "Выставление счетов"), Line("b", "B", "Счета на оплату"), Line("c", "C", "Биллинг")]


def test_confirmed_pairs_chain(matcher: Matcher) -> None:
    assert pair_of(matcher.rank(THREE), "a", "c")
    assert matcher.rank(THREE, Answers(must_link=link("a", "b") | link("b", "c"))) == ()


def test_what_is_rejected_for_one_is_rejected_for_the_whole_chain(matcher: Matcher) -> None:
    assert matcher.rank(THREE, Answers(must_link=link("a", "b"), cannot_link=link("b", "c"))) == ()


def test_related_pairs_say_nothing_of_others(matcher: Matcher) -> None:
    pairs = matcher.rank(THREE, Answers(must_link=link("a", "b"), related=link("b", "c")))
    assert [(pair.a, pair.b) for pair in pairs] == [("a", "c")]


def test_answers_about_lines_that_are_gone_are_passed_over(matcher: Matcher) -> None:
    assert matcher.rank(LINES, Answers(must_link=link("S1", "gone"))) == matcher.rank(LINES)


def test_the_organisations_dictionary_is_obeyed_and_named(matcher: Matcher) -> None:
    lines = [*LINES, Line("S20", "S", "Подготовка КСО"), Line("V20", "V", "Сводка закрытых обращений за смену")]
    assert pair_of(matcher.rank(lines), "S20", "V20") is None
    told = matcher.rank(lines, Answers(dictionary={"КСО": ("сводка закрытых обращений",)}))
    found = pair_of(told, "S20", "V20")
    assert found and found.tier == "confident"
    assert Because("КСО", "Сводка закрытых обращений", "own_dictionary") in found.because
    assert pair_of(matcher.rank(lines), "S20", "V20") is None


def test_the_organisations_dictionary_reaches_the_programs(matcher: Matcher) -> None:
    lines = [*LINES, Line("S20", "S", "Бумажки на отгрузку через зелёную папку")]
    answers = Answers(dictionary={"зелёная папка": ("взыскание долгов",)})
    found = pair_of(matcher.rank(lines, answers), "S20", "V2")
    assert found and "own_dictionary" in {reason.kind for reason in found.because}


def test_a_confirmed_pair_suggests_synonyms(matcher: Matcher) -> None:
    first, second = Line("a", "A", "Подготовка КСО"), Line("b", "B", "Подготовка бегунков")
    assert matcher.synonyms(first, second) == ("КСО", "бегунков")
    assert matcher.synonyms(*THREE[:2]) is None
    assert matcher.synonyms(first, second, Answers(dictionary={"КСО": ("бегунок",)})) is None


def test_groups_of_more_than_two_departments(matcher: Matcher) -> None:
    lines = [*LINES, *lines_of("F", ["Контроль дебиторской задолженности", "Сдача налоговой отчётности"])]
    groups = matcher.groups(lines)
    assert frozenset({"S2", "V2", "F1"}) in groups
    assert not any("F2" in group for group in groups)


def test_groups_obey_the_answers(matcher: Matcher) -> None:
    together = matcher.groups(LINES, Answers(must_link=link("S7", "V4")))
    assert any({"S7", "V4"} <= group for group in together)
    apart = matcher.groups(THREE, Answers(cannot_link=link("a", "c")))
    assert not any({"a", "c"} <= group for group in apart)
    assert matcher.groups(THREE) == (frozenset({"a", "b", "c"}),)


def test_a_group_takes_two_texts_of_a_department_at_most(matcher: Matcher) -> None:
    many = lines_of("A", ["Выставление счетов", "Счета на оплату", "Биллинг", "Выписка счетов клиентам"])
    (group,) = matcher.groups([*many, Line("B1", "B", "Выставление счетов")])
    assert "B1" in group and len(group & {line.id for line in many}) == 2
