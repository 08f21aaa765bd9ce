"""The seven recommendations of the founding text, in a few words each (METHOD A.2, R1…R7)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.message import N_

RECOMMENDATIONS: Mapping[int, str] = MappingProxyType(
    {
        1: N_("clear functions and roles"),
        2: N_("handoffs and joint projects"),
        3: N_("learning from each other"),
        4: N_("regular joint meetings"),
        5: N_("rewards and recognition for joint effort"),
        6: N_("common goals"),
        7: N_("feedback and corrections"),
    }
)
