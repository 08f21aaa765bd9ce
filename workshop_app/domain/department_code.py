"""Short codes of departments (DECISIONS, "Names and steps")."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.domain.text_key import norm_text

SMALL_WORDS = frozenset((
    "в", "во", "для", "и", "из", "к", "на", "о", "об", "от", "по", "при", "с", "со", "у",
    "a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to", "with",
))  # fmt: skip
LONGEST = 4
"""Characters of a code."""


def code_of(name: str, taken: Iterable[str]) -> str:
    """The name itself where it is as short as a code, else a free code made of it."""
    return name if len(name) <= LONGEST else short_code(name, taken)


def short_code(name: str, taken: Iterable[str]) -> str:
    """A free code of 1–4 characters: initials of the name's words with its number («Отдел продаж № 1» → «ОП-1»).

    Words like «по», «и», “of” do not count; where two initials are taken, further ones come before a number. Without a
    second word the parts of the first one count («Контакт-центр» → «КЦ»).
    """
    words = [word for word in name.replace("№", " ").replace("#", " ").split() if word.lower() not in SMALL_WORDS]
    words = words[0].split("-") if len(words) == 1 else words
    initials = "".join(word[0].upper() for word in words if word[0].isalpha() and len(word) > 1)
    letters = initials[:2]
    number = next((word for word in words if word.isdigit()), "")
    base = letters if len(letters) > 1 else "".join(ch for ch in name.upper() if ch.isalpha())[:2]
    code = f"{base}-{number}"[:LONGEST] if number and base else base or "?"
    busy = {norm_text(other) for other in taken}
    longer: list[str] = [] if number else [initials[:length] for length in (3, 4) if len(initials) >= length]
    tries: list[str] = [code, *longer, *(f"{code[:2]}{n}" for n in range(2, 100))]
    return next(candidate for candidate in tries if norm_text(candidate) not in busy)
