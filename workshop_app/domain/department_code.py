"""Short codes of departments (DECISIONS, "Names and steps")."""

from __future__ import annotations

from collections.abc import Iterable

from workshop_app.domain.text_key import norm_text


def short_code(name: str, taken: Iterable[str]) -> str:
    """A free code of 1–4 characters: initials of the name's words with its number («Отдел продаж № 1» → «ОП-1»)."""
    words = [word for word in name.replace("№", " ").replace("#", " ").split() if word]
    letters = "".join(word[0].upper() for word in words if word[0].isalpha() and len(word) > 1)[:2]
    number = next((word for word in words if word.isdigit()), "")
    base = letters if len(letters) > 1 else "".join(ch for ch in name.upper() if ch.isalpha())[:2]
    code = f"{base}-{number}"[:4] if number and base else base or "?"
    busy = {norm_text(other) for other in taken}
    tries = [code, *(f"{code[:2]}{n}" for n in range(2, 100))]
    return next(candidate for candidate in tries if norm_text(candidate) not in busy)
