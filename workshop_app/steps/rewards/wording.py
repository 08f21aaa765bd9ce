"""Names of levels, kinds and forms, and pay in words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain.message import N_
from workshop_app.domain.model import CreditMethod, RecognitionForm, RewardKind, RewardLevel

LEVELS: Mapping[RewardLevel, str] = MappingProxyType(
    {
        RewardLevel.INDIVIDUAL: N_("own result"),
        RewardLevel.DEPARTMENT: N_("department's result"),
        RewardLevel.JOINT: N_("joint result"),
    }
)

SHORT_LEVELS: Mapping[RewardLevel, str] = MappingProxyType(
    {
        RewardLevel.INDIVIDUAL: N_("own"),
        RewardLevel.DEPARTMENT: N_("department's"),
        RewardLevel.JOINT: N_("common"),
    }
)

KINDS: Mapping[RewardKind, str] = MappingProxyType(
    {RewardKind.RATIO: N_("against plan"), RewardKind.RANK: N_("best of all")}
)

FORMS: Mapping[RecognitionForm, str] = MappingProxyType(
    {
        RecognitionForm.PUBLIC: N_("public"),
        RecognitionForm.MATERIAL: N_("material"),
        RecognitionForm.DEVELOPMENT: N_("learning"),
    }
)

METHODS: Mapping[CreditMethod, str] = MappingProxyType(
    {
        CreditMethod.SPLIT: N_("Split"),
        CreditMethod.DOUBLE: N_("100% to both"),
        CreditMethod.SINGLE: N_("To one"),
    }
)

CADENCES: Mapping[str, str] = MappingProxyType(
    {
        "weekly": N_("every week"),
        "biweekly": N_("every two weeks"),
        "monthly": N_("every month"),
        "quarterly": N_("every quarter"),
        "yearly": N_("once a year"),
    }
)
