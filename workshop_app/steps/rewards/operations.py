"""Operations on schemes, weights, bonuses, facts, credit rules and recognition (METHOD S9)."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import count
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    CreditMethod,
    CreditRule,
    Recognition,
    RewardFact,
    RewardIndicator,
    RewardScheme,
    RewardWeight,
    TargetBonus,
)
from workshop_app.domain.rewards.credit import LEAD, PASSER
from workshop_app.domain.rewards.scheme import AFTER, ASIDE, BEFORE
from workshop_app.domain.text_key import single_line
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.services.operations import add_row, change_row, move_row, remove_rows

LEAD_RULE = "lead"


def _decimal(value: Fraction) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator)


def set_weights(
    scheme_id: str, positions: Iterable[str], weights: Mapping[str, Fraction], merge_key: Hashable | None = None
) -> Operation:
    """The weights in % of several positions; a drag of a slider is one undo step by its ``merge_key``."""
    wanted = tuple(positions)

    def apply(edit: Edit) -> None:
        for position_id in wanted:
            for code, weight in weights.items():
                row_id = f"{scheme_id}/{position_id}/{code}"
                row = edit.get(RewardWeight, row_id)
                if row is None and weight:
                    row = edit.add(
                        RewardWeight(id=row_id, scheme_id=scheme_id, position_id=position_id, indicator=code)
                    )
                if row is not None:
                    edit.change(row, weight=_decimal(weight))

    return Operation(Message(N_("Weights of the reward scheme")), apply, merge_key)


def ensure_schemes(edit: Edit) -> None:
    """Both schemes are there."""
    for scheme_id in (BEFORE, AFTER):
        if edit.get(RewardScheme, scheme_id) is None:
            edit.add(RewardScheme(id=scheme_id))


def begin_schemes() -> Operation:
    """An empty old and an empty new scheme."""
    return Operation(Message(N_("Reward schemes begun")), ensure_schemes)


def change_scheme(scheme: RewardScheme, **values: Any) -> Operation:
    """Conditions of a scheme: dates, caps, limit, gate, approval, transition."""
    return change_row(Message(N_("Conditions of the reward scheme")), scheme, **values)


def add_indicator(scheme_id: str, title: str) -> Operation:
    """An indicator at the end of a scheme; its code is the next free one."""
    wording = single_line(title)

    def apply(edit: Edit) -> None:
        ensure_schemes(edit)
        taken = {row.code for row in edit.engagement.reward_indicators if row.scheme_id == scheme_id}
        letter = "B" if scheme_id == BEFORE else "N"
        code = _free_code(letter, taken)
        edit.add(RewardIndicator(id=f"{scheme_id}/{code}", scheme_id=scheme_id, code=code, title=wording))

    return Operation(Message(N_("Reward indicator: {text}"), {"text": wording}), apply)


def _free_code(letters: str, taken: Collection[str]) -> str:
    return next(code for number in count(1) if (code := f"{letters}{number}") not in taken)


def change_indicator(indicator: RewardIndicator, **values: Any) -> Operation:
    """Any field of an indicator. Another level asks for other facts: those of the old level go."""

    def apply(edit: Edit) -> None:
        if "level" in values and values["level"] is not indicator.level:
            _remove_facts(edit, indicator)
        edit.change(indicator, **values)

    return Operation(Message(N_("Reward indicator: {text}"), {"text": indicator.title}), apply)


def remove_indicator(indicator: RewardIndicator) -> Operation:
    """Delete an indicator with its weights and facts; a gate on it goes too."""

    def apply(edit: Edit) -> None:
        _remove_facts(edit, indicator)
        for row in edit.engagement.reward_weights:
            if (row.scheme_id, row.indicator) == (indicator.scheme_id, indicator.code):
                edit.remove(row)
        scheme = edit.get(RewardScheme, indicator.scheme_id)
        if scheme is not None and scheme.gate_indicator == indicator.code:
            edit.change(scheme, gate_indicator=None)
        edit.remove(indicator)

    return Operation(Message(N_("Reward indicator removed: {text}"), {"text": indicator.title}), apply)


def facts_of(engagement: Engagement, indicator: RewardIndicator) -> tuple[RewardFact, ...]:
    """What has been entered for an indicator of a scheme."""
    key = (indicator.scheme_id, indicator.code)
    return tuple(row for row in engagement.reward_facts if (row.scheme_id, row.indicator) == key)


def _remove_facts(edit: Edit, indicator: RewardIndicator) -> None:
    for row in facts_of(edit.engagement, indicator):
        edit.remove(row)


def set_target(person_id: str, amount: Decimal | None) -> Operation:
    """What a person is paid for 100 % of everything, in all schemes; None = the person takes no part."""

    def apply(edit: Edit) -> None:
        ensure_schemes(edit)
        for scheme_id in [scheme.id for scheme in edit.engagement.reward_schemes]:
            row_id = f"{scheme_id}/{person_id}"
            row = edit.get(TargetBonus, row_id)
            if amount is None:
                if row is not None:
                    edit.remove(row)
                continue
            row = row or edit.add(TargetBonus(id=row_id, scheme_id=scheme_id, person_id=person_id))
            edit.change(row, amount=amount)

    return Operation(Message(N_("Target bonus")), apply)


def set_fact(scheme_id: str, code: str, subject: str, **values: Decimal | None) -> Operation:
    """Plan or fact of an indicator for a person, a department or everybody (``*``); a variant has the same facts."""

    def apply(edit: Edit) -> None:
        aside = scheme_id == AFTER and edit.get(RewardIndicator, f"{ASIDE}/{code}") is not None
        for scheme in (scheme_id, ASIDE) if aside else (scheme_id,):
            row_id = f"{scheme}/{code}/{subject}"
            row = edit.get(RewardFact, row_id)
            row = row or edit.add(RewardFact(id=row_id, scheme_id=scheme, indicator=code, subject=subject))
            edit.change(row, **values)

    return Operation(Message(N_("Plan and fact of an indicator")), apply)


def write_lead_rule(title: str, method: CreditMethod, share: Fraction, rule: CreditRule | None) -> Operation:
    """The rule on passed leads; ``share`` (of 1) goes to whoever passes, the rest to whoever runs the client."""
    lead, passer = _parts(method, _decimal(share * 100))

    def apply(edit: Edit) -> None:
        ensure_schemes(edit)
        stored = rule or edit.add(CreditRule(id=f"{AFTER}/{LEAD_RULE}", scheme_id=AFTER, code=LEAD_RULE))
        edit.change(stored, title=title, method=method, shares=((LEAD, lead), (PASSER, passer)))

    return Operation(Message(N_("Credit rule: {text}"), {"text": title}), apply)


def _parts(method: CreditMethod, passer: Decimal) -> tuple[Decimal, Decimal]:
    whole = Decimal(100)
    if method is CreditMethod.DOUBLE:
        return whole, whole
    return (whole, Decimal(0)) if method is CreditMethod.SINGLE else (whole - passer, passer)


def add_joint_rule(title: str) -> Operation:
    """A rule for a deal that the departments make together: equal parts, what is left over to the first."""

    def apply(edit: Edit) -> None:
        ensure_schemes(edit)
        parties = [department.id for department in edit.engagement.departments]
        taken = {rule.code for rule in edit.engagement.credit_rules}
        code = _free_code("CR", taken)
        part, left_over = divmod(100, len(parties) or 1)
        shares = tuple((party, Decimal(part + (0 if place else left_over))) for place, party in enumerate(parties))
        edit.add(CreditRule(id=f"{AFTER}/{code}", scheme_id=AFTER, code=code, title=title, shares=shares))

    return Operation(Message(N_("Credit rule: {text}"), {"text": title}), apply)


def change_rule(rule: CreditRule, **values: Any) -> Operation:
    """Title, method or shares of a credit rule."""
    return change_row(Message(N_("Credit rule: {text}"), {"text": rule.title}), rule, **values)


def remove_rule(rule: CreditRule) -> Operation:
    """Delete a credit rule."""
    return remove_rows(Message(N_("Credit rule removed: {text}"), {"text": rule.title}), [rule])


def add_recognition(title: str) -> Operation:
    """A form of recognition."""
    wording = single_line(title)
    return add_row(Message(N_("Recognition: {text}"), {"text": wording}), Recognition(id="", title=wording))


def change_recognition(item: Recognition, **values: Any) -> Operation:
    """Any field of a form of recognition."""
    return change_row(Message(N_("Recognition: {text}"), {"text": item.title}), item, **values)


def move_recognition(item: Recognition, before: Recognition | None) -> Operation:
    """Put a form before another one, or last."""
    return move_row(item, before, Message(N_("Order of recognition")))


def remove_recognition(item: Recognition) -> Operation:
    """Delete a form of recognition."""
    return remove_rows(Message(N_("Recognition removed: {text}"), {"text": item.title}), [item])
