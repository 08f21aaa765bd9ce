"""Any functions, answers, letters and actions go into a workbook and come back as they were."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_app.domain import model as m
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.text_key import is_total, norm_text
from workshop_app.exchange.imports import plan_import
from workshop_app.exchange.sheets import all_sheets
from workshop_app.exchange.workbook import write_workbook
from workshop_app.i18n import Words

SIGNS = "=+-@'\"«»;|&<>{}%№—…абвёЯzQ0179 "
TEXTS = (
    st.text(st.sampled_from(SIGNS) | st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=30)
    .map(lambda text: " ".join(text.split()))
    .filter(lambda text: norm_text(text) and not is_total(text) and any(sign.isalpha() for sign in text))
)
HOURS = st.none() | st.decimals("0.1", "40", places=1)
DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
PEOPLE = ("P1", "P2", "P3")
LETTERS = st.sampled_from(("A", "R", "AR", "C", "I", "CI"))
BASE: tuple[m.Row, ...] = (
    m.Department(id="A", name="Отдел продаж", short="ОП"),
    m.Department(id="B", name="Сервис", short="СЕР", rank=1),
    m.Person(id="P1", name="Корнеева Ирина Львовна", department_id="A"),
    m.Person(id="P2", name="Ян Ли", department_id="A", rank=1),
    m.Person(id="P3", name="Рябов Антон", department_id="B", rank=2),
    m.Goal(id="G1", title="Удержать 93 % клиентов"),
)


@st.composite
def workshops(draw: st.DrawFn) -> Engagement:
    titles = draw(st.lists(TEXTS, min_size=2, max_size=5, unique_by=norm_text))
    activities = [m.Activity(id=f"ACT{number:02}", title=text, rank=number) for number, text in enumerate(titles)]
    ids = st.sampled_from([activity.id for activity in activities])
    rows: list[m.Row] = [*BASE, *activities]
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=5, unique_by=norm_text))):
        person = draw(st.sampled_from(PEOPLE))
        home = "B" if person == "P3" else "A"
        rows.append(
            m.Function(
                id=f"F{number:03}", text=text, person_id=person, department_id=home, performed_by=m.PerformedBy.PERSON,
                hours_per_week=draw(HOURS), activity_id=draw(st.none() | ids), rank=number,
            )
        )  # fmt: skip
    for activity in activities:
        for department in ("A", "B"):
            answer = draw(st.none() | st.sampled_from(m.Answer))
            if answer is not None:
                key = f"{activity.id}/{department}/1"
                rows.append(m.Claim(id=key, activity_id=activity.id, department_id=department, answer=answer))
        letters = draw(st.dictionaries(st.sampled_from(PEOPLE), LETTERS, max_size=3))
        if letters:
            rows.append(m.RaciRow(id=activity.id, activity_id=activity.id))
        for person, letter in letters.items():
            rows.append(
                m.RaciCell(id=f"{activity.id}/{person}", activity_id=activity.id, person_id=person, letters=letter)
            )
    for number, text in enumerate(draw(st.lists(TEXTS, max_size=5, unique_by=norm_text))):
        earlier = draw(st.sets(st.sampled_from([f"X{at:02}" for at in range(number)]))) if number else ()
        rows.append(
            m.Action(
                id=f"X{number:02}", title=text, owner_id=draw(st.sampled_from(PEOPLE)), due=draw(DAYS),
                status=draw(st.sampled_from(m.ActionStatus)), result=draw(st.none() | TEXTS),
                goal_id=draw(st.none() | st.just("G1")), cost=draw(HOURS), hours=draw(HOURS), rank=number,
                recommendations=tuple(sorted(draw(st.sets(st.integers(1, 7), max_size=3)))),
                depends_on=tuple(sorted(earlier)), original_due=draw(st.none() | DAYS), moves=draw(st.integers(0, 3)),
                moved_reason=draw(st.none() | TEXTS),
            )
        )  # fmt: skip
    return Engagement.of(rows)


def bare(kind: str, row: Any) -> Any:
    """What a sheet carries of a row."""
    if kind == "functions":
        return (row.department_id, row.person_id, row.text, row.hours_per_week, row.activity_id)
    if kind == "claims":
        return (row.activity_id, row.department_id, row.answer, row.others)
    if kind == "raci":
        return (row.activity_id, row.person_id, row.letters)
    return replace(row, rank=0)


TYPES: dict[str, tuple[type[m.Row], ...]] = {
    "functions": (m.Function,),
    "claims": (m.Claim,),
    "raci": (m.RaciCell, m.RaciRow),
    "actions": (m.Action,),
}


def without(engagement: Engagement, kind: str) -> Engagement:
    return Engagement.of(row for row in engagement.all_rows() if not isinstance(row, TYPES[kind]))


@pytest.mark.parametrize("kind", list(TYPES))
def test_rows_come_back_as_they_were(kind: str, apply: Callable[..., Engagement]) -> None:
    @given(workshops(), st.sampled_from(("ru", "en")))
    @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
    def there_and_back(whole: Engagement, language: str) -> None:
        words = Words(language)
        wanted = sorted((bare(kind, row) for row in whole.rows(TYPES[kind][0])), key=repr)
        if not wanted:
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "all.xlsx"
            path.write_bytes(write_workbook(all_sheets(whole, words), words))
            same = plan_import(whole, path, kind)
            lost = without(whole, kind)
            found = apply(lost, plan_import(lost, path, kind))
        assert sorted((bare(kind, row) for row in found.rows(TYPES[kind][0])), key=repr) == wanted
        assert (same.added, same.updated) == (0, 0)

    there_and_back()
