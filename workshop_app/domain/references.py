"""What a checked object is called, and where the rows that name a person, department or activity are."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model.row import Row
from workshop_app.domain.recommendations import RECOMMENDATIONS

UNTITLED = Message(N_("untitled"))

_NAMED: Mapping[str, tuple[type[Row], str]] = MappingProxyType(
    {
        "function": (m.Function, "text"),
        "person": (m.Person, "name"),
        "activity": (m.Activity, "title"),
        "position": (m.Position, "title"),
        "competence": (m.Competence, "text"),
        "goal": (m.Goal, "title"),
        "handoff": (m.Handoff, "title"),
        "project": (m.Project, "title"),
        "training": (m.Training, "title"),
        "meeting": (m.Meeting, "title"),
        "indicator": (m.Indicator, "title"),
        "survey": (m.Survey, "title"),
        "suggestion": (m.Suggestion, "title"),
        "action": (m.Action, "title"),
    }
)
_OF_NEW_SCHEME: Mapping[str, tuple[type[Row], str]] = MappingProxyType(
    {"indicator_reward": (m.RewardIndicator, "title"), "credit_rule": (m.CreditRule, "title")}
)


def title_of(engagement: Engagement, kind: str, object_id: str) -> str | Message:
    """What the object of a check is called (METHOD D, ``{title}``).

    ``kind`` is a check's ``object``. Objects of the new reward scheme are named by their code, a decision by its
    activity, a recommendation by its number and what it is about, a follow-up by its day; the whole plan has no title.
    """
    if kind == "plan":
        return ""
    if kind == "recommendation":
        name = Message(RECOMMENDATIONS[int(object_id)])
        return Message(N_("{number} ({name})"), {"number": object_id, "name": name})
    if kind == "decision":
        decision = engagement.get(m.Decision, object_id)
        return title_of(engagement, "activity", decision.activity_id or "") if decision else UNTITLED
    if kind == "department":
        department = engagement.department(object_id)
        return department_label(department) if department else UNTITLED
    if kind in _OF_NEW_SCHEME:
        row_type, field = _OF_NEW_SCHEME[kind]
        return _named(engagement.get(row_type, f"after/{object_id}"), field)
    if kind in _NAMED:
        row_type, field = _NAMED[kind]
        return _named(engagement.get(row_type, object_id), field)
    return object_id


def department_label(department: m.Department) -> str:
    """What a department is called inside a sentence: its short name («отдел ОП-1»), else its name."""
    return department.short or department.name


def _named(row: Row | None, field: str) -> str | Message:
    return getattr(row, field, "") or UNTITLED
