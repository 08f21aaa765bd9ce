"""Every field of the model that the room may not see carries a marker; a new one is private until it is named here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, fields, replace
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.demo_files import demo_file
from ui.audience.painting import RoomPainter
from ui.audience.room import Room
from ui.audience.scene import Focus
from ui.audience.scenes import SCENES
from ui.bridge import DocumentBridge
from ui.theme.service import load_fonts
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import TABLES, Row
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.i18n import Words
from workshop_app.services.document import Document, Operation
from workshop_app.services.edit import Edit
from workshop_app.steps import STEPS
from workshop_app.steps.diagnosis.figures import Figure

MARK = "ЗМЕЕЛОВ"
NUMBER = Decimal("9182734")
WHOLE = 7391
"""A marker for levels, votes, counts and years: no number of the demo is like it."""

NUMBER_TEXTS = (
    *("9182734", "9\xa0182\xa0734", "9,182,734", "9 182 734", "9,18", "9.18", "918 273", "918\xa0273"),
    *("7391", "7\xa0391", "7,391", "7 391"),
)


PUBLIC: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "company": ("name", "owner_question", "feedback_channel"),
        "departments": ("name", "short"),
        "positions": ("title",),
        "people": ("name",),
        "activities": ("title",),
        "functions": ("text", "hours_per_week"),
        "decisions": ("split_rule",),
        "role_cards": ("purpose", "decides_alone", "stops_doing"),
        "competences": ("text",),
        "competence_votes": ("votes",),
        "indicators": ("title", "unit", "baseline", "target", "alarm_limit"),
        "indicator_points": ("value",),
        "goals": ("title", "metric", "unit", "baseline", "target"),
        "contributions": ("text",),
        "handoffs": ("title", "trigger", "package", "acceptance", "response_hours"),
        "projects": ("title", "result_metric", "result_target"),
        "project_stages": ("title",),
        "training": ("title",),
        "skills": ("title",),
        "meetings": ("title", "purpose", "agenda", "duration_min"),
        "meeting_log": ("decisions",),
        "recognition": ("title", "cadence", "criteria"),
        "nominations": ("reason",),
        "survey_questions": ("text",),
        "actions": ("title",),
    }
)
"""Table → its texts, amounts and numbers that a scene may show. Everything else is private."""

CODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "company": ("language",),
        "settings": ("currency", "steps_off", "hours_norm", "round_to", "brand_accent", "brand_logo"),
        "session": ("dates", "starts_at"),
        "agenda": ("step", "minutes"),
        "people": ("employment",),
        "notes": ("step", "created_at"),
        "ledger": ("currency",),
        "ledger_batches": ("imported_at", "report"),
        "meetings": ("time", "timezone", "weekday"),
        "followups": ("day",),
        "claims": ("wave",),
        "actions": ("recommendations",),
        "surveys": ("threshold", "scale"),
        "raci_cells": ("letters",),
        "competence_votes": ("criterion",),
        "named_votes": ("criterion",),
        "sealed_answers": ("answers", "wave"),
        "survey_questions": ("code", "recommendation"),
        "reward_schemes": ("gate_indicator", "gate_applies_to", "gate_min_achievement", "gate_multiplier", "period"),
        "reward_indicators": ("code",),
        "reward_weights": ("indicator", "weight"),
        "reward_facts": ("indicator", "subject"),
        "credit_rules": ("code",),
        "waivers": ("rule", "object_id"),
        "unresolved_references": ("object_table", "object_id", "field", "value", "index"),
    }
)
"""Table → its codes, keys and shares: nothing that anybody writes freely."""


def is_private(row_type: type[Row], field: Field[Any]) -> bool:
    """A text, an amount or a number, or a list of these, that no scene may show; no reference, code or day is one."""
    known = ("id", "rank", *PUBLIC.get(row_type.table, ()), *CODES.get(row_type.table, ()))
    return (
        not field.metadata
        and field.name not in known
        and str(field.type).removesuffix(" | None") in ("str", "tuple[str, ...]", "Decimal", "int", "tuple[int, ...]")
    )


def marked(row: Row, field: Field[Any]) -> object:
    """The marker in the shape of the field."""
    kind, text = str(field.type), f"{MARK} {row.table}.{field.name}"
    one: object = NUMBER if "Decimal" in kind else WHOLE if "int" in kind else text
    return (one,) * 3 if "tuple" in kind else one


def rows_of(engagement: Engagement, row_type: type[Row]) -> tuple[Row, ...]:
    """The rows of a table; one that is made up where the demo has none."""
    rows = engagement.rows(row_type)
    if rows:
        return rows
    owners = {
        field.name: rows_of(engagement, owner)[0].id
        for field in fields(row_type)
        for owner in TABLES
        if field.metadata.get("on_delete") == "CASCADE" and owner.table == field.metadata["reference"]
    }
    return (row_type(id=f"{row_type.table}-mark", **owners),)


def private_rows(engagement: Engagement) -> Iterator[Row]:
    for row_type in TABLES:
        private = [field for field in fields(row_type) if is_private(row_type, field)]
        made_up = not engagement.rows(row_type)
        for row in rows_of(engagement, row_type) if private or made_up else ():
            yield replace(row, **{field.name: marked(row, field) for field in private})


def put(rows: Iterator[Row]) -> Operation:
    kept = tuple(rows)

    def apply(edit: Edit) -> None:
        for row in kept:
            edit.put(row)

    return Operation(Message("marks"), apply)


@pytest.fixture
def bridge(qapp: QApplication, tmp_path: Path) -> Iterator[DocumentBridge]:
    load_fonts()
    document = Document.open(demo_file(tmp_path / "Marked.workshop"))
    ledger = tmp_path / "ledger.csv"
    ledger.write_text("\n".join(marked_sales(document.engagement)), encoding="utf-8")
    plan_ledger(document.engagement, ledger).load(document, datetime(2026, 2, 1))
    made = DocumentBridge(document)
    yield made
    made.close()


def marked_sales(engagement: Engagement) -> Iterator[str]:
    """Three years of sales to marked clients, one of whom goes from the first department to the second."""
    first, second = (department.name for department in engagement.departments)
    yield "Дата;Отдел;Клиент;Услуга;Сумма"
    for year in (2023, 2024, 2025):
        for client in range(4):
            seller = second if year == 2025 and client == 0 else first
            yield f"{5 + client}.12.{year};{seller};{MARK} {client};{MARK} услуга;{9182734 + client}"


def every_focus(engagement: Engagement, step: str | None) -> Iterator[Focus]:
    tables = next((found.tables for found in STEPS if found.id == step), ())
    if step == "diagnosis":
        yield from (Focus(options=(("figure", figure.value),)) for figure in Figure)
    for revealed in (False, True):
        yield Focus(None, revealed)
        yield from (Focus(row.id, revealed) for table in tables for row in engagement.rows(table)[:1])


def seen(bridge: DocumentBridge, *steps: str) -> Iterator[tuple[str, str]]:
    """Every scene (or those of some steps) with every kind of focus: where, the whole content and what is painted."""
    room = Room()
    painter = RoomPainter(room, bridge, Words("ru"))
    image, size = QImage(160, 90, QImage.Format.Format_RGB32), QSizeF(1920, 1080)
    for scene in (scene for make in SCENES.values() for scene in make() if not steps or scene.step in steps):
        for focus in every_focus(bridge.engagement, scene.step):
            room.put(scene.id, focus)
            brush = QPainter(image)
            canvas = painter.paint(brush, size)
            brush.end()
            yield f"{scene.id} {focus}", f"{painter.current()[1]!r} {canvas.drawn!r}"


def give_everybody_hours(bridge: DocumentBridge) -> frozenset[str]:
    """Hours that add up to another sum for every person; all the ways a sum could be told."""
    typed = [function for function in bridge.engagement.functions if function.person_id]
    hours = {each.id: Decimal(1000 + 37 * place) + Decimal(place) / 10 for place, each in enumerate(typed)}
    sums: dict[str | None, Decimal] = {}
    for function in typed:
        sums[function.person_id] = sums.get(function.person_id, Decimal(0)) + hours[function.id]
    assert bridge.run(put(replace(each, hours_per_week=hours[each.id]) for each in typed)) is not None
    words = Words("ru")
    told = [words.number(total, decimals) for total in sums.values() for decimals in (0, 1)]
    assert len(set(told)) == 2 * len(sums)
    return frozenset((*told, *(repr(kind(total)) for total in sums.values() for kind in (Decimal, Fraction))))


def test_no_field_of_the_model_comes_into_the_room_unless_it_is_named_as_public(bridge: DocumentBridge) -> None:
    assert bridge.run(put(private_rows(bridge.engagement))) is not None
    hours_of_people = give_everybody_hours(bridge)
    for where, text in seen(bridge):
        assert MARK not in text, f"{where}: {text[text.index(MARK) :][:80]}"
        assert not any(number in text for number in NUMBER_TEXTS), where
        assert not [hours for hours in hours_of_people if hours in text.replace("\\xa0", "\xa0")], where


def test_the_room_has_a_ledger_to_hide(bridge: DocumentBridge) -> None:
    moved = [text for where, text in seen(bridge, "diagnosis") if where.startswith("diagnosis.moved")]
    assert moved and all("count=1" in text for text in moved), "the scenes of the ledger are searched, not waited for"


def test_the_search_would_find_a_field_that_is_shown(bridge: DocumentBridge) -> None:
    action = bridge.engagement.actions[0]
    assert bridge.run(put(iter([replace(action, title=MARK)]))) is not None
    assert any(MARK in text for _where, text in seen(bridge, "plan"))


def test_every_named_field_is_one_of_the_model() -> None:
    names = {row_type.table: {field.name for field in fields(row_type)} for row_type in TABLES}
    for known in (PUBLIC, CODES):
        assert all(set(of) <= names[table] for table, of in known.items())
