"""Where a line must not end: no-break spaces after short words, between numbers and what they count (PAPER.md 9)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

NBSP = "\N{NO-BREAK SPACE}"
_SHORT = r"(?!(?:же|ли|бы|ж|б) )(?:[а-яёА-ЯЁ]{1,2}|[Бб]ез|[Дд]ля|[Пп]ри|[Нн]ад|[Пп]од|[Пп]ро|[Ии]ли|[Чч]то|[Кк]ак)"
_AFTER = rf"\1{NBSP}"
_RUSSIAN = (
    (rf"(?<![\w-])({_SHORT}) (?=\S)", _AFTER),
    (r" (?=[—–](?:\s|$))", NBSP),
    (r"(?<=\d) (?=\d{3}(?!\d))", NBSP),
    (r"(?<=\d) (?=[%‰°₽$€])", NBSP),
    (r"(?<![\w,.])([+−-]?\d[\d,.]*) (?=\w)", _AFTER),
    (r"(?<=[№§]) (?=\S)", NBSP),
    (r"(?<=[А-ЯЁ]\.) (?=[А-ЯЁ]\.)", NBSP),
    (r"(?<=[а-яё]) (?=[А-ЯЁ]\.)", NBSP),
    (r"(?<=\b[А-ЯЁ]\.) (?=[А-ЯЁ][а-яё])", NBSP),
    (r" (?=(?:же|ли|бы|ж|б)(?!\w))", NBSP),
    (r" (?=CRM(?!\w))", NBSP),
)
_ENGLISH = (
    (r" (?=[—–](?:\s|$))", NBSP),
    (r"(?<![\w,.])([+−-]?\d[\d,.]*) (?=(?:[^\W\d_]{1,4}|minutes?|hours?|weeks?|months?|people)(?![^\W_]))", _AFTER),
    (r"(?<![\w,.])(\d{1,2}) (?=[a-z]{1,12}(?:[\s.,;:!?)]|$))", _AFTER),
    (r"(?<=\d) (?=%)", NBSP),
    (r"(?<![\w-])(a|A|I) (?=\S)", _AFTER),
)
_ARROW = (r"(?<=[→←]) (?=\S)", NBSP)
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")
_LONGEST, _MOST_PIECES = 80, 6
"""Letters of a word, and pieces of it, up to which it is cut for its room."""
_VOWELS = frozenset("аеёиоуыэюяaeiouyьъ")


@lru_cache(maxsize=2)
def _patterns(language: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    rules = (*(_RUSSIAN if language == "ru" else _ENGLISH), _ARROW)
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def typeset(text: str, language: str) -> str:
    """The text with no-break spaces where a line must not end; visible characters stay as typed."""
    if " " not in text:
        return text
    for pattern, replacement in _patterns(language):
        text = pattern.sub(replacement, text)
    return text


@lru_cache(maxsize=4_000)
def bound(text: str) -> str:
    """``typeset`` for a screen, where texts of both languages meet: in the language of the text's letters."""
    return typeset(text, "ru" if _CYRILLIC.search(text) else "en")


def in_pieces(word: str, width_of: Callable[[str], float], free: float) -> list[str]:
    """A word too long for its room in as few pieces as fit, alike in length, cut between syllables where it can be.

    A word without end, which no few pieces hold, stays whole.
    """
    if len(word) > _LONGEST:
        return [word]
    pieces, limit = _cut(word, width_of, free), free
    if len(pieces) > _MOST_PIECES:
        return [word]
    while len(pieces) > 1 and limit > free / 2:
        limit *= 0.98
        even = _cut(word, width_of, limit)
        if len(even) > len(pieces):
            break
        pieces = even
    return pieces


def _cut(word: str, width_of: Callable[[str], float], free: float) -> list[str]:
    """Pieces that are as long as they may be."""
    pieces, rest = [], word
    while len(rest) > 1 and width_of(rest) > free:
        most = next((n for n in range(1, len(rest)) if width_of(f"{rest[:n]}-") > free), len(rest)) - 1
        cut = next((n for n in range(most, 1, -1) if _ends_syllable(rest, n)), max(most, 1))
        pieces.append(f"{rest[:cut]}-")
        rest = rest[cut:]
    return [*pieces, rest]


def _ends_syllable(word: str, cut: int) -> bool:
    """Whether a vowel ends the piece, and a consonant and a vowel begin the rest; two letters on either side."""
    if not 2 <= cut < len(word) - 1:
        return False
    last, first, second = (word[at].lower() in _VOWELS for at in (cut - 1, cut, cut + 1))
    return last and not first and second
