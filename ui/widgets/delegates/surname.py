"""Surnames in narrow heads: whole in two lines where one has no room."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontMetricsF

from ui.widgets.delegates.text import fitting_surname

_VOWELS, _BOUND = frozenset("аеёиоуыэюяaeiouy"), frozenset("ьъй")


def surname_lines(name: str, font: QFont, width: float) -> list[str]:
    """A surname in one line, else in two between syllables: «Чистя-», «кова»; cut where that is not enough."""
    metrics = QFontMetricsF(font)

    def fits(text: str) -> bool:
        return metrics.horizontalAdvance(text) <= width

    if fits(name):
        return [name]
    for at in range(len(name) - 2, 1, -1):
        start = name[:at] if name[at - 1] == "-" else f"{name[:at]}-"
        if _between_syllables(name, at) and fits(start) and fits(name[at:]):
            return [start, name[at:]]
    return [fitting_surname(name, font, width)]


def _between_syllables(name: str, at: int) -> bool:
    """Whether a line may end here: a vowel on each side, and no consonant parted from the vowel that it begins."""
    before, after = name[:at].casefold(), name[at:].casefold()
    if before[-1] == "-":
        return True
    if not (_VOWELS & set(before) and _VOWELS & set(after)) or after[0] in _BOUND or "-" in (after[0], before[-2]):
        return False
    return before[-1] in _VOWELS or after[0] not in _VOWELS
