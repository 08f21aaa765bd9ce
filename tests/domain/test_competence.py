"""The key competence test: the method's example, its limits, and the sentence for the room (METHOD C.7)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.sound_plan import changed, edited, sound_plan
from workshop_app.domain import model as m
from workshop_app.domain.competence import (
    CRITERIA,
    CompetenceTest,
    LedgerFigures,
    Source,
    Verdict,
    competence_tests,
    ledger_score,
)
from workshop_app.domain.engagement import Engagement
from workshop_app.i18n import Words

FIGURES = LedgerFigures(retention=Fraction("90.8"), bought_once=Fraction("41.7"))


def votes(competence: str = "C1", **given: dict[str, tuple[int, ...]]) -> list[m.Row]:
    return [
        m.CompetenceVotes(
            id=f"{competence}/{criterion}/{name}",
            competence_id=competence,
            criterion=criterion,
            department_id=name,
            votes=ballots,
        )
        for criterion, departments in given.items()
        for name, ballots in departments.items()
    ]


def candidate(*rows: m.Row, figures: LedgerFigures | None = None, **fields: object) -> CompetenceTest:
    competence = m.Competence(id="C1", text="We come before the inspection", **fields)
    return competence_tests(Engagement.of([competence, *rows]), figures)["C1"]


EXAMPLE = votes(
    K1={"A": (2, 2, 1, 2, 2, 2, 2, 1), "B": (2, 2, 2, 1, 2, 2, 2, 2)},
    K3={"A": (1, 1, 2, 1, 2, 1, 1, 1), "B": (1, 2, 1, 1, 2, 2, 1, 2)},
    K4={"A": (1, 2, 2, 2, 2, 1, 1, 2), "B": (2, 1, 2, 2, 2, 1, 2, 2)},
    K5={"A": (2, 2, 2, 2, 2, 1, 2, 2), "B": (2, 2, 1, 2, 2, 2, 2, 2)},
    K6={"A": (1, 2, 1, 1, 1, 2, 1, 2), "B": (1, 1, 2, 1, 2, 1, 1, 2)},
)


def test_the_example_of_the_method() -> None:
    test = candidate(*EXAMPLE, figures=FIGURES)
    means = {name: score.mean for name, score in test.scores.items()}
    assert means == {
        "K1": Fraction(29, 16),
        "K2": 1,
        "K3": Fraction(22, 16),
        "K4": Fraction(27, 16),
        "K5": Fraction(30, 16),
        "K6": Fraction(22, 16),
    }
    assert (test.verdict, test.passed) == (Verdict.CANDIDATE, 5)
    assert Words("en").message(test.sentence) == (
        "Almost: four in ten new clients don't come back. Until they do, you sell well once."
    )
    assert "четверо из десяти новых клиентов".replace(" ", "") in Words("ru").message(test.sentence).replace(
        "\xa0", ""
    ).replace(" ", "")


@pytest.mark.parametrize(
    ("retention", "bought_once", "score"),
    [
        ("85", "30", 2),
        ("84.99", "30", 1),
        ("85", "30.01", 1),
        ("75", "50", 1),
        ("74.99", "0", 0),
        ("99", "50.01", 0),
        ("85", None, 2),
        ("75", None, 1),
        ("74.9", None, 0),
        (None, "10", None),
    ],
)
def test_repeats_are_scored_by_the_ledger(retention: str | None, bought_once: str | None, score: int | None) -> None:
    figures = LedgerFigures(
        None if retention is None else Fraction(retention), None if bought_once is None else Fraction(bought_once)
    )
    assert ledger_score(figures) == score


def test_limits_are_exact() -> None:
    assert ledger_score(LedgerFigures(Fraction(7_650_000, 90_000), Fraction(3, 10) * 100)) == 2
    assert ledger_score(LedgerFigures(Fraction(85) - Fraction(1, 10**12), None)) == 1


def test_the_ledger_goes_before_the_typed_score_and_the_typed_score_before_votes() -> None:
    voted = votes(K2={"A": (2, 2)})
    assert candidate(*voted, figures=FIGURES, k2_score=2).scores["K2"].source is Source.LEDGER
    assert candidate(*voted, k2_score=0).scores["K2"].mean == 0
    assert candidate(*voted).scores["K2"].mean == 2


def test_a_ledger_without_history_leaves_the_typed_score() -> None:
    assert candidate(figures=LedgerFigures(), k2_score=2).scores["K2"].source is Source.TYPED


@given(st.dictionaries(st.sampled_from(CRITERIA), st.lists(st.integers(0, 2), min_size=1, max_size=9)))
def test_verdicts_follow_their_definition(ballots: dict[str, list[int]]) -> None:
    test = candidate(*votes(**{criterion: {"A": tuple(given)} for criterion, given in ballots.items()}))
    means = {name: Fraction(sum(given), len(given)) for name, given in ballots.items()}
    passed = {name for name, mean in means.items() if mean >= Fraction(6, 5)}
    assert test.passed == len(passed)
    if len(passed) == 6:
        assert test.verdict is Verdict.KEY
    elif "K1" in passed and means.get("K2", Fraction(0)) >= 1 and len(passed) >= 4:
        assert test.verdict is Verdict.CANDIDATE
    else:
        assert test.verdict is Verdict.NOT_KEY
    assert Words("ru").message(test.sentence).endswith(".")


def test_all_votes_count_alike_whatever_the_department_size() -> None:
    assert candidate(*votes(K1={"A": (2, 2, 2), "B": (0,)})).scores["K1"].mean == Fraction(3, 2)


@pytest.mark.parametrize(
    ("ours", "theirs", "one_sided"),
    [
        ((2,), (2,), False),
        ((2, 1, 1), (2, 2, 2), False),
        ((1, 1, 1, 1, 1, 1, 1, 1, 1, 2), (2, 2, 2, 2, 2, 2, 2, 2, 2, 0), True),
    ],
)
def test_departments_that_differ_by_seven_tenths(
    ours: tuple[int, ...], theirs: tuple[int, ...], one_sided: bool
) -> None:
    assert candidate(*votes(K1={"A": ours, "B": theirs})).scores["K1"].one_sided is one_sided


def test_a_department_without_votes_is_not_compared() -> None:
    assert not candidate(*votes(K1={"A": (2, 2), "B": ()})).scores["K1"].one_sided


@pytest.mark.parametrize(
    ("engagement", "figures", "text"),
    [
        (sound_plan(), None, "All six criteria are passed. This is what you live on."),
        (
            edited(sound_plan(), m.CompetenceVotes, "C1/K3/A", votes=(0, 0)),
            None,
            "Almost: a competitor would repeat it within a year.",
        ),
        (
            changed(sound_plan(), *votes(K1={"A": (0,), "B": (0,)}, K6={"A": (0,), "B": (0,)})),
            None,
            "Not yet: a client would hardly notice if it vanished; it rests on one person.",
        ),
        (
            sound_plan(),
            LedgerFigures(Fraction(80), Fraction(20)),
            "Almost: two in ten clients don't stay for another year. Until they do, you sell well once.",
        ),
        (sound_plan(), LedgerFigures(Fraction(10), None), "Not yet: clients do not come back for it."),
        (edited(sound_plan(), m.Competence, "C1", k2_score=1), None, "Almost: clients do not come back for it."),
    ],
)
def test_the_sentence_names_what_is_missing(engagement: Engagement, figures: LedgerFigures | None, text: str) -> None:
    assert Words("en").message(competence_tests(engagement, figures)["C1"].sentence) == text


def test_a_candidate_nobody_voted_on() -> None:
    test = candidate()
    assert (test.verdict, str(test.sentence)) == (Verdict.NOT_KEY, "No votes yet.")
    half = candidate(*votes(K1={"A": (2,)}), k2_score=2)
    assert "no votes on “Hard to copy”" in Words("en").message(half.sentence)
