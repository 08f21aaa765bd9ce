"""Colours of a wording while it is edited: the prose stands out, what is filled in is told from what is said."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from ui.theme.service import ThemeService

FILLED = re.compile(r"\{\{.*?\}\}")
CONDITION = re.compile(r"\{%.*?%\}")
STRONG = re.compile(r"\*\*[^*]+\*\*|^# .*")


class WordingColors(QSyntaxHighlighter):
    """Headings and bold words as such, values in the accent, conditions quiet."""

    def __init__(self, document: QTextDocument, theme: ThemeService) -> None:
        super().__init__(document)
        self._theme = theme
        theme.changed.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:
        """Qt: one paragraph."""
        for kind, weight, token in (
            (STRONG, QFont.Weight.DemiBold, "text"),
            (FILLED, QFont.Weight.Medium, "accent"),
            (CONDITION, QFont.Weight.Normal, "text3"),
        ):
            look = QTextCharFormat()
            look.setFontWeight(weight)
            look.setForeground(self._theme.theme.color(token))
            for found in kind.finditer(text):
                self.setFormat(found.start(), found.end() - found.start(), look)
