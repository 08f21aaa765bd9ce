"""Documents of the example built and read back."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from reports.documents import DOCUMENTS, PrintOptions, build
from tests.reports.pdf import words
from workshop_app.domain.engagement import Engagement
from workshop_app.exchange.demo import demo_engagement
from workshop_app.exchange.engagement_json import read_engagement
from workshop_app.i18n import Words
from workshop_app.steps.step import ViewContext

AS_OF = date(2026, 4, 20)
_LATIN = re.compile(r"[A-Za-z]{2,}")


@cache
def demo(language: str) -> Engagement:
    """The example engagement of a language."""
    return Engagement.of(read_engagement(demo_engagement(language)).rows)


def printed(name: str, engagement: Engagement | None = None, language: str = "ru", **choices: Any) -> PdfReader:
    """A document as a reader."""
    out = BytesIO()
    context = choices.pop("context", ViewContext(AS_OF))
    build(name, engagement or demo(language), context, Words(language), out, **choices)
    return PdfReader(BytesIO(out.getvalue()))


def text_of(source: PdfReader | Path | str) -> str:
    """All text, spaces and line ends as single plain spaces."""
    return " ".join(words(source))


def latin_words(text: str) -> set[str]:
    """Words in Latin letters."""
    return set(_LATIN.findall(text))


@cache
def example(name: str, language: str = "ru") -> bytes:
    """The example's document, without the time of making; a personal one for one person. Built once for all tests."""
    out = BytesIO()
    person = "P03" if DOCUMENTS[name].per_person else None
    options = PrintOptions(invariant=True)
    build(name, demo(language), ViewContext(AS_OF), Words(language), out, person_id=person, options=options)
    return out.getvalue()


@cache
def said(name: str, language: str = "ru") -> str:
    """All text of the example's document; a personal one for one person."""
    return text_of(PdfReader(BytesIO(example(name, language))))
