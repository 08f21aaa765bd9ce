"""The pulse survey: exact shares, and nobody's answers can be worked out (METHOD C.11)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Row
from workshop_app.domain.pulse import (
    QuestionFigures,
    SurveyResults,
    changes,
    is_second_wave,
    next_wave_day,
    results,
    waves,
)

F = Fraction
Answers = Mapping[str, Iterable[Mapping[str, int]]]


def survey(
    answers: Answers,
    threshold: int = 5,
    questions: Mapping[str, bool] | None = None,
    invited: Mapping[str, int] | None = None,
    name: str = "W1",
    comments: Iterable[tuple[str, str | None]] = (),
) -> Engagement:
    """One wave; ``answers`` by department, ``questions`` say which are reversed."""
    rows: list[Row] = [m.Survey(id=name, title="Before", date=date(2026, 2, 3), threshold=threshold)]
    for place, (department, group) in enumerate(answers.items()):
        rows.append(m.Department(id=department, name=department, rank=place))
        rows += [
            m.SurveyResponse(
                id=f"{name}{department}{number}",
                survey_id=name,
                department_id=department,
                answers=tuple(response.items()),
            )
            for number, response in enumerate(group)
        ]
    for code, is_reversed in (questions or {"Q1": False}).items():
        rows.append(m.SurveyQuestion(id=f"{name}/{code}", survey_id=name, code=code, reversed=is_reversed))
    for department, number in (invited or {}).items():
        rows.append(
            m.SurveyInvitation(id=f"{name}/{department}", survey_id=name, department_id=department, invited=number)
        )
    for number, (text, of) in enumerate(comments):
        rows.append(m.SurveyComment(id=f"{name}C{number}", survey_id=name, department_id=of, text=text))
    return Engagement.of(rows)


def counts(threshold: int = 5, **n: int) -> SurveyResults:
    return results(survey({name: [{"Q1": 4}] * number for name, number in n.items()}, threshold), "W1")


@pytest.mark.parametrize(
    ("n", "visible", "small", "complementary"),
    [
        ({"A": 8, "B": 7}, "AB", "", ""),
        ({"A": 8, "B": 6, "C": 3}, "A", "C", "B"),
        ({"A": 8, "B": 3, "C": 3}, "A", "BC", ""),
        ({"A": 8, "B": 5}, "AB", "", ""),
        ({"A": 8, "B": 4}, "", "B", "A"),
        ({"A": 6, "B": 6, "C": 1}, "B", "C", "A"),
        ({"A": 8, "B": 0}, "A", "B", ""),
        ({"A": 3, "B": 1}, "", "AB", ""),
    ],
    ids=str,
)
def test_small_departments_hide_and_take_another_with_them(
    n: dict[str, int], visible: str, small: str, complementary: str
) -> None:
    found = counts(**n)
    assert (found.visible, found.hidden_small, found.hidden_complementary) == (
        tuple(visible),
        tuple(small),
        tuple(complementary),
    )
    assert set(found.by_department) == set(visible)


def test_company_needs_as_many_answers_as_a_department() -> None:
    assert counts(A=4).company == {} and counts(A=4).cooperation_index is None
    assert counts(A=3, B=2).company["Q1"].n == 5


def test_threshold_never_goes_below_four() -> None:
    assert counts(threshold=2, A=9, B=3).hidden_small == ("B",)
    assert counts(threshold=4, A=9, B=4).visible == ("A", "B")


def test_reversed_question_is_turned_round_before_anything_else() -> None:
    found = results(survey({"A": [{"Q2": answer} for answer in (1, 2, 3, 5, 5)]}, questions={"Q2": True}), "W1")
    assert found.company["Q2"] == QuestionFigures(5, F(40), F(14, 5))


def test_skipped_answers_count_for_nobody() -> None:
    answers = [{"Q1": 4}, {"Q1": 5}, {"Q1": 3}, {"Q1": 1}, {"Q1": 2}, {}, {"Q9": 5}]
    figures = results(survey({"A": answers}), "W1").company["Q1"]
    assert (figures.n, figures.favourable, figures.mean) == (5, F(40), F(3))


def test_question_with_too_few_answers_is_not_shown_for_the_group() -> None:
    six = [{"Q1": 4, "Q2": 4}] * 4 + [{"Q2": 4}] * 2
    found = results(survey({"A": [{"Q1": 5, "Q2": 5}] * 6, "B": six}, questions={"Q1": False, "Q2": False}), "W1")
    assert set(found.by_department["B"]) == {"Q2"} and set(found.by_department["A"]) == {"Q1", "Q2"}
    assert set(found.shown["A"]) == {"Q2"}, "company minus A would give the four answers of B away"
    assert [(gap.code, gap.is_shown) for gap in found.gaps] == [("Q2", True)]


@pytest.mark.parametrize(("a", "b"), [(8, 6), (6, 8)])
def test_a_gap_to_a_department_whose_answers_are_withheld_is_not_shown(a: int, b: int) -> None:
    both = {"Q1": 4, "Q2": 4}
    answers = {"A": [both] * a, "B": [both] * b, "C": [both] * 4 + [{"Q2": 4}] * 2}
    found = results(survey(answers, questions={"Q1": False, "Q2": False}), "W1")
    assert [name for name in found.visible if "Q1" in found.shown[name]] == ["A" if a > b else "B"]
    assert [(gap.code, gap.one + gap.other, gap.is_shown) for gap in found.gaps] == [
        ("Q1", "AB", False),
        ("Q2", "AB", True),
        ("Q2", "AC", True),
        ("Q2", "BC", True),
    ]


departments = st.integers(2, 6).flatmap(
    lambda number: st.lists(
        st.lists(st.lists(st.none() | st.integers(1, 5), min_size=2, max_size=2), max_size=12),
        min_size=number,
        max_size=number,
    )
)


@given(departments, st.integers(2, 7))
def test_what_is_withheld_is_nobody_or_a_crowd(answers: list[list[list[int | None]]], threshold: int) -> None:
    given_by = {
        chr(65 + place): [
            {f"Q{number}": value for number, value in enumerate(response) if value is not None} for response in group
        ]
        for place, group in enumerate(answers)
    }
    found = results(survey(given_by, threshold, {"Q0": False, "Q1": True}), "W1")
    threshold = max(threshold, 4)
    hidden = sum(number for name, number in found.n.items() if name not in found.visible)
    assert found.n_total < threshold or hidden == 0 or hidden >= threshold
    for code, company in found.company.items():
        seen = [cells[code].n for cells in found.shown.values() if code in cells]
        assert company.n >= threshold and all(number >= threshold for number in seen)
        assert company.n == sum(seen) or company.n - sum(seen) >= threshold
    for name, cells in found.shown.items():
        assert cells.items() <= found.by_department[name].items()


def test_participation_per_department_and_in_all() -> None:
    found = results(survey({"A": [{"Q1": 4}] * 8, "B": [{"Q1": 4}] * 7, "C": []}, invited={"A": 8, "B": 8}), "W1")
    assert found.participation == {"A": 100, "B": F(175, 2), "C": None}
    assert found.participation_total == F(1500, 16)


def test_index_is_the_mean_of_exact_shares() -> None:
    answers = [{"Q1": 5, "Q2": 5}] * 2 + [{"Q1": 1, "Q2": 5}] * 4
    found = results(survey({"A": answers}, questions={"Q1": False, "Q2": False}), "W1")
    assert found.cooperation_index == (F(100, 3) + 100) / 2


def test_gap_is_an_alarm_from_twenty_points_on_exact_values() -> None:
    def gap(liked: int) -> bool:
        answers = {"A": [{"Q1": 5}] * liked + [{"Q1": 1}] * (10 - liked), "B": [{"Q1": 5}] * 4 + [{"Q1": 1}] * 6}
        return bool(results(survey(answers), "W1").gap_alarms)

    assert gap(6) and gap(2) and not gap(5)
    third = results(survey({"A": [{"Q1": 5}] * 3 + [{"Q1": 1}] * 6, "B": [{"Q1": 5}] * 7 + [{"Q1": 1}] * 6}), "W1")
    (gap_found,) = third.gaps
    assert gap_found.points == F(100, 3) - F(700, 13) and gap_found.is_alarm
    assert (gap_found.one, gap_found.other) == ("A", "B")


def test_fall_of_fifteen_points_between_waves_is_an_alarm() -> None:
    def wave(liked: int) -> SurveyResults:
        return results(survey({"A": [{"Q1": 5}] * liked + [{"Q1": 1}] * (20 - liked)}), "W1")

    def alarm(before: int, after: int) -> bool:
        (change,) = changes(wave(before), wave(after))
        return change.is_alarm

    assert alarm(10, 7) and not alarm(10, 8) and not alarm(7, 10)
    assert changes(wave(3), wave(3))[0].points == 0
    assert changes(counts(A=3), wave(3)) == (), "what was hidden before is not compared"


def test_one_person_is_told_in_points_below_twenty_people() -> None:
    assert counts(A=14).one_person() == F(100, 14)
    assert counts(A=14, B=6).one_person() is None
    assert counts(A=14, B=6).one_person("B") == F(100, 6)
    assert counts(A=0).one_person() is None


def test_comments_need_ten_responses() -> None:
    def texts(n: int) -> list[str]:
        found = survey({"A": [{"Q1": 4}] * n}, comments=[("Too many papers", "A"), ("  ", "A")])
        return [comment.text for comment in results(found, "W1").comments]

    assert texts(9) == [] and texts(10) == ["Too many papers"]


@pytest.mark.parametrize(
    ("n", "named"),
    [
        ({"A": 10, "B": 10}, ["A", "B"]),
        ({"A": 12, "B": 9}, [None]),
        ({"A": 12, "B": 9, "C": 9}, ["A", None]),
        ({"A": 8, "B": 7}, [None]),
    ],
    ids=str,
)
def test_department_stands_beside_a_comment_only_when_it_tells_nothing(
    n: dict[str, int], named: list[str | None]
) -> None:
    found = survey(
        {name: [{"Q1": 4}] * number for name, number in n.items()}, comments=[(f"Text {name}", name) for name in n]
    )
    assert {comment.department_id for comment in results(found, "W1").comments} == set(named)


def test_comments_are_shuffled_the_same_way_whatever_order_they_came_in() -> None:
    written = [(f"Comment {number}", None) for number in range(12)]
    orders = [
        [comment.text for comment in results(survey({"A": [{"Q1": 4}] * 12}, comments=order), "W1").comments]
        for order in (written, written[::-1])
    ]
    assert orders[0] == orders[1] and sorted(orders[0]) == sorted(text for text, _ in written)
    assert orders[0] != [text for text, _ in written]


def test_comment_that_names_somebody_says_so() -> None:
    person = m.Person(id="P1", name="Vera Milner")
    engagement = survey({"A": [{"Q1": 4}] * 12}, comments=[("Only Vera answers", None)])
    (comment,) = results(Engagement.of([*engagement.all_rows(), person]), "W1").comments
    assert comment.names == ("P1",)


def test_waves_stand_by_date_and_empty_ones_are_left_out() -> None:
    rows = list(survey({"A": [{"Q1": 4}] * 5}).all_rows())
    rows += [
        m.Survey(id="W0", date=date(2026, 1, 1), rank=9),
        m.SurveyResponse(id="R0", survey_id="W0", department_id="A", answers=()),
        m.Survey(id="W9", date=date(2025, 1, 1)),
    ]
    assert [wave.survey_id for wave in waves(Engagement.of(rows))] == ["W0", "W1"]


def test_unknown_survey_is_an_error() -> None:
    with pytest.raises(KeyError):
        results(Engagement.of([]), "W1")


@pytest.mark.parametrize("scale", [(), (5, 4, 3, 2, 1), (1, 2, 3, 4, 5)])
def test_a_scale_that_is_not_said_or_said_downwards_is_one_to_five(scale: tuple[int, ...]) -> None:
    before = survey({"A": [{"Q1": 5}] * 5}, questions={"Q1": True})
    wave = before.named(m.Survey, "W1")
    figures = results(before.with_changes([("surveys", "W1", replace(wave, scale=scale))]), "W1").company
    assert figures["Q1"] == QuestionFigures(n=5, favourable=F(0), mean=F(1))


def test_a_wave_without_a_date_stands_last() -> None:
    answers = {"A": [{"Q1": 4}] * 5}
    given = {"W1": date(2026, 5, 4), "W2": None, "W3": date(2026, 2, 3)}
    rows: dict[tuple[str, str], Row] = {}
    for name, day in given.items():
        for row in survey(answers, name=name).all_rows():
            rows[row.table, row.id] = replace(row, date=day) if isinstance(row, m.Survey) else row
    assert [wave.survey_id for wave in waves(Engagement.of(rows.values()))] == ["W3", "W1", "W2"]


SESSION = date(2026, 2, 10)


def planned(*days: date | None) -> Engagement:
    waves_of = [m.Survey(id=f"W{place}", title="Pulse", date=day) for place, day in enumerate(days)]
    return Engagement.of([m.Session(id="session", date=SESSION), *waves_of])


@pytest.mark.parametrize(("after", "is_second"), [(44, False), (45, True), (75, True), (76, False)])
def test_the_second_wave_is_45_to_75_days_after_the_session(after: int, is_second: bool) -> None:
    day = SESSION + timedelta(days=after)
    assert is_second_wave(planned(), day) is is_second
    assert not is_second_wave(Engagement.of([]), day) and not is_second_wave(planned(), None)


@pytest.mark.parametrize(
    ("held", "due"),
    [
        ((), date(2026, 3, 2)),
        ((None,), date(2026, 3, 2)),
        ((date(2026, 2, 3),), date(2026, 4, 13)),  # 60 days after the session is a Saturday
        ((date(2026, 2, 3), date(2026, 4, 13)), date(2026, 7, 13)),
        ((date(2025, 1, 9), date(2026, 3, 27)), date(2026, 6, 26)),
    ],
)
def test_the_next_wave_is_due_at_once_then_in_60_days_then_quarterly(held: tuple[date | None, ...], due: date) -> None:
    assert next_wave_day(planned(*held), date(2026, 3, 2)) == due
