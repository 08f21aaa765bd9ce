"""A copy of the workshop to send to others: written anew from its rows, so that nothing left out is in its bytes.

History, private notes and rows that were taken back are never in it. On request bonuses, raw survey answers and the
names of people and clients are left out too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import N_, Message
from workshop_app.domain.model import (
    LedgerBatch,
    LedgerSource,
    PrivateNote,
    RewardFact,
    RewardScheme,
    Row,
    SurveyComment,
    SurveyResponse,
    TargetBonus,
)
from workshop_app.exchange.copies.names import Nameless
from workshop_app.exchange.new_file import write_new_file
from workshop_app.i18n import Words
from workshop_app.services.document import Document
from workshop_app.services.operations import put_rows
from workshop_app.storage.ledger_table import LedgerRowValues

BONUSES, ANSWERS, NAMES = "bonuses", "answers", "names"
LEFT_OUT = (BONUSES, ANSWERS, NAMES)
"""What may be left out."""


@dataclass(frozen=True)
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


def send_copy(document: Document, path: Path, choice: CopyChoice = CopyChoice(), *, replace: bool = False) -> None:
    """Write the copy; raises ``DocumentError`` (name taken, no access, disk full) with ``path`` as it was."""
    engagement = document.engagement
    nameless = None if choice.names else Nameless(engagement, Words(engagement.company.language))

    def fill(copy: Document) -> None:
        rows = copied_rows(engagement, choice)
        copy.run(put_rows(Message(N_("Copy to send")), (nameless.row(row) for row in rows) if nameless else rows))
        for batch in engagement.ledger_batches:
            if batch.active:
                sales = document.ledger_rows.rows_of(batch.id)
                _add_sales(copy, batch, nameless.sales(sales) if nameless else sales, nameless is None)

    write_new_file(path, fill, replace=replace)


def copied_rows(engagement: Engagement, choice: CopyChoice) -> Iterator[Row]:
    """The rows that go along; the sales ledger's batches come with their sales."""
    left_out: tuple[type[Row], ...] = (PrivateNote, LedgerBatch)
    if not choice.bonuses:
        left_out += (TargetBonus, RewardFact)
    if not choice.answers:
        left_out += (SurveyResponse, SurveyComment)
    for row in engagement.all_rows():
        if isinstance(row, left_out):
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


def _add_sales(copy: Document, batch: LedgerBatch, sales: Iterable[LedgerRowValues], with_report: bool) -> None:
    file, report = (_file_name(batch.file) or "", batch.report) if with_report else ("", "{}")
    made = replace(batch, file=file, report=report)
    copy.load_ledger(replace(made, active=False), sales)
    copy.run(put_rows(Message(N_("Copy to send")), [made]))
