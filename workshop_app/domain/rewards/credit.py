"""Who is credited for a deal that two worked on (METHOD C.10.5)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message, ProblemError
from workshop_app.domain.model import CreditMethod, CreditRule
from workshop_app.domain.rounding import half_up

WHOLE = Decimal(100)
LEAD, PASSER = "lead", "passer"
"""The parties of a rule on a passed lead: who runs the client, and who passed it on."""


@frozen(slots=True)
class Credit:
    """A deal's credit by party, in money. Individual and department facts use it, joint facts the actual amount."""

    amount: Decimal
    parts: Mapping[str, Decimal]

    @property
    def credited(self) -> Decimal:
        """The sum of all parts."""
        return sum(self.parts.values(), Decimal(0))

    @property
    def credited_to_actual(self) -> Fraction | None:
        """Credited ÷ actual: above 1 the plans have to rise accordingly. None for a deal of 0."""
        return Fraction(self.credited) / Fraction(self.amount) if self.amount else None


def shares_sum(rule: CreditRule) -> Decimal:
    """The sum of a rule's shares in %."""
    return sum((share for _party, share in rule.shares), Decimal(0))


def shares_fit(rule: CreditRule) -> bool:
    """Whether the shares of a split sum to 100; the other methods need none (RWD-14)."""
    return rule.method is not CreditMethod.SPLIT or shares_sum(rule) == WHOLE


def share_of(rule: CreditRule, party: str) -> Fraction:
    """The share of 1 that a party is credited; a party that the rule does not name gets nothing."""
    shares = dict(rule.shares)
    if rule.method is CreditMethod.DOUBLE:
        return Fraction(1 if not shares or party in shares else 0)
    if rule.method is CreditMethod.SINGLE:
        return Fraction(1 if party == _taker(rule) else 0)
    return Fraction(shares.get(party, 0)) / 100


def credit_shares(amount: Decimal, rule: CreditRule) -> Credit:
    """Credit a deal by a rule.

    Parts of a split are rounded to 0.01; the difference goes to the largest share, the first of equal ones. Raises
    ProblemError when the shares of a split don't sum to 100.
    """
    parties = tuple(party for party, _share in rule.shares) or (LEAD, PASSER)
    if rule.method is not CreditMethod.SPLIT:
        return Credit(amount, {party: amount * int(share_of(rule, party)) for party in parties})
    if not shares_fit(rule):
        raise ProblemError(
            Message(N_("Shares of rule “{title}” sum to {n} %"), {"title": rule.title, "n": shares_sum(rule)})
        )
    parts = {party: half_up(Fraction(amount) * Fraction(share) / 100, 2) for party, share in rule.shares}
    largest = max(parties, key=dict(rule.shares).__getitem__)
    parts[largest] += amount - sum(parts.values(), Decimal(0))
    return Credit(amount, parts)


def _taker(rule: CreditRule) -> str:
    return max(rule.shares, key=lambda item: item[1])[0] if rule.shares else LEAD
