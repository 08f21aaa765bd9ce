"""The program's dictionary: its rows are sound, no phrase has two meanings, and words find their concepts."""

from __future__ import annotations

import pytest

from workshop_app.matching.lexicon import Concept, Lexicon, Word, lexicon_tables, read_concepts, read_relations
from workshop_app.matching.morphology import Morphology
from workshop_app.matching.text import Gap, tokenise

TABLES, RELATIONS = lexicon_tables()
CONCEPTS = list(read_concepts(TABLES))


@pytest.fixture(scope="module")
def morphology() -> Morphology:
    return Morphology()


@pytest.fixture(scope="module")
def lexicon(morphology: Morphology) -> Lexicon:
    return Lexicon.load(morphology)


def test_the_dictionary_is_large_in_both_languages() -> None:
    assert len(CONCEPTS) >= 300
    assert sum(bool(concept.russian) and bool(concept.english) for concept in CONCEPTS) >= len(CONCEPTS) - 5
    phrases = [phrase for concept in CONCEPTS for _, texts in concept.phrases for phrase in texts]
    assert sum(" " in phrase or "-" in phrase for phrase in phrases) > len(phrases) / 2


def test_rows_are_sound() -> None:
    names = [concept.name for concept in CONCEPTS]
    assert len(names) == len(set(names))
    assert {concept.kind for concept in CONCEPTS} == {"act", "obj", "ctx"}
    assert {concept.side for concept in CONCEPTS} == {"", "customer", "own", "supplier", "partner", "authority"}
    assert all(0 <= concept.weight <= 1 for concept in CONCEPTS)
    assert all(concept.russian or concept.english for concept in CONCEPTS)


def test_no_phrase_has_two_meanings(morphology: Morphology) -> None:
    meanings: dict[tuple[str, ...], set[str]] = {}
    for concept in CONCEPTS:
        for language, texts in concept.phrases:
            for phrase in texts:
                key = tuple(morphology.lemma(token.norm) for token in tokenise(phrase, language))
                assert key, f"{concept.name}: {phrase!r} has no word"
                meanings.setdefault(key, set()).add(concept.name)
    assert {key: names for key, names in meanings.items() if len(names) > 1} == {}


def test_relations_join_known_concepts_once() -> None:
    names = {concept.name for concept in CONCEPTS}
    seen: set[frozenset[str]] = set()
    for first, second, likeness in read_relations(RELATIONS):
        assert {first, second} <= names
        assert first != second and frozenset((first, second)) not in seen
        assert 0 < likeness < 1
        seen.add(frozenset((first, second)))


def concept_of(lexicon: Lexicon, morphology: Morphology, text: str) -> str | None:
    words = [
        Word(morphology.lemmas(lexicon.corrected(token.norm)), token.silent, token.silent) for token in tokenise(text)
    ]
    whole: list[Concept] = [match.value for match in lexicon.matches(words) if match.length == len(words)]
    guessed = lexicon.guess(tokenise(text)[0].norm) if len(words) == 1 else None
    return whole[0].name if whole else guessed.name if guessed else None


@pytest.mark.parametrize(("text", "name"), [
    ("дебиторкой", "debt"),
    ("ДЗ", "debt"),
    ("коммерческих предложений", "offer"),
    ("лицами, принимающими решения", "decision_maker"),
    ("ТО", "maintenance"),
    ("установка ПО", "workplace_setup"),
    ("sign-off", "approve"),
    ("sign off", "approve"),
    ("chasing overdue invoices", "debt"),
    ("authorisation", "approve"),
    ("authorization", "approve"),
    ("отгружаем", "shipping"),
    ("задолжености", "debt"),
    ("инвинтаризация", "stocktake"),
    ("рекламмации", "complaint"),
    ("alocation", "assign_task"),
    ("police", None),
    ("chance", None),
    ("contact", "interact"),
])  # fmt: skip
def test_words_find_their_concepts(lexicon: Lexicon, morphology: Morphology, text: str, name: str | None) -> None:
    assert concept_of(lexicon, morphology, text) == name


def test_words_and_gaps_of_a_line() -> None:
    tokens = tokenise("Приём, учёт и ТО (по графику) CRМ-системы после продажи")
    assert [token.norm for token in tokens if not token.silent] == [
        "прием", "учет", "ТО", "графику", "crm", "системы", "продажи",
    ]  # fmt: skip
    assert [token.gap for token in tokens[:4]] == [Gap.NONE, Gap.HARD, Gap.SOFT, Gap.HARD]
    assert tokens[-1].aside
    assert [token.norm for token in tokenise("РАБОТА ПО ГРАФИКУ") if token.silent] == ["по"]
