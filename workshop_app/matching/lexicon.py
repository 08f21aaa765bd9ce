"""The program's dictionary: concepts with the Russian and English words and phrases that mean them.

Source: ``resources/catalogue/lexicon_*.tsv``, a table per field of work: concept, kind, weight, Russian phrases,
English phrases. Kinds: ``act`` (what is done: weak evidence), ``obj`` (what it is done to: strong), ``ctx`` (who and
what else: weak). A participant's side follows an @, as in ``ctx@customer``. ``lexicon_relations.tsv`` says which
concepts are neighbours: concept, concept, likeness from 0 to 1.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Generic, TypeVar

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from workshop_app.domain.frozen import frozen
from workshop_app.matching.model import Language
from workshop_app.matching.morphology import Morphology
from workshop_app.matching.text import Token, is_cyrillic, tokenise

_RELATIONS = "lexicon_relations.tsv"
_REAL_WORDS = "lexicon_real_words.txt"
_SHORTEST_ROOT = 5
_SHORTEST_TYPO = 6
_LONG_WORD = 9
_PARTICLES = frozenset({"in", "out", "up", "off", "on", "down", "over", "through", "by"})

T = TypeVar("T")


@frozen(slots=True)
class Concept:
    """A meaning that several words share; ``side`` is the participant it names, empty for things and actions."""

    name: str
    kind: str
    weight: float
    side: str
    russian: tuple[str, ...]
    english: tuple[str, ...]

    @property
    def phrases(self) -> tuple[tuple[Language, tuple[str, ...]], ...]:
        """The phrases of each language."""
        return ("ru", self.russian), ("en", self.english)


@frozen(slots=True)
class Word:
    """A word as phrases know it: its possible base forms, likeliest first, and whether a phrase may leave it out.

    A silent word says nothing by itself; it is optional too.
    """

    forms: tuple[str, ...]
    optional: bool
    silent: bool


@frozen(slots=True)
class Match(Generic[T]):
    """A phrase found at the beginning of words: its value, the words it takes, and how many of them it names.

    ``named`` counts words that say something, ``exact`` the silent ones that the phrase has too.
    """

    value: T
    length: int
    named: int
    exact: int


@dataclass(slots=True)
class PhraseTree(Generic[T]):
    """Phrases as sequences of base forms, and what each means."""

    _children: dict[str, PhraseTree[T]] = field(default_factory=dict)
    _value: T | None = None

    def add(self, lemmas: Sequence[str], value: T) -> bool:
        """Remember a phrase; False when it was there already (the first meaning stays)."""
        node = self
        for lemma in lemmas:
            node = node._children.setdefault(lemma, PhraseTree())
        if node._value is not None:
            return False
        node._value = value
        return True

    def matches(self, words: Sequence[Word]) -> list[Match[T]]:
        """The phrases that begin the words; optional words may be left out."""
        found: list[Match[T]] = []
        reached = [(self, 0, 0, 0)]
        for node, length, named, exact in reached:
            if length == len(words):
                continue
            word = words[length]
            now = (named, exact + 1) if word.silent else (named + 1, exact)
            for child in (node._children[form] for form in word.forms if form in node._children):
                if child._value is not None:
                    found.append(Match(child._value, length + 1, *now))
                reached.append((child, length + 1, *now))
            if word.optional and length:
                reached.append((node, length + 1, named, exact))
        return found


def read_concepts(tables: Iterable[str]) -> Iterator[Concept]:
    """The concepts of lexicon tables (the text of each): rows of tab-separated cells, ``#`` begins a comment."""
    for table in tables:
        for row in table.splitlines():
            if not row.strip() or row.startswith("#"):
                continue
            name, kind, weight, russian, english = row.split("\t")
            part, _, side = kind.partition("@")
            yield Concept(name, part, float(weight), side, _phrases(russian), _phrases(english))


def _phrases(cell: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in cell.split(";") if phrase.strip())


def read_relations(table: str) -> Iterator[tuple[str, str, float]]:
    """The neighbours of a relations table: concept, concept, likeness."""
    for row in table.splitlines():
        if row.strip() and not row.startswith("#"):
            first, second, likeness = row.split("\t")
            yield first, second, float(likeness)


def lexicon_tables() -> tuple[list[str], str]:
    """The texts of the concept tables in order of their names, and of the table of relations."""
    catalogue = files("resources").joinpath("catalogue")
    names = sorted(item.name for item in catalogue.iterdir() if item.name.startswith("lexicon"))
    texts = {name: catalogue.joinpath(name).read_text(encoding="utf-8") for name in names if name.endswith(".tsv")}
    relations = texts.pop(_RELATIONS, "")
    return list(texts.values()), relations


def _keep_unambiguous(table: dict[str, Concept | None], key: str, concept: Concept) -> None:
    if table.setdefault(key, concept) is not concept:
        table[key] = None


def real_words() -> str:
    """English words that only look like mistyped words of the dictionary."""
    return files("resources").joinpath("catalogue", _REAL_WORDS).read_text(encoding="utf-8")


class Lexicon:
    """Concepts found in words: by phrase, by word form, by word family, and by a word with a typing error."""

    def __init__(
        self,
        morphology: Morphology,
        concepts: Iterable[Concept],
        relations: Iterable[tuple[str, str, float]] = (),
        real_words: Iterable[str] = (),
    ) -> None:
        self._morphology = morphology
        self._real_words = frozenset(real_words)
        self.relations = tuple(relations)
        self._phrases: PhraseTree[Concept] = PhraseTree()
        self._by_root: dict[str, Concept | None] = {}
        self._vocabulary: set[str] = set()
        self._forms: set[str] = set()
        self._by_stem: dict[str, Concept | None] = {}
        phrases = [
            (concept, tokenise(phrase, language))
            for concept in concepts
            for language, texts in concept.phrases
            for phrase in texts
        ]
        for form in (0, -1):
            for concept, tokens in phrases:
                self._add(tokens, concept, form)
        for concept, tokens in phrases:
            self._note_words(tokens, concept)
        spelled = self._vocabulary | {form for form in self._forms if is_cyrillic(form)}
        self._spelled = sorted(word for word in spelled if len(word) >= _SHORTEST_TYPO)
        self._corrected: dict[str, str] = {}

    @classmethod
    def load(cls, morphology: Morphology) -> Lexicon:
        """The dictionary that comes with the program."""
        tables, relations = lexicon_tables()
        return cls(morphology, read_concepts(tables), read_relations(relations), real_words().split())

    def _add(self, tokens: Sequence[Token], concept: Concept, form: int) -> None:
        """A phrase by the likeliest (0) or the plainest (-1) forms of its words, with and without its silent ones."""
        lemmas = [self._morphology.lemmas(token.norm)[form] for token in tokens]
        self._phrases.add(lemmas, concept)
        spoken = [lemma for lemma, token in zip(lemmas, tokens, strict=True) if not token.silent]
        if 1 < len(spoken) < len(tokens) and not any(token.norm in _PARTICLES for token in tokens):
            self._phrases.add(spoken, concept)

    def _note_words(self, tokens: Sequence[Token], concept: Concept) -> None:
        words = [token.norm for token in tokens if not token.silent]
        self._vocabulary.update(words)
        for word in words:
            self._forms.update(self._morphology.lemmas(word))
        if len(tokens) == 1:
            word = self._morphology.lemma(tokens[0].norm)
            _keep_unambiguous(self._by_stem, self._morphology.stem(word), concept)
            _keep_unambiguous(self._by_root, self._morphology.root(word), concept)

    def matches(self, words: Sequence[Word]) -> list[Match[Concept]]:
        """The phrases that begin the words."""
        return self._phrases.matches(words)

    def corrected(self, word: str) -> str:
        """The word of the dictionary that a mistyped word stands for; any other word as it is."""
        if word not in self._corrected:
            self._corrected[word] = self._correction(word) or word
        return self._corrected[word]

    def guess(self, word: str) -> Concept | None:
        """The concept of a word that is in no phrase, by a word of its family."""
        lemma = self._morphology.lemma(word)
        for stem in (self._morphology.stem(lemma), self._morphology.stem(word)):
            concept = self._by_stem.get(stem)
            if concept:
                return concept
        root = self._morphology.root(lemma)
        return self._by_root.get(root) if len(root) >= _SHORTEST_ROOT else None

    def _correction(self, word: str) -> str | None:
        if len(word) < _SHORTEST_TYPO or not word.isalpha() or word in self._real_words:
            return None
        lemmas = self._morphology.lemmas(word)
        if self._morphology.known(word) or self._forms.intersection(lemmas) or self.guess(word):
            return None
        errors = 2 if is_cyrillic(word) and len(word) >= _LONG_WORD else 1
        found = extractOne(lemmas[0], self._spelled, scorer=OSA.distance, score_cutoff=errors)
        found = found or extractOne(word, self._spelled, scorer=OSA.distance, score_cutoff=errors)
        return found[0] if found and found[0][0] == word[0] else None
