"""Another variant of the new scheme, set aside to be compared with what the sliders show now (SCREENS 31)."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import RewardScheme
from workshop_app.domain.rewards.scheme import AFTER, ASIDE
from workshop_app.domain.rewards.variants import as_scheme, parts_of
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit


def set_aside() -> Operation:
    """The new scheme as it is now, kept beside it; an older variant goes."""
    return Operation(Message(N_("Variant of the reward scheme set aside")), lambda edit: _fill(edit, {ASIDE: AFTER}))


def swap() -> Operation:
    """The variant becomes the new scheme, which is set aside in its place; credit rules stay as agreed."""
    return Operation(Message(N_("Variants of the reward scheme swapped")), _swap)


def drop() -> Operation:
    """The variant goes."""

    def apply(edit: Edit) -> None:
        scheme = edit.get(RewardScheme, ASIDE)
        if scheme is not None:
            edit.remove(scheme)

    return Operation(Message(N_("Variant of the reward scheme dropped")), apply)


def _swap(edit: Edit) -> None:
    if edit.get(RewardScheme, ASIDE) is not None:
        _fill(edit, {ASIDE: AFTER, AFTER: ASIDE})


def _fill(edit: Edit, sources: dict[str, str]) -> None:
    """Every scheme gets what its source had before any of them was filled."""
    before: Engagement = edit.engagement
    for target, source in sources.items():
        for part in tuple(parts_of(before, target)):
            edit.remove(part)
        for row in as_scheme(before, source, target):
            stored = edit.get(RewardScheme, row.id) if isinstance(row, RewardScheme) else None
            if stored is None:
                edit.add(row)
            else:
                edit.change(stored, **_values(row))


def _values(row: Any) -> dict[str, Any]:
    return {field.name: getattr(row, field.name) for field in fields(row) if field.name not in ("id", "rank")}
