"""Checks of the new reward scheme (METHOD D, RWD-01 … RWD-14)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from workshop_app.domain.checks.check import Check, CheckContext, Hit, Severity, whole_plan
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_
from workshop_app.domain.model import RecognitionForm, RewardKind, RewardScheme
from workshop_app.domain.rewards.comparison import comparison
from workshop_app.domain.rewards.credit import shares_fit, shares_sum
from workshop_app.domain.rewards.scheme import AFTER, Measure, Scheme, scheme_of
from workshop_app.domain.rewards.weights import equal_positions, joint_weight
from workshop_app.domain.rounding import half_up
from workshop_app.domain.wording import is_blank

_WHOLE = 100
_LEAST_JOINT, _MOST_JOINT = 20, 60
_MOST_INDICATORS = 4
_LEAST_WEIGHT = 10
_JOINT_TOLERANCE = 10


def _new_scheme(engagement: Engagement) -> Scheme | None:
    return engagement.derive(_derived_scheme)


def _derived_scheme(engagement: Engagement) -> Scheme | None:
    return scheme_of(engagement, AFTER) if engagement.get(RewardScheme, AFTER) else None


def _weights(engagement: Engagement) -> Mapping[str, Mapping[str, Fraction]]:
    """The positions that the new scheme has weights for."""
    scheme = _new_scheme(engagement)
    return scheme.weights if scheme else {}


def _joint_weights(engagement: Engagement) -> Mapping[str, Fraction]:
    scheme = _new_scheme(engagement)
    return {position_id: joint_weight(scheme, position_id) for position_id in scheme.weights} if scheme else {}


def _used_measures(engagement: Engagement) -> Iterator[Measure]:
    scheme = _new_scheme(engagement)
    if scheme is not None:
        used = {code for weights in scheme.weights.values() for code, weight in weights.items() if weight > 0}
        yield from (measure for code, measure in scheme.measures.items() if code in used)


def _shown(value: Fraction) -> Fraction | None:
    """An exact number that a text shows with its decimals; None for whole ones, the hit's number says them."""
    return value if value.denominator > 1 else None


def _wrong_sum(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for position_id, weights in _weights(engagement).items():
        total = sum(weights.values(), Fraction(0))
        if total != _WHOLE:
            yield Hit(position_id, int(half_up(total)), _shown(total))


def _no_joint_weight(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(position_id) for position_id, weight in _joint_weights(engagement).items() if weight == 0)


def _odd_joint_weight(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for position_id, weight in _joint_weights(engagement).items():
        if 0 < weight < _LEAST_JOINT or weight > _MOST_JOINT:
            yield Hit(position_id, int(half_up(weight)), _shown(weight))


def _too_many_indicators(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for position_id, weights in _weights(engagement).items():
        used = sum(1 for weight in weights.values() if weight > 0)
        if used > _MOST_INDICATORS:
            yield Hit(position_id, used)


def _tiny_weight(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for position_id, weights in _weights(engagement).items():
        if any(0 < weight < _LEAST_WEIGHT for weight in weights.values()):
            yield Hit(position_id)


def _contest(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(measure.code) for measure in _used_measures(engagement) if measure.is_contest)


def _no_source(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    return (Hit(measure.code) for measure in _used_measures(engagement) if is_blank(measure.source))


def _wrong_curve(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    ratios = (measure for measure in _used_measures(engagement) if measure.kind is RewardKind.RATIO)
    return (Hit(measure.code) for measure in ratios if not measure.curve.is_sound)


def _fund_changes(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    found, scheme = comparison(engagement), engagement.get(RewardScheme, AFTER)
    if found is None or scheme is None or scheme.owner_approved or found.fund.percent is None:
        return ()
    return whole_plan(found.fund_changes_much, int(half_up(found.fund.percent)))


def _loses_much(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    found, scheme = comparison(engagement), engagement.get(RewardScheme, AFTER)
    if found is None or scheme is None or not is_blank(scheme.transition_rule):
        return
    for person_id in found.losers:
        percent = found.people[person_id].pay.percent or Fraction(0)
        yield Hit(person_id, int(half_up(-percent)))


def _no_recognition(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    return whole_plan(not any(item.form is RecognitionForm.PUBLIC for item in engagement.recognition))


def _short_notice(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    scheme = engagement.get(RewardScheme, AFTER)
    if scheme is None:
        return ()
    if scheme.notice_date is None:
        return whole_plan(True, 0)
    if scheme.valid_from is None:
        return ()
    days = (scheme.valid_from - scheme.notice_date).days
    return whole_plan(days < engagement.settings.notice_days, days)


def _unequal(engagement: Engagement, context: CheckContext) -> Iterable[Hit]:
    joint = _joint_weights(engagement)
    widest = Fraction(0)
    for positions in equal_positions(engagement):
        paid = [position for position in positions if position.id in joint]
        if len({position.department_id or position.department_text for position in paid}) > 1:
            shares = [joint[position.id] for position in paid]
            widest = max(widest, max(shares) - min(shares))
    return whole_plan(widest > _JOINT_TOLERANCE, int(half_up(widest)), _shown(widest))


def _wrong_shares(engagement: Engagement, context: CheckContext) -> Iterator[Hit]:
    for rule in engagement.credit_rules:
        if rule.scheme_id == AFTER and not shares_fit(rule):
            yield Hit(rule.code, int(half_up(shares_sum(rule))), shares_sum(rule))


CHECKS: tuple[Check, ...] = (
    Check(
        id="RWD-01",
        severity=Severity.ERROR,
        object="position",
        step="rewards",
        recommendation=5,
        message=N_("Weights of “{title}” sum to {n} %"),
        fix=N_("Bring them to 100"),
        find=_wrong_sum,
    ),
    Check(
        id="RWD-02",
        severity=Severity.ERROR,
        object="position",
        step="rewards",
        recommendation=5,
        message=N_("“{title}” has no joint indicator"),
        fix=N_("Add at least 20 %"),
        find=_no_joint_weight,
    ),
    Check(
        id="RWD-03",
        severity=Severity.WARNING,
        object="position",
        step="rewards",
        recommendation=5,
        message=N_("“{title}”: joint share {n} %"),
        fix=N_("Keep it within 20–60 %"),
        find=_odd_joint_weight,
    ),
    Check(
        id="RWD-04",
        severity=Severity.WARNING,
        object="position",
        step="rewards",
        recommendation=5,
        message=N_("“{title}” has {n} indicators"),
        fix=N_("Keep 3–4"),
        find=_too_many_indicators,
    ),
    Check(
        id="RWD-05",
        severity=Severity.WARNING,
        object="position",
        step="rewards",
        recommendation=5,
        message=N_("“{title}” has a weight below 10 %"),
        fix=N_("Too small to notice: drop or raise it"),
        find=_tiny_weight,
    ),
    Check(
        id="RWD-06",
        severity=Severity.WARNING,
        object="indicator_reward",
        step="rewards",
        recommendation=5,
        message=N_("“{title}”: one department wins at the other's expense"),
        fix=N_("Replace by a common result or by comparison with plan"),
        find=_contest,
    ),
    Check(
        id="RWD-07",
        severity=Severity.WARNING,
        object="indicator_reward",
        step="rewards",
        recommendation=5,
        message=N_("“{title}” has no data source"),
        fix=N_("No data, no indicator"),
        find=_no_source,
    ),
    Check(
        id="RWD-08",
        severity=Severity.ERROR,
        object="indicator_reward",
        step="rewards",
        recommendation=5,
        message=N_("“{title}”: threshold and cap are inconsistent"),
        fix=N_("Threshold ≤ 100 % ≤ cap"),
        find=_wrong_curve,
    ),
    Check(
        id="RWD-09",
        severity=Severity.WARNING,
        object="plan",
        step="rewards",
        recommendation=5,
        message=N_("The fund would change by {n} % without the owner's approval"),
        fix=N_("Get approval or re-calculate"),
        find=_fund_changes,
    ),
    Check(
        id="RWD-10",
        severity=Severity.WARNING,
        object="person",
        step="rewards",
        recommendation=5,
        message=N_("{title} would lose {n} % for the same results"),
        fix=N_("Provide a transition period or a guarantee"),
        find=_loses_much,
    ),
    Check(
        id="RWD-11",
        severity=Severity.WARNING,
        object="plan",
        step="rewards",
        recommendation=5,
        message=N_("No public recognition of joint success"),
        fix=N_("Add a simple occasion at the joint meeting"),
        find=_no_recognition,
    ),
    Check(
        id="RWD-12",
        severity=Severity.WARNING,
        object="plan",
        step="rewards",
        recommendation=5,
        message=N_("People get {n} days' notice of the new scheme"),
        fix=N_("Move the start date; check with a lawyer"),
        find=_short_notice,
    ),
    Check(
        id="RWD-13",
        severity=Severity.WARNING,
        object="plan",
        step="rewards",
        recommendation=5,
        message=N_("Joint share of equal positions differs by {n} points between departments"),
        fix=N_("Make it equal"),
        find=_unequal,
    ),
    Check(
        id="RWD-14",
        severity=Severity.ERROR,
        object="credit_rule",
        step="rewards",
        recommendation=5,
        message=N_("Shares of rule “{title}” sum to {n} %"),
        fix=N_("Shares must sum to 100"),
        find=_wrong_shares,
    ),
)
