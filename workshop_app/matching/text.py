"""Words of a typed line: what counts as a word, which say nothing, and where a compound line can be split."""

from __future__ import annotations

import re
from enum import IntEnum

from workshop_app.domain.frozen import frozen
from workshop_app.matching.model import Language

_WORD = re.compile(r"[a-zа-яё0-9]+(?:&[a-zа-яё0-9]+)*", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_PLURAL_NAME = re.compile(r"^([A-Z]{2,})s$")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_HARD = re.compile(r"[,;:()/•|\n]|\.\s|\s[-–—]\s")
_SOFT = frozenset({"и", "а", "или", "либо", "and", "or", "plus"})
_ASIDE = frozenset({"после", "перед", "after", "before"})
_SILENT_WORDS = (
    "и а в во на по с со к ко о об от до для за из у при не но или либо их его ее же то также через под над без между "
    "перед после это как что так все всех всей свой своих своей их этого того том числе т д п др пр им ним "
    "the a an of for to and or in on with by at from as into about per via any other all our their its his her your "
    "through this that these those is are be been up out off it them they etc plus when if where who which than "
    "within across upon after before while regarding such etc e g i"
)
_SILENT = frozenset(_SILENT_WORDS.split())
_TO_CYRILLIC = str.maketrans("aceopxykmtbhABCEHKMOPTXY", "асеорхукмтвнАВСЕНКМОРТХУ")
_TO_LATIN = str.maketrans("асеорхукмтвнАВСЕНКМОРТХУ", "aceopxykmtbhABCEHKMOPTXY")


class Gap(IntEnum):
    """What stands between a word and the one before it."""

    NONE = 0
    SOFT = 1
    HARD = 2


@frozen(slots=True)
class Token:
    """A word: its key form, its place in the line, and the ``gap`` before it.

    ``silent``: it says nothing by itself; ``aside``: it only says when («после подписания договора»).
    """

    norm: str
    start: int
    end: int
    gap: Gap
    silent: bool
    aside: bool


def norm(word: str) -> str:
    """A word for comparison: lower case, ё → е."""
    return word.lower().replace("ё", "е")


def is_cyrillic(word: str) -> bool:
    """Whether a word has a Cyrillic letter."""
    return _CYRILLIC.search(word) is not None


def language_of(text: str) -> Language:
    """The language that most letters of a text belong to."""
    return "ru" if len(_CYRILLIC.findall(text)) * 2 >= len(_LATIN.findall(text)) else "en"


def _one_alphabet(word: str, language: Language) -> str:
    """Letters that only look right («CРM» with a Cyrillic Р) replaced by those of the word's alphabet."""
    cyrillic, latin = len(_CYRILLIC.findall(word)), len(_LATIN.findall(word))
    if not (cyrillic and latin):
        return word
    to_cyrillic = cyrillic > latin or (cyrillic == latin and language == "ru")
    return word.translate(_TO_CYRILLIC if to_cyrillic else _TO_LATIN)


def tokenise(text: str, language: Language | None = None) -> tuple[Token, ...]:
    """The words of a text in order; hyphens separate, commas and «и» are kept as gaps.

    A small word in capitals («ПО», «ТО», "IT") is a name, not a preposition, unless the whole text is in capitals.
    """
    plain = _POSSESSIVE.sub(lambda match: " " * len(match.group()), text)
    spoken = language or language_of(text)
    shouted = text.isupper() and " " in text.strip()
    tokens: list[Token] = []
    gap, end, aside = Gap.NONE, 0, False
    for match in _WORD.finditer(plain):
        typed = _PLURAL_NAME.sub(r"\1", _one_alphabet(match.group(), spoken))
        word = norm(typed)
        if _HARD.search(plain, end, match.start()):
            gap = Gap.HARD
        end = match.end()
        if word in _SOFT:
            gap = max(gap, Gap.SOFT)
            continue
        aside = word in _ASIDE or (aside and gap is Gap.NONE)
        silent = word in _SILENT
        if silent and len(word) > 1 and typed.isupper() and not shouted:
            word, silent = typed, False
        tokens.append(Token(word, match.start(), end, gap if tokens else Gap.NONE, silent, aside))
        gap = Gap.NONE
    return tuple(tokens)
