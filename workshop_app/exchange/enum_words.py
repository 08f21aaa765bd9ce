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

WORDS: Mapping[StrEnum, str] = MappingProxyType(
    {
        m.SameObject.YES: N_("yes"),
        m.SameObject.NO: N_("no"),
        m.PerformedBy.PERSON: N_("a person"),
        m.PerformedBy.POSITION: N_("a position"),
        m.PerformedBy.DEPARTMENT: N_("the whole department"),
        m.Answer.WE: N_("we"),
        m.Answer.THEY: N_("they"),
        m.Answer.BOTH: N_("together"),
        m.Answer.NOBODY: N_("nobody"),
        m.Answer.UNKNOWN: N_("don't know"),
        m.DecisionType.ASSIGN: N_("assign"),
        m.DecisionType.SPLIT: N_("split"),
        m.DecisionType.JOINT: N_("joint"),
        m.DecisionType.STOP: N_("stop"),
        m.DecisionType.DEFER: N_("defer"),
        m.ActionStatus.OPEN: N_("open"),
        m.ActionStatus.IN_PROGRESS: N_("in progress"),
        m.ActionStatus.DONE: N_("done"),
        m.ActionStatus.CANCELLED: N_("cancelled"),
        m.Direction.UP: N_("growth"),
        m.Direction.DOWN: N_("reduction"),
        m.Frequency.WEEKLY: N_("weekly"),
        m.Frequency.MONTHLY: N_("monthly"),
        m.Frequency.QUARTERLY: N_("quarterly"),
        m.Cadence.BIWEEKLY: N_("every two weeks"),
        m.ProjectKind.PROJECT: N_("project"),
        m.ProjectKind.TEAM: N_("standing team"),
        m.TrainingKind.CROSS_DEPARTMENT: N_("at the neighbours'"),
        m.TrainingKind.COMMUNICATION: N_("communication"),
        m.TrainingKind.SKILL: N_("skill"),
        m.TrainingStatus.PLANNED: N_("planned"),
        m.RecognitionForm.PUBLIC: N_("public"),
        m.RecognitionForm.MATERIAL: N_("material"),
        m.RecognitionForm.DEVELOPMENT: N_("development"),
        m.SuggestionStatus.NEW: N_("new"),
        m.SuggestionStatus.ACCEPTED: N_("accepted"),
        m.SuggestionStatus.DECLINED: N_("declined"),
        m.UnitKind.PERCENT: N_("per cent"),
        m.UnitKind.MONEY: N_("money"),
        m.UnitKind.COUNT: N_("count"),
        m.UnitKind.HOURS: N_("hours"),
        m.UnitKind.DAYS: N_("days"),
    }
)
"""By member: members of several enums with one code (``done``, ``weekly``) are equal and share their word."""


def read_word(kind: type[E], text: str) -> E | None:
    """The member that a text names by its word in either language, or by its code."""
    key = norm_text(text)
    for member in kind:
        said = {norm_text(Words(language)(WORDS[member])) for language in LANGUAGES if member in WORDS}
        if key in said | {member.value, norm_text(member.value.replace("_", " "))}:
            return member
    return None
