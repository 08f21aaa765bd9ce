"""Open votes stand on paper with names, anonymous ones as means only, and a copy without names has none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.demo_files import example_file
from tests.reports.printed import demo, printed, text_of
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message
from workshop_app.domain.model import NamedConfidence, NamedVote
from workshop_app.exchange.copies import CopyChoice, send_copy
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows

LINES = {
    "ru": ("Кто как голосовал, ", "Ценность для клиента — Тайнова 2, Скрытнев 0.", ": Незримов 5, Тайнова 3."),
    "en": ("Who voted how on ", "Client value — Тайнова 2, Скрытнев 0.", ": Незримов 5, Тайнова 3."),
}


def votes(engagement: Engagement) -> list[NamedVote | NamedConfidence]:
    """One criterion and one goal were voted on openly."""
    candidate, goal, department = engagement.competences[0], engagement.goals[0].id, engagement.departments[0].id
    cast = [("Скрытнев", 0), ("Тайнова", 2)]
    believe = [("Тайнова", 3), ("Незримов", 5)]
    return [
        *(
            NamedVote(
                id=f"{candidate.id}/{n}", competence_id=candidate.id, department_id=department, name=who, vote=how
            )
            for n, (who, how) in enumerate(cast)
        ),
        *(NamedConfidence(id=f"{goal}/{n}", goal_id=goal, name=who, vote=how) for n, (who, how) in enumerate(believe)),
    ]


def said(engagement: Engagement, language: str) -> str:
    return text_of(printed("goals", engagement, language)).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_open_votes_have_names_and_anonymous_ones_have_none(language: str) -> None:
    engagement = demo(language)
    head, criterion, confidence = LINES[language]
    assert head not in said(engagement, language), "the example's votes were anonymous"
    text = said(Engagement.of([*engagement.all_rows(), *votes(engagement)]), language)
    assert text.count(head) == 2
    assert criterion in text and confidence in text


def test_a_copy_without_names_has_none_on_paper(tmp_path: Path) -> None:
    document = Document.open(example_file(tmp_path / "a.workshop"))
    document.run(put_rows(Message("votes"), votes(document.engagement)))
    for names in (True, False):
        path = tmp_path / f"{names}.workshop"
        send_copy(document, path, CopyChoice(names=names))
        copy = Document.open(path)
        text = said(copy.engagement, "ru")
        copy.close()
        assert (LINES["ru"][0] in text) is names
        assert ("Незримов" in text) is names
    document.close()
