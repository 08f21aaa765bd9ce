"""Any document, with any fields filled, is written as JSON and read again without a loss."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, fields, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.engagement_json import engagement_text, read_engagement
from workshop_app.exchange.engagement_json.values import STEP_IDS

NAMES = {row_type.table: (f"{row_type.prefix}1", f"{row_type.prefix}2") for row_type in m.TABLES if row_type.prefix}
NAMES |= {"reward_schemes": ("before", "after"), "raci_rows": NAMES["activities"]}
ONLY_ROWS = (m.Company, m.Settings, m.Session, m.Diagnosis, m.LedgerSource)
IDS: dict[type[m.Row], Callable[[Any, int], str]] = {
    m.Claim: lambda row, _n: f"{row.activity_id}/{row.department_id}/{row.wave}",
    m.RaciRow: lambda row, _n: row.activity_id,
    m.RaciCell: lambda row, _n: f"{row.activity_id}/{row.person_id}",
    m.RoleCard: lambda row, _n: row.person_id,
    m.CompetenceVotes: lambda row, _n: f"{row.competence_id}/{row.criterion}/{row.department_id}",
    m.NamedVote: lambda row, n: f"{row.competence_id}/{n}",
    m.NamedConfidence: lambda row, n: f"{row.goal_id}/{n}",
    m.Contribution: lambda row, _n: f"{row.goal_id}/{row.department_id}",
    m.ProjectStage: lambda row, n: f"{row.project_id}/{n}",
    m.SkillLevel: lambda row, _n: f"{row.skill_id}/{row.person_id}",
    m.MeetingLog: lambda row, n: f"{row.meeting_id}/{n}",
    m.Nomination: lambda row, n: f"{row.recognition_id}/{n}",
    m.RewardIndicator: lambda row, _n: f"{row.scheme_id}/{row.code}",
    m.RewardWeight: lambda row, _n: f"{row.scheme_id}/{row.position_id}/{row.indicator}",
    m.TargetBonus: lambda row, _n: f"{row.scheme_id}/{row.person_id}",
    m.RewardFact: lambda row, _n: f"{row.scheme_id}/{row.indicator}/{row.subject}",
    m.CreditRule: lambda row, _n: f"{row.scheme_id}/{row.code}",
    m.IndicatorPoint: lambda row, n: f"{row.indicator_id}/{n}",
    m.SurveyInvitation: lambda row, _n: f"{row.survey_id}/{row.department_id}",
    m.SurveyQuestion: lambda row, _n: f"{row.survey_id}/{row.code}",
    m.FollowUp: lambda row, _n: str(row.day),
    m.SignOff: lambda row, _n: row.person_id,
    m.Waiver: lambda row, _n: f"{row.rule}/{row.object_id}",
}
"""The ids that the model's docstrings promise for rows whose JSON has none."""

NUMBERED = (m.AgendaItem, m.MatchAnswer, m.DictionaryEntry, m.SurveyResponse, m.SurveyComment)
"""Rows that get a new number when they are read."""

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)
NUMBER = st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20)
SCALES = {"votes": 2, "vote": 2, "confidence": 5, "level": 4, "k2_score": 2, "recommendation": 7, "recommendations": 7}
CODES = {
    "language": ("ru", "en"),
    "code": ("Q1", "Q2"),
    "criterion": ("K1", "K6"),
    "step": STEP_IDS,
    "steps_off": STEP_IDS,
}


def scalar(kind: Any, name: str) -> st.SearchStrategy[Any]:
    if name in CODES:
        return st.sampled_from(CODES[name])
    if kind is int:
        return st.integers(1, SCALES.get(name, 2**40))
    if kind is Decimal:
        return NUMBER
    if kind is date:
        return st.dates(date(1990, 1, 1), date(2100, 1, 1))
    if name == "dates":
        return st.just("2026-02-10")
    if kind is bool:
        return st.booleans()
    return st.sampled_from(kind) if issubclass(kind, StrEnum) else TEXT


def listed(kind: Any, name: str) -> st.SearchStrategy[Any]:
    item = typing.get_args(kind)[0]
    if typing.get_origin(item) is tuple:
        value = scalar(typing.get_args(item)[1], name)
        return st.dictionaries(TEXT, value, max_size=3).map(lambda table: tuple(table.items()))
    return st.lists(scalar(item, name), max_size=3).map(tuple)


def of_field(field: Any, kind: Any) -> st.SearchStrategy[Any]:
    if typing.get_origin(kind) is types.UnionType:
        inner = next(part for part in typing.get_args(kind) if part is not type(None))
        return st.none() | of_field(field, inner)
    if "reference" in field.metadata:
        return st.sampled_from(NAMES[field.metadata["reference"]])
    if "references" in field.metadata:
        return st.lists(st.sampled_from(NAMES[field.metadata["references"]]), max_size=3).map(tuple)
    return listed(kind, field.name) if typing.get_origin(kind) is tuple else scalar(kind, field.name)


def rows_of(row_type: type[m.Row]) -> st.SearchStrategy[Any]:
    hints = typing.get_type_hints(row_type)
    drawn = {}
    for field in fields(row_type):
        if field.name in ("id", "rank", "department_text"):
            continue
        strategy = of_field(field, hints[field.name])
        drawn[field.name] = strategy if field.default is MISSING else st.just(field.default) | strategy
    required = {"subject", "indicator", "rule", "object_id", "word"} & drawn.keys()
    drawn |= {name: TEXT.filter(bool) for name in required}
    drawn |= {name: st.sampled_from(CODES[name]) for name in {"code", "criterion", "step"} & drawn.keys()}
    return st.builds(row_type, id=st.just(""), **drawn)


def numbered(row_type: type[m.Row], rows: list[Any]) -> list[Any]:
    if row_type in ONLY_ROWS:
        return [replace(row, id=row_type.table) for row in rows[:1]]
    if row_type is m.PrivateNote:
        return [replace(row, id=step) for row, step in zip(rows, STEP_IDS, strict=False)]
    if row_type is m.Wording:
        return [replace(row, id=name) for row, name in zip(rows, ("ru/invitation", "en/invitation"), strict=False)]
    if row_type is m.DictionaryEntry:
        rows = list({row.word: row for row in rows}.values())
    if row_type in NUMBERED:
        return [replace(row, id=f"{row_type.prefix}{n:02}") for n, row in enumerate(rows, start=1)]
    if row_type in IDS:
        parents: dict[str, int] = {}
        made = []
        for row in rows:
            owner = str(getattr(row, next(field.name for field in fields(row) if field.name != "id")))
            parents[owner] = parents.get(owner, 0) + 1
            made.append(replace(row, id=IDS[row_type](row, parents[owner])))
        return made
    return [replace(row, id=name) for row, name in zip(rows, NAMES[row_type.table], strict=False)]


@st.composite
def documents(draw: st.DrawFn, filled: type[m.Row]) -> Engagement:
    """A document with two bare rows in every table others name, and one table of rows with anything in them."""
    bare: list[m.Row] = []
    for row_type in m.TABLES:
        if row_type.table in NAMES and row_type is not m.LedgerBatch and row_type is not m.UnresolvedReference:
            owned = any("reference" in f.metadata and f.default is MISSING for f in fields(row_type))
            if row_type is m.RaciRow:
                bare += [m.RaciRow(id=name, activity_id=name) for name in NAMES["raci_rows"]]
            elif not owned and row_type not in (*NUMBERED, *IDS):
                bare += [row_type(id=name) for name in NAMES[row_type.table]]
    rows = numbered(filled, draw(st.lists(rows_of(filled), min_size=1, max_size=2)))
    return Engagement.of([*bare, *rows])


def content(engagement: Engagement) -> dict[tuple[str, str], Any]:
    """Rows by id; numbered rows by what is in them. A row of nothing but defaults is as good as none."""
    found = {}
    for row in engagement.all_rows():
        plain: Any = replace(row, rank=0) if hasattr(row, "rank") else row
        if isinstance(row, NUMBERED):
            plain = replace(plain, id="")
        if not (isinstance(row, ONLY_ROWS) and plain == type(row)(id=row.id)):
            found[row.table, plain.id or repr(plain)] = plain
    return found


UNOPENED = (m.SealedConfidence, m.SealedAnswers)
"""What waits to be opened leaves the file in no form."""
TESTED = [t for t in m.TABLES if t not in (m.LedgerBatch, m.UnresolvedReference, *UNOPENED)]


@pytest.mark.parametrize("row_type", TESTED, ids=lambda row_type: row_type.table)
def test_every_table_comes_back_whole(row_type: type[m.Row]) -> None:
    @settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
    @given(documents(row_type))
    def check(document: Engagement) -> None:
        read = read_engagement(engagement_text(document))
        assert not read.unknown_fields
        assert not read.unresolved
        again = content(read.engagement)
        for key, row in content(document).items():
            assert again.get(key) == row

    check()
