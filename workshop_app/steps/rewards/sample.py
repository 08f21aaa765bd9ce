"""A pair of schemes to begin with: competition before, a joint result after (METHOD C.10.4)."""

from __future__ import annotations

from decimal import Decimal

from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import RewardIndicator, RewardKind, RewardLevel, RewardScheme, RewardWeight
from workshop_app.domain.rewards.scheme import AFTER, BEFORE
from workshop_app.i18n import Words
from workshop_app.services.document import Operation
from workshop_app.services.edit import Edit
from workshop_app.steps.rewards.operations import ensure_schemes

_OLD = (
    (RewardLevel.INDIVIDUAL, RewardKind.RATIO, N_("Own revenue against plan"), 70),
    (RewardLevel.DEPARTMENT, RewardKind.RANK, N_("Best department of the year"), 30),
)
_NEW = (
    (RewardLevel.INDIVIDUAL, RewardKind.RATIO, N_("Own revenue with credit for passed leads"), 50),
    (RewardLevel.DEPARTMENT, RewardKind.RATIO, N_("Department's revenue against plan"), 20),
    (RewardLevel.JOINT, RewardKind.RATIO, N_("Retention of the company's clients"), 30),
)


def take_sample(words: Words) -> Operation:
    """Both schemes with indicators and equal weights for every position; bonuses, plans and facts are to be typed."""

    def apply(edit: Edit) -> None:
        ensure_schemes(edit)
        for scheme_id, letter, name, lines in (
            (BEFORE, "B", words("Last year's scheme"), _OLD),
            (AFTER, "N", words("New scheme"), _NEW),
        ):
            scheme = edit.get(RewardScheme, scheme_id)
            if scheme is not None and not scheme.name:
                edit.change(scheme, name=name)
            for number, (level, kind, title, weight) in enumerate(lines, start=1):
                _indicator(edit, scheme_id, f"{letter}{number}", (level, kind, words(title)), Decimal(weight))

    return Operation(Message(N_("Sample of reward schemes")), apply)


def _indicator(
    edit: Edit, scheme_id: str, code: str, about: tuple[RewardLevel, RewardKind, str], weight: Decimal
) -> None:
    level, kind, title = about
    edit.add(
        RewardIndicator(
            id=f"{scheme_id}/{code}",
            scheme_id=scheme_id,
            code=code,
            title=title,
            level=level,
            kind=kind,
            zero_sum=kind is RewardKind.RANK,
        )
    )
    taking_part = {department.id for department in edit.engagement.departments}
    for position in edit.engagement.positions:
        if position.department_id in taking_part:
            row_id = f"{scheme_id}/{position.id}/{code}"
            edit.add(
                RewardWeight(id=row_id, scheme_id=scheme_id, position_id=position.id, indicator=code, weight=weight)
            )
