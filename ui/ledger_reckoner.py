"""The metrics of a long sales ledger, worked out in a worker while the window stays alive."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.bridge import DocumentBridge
from ui.tasks import Task, Tasks

if TYPE_CHECKING:
    from workshop_app.domain.ledger import Ledger
    from workshop_app.domain.message import Message
    from workshop_app.services.ledger import LedgerSources


class LedgerReckoner(QObject):
    """Works out what the bridge asks for; what is asked for later takes the place of what is under way."""

    def __init__(self, bridge: DocumentBridge, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge, self._tasks = bridge, tasks
        self._task: Task[Ledger] | None = None
        bridge.reckon = self.start

    def start(self, sources: LedgerSources) -> None:
        """Work out these."""
        if self._task is not None:
            self._task.cancel()
        task: Task[Ledger] = self._tasks.start(lambda task: _reckoned(sources, task))
        self._task = task
        task.done.connect(lambda ledger: self._bridge.take_ledger(sources, ledger))
        task.failed.connect(lambda message: self._failed(sources, message))

    def _failed(self, sources: LedgerSources, message: Message) -> None:
        self._bridge.take_ledger(sources, None)
        self._bridge.report(message)


def _reckoned(sources: LedgerSources, task: Task[Ledger]) -> Ledger:
    ledger = sources.metrics(task.stopping)
    _prepare_charts()
    return ledger


def _prepare_charts() -> None:
    """Load what charts need: the first one is painted at once then."""
    for name in ("ui.widgets.chart_painter", "reports.charts.look"):
        import_module(name)
    import_module("reports.fonts").register()
