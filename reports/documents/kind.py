"""What a document is: its name, its parts in order, how it lies on the paper."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from reports.flowables.heading import TitleBlock
from reports.paper import Paper
from reports.sections.source import Source
from workshop_app.domain.frozen import frozen
from workshop_app.domain.model import Person

PaperName = Literal["a4", "letter", "a3"]
Make = Callable[[Paper, Source], Sequence[Any]]


@frozen
class Part:
    """A part of a document that can be left out. ``title`` is a message id; ``make`` returns blocks in order."""

    id: str
    title: str
    make: Make


@frozen
class DocumentKind:
    """A document that can be printed.

    ``title`` (its name in lists and on the paper) and ``about`` (one line) are message ids. ``opening`` makes the
    title block, ``sections`` follow it in order. ``steps``: numbers 1–12 lit in the step bar. ``privacy``: a message
    id that stands in every footer. ``dated``: blank forms carry no date. ``papers``: the sizes it is made on.
    ``booklets``: it has sheets of several people or forms, each numbered for itself. ``people``: who gets a sheet of a
    personal document, in order.
    """

    name: str
    title: str
    about: str
    sections: tuple[Part, ...]
    opening: Make | None = None
    steps: frozenset[int] = frozenset()
    per_person: bool = False
    landscape: bool = False
    privacy: str = ""
    dated: bool = True
    cover: bool = False
    papers: tuple[PaperName, ...] = ("a4", "letter")
    booklets: bool = False
    people: Callable[[Source], Sequence[Person]] | None = None


def titled(title: str, standfirst: str) -> Make:
    """An opening with the departments' badges; both texts are message ids."""

    def make(paper: Paper, source: Source) -> list[Any]:
        _ = paper.words
        return [TitleBlock(paper, _(title), badges=source.departments, standfirst=_(standfirst))]

    return make
