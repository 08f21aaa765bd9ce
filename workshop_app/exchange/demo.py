"""The example workshop: two sales departments, a session, 69 days after it, and five years of sales."""

from __future__ import annotations

from datetime import datetime
from importlib import resources
from pathlib import Path
from typing import Any

from workshop_app.domain.message import N_, Message
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.engagement_json.json_text import parse
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

LANGUAGES = ("ru", "en")


def demo_engagement(language: str) -> dict[str, Any]:
    """The example as engagement JSON."""
    data: dict[str, Any] = parse(_file(f"engagement_{language}.json").read_text(encoding="utf-8"))
    return data


def write_demo(path: Path, language: str, *, replace: bool = False) -> None:
    """Write the example in a language (``ru``, ``en``) with its sales ledger; raises ``DocumentError``."""
    document = Document.create(path, replace=replace)
    try:
        rows = read_engagement(demo_engagement(language)).rows
        document.run(put_rows(Message(N_("Example")), rows))
        with resources.as_file(_file(f"ledger_{language}.csv")) as ledger:
            plan_ledger(document.engagement, ledger).load(document, datetime(2026, 4, 20, 9, 0))
    finally:
        document.close()


def _file(name: str) -> Any:
    return resources.files("resources") / "demo" / name
