"""What the import page shows of a file, whatever kind of file it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from ui.bridge import DocumentBridge
from ui.pages.import_preview.troubles import Trouble
from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.exchange.grid import Answers, Question

ROWS_SHOWN = 20
"""Plain rows of the preview; they come behind those with something to say."""

MOST_SPECIAL = 1000
"""Rows with something to say."""


class Verdict(Enum):
    """What becomes of a row."""

    TAKE = "take"
    MERGE = "merge"
    ASK = "ask"
    LEAVE = "leave"
    FAULT = "fault"


LOOKS: Mapping[Verdict, tuple[str, str]] = MappingProxyType(
    {
        Verdict.TAKE: ("check", "ok"),
        Verdict.MERGE: ("merge", "accent"),
        Verdict.ASK: ("circle-help", "warn"),
        Verdict.LEAVE: ("", "text3"),
        Verdict.FAULT: ("circle-alert", "err"),
    }
)
"""Icon and colour of a verdict; rows left out on purpose have no icon and are quiet."""


@frozen
class PreviewRow:
    """A row of the file: its number, its cells as texts, its verdict and the words of it.

    ``troubles``: what is wrong with single cells, by column; ``corrected``: what stood in cells typed anew.
    """

    id: str
    number: int
    cells: tuple[str, ...]
    verdict: Verdict
    said: str
    troubles: Mapping[int, Trouble] = field(default_factory=dict)
    corrected: Mapping[int, str] = field(default_factory=dict)


@frozen
class PreviewColumn:
    """A column of the file: what stands above it, and the field it is taken for (empty: not used).

    ``fixed`` says in words that the column is used by its title (a department, a person) and has no choice.
    """

    title: str
    field: str = ""
    fixed: str = ""


@frozen
class LeftOut:
    """A row that will not be imported, and why; ``fault`` when the row itself is wrong."""

    number: int
    why: str
    fault: bool = False

    @property
    def id(self) -> str:
        """The row's number as text."""
        return str(self.number)


@frozen
class Preview:
    """A file that has been read. ``ready``: how many rows would be imported; ``problem``: why none can be.

    ``numbers`` are (number, caption) pairs of the strip. ``plan`` is the source's own; only the source looks into it.
    ``undoable``: undo takes the import back (raw answers of a survey never stand in undo). ``sheet``: the name of the
    sheet that was read, where its cells can be corrected (``cell_key``); None where they can't. ``in_cells``: keys of
    the questions that are asked in their cells. ``replaces``: whether what was loaded before shall count no more; None
    where there is nothing to replace.
    """

    about: str
    numbers: tuple[tuple[str, str], ...]
    columns: tuple[PreviewColumn, ...]
    choices: tuple[tuple[str, str], ...]
    rows: tuple[PreviewRow, ...]
    questions: tuple[Question, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    left_out_count: int = 0
    notes: tuple[str, ...] = ()
    ready: int = 0
    problem: str = ""
    plan: object = field(default=None, compare=False)
    undoable: bool = True
    sheet: str | None = None
    in_cells: frozenset[str] = frozenset()
    replaces: bool | None = None


class Watch(Protocol):
    """A task that is being worked at: ``ui.tasks.Task``."""

    def stopping(self) -> bool:
        """Whether to stop."""

    def report(self, share: float) -> None:
        """How far it is, 0…1."""


class ImportSource(Protocol):
    """A kind of file. ``title`` names it; ``rereads`` says that every answer may be tried out at once."""

    path: Path
    title: str
    rereads: bool

    def read(self, engagement: Engagement, answers: Answers, watch: Watch) -> Preview:
        """Read the file in a worker thread. ``ProblemError`` in words when nothing can be made of it."""

    def retyped(self, preview: Preview, row: int, column: int, text: str) -> Preview | None:
        """The preview with a cell typed anew, at once; None where the file is read again for it, which is quick."""

    def load(self, bridge: DocumentBridge, preview: Preview) -> Iterator[float]:
        """Import in the window's thread, part by part, as one undo step; nothing counts before the last part.

        ``ProblemError`` when it can't be done.
        """

    def said(self, preview: Preview) -> str:
        """What has been imported, for the toast."""
