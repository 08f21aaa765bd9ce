"""Rewards, indicators and suggestions as sheets."""

from __future__ import annotations

from workshop_app.domain import model as m
from workshop_app.domain.message import N_
from workshop_app.exchange.sheets.declare import CODE, table
from workshop_app.exchange.sheets.sheet import Cell, SheetContext


def _code_of(row: m.CreditRule | m.RewardIndicator, context: SheetContext) -> Cell:
    return row.code


INDICATORS = (
    table(
        "indicators",
        N_("Indicators"),
        m.Indicator,
        (CODE, "id"),
        (N_("Indicator"), "title"),
        (N_("Unit"), "unit"),
        (N_("Good direction"), "direction"),
        (N_("Frequency"), "frequency"),
        (N_("Baseline"), "baseline"),
        (N_("Date of the baseline"), "baseline_date"),
        (N_("Target value"), "target"),
        (N_("Deadline"), "deadline"),
        (N_("Alarm limit"), "alarm_limit"),
        (N_("Owner"), "owner_id"),
        (N_("Source"), "source"),
    ),
    table(
        "indicator_points",
        N_("Indicator values"),
        m.IndicatorPoint,
        (CODE, "indicator_id"),
        (N_("Indicator"), lambda row, context: context.name("indicators", row.indicator_id)),
        (N_("Date"), "date"),
        (N_("Value"), "value"),
    ),
)

FIGURES = (
    table(
        "reward_indicators",
        N_("Reward indicators"),
        m.RewardIndicator,
        (N_("Scheme"), "scheme_id"),
        (CODE, _code_of),
        (N_("Indicator"), "title"),
        (N_("Whose fact"), "level"),
        (N_("Kind"), "kind"),
        (N_("Good direction"), "direction"),
        ("T", "threshold"),
        ("pT", "payout_at_threshold"),
        ("k", "slope"),
        ("C", "cap"),
        (N_("Source"), "source"),
        (N_("One's gain is another's loss"), "zero_sum"),
    ),
    table(
        "reward_weights",
        N_("Reward weights"),
        m.RewardWeight,
        (N_("Scheme"), "scheme_id"),
        (N_("Position"), "position_id"),
        (N_("Indicator"), "indicator"),
        (N_("Weight, %"), "weight"),
    ),
    table(
        "reward_facts",
        N_("Reward facts"),
        m.RewardFact,
        (N_("Scheme"), "scheme_id"),
        (N_("Indicator"), "indicator"),
        (N_("Subject"), "subject"),
        (N_("Plan"), "plan"),
        (N_("Fact"), "fact"),
    ),
    table(
        "target_bonuses",
        N_("Target bonuses"),
        m.TargetBonus,
        (N_("Scheme"), "scheme_id"),
        (N_("Person"), "person_id"),
        (N_("Target bonus"), "amount"),
    ),
    table(
        "credit_rules",
        N_("Credit rules"),
        m.CreditRule,
        (N_("Scheme"), "scheme_id"),
        (CODE, _code_of),
        (N_("Rule"), "title"),
        (N_("Method"), "method"),
        (N_("Shares"), "shares"),
    ),
    table(
        "recognition",
        N_("Recognition"),
        m.Recognition,
        (CODE, "id"),
        (N_("Recognition"), "title"),
        (N_("Form"), "form"),
        (N_("Cadence"), "cadence"),
        (N_("Criteria"), "criteria"),
        (N_("Owner"), "owner_id"),
    ),
    table(
        "nominations",
        N_("Nominations"),
        m.Nomination,
        (N_("Recognition"), "recognition_id"),
        (N_("Named by"), "department_id"),
        (N_("Person"), "person_id"),
        (N_("For what"), "reason"),
        (N_("Date"), "date"),
    ),
    table(
        "suggestions",
        N_("Suggestions"),
        m.Suggestion,
        (CODE, "id"),
        (N_("Date"), "date"),
        (N_("Department"), "department_id"),
        (N_("Suggestion"), "title"),
        (N_("Text"), "text"),
        (N_("Status"), "status"),
        (N_("Answered on"), "reply_date"),
        (N_("Reply"), "reply"),
    ),
)
