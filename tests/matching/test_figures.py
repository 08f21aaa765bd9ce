"""The figures that proposals reach on labelled lists: floors a little under what was measured."""

from __future__ import annotations

import random

import pytest

from tests.matching import evaluation
from workshop_app.matching import Matcher, load_encoder
from workshop_app.matching.lexicon import Lexicon, lexicon_tables, read_concepts, read_relations, real_words
from workshop_app.matching.morphology import Morphology


@pytest.mark.parametrize(("name", "precision", "f1", "hit"), [
    ("en1_sales_sales", 0.90, 0.80, 0.95),
    ("ru1_sales_sales", 0.86, 0.77, 0.93),
])  # fmt: skip
def test_on_the_development_lists(matcher: Matcher, name: str, precision: float, f1: float, hit: float) -> None:
    found = evaluation.evaluate(matcher, {name: evaluation.dev_sets()[name]})[name]
    assert found.average_precision >= precision
    assert found.f1 >= f1
    assert found.hit_at_3 >= hit


def test_on_lists_of_other_departments(matcher: Matcher) -> None:
    found = evaluation.evaluate(matcher, evaluation.list_sets())
    assert len(found) >= 15
    whole = evaluation.mean(found)
    assert whole.average_precision >= 0.81
    assert whole.f1 >= 0.74
    assert whole.hit_at_3 >= 0.94
    assert min(one.average_precision for one in found.values()) >= 0.58


def test_with_the_sentence_encoder(matcher: Matcher) -> None:
    encoder = load_encoder()
    if encoder is None:
        pytest.skip("the sentence encoder is not installed")
    whole = evaluation.mean(evaluation.evaluate(matcher.with_encoder(encoder), evaluation.list_sets()))
    assert whole.average_precision >= 0.83
    assert whole.f1 >= 0.75
    assert whole.hit_at_3 >= 0.94


def test_with_two_fifths_of_the_dictionary_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    tables, relations = lexicon_tables()
    chosen = random.Random(1)
    seen = [concept for concept in read_concepts(tables) if concept.kind != "obj" or chosen.random() > 0.4]

    def load(_: type[Lexicon], morphology: Morphology) -> Lexicon:
        return Lexicon(morphology, seen, read_relations(relations), real_words().split())

    monkeypatch.setattr(Lexicon, "load", classmethod(load))
    whole = evaluation.mean(evaluation.evaluate(Matcher(), evaluation.list_sets()))
    assert whole.average_precision >= 0.63
    assert whole.f1 >= 0.6
