"""The old scheme beside the new one: who gains, who loses, what is paid for joint results (METHOD C.10.4)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.domain.reward_scheme import F, example, payee, with_fact, with_weights
from workshop_app.domain.rewards import compare, simulate_scheme
from workshop_app.domain.rewards.comparison import Change, target_shares, unknown_shares


def test_people_departments_positions_and_fund_change_together() -> None:
    before = simulate_scheme(example())
    after = simulate_scheme(example(fund_limit=F(200_000)))
    found = compare(before, after)
    assert found.fund == Change(F(219_500), F(199_998))
    assert found.people["Anna"].pay == Change(F(105_500), F(96_127))
    assert found.departments == {"A": Change(F(155_000), F(141_229)), "B": Change(F(64_500), F(58_769))}
    assert found.positions == {"M": Change(F(170_000), F(154_896)), "C": Change(F(49_500), F(45_102))}


def test_joint_share_is_what_joint_indicators_earn_of_the_fund() -> None:
    found = compare(simulate_scheme(with_weights(example(), "M", I=100)), simulate_scheme(example()))
    assert found.joint_share_after == F(100 * 72_000, 219_500)
    assert found.joint_share_before is not None and found.joint_share_before < found.joint_share_after


def test_joint_share_counts_what_is_paid_after_cap_and_limit() -> None:
    halved = simulate_scheme(example(fund_limit=F(109_750), round_to=F(0)))
    assert halved.joint_share == simulate_scheme(example()).joint_share


def test_losing_more_than_fifteen_per_cent_is_named_and_exactly_fifteen_is_not() -> None:
    assert not Change(F(100), F(85)).loses_much
    assert Change(F(100), F("84.99")).loses_much
    assert not Change(F(0), F(0)).loses_much


def test_losers_stand_in_the_order_of_the_people_and_the_worst_is_known() -> None:
    lower = with_weights(example(), "M", J=50)
    found = compare(simulate_scheme(example()), simulate_scheme(lower))
    assert found.losers == ("Anna", "Boris")
    assert found.worst == found.people["Anna"].pay.percent == 100 * F(45_000 - 105_500, 105_500)


def test_nobody_loses() -> None:
    found = compare(simulate_scheme(example()), simulate_scheme(example()))
    assert found.losers == () and found.worst is None and found.fund.percent == 0


@pytest.mark.parametrize(("limit", "much"), [(F(197_550), False), (F(197_549), True)])
def test_fund_may_change_by_ten_per_cent(limit: Fraction, much: bool) -> None:
    found = compare(simulate_scheme(example()), simulate_scheme(example(fund_limit=limit, round_to=F(0))))
    assert found.fund_changes_much is much


def test_what_hangs_on_facts_nobody_entered_is_told_by_position() -> None:
    assert unknown_shares(simulate_scheme(example())) == {}
    without_annas = with_fact(example(), "I", "Anna", "4000000", None)
    assert unknown_shares(simulate_scheme(without_annas)) == {"M": 25}, "50 of 100 for one of two equal bonuses"
    without_hers_and_theirs = with_fact(without_annas, "D", "A", None, "21000000")
    assert unknown_shares(simulate_scheme(without_hers_and_theirs)) == {"M": 35, "C": 60}


def test_new_person_has_no_percentage() -> None:
    after = replace(example(), payees=(*example().payees, payee("Gleb", "B", "C", 50_000)))
    found = compare(simulate_scheme(example()), simulate_scheme(after))
    assert found.people["Gleb"].pay.before == 0 and found.people["Gleb"].pay.percent is None
    assert "Gleb" not in found.losers


def test_positions_are_shown_in_per_cent_of_their_people_s_target_bonuses() -> None:
    assert target_shares(simulate_scheme(example())) == {"M": 85, "C": 99}
    nobody = replace(example(), payees=(payee("Gleb", "B", "C", 0),))
    assert target_shares(simulate_scheme(nobody)) == {}
