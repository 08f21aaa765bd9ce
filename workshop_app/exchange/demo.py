"""The example workshop: two sales departments, a session, 69 days after it, and five years of sales."""

from __future__ import annotations

from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.engagement_json.json_text import parse
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.exchange.new_file import write_new_file
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

_LOADED_AT = datetime(2026, 4, 20, 9, 0)


def write_demo(path: Path, language: str, *, replace: bool = False) -> None:
    """Write the example in a language (``ru``, ``en``) with its sales ledger; raises ``DocumentError``."""

    def fill(document: Document) -> None:
        document.run(put_rows(Message(N_("Example")), read_engagement(demo_engagement(language)).rows))
        with resources.as_file(_file(f"ledger_{language}.csv")) as ledger:
            plan_ledger(document.engagement, ledger).load(document, _LOADED_AT)

    write_new_file(path, fill, replace=replace)


def demo_engagement(language: str) -> dict[str, Any]:
    """The example as engagement JSON: the given one, and optional fields for screens that it has no data for."""
    data: dict[str, Any] = parse(_file(f"engagement_{language}.json").read_text(encoding="utf-8"))
    for section, value in parse(_file(f"additions_{language}.json").read_text(encoding="utf-8")).items():
        data[section] = _extended(data[section], value) if section in data else value
    return data


def _extended(given: list[dict[str, Any]], more: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The given entries with further fields by id."""
    fields = {entry["id"]: entry for entry in more}
    return [{**fields.get(entry["id"], {}), **entry} for entry in given]


def _file(name: str) -> Traversable:
    return resources.files("resources") / "demo" / name
