"""Documents of the example built and read back."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from reports.documents import DOCUMENTS, build
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


def text_of(reader: PdfReader) -> str:
    """All text, spaces and line ends as single plain spaces."""
    return " ".join(" ".join(page.extract_text().replace("\u00a0", " ").split()) for page in reader.pages)


def latin_words(text: str) -> set[str]:
    """Words in Latin letters."""
    return set(_LATIN.findall(text))


def said(name: str, language: str = "ru") -> str:
    """All text of the example's document; a personal one for one person."""
    return _said(name, language)


@cache
def _said(name: str, language: str) -> str:
    person = "P03" if DOCUMENTS[name].per_person else None
    return text_of(printed(name, language=language, person_id=person))
