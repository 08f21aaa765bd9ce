"""What a reward scheme pays: the worked example to the kopeck, and laws that always hold (METHOD C.10.2, C.10.3)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.reward_scheme import FACTS, MEASURES, F, example, measure, payee, with_fact, with_weights
from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.model import Direction, RewardKind, RewardLevel
from workshop_app.domain.rewards import Curve, Fact, Gate, Scheme, scheme_of, simulate, simulate_scheme
from workshop_app.domain.rewards.payout import achievement_of, line_payout, rounded, rounded_down
from workshop_app.domain.rewards.weights import rebalanced


def paid(scheme: Scheme) -> dict[str, Fraction]:
    return {name: person.paid for name, person in simulate_scheme(scheme).people.items()}


def payouts(scheme: Scheme, name: str) -> dict[str, int]:
    return {code: int(line.payout) for code, line in simulate_scheme(scheme).people[name].lines.items()}


def test_worked_example_pays_every_line_as_the_method_says() -> None:
    assert payouts(example(), "Anna") == {"I": 57_500, "D": 21_000, "J": 27_000}
    assert payouts(example(), "Boris") == {"I": 37_500, "D": 0, "J": 27_000}
    assert payouts(example(), "Vera") == {"D": 31_500, "J": 18_000}
    assert simulate_scheme(example()).fund == 219_500


def test_worked_example_shows_achievements_and_factors() -> None:
    anna = simulate_scheme(example()).people["Anna"].lines
    assert [(line.achievement, line.factor) for line in anna.values()] == [
        (F("1.1"), F("1.15")),
        (F("1.05"), F("1.05")),
        (F("0.99"), F("0.9")),
    ]


def test_fund_limit_scales_everybody_down_and_shows_what_is_left() -> None:
    simulation = simulate_scheme(example(fund_limit=F(200_000)))
    assert [person.paid for person in simulation.people.values()] == [96_127, 58_769, 45_102]
    assert [person.total for person in simulation.people.values()] == [105_500, 64_500, 49_500]
    assert simulation.scaled and simulation.undistributed == 2
    assert simulation.fund_before_limit == 219_500 and simulation.fund == 199_998


def test_limit_that_is_not_reached_changes_nothing() -> None:
    simulation = simulate_scheme(example(fund_limit=F(219_500)))
    assert not simulation.scaled and simulation.undistributed == 0 and simulation.fund == 219_500


def test_closed_gate_multiplies_only_the_levels_it_applies_to() -> None:
    scheme = with_fact(example(), "J", "*", "92", "88.32")
    assert payouts(scheme, "Anna") == {"I": 28_750, "D": 21_000, "J": 18_000}
    assert paid(scheme) == {"Anna": 67_750, "Boris": 36_750, "Vera": 43_500}
    assert [line.gated for line in simulate_scheme(scheme).people["Anna"].lines.values()] == [True, False, False]


def test_gate_is_open_at_exactly_its_limit() -> None:
    assert payouts(with_fact(example(), "J", "*", "100", "97"), "Anna")["I"] == 57_500


def test_gate_without_its_fact_stays_open_and_says_so() -> None:
    simulation = simulate_scheme(with_fact(example(), "J", "*", "92", None))
    anna = simulation.people["Anna"]
    assert anna.gate_unknown and anna.lines["I"].payout == 57_500


def test_gate_of_a_department_closes_for_that_department_only() -> None:
    gate = example().gate
    assert gate is not None
    scheme = example(gate=replace(gate, indicator="D"))
    lines = {name: person.lines.get("I") for name, person in simulate_scheme(scheme).people.items()}
    assert lines["Anna"] and not lines["Anna"].gated
    assert lines["Boris"] and lines["Boris"].gated


@pytest.mark.parametrize(("plan", "fact"), [(None, "5"), ("5", None), ("0", "5"), ("-1", "5"), (None, None)], ids=str)
def test_line_without_data_pays_nothing_and_is_marked(plan: str | None, fact: str | None) -> None:
    line = simulate_scheme(with_fact(example(), "I", "Anna", plan, fact)).people["Anna"].lines["I"]
    assert line.no_data and line.payout == 0 and line.achievement is None


def test_weight_on_an_unknown_indicator_pays_nothing_and_is_marked() -> None:
    line = simulate_scheme(with_weights(example(), "M", X=100)).people["Anna"].lines["X"]
    assert line.no_data and line.payout == 0


def test_personal_cap_is_a_multiple_of_the_target_bonus() -> None:
    person = simulate_scheme(example(personal_cap=F("1.05"))).people["Anna"]
    assert person.capped and person.total == 105_000 and sum(line.payout for line in person.lines.values()) == 105_500


def test_capped_pay_is_still_payable() -> None:
    scheme = example(personal_cap=F("0.333"), round_to=F(100))
    assert {person.total % 100 for person in simulate_scheme(scheme).people.values()} == {0}
    assert paid(scheme)["Anna"] == 33_300


CURVE = Curve(F("0.8"), F("0.5"), F("1.5"), F("1.3"))


@pytest.mark.parametrize(
    ("achievement", "factor"),
    [("0.7999", "0"), ("0.8", "0.5"), ("0.9", "0.75"), ("1", "1"), ("1.1", "1.15"), ("1.3", "1.45"), ("9", "1.45")],
)
def test_payout_curve(achievement: str, factor: str) -> None:
    assert CURVE.factor(F(achievement)) == F(factor)


def test_threshold_is_compared_exactly() -> None:
    achievement = achievement_of(F(9_000_000), F(7_200_000), Direction.UP)
    assert achievement == F("0.8") and CURVE.factor(achievement) == F("0.5")


def test_threshold_at_plan_leaves_no_middle_branch() -> None:
    curve = Curve(threshold=F(1))
    assert (curve.factor(F("0.999")), curve.factor(F(1)), curve.factor(F("1.1"))) == (0, 1, F("1.1"))


def test_missing_parameters_take_the_defaults() -> None:
    assert Curve() == Curve(F("0.8"), F("0.5"), F(1), F("1.2"))


@pytest.mark.parametrize(("fact", "achievement"), [("8", "1.2"), ("10", "1"), ("12", "0.8"), ("25", "0"), ("0", "2")])
def test_less_is_better(fact: str, achievement: str) -> None:
    assert achievement_of(F(10), F(fact), Direction.DOWN) == F(achievement)


@pytest.mark.parametrize(
    ("facts", "direction", "winners"),
    [
        ({"A": "98.4", "B": "101.3"}, Direction.UP, ["B"]),
        ({"A": "98.4", "B": "101.3"}, Direction.DOWN, ["A"]),
        ({"A": "5", "B": "5"}, Direction.UP, ["A", "B"]),
        ({"A": None, "B": "5"}, Direction.UP, ["B"]),
    ],
    ids=str,
)
def test_rank_pays_the_best_and_all_tied_best(
    facts: dict[str, str | None], direction: Direction, winners: list[str]
) -> None:
    rank = measure("D", RewardLevel.DEPARTMENT, kind=RewardKind.RANK, direction=direction)
    scheme = example(measures={**MEASURES, "D": rank})
    for department, fact in facts.items():
        scheme = with_fact(scheme, "D", department, "100", fact)
    lines = {person.department: person.lines["D"] for person in simulate_scheme(scheme).people.values()}
    assert {department for department, line in lines.items() if line.factor == 1} == set(winners)
    assert {department for department, line in lines.items() if line.no_data} == {
        department for department, fact in facts.items() if fact is None
    }


@pytest.mark.parametrize(
    ("amount", "step", "result"),
    [("2.5", "1", "3"), ("-2.5", "1", "-3"), ("0.005", "0.01", "0.01"), ("149", "100", "100"), ("150", "100", "200")],
)
def test_rounding_half_up_to_whole_steps(amount: str, step: str, result: str) -> None:
    assert rounded(F(amount), F(step)) == F(result)


sums = st.fractions(min_value=0, max_value=10**7, max_denominator=997)
steps = st.sampled_from([F("0.01"), F("0.5"), F(1), F(10), F(100)])


@given(sums, st.fractions(0, 100, max_denominator=50), st.fractions(0, 2, max_denominator=97), steps)
def test_whole_number_product_is_the_exact_one(bonus: Fraction, weight: Fraction, factor: Fraction, step: F) -> None:
    exact = bonus * weight * factor / 100
    payout = line_payout(bonus, weight, factor, step)
    assert payout % step == 0 and abs(payout - exact) * 2 <= step
    assert line_payout(bonus, weight, factor, F(0)) == exact
    assert exact - step < rounded_down(exact, step) <= exact


@given(
    facts=st.lists(st.integers(0, 9_000_000), min_size=5, max_size=5),
    limit=st.integers(1, 400_000),
    step=steps,
    cap=st.none() | st.fractions(0, 2, max_denominator=10),
)
def test_limits_are_never_exceeded(facts: list[int], limit: int, step: Fraction, cap: Fraction | None) -> None:
    changed = {key: Fact(fact.plan, F(number)) for (key, fact), number in zip(FACTS.items(), facts, strict=True)}
    simulation = simulate_scheme(example(facts=changed, fund_limit=F(limit), round_to=step, personal_cap=cap))
    assert simulation.fund <= limit
    assert simulation.fund == sum(person.paid for person in simulation.people.values())
    for person in simulation.people.values():
        assert person.paid <= person.total and person.paid % step == 0
        assert cap is None or person.total <= cap * person.target_bonus
    if simulation.scaled:
        assert simulation.fund + simulation.undistributed == limit
        assert simulation.undistributed < step * len(simulation.people)


def document() -> Engagement:
    def row(kind: type[m.Row], name: str, **fields: object) -> m.Row:
        return kind(id=name, scheme_id="after", **fields)

    return Engagement.of(
        [
            m.Department(id="A", name="A"),
            m.Person(id="Anna", name="Anna", department_id="A", position_id="M", rank=2),
            m.Person(id="Olga", name="Olga", department_text="Office", position_id="M", rank=1),
            m.RewardScheme(id="after", round_to=Decimal("0.5"), gate_indicator="D"),
            row(m.RewardIndicator, "after/D", code="D", level=RewardLevel.DEPARTMENT, threshold=Decimal("0.9")),
            row(m.RewardWeight, "after/M/D", position_id="M", indicator="D", weight=Decimal(100)),
            row(m.TargetBonus, "after/Anna", person_id="Anna", amount=Decimal(1001)),
            row(m.TargetBonus, "after/Olga", person_id="Olga", amount=Decimal(1000)),
            row(m.RewardFact, "after/D/A", indicator="D", subject="A", plan=Decimal(4), fact=Decimal(4)),
            row(m.RewardFact, "after/D/Office", indicator="D", subject="Office", plan=Decimal(4), fact=Decimal("3.8")),
        ]
    )


def test_document_becomes_a_plain_scheme() -> None:
    scheme = scheme_of(document(), "after")
    assert [person.person_id for person in scheme.payees] == ["Olga", "Anna"]
    assert scheme.measures["D"].curve == Curve(threshold=F("0.9"))
    assert scheme.gate is None, "a gate without its numbers is no gate"
    simulation = simulate(document(), "after")
    assert simulation.people["Anna"].paid == 1001
    assert simulation.people["Olga"].paid == 750, "a person outside is paid by the facts of the named department"


def test_nothing_of_the_old_scheme_counts_in_the_new_one() -> None:
    def old(kind: type[m.Row], name: str, **fields: object) -> m.Row:
        return kind(id=f"before/{name}", scheme_id="before", **fields)

    both = document().with_changes(
        (row.table, row.id, row)
        for row in (
            m.RewardScheme(id="before", round_to=Decimal(100)),
            old(m.RewardIndicator, "D", code="D", level=RewardLevel.JOINT, threshold=Decimal("0.1")),
            old(m.RewardIndicator, "N", code="N", level=RewardLevel.JOINT),
            old(m.RewardWeight, "M/D", position_id="M", indicator="D", weight=Decimal(1)),
            old(m.TargetBonus, "Anna", person_id="Anna", amount=Decimal(7)),
            old(m.RewardFact, "D/A", indicator="D", subject="A", plan=Decimal(4), fact=Decimal(1)),
            old(m.RewardFact, "D/*", indicator="D", subject="*", plan=Decimal(4), fact=Decimal(1)),
        )
    )
    assert scheme_of(both, "after") == scheme_of(document(), "after")


@pytest.mark.parametrize("missing", ["gate_indicator", "gate_min_achievement", "gate_multiplier"])
def test_a_gate_is_one_only_with_indicator_limit_and_multiplier(missing: str) -> None:
    fields = {"gate_indicator": "D", "gate_min_achievement": Decimal("0.97"), "gate_multiplier": Decimal("0.5")}

    def gate_of(**given: object) -> Gate | None:
        row = replace(document().reward_schemes[0], gate_applies_to=("individual",), **given)
        return scheme_of(document().with_changes([(row.table, row.id, row)]), "after").gate

    assert gate_of(**fields) == Gate(
        indicator="D", min_achievement=F("0.97"), multiplier=F("0.5"), applies_to=frozenset({"individual"})
    )
    assert gate_of(**{**fields, missing: None}) is None


def test_dragging_a_weight_leaves_the_document_alone() -> None:
    engagement = document()
    dragged = with_weights(scheme_of(engagement, "after"), "M", D=50)
    assert simulate_scheme(dragged).people["Anna"].paid == F("500.5")
    assert simulate(engagement, "after").people["Anna"].paid == 1001


def test_unknown_scheme_is_an_error() -> None:
    with pytest.raises(KeyError):
        scheme_of(document(), "before")


def test_each_fact_is_weighed_once_for_everybody_who_shares_it(monkeypatch: pytest.MonkeyPatch) -> None:
    people = tuple(payee(f"P{number}", "AB"[number % 2], "M", 300_000) for number in range(40))
    measures = {f"N{n}": replace(MEASURES["IDJ"[n % 3]], code=f"N{n}") for n in range(6)}
    facts = {
        (code, subject): Fact(F(10_000_000), F(9_913_377))
        for code in measures
        for subject in ("*", "A", "B", *(person.person_id for person in people))
    }
    scheme = example(payees=people, measures=measures, facts=facts, weights={"M": dict.fromkeys(measures, F(15))})
    weighed: list[Fraction] = []
    factor = Curve.factor
    monkeypatch.setattr(
        Curve, "factor", lambda curve, achievement: weighed.append(achievement) or factor(curve, achievement)
    )
    simulate_scheme(scheme)
    assert len(weighed) == 2 * 40 + 2 * 2 + 2


@pytest.mark.parametrize(
    ("weights", "moved", "to", "result"),
    [
        ({"I": 50, "D": 20, "J": 30}, "J", 40, {"I": 45, "D": 15, "J": 40}),
        ({"I": 50, "D": 20, "J": 30}, "I", 120, {"I": 100, "D": 0, "J": 0}),
        ({"I": 100, "J": 0}, "I", 60, {"I": 60, "J": 40}),
        ({"I": 100}, "I", 60, {"I": 100}),
        ({"I": 40, "D": 30, "J": 30}, "I", 47, {"I": 47, "D": 28, "J": 25}),
        ({"A": 10, "B": 15, "C": 35, "D": 40}, "D", 41, {"A": 10, "B": 15, "C": 34, "D": 41}),
    ],
    ids=str,
)
def test_moving_a_weight_keeps_the_sum(weights: dict[str, int], moved: str, to: int, result: dict[str, int]) -> None:
    assert rebalanced({code: F(weight) for code, weight in weights.items()}, moved, F(to)) == result


@given(st.lists(st.integers(0, 100), min_size=2, max_size=8), st.integers(-10, 110))
def test_moved_weights_always_sum_to_100(weights: list[int], to: int) -> None:
    moved = rebalanced({str(place): F(weight) for place, weight in enumerate(weights)}, "0", F(to))
    assert sum(moved.values()) == 100
    assert all(0 <= weight <= 100 for weight in moved.values())
