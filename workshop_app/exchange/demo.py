"""The example workshop: two sales departments, a session, 69 days after it, and five years of sales."""

from __future__ import annotations

from datetime import datetime
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from workshop_app.domain.message import N_, Message
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.exchange.ledger_loading import plan_ledger
from workshop_app.exchange.new_file import write_new_file
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

DEMO_LANGUAGES = ("ru", "en")
_LOADED_AT = datetime(2026, 4, 20, 9, 0)


def write_demo(path: Path, language: str, *, replace: bool = False) -> None:
    """Write the example in a language (``ru``, ``en``) with its sales ledger; raises ``DocumentError``."""

    def fill(document: Document) -> None:
        rows = read_engagement(_file(f"engagement_{language}.json").read_text(encoding="utf-8")).rows
        document.run(put_rows(Message(N_("Example")), rows))
        with resources.as_file(_file(f"ledger_{language}.csv")) as ledger:
            plan_ledger(document.engagement, ledger).load(document, _LOADED_AT)

    write_new_file(path, fill, replace=replace)


def _file(name: str) -> Traversable:
    return resources.files("resources") / "demo" / name
