"""What software can tell about the wording of a title (METHOD C.9)."""

from __future__ import annotations

from workshop_app.domain.text_key import norm_text

STOP_VERBS = frozenset(
    (
        *("улучшить", "повысить", "усилить", "оптимизировать", "обсудить", "рассмотреть", "проработать"),
        *("развивать", "наладить", "активизировать", "подумать", "изучить"),
        *("improve", "increase", "strengthen", "optimise", "optimize", "discuss", "consider"),
        *("develop", "enhance", "think", "look", "explore", "review"),
    )
)
"""List V: verbs that promise effort instead of a result."""


def words_of(title: str) -> tuple[str, ...]:
    """The words of a title; a number is a word, a lone dash is not."""
    return tuple(word for word in title.split() if any(sign.isalnum() for sign in word))


def begins_with_stop_verb(title: str) -> bool:
    """Whether the first word, case-folded and without punctuation, is a stop-verb."""
    words = words_of(norm_text(title))
    return bool(words) and "".join(sign for sign in words[0] if sign.isalnum() or sign == "-") in STOP_VERBS


def has_digit(title: str) -> bool:
    """Whether a title names a number."""
    return any(sign.isdigit() for sign in title)


def is_blank(text: str | None) -> bool:
    """Whether a text says nothing."""
    return not (text and text.strip())
