"""Where a line must not end: no-break spaces after short words, between numbers and what they count (PAPER.md 9)."""

from __future__ import annotations

import re
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
    (r"(?<![\w,.])([+−-]?\d[\d,.]*) (?=[^\W\d_]{1,4}(?![^\W_]))", _AFTER),
    (r"(?<=\d) (?=%)", NBSP),
    (r"(?<![\w-])(a|A|I) (?=\S)", _AFTER),
)
_ARROW = (r"(?<=[→←]) (?=\S)", NBSP)
_CYRILLIC = re.compile("[а-яёА-ЯЁ]")


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
