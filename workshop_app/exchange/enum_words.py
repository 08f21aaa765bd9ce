"""Code words of the model in words, for tables that people read and write."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar

from workshop_app.domain import model as m
from workshop_app.domain.message import N_
from workshop_app.domain.text_key import norm_text
from workshop_app.i18n import LANGUAGES, Words

E = TypeVar("E", bound=StrEnum)

_WEEKLY, _MONTHLY, _QUARTERLY = N_("weekly"), N_("monthly"), N_("quarterly")
_OPEN, _IN_PROGRESS, _DONE, _CANCELLED = N_("open"), N_("in progress"), N_("done"), N_("cancelled")
_STATUSES = MappingProxyType(
    {"open": _OPEN, "in_progress": _IN_PROGRESS, "done": _DONE, "cancelled": _CANCELLED, "planned": N_("planned")}
)

_WORDS: Mapping[type[StrEnum], Mapping[str, str]] = MappingProxyType(
    {
        m.SameObject: {"yes": N_("yes"), "no": N_("no"), "unknown": N_("don't know")},
        m.Answer: {
            "we": N_("we"),
            "they": N_("they"),
            "both": N_("together"),
            "nobody": N_("nobody"),
            "unknown": N_("don't know"),
        },
        m.DecisionType: {
            "assign": N_("assign"),
            "split": N_("split"),
            "joint": N_("do together"),
            "stop": N_("stop"),
            "defer": N_("defer"),
        },
        m.ActionStatus: _STATUSES,
        m.StageStatus: _STATUSES,
        m.TrainingStatus: _STATUSES,
        m.Direction: {"up": N_("growth"), "down": N_("reduction")},
        m.Frequency: {"weekly": _WEEKLY, "monthly": _MONTHLY, "quarterly": _QUARTERLY},
        m.Cadence: {
            "weekly": _WEEKLY,
            "biweekly": N_("every two weeks"),
            "monthly": _MONTHLY,
            "quarterly": _QUARTERLY,
        },
        m.ProjectKind: {"project": N_("project"), "team": N_("standing team")},
        m.TrainingKind: {
            "cross_department": N_("at the neighbours'"),
            "communication": N_("communication"),
            "skill": N_("skill"),
        },
        m.RecognitionForm: {"public": N_("public"), "material": N_("material"), "development": N_("development")},
        m.SuggestionStatus: {
            "new": N_("new"),
            "accepted": N_("accepted"),
            "declined": N_("declined"),
            "done": _DONE,
        },
        m.RewardLevel: {
            "individual": N_("own result"),
            "department": N_("the department's result"),
            "joint": N_("the common result"),
        },
        m.RewardKind: {"ratio": N_("fact against plan"), "rank": N_("the best of all")},
        m.CreditMethod: {
            "split": N_("split by shares"),
            "double": N_("in full to each"),
            "single": N_("all to one"),
        },
        m.ImageList: {
            "self": N_("how we see ourselves"),
            "other": N_("how we see them"),
            "guess": N_("how they see us, as we think"),
        },
        m.NoteKind: {
            "parking": N_("parking lot"),
            "decision": N_("decision"),
            "idea": N_("idea"),
            "opportunity": N_("opportunity"),
            "question": N_("question"),
        },
    }
)

_ALSO: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "open": ("открыта", "новое", "не начато", "to do", "todo", "not started"),
        "in_progress": ("в процессе", "выполняется", "делается", "начато", "ongoing", "started"),
        "done": (
            "сделано",
            "выполнено",
            "выполнена",
            "завершено",
            "закрыто",
            "исполнено",
            "completed",
            "finished",
            "closed",
        ),
        "cancelled": ("снято", "отмена", "не нужно", "canceled", "dropped"),
    }
)
"""What lists say for the words of a state."""


def word(member: StrEnum) -> str:
    """The English word of a member (a message id); its code where it has none."""
    return _WORDS.get(type(member), {}).get(member.value, member.value)


def read_word(kind: type[E], text: str) -> E | None:
    """The member that a text names by its word in either language, or by its code."""
    key = norm_text(text)
    for member in kind:
        said = {norm_text(Words(language)(word(member))) for language in LANGUAGES}
        also = _ALSO.get(member.value, ()) if _WORDS.get(kind) is _STATUSES else ()
        if key in said | {member.value, norm_text(member.value.replace("_", " ")), *also}:
            return member
    return None
