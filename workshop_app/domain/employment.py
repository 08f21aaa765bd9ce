"""How much of a full post somebody works, as people write it."""

from __future__ import annotations

import re
from decimal import Decimal

from workshop_app.domain.text_key import norm_text

_SHARE = re.compile(r"(\d+(?:[.,]\d+)?)\s*(%)?")
_LEAST_PER_CENT = 10


def read_share(text: str) -> Decimal | None:
    """A share of a full post: «1», «0,5», «50 %», «полная», «0,5 ставки»; None when it is none."""
    key = norm_text(text)
    if re.match(r"полн|full", key):
        return Decimal(1)
    found = _SHARE.match(key)
    if found is None:
        return None
    number = Decimal(found[1].replace(",", "."))
    share = number / 100 if found[2] or number >= _LEAST_PER_CENT else number
    return share.normalize() + 0 if 0 < share <= 2 else None
