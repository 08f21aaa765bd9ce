"""Words typed with the other keyboard layout: «yfxfnm» is «начать», «здф» is “plf”."""

from __future__ import annotations

_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_OTHER = str.maketrans(_LATIN + _RUSSIAN, _RUSSIAN + _LATIN)


def in_other_layout(text: str) -> str:
    """The letters that the same keys give in the other layout, in lower case; what is on neither stays."""
    return text.lower().translate(_OTHER)
