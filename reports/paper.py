"""What the makers of sections are handed: words, brand, page size and the ink of one document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reports import fonts
from reports.brand import Brand
from reports.lines import Run
from reports.page import Sheet
from reports.style import BODY, Colour, Role
from reports.text import LIMIT, prepare
from workshop_app.i18n import Words

Rich = str | Run | Sequence[str | Run]
"""A text, or pieces of text each in its own role: ``["Deadline ", Run("moved", BODY.bold())]``."""


@dataclass
class Paper:
    """One document being made. ``missing`` collects characters no font has; ``squeezed`` asks for tight gaps.

    ``longest``: characters of a text that are printed; of a longer one the rest is counted.
    """

    words: Words
    brand: Brand
    sheet: Sheet
    missing: set[str] = field(default_factory=set)
    squeezed: bool = False
    longest: int = LIMIT

    @property
    def language(self) -> str:
        """The document's language, ``ru`` or ``en``."""
        return self.words.language

    @property
    def width(self) -> float:
        """Width of the text in points."""
        return self.sheet.text_width

    @property
    def accent(self) -> Colour:
        """The one accent colour, dark enough for text and thin lines."""
        return self.brand.accent_text

    @property
    def accent_bar(self) -> Colour:
        """The accent as the brand gave it, for the step bar only."""
        return self.brand.accent_bar

    @property
    def economical(self) -> bool:
        """«Economical printing»: no large solid areas."""
        return self.brand.economical

    def runs(self, content: Rich, role: Role = BODY) -> list[Run]:
        """The content cleaned and typeset, every piece with its role."""
        pieces = [content] if isinstance(content, str | Run) else list(content)
        runs = [piece if isinstance(piece, Run) else Run(piece, role) for piece in pieces]
        result = [Run(prepare(self.shortened(run.text), self.language), run.role) for run in runs]
        for run in result:
            self.missing.update(fonts.missing(run.text.replace("\n", " "), run.role.font))
        return result

    def shortened(self, text: str) -> str:
        """The text, or its beginning with how much is left out: «…» and the number of characters."""
        if len(text) <= self.longest:
            return text
        left_out = self.words.plural("{n} more character", "{n} more characters", len(text) - self.longest)
        return f"{text[: self.longest].rstrip()}… ({left_out})"
