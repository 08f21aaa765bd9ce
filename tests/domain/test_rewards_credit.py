"""Who is credited, and whether the scheme pays for passing a lead on (METHOD C.10.5, C.10.6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.domain.reward_scheme import FACTS, MEASURES, F, example, measure, with_fact, with_weights
from workshop_app.domain.message import ProblemError
from workshop_app.domain.model import CreditMethod, CreditRule, RewardLevel
from workshop_app.domain.rewards import CooperationTest, Gate, Scheme, cooperation_test, credit_shares
from workshop_app.domain.rewards.cooperation_test import Verdict
from workshop_app.domain.rewards.credit import share_of

D = Decimal


def rule(method: CreditMethod = CreditMethod.SPLIT, **shares: str) -> CreditRule:
    parts = tuple((party, D(share)) for party, share in shares.items())
    return CreditRule(id="after/CR", scheme_id="after", code="CR", title="Shared", method=method, shares=parts)


@pytest.mark.parametrize(
    ("amount", "shares", "parts"),
    [
        ("1000.01", ("30", "30", "40"), ("300.00", "300.00", "400.01")),
        ("100.01", ("50", "50"), ("50.00", "50.01")),
        ("100", ("33.34", "33.33", "33.33"), ("33.34", "33.33", "33.33")),
        ("-100.01", ("50", "50"), ("-50.00", "-50.01")),
    ],
)
def test_split_gives_the_rounding_to_the_largest_share(
    amount: str, shares: tuple[str, ...], parts: tuple[str, ...]
) -> None:
    credit = credit_shares(D(amount), rule(**{f"p{place}": share for place, share in enumerate(shares)}))
    assert tuple(credit.parts.values()) == tuple(map(D, parts))
    assert credit.credited_to_actual == 1


@given(st.decimals(-(10**9), 10**9, places=2), st.lists(st.integers(0, 100), min_size=1, max_size=6))
def test_split_parts_always_sum_to_the_amount(amount: Decimal, cuts: list[int]) -> None:
    edges = [0, *sorted(cuts), 100]
    shares = {f"p{place}": str(b - a) for place, (a, b) in enumerate(pairwise(edges))}
    assert credit_shares(amount, rule(**shares)).credited == amount


def test_shares_that_do_not_sum_to_100_are_refused_in_words() -> None:
    with pytest.raises(ProblemError, match=r"Shared.*90"):
        credit_shares(D(100), rule(a="50", b="40"))


def test_double_credits_everybody_in_full_and_says_how_far_it_exceeds() -> None:
    credit = credit_shares(D(100), rule(CreditMethod.DOUBLE, A="0", B="0"))
    assert credit.parts == {"A": 100, "B": 100} and credit.credited_to_actual == 2


def test_single_gives_all_to_one() -> None:
    assert credit_shares(D(100), rule(CreditMethod.SINGLE, lead="100", passer="0")).parts == {"lead": 100, "passer": 0}
    assert credit_shares(D(100), rule(CreditMethod.SINGLE)).parts == {"lead": 100, "passer": 0}


def test_share_of_a_party() -> None:
    assert share_of(rule(lead="70", passer="30"), "passer") == F("0.3")
    assert share_of(rule(lead="70", passer="30"), "stranger") == 0
    assert share_of(rule(CreditMethod.DOUBLE), "passer") == 1
    assert share_of(rule(CreditMethod.DOUBLE, A="100", B="100"), "C") == 0, "in full, to those the rule names"
    assert share_of(rule(CreditMethod.SINGLE, lead="100"), "passer") == 0


def boris(share: str, scheme: Scheme | None = None, **fields: str) -> CooperationTest:
    values = {"amount": "400000", "q_alone": "0.3", "q_other": "0.6", **fields}
    return cooperation_test(
        scheme or example(), "Boris", share=F(share), **{name: F(value) for name, value in values.items()}
    )


@pytest.mark.parametrize(
    ("share", "pass_", "verdict"),
    [("0.3", 1800, Verdict.KEEP), ("0.5", 3000, Verdict.EVEN), ("1", 6000, Verdict.PASS), ("0", 0, Verdict.KEEP)],
)
def test_worked_example_of_the_lead(share: str, pass_: int, verdict: Verdict) -> None:
    test = boris(share)
    assert (test.keep, test.pass_, test.verdict) == (3000, pass_, verdict)
    assert test.break_even == F("0.5") and test.is_straight and test.counts_in == ("I", "D")


def test_break_even_on_a_straight_part_is_the_ratio_of_the_chances() -> None:
    assert boris("0.3", q_alone="0.2", q_other="0.6").break_even == F(1, 3)


def test_no_share_helps_when_the_other_department_has_no_better_chance() -> None:
    assert boris("1", q_alone="0.6", q_other="0.3").break_even is None
    assert boris("1", q_other="0").break_even is None


def test_jump_at_the_threshold_is_seen() -> None:
    # 3 900 000 of 5 000 000 stands below the threshold of 80 %; a quarter of the lead reaches it.
    test = boris("0.1", with_fact(example(), "I", "Boris", "5000000", "3900000"))
    assert not test.is_straight
    assert test.break_even == F("0.25")
    assert test.pass_ == 0


def test_department_threshold_counts_too() -> None:
    # 19 700 000 of 22 000 000: with 100 000 more the department reaches 90 % and pays half of its 20 000.
    test = boris("0.25", with_fact(example(), "D", "B", "22000000", "19700000"), q_alone="0.05")
    assert test.pass_ == F("0.6") * (2500 + 10_000)


def test_cap_on_the_bonus_takes_the_reason_to_keep() -> None:
    test = boris("1", example(personal_cap=F("0.645")))
    assert test.keep == test.pass_ == 0 and test.break_even == 0


def test_bonus_near_the_cap_can_not_pay_for_passing() -> None:
    # Keeping is worth 7 000 at a chance of 0.9, passing at most 7 000 at 0.6.
    assert boris("1", example(personal_cap=F("0.715")), q_alone="0.9").break_even is None


def test_gate_on_the_own_indicator_is_a_jump() -> None:
    gate = Gate(indicator="I", min_achievement=F("0.95"), multiplier=F("0.5"), applies_to=frozenset({"joint"}))
    test = boris("0.3", example(gate=gate), q_alone="0.2")
    # The gate opens at 4 750 000 and gives 13 500 more; keeping gives 10 000 + 13 500 at a chance of 0.2.
    assert test.keep == 4700 and test.break_even == F("0.625")


def test_deal_counts_in_the_heaviest_indicator_of_each_level() -> None:
    addons = measure("X", RewardLevel.INDIVIDUAL)
    scheme = with_weights(example(measures={**MEASURES, "X": addons}), "M", X=20, I=30, J=50)
    scheme = with_fact(scheme, "X", "Boris", "1000000", "900000")
    assert boris("0", scheme).counts_in == ("I",)
    asked = cooperation_test(scheme, "Boris", F(400_000), F("0.3"), F("0.6"), F(0), counts_in=("X", "J"))
    assert asked.counts_in == ("X",), "a joint fact does not depend on who is credited"


@pytest.mark.parametrize(("weight", "counts_in"), [(1, ("I", "D")), (0, ("D",))])
def test_deal_counts_wherever_there_is_any_weight(weight: int, counts_in: tuple[str, ...]) -> None:
    assert boris("0", with_weights(example(), "M", I=weight, D=60, J=40 - weight)).counts_in == counts_in


@pytest.mark.parametrize(("plan", "fact"), [(None, "100"), ("5000000", None), (None, None)])
def test_deal_counts_in_no_indicator_without_plan_or_fact(plan: str | None, fact: str | None) -> None:
    assert boris("0", with_fact(example(), "I", "Boris", plan, fact)).counts_in == ("D",)


def test_plan_smaller_than_the_lead_measures_something_else() -> None:
    assert boris("0", with_fact(example(), "D", "B", "100", "98.4")).counts_in == ("I",)


def test_person_without_a_bonus_can_not_be_tested() -> None:
    with pytest.raises(KeyError):
        cooperation_test(example(), "Nobody", F(1), F(1), F(1), F(1))


@given(
    own=st.integers(3_000_000, 7_000_000),
    department=st.integers(18_000_000, 27_000_000),
    chances=st.tuples(st.integers(1, 100), st.integers(1, 100)),
)
def test_break_even_share_pays_as_much_as_keeping_and_less_never_does(
    own: int, department: int, chances: tuple[int, int]
) -> None:
    facts = {**FACTS, ("I", "Boris"): replace(FACTS["I", "Boris"], fact=F(own))}
    facts["D", "B"] = replace(FACTS["D", "B"], fact=F(department))
    alone, other = (F(chance, 100) for chance in chances)

    def at(share: Fraction) -> CooperationTest:
        return cooperation_test(example(facts=facts), "Boris", F(400_000), alone, other, share)

    share = at(F(0)).break_even
    if share is None:
        assert at(F(1)).verdict is Verdict.KEEP
        return
    assert at(share).verdict is not Verdict.KEEP
    assume(share > F(1, 1000))
    assert at(share - F(1, 1000)).verdict is Verdict.KEEP
