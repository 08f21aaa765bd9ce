"""The example as a file: written once a run, and a copy of it for each test."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from workshop_app.domain.message import Message
from workshop_app.exchange.demo import write_demo
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

DEMO = Path(__file__).resolve().parents[1] / "resources" / "demo"


def demo_file(path: Path, language: str = "ru") -> Path:
    """A workshop file with the given engagement of the example, no more."""
    path.write_bytes(_given(language))
    return path


def example_file(path: Path, language: str = "ru") -> Path:
    """The example as the program gives it: with the additions and five years of sales."""
    path.write_bytes(_whole(language))
    return path


@cache
def _given(language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.workshop"
        document = Document.create(path)
        source = read_engagement((DEMO / f"engagement_{language}.json").read_text(encoding="utf-8"))
        document.run(put_rows(Message("demo"), source.rows))
        document.close()
        return path.read_bytes()


@cache
def _whole(language: str) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "demo.workshop"
        write_demo(path, language)
        return path.read_bytes()
