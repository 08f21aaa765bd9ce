"""The numbers of a long ledger are worked out in a worker: the page says so, and the window stays alive meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.demo_files import example_file
from tests.patience import SECONDS
from tests.ui.conftest import OpenWindow
from ui.pages.base import Place
from ui.steps.diagnosis.numbers import NumbersPage
from workshop_app.domain.ledger import Ledger
from workshop_app.services.document import Document
from workshop_app.services.ledger import LedgerSources, ReckoningStopped, ledger_of
from workshop_app.steps.context import LedgerMemory, view_context

DAY = date(2026, 4, 20)
BEATS = 5


@pytest.fixture
def long_from_ten_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workshop_app.steps.context.AT_ONCE_ROWS", 10)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """The example with its ledger of five years."""
    return example_file(tmp_path / "Demo.workshop")


class SlowWorker:
    """Metrics that come only when the window's thread has had time for some beats of a timer."""

    def __init__(self, real: Callable[..., Ledger]) -> None:
        self.real, self.enough = real, threading.Event()
        self.beats = 0
        self.threads: list[threading.Thread] = []
        self.timer = QTimer(interval=0)
        self.timer.timeout.connect(self._beat)
        self.timer.start()

    def _beat(self) -> None:
        self.beats += 1
        if self.beats >= BEATS and self.threads:
            self.enough.set()

    def metrics(self, sources: LedgerSources, stopping: Callable[[], bool]) -> Ledger:
        """In the worker."""
        self.threads.append(threading.current_thread())
        assert self.enough.wait(SECONDS)
        return self.real(sources, stopping)


@pytest.mark.usefixtures("long_from_ten_rows")
def test_the_window_lives_while_the_numbers_are_worked_out(
    open_window: OpenWindow, qtbot: QtBot, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = SlowWorker(LedgerSources.metrics)
    monkeypatch.setattr(LedgerSources, "metrics", lambda self, stopping: worker.metrics(self, stopping))
    window = open_window(path=example)
    window.go(Place("diagnosis", "numbers"))
    page = window.host.page.front
    assert isinstance(page, NumbersPage)
    assert page.year is None and page.stack.currentIndex() == 2
    assert window.bridge.view_context.ledger_figures is None
    qtbot.waitUntil(lambda: page.year is not None)
    worker.timer.stop()
    assert worker.threads and threading.main_thread() not in worker.threads
    assert page.stack.currentIndex() == 0 and page.years.isVisible()
    assert window.bridge.view_context.ledger_figures is not None


@pytest.mark.usefixtures("long_from_ten_rows")
def test_paper_does_not_wait_for_the_window_and_late_numbers_of_an_older_state_are_dropped(example: Path) -> None:
    document = Document.open(example)
    asked: list[LedgerSources] = []
    memory = LedgerMemory(document, asked.append)
    context = view_context(document, DAY, memory)
    assert context.ledger is None and context.is_ledger_coming and len(asked) == 1
    for_paper = context.ready()
    assert for_paper.ledger == ledger_of(document) and not for_paper.is_ledger_coming
    document.undo()
    assert memory.take(asked[0], for_paper.ledger)
    again = view_context(document, DAY, memory)
    assert again.ledger is for_paper.ledger and not again.is_ledger_coming
    assert not memory.take(asked[0], None) and memory.ledger() is for_paper.ledger
    with pytest.raises(ReckoningStopped):
        asked[0].metrics(lambda: True)
    document.close()
