"""The eleven questions of the pulse survey in both languages (METHOD C.11), from ``resources/catalogue``."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from workshop_app.domain.frozen import frozen


@frozen(slots=True)
class CatalogueQuestion:
    """A question as it is asked; ``recommendation`` 1…7 says which one it serves, ``reversed`` that agreeing is bad."""

    code: str
    recommendation: int
    reversed: bool
    text: str


@frozen(slots=True)
class SurveyForm:
    """What a paper or screen form asks: statements, two open questions, words of the five answers, the threshold."""

    questions: tuple[CatalogueQuestion, ...]
    open_questions: tuple[str, ...]
    scale: Mapping[int, str]
    threshold: int


def survey_form(language: str) -> SurveyForm:
    """The survey's form in Russian (``ru``) or English."""
    tongue = "ru" if language == "ru" else "en"
    content = _content()
    return SurveyForm(
        questions=tuple(
            CatalogueQuestion(entry["id"], entry["recommendation"], entry["reversed"], entry[tongue])
            for entry in content["questions"]
        ),
        open_questions=tuple(entry[tongue] for entry in content["open"]),
        scale={entry["value"]: entry[tongue] for entry in content["scale"]},
        threshold=content["threshold_default"],
    )


@cache
def _content() -> Any:
    file = resources.files("resources") / "catalogue" / "survey_questions.json"
    return json.loads(file.read_text(encoding="utf-8"))
