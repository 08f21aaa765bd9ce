"""What each step puts on paper. To add a step: its package, and one line in ``SECTIONS``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reports.sections.audit.chapter import chapter as audit
from reports.sections.chapter import Make
from reports.sections.cooperation.chapter import chapter as cooperation
from reports.sections.diagnosis.chapter import chapter as diagnosis
from reports.sections.feedback.chapter import chapter as feedback
from reports.sections.followup.chapter import chapter as followup
from reports.sections.goals.chapter import chapter as goals
from reports.sections.meetings.chapter import chapter as meetings
from reports.sections.plan.chapter import chapter as plan
from reports.sections.prepare.chapter import chapter as prepare
from reports.sections.rewards.chapter import chapter as rewards
from reports.sections.roles.chapter import chapter as roles
from reports.sections.training.chapter import chapter as training

SECTIONS: Mapping[str, Make] = MappingProxyType(
    {
        "prepare": prepare,
        "diagnosis": diagnosis,
        "audit": audit,
        "goals": goals,
        "roles": roles,
        "cooperation": cooperation,
        "training": training,
        "meetings": meetings,
        "rewards": rewards,
        "feedback": feedback,
        "plan": plan,
        "followup": followup,
    }
)
"""By step: its chapter of the full report."""
