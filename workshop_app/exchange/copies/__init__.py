"""A copy of the workshop to send to others: written anew from its rows, so that nothing left out is in its bytes.

History, private notes, votes and answers that wait to be opened, and rows that were taken back are never in it. On
request bonuses, raw survey answers and the names of people and clients are left out too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import TypeVar

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.frozen import frozen
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    Claim,
    LedgerBatch,
    LedgerSource,
    NamedConfidence,
    NamedVote,
    PrivateNote,
    RewardFact,
    RewardScheme,
    Row,
    SealedAnswers,
    SealedConfidence,
    SurveyComment,
    SurveyResponse,
    TargetBonus,
)
from workshop_app.exchange.copies.names import Nameless
from workshop_app.exchange.new_file import write_new_file
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.storage.ledger_part import LedgerPart

T = TypeVar("T")
_PORTION = 50
"""Rows between two looks at whether to stop."""
BONUSES, ANSWERS, NAMES = "bonuses", "answers", "names"
LEFT_OUT = (BONUSES, ANSWERS, NAMES)
"""What may be left out."""


@frozen
class CopyChoice:
    """What goes along: target bonuses with facts, single survey answers with comments, names of people and clients."""

    bonuses: bool = True
    answers: bool = True
    names: bool = True

    @classmethod
    def without(cls, left_out: Iterable[str]) -> CopyChoice:
        """From the words ``bonuses``, ``answers`` and ``names``."""
        gone = frozenset(left_out)
        return cls(BONUSES not in gone, ANSWERS not in gone, NAMES not in gone)


USUAL = CopyChoice()
"""Everything but history and private notes."""


@frozen
class CopySource:
    """What a copy is made of, taken out of a document at one moment: another thread may write it."""

    engagement: Engagement
    sales: Mapping[str, Sequence[LedgerPart]]

    @classmethod
    def of(cls, document: Document) -> CopySource:
        """The document's present state; asked for in the document's own thread."""
        batches = (batch for batch in document.engagement.ledger_batches if batch.active)
        return cls(document.engagement, {batch.id: document.ledger_rows.parts_of(batch.id) for batch in batches})


class CopyStopped(Exception):
    """The person who waited for the copy stopped it; nothing was written."""


def send_copy(document: Document, path: Path, choice: CopyChoice = USUAL, *, replace: bool = False) -> None:
    """Write the copy; raises ``DocumentError`` (name taken, no access, disk full) with ``path`` as it was."""
    write_copy(CopySource.of(document), path, choice, replace=replace)


def write_copy(
    source: CopySource,
    path: Path,
    choice: CopyChoice = USUAL,
    *,
    replace: bool = False,
    progress: Callable[[float], object] = lambda _share: None,
    stopping: Callable[[], bool] = lambda: False,
) -> None:
    """``send_copy`` in any thread: ``progress`` gets 0 to 1, ``stopping`` is asked often.

    Raises also ``CopyStopped`` when ``stopping`` says so; ``path`` is then as it was.
    """
    engagement = source.engagement
    nameless = None if choice.names else Nameless(engagement, Words(engagement.company.language))
    rows = list(copied_rows(engagement, choice))
    counted = _Counted(len(rows) + sum(map(len, source.sales.values())), progress, stopping)

    def fill(copy: Document) -> None:
        kept = (nameless.row(row) for row in rows) if nameless else iter(rows)
        copy.run(put_rows(Message(N_("Copy to send")), counted.each(kept)))
        for batch in engagement.ledger_batches:
            if batch.active:
                parts = counted.each(source.sales[batch.id])
                _add_sales(copy, batch, nameless.parts(parts) if nameless else parts, nameless is None)
        counted.look()

    write_new_file(path, fill, replace=replace)


class _Counted:
    """Tells how much has passed, and stops when asked to."""

    def __init__(self, total: int, progress: Callable[[float], object], stopping: Callable[[], bool]) -> None:
        self._total, self._progress, self._stopping = max(total, 1), progress, stopping
        self._passed = 0

    def each(self, items: Iterable[T]) -> Iterator[T]:
        """The items one by one."""
        for item in items:
            if self._passed % _PORTION == 0:
                self.look()
            self._passed += 1
            yield item

    def look(self) -> None:
        """Tell the share; raises ``CopyStopped``."""
        if self._stopping():
            raise CopyStopped
        self._progress(min(self._passed / self._total, 1.0))


def copied_rows(engagement: Engagement, choice: CopyChoice) -> Iterator[Row]:
    """The rows that go along, nothing that waits to be opened; the sales ledger's batches come with their sales."""
    left_out: tuple[type[Row], ...] = (PrivateNote, LedgerBatch, SealedConfidence, SealedAnswers)
    if not choice.bonuses:
        left_out += (TargetBonus, RewardFact)
    if not choice.answers:
        left_out += (SurveyResponse, SurveyComment)
    if not choice.names:
        left_out += (NamedVote, NamedConfidence)
    for row in engagement.all_rows():
        if isinstance(row, left_out) or (isinstance(row, Claim) and row.sealed):
            continue
        if isinstance(row, RewardScheme) and not choice.bonuses:
            yield replace(row, personal_cap=None, fund_limit=None)
        elif isinstance(row, LedgerSource):
            yield replace(row, file=_file_name(row.file))
        else:
            yield row


def _file_name(path: str | None) -> str | None:
    """Without folders, which may name a person."""
    return PurePath(path.replace("\\", "/")).name if path else path


def _add_sales(copy: Document, batch: LedgerBatch, parts: Iterable[LedgerPart], with_report: bool) -> None:
    file, report = (_file_name(batch.file) or "", batch.report) if with_report else ("", "{}")
    made = replace(batch, file=file, report=report)
    copy.load_ledger(replace(made, active=False), parts)
    copy.run(put_rows(Message(N_("Copy to send")), [made]))
