"""Base forms of words: pymorphy3 for Russian, the Snowball stemmer for English and for unknown Russian forms."""

from __future__ import annotations

import re
from functools import lru_cache

import pymorphy3
import snowballstemmer

from workshop_app.matching.text import is_cyrillic

_NOT_NAMES = frozenset({"VERB", "PRTS", "GRND", "ADJS", "PRED", "ADVB", "PREP", "CONJ", "PRCL", "INTJ"})
_UNLIKELY = 0.08
_VOWEL = re.compile("[aeiouy]")
_DERIVED = re.compile(
    r"(?:ирован|ирова|ирую|изаци|аци|изац|ац|ован|ова|ыван|ыва|иван|ива|еван|ева|ани|ени|яни|ань|ить|ать|ять|еть|ан|ен|а|я|и|ь|к|ни|н)$"
)
_LABIAL = re.compile(r"(?<=[бвмпф])л$")
_IZE = re.compile(r"(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations)$")
_OUR = re.compile(r"(?<=[a-z]{2})our(s|ed|ing|al)?$")
_IRREGULAR = {
    "sold": "sell", "bought": "buy", "paid": "pay", "sent": "send", "kept": "keep", "held": "hold", "led": "lead",
    "ran": "run", "taught": "teach", "built": "build", "made": "make", "took": "take", "wrote": "write",
    "written": "write", "given": "give", "found": "find", "met": "meet", "staff": "staff", "chasing": "chase",
    "cheque": "check", "centre": "center", "centres": "center", "programme": "program", "programmes": "program",
    "catalogue": "catalog", "catalogues": "catalog", "enquiry": "inquiry", "enquiries": "inquiry", "analyse": "analyze",
    "analysing": "analyze", "analyses": "analysis", "licence": "license", "fulfil": "fulfill", "tyre": "tire",
    "people": "person", "men": "man", "children": "child", "lorries": "lorry", "colour": "color",
}  # fmt: skip


def _spelled(word: str) -> str:
    """One spelling for British and American English, and the base of irregular verbs."""
    return _OUR.sub(r"or\1", _IZE.sub(r"iz\1", _IRREGULAR.get(word, word)))


def _singular(word: str) -> str:
    """An English noun without the ending of the plural."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")) or not word.endswith("s"):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-2] if word.endswith(("sses", "xes", "ches", "shes", "zes")) else word[:-1]


def _uninflected(word: str) -> str:
    """A key that an English word shares with its forms in -s, -ed and -ing; not itself always a word."""
    stem = _singular(word)
    for ending in ("ing", "ed"):
        if stem.endswith(ending) and _VOWEL.search(stem[: -len(ending)]) and len(stem) - len(ending) >= 2:
            stem = stem[: -len(ending)]
            break
    if len(stem) > 3 and stem.endswith("i"):
        stem = stem[:-1] + "y"
    stem = stem[:-1] if len(stem) > 2 and stem.endswith("e") else stem
    return stem[:-1] if len(stem) > 3 and stem[-1] == stem[-2] else stem


class Morphology:
    """Base forms, remembered per word."""

    def __init__(self) -> None:
        self._russian = pymorphy3.MorphAnalyzer(lang="ru")
        self._english_stemmer = snowballstemmer.stemmer("english")
        self._russian_stemmer = snowballstemmer.stemmer("russian")
        self.lemmas = lru_cache(maxsize=None)(self._lemmas)
        self.part_of_speech = lru_cache(maxsize=None)(self._part_of_speech)
        self.root = lru_cache(maxsize=None)(self._root)
        self.stem = lru_cache(maxsize=None)(self._stem)

    def lemma(self, word: str) -> str:
        """The likeliest base form of a normalised word."""
        return self.lemmas(word)[0]

    def _lemmas(self, word: str) -> tuple[str, ...]:
        """Base forms of a normalised word, likeliest first: lists of functions are nouns more often than verbs."""
        if not is_cyrillic(word):
            return tuple(dict.fromkeys((_singular(_spelled(word)), _uninflected(_spelled(word)))))
        parses = [parse for parse in self._russian.parse(word) if parse.score >= _UNLIKELY] or self._russian.parse(word)
        named = [parse for parse in parses if parse.tag.POS not in _NOT_NAMES]
        best = parses[0] if parses[0] in named or not named else self._noun_of(named) or parses[0]
        ordered = [best, *parses]
        return tuple(dict.fromkeys(parse.normal_form.replace("ё", "е") for parse in ordered))

    @staticmethod
    def _noun_of(parses: list[pymorphy3.analyzer.Parse]) -> pymorphy3.analyzer.Parse | None:
        return next((parse for parse in parses if parse.tag.POS == "NOUN"), None)

    def _english(self, word: str) -> str:
        return str(self._english_stemmer.stemWord(_spelled(word)))

    def _part_of_speech(self, word: str) -> str:
        """NOUN, VERB, ADJ or OTHER; NOUN for words of another alphabet."""
        if not is_cyrillic(word):
            return "OTHER" if word.endswith("ly") and len(word) > 4 else "NOUN"
        lemma = self.lemmas(word)[0]
        parse = next((p for p in self._russian.parse(word) if p.normal_form.replace("ё", "е") == lemma), None)
        part = str(parse.tag.POS) if parse else "NOUN"
        if part in ("VERB", "INFN", "GRND"):
            return "VERB"
        if part in ("ADJF", "ADJS", "PRTF", "PRTS", "COMP"):
            return "ADJ"
        return "NOUN" if part in ("NOUN", "None") else "OTHER"

    def known(self, word: str) -> bool:
        """Whether the Russian dictionary has this word."""
        return is_cyrillic(word) and bool(self._russian.word_is_known(word))

    def _stem(self, word: str) -> str:
        """The Snowball stem of a word in its own alphabet."""
        return str(self._russian_stemmer.stemWord(word)) if is_cyrillic(word) else self._english(word)

    def _root(self, word: str) -> str:
        """What is left of a Russian word without the endings that make verbs and nouns of one another.

        «отгрузка» and «отгрузить», «согласование» and «согласовывать» meet; shorter than 4 letters: the word itself.
        """
        if not is_cyrillic(word):
            return self.stem(word)
        stem = self.stem(word)
        for _ in range(2):
            shorter = _LABIAL.sub("", _DERIVED.sub("", stem))
            if shorter == stem or len(shorter) < 4:
                break
            stem = shorter
        return stem.replace("ж", "з").replace("щ", "т").replace("ч", "т") if len(stem) >= 4 else word
