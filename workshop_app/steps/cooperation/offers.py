"""What decisions give to cooperation: a handoff where work is done jointly or changes hands (METHOD S6)."""

from __future__ import annotations

from collections.abc import Iterator

from workshop_app.domain.cooperation import suggested_handoffs
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import Department
from workshop_app.steps.cooperation.operations import add_suggested
from workshop_app.steps.step import Offer


def offers(engagement: Engagement) -> Iterator[Offer]:
    """The handoffs that decisions still need."""
    for found in suggested_handoffs(engagement):
        giver = engagement.named(Department, found.from_department_id)
        taker = engagement.named(Department, found.to_department_id)
        params = {"title": found.title, "giver": giver.short, "taker": taker.short}
        key = f"handoff/{found.activity_id}/{giver.id}/{taker.id}/{found.because}"
        yield Offer(
            key, "cooperation", Message(N_("Handoff “{title}”: {giver} → {taker}"), params), add_suggested(found)
        )
