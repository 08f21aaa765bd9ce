"""The open document as Qt signals: pages run operations here and hear what changed."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workshop_app.domain.engagement import Engagement
from workshop_app.domain.message import Message, ProblemError
from workshop_app.domain.model import LedgerBatch
from workshop_app.services.document import Change, Document, Operation
from workshop_app.storage.errors import ChangedElsewhere

if TYPE_CHECKING:
    from collections.abc import Callable

    from workshop_app.domain.checks import CheckResult
    from workshop_app.domain.ledger import Ledger
    from workshop_app.services.ledger import LedgerSources
    from workshop_app.steps.context import LedgerMemory
    from workshop_app.steps.step import ViewContext


class DocumentBridge(QObject):
    """Runs operations and turns what the document says into signals.

    ``changed`` carries a ``Change``, ``problem`` a ``Message`` for the banner. An operation that fails leaves the
    document as it was. ``saving`` when a change begins; ``settled`` when it has ended: True = on the disk, the
    ``DocumentError`` when the file did not take it, None when nothing was to be written. ``followed`` when another
    program changed the file and it was read anew. ``reckon`` works out the metrics of a long ledger in another thread
    and brings them to ``take_ledger``.
    """

    changed = Signal(object)
    problem = Signal(object)
    saving = Signal()
    settled = Signal(object)
    followed = Signal()

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._view_context: ViewContext | None = None
        self._ledger: LedgerMemory | None = None
        self.reckon: Callable[[LedgerSources], object] | None = None
        self._checked: tuple[Engagement, tuple[CheckResult, ...]] | None = None
        self._unsubscribe: Callable[[], None] = document.subscribe(self._on_change)

    @property
    def engagement(self) -> Engagement:
        """The document as it is now."""
        return self.document.engagement

    @property
    def as_of(self) -> date:
        """The day all rules look from: the document's, else today."""
        return self.engagement.company.as_of or date.today()

    @property
    def view_context(self) -> ViewContext:
        """The day and the ledger, made once for a state of the document."""
        if self._view_context is None or self._view_context.as_of != self.as_of:
            from workshop_app.steps.context import LedgerMemory, view_context

            self._ledger = self._ledger or LedgerMemory(self.document, self.reckon)
            self._view_context = view_context(self.document, self.as_of, self._ledger)
        return self._view_context

    @property
    def check_results(self) -> tuple[CheckResult, ...]:
        """All open plan checks, run once for a state of the document."""
        engagement = self.engagement
        if self._checked is None or self._checked[0] is not engagement:
            from workshop_app.domain.checks import run_checks
            from workshop_app.domain.checks.check import CheckContext

            context = self.view_context
            results = run_checks(engagement, CheckContext(context.as_of, context.ledger_figures))
            self._checked = (engagement, results)
        return self._checked[1]

    def take_ledger(self, sources: LedgerSources, ledger: Ledger | None) -> None:
        """The metrics of a long ledger have been worked out elsewhere: everybody who shows them looks again."""
        if self._ledger is None or not self._ledger.take(sources, ledger):
            return
        self._view_context = self._checked = None
        rows = {LedgerBatch.table: frozenset(batch.id for batch in self.engagement.ledger_batches)}
        self.changed.emit(Change(Message(""), "reload", rows, self.engagement, self.engagement))

    def run(self, operation: Operation) -> Change | None:
        """Run an operation; None when it failed and the problem was reported.

        Where another program has changed the file meanwhile, it is read anew and the change made on top of that.
        """
        return self._guarded(lambda: self.document.run(operation))

    def undo(self) -> None:
        """Take back the last step."""
        self._guarded(self.document.undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._guarded(self.document.redo)

    def follow(self) -> None:
        """Read the file anew where another program has changed it."""
        if self.document.is_closed:
            return
        try:
            change = self.document.reload_if_changed()
        except ProblemError as error:
            self.problem.emit(error.message)
            return
        if change is not None:
            self.followed.emit()

    def report(self, message: Message) -> None:
        """Show a problem that is not about one operation."""
        self.problem.emit(message)

    def close(self) -> None:
        """Stop listening and close the file."""
        self._unsubscribe()
        self.document.close()
        self.deleteLater()

    def _guarded(self, step: Callable[[], Change | None]) -> Change | None:
        self.saving.emit()
        outcome: object = None
        try:
            try:
                change = step()
            except ChangedElsewhere:
                self.follow()
                change = step()
            outcome = True if change is not None else None
            return change
        except ProblemError as error:
            outcome = error
            self.problem.emit(error.message)
            return None
        finally:
            self.settled.emit(outcome)

    def _on_change(self, change: Change) -> None:
        if any(table in change.rows for table in ("ledger", "ledger_batches", "company", "departments")):
            self._view_context = None
        self.changed.emit(change)
