"""What a document is called, how it lies on the page and what its margins say."""

from __future__ import annotations

from dataclasses import field
from datetime import date as Date

from reports.brand import Brand
from reports.page import Sheet
from workshop_app.domain.frozen import frozen
from workshop_app.i18n import Words
from workshop_app.steps import STEPS

STEP_COUNT = len(STEPS)


@frozen
class DocumentSpec:
    """A document without its story.

    ``steps``: numbers 1–12 lit in the step bar. ``step_label``: the words at the masthead's right end, ready to print.
    ``plan``: the name of the joint plan. ``as_of``: None on blank forms, which carry no date. ``privacy``: the note
    before the page number on every page. ``short_title``: for running head and footer when it differs.
    ``cover``: the first page is a cover without masthead, footer and punch mark. ``subject``: the file's description.
    ``two_sided``: every booklet begins on a sheet of its own, a back side stays empty before it where needed.
    """

    title: str
    words: Words
    brand: Brand = field(default_factory=Brand)
    sheet: Sheet = field(default_factory=Sheet)
    steps: frozenset[int] = frozenset()
    step_label: str = ""
    plan: str = ""
    session: Date | None = None
    as_of: Date | None = None
    privacy: str = ""
    short_title: str = ""
    cover: bool = False
    subject: str = ""
    two_sided: bool = False

    @property
    def language(self) -> str:
        """The document's language."""
        return self.words.language
