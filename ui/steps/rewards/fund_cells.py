"""The strip over the comparison: fund, joint share, who loses much, limit of the fund."""

from __future__ import annotations

from ui.widgets.layout import NumberCell
from workshop_app.i18n import Words
from workshop_app.steps.rewards.view import RewardsView


def fund_cells(view: RewardsView, words: Words, *, amounts: bool, aside: bool = False) -> list[NumberCell]:
    """Fund, joint share, losers, limit; ``aside``: fund and joint share beside those of the variant."""
    _ = words
    variant = view.variant.comparison if aside and view.variant else None
    compared, after = view.comparison, view.after_pay
    if compared is None or after is None:
        return [NumberCell("fund", "—", _("fund"), note=_("bonuses and facts are missing"), filters=False)]
    other = variant or compared
    change = other.fund.percent
    shown = "—" if change is None else ("+" if change > 0 else "") + words.percent(change)
    if amounts:
        fund = words.money(compared.fund.after, view.currency)
        amount = words.number(other.fund.before, 0)
        said = _("set aside {amount}: {change}", amount=amount, change=shown)
        note = said if variant else _("was {amount}: {change}", amount=amount, change=shown)
    else:
        fund, note = shown, _("change of the fund")
    spared = _("nobody loses") if compared.people else ""
    worst = _("worst {share}", share=words.percent(compared.worst)) if compared.worst is not None else spared
    joint = words.percent(other.joint_share_before, 0)
    before = _("set aside {n}", n=joint) if variant else _("was {n}", n=joint)
    return [
        NumberCell(
            "fund",
            fund,
            _("fund will be"),
            note=note,
            filters=False,
            icon=_warning(compared.fund_changes_much and not (view.after and view.after.owner_approved)),
        ),
        NumberCell(
            "joint", words.percent(compared.joint_share_after, 0), _("for the joint result"), note=before, filters=False
        ),
        NumberCell(
            "losers",
            str(len(compared.losers)),
            _("lose more than 15%"),
            note=worst,
            filters=False,
            icon=_warning(bool(compared.losers)),
        ),
        _limit_cell(view, words, amounts=amounts),
    ]


def _warning(on: bool) -> tuple[str, str] | None:
    return ("triangle-alert", "warn") if on else None


def _limit_cell(view: RewardsView, words: Words, *, amounts: bool) -> NumberCell:
    _ = words
    after, scheme = view.after_pay, view.after
    if after is None or scheme is None or scheme.fund_limit is None:
        return NumberCell("limit", "—", _("fund limit"), note=_("none is set"), filters=False)
    number = words.money(scheme.fund_limit, view.currency) if amounts else _("set")
    if not after.scaled:
        return NumberCell("limit", number, _("fund limit"), note=_("not reached"), filters=False)
    scale = words.number(after.fund / after.fund_before_limit, 2)
    note = _("payouts × {scale}", scale=scale)
    if amounts and after.undistributed:
        left = words.money(after.undistributed, view.currency)
        note = _("payouts × {scale}, {amount} left over", scale=scale, amount=left)
    return NumberCell("limit", number, _("fund limit"), note=note, filters=False, icon=("circle-alert", "err"))
