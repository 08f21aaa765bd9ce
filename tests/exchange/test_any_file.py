"""Whatever stands in a file: it is read, or refused in words that name the place; what was read goes out the same."""

from __future__ import annotations

import copy
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workshop_app.domain.checks import CheckContext, run_checks
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import ProblemError
from workshop_app.exchange.calendar_file import write_calendar
from workshop_app.exchange.engagement_json import FormatError, engagement_text, read_engagement
from workshop_app.exchange.grid import ListGrid, Table, find_columns
from workshop_app.exchange.imports import KINDS
from workshop_app.exchange.results import results
from workshop_app.i18n import Words

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
AS_OF = date(2026, 4, 20)
ODD: tuple[Any, ...] = (
    None, "", 0, -1, 1, True, 1.5, 10**40, "x", " ", "\0", "\ud800", "\uffff", "2026-02-30", "0001-01-01", "9999-12-31",
    [], {}, [None], [[]], {"": 1}, {"A": {}}, ["A"], "A", "=1+1", "<b>&", "S1", "S13", "P01", "X99", [{"id": "Q"}],
)  # fmt: skip
TEXTS = (
    "",
    "x",
    "A",
    "ОП-1",
    "Новиков Илья",
    "мы",
    "они",
    "?",
    "5",
    "да",
    "AR",
    "31.02.2026",
    "янв 26",
    "=1+1",
    "1\xa0000,5 ч/мес",
)
ANY = st.sampled_from([*TEXTS, Decimal(3), Decimal("-0.5"), date(2026, 1, 31)]) | st.text(max_size=6)


def short(value: Any, most: int = 2) -> Any:
    """The example with a few entries in every list."""
    if isinstance(value, dict):
        return {key: short(part, most) for key, part in value.items()}
    return [short(part, most) for part in value[:most]] if isinstance(value, list) else value


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every object or list with every key of it."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(value, key) for key in keys] + [place for key in keys for place in places(value[key])]


EXAMPLE = short(json.loads((DEMO / "engagement_ru.json").read_text(encoding="utf-8")))


@st.composite
def changed(draw: st.DrawFn) -> dict[str, Any]:
    data: dict[str, Any] = copy.deepcopy(EXAMPLE)
    for _ in range(draw(st.integers(1, 3))):
        inside, key = draw(st.sampled_from(places(data)))
        way = draw(st.sampled_from(("set", "remove", "twice")))
        if way == "set":
            inside[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
        elif way == "remove":
            del inside[key]
        elif isinstance(inside, list):
            inside.append(copy.deepcopy(inside[key]))
    return data


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(changed())
def test_an_engagement_with_anything_in_it_is_read_whole_or_refused_with_its_place(data: dict[str, Any]) -> None:
    try:
        read = read_engagement(json.dumps(data))
    except FormatError as error:
        assert error.place in str(error)
        return
    text = engagement_text(read.engagement)
    assert engagement_text(read_engagement(text).engagement) == text
    results(read.engagement, AS_OF)
    run_checks(read.engagement, CheckContext(AS_OF))
    write_calendar(read.engagement, Words("ru"), datetime(2026, 4, 20, tzinfo=UTC))


@pytest.mark.parametrize("kind", KINDS)
def test_a_table_of_any_cells_is_planned_or_refused_in_words(kind: str, demo: Engagement, tmp_path: Path) -> None:
    fields = KINDS[kind].fields
    titles = [field.words[0] for field in fields] + [demo.people[0].name, "ОП-1", "ОП-2", "Q1", "янв.26", ""]

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(
        st.lists(st.sampled_from(titles), min_size=1, max_size=7),
        st.lists(st.lists(ANY, max_size=8), max_size=5),
        st.booleans(),
    )
    def check(header: list[str], rows: list[list[Any]], with_title: bool) -> None:
        needed = [field.words[0] for field in fields if field.required]
        grid = ListGrid([["Список"]] * with_title + [[*needed, *header], *rows])
        table = Table(grid, find_columns(grid, fields))
        for before in (Engagement(), demo):
            try:
                plan = KINDS[kind].plan(before, table, tmp_path / "list.csv", None)
            except ProblemError as problem:
                assert str(problem)
                continue
            json.dumps(plan.as_json(Words("ru").message))

    check()
